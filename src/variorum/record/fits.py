"""Which claims of one attribute can both hold: one rule an attribute, versioned, with what it means.

| rule | two claims do not fit where |
| --- | --- |
| dates.v4 | no day fits both, both date the happening itself, the earlier report did not speak of a plan that the later one changes or tells as done, and \
a weekday without a date is not the day on which its report came out, or the next |
| durations.v1 | never: a state lasts for those who count from other days |
| realis.v3 | one has it as done and the other as denied or called off; one side alleges it and the other denies it |
| places.v2 | a gathering is told of two towns of which neither lies in the other or near it; a plan can be changed here too |
| participants.v3 | other people stand for one state at one table, where both reports name somebody else alike |
| directions.v3 | other sides act, or one acts and both fought: a capture or killing contradicts no clash |
| outcomes.v1 | one calls it a success and the other a failure; one has the place taken and the other the attackers driven off |
| terms.v1 | never: one report tells more terms than another; like wordings are one term |
| figures.v5 | no number fits both, neither counts only some ("two Chinese tourists"); of a toll, only where it did not grow \
from the earlier day to the later |
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from variorum.record.places import Places
from variorum.record.sides import MUTUAL
from variorum.record.values import Claim, Event
from variorum.schema.dates import Bounds, between, compatible
from variorum.schema.linked import Entity
from variorum.schema.nodes import MUTUAL_TYPES, SETTLED, EntityLookup
from variorum.schema.quantities import Quantity
from variorum.schema.quantities import compatible as counts_agree

PLANS = ("planned", "called_off")

TOLLS = frozenset(
    {"killed", "wounded", "injured", "dead", "casualties", "displaced", "detained", "arrested", "infected"}
)
"""What is counted for days after, so that a later and higher number is news and no dispute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What claims are compared on. gathering: people came together in one place, with one table."""

    lookup: EntityLookup | None = None
    places: Places | None = None
    gathering: bool = False


Fits = Callable[[Claim, Claim, Ground], bool]


def is_gathering(event: Event) -> bool:
    """True of talks, signings, exchanges: happenings on equal terms that are at one place. Fights range over many."""
    if event.type in MUTUAL_TYPES:
        return True
    return event.type != "ASSAULT" and any(n.direction == "mutual" for n in event.nodes)


def dates_fit(one: Claim, two: Claim, _ground: Ground) -> bool:
    """See `dates.v4`."""
    mine, theirs = one.comparable, two.comparable
    if not (one.firm and two.firm):
        return True
    if not (isinstance(mine, Bounds) and isinstance(theirs, Bounds)) or compatible(mine, theirs):
        return True
    return replaces(one, two) or replaces(two, one) or _weeks_apart(one, two) or _one_night(mine, theirs, one, two)


_NIGHT = re.compile(r"\b(?:night|overnight|tonight|midnight|small hours|before dawn)\b")
"""What lies between two days, so that reports may put it on either."""


def _one_night(mine: Bounds, theirs: Bounds, one: Claim, two: Claim) -> bool:
    """True of neighbouring days of which one is a night's ("last night")."""
    if mine.days != 1 or theirs.days != 1 or mine.low is None or theirs.low is None:
        return False
    return abs((mine.low - theirs.low).days) == 1 and any(_NIGHT.search(c.original.lower()) for c in (one, two))


WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _weeks_apart(one: Claim, two: Claim) -> bool:
    """True where a weekday without a date can be the other's day too: that of its report, or the next, by another clock."""
    return _may_be(one, two) or _may_be(two, one)


def _may_be(said: Claim, known: Claim) -> bool:
    mine, theirs = said.comparable, known.comparable
    if not (isinstance(mine, Bounds) and isinstance(theirs, Bounds) and mine.days == 1):
        return False
    words = said.original.lower().split()
    if mine.low is None or said.as_of is None or not words or words[0] not in WEEKDAYS or (theirs.days or WEEK) > FEW:
        return False
    next_one = mine.low + timedelta(days=WEEK)
    return 0 <= (next_one - said.as_of).days <= 1 and compatible(between(next_one, next_one), theirs)


