"""Named features of a pair of event nodes: what speaks for one event, what against, what forbids it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from variorum.links.nodes import near
from variorum.schema.dates import Bounds, compatible, intersect
from variorum.schema.nodes import MUTUAL_TYPES, DatedTime, EntityLookup, EventNode
from variorum.schema.quantities import compatible as counts_agree
from variorum.schema.times import TimeValue

GENERIC = frozenset(
    {
        "war",
        "battle",
        "clash",
        "fighting",
        "conflict",
        "hostilities",
        "attack",
        "offensive",
        "invasion",
        "violence",
        "skirmish",
        "killing",
        "casualties",
        "death",
    }
)
COMMON = frozenset({"meeting", "talks", "summit", "agreement", "mediation", "territorial_capture", "troop_deployment"})
"""Kinds so frequent that sharing one says little."""

APART = frozenset({"mediation", "phone_call", "correspondence", "visit"})
"""Kinds of CONSULT that are not another word for a meeting."""

MIN_COUNT, TELLING_COUNT = 10, 50
"""Counts above the first speak for one event where they are alike; from the second on the same number hardly recurs."""

NEAR = 3
"""Days. Violence of one day that two reports tell in other words ("shelling", "attack", "killed") may be one event."""

PARTING = frozenset(
    {"dates that cannot both hold", "days that cannot both hold", "different places", "not the same people met"}
)
"""Bars that keep two nodes apart against any chain; that kinds, sides or stories differ only says that the pair itself is no link: who did it may be what is disputed."""

MAX_PERIOD = 190
LIKE = 0.4
"""Days, and share of the longer of two periods that they have in common."""

MAX_DAYS = 400
"""Days. Dates wider than this say nothing of whether two events are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The features of one pair. `bar` is why the two cannot be one event, or None."""

    score: float
    features: tuple[str, ...]
    bar: str | None = None


@cache
def load_weights() -> dict[str, dict[str, float]]:
    """Read the weights; every feature has its number and its meaning there."""
    return tomllib.loads(files("variorum.links").joinpath("weights.toml").read_text(encoding="utf-8"))


class Comparer:
    """Compares event nodes of different reports."""

    def __init__(
        self, lookup: EntityLookup, shared: frozenset[frozenset[tuple[str, int]]], central: frozenset[str]
    ) -> None:
        self._lookup, self.shared, self._central = lookup, shared, central

    def compare(self, one: EventNode, two: EventNode, *, one_story: bool) -> Comparison:
        """Score a pair by its named features.

        Args:
            one_story: their reports tell one story; others need dates that agree.
        """
        passage = frozenset((one.key, two.key)) in self.shared
        bar = None if passage and one.type == two.type else self._bar(one, two, one_story=one_story)
        if bar:
            return Comparison(score=0.0, features=(), bar=bar)
        features = [f for f in self._features(one, two, passage=passage, one_story=one_story) if f]
        weights = load_weights()
        score = sum(weights["same"].get(f, 0.0) - weights["different"].get(f, 0.0) for f in features)
        return Comparison(score=round(max(0.0, min(1.0, score)), 3), features=tuple(features))

    def _bar(self, one: EventNode, two: EventNode, *, one_story: bool) -> str | None:
        if one.type != two.type:
            return "different types"
        mine, theirs = self._parties(one), self._parties(two)
        if mine and theirs and mine.isdisjoint(theirs):
            return "no side in common"
        if not compatible(one.date, two.date) and not self._soft_date(one, two):
            return "dates that cannot both hold"
        told_alike = (one.realis == "called_off") == (two.realis == "called_off")
        near_days = told_alike and one.date.days == two.date.days == 1 and self._soft_date(one, two)
        if self._partial_dates_clash(one, two) and not near_days:
            return "days that cannot both hold"
        if self._places_clash(one, two):
            return "different places"
        if self._kinds_clash(one, two):
            return "different kinds"
        if one.type == "CONSULT" and _other_round(one, two):
            return "not the same people met"
        if not one_story and not self._dates_speak(one, two):
            return "different stories, and no date in common"
        return None

    def _parties(self, node: EventNode) -> frozenset[str]:
        """The sides of an event without those that only host or mediate."""
        return node.countries - self._mediators(node) or frozenset()

    def _soft_date(self, one: EventNode, two: EventNode) -> bool:
        """Days that differ by up to three, or the start of one state told differently, may be one event told twice."""
        since = all(any(t.phase == "begin" for t in n.times) for n in (one, two))
        alike = one.concepts & two.concepts and self._actors(one) & self._actors(two)
        if since and alike:
            return True
        exact = one.date.days is not None and two.date.days is not None and max(one.date.days, two.date.days) <= 3
        same_place = bool(set(one.places) & set(two.places))
        return (
            bool(alike or same_place)
            and exact
            and near(one.date, two.date, days=3)
            and bool(one.concepts & two.concepts)
            and one.countries == two.countries
        )

    def _partial_dates_clash(self, one: EventNode, two: EventNode) -> bool:
        """Different months or days where the year is not known, different weekdays of one week's news."""
        if self._soft_date(one, two) or self._next_day(one, two):
            return False
        return any(
            _parts_clash(a.value, b.value, b.bounds) or _parts_clash(b.value, a.value, a.bounds)
            for a in one.times
            for b in two.times
        )

    def _next_day(self, one: EventNode, two: EventNode) -> bool:
        """Weekdays that follow each other may be one day told differently, where the place and the kind are the same."""
        if not one.concepts & two.concepts or not set(self._exact(one)) & set(self._exact(two)):
            return False
        mine, theirs = ({d for t in n.times if (d := _weekday(t)) is not None} for n in (one, two))
        return any((a - b) % 7 in (1, 6) for a in mine for b in theirs)

    def _places_clash(self, one: EventNode, two: EventNode) -> bool:
        mine, theirs = (set(self._exact(n)) for n in (one, two))
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _exact(self, node: EventNode) -> list[str]:
        """Places small enough to part two events: towns and unknown places, not seas and regions."""
        places = (self._lookup.by_id[p] for p in node.places)
        return [
            p.entity_id
            for p in places
            if p.kind == "place" and (p.latitude is None or p.external_ids) and not p.disputed
        ]

    def _kinds_clash(self, one: EventNode, two: EventNode) -> bool:
        if one.type == "CONSULT":
            return one.concepts & APART != two.concepts & APART
        if one.concepts & two.concepts:
            return False
        if one.type in ("ASSAULT", "NONE"):
            one_day = all(d.days is not None and d.days <= NEAR for d in (one.date, two.date))
            one_deed = bool(self._actors(one) & self._actors(two)) and bool(set(one.places) & set(two.places))
            return not (one.concepts & GENERIC and two.concepts & GENERIC) and not one_day and not one_deed
        if one.type == "MOBILIZE":
            return False
        return one.type != "AGREE" or not (_accords(one) and _accords(two))

    def _dates_speak(self, one: EventNode, two: EventNode) -> bool:
        both = intersect(one.date, two.date)
        if both is not None and both.days is not None and both.days <= MAX_DAYS and one.date.known and two.date.known:
            return True
        if _share_count(one, two) == "number" or _named_alike(one, two):
            return True
        same_people = len(one.countries) > 1 and one.countries == two.countries and one.entities & two.entities
        return bool(same_people) and bool(set(self._exact(one)) & set(self._exact(two))) and _weekdays_fit(one, two)

    def _actors(self, node: EventNode) -> frozenset[str]:
        return self._lookup.sides(node.in_role("actor"))

    def _mediators(self, node: EventNode) -> frozenset[str]:
        return self._lookup.sides(node.in_role("mediator", "host"))

    def _features(self, one: EventNode, two: EventNode, *, passage: bool, one_story: bool) -> list[str]:
        found = ["passage" if passage else "", "concept" if one.concepts & two.concepts else "kin"]
        found.append(self._sides(one, two))
        found.append("place" if set(one.places) & set(two.places) else "")
        date = _date_feature(one.date, two.date) if compatible(one.date, two.date) else "near_date"
        date = date or ("context" if self._in_context(one, two) else "")
        date = date or ("named_day" if _named_alike(one, two) else "")
        found += [date, "that_month" if date == "month" and max(one.date.days or 99, two.date.days or 99) <= 31 else ""]
        found.append(_share_count(one, two))
        found.append("main" if one.main and two.main and one_story and _leading(one) and _leading(two) else "")
        found.append("words" if {m.lemma for m in one.mentions} & {m.lemma for m in two.mentions} else "")
        found.append("actor" if self._actors(one) & self._actors(two) else "")
        found.append("mediator" if self._mediators(one) & self._mediators(two) else "")
        found.append(
            "implied"
            if one_story
            and bool(one.countries) != bool(two.countries)
            and (one.countries | two.countries) <= self._central
            else ""
        )
        found.append("specific" if (one.concepts & two.concepts) - GENERIC - COMMON else "")
        found.append("weekday" if not date and _weekdays_fit(one, two) else "")
        found.append("realis" if "planned" in (one.realis, two.realis) and one.realis != two.realis else "")
        found.append("direction" if one.direction and two.direction and one.direction != two.direction else "")
        told = {
            "participants",
            "some_participants",
            "place",
            "day",
            "named_day",
            "context",
            "month",
            "period",
            "number",
            "figure",
            "passage",
            "main",
            "actor",
            "mediator",
            "implied",
        }
        return [*found, "" if told & set(found) else "vague"]

    def _in_context(self, one: EventNode, two: EventNode) -> bool:
        """True where the one's date fits the days that the other's context allows."""
        known, loose = (one, two) if one.date.known else (two, one)
        days = known.date.days
        return loose.context.known and days is not None and days <= 31 and compatible(known.date, loose.context)

    def _sides(self, one: EventNode, two: EventNode) -> str:
        if not one.countries or not two.countries:
            return ""
        return "participants" if one.countries == two.countries else "some_participants"


