"""What speaks of the day an undated report was published: its own words, linked events, and reports of its story.

Every ground is bounds with the words or reports that they rest on; whether they hold together is judged in `dating`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from variorum.schema.annotations import Annotations, TimeMention
from variorum.schema.dates import Bounds, between
from variorum.schema.linked import Storyline
from variorum.schema.nodes import SETTLED, EventNode
from variorum.schema.reports import DateEvidence, Report
from variorum.schema.resolution import candidate_years, published_from, resolve

YEARS_ON = 4
"""Years after the latest year told as past within which a weekday is let name the year of its day and month."""

NEAR_DAYS = 3
"""Days before and after the reports that are most like it within which a report of one story is put."""

NEAR_SCORE = 0.2
"""0 to 1, TF-IDF cosine. Reports of one story less alike say nothing of each other's day."""

WIDEST = 31
"""Days. Linked events say too little where they leave a report more days than this, or were longer ago."""

SHARPEST = 3
"""Days. An event that the dated report itself puts less closely ("last week") dates nobody."""

NEAR_SPREAD = 6
"""Days. Where the reports most like it are further apart than this, they don't date it."""


def from_own_words(report: Report, annotations: Annotations) -> Iterator[DateEvidence]:
    """Grounds in a report's own words: the latest day or year told as past, and days whose weekday shows the year."""
    floor = _latest_past(report, annotations)
    if floor is not None:
        yield floor
    year = floor.bounds.low.year if floor is not None and floor.bounds.low else None
    if year is not None:
        for time in annotations.times:
            yield from _from_weekday(report, time, year)
    yield from _from_dateline(report, annotations)


def _from_dateline(report: Report, annotations: Annotations) -> Iterator[DateEvidence]:
    """A dateline's day without a year ("KELVA, May 3") is of the year in which the text tells that very day."""
    start = report.text.find(report.dateline) if report.dateline else -1
    if start < 0:
        return
    end = start + len(report.dateline or "")
    own = [t.value for t in annotations.times if start <= t.span.start < end and t.value.day and not t.value.absolute]
    told = {
        day
        for t in annotations.times
        if t.value.absolute and own and (t.value.month, t.value.day) == (own[0].month, own[0].day)
        for day in [resolve(t.value, between(None, None)).low]
        if day is not None
    }
    if len(told) == 1:
        (day,) = told
        words = f"its dateline's day is told in its text as {day.isoformat()}"
        bounds = between(day, day + timedelta(days=1))
        yield DateEvidence(role="published", basis="dateline", words=words, bounds=bounds)


def _latest_past(report: Report, annotations: Annotations) -> DateEvidence | None:
    """The latest day or year that the report tells as past: it was not written before."""
    past = {m.time for m in annotations.events if m.time is not None and m.realis in SETTLED}
    told = [
        (low, -i, time)
        for i, time in enumerate(annotations.times)
        if time.value.absolute
        and time.type in ("DATE", "TIME")
        and time.value.direction != "future"
        and (i in past or time.value.direction == "past")
        and (time.value.month is not None or _says_when(report.text, time))
        and (low := resolve(replace(time.value, bound=None), between(None, None)).low) is not None
    ]
    if not told:
        return None
    low, _, time = max(told, key=lambda row: row[:2])
    words = _words(report, time)
    return DateEvidence(role="published", basis="text", words=f"speaks of {words} as past", bounds=between(low, None))


_WHEN = re.compile(r"\b(?:in|since|from|until|till|early|mid|late|and|to)[\s-]+$", re.IGNORECASE)


def _says_when(text: str, time: TimeMention) -> bool:
    """True of "in 2014" and false of "the 2022 World Cup": a year that names something need not be over."""
    start = time.span.start
    return text[start : start + 1].isalpha() or bool(_WHEN.search(text[max(0, start - 12) : start]))


