"""Names of the analyst's list outvote what the annotators took the words for."""

from datetime import date

from variorum.annotations.listed_actors import apply_actors
from variorum.schema.actors import Actor
from variorum.schema.annotations import EntityMention
from variorum.schema.dates import UNKNOWN, on_day
from variorum.schema.reports import Span

TEXT = "Baker met the Handists in Vell. He left. Ada Baker, a teacher, watched Vell."
BAKER = Actor(name="Tolo Baker", variants=("Baker",), kind="person", country="NOR", sector="REB")
HAND = Actor(name="Red Hand", variants=("Handists",), kind="armed_group", sector="REB")


def mention(words: str, chain: int, *, kind: str = "person", form: str = "name", nth: int = 0) -> EntityMention:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return EntityMention(span=Span(start=start, end=start + len(words)), kind=kind, form=form, name=words, chain=chain)


FOUND = (
    mention("Baker", 0),
    mention("Vell", 1, kind="place"),
    mention("He", 0, form="pronoun"),
    mention("Ada Baker", 2),
    mention("Vell", 1, kind="place", nth=1),
)


def told(mentions: tuple[EntityMention, ...]) -> list[tuple[str, int, str]]:
    return [(m.name, m.chain, "".join(m.external_ids)) for m in mentions]


def test_chain_that_names_one_actor_is_his_with_its_pronouns() -> None:
    found = apply_actors(TEXT, FOUND, [BAKER], UNKNOWN)
    assert told(found)[0] == ("Baker", 0, "actor:Tolo Baker")
    assert told(found)[2] == ("He", 0, "actor:Tolo Baker")
    assert {m.country for m in found if m.chain == 0} == {"NOR"}


def test_word_within_a_longer_name_is_not_the_actors() -> None:
    found = apply_actors(TEXT, FOUND, [BAKER], UNKNOWN)
    assert ("Ada Baker", 2, "") in told(found)


def test_two_full_names_in_one_chain_are_parted() -> None:
    joined = tuple(m if m.chain != 2 else mention("Ada Baker", 0) for m in FOUND)
    found = apply_actors(TEXT, joined, [BAKER], UNKNOWN)
    chains = {m.name: m.chain for m in found}
    assert chains["Baker"] != chains["Ada Baker"]


def test_name_that_nobody_found_becomes_a_mention() -> None:
    found = apply_actors(TEXT, FOUND, [HAND], UNKNOWN)
    new = next(m for m in found if m.name == "Handists")
    assert (new.kind, new.external_ids) == ("armed_group", ("actor:Red Hand",))
    assert new.chain not in {m.chain for m in FOUND}
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)


def test_list_outvotes_the_kind() -> None:
    vell = Actor(name="Vell", variants=(), kind="organization")
    found = apply_actors(TEXT, FOUND, [vell], UNKNOWN)
    assert {m.kind for m in found if m.name == "Vell"} == {"organization"}


def test_longest_name_at_a_place_wins() -> None:
    ada = Actor(name="Ada Baker", variants=(), kind="person")
    found = apply_actors(TEXT, FOUND, [BAKER, ada], UNKNOWN)
    assert ("Ada Baker", 2, "actor:Ada Baker") in told(found)


def test_row_that_does_not_hold_changes_nothing() -> None:
    late = Actor(name="Tolo Baker", variants=("Baker",), kind="person", since=date(2031, 1, 1))
    assert apply_actors(TEXT, FOUND, [late], on_day(date(2030, 5, 1))) == FOUND
    assert apply_actors(TEXT, FOUND, [late], on_day(date(2031, 5, 1))) != FOUND


def test_empty_list_changes_nothing() -> None:
    assert apply_actors(TEXT, FOUND, [], UNKNOWN) == FOUND
