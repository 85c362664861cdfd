"""Numbers as reports give them: low, best, high by one stated rule.

| qualifier | low | best | high |
| --- | --- | --- | --- |
| exact n | n | n | n |
| about n | n less 10 % | n | n plus 10 % |
| nearly n | n less 10 % | n | n |
| at_least n | n | n | open |
| more_than n | n (the bound as said) | n | open |
| at_most n, less_than n | 0 | n | n |
| dozens, scores, hundreds, thousands | 24, 40, 200, 2000 | none | open |
| range a to b | a | none | b |

For `about` and `nearly`, `low` is the number as said, so that a reader finds it; the tolerance is applied where values are compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass

TOLERANCE = 0.1
"""Relative tolerance of `about`, each way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count or measure; None is an open or unsaid end."""

    low: float | None
    best: float | None
    high: float | None
    qualifier: str = "exact"

    def range(self) -> tuple[float, float]:
        """Lowest and highest value that the words allow."""
        low = self.low if self.low is not None else 0.0
        high = self.high if self.high is not None else float("inf")
        if self.qualifier == "about" and self.best is not None:
            return self.best * (1 - TOLERANCE), self.best * (1 + TOLERANCE)
        if self.qualifier == "nearly" and self.best is not None:
            return self.best * (1 - TOLERANCE), self.best
        return low, high


def compatible(one: Quantity, two: Quantity) -> bool:
    """True where some value fits both."""
    low_one, high_one = one.range()
    low_two, high_two = two.range()
    return max(low_one, low_two) <= min(high_one, high_two)


_OPEN = frozenset({"at_least", "more_than", "dozens", "scores", "hundreds", "thousands"})


def add_up(parts: Sequence[Quantity]) -> Quantity:
    """The sum of parts that do not overlap: lows, bests and highs added, each unsaid where one of the parts leaves it so.

    The qualifier is that of all parts, else `at_least` where one of them is open above, else `about`, else a range.
    """
    low = sum(part.low or 0.0 for part in parts)
    best = _sum([part.best for part in parts])
    high = _sum([part.high for part in parts])
    kinds = {part.qualifier for part in parts}
    if kinds & _OPEN:
        return Quantity(low=low, best=best, high=None, qualifier="at_least")
    if len(kinds) == 1:
        return Quantity(low=low, best=best, high=high, qualifier=kinds.pop())
    if kinds <= {"exact", "about", "nearly"}:
        return Quantity(low=low, best=best, high=high, qualifier="about")
    return Quantity(low=low, best=None, high=high, qualifier="range")


def _sum(values: Sequence[float | None]) -> float | None:
    said = [value for value in values if value is not None]
    return sum(said) if len(said) == len(values) else None


def estimate(best: Quantity, claims: Sequence[Quantity]) -> Quantity:
    """The low, best and high of an attribute from all that is claimed of it, whether or not the claims agree.

    Args:
        best: the claim that the record holds.
        claims: all claims of the attribute, `best` among them.

    Returns:
        `low`: the least number that any claim allows as said. `best`: that of the best claim; None where it has none.
        `high`: the greatest number said by any; None where a claim is open above and no other says more than it.

    Source: after UCDP's low, best and high estimates; here the rule is fixed and nothing is judged by source.
    """
    lows = [c.low for c in claims if c.low is not None]
    said = [max(v for v in (c.low, c.best, c.high) if v is not None) for c in claims if c.low is not None]
    top = max(said, default=None)
    closed = any(c.high is not None and c.high == top for c in claims)
    return Quantity(low=min(lows, default=None), best=best.best, high=top if closed else None, qualifier=best.qualifier)