def _from_weekday(report: Report, time: TimeMention, floor: int) -> Iterator[DateEvidence]:
    """A day and month with a weekday ("Monday, October 31") is of the one near year in which they fall together."""
    value = time.value
    if value.absolute or value.weekday is None or value.day is None or value.month is None:
        return
    years = candidate_years(value, floor, floor + YEARS_ON)
    if len(years) != 1:
        return
    actual = date(years[0], value.month, value.day)
    bounds = published_from(value, between(actual, actual))
    if bounds.low or bounds.high:
        words = f"speaks of {_words(report, time)}, which from {floor} on is first in {years[0]}"
        yield DateEvidence(role="published", basis="text", words=words, bounds=bounds)


def _words(report: Report, time: TimeMention) -> str:
    return " ".join(report.text[time.span.start : time.span.end].split())


def from_linked(node: EventNode, cluster: Sequence[EventNode], reports: Mapping[str, Report]) -> Iterator[DateEvidence]:
    """Grounds in what a node's relative times say of its report, given the event's day in other reports.

    Only a dated report for which the event was news is believed: what it tells of years ago is background, and
    "Friday" in another report is hardly that Friday.
    """
    known = _known_elsewhere(node, cluster, reports)
    if known is None:
        return
    for time in node.times:
        if time.value.absolute or (node.date_basis == "inherited" and time.value.weekday is None):
            continue
        bounds = published_from(time.value, known.date)
        if bounds.days is not None and bounds.days <= WIDEST:
            words = f"tells of {known.date.edtf} in words that fit {bounds.edtf}"
            yield DateEvidence(role="published", basis="linked report", words=words, bounds=bounds)


def _known_elsewhere(node: EventNode, cluster: Sequence[EventNode], reports: Mapping[str, Report]) -> EventNode | None:
    """The node of another, dated report with the narrowest date of the event, of three days at most."""
    known = [
        n
        for n in cluster
        if n.report_id != node.report_id
        and n.date_basis == "stated"
        and _is_news(n.date, reports[n.report_id].published)
    ]
    return min(known, key=lambda n: (n.date.days or 0, n.date.edtf or "", n.key), default=None)


def _is_news(told: Bounds, published: Bounds) -> bool:
    """True where a report's day is known and what it tells was then at most a month away."""
    if not (told.low and told.high and published.low and published.high) or (told.high - told.low).days >= SHARPEST:
        return False
    return abs(told.low - published.low).days <= WIDEST or abs(told.high - published.high).days <= WIDEST


def from_story(storyline: Storyline, published: Mapping[str, Bounds]) -> dict[str, DateEvidence]:
    """Grounds in the reports of one story that are most alike: outlets tell one piece of news within days.

    Args:
        published: bounds that the reports state themselves.

    Returns:
        For each report without a known day that has such neighbours, the days around theirs.
    """
    story_of = storyline.story_of()
    near: dict[str, list[tuple[float, str]]] = {}
    for link in storyline.links:
        if link.judgement != "same" or link.score < NEAR_SCORE or story_of[link.left_id] != story_of[link.right_id]:
            continue
        near.setdefault(link.left_id, []).append((link.score, link.right_id))
        near.setdefault(link.right_id, []).append((link.score, link.left_id))
    found = {}
    for report_id, others in near.items():
        if not _exact(published.get(report_id)):
            ground = _around(sorted(others, key=lambda row: (-row[0], row[1])), published)
            if ground is not None:
                found[report_id] = ground
    return found


def _exact(bounds: Bounds | None) -> bool:
    return bounds is not None and bounds.days is not None and bounds.days <= 3


def _around(others: Sequence[tuple[float, str]], published: Mapping[str, Bounds]) -> DateEvidence | None:
    """The days around the three most alike reports whose day is known."""
    days = [low for _, r in others if _exact(published.get(r)) and (low := published[r].low) is not None][:3]
    if not days or (max(days) - min(days)).days > NEAR_SPREAD:
        return None
    middle = sorted(days)[len(days) // 2]
    reach = timedelta(days=NEAR_DAYS)
    words = (
        f"tells the story of {len(days)} dated report{'s' * (len(days) != 1)}, the middle one of {middle.isoformat()}"
    )
    return DateEvidence(role="published", basis="story", words=words, bounds=between(middle - reach, middle + reach))
