"""Who states what and who leaves it out: report by event (coverage.v1).

A report older than an event could not know it; a report of another process is not asked.
"""

from collections.abc import Mapping, Sequence

from variorum.record.values import Event, Finding
from variorum.schema.dates import Bounds
from variorum.schema.linked import Lineage
from variorum.schema.reports import Span

Row = tuple[str, str, str]
"""report_id, subject_id, how."""


def find_coverage(
    events: Sequence[Event],
    findings: Mapping[str, Sequence[Finding]],
    process_of: Mapping[str, str],
    published: Mapping[str, Bounds],
    lineage: Lineage,
) -> tuple[Row, ...]:
    """Rows for every event against every report of its process.

    Args:
        findings: of each event id. process_of: process id of each report id.
    """
    rows = []
    copied = _copied_spans(lineage)
    for event in events:
        tellers = {n.report_id for n in event.nodes}
        processes = {process_of[r] for r in tellers}
        against = {c.report_id for f in findings[event.event_id] for c in f.opposing}
        asked = sorted(r for r in process_of if process_of[r] in processes)
        for report_id in asked:
            if report_id in against:
                how = "contradicts"
            elif report_id in tellers:
                how = "copies" if _only_copies(event, report_id, copied.get(report_id, ())) else "states"
            else:
                how = _silence(event, published[report_id])
            rows.append((report_id, event.event_id, how))
    return tuple(rows)


def _copied_spans(lineage: Lineage) -> dict[str, list[Span]]:
    """The passages of each report that reproduce another report's."""
    found: dict[str, list[Span]] = {}
    for copy in lineage.copies:
        found.setdefault(copy.report_id, []).append(copy.span)
    return found


def _only_copies(event: Event, report_id: str, copied: Sequence[Span]) -> bool:
    """True where all that a report says of an event stands in passages that reproduce another report's."""
    spans = [span for report, span in event.supports if report == report_id]
    return all(any(passage.overlaps(span) for passage in copied) for span in spans)


def _silence(event: Event, published: Bounds) -> str:
    older = published.high is not None and event.date.low is not None and published.high < event.date.low
    return "could_not_know" if older else "omits"
