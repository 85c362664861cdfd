"""Findings: claims of one attribute of one event, reconciled by a versioned rule with a stated meaning.

| status | means |
| --- | --- |
| agreed | two or more independent origins say the same |
| compatible | values of different precision or bounds, which can all hold |
| single_origin | one origin only, however many reports |
| disputed | values that cannot all hold |
| decided | a person ruled |
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from variorum.record.events import presumed
from variorum.record.fits import Ground, grew, is_gathering, replaces, rule_of
from variorum.record.judging import Judge
from variorum.record.places import Places
from variorum.record.terms import part_terms
from variorum.record.values import Claim, Comparable, Event, Finding
from variorum.schema.annotations import MERELY_THOUGHT
from variorum.schema.dates import Bounds, intersect
from variorum.schema.ids import mint
from variorum.schema.linked import Lineage
from variorum.schema.nodes import EntityLookup
from variorum.schema.quantities import Quantity, estimate


def make_findings(
    event: Event,
    claims: Sequence[Claim],
    lineage: Lineage,
    bases: Mapping[str, str],
    *,
    lookup: EntityLookup | None = None,
    places: Places | None = None,
) -> tuple[Finding, ...]:
    """One finding for each attribute that some report speaks of, and for each term, in order of attribute.

    None rests on claims that only hold an event to be thinkable or usual: they tell nothing of whether it happened.

    Args:
        lookup, places: by which people and places are compared; without them they never contradict each other.
    """
    ground = Ground(lookup=lookup, places=places, gathering=is_gathering(event))
    grouped: dict[tuple[str, str], list[Claim]] = {}
    terms = part_terms(claims)
    for claim in (c for c in claims if c.attribute != "realis" or c.value not in MERELY_THOUGHT):
        grouped.setdefault((claim.attribute, terms.get(claim.claim_id, "")), []).append(claim)
    weigh = Weigher(lineage=lineage, bases=bases, ground=ground)
    return tuple(weigh.finding(event, attribute, group, term) for (attribute, term), group in sorted(grouped.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigher:
    """Weighs claims of one attribute against each other, by origins and by what can both hold."""

    lineage: Lineage
    bases: Mapping[str, str]
    ground: Ground

    def finding(self, event: Event, attribute: str, claims: Sequence[Claim], term: str = "") -> Finding:
        """What the record holds of an attribute, from all that is claimed of it; of terms, of one term."""
        rule, fits = rule_of(attribute)
        judge = Judge(claims, fits, self.ground)
        best = self._best(claims, judge)
        supporting = _supporting(claims, best, judge)
        reconciled = self._reconciled(supporting, claims, judge)
        opposing = tuple(
            c
            for c in claims
            if not judge.fit(c, best)
            and c.claim_id not in judge.several
            and (_only_titled(c, claims, judge) or _opposes(c, best, reconciled))
        )
        supports = [s for c in supporting for s in c.grounds]
        n_origins = len(self.lineage.independent(supports))
        return Finding(
            finding_id=mint("finding", event.event_id, attribute, *([term] if term else [])),
            subject_id=event.event_id,
            attribute=attribute,
            value=_value(best, supporting),
            status=self._status(supporting, opposing, judge, n_origins),
            n_origins=n_origins,
            all_presumed=presumed(supports, self.lineage, self.bases),
            rule=rule,
            supporting=supporting,
            opposing=opposing,
            estimate=_estimate(best, (*supporting, *opposing)),
        )

    def _reconciled(self, supporting: Sequence[Claim], claims: Sequence[Claim], judge: Judge) -> frozenset[str]:
        """Reports that say in their own words something which fits.

        Words copied from others do not take back what a report says itself, nor does a title speak for a body that
        says otherwise.
        """
        belied = {c.report_id for c in claims if not c.in_title and _belies_title(c, claims, judge)}
        speaking = (c for c in supporting if not c.in_title or c.report_id not in belied)
        return frozenset(c.report_id for c in speaking if c.attribute != "direction" or self._is_own(c))

    def _is_own(self, claim: Claim) -> bool:
        whole = self.lineage.of_report.get(claim.report_id)
        return any(self.lineage.origin_at(report, span) == whole for report, span in claim.supports)

    def _best(self, claims: Sequence[Claim], judge: Judge) -> Claim:
        """The claim that nothing later replaced, with which most independent origins can agree; then the most precise.

        Of two that are alike in all this the one of the first day: an id is no reason, and turns with what is added.
        """

        def rank(claim: Claim) -> tuple[bool, int, bool, float, date, str, str, str]:
            fitting = [s for c in claims if judge.agree(c, claim) for s in c.grounds]
            backing = len(self.lineage.independent(fitting))
            return (
                _is_outdated(claim, claims) or claim.claim_id in judge.several,
                -backing,
                claim.voice != "own",
                _width(claim),
                claim.as_of or date.max,
                claim.value,
                claim.original,
                claim.claim_id,
            )

        return min(claims, key=rank)

    def _status(self, supporting: Sequence[Claim], opposing: Sequence[Claim], judge: Judge, n_origins: int) -> str:
        if opposing or any(not judge.fit(a, b) for a, b in combinations(supporting, 2)):
            return "disputed"
        if n_origins < 2:
            return "single_origin"
        return "agreed" if self._say_the_same(supporting) else "compatible"

    def _say_the_same(self, claims: Sequence[Claim]) -> bool:
        places = self.ground.places
        if places is not None and claims[0].attribute == "place":
            return len({places.roots(c.comparable) for c in claims if isinstance(c.comparable, frozenset)}) == 1
        return len({c.value for c in claims}) == 1


MOST_APART, DAYS_APART = 2.0, timedelta(days=3)
"""Title and body speak of one thing where a number is no more than twice the other, a day no more than three off."""


def _supporting(claims: Sequence[Claim], best: Claim, judge: Judge) -> tuple[Claim, ...]:
    """What agrees with the best claim; of reports that say nothing which does, what can hold beside it."""
    agreeing = {c.report_id for c in claims if judge.agree(c, best)}
    return tuple(c for c in claims if judge.agree(c, best) or (c.report_id not in agreeing and judge.fit(c, best)))


def _only_titled(claim: Claim, claims: Sequence[Claim], judge: Judge) -> bool:
    """True where a report's title says of a number or day what nothing in its body can hold with."""
    if not claim.in_title:
        return False
    body = [c for c in claims if c.report_id == claim.report_id and not c.in_title and c.voice == "own"]
    return bool(body) and all(not judge.fit(claim, c) and _is_near(claim, c) for c in body)


