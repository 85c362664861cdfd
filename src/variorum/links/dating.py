"""When undated reports were published: what their own words and linked, dated events leave possible (dating.v1).

"Monday" said of an event that a dated report puts on a Monday bounds the day of writing to the week
after it. What nothing bounds stays unknown; nothing is taken from the day of the build.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from variorum.schema.annotations import Annotations, TimeMention
from variorum.schema.dates import UNKNOWN, Bounds, between, intersect
from variorum.schema.linked import Dated
from variorum.schema.nodes import SETTLED, EventNode
from variorum.schema.reports import Report
from variorum.schema.resolution import published_from

MAX_WINDOW = 14
"""Days. Weekdays narrow only a window that is already about a week."""


def date_reports(
    reports: Sequence[Report], annotations: Mapping[str, Annotations], clusters: Sequence[Sequence[EventNode]]
) -> dict[str, Dated]:
    """Bound the publication of every report; those that say it themselves keep what they say."""
    constraints: dict[str, list[tuple[Bounds, str]]] = {r.report_id: [] for r in reports}
    for cluster in clusters:
        for node in cluster:
            constraints[node.report_id] += _from_linked(node, cluster)
    return {r.report_id: _date(r, annotations[r.report_id], constraints[r.report_id]) for r in reports}


def _from_linked(node: EventNode, cluster: Sequence[EventNode]) -> Iterator[tuple[Bounds, str]]:
    """What a node's relative times say of its report, given the event's date in other reports."""
    for time in node.times:
        if time.value.absolute or (node.date_basis == "inherited" and time.value.weekday is None):
            continue
        actual = _known_elsewhere(node, cluster)
        if actual is None:
            continue
        bounds = published_from(time.value, actual)
        if bounds.low or bounds.high:
            yield bounds, f"tells of {actual.edtf} in words that fit {bounds.edtf}"


def _known_elsewhere(node: EventNode, cluster: Sequence[EventNode]) -> Bounds | None:
    """The narrowest date of the event in other reports, no wider than a month."""
    known = [n.date for n in cluster if n.report_id != node.report_id and n.date.known and n.date_basis == "stated"]
    best = min(known, key=lambda b: (b.days or 0, b.edtf or ""), default=None)
    return best if best is not None and best.days is not None and best.days <= 31 else None


def _date(report: Report, annotations: Annotations, constraints: Sequence[tuple[Bounds, str]]) -> Dated:
    if report.published.known:
        return Dated(report_id=report.report_id, published=report.published, basis=report.published_basis or "stated")
    joint, reasons = report.published, [report.published_basis] if report.published_basis else []
    for bounds, reason in sorted(constraints, key=lambda c: (c[0].days or 10**6, c[0].edtf or "")):
        both = intersect(joint, bounds)
        if both is not None and (both.low, both.high) != (joint.low, joint.high):
            joint = both
            reasons.append(reason)
    narrowed = _between_weekdays(joint, annotations.times)
    if narrowed is not None and narrowed != joint:
        joint = narrowed
        reasons.append("lies between the weekdays that it looks back and forward to")
    floor = _latest_past_year(annotations)
    if joint.low is None and floor is not None and (joint.high is None or floor <= joint.high):
        joint = between(floor, joint.high)
        reasons.append(f"speaks of {floor.year} as past")
    return Dated(
        report_id=report.report_id,
        published=joint,
        basis="; ".join(r for r in reasons if r) or "nothing in the report says",
    )


def _between_weekdays(window: Bounds, times: Sequence[TimeMention]) -> Bounds | None:
    """Narrow a window to the days nearest to the bare weekdays that a report uses of the past and of the future.

    A bare "Saturday" is the last one and a bare "Monday" the next; where a report uses both, it was written
    between them, in the shortest way that fits.
    """
    bare = [t.value for t in times if t.value.weekday is not None and t.value.month is None and not t.value.shift]
    if (
        {v.direction for v in bare} < {"past", "future"}
        or window.days is None
        or window.days > MAX_WINDOW
        or window.low is None
    ):
        return None
    past = [v.weekday or 0 for v in bare if v.direction == "past"]
    future = [v.weekday or 0 for v in bare if v.direction == "future"]
    days = [window.low + timedelta(days=i) for i in range(window.days)]
    costs = [sum((d.isoweekday() - w) % 7 for w in past) + sum((w - d.isoweekday()) % 7 for w in future) for d in days]
    best = [day for day, cost in zip(days, costs, strict=True) if cost == min(costs)]
    return between(best[0], best[-1])


def _latest_past_year(annotations: Annotations) -> date | None:
    """The first day of the latest year that the report speaks of as past: it was not written before."""
    past = {m.time for m in annotations.events if m.time is not None and m.realis in SETTLED}
    years = [annotations.times[i].value.year for i in past if annotations.times[i].value.direction != "future"]
    said = [year for year in years if year is not None]
    return date(max(said), 1, 1) if said else None


def published_bounds(dated: Mapping[str, Dated]) -> dict[str, Bounds]:
    return {
        report_id: d.published if d.published.low or d.published.high else UNKNOWN for report_id, d in dated.items()
    }
