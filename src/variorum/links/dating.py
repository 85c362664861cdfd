"""When undated reports were published: what their own words, linked events and their story leave possible (dating.v2).

"Monday" said of an event that a dated report puts on a Monday bounds the day of writing to the week
after it. What nothing bounds stays unknown; nothing is taken from the day of the build.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from variorum.links.date_grounds import from_linked, from_own_words, from_story
from variorum.schema.annotations import Annotations, TimeMention
from variorum.schema.dates import UNKNOWN, Bounds, between, intersect
from variorum.schema.linked import Dated, Storyline
from variorum.schema.nodes import EventNode
from variorum.schema.reports import DateEvidence, Report
from variorum.schema.times import TimeValue

FAR = 5
"""Days. A weekday this far off is not called by its bare name where a nearer reading is left."""

OPENING = 600
"""Code points from a report's beginning within which it tells its news."""

NEWS = 2
"""Days after which what somebody said is no news that a report opens with."""

MAX_WINDOW = 14
"""Days. Weekdays narrow only a window that is already about a week."""


def date_reports(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    clusters: Sequence[Sequence[EventNode]],
    storyline: Storyline | None = None,
) -> dict[str, Dated]:
    """Bound the publication of every report; those that say it themselves keep what they say.

    Args:
        clusters: nodes of one event each.
        storyline: reports of one story are published within days of each other; None leaves that out.
    """
    by_id = {r.report_id: r for r in reports}
    linked: dict[str, list[DateEvidence]] = {r.report_id: [] for r in reports}
    for cluster in clusters:
        for node in (n for n in cluster if not by_id[n.report_id].published.known):
            linked[node.report_id] += dict.fromkeys(from_linked(node, cluster, by_id))
    grounds = {r.report_id: _agreed(linked[r.report_id]) for r in reports if not r.published.known}
    dated = {r.report_id: _date(r, annotations[r.report_id], grounds.get(r.report_id, ())) for r in reports}
    if storyline is not None:
        stated = {r.report_id: r.published for r in reports}
        dated |= {r: _narrow_by_story(dated[r], ground) for r, ground in from_story(storyline, stated).items()}
    return dated | {r: _freshen(dated[r], annotations[r]) for r in grounds}


def _date(report: Report, annotations: Annotations, linked: Sequence[DateEvidence]) -> Dated:
    if report.published.known:
        return _as_stated(report, annotations)
    joint, used = _join(report.published, (*linked, *from_own_words(report, annotations)))
    narrowed = _between_weekdays(joint, annotations.times)
    reasons = [report.published_basis, *(e.words for e in used if e.verdict == "used")]
    if narrowed is not None and narrowed != joint:
        joint = narrowed
        reasons.append("lies between the weekdays that it looks back and forward to")
    basis = "; ".join(dict.fromkeys(r for r in reasons if r)) or "nothing in the report says"
    return Dated(report_id=report.report_id, published=joint, basis=basis, evidence=(*report.date_evidence, *used))


def _freshen(dated: Dated, annotations: Annotations) -> Dated:
    """Narrow a week or two by what the report opens with."""
    fresh = _near_news(dated.published, annotations)
    if fresh is None:
        return dated
    return replace(dated, published=fresh, basis=f"{dated.basis}; opens with what was said on a weekday")


def _near_news(window: Bounds, annotations: Annotations) -> Bounds | None:
    """Narrow a window of a week or two to the days on which what a report opens with ("said on Monday") was news.

    Returns:
        Narrower bounds, or None where the window is none of the kind or the report does not open so.
    """
    if window.low is None or window.days is None or not FAR <= window.days <= MAX_WINDOW:
        return None
    said = [annotations.times[s.time] for s in annotations.statements if s.time is not None and s.cue.start < OPENING]
    bare = _bare_weekdays(sorted(said, key=lambda time: time.span.start))
    if not bare or bare[0].direction != "past":
        return None
    days = [window.low + timedelta(days=i) for i in range(window.days)]
    kept = [day for day in days if _days_off(bare[0], day) <= NEWS]
    whole = bool(kept) and (kept[-1] - kept[0]).days == len(kept) - 1
    return between(kept[0], kept[-1]) if whole and len(kept) < len(days) else None


