"""The units of the calendar that a time value can name on a day: the last Monday, the next March, the week before.

Pure functions; what they go by is told in `schema.resolution`.
"""

from collections.abc import Callable
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
    this_season,
    unit_at,
    years_from,
)
from variorum.schema.dates import UNKNOWN, Bounds, in_month, in_year, on_day
from variorum.schema.times import TimeValue

SPAN_DAYS = {"hour": 1, "day": 1, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653}
FURTHEST = 500 * 366
"""Reach of what is counted, in days: nothing further from the day of writing is named."""
_JUST_OVER = 35
"""Days for which a date without a year, told with a verb of the future, may be the one just past."""


def units_on(value: TimeValue, published: date | None) -> tuple[Bounds, ...]:
    """The one or two units that the words can name on a day, the earlier first."""
    if value.year is not None:
        return (_in_named_year(value, value.year),)
    if value.base is not None and value.hangs:
        return _from_base(value, value.base, published)
    if published is None or abs(value.shift or 0) * SPAN_DAYS.get(value.unit or "day", 366) > FURTHEST:
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
    found = (counted_from(one.high, value) for one in units_on(base.until or base, published) if one.high)
    return tuple(one for one in found if one)


def counted_from(end: date, value: TimeValue) -> Bounds | None:
    """The unit of a value that lies its `offset` of units from a day; None beyond what any report speaks of."""
    unit, offset = value.unit or "day", value.offset or 0
    near = abs(offset) * SPAN_DAYS.get(unit, 366) <= FURTHEST
    return _weekday_in(unit_at(end, unit, offset), value) if near else None


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


def _weekday_in(unit: Bounds, value: TimeValue) -> Bounds:
    """Narrow a week to the weekday said with it ("Tuesday last week")."""
    if value.weekday is None or unit.low is None or value.unit != "week":
        return unit
    return on_day(unit.low + timedelta(days=value.weekday - 1))
