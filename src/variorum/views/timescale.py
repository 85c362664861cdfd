"""Days on a folded axis: order and bounds are true, long stretches are shortened.

The width between two neighbouring days that matter grows with the logarithm of the days between them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log1p

from variorum.views.days import MONTHS

FOLD_DAYS = 550
"""Days without an event from which the axis shows a fold."""

TICK_GAP = 52.0
"""Pixels between the middles of two names at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day named on the axis."""

    x: float
    text: str
    year: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Ordinal days to pixels, piecewise linear between `days` at `places`."""

    days: tuple[int, ...]
    places: tuple[float, ...]

    def at(self, day: int) -> float:
        """Where a day stands; days outside stand at the nearest end."""
        for i in range(1, len(self.days)):
            if day <= self.days[i]:
                low, high = self.days[i - 1], self.days[i]
                share = max(0.0, (day - low) / (high - low))
                return round(self.places[i - 1] + share * (self.places[i] - self.places[i - 1]), 1)
        return self.places[-1]


def fold_days(days: Iterable[int], left: float, right: float) -> Scale:
    """Place ordinal days between two ends, given in pixels.

    Args:
        days: at least one.
    """
    points = sorted(set(days))
    if len(points) == 1:
        points = [points[0] - 1, points[0] + 1]
    weights = [log1p(high - low) for low, high in pairwise(points)]
    total, places = sum(weights), [left]
    for weight in weights:
        places.append(places[-1] + (right - left) * weight / total)
    return Scale(days=tuple(points), places=tuple(places))


def find_folds(scale: Scale) -> tuple[float, ...]:
    """Where the axis shows that it is folded, in pixels."""
    pairs = zip(scale.days, scale.days[1:], scale.places, scale.places[1:], strict=False)
    return tuple(round((x1 + x2) / 2, 1) for low, high, x1, x2 in pairs if high - low > FOLD_DAYS)


def name_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Years first, then months and days, wherever a name still fits; none inside a fold."""
    first, last = date.fromordinal(scale.days[0]), date.fromordinal(scale.days[-1])
    gaps = [(a, b) for a, b in pairwise(scale.days) if b - a > FOLD_DAYS]
    months = _months(first, last)
    wanted = [day for day in months if day.month == 1] + [first] + [day for day in months if day.month != 1]
    wanted += [date.fromordinal(day) for day in scale.days[:400]]
    placed: list[tuple[float, date]] = []
    for day in wanted:
        x = scale.at(day.toordinal())
        folded = any(a < day.toordinal() < b for a, b in gaps)
        if not folded and all(abs(x - other) >= TICK_GAP for other, _ in placed):
            placed.append((x, day))
    placed.sort()
    return tuple(_tick(x, day, placed[i - 1][1] if i else None) for i, (x, day) in enumerate(placed))


def _months(first: date, last: date) -> list[date]:
    """First days of months between two days; of years alone where the span is long."""
    step = 1 if last.year - first.year < 40 else 12
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    offset = first.month - 1 if step == 1 else 0
    days = (date(first.year + (offset + i) // 12, (offset + i) % 12 + 1, 1) for i in range(0, count + offset, step))
    return [day for day in days if first <= day <= last]


def _tick(x: float, day: date, before: date | None) -> Tick:
    new_year = before is None or before.year != day.year
    if day.day == 1:
        name = MONTHS[day.month - 1]
        text = str(day.year) if day.month == 1 else f"{name} {day.year}" if new_year else name
    else:
        text = f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if new_year else "")
    return Tick(x=x, text=text, year=new_year)
