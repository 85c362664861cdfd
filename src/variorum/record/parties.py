"""Who or what took part in an event without a name: rows of `event_parties`, each with its words as evidence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.record.rows import Evidence, Row
from variorum.record.values import Event
from variorum.schema.annotations import Annotations, PartyMention
from variorum.schema.ids import mint
from variorum.schema.nodes import EntityLookup


def party_rows(
    events: Iterable[Event],
    annotations: Mapping[str, Annotations],
    texts: Mapping[str, str],
    lookup: EntityLookup,
    evidence: Evidence,
) -> list[Row]:
    """Make the rows of `event_parties`: one a report, event, role and noun, by the first words that have it.

    What is the event's place, or has a role as an entity, is told there and not here.

    Args:
        annotations, texts: by report id.
    """
    rows: dict[tuple[str, str, str, str], Row] = {}
    for event in events:
        known = {event.place_id, *(entity for _, entity in event.roles)}
        for report_id, party in _parties(event):
            words = texts[report_id][party.span.start : party.span.end]
            entities = lookup.of(annotations[report_id], party.entity) if party.entity is not None else ()
            if known & set(entities):
                continue
            row = _row(event.event_id, report_id, party, words, entities)
            key = (event.event_id, report_id, party.role, party.head)
            if rows.setdefault(key, row) is row:
                evidence.add(row["party_id"], report_id, party.span)
    return [rows[key] for key in sorted(rows)]


def _parties(event: Event) -> Iterator[tuple[str, PartyMention]]:
    for node in event.nodes:
        yield from ((node.report_id, party) for mention in node.mentions for party in mention.parties)


def _row(event_id: str, report_id: str, party: PartyMention, words: str, entities: Sequence[str]) -> Row:
    span = party.span
    return {
        "party_id": mint("party", event_id, report_id, party.role, span.start, span.end),
        "event_id": event_id,
        "report_id": report_id,
        "role": party.role,
        "words": words,
        "head": party.head,
        "kind": party.kind,
        "entity_id": entities[0] if entities else None,
    }
