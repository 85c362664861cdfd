"""Who states what and who leaves it out: report by event (coverage.v1).

A report older than an event could not know it; a report of another process is not asked.
"""

from collections.abc import Mapping, Sequence

from variorum.record.values import Event, Finding
from variorum.schema.dates import Bounds
from variorum.schema.linked import Lineage

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
    copied = {(c.report_id, c.span.start) for c in lineage.copies}
    for event in events:
        tellers = {n.report_id for n in event.nodes}
        processes = {process_of[r] for r in tellers}
        against = {c.report_id for f in findings[event.event_id] for c in f.opposing}
        for report_id in sorted(process_of):
            if process_of[report_id] in processes:
                how = _how(event, report_id, tellers, against, published[report_id], copied, lineage)
                rows.append((report_id, event.event_id, how))
    return tuple(rows)


def _how(
    event: Event,
    report_id: str,
    tellers: set[str],
    against: set[str],
    published: Bounds,
    copied: set[tuple[str, int]],
    lineage: Lineage,
) -> str:
    if report_id in against:
        return "contradicts"
    if report_id in tellers:
        spans = [span for report, span in event.supports if report == report_id]
        passages = [p for p, _ in lineage.of_passage.get(report_id, ()) if (report_id, p.start) in copied]
        return "copies" if all(any(p.overlaps(s) for p in passages) for s in spans) else "states"
    older = published.high is not None and event.date.low is not None and published.high < event.date.low
    return "could_not_know" if older else "omits"
