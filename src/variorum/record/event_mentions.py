"""Rows of `event_mentions`: every mention of a happening with its realis, the words that show it, and whose word it is."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from variorum.record.rows import Evidence, Row
from variorum.record.utterances import statement_id
from variorum.record.values import Event
from variorum.schema.annotations import Annotations, EventMention
from variorum.schema.dates import UNKNOWN, Bounds
from variorum.schema.ids import mint
from variorum.schema.nodes import EntityLookup
from variorum.schema.reports import Span
from variorum.schema.resolution import resolve

ACTING = frozenset({"actor", "participant"})
AFFECTED = frozenset({"recipient", "victim"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionSetting:
    """What rows of mentions refer to: texts and days by report, events by report and chain."""

    texts: Mapping[str, str]
    published: Mapping[str, Bounds]
    event_of: Mapping[tuple[str, int], Event]
    lookup: EntityLookup


def event_mention_rows(
    annotations: Mapping[str, Annotations], setting: MentionSetting, evidence: Evidence
) -> Iterator[Row]:
    """One row a mention, in order of report and offset; of two with the same words the first has it."""
    for report_id in sorted(annotations):
        own, seen = annotations[report_id], set()
        open_still = (m for m in own.unrecorded if m.left_out != "weak")
        told = sorted((*own.events, *open_still), key=lambda m: (m.trigger.start, m.trigger.end))
        for mention in told:
            row = _row(own, mention, setting)
            if row["mention_id"] not in seen:
                seen.add(row["mention_id"])
                for span in (mention.trigger, mention.clause, mention.realis_cue):
                    _show(evidence, row, span)
                yield row


def _show(evidence: Evidence, row: Row, span: Span | None) -> None:
    if span is not None:
        evidence.add(row["mention_id"], row["report_id"], span)


def _row(own: Annotations, mention: EventMention, setting: MentionSetting) -> Row:
    report_id, text = own.report_id, setting.texts[own.report_id]
    event = setting.event_of.get((report_id, mention.chain))
    said = own.statements[mention.statement] if mention.statement is not None else None
    days = resolve(own.times[mention.time].value, setting.published[report_id]) if mention.time is not None else UNKNOWN
    cue = mention.realis_cue
    return {
        "mention_id": mint("mention", report_id, "event", mention.trigger.start, mention.trigger.end),
        "report_id": report_id,
        "event_id": event.event_id if event else None,
        "words": text[mention.trigger.start : mention.trigger.end],
        "type": mention.type,
        "mode": mention.mode,
        "concept": mention.concept,
        "realis": mention.realis,
        "realis_cue": text[cue.start : cue.end] if cue else None,
        "voice": mention.voice,
        "statement_id": statement_id(report_id, said) if said else None,
        "asserted_by": _one(own, said.speaker if said else None, setting.lookup),
        "actors": _held(own, mention, ACTING, setting.lookup),
        "recipients": _held(own, mention, AFFECTED, setting.lookup),
        "place_id": _one(own, mention.place, setting.lookup),
        "date_low": days.low,
        "date_high": days.high,
        "main": mention.main,
        "left_out": mention.left_out,
    }


def _one(own: Annotations, entity: int | None, lookup: EntityLookup) -> str | None:
    found = lookup.of(own, entity) if entity is not None else ()
    return found[0] if found else None


def _held(own: Annotations, mention: EventMention, roles: Collection[str], lookup: EntityLookup) -> str:
    """The entities in some roles, as a JSON list in order of id."""
    return json.dumps(sorted({e for r in mention.roles if r.role in roles for e in lookup.of(own, r.entity)}))