def _as_stated(report: Report, annotations: Annotations) -> Dated:
    """A report that states its day keeps it; of two or three days, its words are of those its bare weekdays are near."""
    return Dated(
        report_id=report.report_id,
        published=report.published,
        basis=report.published_basis or "stated",
        evidence=report.date_evidence,
        written=_near_weekdays(report.published, annotations.times) or UNKNOWN,
    )


def _near_weekdays(window: Bounds, times: Sequence[TimeMention]) -> Bounds | None:
    """Leave out the days on which a bare weekday would be almost a week off: there a writer says "last" or "next".

    Returns:
        Narrower bounds, or None where the window is no two or three days, or nothing is left out, or all is.
    """
    if window.low is None or window.days not in (2, 3):
        return None
    bare = _bare_weekdays(times)
    days = [window.low + timedelta(days=i) for i in range(window.days)]
    kept = [day for day in days if all(_days_off(value, day) < FAR for value in bare)]
    return between(kept[0], kept[-1]) if kept and len(kept) < len(days) else None


def _days_off(value: TimeValue, day: date) -> int:
    """Days from a day to the weekday that is meant; 0 where neither past nor future is meant."""
    since, until = (day.isoweekday() - (value.weekday or 1)) % 7, ((value.weekday or 1) - day.isoweekday()) % 7
    return {"past": since, "future": until}.get(value.direction or "", 0)


def _bare_weekdays(times: Sequence[TimeMention]) -> list[TimeValue]:
    return [t.value for t in times if t.value.weekday is not None and t.value.month is None and not t.value.shift]


def _join(start: Bounds, grounds: Iterable[DateEvidence]) -> tuple[Bounds, tuple[DateEvidence, ...]]:
    """Intersect grounds one after the other, the narrowest first; each with a verdict."""
    joint, judged = start, []
    for ground in sorted(grounds, key=lambda g: (g.bounds.days or 10**6, g.bounds.edtf or "", g.words)):
        both = intersect(joint, ground.bounds)
        verdict = "contradicts" if both is None else "agrees"
        if both is not None and (both.low, both.high) != (joint.low, joint.high):
            joint, verdict = both, "used"
        judged.append(replace(ground, verdict=verdict))
    return joint, tuple(judged)


def _agreed(grounds: Sequence[DateEvidence]) -> tuple[DateEvidence, ...]:
    """Where linked events put a report on different days, those that more than half of them can hold with."""
    friends = [sum(intersect(one.bounds, two.bounds) is not None for two in grounds) for one in grounds]
    if all(count == len(grounds) for count in friends):
        return tuple(grounds)
    most = max(friends)
    return tuple(g for g, n in zip(grounds, friends, strict=True) if n == most and 2 * most > len(grounds))


def _narrow_by_story(dated: Dated, ground: DateEvidence) -> Dated:
    """Where a report's own grounds leave more than the days around its story's reports, those days hold."""
    both = intersect(dated.published, ground.bounds)
    if both is None:
        judged = replace(ground, verdict="contradicts")
        return replace(dated, evidence=(*dated.evidence, judged))
    if (both.low, both.high) == (dated.published.low, dated.published.high):
        return replace(dated, evidence=(*dated.evidence, ground))
    reasons = [dated.basis] if dated.published != UNKNOWN else []
    return replace(
        dated,
        published=both,
        basis="; ".join([*reasons, ground.words]),
        evidence=(*dated.evidence, replace(ground, verdict="used")),
    )


def _between_weekdays(window: Bounds, times: Sequence[TimeMention]) -> Bounds | None:
    """Narrow a window to the days nearest to the bare weekdays that a report uses of the past and of the future.

    A bare "Saturday" is the last one and a bare "Monday" the next; where a report uses both, it was written
    between them, in the shortest way that fits.
    """
    bare = _bare_weekdays(times)
    if (
        {v.direction for v in bare} < {"past", "future"}
        or window.days is None
        or window.days > MAX_WINDOW
        or window.low is None
    ):
        return None
    days = [window.low + timedelta(days=i) for i in range(window.days)]
    costs = [sum(_days_off(value, day) for value in bare) for day in days]
    best = [day for day, cost in zip(days, costs, strict=True) if cost == min(costs)]
    return between(best[0], best[-1])
