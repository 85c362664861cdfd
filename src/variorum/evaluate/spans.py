"""Which answer goes with which gold item: spans matched one to one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """Anything with a start and an end in code points, half-open."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretches:
    """One span in one or more pieces, (start, end) each; start and end are those of the hull."""

    pieces: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return min(start for start, _ in self.pieces)

    @property
    def end(self) -> int:
        return max(end for _, end in self.pieces)

    @property
    def points(self) -> frozenset[int]:
        """All code points that lie in a piece."""
        return frozenset(point for start, end in self.pieces for point in range(start, end))

    def likeness(self, other: "Stretches") -> float:
        """Code points shared over those of the longer of the two, 0 to 1."""
        if not overlap(self, other):
            return 0.0
        return len(self.points & other.points) / max(len(self.points), len(other.points))


def stretch_over(spans: Iterable[Spanned]) -> Stretches:
    """Some spans as the pieces of one."""
    return Stretches(pieces=tuple((span.start, span.end) for span in spans))


def touches(one: Iterable[Spanned], other: Iterable[Spanned]) -> bool:
    """True where any span of one side overlaps any of the other."""
    others = list(other)
    return any(overlap(a, b) for a in one for b in others)


Gold = TypeVar("Gold", bound=Spanned)
Answer = TypeVar("Answer", bound=Spanned)


def overlap(one: Spanned, two: Spanned) -> int:
    """Code points that two spans share."""
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def exact(one: Spanned, two: Spanned) -> bool:
    """True where two spans are the same."""
    return (one.start, one.end) == (two.start, two.end)


def match_spans(
    gold: Sequence[Gold],
    answers: Sequence[Answer],
    fits: Callable[[Gold, Answer], bool] = lambda _gold, _answer: True,
) -> list[tuple[int, int]]:
    """Pair overlapping spans one to one, the best first: the same span, then the largest overlap, then text order.

    Args:
        fits: what else a pair must have in common, such as the type.

    Returns:
        Pairs of indexes into gold and answers, in order of gold. Each index stands in one pair at most.
    """
    pairs = [
        ((not exact(g, a), -overlap(g, a)), i, j)
        for i, g in enumerate(gold)
        for j, a in enumerate(answers)
        if overlap(g, a) and fits(g, a)
    ]
    return _pair_off(pairs)


def match_best(
    gold: Sequence[Gold], answers: Sequence[Answer], likeness: Callable[[Gold, Answer], float], *, least: float
) -> list[tuple[int, int, float]]:
    """Pair gold items and answers one to one, the most alike first, then in text order.

    Args:
        likeness: of a pair, 0 to 1. least: what a pair must have.

    Returns:
        Indexes into gold and answers with their likeness, in order of gold.
    """
    alike = {(i, j): likeness(g, a) for i, g in enumerate(gold) for j, a in enumerate(answers)}
    pairs = [((-worth,), i, j) for (i, j), worth in alike.items() if worth >= least]
    return [(i, j, alike[i, j]) for i, j in _pair_off(pairs)]


def _pair_off(pairs: Iterable[tuple[tuple[float, ...], int, int]]) -> list[tuple[int, int]]:
    """Of pairs with a rank those that the best rank first leaves, each index once."""
    taken_gold: set[int] = set()
    taken_answers: set[int] = set()
    found = []
    for _, i, j in sorted(pairs):
        if i not in taken_gold and j not in taken_answers:
            taken_gold.add(i)
            taken_answers.add(j)
            found.append((i, j))
    return sorted(found)