def _belies_title(claim: Claim, claims: Sequence[Claim], judge: Judge) -> bool:
    """True where a report's body gives another number or day than its title."""
    titled = (c for c in claims if c.report_id == claim.report_id and c.in_title)
    return any(not judge.fit(claim, c) and _is_near(claim, c) for c in titled)


def _is_near(one: Claim, two: Claim) -> bool:
    """True of numbers and days so near that they are of one thing."""
    a, b = one.comparable, two.comparable
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        low, high = sorted((a.low or 0.0, b.low or 0.0))
        return 0 < high <= MOST_APART * low
    if isinstance(a, Bounds) and isinstance(b, Bounds) and a.low and b.low and a.high and b.high:
        return max(a.low, b.low) - min(a.high, b.high) <= DAYS_APART
    return False


def _is_outdated(claim: Claim, claims: Sequence[Claim]) -> bool:
    """True where a later claim changes what this one says: a toll that grew, a plan that was moved."""
    if not isinstance(claim.comparable, Quantity) and claim.attribute not in MOVED:
        return False
    return any(grew(claim, other) or _moves(other, claim) for other in claims)


MOVED = ("date", "start", "end", "place")
"""Attributes of plans that later reports change."""


def _moves(later: Claim, earlier: Claim) -> bool:
    if not replaces(later, earlier) or later.comparable == earlier.comparable:
        return False
    mine, theirs = later.comparable, earlier.comparable
    return not (isinstance(mine, Bounds) and isinstance(theirs, Bounds) and intersect(mine, theirs) is not None)


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
    own_word = claim.attributed_to is None and claim.voice == "own" and not _is_contested(claim)
    if claim.report_id in reconciled and own_word:
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


def _is_contested(claim: Claim) -> bool:
    """True of what is alleged or denied: that is somebody's word, named or not."""
    return claim.attribute == "realis" and claim.value in ("alleged", "denied")


REALIS_RANK = ("happened", "ongoing", "called_off", "alleged", "denied", "planned", "hypothetical", "habitual")


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


def _value(best: Claim, supporting: Sequence[Claim]) -> str:
    """The best value with its range: never a bare number where reports differ."""
    if isinstance(best.comparable, Quantity):
        return _counted(best, supporting)
    joint = best.comparable if isinstance(best.comparable, Bounds) and best.comparable.edtf else None
    for claim in supporting:
        if isinstance(claim.comparable, Bounds) and claim.comparable.edtf:
            joint = claim.comparable if joint is None else (intersect(joint, claim.comparable) or joint)
    return joint.edtf if joint is not None and joint.edtf else best.value


def _counted(best: Claim, supporting: Sequence[Claim]) -> str:
    """A count with the least and the most that reports allow of the same day, and where it grew from."""
    live = [c for c in supporting if not any(grew(c, other) for other in supporting)]
    past = sorted((c for c in supporting if c not in live), key=lambda c: (str(c.as_of), c.claim_id))
    earlier = ", ".join(dict.fromkeys(c.value for c in past))
    notes = [note for note in (_range([c.comparable for c in live]), f"earlier {earlier}" if earlier else "") if note]
    return f"{best.value} ({'; '.join(notes)})" if notes else best.value


def _range(values: Sequence[Comparable]) -> str:
    counts = [v for v in values if isinstance(v, Quantity)]
    lows = [c.low for c in counts if c.low is not None]
    tops = [max((v for v in (c.low, c.best, c.high) if v is not None), default=0.0) for c in counts]
    if not lows or min(lows) == max(tops):
        return ""
    is_open = any(c.high is None and top == max(tops) for c, top in zip(counts, tops, strict=True))
    return f"range {min(lows):.12g} to {max(tops):.12g}{' or more' * is_open}"
