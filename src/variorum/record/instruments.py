"""Agreements, ceasefires, joint statements and mandates, with their status over time (instruments.v1)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from variorum.record.values import Event
from variorum.schema.ids import mint
from variorum.schema.nodes import SETTLED

Row = dict[str, Any]
KINDS = (
    ("ceasefire", "ceasefire"),
    ("truce", "ceasefire"),
    ("joint_statement", "joint_statement"),
    ("mandate", "mandate"),
    ("treaty", "treaty"),
    ("agreement", "agreement"),
    ("non_use_of_force", "agreement"),
    ("pledge", "agreement"),
    ("roadmap", "mechanism"),
    ("commission", "mechanism"),
)
STATUS = (
    ("violation", "violated"),
    ("violat", "violated"),
    ("breach", "violated"),
    ("extension", "extended"),
    ("extend", "extended"),
    ("implement", "implemented"),
    ("withdraw", "withdrawn"),
    ("renew", "extended"),
)


def find_instruments(
    events: Sequence[Event], texts: Mapping[str, str]
) -> tuple[list[Row], list[Row], list[tuple[str, Event]]]:
    """Read instruments off the events that make or touch them.

    Returns:
        Rows of `instruments`, rows of `instrument_statuses`, and (instrument_id, event) for their evidence.
    """
    instruments: list[Row] = []
    statuses, sources = [], []
    for event in sorted(events, key=lambda e: _status(e) != "agreed"):
        kind = _kind(event)
        if kind is None:
            continue
        parties = sorted(e for role, e in event.roles if role in ("participant", "signatory", "actor", "recipient"))
        instrument_id = _known(instruments, event, events, kind, parties) or mint("instrument", event.event_id)
        if not any(row["instrument_id"] == instrument_id for row in instruments):
            instruments.append(
                {
                    "instrument_id": instrument_id,
                    "kind": kind,
                    "name": _name(event, texts),
                    "parties": json.dumps(parties),
                    "event_id": event.event_id,
                }
            )
        statuses.append(
            {
                "instrument_id": instrument_id,
                "status": _status(event),
                "date_low": event.date.low,
                "date_high": event.date.high,
                "event_id": event.event_id,
            }
        )
        sources.append((instrument_id, event))
    return instruments, statuses, sources


def _known(
    instruments: Sequence[Row], event: Event, events: Sequence[Event], kind: str, parties: Sequence[str]
) -> str | None:
    """The latest instrument of this kind between the same parties that was agreed before it was touched."""
    if _status(event) in ("agreed", "proposed") or len(parties) < 2:
        return None
    made = {e.event_id: e.date.low for e in events}
    before = [
        row
        for row in instruments
        if row["kind"] == kind
        and json.loads(row["parties"]) == list(parties)
        and (low := made[row["event_id"]]) is not None
        and event.date.high is not None
        and low <= event.date.high
    ]
    latest = max(before, key=lambda row: (made[row["event_id"]], row["instrument_id"]), default=None)
    return latest["instrument_id"] if latest else None


def _concepts(event: Event) -> list[str]:
    return sorted({m.concept for n in event.nodes for m in n.mentions})


def _kind(event: Event) -> str | None:
    """Only agreeing, extending or breaking an instrument makes one; talks about it don't."""
    for concept in _concepts(event):
        named = next((kind for part, kind in KINDS if part in concept), None)
        if named and (event.type == "AGREE" or any(part in concept for part, _ in STATUS)):
            return named
    return None


def _status(event: Event) -> str:
    for concept in _concepts(event):
        found = next((status for part, status in STATUS if part in concept), None)
        if found:
            return found
    return "agreed" if event.realis in SETTLED else "proposed"


def _name(event: Event, texts: Mapping[str, str]) -> str:
    """The words by which the reports call it: the most frequent trigger, the longest of equals."""
    said = [texts[n.report_id][m.trigger.start : m.trigger.end] for n in event.nodes for m in n.mentions]
    return min(set(said), key=lambda words: (-said.count(words), -len(words), words))
