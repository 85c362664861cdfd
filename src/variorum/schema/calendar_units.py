"""Stretches of the Gregorian calendar as bounds: months, seasons, quarters, half years, weeks and their thirds.

Seasons are meteorological and northern. Which stretch a time expression means is decided in `schema.resolution`.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from variorum.schema.dates import SEASONS, UNKNOWN, Bounds, between, in_month, in_year, on_day

FIRST_MONTHS = {
    "spring": 3,
    "summer": 6,
    "autumn": 9,
    "winter": 12,
    "Q1": 1,
    "Q2": 4,
    "Q3": 7,
    "Q4": 10,
    "H1": 1,
    "H2": 7,
}
"""First month of each season, quarter and half year; a winter begins in December."""

_HALF_MONTHS = 6
_SEASON_MONTHS = 3


def day_in(year: int, month: int, day: int) -> date | None:
    """The day of the calendar, or None where it has no such day (31 June)."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def months_on(day: date, shift: int) -> tuple[int, int]:
    """Year and month that lie `shift` months from a day's own."""
    index = day.year * 12 + day.month - 1 + shift
    return index // 12, index % 12 + 1


def season_from(year: int, season: str) -> Bounds:
    """The season, quarter or half year that begins in a year."""
    low = date(year, FIRST_MONTHS[season], 1)
    last = months_on(low, (_HALF_MONTHS if season[0] == "H" else _SEASON_MONTHS) - 1)
    high = date(*last, monthrange(*last)[1])
    code = SEASONS.get(season)
    return Bounds(low=low, high=high, edtf=f"{year:04d}-{code}") if code else between(low, high)


def season_in(year: int, season: str) -> Bounds:
    """The season of a year; a winter's bounds hold both that begins and that ends in it, as the words do not say."""
    if season != "winter":
        return season_from(year, season)
    low = season_from(year - 1, season).low
    return Bounds(low=low, high=season_from(year, season).high, edtf=f"{year:04d}-{SEASONS[season]}")


def this_season(day: date, season: str) -> Bounds:
    """The season of a day's year; of winters the one nearer to the day."""
    return season_from(day.year - 1 if season == "winter" and day.month < 7 else day.year, season)


def feast_in(year: int, feast: tuple[int, ...]) -> date:
    """The day of a feast that moves: (month, weekday, which of the month, -1 the last) or (days from Easter Sunday,).

    Easter is the Gregorian one, in years after 1582. Source: Meeus, Astronomical Algorithms, chapter 8.
    """
    if len(feast) == 1:
        return easter_in(year) + timedelta(days=feast[0])
    month, weekday, which = feast
    days = [day for number in range(1, 32) if (day := day_in(year, month, number)) and day.isoweekday() == weekday]
    return days[which - 1 if which > 0 else which]


def easter_in(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def latest_feast(feast: tuple[int, ...]) -> Callable[[date], Bounds]:
    """Make the function from a day to the last such feast on or before it."""
    return lambda published: on_day(
        max(day for back in (0, 1) if (day := feast_in(published.year - back, feast)) <= published)
    )


def next_feast(feast: tuple[int, ...]) -> Callable[[date], Bounds]:
    """Make the function from a day to the first such feast on or after it."""
    return lambda published: on_day(
        min(day for ahead in (0, 1) if (day := feast_in(published.year + ahead, feast)) >= published)
    )


def latest_day(month: int, day: int) -> Callable[[date], Bounds]:
    """Make the function from a day to the last such day and month on or before it."""

    def found(published: date) -> Bounds:
        days = (day_in(published.year - back, month, day) for back in range(9))
        return next((on_day(one) for one in days if one and one <= published), UNKNOWN)

    return found


def next_day(month: int, day: int) -> Callable[[date], Bounds]:
    """Make the function from a day to the first such day and month on or after it."""

    def found(published: date) -> Bounds:
        days = (day_in(published.year + ahead, month, day) for ahead in range(9))
        return next((on_day(one) for one in days if one and one >= published), UNKNOWN)

    return found


def latest_month(month: int) -> Callable[[date], Bounds]:
    """Make the function from a day to the last month of that number that had begun by then."""
    return lambda published: in_month(published.year - (published.month < month), month)


def next_month(month: int) -> Callable[[date], Bounds]:
    """Make the function from a day to the first month of that number that had not ended by then."""
    return lambda published: in_month(published.year + (published.month > month), month)


def latest_season(season: str, *, over: bool) -> Callable[[date], Bounds]:
    """Make the function from a day to the last season that had begun (or, with `over`, had ended before) then."""

    def found(published: date) -> Bounds:
        seasons = (season_from(published.year - back, season) for back in range(3))
        return next((one for one in seasons if (one.high < published if over else one.low <= published)), UNKNOWN)  # type: ignore[operator]

    return found


def next_season(season: str, *, over: bool) -> Callable[[date], Bounds]:
    """Make the function from a day to the first season that had not ended (or, with `over`, begins after) then."""

    def found(published: date) -> Bounds:
        seasons = (season_from(published.year + ahead, season) for ahead in range(-1, 3))
        return next((one for one in seasons if (one.low > published if over else one.high >= published)), UNKNOWN)  # type: ignore[operator]

    return found


def unit_at(day: date, unit: str, shift: int) -> Bounds:
    """The unit that lies `shift` units from a day's own.

    Args:
        unit: hour, day, week, weekend, month, quarter, year, decade or century. Hours give the days they may fall on.

    Raises:
        ValueError: another unit.
    """
    match unit:
        case "hour":
            away = timedelta(days=-(-abs(shift) // 24))
            return between(day - away, day) if shift < 0 else between(day, day + away)
        case "day":
            return on_day(day + timedelta(days=shift))
        case "week" | "weekend":
            monday = day + timedelta(days=7 * shift - day.weekday())
            return between(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6))
        case "month":
            return in_month(*months_on(day, shift))
        case "quarter":
            year, month = months_on(day, 3 * shift)
            return season_from(year, f"Q{(month + 2) // 3}")
        case "year":
            return in_year(day.year + shift)
        case "decade":
            return years_from((day.year // 10 + shift) * 10, 10)
        case "century":
            return years_from((day.year // 100 + shift) * 100, 100)
    raise ValueError(f"{unit} is no unit of the calendar")


def years_from(year: int, length: int) -> Bounds:
    """A decade (`length` 10) or century (100) from its first year, counted from the year ending in 0."""
    digits = len(str(length)) - 1
    text = f"{year:04d}"[:-digits] + "X" * digits
    return Bounds(low=date(year, 1, 1), high=date(year + length - 1, 12, 31), edtf=text)


def third_of(whole: Bounds, part: str) -> Bounds:
    """The first (start), middle (mid) or last (end) third, rounded outward; of a year, four whole months.

    Raises:
        ValueError: another part, or bounds that are open.
    """
    if whole.low is None or whole.high is None or part not in ("start", "mid", "end"):
        raise ValueError(f"no {part} of {whole.edtf}")
    index = ("start", "mid", "end").index(part)
    if whole == in_year(whole.low.year):
        low = date(whole.low.year, 4 * index + 1, 1)
        return between(low, in_month(low.year, low.month + 3).high)
    days = (whole.high - whole.low).days + 1
    first, last = days * index // 3, -(-days * (index + 1) // 3) - 1
    return between(whole.low + timedelta(days=first), whole.low + timedelta(days=last))
