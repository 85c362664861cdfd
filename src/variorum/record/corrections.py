"""What outlets took back: words of a correction that no longer hold make superseded claims, never a disagreement of events.

A correction that says what it takes back and what holds instead is shown for itself, as a report at odds with what it
said before (corrections.v1).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from variorum.record.values import Claim, Disagreement, Holding
from variorum.schema.annotations import Annotations
from variorum.schema.ids import mint
from variorum.schema.nodes import EventNode
from variorum.schema.reports import Report, Span

RULE = "corrections.v1"
SUPERSEDED = "superseded"
WEIGHT = 0.35

_DAY = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|[12]\d{3})\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million)\b",
    re.IGNORECASE,
)

Withdrawn = Mapping[str, Sequence[Span]]
"""Of each report the words that it takes back."""


def find_withdrawn(reports: Iterable[Report]) -> Withdrawn:
    """The words that the corrections within reports take back, by report."""
    found = {r.report_id: [part.earlier for part in r.parts if part.earlier is not None] for r in reports}
    return {report: spans for report, spans in found.items() if spans}


def is_withdrawn(report_id: str, span: Span, withdrawn: Withdrawn) -> bool:
    """True where a report takes back the words at a span."""
    return any(taken.covers(span) for taken in withdrawn.get(report_id, ()))


def leave_out_withdrawn(
    clusters: Iterable[Sequence[EventNode]], withdrawn: Withdrawn
) -> tuple[tuple[EventNode, ...], ...]:
    """Clusters of nodes without those of which a report takes back all that it told."""
    kept = (tuple(node for node in cluster if not _is_gone(node, withdrawn)) for cluster in clusters)
    return tuple(cluster for cluster in kept if cluster)


def _is_gone(node: EventNode, withdrawn: Withdrawn) -> bool:
    return all(is_withdrawn(node.report_id, mention.trigger, withdrawn) for mention in node.mentions)


def supersede(claims: Iterable[Claim], withdrawn: Withdrawn) -> tuple[Claim, ...]:
    """Claims, those that rest on words that were taken back as superseded."""
    return tuple(replace(c, polarity=SUPERSEDED) if _is_superseded(c, withdrawn) else c for c in claims)


def _is_superseded(claim: Claim, withdrawn: Withdrawn) -> bool:
    return bool(claim.supports) and all(is_withdrawn(report, span, withdrawn) for report, span in claim.supports)


def find_corrections(
    reports: Iterable[Report], annotations: Mapping[str, Annotations], sigla: Mapping[str, str]
) -> tuple[Disagreement, ...]:
    """One disagreement of a report with itself for each correction that gives the words it takes back and those that hold."""
    found = []
    for report in sorted(reports, key=lambda r: r.report_id):
        own = annotations.get(report.report_id)
        for part in report.parts if own is not None else ():
            if own is not None and part.earlier is not None and part.corrected is not None:
                found.append(_correction(report, own, part.earlier, part.corrected, sigla))
    return tuple(found)


def _correction(
    report: Report, own: Annotations, earlier: Span, corrected: Span, sigla: Mapping[str, str]
) -> Disagreement:
    was, holds = (report.text[span.start : span.end].strip() for span in (earlier, corrected))
    return Disagreement(
        disagreement_id=mint("disagreement", "correction", report.report_id, earlier.start, corrected.start),
        kind=_kind(was, holds, own, earlier, corrected),
        subject_id=report.report_id,
        summary=f"{sigla[report.report_id]} corrects itself: first “{was}”, now “{holds}”",
        weight=WEIGHT,
        rule=RULE,
        holdings=tuple(
            Holding(value=said, side=said, support=(report.report_id, span), voice="own")
            for said, span in ((was, earlier), (holds, corrected))
        ),
    )


def _kind(was: str, holds: str, own: Annotations, earlier: Span, corrected: Span) -> str:
    """What is corrected: a place, a day, a number where both have one, else the wording."""
    if all(
        any(span.covers(t.span) for t in own.toponyms if t.literal and t.form == "name")
        for span in (earlier, corrected)
    ):
        return "place"
    if _DAY.search(was) and _DAY.search(holds):
        return "date"
    return "figure" if _NUMBER.search(was) and _NUMBER.search(holds) else "wording"
