"""How events stand to each other, in words: "part of the war", "follows the first round"."""

from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.days import show_bounds

PHRASES = {
    "part_of": ("part of", "includes"),
    "follows": ("follows", "followed by"),
    "announced_by": ("announced in", "announces"),
    "responds_to": ("responds to", "answered by"),
}
"""What a relation is called from its event's side, and from the other's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationLine:
    """An event seen from another that it stands in a relation to.

    own: the relation is read from that other one. order: by relation, own ones before those of others.
    """

    relation_id: str
    phrase: str
    event_id: str
    label: str
    when: str
    basis: str
    own: bool
    order: tuple[int, str, str]

    @property
    def text(self) -> str:
        """ "part of War between A and B (2020)"."""
        return f"{self.phrase} {self.label}{f' ({self.when})' if self.when else ''}"


def relations_of(catalogue: Catalogue, event_id: str) -> tuple[RelationLine, ...]:
    """The relations of an event, its own first, then those of others to it in order of their days."""
    own = [_line(catalogue, row, "other_event_id", 0) for row in catalogue.of("event_relations", "event_id", event_id)]
    back = [_line(catalogue, row, "event_id", 1) for row in catalogue.of("event_relations", "other_event_id", event_id)]
    return tuple(sorted((line for line in (*own, *back) if line is not None), key=lambda line: line.order))


def _line(catalogue: Catalogue, row: Row, end: str, side: int) -> RelationLine | None:
    event = catalogue.one("events", row[end])
    if event is None:
        return None
    place = 2 * list(PHRASES).index(row["relation"])
    return RelationLine(
        relation_id=row["relation_id"],
        phrase=PHRASES[row["relation"]][side],
        event_id=event["event_id"],
        label=event["label"],
        when=show_bounds(event["date"], event["date_low"], event["date_high"]) if event["date"] else "",
        basis=row["basis"],
        own=side == 0,
        order=(side * len(PHRASES) * 2 + place, str(event["date_low"] or ""), event["event_id"]),
    )
