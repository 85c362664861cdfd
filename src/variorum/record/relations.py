"""How events stand to each other: rows of `event_relations`, each with its words as evidence."""

from collections.abc import Iterable, Mapping

from variorum.record.corrections import Withdrawn, is_withdrawn
from variorum.record.rows import Evidence, Row
from variorum.record.values import Event
from variorum.schema.ids import mint
from variorum.schema.linked import EventRelation
from variorum.schema.nodes import NodeKey


def relation_rows(
    relations: Iterable[EventRelation],
    event_of: Mapping[NodeKey, Event],
    withdrawn: Withdrawn,
    evidence: Evidence,
) -> list[Row]:
    """Make the rows of `event_relations`: of relations between events that the record has, by words that still stand."""
    found: dict[str, Row] = {}
    for relation in relations:
        event, other = _event(relation.event, event_of), _event(relation.other, event_of)
        supports = [s for s in relation.supports if not is_withdrawn(*s, withdrawn)]
        if event is None or other is None or event.event_id == other.event_id or not supports:
            continue
        relation_id = mint("relation", relation.relation, event.event_id, other.event_id)
        for report_id, span in supports:
            evidence.add(relation_id, report_id, span)
        found[relation_id] = {
            "relation_id": relation_id,
            "relation": relation.relation,
            "event_id": event.event_id,
            "other_event_id": other.event_id,
            "rule": relation.rule,
            "basis": relation.basis,
            "n_reports": len({report_id for report_id, _ in supports}),
        }
    return [found[key] for key in sorted(found)]


def _event(keys: Iterable[NodeKey], event_of: Mapping[NodeKey, Event]) -> Event | None:
    return next((event_of[key] for key in keys if key in event_of), None)
