"""The unnamed across the reports of a story, from mentions made by hand."""

import itertools

from links.test_entities import mention, report
from variorum.links.entities import link_entities
from variorum.links.referent_merges import merge_described
from variorum.links.referents import link_referents
from variorum.schema.annotations import Annotations, Deed, ReferentMention
from variorum.schema.linked import LinkedReferents
from variorum.schema.reports import Span


def noun(
    head: str, chain: int, *, name: str = "", plural: bool = False, kind: str = "person", **more: object
) -> ReferentMention:
    at = 500 + chain * 20
    return ReferentMention(
        span=Span(start=at, end=at + 5), kind=kind, form="name" if not head else "description",
        name=name or head, chain=chain, head=head, plural=plural, **more,
    )  # type: ignore[arg-type]  # fmt: skip


def told(
    annotations: Annotations, *referents: ReferentMention, deeds: tuple[tuple[int, str, str], ...] = ()
) -> Annotations:
    made = tuple(Deed(chain=c, verb=v, side=s) for c, v, s in deeds)
    return Annotations(report_id=annotations.report_id, entities=annotations.entities, referents=referents, deeds=made)


def linked(*reports: Annotations, stories: dict[str, int] | None = None) -> LinkedReferents:
    story_of = stories or {own.report_id: 0 for own in reports}
    return link_referents(reports, link_entities(reports), story_of)


def test_noun_is_the_one_whom_another_report_calls_so() -> None:
    one = told(report("r1", mention("Greta Olsen", 0)), noun("singer", 0))
    two = told(report("r2"), noun("singer", 0))
    found = linked(one, two)
    entity = link_entities([one, two]).of_chain["r1", 0][0]
    assert found.entity_of(("r2", 0)) == entity
    assert "singer" in found.of_chain["r2", 0].why


def test_noun_of_a_man_is_no_woman_whom_a_report_calls_so() -> None:
    one = told(report("r1", mention("Greta Olsen", 0)), noun("driver", 0))
    two = told(report("r2"), noun("driver", 0, female=False))
    assert linked(one, two).entity_of(("r2", 0)) is None


def test_first_name_is_the_one_person_of_the_story_who_has_it() -> None:
    one = told(report("r1", mention("Greta Olsen", 0)))
    two = told(report("r2"), noun("", 0, name="Greta", kind="other"))
    found = linked(one, two)
    assert found.entity_of(("r2", 0)) == link_entities([one, two]).of_chain["r1", 0][0]
    assert "first name" in found.of_chain["r2", 0].why


def test_noun_of_another_story_is_not() -> None:
    one = told(report("r1", mention("Greta Olsen", 0)), noun("singer", 0))
    two = told(report("r2"), noun("singer", 0))
    assert linked(one, two, stories={"r1": 0, "r2": 1}).entity_of(("r2", 0)) is None


def test_noun_of_two_named_is_nobody_by_itself() -> None:
    one = told(report("r1", mention("Greta Olsen", 0), mention("Pia Dahl", 1)), noun("singer", 0), noun("singer", 1))
    two = told(report("r2"), noun("singer", 0))
    assert linked(one, two).entity_of(("r2", 0)) is None


def test_same_noun_in_one_story_is_one_and_in_two_stories_two() -> None:
    reports = [told(report(f"r{n}"), noun("driver", 0)) for n in (1, 2, 3)]
    found = linked(*reports, stories={"r1": 0, "r2": 0, "r3": 1}).of_chain
    assert found["r1", 0].target == found["r2", 0].target != found["r3", 0].target


def test_nouns_used_of_the_same_are_compared_as_one() -> None:
    reports = [told(report("r1"), noun("lawyer", 0)), told(report("r2"), noun("attorney", 0))]
    found = linked(*reports).of_chain
    assert found["r1", 0].target == found["r2", 0].target


def test_one_and_several_stay_apart() -> None:
    reports = [told(report("r1"), noun("driver", 0)), told(report("r2"), noun("driver", 0, plural=True))]
    found = linked(*reports).of_chain
    assert found["r1", 0].target != found["r2", 0].target


def test_who_does_and_suffers_the_same_is_one() -> None:
    one = told(
        report("r1", mention("Per Holm", 0)),
        deeds=((0, "flee", "does"), (0, "arrest", "suffers"), (0, "charge", "suffers")),
    )
    two = told(report("r2"), noun("driver", 0), deeds=((0, "flee", "does"), (0, "arrest", "suffers")))
    found = linked(one, two)
    assert found.entity_of(("r2", 0)) == link_entities([one, two]).of_chain["r1", 0][0]
    assert "flee" in found.of_chain["r2", 0].why


def test_who_does_what_the_other_suffers_is_not() -> None:
    one = told(report("r1", mention("Per Holm", 0)), deeds=((0, "kill", "suffers"), (0, "meet", "does")))
    two = told(report("r2"), noun("driver", 0), deeds=((0, "kill", "does"), (0, "meet", "does")))
    assert linked(one, two).entity_of(("r2", 0)) is None


def test_gender_and_age_keep_apart() -> None:
    deeds = ((0, "flee", "does"), (0, "arrest", "suffers"))
    man = told(report("r1", mention("Per Holm", 0)), deeds=(*deeds, (0, "34", "aged")))
    peter = told(report("r1", mention("Peter Holm", 0)), deeds=deeds)
    woman = told(report("r2"), noun("driver", 0, female=True), deeds=deeds)
    older = told(report("r2"), noun("driver", 0), deeds=(*deeds, (0, "51", "aged")))
    assert linked(peter, woman).entity_of(("r2", 0)) is None
    assert linked(man, older).entity_of(("r2", 0)) is None


def test_loose_name_is_the_entity_of_that_name() -> None:
    one = told(report("r1", mention("Temmin Rovers", 0, kind="organization")))
    two = told(report("r2"), noun("", 0, name="Rovers", kind="other"))
    assert linked(one, two).entity_of(("r2", 0)) == link_entities([one, two]).of_chain["r1", 0][0]


def test_described_bodies_of_a_story_become_one_with_a_link() -> None:
    police = [report(f"r{n}", mention("police", 0, kind="armed_group", form="description")) for n in (1, 2)]
    entities = link_entities(police)
    merged, moved = merge_described(entities, link_referents(police, entities, {"r1": 0, "r2": 0}))
    assert len(entities.entities) == 2
    assert len(merged.entities) == 1
    assert len(moved) == 1
    assert merged.of_chain["r1", 0] == merged.of_chain["r2", 0]
    assert any("police" in link.evidence for link in merged.links)


def test_forces_of_nobody_are_not_made_one() -> None:
    troops = [report(f"r{n}", mention("troops", 0, kind="armed_group", form="description")) for n in (1, 2)]
    entities = link_entities(troops)
    merged, moved = merge_described(entities, link_referents(troops, entities, {"r1": 0, "r2": 0}))
    assert (len(merged.entities), moved) == (2, {})


def test_nothing_depends_on_the_order_of_reports() -> None:
    reports = [
        told(report("r1", mention("Greta Olsen", 0)), noun("singer", 0)),
        told(report("r2"), noun("singer", 0), noun("driver", 1)),
        told(report("r3"), noun("driver", 0)),
    ]
    first = linked(*reports)
    assert all(linked(*order) == first for order in itertools.permutations(reports))
