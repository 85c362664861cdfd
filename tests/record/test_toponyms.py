"""The table of toponyms: what the reports' place names mean, with what they are mentions of."""

from variorum.record.rows import mention_rows, toponym_rows
from variorum.schema.annotations import Annotations, EntityMention, ToponymMention
from variorum.schema.linked import Entity, LinkedEntities
from variorum.schema.nodes import EntityLookup
from variorum.schema.reports import Span

PORT = Entity(entity_id="e1", name="Port Maren", kind="place", names=(("Port Maren", 1),), chains=(("r1", 0),))


def annotations() -> Annotations:
    return Annotations(
        report_id="r1",
        entities=(EntityMention(span=Span(start=3, end=13), kind="place", form="name", name="Port Maren", chain=0),),
        toponyms=(
            ToponymMention(
                span=Span(start=3, end=13), name="Port Maren", form="name", literal=True, geonames_id=5, latitude=1.5,
                longitude=2.5, country="ABC", admin1="North", feature_class="P", feature_code="PPL", precision=1,
            ),
            ToponymMention(span=Span(start=20, end=26), name="Hillow", form="name", literal=True),
        ),
    )  # fmt: skip


def lookup() -> EntityLookup:
    linked = LinkedEntities(entities=(PORT,), of_chain={("r1", 0): ("e1",)}, links=())
    return EntityLookup(linked, [annotations()])


def test_a_row_holds_the_place_and_its_entity() -> None:
    row = next(toponym_rows(annotations(), lookup()))
    assert (row["entity_id"], row["geonames_id"], row["latitude"], row["precision"]) == ("e1", 5, 1.5, 1)
    assert row["admin2"] is None


def test_an_unknown_place_has_a_row_without_a_point() -> None:
    row = list(toponym_rows(annotations(), lookup()))[1]
    assert (row["entity_id"], row["latitude"], row["country"], row["literal"]) == (None, None, None, True)


def test_every_row_has_its_mention() -> None:
    mentions = {row["mention_id"]: row for row in mention_rows(annotations(), lookup(), {})}
    for row in toponym_rows(annotations(), lookup()):
        assert mentions[row["mention_id"]]["kind"] == "toponym"
