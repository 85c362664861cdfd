"""Facets of tolls long after: how many were hurt, and how many fighters died, beside a number of dead that reports agree on.

A number of dead that several reports of a story give names the event, wherever they tell it. In its first days tolls grow; what
reports still count differently after them is in dispute.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from variorum.record.counts import count_text
from variorum.record.facets import Facet, Page
from variorum.schema.annotations import FigureMention
from variorum.schema.dates import Bounds
from variorum.schema.quantities import Quantity
from variorum.schema.reports import Span
from variorum.schema.resolution import resolve
from variorum.schema.times import TimeValue

GROWTH = timedelta(days=10)
"""Time after an event in which a toll may grow from report to report."""
LONGEST = timedelta(days=90)
"""Time after an event in which its tolls are still news."""
LEAST = 10
"""Fewer dead than this may be those of many events."""
WEEK = 7
_FIGHTERS = re.compile(
    r"\b(?:rebels?|fighters?|militants?|insurgents?|guerrillas?|gunmen|mujahid(?:een|in)|jihadis?(?:ts)?|terrorists?|bandits|"
    r"extremists?|militiamen|attackers|assailants|lawless elements)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:another|separate|elsewhere|previous|earlier|since|in (?:19|20)\d\d|last (?:week|month|year)|(?:the )?(?:same|next) (?:day|week))\b",
    re.IGNORECASE,
)
PARTS = {"wounded": "Wounded", "fighters killed": "Fighters killed"}


def read_late_tolls(pages: Sequence[Page]) -> Iterator[Facet]:
    """Other tolls of the event whose dead two reports count alike, by reports that came out when tolls grow no more."""
    dead = _shared_dead(pages)
    if dead is None:
        return
    telling = [page for page in pages if any(_counts_dead(f, dead) for f in page.own.figures)]
    day = _day(telling, dead)
    for page in telling if day else ():
        if day and _is_late(page, pages, day):
            for part, name in PARTS.items():
                yield from _toll(page, part, f"{name}, beside {count_text(_exact(dead))} dead", dead)


def _exact(number: float) -> Quantity:
    return Quantity(low=number, best=number, high=number)


def _counts_dead(figure: FigureMention, dead: float) -> bool:
    return figure.what == "killed" and figure.qualifier == "exact" and figure.best == dead


def _shared_dead(pages: Sequence[Page]) -> float | None:
    """The number of dead that more reports of a story give than any other; None where it is not one, or in one report only."""
    tally = Counter(
        number
        for page in pages
        for number in {f.best for f in page.own.figures if f.what == "killed" and f.qualifier == "exact"}
        if number is not None and number >= LEAST
    )
    ranked = sorted(tally, key=lambda n: (-tally[n], n))
    if not ranked or tally[ranked[0]] < 2 or (len(ranked) > 1 and tally[ranked[0]] == tally[ranked[1]]):
        return None
    return ranked[0]


def _day(pages: Sequence[Page], dead: float) -> date | None:
    """The first day that sentences with the number of dead name, in the months before their reports."""
    found = []
    for page in pages:
        for figure in page.own.figures:
            if _counts_dead(figure, dead) and figure.time is not None and page.published.low is not None:
                day = _past_day(page.own.times[figure.time].value, page.published)
                if day is not None and timedelta() <= page.published.low - day <= LONGEST:
                    found.append(day)
    return min(found, default=None)


def _past_day(value: TimeValue, published: Bounds) -> date | None:
    """The first day of what words name, where it is a week or less; of a day without a year the last one."""
    days = resolve(value, published)
    if days.low is not None and (days.days or LONGEST.days) <= WEEK:
        return days.low
    if published.low is None or value.year is not None:
        return None
    years = (published.low.year, published.low.year - 1)
    return next((day for year in years if (day := _in_year(value, year)) and day <= published.low), None)


def _in_year(value: TimeValue, year: int) -> date | None:
    """The day that a month and a number name in a year; None where the calendar has none."""
    if value.month is None or value.day is None:
        return None
    try:
        return date(year, value.month, value.day)
    except ValueError:
        return None


def _is_late(page: Page, pages: Sequence[Page], day: date) -> bool:
    """True of a report that came out, or that names a day, when the tolls of a day grew no more."""
    if page.published.low is not None and (page.published.days or LONGEST.days) <= WEEK:
        return page.published.low - day > GROWTH
    known = [p.published.high for p in pages if p.published.days == 1 and p.published.high is not None]
    return any(day + GROWTH < named <= max(known) for named in _named_days(page, day)) if known else False


def _named_days(page: Page, day: date) -> Iterator[date]:
    """Days that a report without a day of its own names by month and day, in the year of the event."""
    for time in page.own.times:
        named = _in_year(time.value, day.year) if time.value.year is None else None
        if named is not None:
            yield named


def _toll(page: Page, part: str, name: str, dead: float) -> Iterator[Facet]:
    """The one count of a kind that a report has; of two it is not known which is of the event."""
    found = [f for f in page.own.figures if _is_part(page, f, part, dead)]
    if len({f.best for f in found}) != 1:
        return
    figure = found[0]
    count = _exact(float(figure.best or 0))
    yield Facet(
        report_id=page.report_id,
        kind="figure",
        about=("late toll", part),
        name=name,
        value=count_text(count),
        comparable=count,
        span=figure.span,
    )


def _is_part(page: Page, figure: FigureMention, part: str, dead: float) -> bool:
    what = "wounded" if part == "wounded" else "killed"
    if figure.what != what or figure.qualifier != "exact" or figure.scope != "event" or figure.realis != "happened":
        return False
    if _OTHER.search(page.said(page.sentence(figure.span))) or page.is_quoted(figure.span):
        return False
    return part == "wounded" or (
        figure.basis == "number" and figure.best != dead and _is_of_fighters(page, figure.span)
    )


def _is_of_fighters(page: Page, span: Span) -> bool:
    return _FIGHTERS.search(page.said(span)) is not None
