"""Overlapping spans flattened into runs of text that do not overlap."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A half-open span of a text with the key it is found by and the layer it is drawn in (or "")."""

    start: int
    end: int
    key: str
    layer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of text under the same spans. `starts` are the keys of spans that begin with it."""

    text: str
    keys: tuple[str, ...]
    layers: tuple[str, ...]
    starts: tuple[str, ...]


def flatten_spans(text: str, start: int, end: int, spans: Iterable[Marked]) -> tuple[Segment, ...]:
    """Cut text[start:end] at every border of a span.

    Returns:
        Segments in text order; their texts joined are text[start:end] again. Spans of no
        length or outside the range are left out; a span that begins before `start` begins here.
    """
    inside = [span for span in spans if span.start < end and span.end > start and span.start < span.end]
    borders = sorted({start, end, *(max(s.start, start) for s in inside), *(min(s.end, end) for s in inside)})
    opening: dict[int, list[Marked]] = {}
    for span in inside:
        opening.setdefault(max(span.start, start), []).append(span)
    made, active = [], list[Marked]()
    for left, right in pairwise(borders):
        begins = sorted(opening.get(left, []), key=lambda s: s.key)
        active = [span for span in active if span.end > left] + begins
        made.append(_segment(text[left:right], active, tuple(s.key for s in begins if s.start == left)))
    return tuple(made)


def _segment(text: str, active: list[Marked], starts: tuple[str, ...]) -> Segment:
    return Segment(
        text=text,
        keys=tuple(sorted({span.key for span in active})),
        layers=tuple(sorted({span.layer for span in active if span.layer})),
        starts=tuple(dict.fromkeys(starts)),
    )
