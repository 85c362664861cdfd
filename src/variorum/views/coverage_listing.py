"""Coverage as plain values: what `coverage --json` prints."""

from typing import Any

from variorum.views.catalogue import Catalogue, Row
from variorum.views.editions import standing_reports
from variorum.views.sources import Point, SourceEntry, list_sources, source_name


def list_coverage(catalogue: Catalogue, source: str | None = None) -> dict[str, Any]:
    """Events and findings with what each report does, sources with what each alone has, and labels by source.

    Args:
        source: name of the one source wanted.
    """
    sigla = {r["report_id"]: r for r in standing_reports(catalogue) if source in (None, source_name(r))}
    return {
        "sources": [_source(entry) for entry in list_sources(catalogue) if source in (None, entry.name)],
        "events": [_event(catalogue, event, sigla) for event in catalogue.rows("events")],
        "labels": _labels(catalogue, sigla),
    }


def _source(entry: SourceEntry) -> dict[str, Any]:
    return {
        "source": entry.name,
        "siglum": entry.siglum,
        "reports": [siglum.report_id for siglum in entry.sigla],
        "events": dict(entry.counts),
        "alone_has": _points(entry.has),
        "alone_leaves_out": _points(entry.leaves_out),
    }


def _points(points: tuple[Point, ...]) -> list[dict[str, Any]]:
    return [
        {
            "id": detail.item_id,
            "event_id": point.event_id,
            "event": point.label,
            "finding": detail.text or None,
            "words": detail.words,
            "evidence_id": detail.target,
        }
        for point in points
        for detail in point.details
    ]


def _event(catalogue: Catalogue, event: Row, reports: dict[str, Row]) -> dict[str, Any]:
    event_id = event["event_id"]
    return {
        "event_id": event_id,
        "label": event["label"],
        "reports": _treatment(catalogue, event_id, reports),
        "findings": [
            {
                "finding_id": finding["finding_id"],
                "attribute": finding["attribute"],
                "value": finding["value"],
                "status": finding["status"],
                "reports": _treatment(catalogue, finding["finding_id"], reports),
            }
            for finding in catalogue.of("findings", "subject_id", event_id)
        ],
    }


def _treatment(catalogue: Catalogue, subject: str, reports: dict[str, Row]) -> list[dict[str, str]]:
    rows = (row for row in catalogue.of("coverage", "subject_id", subject) if row["report_id"] in reports)
    return [
        {"report_id": r["report_id"], "siglum": reports[r["report_id"]]["siglum"] or "?", "how": r["how"]} for r in rows
    ]


def _labels(catalogue: Catalogue, reports: dict[str, Row]) -> list[dict[str, Any]]:
    """Of each subject the words of each source, own voice apart from quoted."""
    found: list[dict[str, Any]] = []
    for subject, rows in sorted(catalogue.by("labels", "subject_id").items()):
        words: dict[str, dict[str, set[str]]] = {}
        for row in (row for row in rows if row["report_id"] in reports):
            of_source = words.setdefault(source_name(reports[row["report_id"]]), {"own": set(), "quoted": set()})
            of_source[row["voice"]].add(row["label"])
        if words:
            said = {s: {voice: sorted(w) for voice, w in by.items()} for s, by in sorted(words.items())}
            found.append({"subject_id": subject, "name": catalogue.name_of(subject), "sources": said})
    return found
