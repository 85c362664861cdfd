"""What outlets took back: words of a correction that no longer hold make superseded claims, never a disagreement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from variorum.record.values import Claim
from variorum.schema.nodes import EventNode
from variorum.schema.reports import Report, Span

SUPERSEDED = "superseded"

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
