"""What a time value means on the day it was written, and the other way round: when it can have been written.

Pure functions of values and bounds; the calendar is the Gregorian one. Nothing here reads text, and no date is
invented: what the words and the publication date leave open stays open.

Conventions, all of them stated here:

- "Monday" with a past verb is the last Monday on or before publication, with a future verb the first on or after;
  without either it is one of the two. "last Monday" is strictly before, "next Monday" strictly after.
- A month, season, or day and month without a year is in the same way the latest that had begun by the day of
  publication, the first that had not ended by then, or one of the two. With a future verb it is again one of
  the two where the last was over less than five weeks ago ("they will try those who fled in July", of August).
- Weeks are ISO weeks, Monday to Sunday. "last summer" is the latest summer that was over, "next summer" the first
  that had not begun, "this summer" that of the same year.
- "The weekend" of the past is the latest that had begun by the day of publication.
- Seasons are meteorological and northern: spring March to May, summer June to August, autumn September to November.
  A winter with a year is either that beginning or that ending in it, so its bounds hold both.
- Part of a unit: start, mid and end are its thirds, rounded outward (a month's: to the 11th, to the 21st, to its end;
  a year's: January to April, May to August, September to December). "The end of the year" is no narrower.
- Bounds since, until, after and before open the other end; `after` and `before` keep the day or unit named, since
  reports use them loosely. "since" ends at publication, as far as that is known.

Source: HeidelTime (Stroetgen and Gertz 2010) for the choice by tense; TIMEX3 `mod` for parts; EDTF for `edtf`.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from datetime import date, timedelta

from variorum.schema.calendar_units import (
    day_in,
    third_of,
)
from variorum.schema.dates import SEASONS, UNKNOWN, Bounds, between, edtf_of, on_day
from variorum.schema.named_units import FURTHEST, SPAN_DAYS, units_on
from variorum.schema.times import TimeValue

_REACH = 10 * 366


def resolve(value: TimeValue, published: Bounds) -> Bounds:
    """Say when a time expression refers to, given when its report was published.

    Args:
        value: what the words say.
        published: bounds of the publication; open ends are allowed and leave the answer open.

    Returns:
        Bounds that hold every day which the words can mean on some day of `published`. With an unknown publication
        the bounds are open, and `edtf` holds the parts that were said ("XXXX-10-31"). A range runs from the low of
        its first value to the high of its last. UNKNOWN for durations, sets and references without a measure.
    """
    first = named(value, published)
    if value.until is not None:
        last = _closing(named(value.until, published), first)
        return between(first.low, last.high) if first.low and last.high else first
    return _apply_bound(value.bound, first, published)


def _closing(last: Bounds, first: Bounds) -> Bounds:
    """The end of a range: where it may be of two years, the one that its beginning is of."""
    if last.low is None or last.high is None or first.low is None or last.low.year == last.high.year:
        return last
    ends = [day for day in (last.low, last.high) if day >= first.low]
    return on_day(min(ends)) if ends else last


def named(value: TimeValue, published: Bounds) -> Bounds:
    """The days that the words name, whatever bound ("since", "by") stands before them."""
    early, late = (
        _named_on(value, day) if day or value.absolute else UNKNOWN for day in (published.low, published.high)
    )
    found = _on_weekday(value, early if early == late else between(early.low, late.high))
    said = edtf_parts(value)
    if (
        said is None
        or found.days == 1
        or (found.known and (value.direction or value.absolute or value.shift is not None))
    ):
        return found
    return Bounds(low=found.low, high=found.high, edtf=said)


def candidate_years(value: TimeValue, low: int, high: int) -> tuple[int, ...]:
    """The years from `low` to `high`, both included, in which the value's day and month fall on its weekday.

    A value without a weekday fits every year that has the day; one without day and month fits every year.
    """
    if value.month is None or value.day is None:
        return tuple(range(low, high + 1))
    days = ((year, day_in(year, value.month, value.day)) for year in range(low, high + 1))
    return tuple(year for year, day in days if day and value.weekday in (None, day.isoweekday()))


@lru_cache(maxsize=50_000)
def published_from(value: TimeValue, actual: Bounds) -> Bounds:
    """The days on which a writer could have used this expression of days that are now known.

    Args:
        value: what the words say; its `bound` is ignored, `actual` is what the words themselves name.
        actual: the true date. Wider bounds than the expression's own unit give wider answers.

    Returns:
        The inverse of `resolve`: "Monday" of the past said of day D gives D to D + 6, of the future D - 6 to D;
        "last month" the month after; "earlier this month" the rest of the month; "yesterday" D + 1; a month's name
        of the past its first day to the day before the next month of that name begins. An absolute date says only
        that the past is over and the future not yet; without direction UNKNOWN. UNKNOWN too where the words cannot
        be of those days ("Monday" of a Tuesday).
    """
    if value.absolute or value.grain is None:
        low = actual.low if value.direction == "past" else None
        return between(low, actual.high if value.direction == "future" else None)
    if actual.low is None or actual.high is None or not _fits(value, actual.low, actual.high):
        return UNKNOWN
    reach = _REACH + (abs(value.shift or value.offset or 0) + 1) * SPAN_DAYS.get(value.unit or "day", 366)
    if reach > FURTHEST or actual.low.toordinal() < reach + 366:
        return UNKNOWN
    bare = replace(value, weekday=None) if value.day is not None else value
    start, end = actual.low, actual.high
    first = _first_day(lambda day: (_named_on(bare, day).high or date.min) >= start, start, end, reach)
    after = _first_day(lambda day: (_named_on(bare, day).low or date.min) > end, start, end, reach)
    return between(first, after - timedelta(days=1)) if first and after and first < after else UNKNOWN


def edtf_parts(value: TimeValue) -> str | None:
    """EDTF text of the parts said, with XXXX for an unsaid year; None where they are relative or only a weekday."""
    if value.feast or (value.year is None and value.unit is not None and value.shift is not None):
        return None
    if value.year is not None and value.unit in ("decade", "century"):
        return f"{value.year // 10:03d}X" if value.unit == "decade" else f"{value.year // 100:02d}XX"
    year = f"{value.year:04d}" if value.year is not None else "XXXX"
    if value.month is not None:
        return f"{year}-{value.month:02d}" + (f"-{value.day:02d}" if value.day is not None else "")
    if value.season in SEASONS:
        return f"{year}-{SEASONS[value.season]}"
    return year if value.year is not None and value.season is None and value.unit is None else None


def possible(value: TimeValue) -> bool:
    """True unless the words name a day that no calendar has: 31 June, 30 February, 29 February 2021."""
    if value.until is not None and not possible(value.until):
        return False
    if value.month is None or value.day is None:
        return True
    return day_in(value.year if value.year is not None else 2000, value.month, value.day) is not None


def _named_on(value: TimeValue, published: date | None) -> Bounds:
    """The days named, written on one day. Both ends never move back as `published` moves on."""
    found = [_part_of(one, value.part, published) for one in units_on(value, published)]
    if not found:
        return UNKNOWN
    if found[0] == found[-1]:
        return found[0]
    return Bounds(
        low=found[0].low, high=found[-1].high, edtf=edtf_parts(value) or edtf_of(found[0].low, found[-1].high)
    )


def _part_of(whole: Bounds, part: str | None, published: date | None) -> Bounds:
    if part is None or whole.low is None or whole.high is None:
        return whole
    if part in ("start", "mid", "end"):
        return third_of(whole, part)
    if published is None:
        return whole
    now = max(whole.low, min(whole.high, published))
    return between(whole.low, now) if part == "earlier" else between(now, whole.high)


def _fits(value: TimeValue, low: date, high: date) -> bool:
    """False where the days are of another month or weekday than the words say."""
    if value.weekday is not None and low == high and value.weekday != low.isoweekday():
        return False
    if value.day is not None and low == high and value.day != low.day:
        return False
    return value.month is None or (low.year, low.month) != (high.year, high.month) or value.month == low.month


def _on_weekday(value: TimeValue, found: Bounds) -> Bounds:
    """Keep of a day and month without a year those that fall on the weekday said with them."""
    if value.weekday is None or value.day is None or value.month is None or value.year is not None:
        return found
    if found.low is None or found.high is None:
        return found
    years = candidate_years(value, found.low.year, found.high.year)
    days = [day for year in years if (day := day_in(year, value.month, value.day)) and found.low <= day <= found.high]
    return between(min(days), max(days)) if days else UNKNOWN


def _apply_bound(bound: str | None, found: Bounds, published: Bounds) -> Bounds:
    if bound is None or not (found.low or found.high):
        return found
    if bound in ("since", "after"):
        end = (
            published.high
            if bound == "since" and published.high and found.low and published.high >= found.low
            else None
        )
        return _opened(found, found.low, end)
    return _opened(found, None, found.high)


def _opened(found: Bounds, low: date | None, high: date | None) -> Bounds:
    """Bounds with the open or new end; the EDTF text keeps the precision of what was said."""
    if found.edtf is None or "/" in found.edtf or "X" in found.edtf or (low and high):
        return between(low, high)
    return Bounds(low=low, high=high, edtf=f"{found.edtf}/.." if low else f"../{found.edtf}")


def _first_day(holds: Callable[[date], bool], low: date, high: date, reach: int) -> date | None:
    """The first day from which a monotone condition holds, within `reach` days of the bounds."""
    start, end = low.toordinal() - reach, min(high.toordinal() + reach, date.max.toordinal() - reach)
    if start >= end or not holds(date.fromordinal(end)):
        return None
    while start < end:
        middle = (start + end) // 2
        if holds(date.fromordinal(middle)):
            end = middle
        else:
            start = middle + 1
    return date.fromordinal(start)