WEEK, FEW = 7, 4
"""Days of a week, and of what words that were spoken some days before their report leave open."""


def replaces(later: Claim, earlier: Claim) -> bool:
    """True where the earlier claim was of a plan, and the later one, of a later day or of what was done, changes it."""
    if earlier.realis not in PLANS or later.as_of is None or earlier.as_of is None or later.as_of < earlier.as_of:
        return False
    return earlier.as_of < later.as_of or later.realis not in PLANS


def counts_fit(one: Claim, two: Claim, _ground: Ground) -> bool:
    """See `figures.v5`."""
    mine, theirs = one.comparable, two.comparable
    if not (isinstance(mine, Quantity) and isinstance(theirs, Quantity)) or counts_agree(mine, theirs):
        return True
    return grew(one, two) or grew(two, one) or _counted_at_once(mine, theirs, one, two) or _of_two_sides(one, two)


_OF_A_NATION = re.compile(r"\S+\s.*\b[A-Z][a-z]+(?:an|ans|ese|ish|i|is)\b")
_OF_A_SORT = re.compile(
    r".*\b(?:women|woman|men|man|children|child|boys?|girls?|bab(?:y|ies)|toddlers?|teenagers?|pensioners?)$",
    re.IGNORECASE,
)
_MORE = re.compile(r".*\b(?:more|another|further|additional)\b(?! than)", re.IGNORECASE)
_SOME = (_OF_A_NATION, _OF_A_SORT, _MORE)
"""Counts of people of one nation, of one sex or age, or of those added: such a count is of some among others."""


def counts_some(part: Claim, whole: Claim) -> bool:
    """True of a smaller number of people of one nation or sort beside a number of all."""
    return _size(part) < _size(whole) and any(
        some.match(part.original) and not some.match(whole.original) for some in _SOME
    )


def _size(claim: Claim) -> float:
    return (claim.comparable.best or claim.comparable.range()[0]) if isinstance(claim.comparable, Quantity) else 0.0


RUSH = 0.1
"""Share by which tolls of one day, or of a day and the next, differ where they are only of other hours."""


_OF_TROOPS = re.compile(
    r".*\b(?:soldiers?|troops|servicem[ae]n|marines?|policem[ae]n|police officers?)\b", re.IGNORECASE
)
_OF_FIGHTERS = re.compile(
    r".*\b(?:rebels?|militants?|insurgents?|guerrillas?|gunmen|mujahid(?:een|in)|jihadis?(?:ts)?|terrorists?|bandits|militiamen)\b",
    re.IGNORECASE,
)


def _of_two_sides(one: Claim, two: Claim) -> bool:
    """True of victims of whom one count is of troops alone and the other of those who fight them."""
    kinds = [(bool(_OF_TROOPS.match(c.original)), bool(_OF_FIGHTERS.match(c.original))) for c in (one, two)]
    return sorted(kinds) == [(False, True), (True, False)]


def _counted_at_once(mine: Quantity, theirs: Quantity, one: Claim, two: Claim) -> bool:
    """True of tolls within hours of each other that hardly differ: bodies are still being counted."""
    if one.attribute not in TOLLS or one.as_of is None or two.as_of is None or abs((one.as_of - two.as_of).days) > 1:
        return False
    low, high = sorted((mine.best or mine.range()[0], theirs.best or theirs.range()[0]))
    return one.report_id != two.report_id and low >= MANY and high - low <= RUSH * high


MANY = 20
"""Victims from which a toll is counted for hours."""


def grew(earlier: Claim, later: Claim) -> bool:
    """True where a toll of a later day is the higher one."""
    mine, theirs = earlier.comparable, later.comparable
    if earlier.attribute not in TOLLS or not (isinstance(mine, Quantity) and isinstance(theirs, Quantity)):
        return False
    if earlier.as_of is None or later.as_of is None or earlier.as_of >= later.as_of:
        return False
    return mine.range()[1] < theirs.range()[0]


