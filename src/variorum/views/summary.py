"""The record in short, as plain values: what `show --json` prints."""

from typing import Any

from variorum.views.catalogue import Catalogue, Row
from variorum.views.chronology import EventEntry, list_events
from variorum.views.export import plain_value
from variorum.views.front import make_front
from variorum.views.lineage import list_lineages
from variorum.views.parting import Parting, list_partings
from variorum.views.voices import Voice

REPORT_COLUMNS = (
    "report_id",
    "siglum",
    "file",
    "source",
    "title",
    "credit",
    "published",
    "published_low",
    "published_high",
    "status",
    "reason",
    "version_of",
    "superseded_by",
)


def summarize(catalogue: Catalogue) -> dict[str, Any]:
    """Reports, events in order, disagreements by weight, copies and issues."""
    events = list_events(catalogue)
    front = make_front(catalogue, events)
    return {
        "titles": list(front.titles),
        "counts": front.counts,
        "read": front.read,
        "dates": front.dates,
        "reports": [{name: plain_value(row[name]) for name in REPORT_COLUMNS} for row in catalogue.rows("reports")],
        "events": [_event(catalogue, event) for event in events],
        "disagreements": [_parting(parting) for parting in list_partings(catalogue)],
        "copies": [
            {"report": x.copy.text, "of": x.of.text, "origin": x.origin, "passages": len(x.passages)}
            for x in list_lineages(catalogue)
        ],
        "issues": [{"kind": n.kind, "what": n.what, "where": n.where} for n in front.notices],
    }


def _voices(voices: tuple[Voice, ...]) -> list[dict[str, Any]]:
    return [{"origin": voice.origin, "sigla": [siglum.text for siglum in voice.sigla]} for voice in voices]


def _event(catalogue: Catalogue, event: EventEntry) -> dict[str, Any]:
    row: Row = catalogue.by("events", "event_id")[event.event_id][0]
    columns = ("event_id", "label", "type", "realis", "date", "date_low", "date_high", "n_reports", "n_origins")
    return {
        **{name: plain_value(row[name]) for name in columns},
        "status": event.glyph.key,
        "place": event.place[1] if event.place else None,
        "voices": _voices(event.voices),
    }


def _parting(parting: Parting) -> dict[str, Any]:
    return {
        "disagreement_id": parting.disagreement_id,
        "kind": parting.kind,
        "summary": parting.summary,
        "values": [{"value": side.text, "voices": _voices(side.voices)} for side in parting.sides],
    }