def _accords(node: EventNode) -> bool:
    return any(
        "agreement" in c or "ceasefire" in c or "peace" in c or "deal" in c or "truce" in c for c in node.concepts
    )


def _leading(node: EventNode) -> bool:
    return node.type in (*MUTUAL_TYPES, "ASSAULT", "NONE", "COERCE", "PROTEST")


def _other_round(one: EventNode, two: EventNode) -> bool:
    """True where both name who met, and one meeting was of fewer: a meeting of two beside a meeting of three."""
    few, many = sorted((one, two), key=lambda n: len(n.countries))
    indefinite = not any(m.definite for m in few.mentions)
    undated = not (few.date_basis == "stated" and many.date_basis == "stated")
    return (
        len(few.countries) >= 2
        and few.countries < many.countries
        and indefinite
        and undated
        and not (set(one.places) & set(two.places))
    )


def _parts_clash(value: TimeValue, other: TimeValue, known: Bounds) -> bool:
    """True where a month, day or weekday said in one cannot be the other's month, day or weekday."""
    for part in ("month", "day", "weekday"):
        mine, theirs = getattr(value, part), getattr(other, part)
        if mine is not None and theirs is not None and mine != theirs and part != "day":
            return True
    if known.days == 1 and known.low is not None:
        day = {"month": known.low.month, "day": known.low.day, "weekday": known.low.isoweekday()}
        return any(getattr(value, p) not in (None, day[p]) for p in ("month", "day", "weekday")) and value.part is None
    if known.low is not None and known.high is not None and known.days is not None and known.days <= 31:
        month = value.month
        return month is not None and month not in (known.low.month, known.high.month)
    return False