def realis_fit(one: Claim, two: Claim, _ground: Ground) -> bool:
    """See `realis.v3`. A plan and its fulfilment fit, and words that negate without denying fit anything."""
    pair = {one.value, two.value}
    if not (one.firm and two.firm):
        return True
    if pair == {"alleged", "denied"}:
        return False
    if any(c.value == "called_off" and _DELAYED.search(c.original) for c in (one, two)):
        return True
    return not (pair & SETTLED and pair & {"denied", "called_off"})


_DELAYED = re.compile(r"\bdelay|\bdropped\b", re.IGNORECASE)
"""What is only delayed is done in the end, and what is dropped may have been dropped from the air."""


def always(_one: Claim, _two: Claim, _ground: Ground) -> bool:
    """True: sets of people widen each other, since one report names more than another."""
    return True


def places_fit(one: Claim, two: Claim, ground: Ground) -> bool:
    """See `places.v2`."""
    mine, theirs = one.comparable, two.comparable
    if ground.places is None or not ground.gathering:
        return True
    if not (isinstance(mine, frozenset) and isinstance(theirs, frozenset)) or ground.places.fit(mine, theirs):
        return True
    return replaces(one, two) or replaces(two, one)


def people_fit(one: Claim, two: Claim, ground: Ground) -> bool:
    """See `participants.v3`."""
    if ground.lookup is None or not ground.gathering:
        return True
    mine, theirs = _people(one, ground.lookup), _people(two, ground.lookup)
    both = mine.keys() & theirs.keys()
    other = [s for s in both if len(mine[s]) == len(theirs[s]) == 1 and mine[s].isdisjoint(theirs[s])]
    return not (other and any(mine[s] & theirs[s] for s in both))


def _people(claim: Claim, lookup: EntityLookup) -> Mapping[str, set[str]]:
    """Who is named for each state."""
    found: dict[str, set[str]] = {}
    for entity in claim.comparable if isinstance(claim.comparable, frozenset) else ():
        known = lookup.by_id.get(entity)
        if known is not None and _is_named(known) and (side := lookup.side(entity)) != entity:
            found.setdefault(side, set()).add(entity)
    return found


def _is_named(entity: Entity) -> bool:
    """True of a person with a name of their own: who is only described may be anybody who is named."""
    return entity.kind == "person" and all(word[:1].isupper() for word in entity.name.split()[-1:])


def directions_fit(one: Claim, two: Claim, _ground: Ground) -> bool:
    """See `directions.v3`. That one report names an ally more fits."""
    mine, theirs = one.comparable, two.comparable
    if not (isinstance(mine, frozenset) and isinstance(theirs, frozenset)):
        return one.value == two.value
    if any(side.comparable == MUTUAL and not other.firm for side, other in ((one, two), (two, one))):
        return True
    return mine <= theirs or theirs <= mine


def outcomes_fit(one: Claim, two: Claim, _ground: Ground) -> bool:
    """See `outcomes.v1`."""
    return one.comparable == two.comparable


RULES: dict[str, tuple[str, Fits]] = {
    "date": ("dates.v4", dates_fit),
    "start": ("dates.v4", dates_fit),
    "end": ("dates.v4", dates_fit),
    "duration": ("durations.v1", always),
    "realis": ("realis.v3", realis_fit),
    "place": ("places.v2", places_fit),
    "participants": ("participants.v3", people_fit),
    "actor": ("participants.v3", always),
    "recipient": ("participants.v3", always),
    "direction": ("directions.v3", directions_fit),
    "outcome": ("outcomes.v1", outcomes_fit),
    "terms": ("terms.v1", always),
}
FIGURES: tuple[str, Fits] = ("figures.v5", counts_fit)


def rule_of(attribute: str) -> tuple[str, Fits]:
    """The rule of an attribute; what is counted goes by its own name."""
    return RULES.get(attribute, FIGURES)
