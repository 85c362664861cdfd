"""Findings: claims of one attribute of one event, reconciled by a versioned rule with a stated meaning.

| status | means |
| --- | --- |
| agreed | two or more independent origins say the same |
| compatible | values of different precision or bounds, which can all hold |
| single_origin | one origin only, however many reports |
| disputed | values that cannot all hold |
| decided | a person ruled |
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from variorum.record.claims import OPEN
from variorum.record.events import presumed
from variorum.record.values import Claim, Event, Finding
from variorum.schema.dates import Bounds, compatible, intersect
from variorum.schema.ids import mint
from variorum.schema.linked import Lineage
from variorum.schema.nodes import SETTLED
from variorum.schema.quantities import Quantity, estimate
from variorum.schema.quantities import compatible as counts_agree

Fits = Callable[[Claim, Claim], bool]


def _dates_fit(one: Claim, two: Claim) -> bool:
    mine, theirs = one.comparable, two.comparable
    return not (isinstance(mine, Bounds) and isinstance(theirs, Bounds)) or compatible(mine, theirs)


def _counts_fit(one: Claim, two: Claim) -> bool:
    mine, theirs = one.comparable, two.comparable
    return not (isinstance(mine, Quantity) and isinstance(theirs, Quantity)) or counts_agree(mine, theirs)


def _realis_fit(one: Claim, two: Claim) -> bool:
    """A plan and its fulfilment fit; what one report has as done and another as denied or called off does not."""
    pair = {one.value, two.value}
    return not (pair & SETTLED and pair & {"denied", "called_off"})


def _always(_one: Claim, _two: Claim) -> bool:
    """Sets of people and places widen each other: one report names more than another."""
    return True


def _directions_fit(one: Claim, two: Claim) -> bool:
    """That one side acted does not fit "in clashes"; that one report names an ally more does."""
    mine, theirs = one.comparable, two.comparable
    if not (isinstance(mine, frozenset) and isinstance(theirs, frozenset)):
        return one.value == two.value
    return mine <= theirs or theirs <= mine


RULES: dict[str, tuple[str, Fits]] = {
    "date": ("dates.v1", _dates_fit),
    "start": ("dates.v1", _dates_fit),
    "end": ("dates.v1", _dates_fit),
    "duration": ("durations.v1", _always),
    "realis": ("realis.v1", _realis_fit),
    "place": ("places.v1", _always),
    "participants": ("participants.v1", _always),
    "actor": ("participants.v1", _always),
    "recipient": ("participants.v1", _always),
    "direction": ("directions.v1", _directions_fit),
}
FIGURES = ("figures.v2", _counts_fit)


def make_findings(
    event: Event, claims: Sequence[Claim], lineage: Lineage, bases: Mapping[str, str]
) -> tuple[Finding, ...]:
    """One finding for each attribute that some report speaks of, in order of attribute.

    None rests on claims that only hold an event to be thinkable or usual: they tell nothing of whether it happened.
    """
    grouped: dict[str, list[Claim]] = {}
    for claim in (c for c in claims if c.attribute != "realis" or c.value not in OPEN):
        grouped.setdefault(claim.attribute, []).append(claim)
    return tuple(_finding(event, attribute, group, lineage, bases) for attribute, group in sorted(grouped.items()))


def _finding(
    event: Event, attribute: str, claims: Sequence[Claim], lineage: Lineage, bases: Mapping[str, str]
) -> Finding:
    rule, fits = RULES.get(attribute, FIGURES)
    best = _best(claims, fits, lineage)
    supporting = tuple(c for c in claims if fits(c, best))
    reconciled = {c.report_id for c in supporting}
    opposing = tuple(c for c in claims if not fits(c, best) and _opposes(c, best, reconciled))
    supports = [s for c in supporting for s in c.supports]
    n_origins = len(lineage.independent(supports))
    return Finding(
        finding_id=mint("finding", event.event_id, attribute),
        subject_id=event.event_id,
        attribute=attribute,
        value=_value(best, supporting),
        status=_status(supporting, opposing, fits, n_origins),
        n_origins=n_origins,
        all_presumed=presumed(supports, lineage, bases),
        rule=rule,
        supporting=supporting,
        opposing=opposing,
        estimate=_estimate(best, (*supporting, *opposing)),
    )


def _estimate(best: Claim, claims: Sequence[Claim]) -> Quantity | None:
    if not isinstance(best.comparable, Quantity):
        return None
    return estimate(best.comparable, [c.comparable for c in claims if isinstance(c.comparable, Quantity)])


EXACT = 3
"""Days. What is dated no closer ("last week", "this month") contradicts no day."""

FAR = timedelta(days=31)
"""Days told farther apart than this are hardly one happening: the words dated something else."""


def _opposes(claim: Claim, best: Claim, reconciled: Collection[str]) -> bool:
    """True where a claim contradicts the best one: its report says nothing that fits, and it can speak of the same."""
    if claim.attribute != "direction" and claim.report_id in reconciled and claim.attributed_to is None:
        return False
    mine, theirs = claim.comparable, best.comparable
    if claim.attribute != "date" or not (isinstance(mine, Bounds) and isinstance(theirs, Bounds)):
        return True
    if not (mine.low and mine.high and theirs.low and theirs.high):
        return False
    narrow, wide = sorted((mine.days or 0, theirs.days or 0))
    if wide > max(EXACT, 2 * narrow):
        return False
    return max(mine.low, theirs.low) - min(mine.high, theirs.high) <= FAR


def _best(claims: Sequence[Claim], fits: Fits, lineage: Lineage) -> Claim:
    """The claim with which most independent origins can agree; then the most precise."""

    def rank(claim: Claim) -> tuple[int, float, str]:
        fitting = [s for c in claims if fits(c, claim) for s in c.supports]
        return -len(lineage.independent(fitting)), _width(claim), claim.claim_id

    return min(claims, key=rank)


REALIS_RANK = ("happened", "ongoing", "called_off", "denied", "alleged", "planned", "hypothetical", "habitual")


def _width(claim: Claim) -> float:
    """How much a value leaves open: less is better."""
    value = claim.comparable
    if isinstance(value, Bounds):
        return float(value.days or 10**6)
    if isinstance(value, Quantity):
        low, high = value.range()
        return high - low
    if isinstance(value, frozenset):
        return -float(len(value))
    return float(REALIS_RANK.index(value)) if value in REALIS_RANK else 0.0


def _status(supporting: Sequence[Claim], opposing: Sequence[Claim], fits: Fits, n_origins: int) -> str:
    if opposing or any(not fits(a, b) for a, b in combinations(supporting, 2)):
        return "disputed"
    if n_origins < 2:
        return "single_origin"
    return "agreed" if len({c.value for c in supporting}) == 1 else "compatible"


def _value(best: Claim, supporting: Sequence[Claim]) -> str:
    """The best value with its range: never a bare number where reports differ."""
    counts = [c.comparable for c in supporting if isinstance(c.comparable, Quantity)]
    if counts:
        lows = [c.low for c in counts if c.low is not None]
        highs = [c.high for c in counts if c.high is not None]
        if not lows or len({c.value for c in supporting}) == 1:
            return best.value
        return f"{best.value} (range {min(lows):.12g} to {max(highs):.12g})" if highs else best.value
    joint: Bounds | None = None
    for claim in supporting:
        if isinstance(claim.comparable, Bounds) and claim.comparable.edtf:
            joint = claim.comparable if joint is None else (intersect(joint, claim.comparable) or joint)
    return joint.edtf if joint is not None and joint.edtf else best.value
