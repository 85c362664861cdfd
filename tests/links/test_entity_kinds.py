"""What the corpus knows of names that one report can't tell."""

from variorum.links.entities import link_entities
from variorum.schema.annotations import Annotations, EntityMention
from variorum.schema.names import state_stem
from variorum.schema.reports import Span


def mention(name: str, kind: str, chain: int, **more: object) -> EntityMention:
    start = chain * 50
    return EntityMention(
        span=Span(start=start, end=start + len(name)), kind=kind, form="name", name=name, chain=chain, **more
    )  # type: ignore[arg-type]


def report(number: int, *mentions: EntityMention) -> Annotations:
    return Annotations(report_id=f"r{number}", entities=mentions)


def kinds(*reports: Annotations) -> dict[str, str]:
    return {entity.name: entity.kind for entity in link_entities(reports).entities}


def test_name_takes_the_kind_that_most_reports_give_it() -> None:
    found = kinds(
        report(1, mention("Odo Brask", "person", 0)),
        report(2, mention("Odo Brask", "person", 0)),
        report(3, mention("Odo Brask", "organization", 0)),
    )
    assert found == {"Odo Brask": "person"}


def test_one_report_against_one_changes_nothing() -> None:
    linked = link_entities([report(1, mention("Brask", "person", 0)), report(2, mention("Brask", "organization", 0))])
    assert sorted(entity.kind for entity in linked.entities) == ["organization", "person"]


def test_acting_capital_is_the_state_whose_capital_another_report_calls_it() -> None:
    linked = link_entities(
        [
            report(
                1,
                mention("Mervonia", "country", 0),
                mention("Dornick", "place", 1, external_ids=(f"capital_of:{state_stem('Mervonia')}",)),
            ),
            report(2, mention("Dornick", "country", 0)),
        ]
    )
    state = next(entity for entity in linked.entities if entity.kind == "country")
    assert {name for name, _ in state.names} == {"Mervonia", "Dornick"}


def test_two_names_of_a_place_unite_the_reports_that_use_one() -> None:
    ids = ("disputed:named",)
    linked = link_entities(
        [
            report(1, mention("Astel", "place", 0, external_ids=ids), mention("Ostil", "place", 0, external_ids=ids)),
            report(2, mention("Ostil", "place", 0)),
            report(3, mention("Astel valley", "place", 0)),
        ]
    )
    (place,) = linked.entities
    assert place.disputed
    assert place.country is None
    assert {name for name, _ in place.names} == {"Astel", "Ostil", "Astel valley"}
