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
from datetime import date, timedelta

from variorum.schema.calendar_units import (
    day_in,
    feast_in,
    latest_day,
    latest_feast,
    latest_month,
    latest_season,
    next_day,
    next_feast,
    next_month,
    next_season,
    season_in,
    third_of,
    this_season,
    unit_at,
    years_from,
)
from variorum.schema.dates import SEASONS, UNKNOWN, Bounds, between, edtf_of, in_month, in_year, on_day
from variorum.schema.times import TimeValue

_SPAN_DAYS = {"hour": 1, "day": 1, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653}
_REACH = 10 * 366
_FURTHEST = 500 * 366
_SAME_DAY = 12
"""Hours ago that are usually of the day of publication."""
_JUST_OVER = 35
"""Days for which a date without a year, told with a verb of the future, may be the one just past."""


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
    reach = _REACH + (abs(value.shift or value.offset or 0) + 1) * _SPAN_DAYS.get(value.unit or "day", 366)
    if reach > _FURTHEST or actual.low.toordinal() < reach + 366:
        return UNKNOWN
    bare = replace(value, weekday=None) if value.day is not None else value
    start, end = actual.low, actual.high
    first = _first_day(lambda day: (_named_on(bare, day).high or date.min) >= start, start, end, reach)
    after = _first_day(lambda day: (_named_on(bare, day).low or date.min) > end, start, end, reach)
    return between(first, after - timedelta(days=1)) if first and after and first < after else UNKNOWN


def timex_on(value: TimeValue, published: date | None) -> str:
    """The TIMEX3 value on a day of publication; as the words have it where that is not known or not needed.

    Without direction a day, month or quarter of the year is the nearest one, anything else the past one, as usual in
    the news.
    """
    head, mark, clock = value.timex.partition("T")
    if value.grain is None or head.startswith("P") or value.timex.endswith("_REF"):
        return value.timex
    if value.absolute and not (value.hangs or value.feast):
        return value.timex
    found = _usual(value, published)
    if found is None or found.low is None:
        return value.timex
    same_day = value.grain == "hour" and -_SAME_DAY < (value.shift or 0) < 0
    return _timex_of(value, found.high if same_day and found.high else found.low) + mark + clock


def _usual(value: TimeValue, published: date | None) -> Bounds | None:
    """The one unit that is usually meant in the news where neither words nor tense say past or future."""
    if value.base is not None and value.hangs:
        base = _usual(value.base.until or value.base, published)
        return _offset_from(base.high, value) if base and base.high else None
    nearest = value.month or value.feast or (value.season and value.season[0] == "Q")
    value = value if nearest else replace(value, direction=value.direction or "past")
    told = value.weekday if value.day else None
    found = [one for one in _whole_on(value, published) if one.low and told in (None, one.low.isoweekday())]
    if published is None:
        return found[0] if found else None
    return min(found, key=lambda one: abs(((one.low or published) - published).days), default=None)


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
    found = [_part_of(one, value.part, published) for one in _whole_on(value, published)]
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


def _whole_on(value: TimeValue, published: date | None) -> tuple[Bounds, ...]:
    """The one or two units that the words can name on a day, the earlier first."""
    if value.year is not None:
        return (_in_named_year(value, value.year),)
    if value.base is not None and value.hangs:
        return _from_base(value, value.base, published)
    if published is None or abs(value.shift or 0) * _SPAN_DAYS.get(value.unit or "day", 366) > _FURTHEST:
        return ()
    if value.unit is not None and value.shift is not None:
        if value.unit == "year" and (value.month or value.season):
            return (_in_named_year(value, published.year + value.shift),)
        shift = value.shift - 1 if _is_last_weekend(value, published) else value.shift
        return (_weekday_in(unit_at(published, value.unit, shift), value),)
    if value.feast:
        return _near(value, published, latest_feast(value.feast), next_feast(value.feast))
    if value.month is not None and value.day is not None:
        return _near(value, published, latest_day(value.month, value.day), next_day(value.month, value.day))
    if value.month is not None:
        return _near(value, published, latest_month(value.month), next_month(value.month))
    if value.season is not None:
        return _season_on(value, published, value.season)
    return _weekday_on(value, published) if value.weekday is not None else ()


def _is_last_weekend(value: TimeValue, published: date) -> bool:
    """True for "the weekend" of the past, written on a weekday: the one before."""
    return (value.unit, value.shift, value.direction) == ("weekend", 0, "past") and published.isoweekday() < 6


