"""Those without a name who are quoted are entities, and whom coreference means by them is the one who speaks."""

from annotations.factory import annotate_text


def speakers(text):
    found = annotate_text(text).found
    return [found.entities[s.speaker].name if s.speaker is not None else None for s in found.statements]


def test_workers_a_service_and_an_officer_speak_for_themselves():
    assert speakers("Three dock workers told the paper that the hull had leaked for weeks.") == ["dock workers"]
    assert speakers("The fire service said that the roof had fallen in.") == ["fire service"]
    assert speakers("The teachers' union says that the schools are cold.") == ["teachers' union"]


def test_several_are_called_after_what_they_do():
    assert speakers("Welders said that the ramp had never been bolted.") == ["welders"]


def test_documents_and_things_are_nobody():
    for text in ("The letters said that the well was dry.", "A banner said that the mill must close."):
        assert speakers(text) == [None]


def test_bodies_of_one_name_are_one_and_others_are_not():
    found = annotate_text(
        "The fire service said that the roof was gone. The teachers' union said that it had warned the town. "
        "The fire service said on Monday that it knew of no warning."
    ).found
    services = {m.chain for m in found.entities if m.name == "fire service"}
    unions = {m.chain for m in found.entities if m.name == "teachers' union"}
    assert len(services) == len(unions) == 1
    assert services != unions


def test_new_mentions_stand_after_the_others_and_share_no_chain_with_them():
    found = annotate_text("Rania Sayed left Amman. Two divers said that the wreck was empty.").found
    last = found.entities[-1]
    assert (last.name, last.kind) == ("divers", "people")
    assert last.chain not in {m.chain for m in found.entities[:-1]}


def test_a_minister_brought_in_as_somebody_new_is_not_the_minister_told_before():
    found = annotate_text(
        "Energy Minister Omar Haddad left on Monday. A minister said on Tuesday that the plant would close."
    ).found
    spoken = [found.entities[s.speaker] for s in found.statements if s.speaker is not None]
    assert all(m.name != "Omar Haddad" for m in spoken)
