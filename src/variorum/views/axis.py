"""The timeline's geometry: a folded axis with every event's bounds drawn as they are known.

The axis keeps order and bounds true and shortens long stretches: the width between two
neighbouring days that matter grows with the logarithm of the days between them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import log1p

from variorum.views.chronology import EventEntry
from variorum.views.days import MONTHS

WIDTH, LEFT, RIGHT = 1080.0, 14.0, 1066.0
LANE, TOP, FOOT, TALLEST = 20.0, 8.0, 26.0, 460.0
"""Pixels: height of a lane, room above the first, room for the axis below the last; all lanes together."""

LETTER = 5.9
"""Pixels a letter of a label takes, on average."""

LONGEST_LABEL, LABELS, FADE = 46, 16, 42.0
FOLD_DAYS = 550
"""Days without an event from which the axis shows a fold."""

TICK_GAP = 52.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One event on the axis. A bar from `left` to `right`, a tick where both are one day; open ends fade."""

    event: EventEntry
    left: float
    right: float
    lane: int
    y: float
    label: str
    label_x: float
    anchor: str
    fades_left: bool
    fades_right: bool

    @property
    def tick(self) -> bool:
        return self.right - self.left < 3 and not (self.fades_left or self.fades_right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day named on the axis."""

    x: float
    text: str
    year: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """All that the picture needs, in pixels."""

    width: float
    height: float
    base: float
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    folds: tuple[float, ...]
    undated: tuple[EventEntry, ...]


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


def draw_axis(events: Sequence[EventEntry]) -> Axis | None:
    """Lay out the timeline, or None where no event has a date."""
    dated = [event for event in events if not event.undated]
    if not dated:
        return None
    scale = _scale(dated)
    marks, lanes = _place(dated, scale)
    height = min(LANE, TALLEST / max(1, lanes))
    base = round(TOP + lanes * height + 4, 1)
    return Axis(
        width=WIDTH,
        height=base + FOOT,
        base=base,
        marks=tuple(replace(mark, y=round(TOP + (mark.lane + 0.5) * height, 1)) for mark in marks),
        ticks=_ticks(scale),
        folds=_folds(scale),
        undated=tuple(event for event in events if event.undated),
    )


def _scale(dated: Iterable[EventEntry]) -> Scale:
    days = {day.toordinal() for event in dated for day in (event.low, event.high) if day}
    ends = {event.high.toordinal() + 1 for event in dated if event.high}
    points = sorted(days | ends)
    if len(points) == 1:
        points = [points[0] - 1, points[0] + 1]
    weights = [log1p(high - low) for low, high in pairwise(points)]
    total, places = sum(weights), [LEFT + FADE]
    for weight in weights:
        places.append(places[-1] + (RIGHT - LEFT - 2 * FADE) * weight / total)
    return Scale(days=tuple(points), places=tuple(places))


def _place(dated: Sequence[EventEntry], scale: Scale) -> tuple[tuple[Mark, ...], int]:
    """Put each event in the first lane where it and its label are free."""
    named = {event.event_id for event in sorted(dated, key=lambda e: (-e.salience, e.event_id))[:LABELS]}
    lanes: list[list[tuple[float, float]]] = []
    marks = []
    for event in dated:
        label = _short(event.label) if event.event_id in named else ""
        left, right = _ends(event, scale)
        outer = (left - (FADE if event.low is None else 0), right + (FADE if event.high is None else 0))
        label_x, anchor, taken = _beside(outer, label)
        lane = next((i for i, used in enumerate(lanes) if _free(used, taken)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(taken)
        marks.append(
            Mark(
                event=event,
                left=left,
                right=right,
                lane=lane,
                y=0.0,
                label=label,
                label_x=label_x,
                anchor=anchor,
                fades_left=event.low is None,
                fades_right=event.high is None,
            )
        )
    return tuple(marks), len(lanes)


def _short(label: str) -> str:
    if len(label) <= LONGEST_LABEL:
        return label
    return label[: label.rfind(" ", 0, LONGEST_LABEL)].rstrip(" ,;:–-") + " …"


def _ends(event: EventEntry, scale: Scale) -> tuple[float, float]:
    if event.low and event.high:
        left, right = scale.at(event.low.toordinal()), scale.at(event.high.toordinal() + 1)
        return (left, left) if event.low == event.high else (left, max(right, left + 3))
    known = event.low or event.high or date.min
    at = scale.at(known.toordinal())
    return at, at


def _beside(outer: tuple[float, float], label: str) -> tuple[float, str, tuple[float, float]]:
    """Where the label goes: right of the mark, or left of it where the edge is near."""
    left, right = outer
    width = len(label) * LETTER
    if right + 9 + width <= WIDTH or left - 9 - width < 0:
        return right + 9, "start", (left - 8, right + 9 + width + 10)
    return left - 9, "end", (left - 9 - width - 10, right + 8)


def _free(used: Iterable[tuple[float, float]], taken: tuple[float, float]) -> bool:
    return all(taken[1] <= left or right <= taken[0] for left, right in used)


def _folds(scale: Scale) -> tuple[float, ...]:
    pairs = zip(scale.days, scale.days[1:], scale.places, scale.places[1:], strict=False)
    return tuple(round((x1 + x2) / 2, 1) for low, high, x1, x2 in pairs if high - low > FOLD_DAYS)


def _ticks(scale: Scale) -> tuple[Tick, ...]:
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