def _named_alike(one: EventNode, two: EventNode) -> bool:
    """True where one names the day and month of the other, though its year is not known."""
    return any(
        _names_day_of(a.value, b.bounds) or _names_day_of(b.value, a.bounds) for a in one.times for b in two.times
    )


def _weekdays_fit(one: EventNode, two: EventNode) -> bool:
    """True where one names a weekday that the other's known day is."""
    pairs = [(a.value, b.bounds) for a in one.times for b in two.times] + [
        (b.value, a.bounds) for a in one.times for b in two.times
    ]
    return any(
        v.weekday is not None and k.days == 1 and k.low is not None and v.weekday == k.low.isoweekday()
        for v, k in pairs
    )


def _weekday(time: DatedTime) -> int | None:
    """1 Monday to 7 Sunday: as said, or of the day that is known."""
    known = time.bounds.low if time.bounds.days == 1 else None
    return time.value.weekday if time.value.weekday is not None else known.isoweekday() if known else None


def _names_day_of(value: TimeValue, known: Bounds) -> bool:
    return (
        value.day is not None
        and known.days == 1
        and known.low is not None
        and (value.month, value.day) == (known.low.month, known.low.day)
    )


def _date_feature(one: Bounds, two: Bounds) -> str:
    both = intersect(one, two)
    if both is None or both.days is None or not (one.known and two.known):
        return ""
    widest = max(one.days or 0, two.days or 0)
    if widest <= 7:
        return "day"
    if widest <= 62:
        return "month"
    if widest <= MAX_PERIOD and both.days >= LIKE * widest:
        return "period"
    return "year" if widest <= MAX_DAYS else ""


def _share_count(one: EventNode, two: EventNode) -> str:
    """How alike two reports count one thing: the same large number, or numbers that can both hold."""
    found = ""
    for what, mine in one.figures:
        for other, theirs in two.figures:
            a, b = mine.best or mine.low or 0.0, theirs.best or theirs.low or 0.0
            if what != other or min(a, b) <= MIN_COUNT or not counts_agree(mine, theirs):
                continue
            if a == b and a >= TELLING_COUNT:
                return "number"
            if abs(a - b) <= 0.1 * max(a, b):
                found = "figure"
    return found