def _from_base(value: TimeValue, base: TimeValue, published: date | None) -> tuple[Bounds, ...]:
    """The unit that lies `offset` units from the end of the time it hangs on."""
    found = (_offset_from(one.high, value) for one in _whole_on(base.until or base, published) if one.high)
    return tuple(one for one in found if one)


def _offset_from(end: date, value: TimeValue) -> Bounds | None:
    unit, offset = value.unit or "day", value.offset or 0
    near = abs(offset) * _SPAN_DAYS.get(unit, 366) <= _FURTHEST
    return _weekday_in(unit_at(end, unit, offset), value) if near else None


def _fits(value: TimeValue, low: date, high: date) -> bool:
    """False where the days are of another month or weekday than the words say."""
    if value.weekday is not None and low == high and value.weekday != low.isoweekday():
        return False
    if value.day is not None and low == high and value.day != low.day:
        return False
    return value.month is None or (low.year, low.month) != (high.year, high.month) or value.month == low.month


def _in_named_year(value: TimeValue, year: int) -> Bounds:
    if value.feast:
        return on_day(feast_in(year, value.feast))
    if value.month is not None and value.day is not None:
        day = day_in(year, value.month, value.day)
        return on_day(day) if day else UNKNOWN
    if value.month is not None:
        return in_month(year, value.month)
    if value.season is not None:
        return season_in(year, value.season)
    if value.unit in ("decade", "century") and value.shift is None:
        return years_from(year, 10 if value.unit == "decade" else 100)
    return in_year(year)


def _weekday_on(value: TimeValue, published: date) -> tuple[Bounds, ...]:
    weekday = value.weekday or 1
    since = (published.isoweekday() - weekday) % 7
    until = (weekday - published.isoweekday()) % 7
    if value.shift:
        since, until = since or 7, until or 7
    return _directed(
        value,
        published,
        lambda day: on_day(day - timedelta(days=since)),
        lambda day: on_day(day + timedelta(days=until)),
    )


def _season_on(value: TimeValue, published: date, season: str) -> tuple[Bounds, ...]:
    if value.shift == 0:
        return (this_season(published, season),)
    over = value.shift is not None
    return _directed(value, published, latest_season(season, over=over), next_season(season, over=over))


def _directed(
    value: TimeValue, published: date, latest: Callable[[date], Bounds], following: Callable[[date], Bounds]
) -> tuple[Bounds, ...]:
    """The unit before or after a day by the value's shift or direction; both where it has neither."""
    direction = value.direction
    if value.shift:
        direction = "past" if value.shift < 0 else "future"
    if direction == "past":
        return (latest(published),)
    return (following(published),) if direction == "future" else (latest(published), following(published))


def _near(
    value: TimeValue, published: date, latest: Callable[[date], Bounds], following: Callable[[date], Bounds]
) -> tuple[Bounds, ...]:
    """As `_directed`, but both where tense alone says the one ahead and the one before is a few weeks past.

    Times of the past are kept: "in January" of a report in December is eleven months ago.
    """
    found = _directed(value, published, latest, following)
    if value.shift or value.direction != "future":
        return found
    before = latest(published)
    near = before.high is not None and (published - before.high).days < _JUST_OVER
    return (before, *found) if near and before != found[0] else found


def _weekday_in(unit: Bounds, value: TimeValue) -> Bounds:
    """Narrow a week to the weekday said with it ("Tuesday last week")."""
    if value.weekday is None or unit.low is None or value.unit != "week":
        return unit
    return on_day(unit.low + timedelta(days=value.weekday - 1))


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


def _timex_of(value: TimeValue, low: date) -> str:
    match value.grain:
        case "day" | "hour":
            return low.isoformat()
        case "week" | "weekend":
            iso = low.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if value.grain == "weekend" else "")
        case "month":
            return f"{low.year:04d}-{low.month:02d}"
        case "quarter":
            return f"{low.year:04d}-Q{(low.month + 2) // 3}"
        case "half":
            return f"{low.year:04d}-H{1 if low.month < 7 else 2}"
        case "decade":
            return f"{low.year // 10:03d}"
        case "century":
            return f"{low.year // 100:02d}"
        case "season":
            return f"{low.year:04d}-{_CODES[value.season or 'spring']}"
    return f"{low.year:04d}"


_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
