"""Days with their uncertainty: bounds, and the EDTF text that says them. Precision is never invented.

Source: Extended Date/Time Format, Library of Congress, 2019, levels 0 and 1; ISO 8601-2.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A time as known: first and last possible day (inclusive; None is open) and its EDTF text.

    `edtf` may say more than the bounds do ("XXXX-05": a May of an unknown year) and is None where nothing is known.
    """

    low: date | None = None
    high: date | None = None
    edtf: str | None = None

    @property
    def known(self) -> bool:
        """True where both ends are known."""
        return self.low is not None and self.high is not None

    @property
    def days(self) -> int | None:
        """Number of days spanned, or None where an end is open."""
        return (self.high - self.low).days + 1 if self.low and self.high else None


UNKNOWN = Bounds()


def on_day(day: date) -> Bounds:
    """Bounds of one day."""
    return Bounds(low=day, high=day, edtf=day.isoformat())


def in_month(year: int, month: int) -> Bounds:
    """Bounds of a month."""
    last = monthrange(year, month)[1]
    return Bounds(low=date(year, month, 1), high=date(year, month, last), edtf=f"{year:04d}-{month:02d}")


def in_year(year: int) -> Bounds:
    """Bounds of a year."""
    return Bounds(low=date(year, 1, 1), high=date(year, 12, 31), edtf=f"{year:04d}")


def between(low: date | None, high: date | None) -> Bounds:
    """Bounds from two days, either of which may be open; the EDTF text is the shortest that says them."""
    if low is None and high is None:
        return UNKNOWN
    return Bounds(low=low, high=high, edtf=edtf_of(low, high))


def edtf_of(low: date | None, high: date | None) -> str:
    """The shortest EDTF text of two bounds: a day, month or year where they span exactly that, else an interval."""
    if low is None or high is None:
        return f"{low.isoformat() if low else '..'}/{high.isoformat() if high else '..'}"
    if low == high:
        return low.isoformat()
    if low == date(low.year, 1, 1) and high == date(low.year, 12, 31):
        return f"{low.year:04d}"
    if low.day == 1 and (high + timedelta(days=1)).day == 1 and (low.year, low.month) == (high.year, high.month):
        return f"{low.year:04d}-{low.month:02d}"
    return f"{low.isoformat()}/{high.isoformat()}"


def intersect(one: Bounds, two: Bounds) -> Bounds | None:
    """What two bounds leave possible together; None where they cannot both hold.

    Where one lies within the other, the narrower is returned as it is, with its own EDTF text.
    """
    low = max((d for d in (one.low, two.low) if d), default=None)
    high = min((d for d in (one.high, two.high) if d), default=None)
    if low and high and low > high:
        return None
    for side in (one, two):
        if (side.low, side.high) == (low, high) and side.edtf:
            return side
    return between(low, high)


def compatible(one: Bounds, two: Bounds) -> bool:
    """True where some day fits both; open ends fit anything."""
    over = (one.low and two.high and one.low > two.high) or (two.low and one.high and two.low > one.high)
    return not over


def read_edtf(text: str) -> Bounds:
    """Read a day, month, year, season or interval of EDTF (levels 0 and 1, without qualifiers) as bounds.

    Seasons are meteorological and northern. Unspecified digits (X) bound nothing.

    Raises:
        ValueError: the text is none of these.
    """
    first, mark, last = text.partition("/")
    if not mark:
        return replace(_one_edtf(first), edtf=text)
    ends = [UNKNOWN if part in ("..", "") else _one_edtf(part) for part in (first, last)]
    return Bounds(low=ends[0].low, high=ends[1].high, edtf=text)


def _one_edtf(text: str) -> Bounds:
    if "X" in text:
        return UNKNOWN
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return on_day(date(*parts))
    if len(parts) == 1:
        return in_year(parts[0])
    year, month = parts
    if month in SEASONS.values():
        start = {21: 3, 22: 6, 23: 9, 24: 12}[month]
        last = in_month(year + (start == 12), (start + 1) % 12 + 1).high
        return Bounds(low=date(year, start, 1), high=last, edtf=text)
    return in_month(year, month)
