"""The timeline's geometry: a folded axis with every event's bounds drawn as they are known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from variorum.views.chronology import EventEntry
from variorum.views.timescale import Scale, Tick, find_folds, fold_days, name_ticks

WIDTH, LEFT, RIGHT = 1080.0, 14.0, 1066.0
LANE, TOP, FOOT, TALLEST = 20.0, 8.0, 26.0, 460.0
"""Pixels: height of a lane, room above the first, room for the axis below the last; all lanes together."""

LETTER = 5.9
"""Pixels a letter of a label takes, on average."""

LONGEST_LABEL, LABELS, FADE = 46, 16, 42.0


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
class Axis:
    """All that the picture needs, in pixels."""

    width: float
    height: float
    base: float
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    folds: tuple[float, ...]
    undated: tuple[EventEntry, ...]


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
        ticks=name_ticks(scale),
        folds=find_folds(scale),
        undated=tuple(event for event in events if event.undated),
    )


def _scale(dated: Iterable[EventEntry]) -> Scale:
    days = {day.toordinal() for event in dated for day in (event.low, event.high) if day}
    ends = {event.high.toordinal() + 1 for event in dated if event.high}
    return fold_days(days | ends, LEFT + FADE, RIGHT - FADE)


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
