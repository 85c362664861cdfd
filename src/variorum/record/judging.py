"""Judges pairs of claims of one attribute by its rule, and by what reports themselves hold side by side.

A report that gives two numbers, days or places for one thing, in its own voice and in its body, tells of two things (the
part and the whole, two rounds): others who give the one and the other do not contradict each other, and of its days and
places none stands against anybody. Two numbers of one report that make up that of another are its parts. Numbers that
reports tell in their own voice and that lie far apart count different things (those taken, and those set free).
"""

from collections.abc import Sequence
from itertools import combinations

from variorum.record.fits import TOLLS, Fits, Ground, counts_some
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
        if self.agree(one, two) or count_other_things(one, two):
            return True
        if counts_some(one, two) or counts_some(two, one):
            return True
        if self._is_part(one, two) or self._is_part(two, one):
            return True
        return any(self._between(one, two, a, b) or self._between(one, two, b, a) for a, b in self._beside)

    def _is_part(self, part: Claim, whole: Claim) -> bool:
        """True where a report's other number makes up the rest of the whole."""
        rest = (b if a == part else a for a, b in self._beside if part in (a, b))
        return part.report_id != whole.report_id and any(add_up(part, other, whole) for other in rest)

    def _between(self, one: Claim, two: Claim, mine: Claim, theirs: Claim) -> bool:
        """True where one report holds the first value and the other as well."""
        return self._is(one, mine, theirs) and self._is(two, theirs, mine)

    def _is(self, claim: Claim, this: Claim, other: Claim) -> bool:
        return self._rule(claim, this, self._ground) and not self._rule(claim, other, self._ground)


FAR_TIMES, FAR_TOLLS = 3.0, 10.0
"""Times by which numbers of one thing hardly differ; tolls are often told far too high or low."""


def count_other_things(one: Claim, two: Claim) -> bool:
    """True of two numbers in reports' own voice that lie too far apart to be of one thing."""
    mine, theirs = one.comparable, two.comparable
    if not (isinstance(mine, Quantity) and isinstance(theirs, Quantity)):
        return False
    if any(c.voice != "own" for c in (one, two)):
        return False
    low, high = sorted(q.best or q.low or q.high or 0.0 for q in (mine, theirs))
    return high > (FAR_TOLLS if one.attribute in TOLLS else FAR_TIMES) * low > 0


def add_up(part: Claim, other: Claim, whole: Claim) -> bool:
    """True where two exact numbers make up a third."""
    values = [c.comparable.best if isinstance(c.comparable, Quantity) else None for c in (part, other, whole)]
    known = [v for v in values if v is not None]
    return len(known) == len(values) and known[0] + known[1] == known[2]


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
