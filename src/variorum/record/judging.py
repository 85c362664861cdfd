"""Judges pairs of claims of one attribute by its rule, and by what reports themselves hold side by side.

A report that gives two numbers, days or places for one thing, in its own voice and in its body, tells of two things (the
part and the whole, two rounds): others who give the one and the other do not contradict each other, and of its days and
places none stands against anybody.
"""

from collections.abc import Sequence
from itertools import combinations

from variorum.record.fits import Fits, Ground
from variorum.record.values import Claim
from variorum.schema.dates import Bounds
from variorum.schema.quantities import Quantity


class Judge:
    """Says of two claims whether both can hold. several: ids of claims of reports that give several days or places side by side."""

    def __init__(self, claims: Sequence[Claim], rule: Fits, ground: Ground) -> None:
        self._rule, self._ground = rule, ground
        self._beside = [pair for pair in combinations(_own_words(claims), 2) if self._apart(*pair)]
        told = (claim for pair in self._beside for claim in pair)
        self.several = frozenset(c.claim_id for c in told if not isinstance(c.comparable, Quantity))

    def _apart(self, one: Claim, two: Claim) -> bool:
        return one.report_id == two.report_id and not self._rule(one, two, self._ground)

    def agree(self, one: Claim, two: Claim) -> bool:
        """True where both can hold by the rule."""
        return self._rule(one, two, self._ground)

    def fit(self, one: Claim, two: Claim) -> bool:
        """True where both can hold, by the rule or because some report holds both."""
        if self.agree(one, two):
            return True
        return any(self._between(one, two, a, b) or self._between(one, two, b, a) for a, b in self._beside)

    def _between(self, one: Claim, two: Claim, mine: Claim, theirs: Claim) -> bool:
        """True where one report holds the first value and the other as well."""
        return self._is(one, mine, theirs) and self._is(two, theirs, mine)

    def _is(self, claim: Claim, this: Claim, other: Claim) -> bool:
        return self._rule(claim, this, self._ground) and not self._rule(claim, other, self._ground)


def _own_words(claims: Sequence[Claim]) -> list[Claim]:
    """Numbers, days and places that reports tell outside of titles, on nobody's word but their own."""
    return [
        c
        for c in claims
        if not c.in_title
        and c.voice == "own"
        and c.attributed_to is None
        and (c.attribute == "place" or isinstance(c.comparable, Quantity | Bounds))
    ]
