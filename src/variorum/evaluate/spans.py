"""Which answer goes with which gold item: spans matched one to one."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """Anything with a start and an end in code points, half-open."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


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
        (not exact(g, a), -overlap(g, a), i, j)
        for i, g in enumerate(gold)
        for j, a in enumerate(answers)
        if overlap(g, a) and fits(g, a)
    ]
    taken_gold: set[int] = set()
    taken_answers: set[int] = set()
    found = []
    for *_, i, j in sorted(pairs):
        if i not in taken_gold and j not in taken_answers:
            taken_gold.add(i)
            taken_answers.add(j)
            found.append((i, j))
    return sorted(found)
