"""Named features of a pair of event nodes: what speaks for one event, what against, and what forbids it.

What may itself be in dispute (the day, the place, who took part) is weighed, so that much else in common outweighs one
clash. Only what cannot be forbids: kinds that are never one happening, and stories that share too little.

Each feature weighs what `weights.toml` says, in natural logarithms of odds; the score is the chance that they make.
Source: record linkage after Fellegi and Sunter (1969), the weights by logistic regression (docs/decisions/0024).
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.abc import Traversable
from importlib.resources import files
from math import exp

from variorum.links.kinds import are_kin, kind_features, load_kinds, may_be_one
from variorum.links.named_things import share_name
from variorum.links.when import MOVED, date_features, dates_agree, gap_between, is_background, named_alike
from variorum.links.where import place_features
from variorum.links.who import Casts, side_features
from variorum.schema.nodes import MUTUAL_TYPES, EntityLookup, EventNode
from variorum.schema.quantities import compatible as counts_agree

MIN_COUNT, TELLING_COUNT = 10, 50
"""Counts above the first speak for one event where they are alike; from the second on the same number hardly recurs."""

OTHER_COUNT = 2.0
"""Times by which two counts of one thing differ where they speak against one event."""

TOLD_NEAR = 31
"""Days between two reports of other stories within which an event without a date may be the same."""

DATED = frozenset({"day", "week", "month", "period", "day_of_main", "named_day", "weekday", "context"})
NEAR = DATED | {"gap_1"}
LEADING = frozenset({*MUTUAL_TYPES, "ASSAULT", "NONE", "COERCE", "PROTEST"})

PARTING = {
    "gap_1": "days that cannot both hold",
    "gap_3": "days that cannot both hold",
    "gap_10": "days that cannot both hold",
    "gap_month": "dates that cannot both hold",
    "gap_far": "dates that cannot both hold",
    "other_part": "days that cannot both hold",
    "other_place": "different places",
    "more_met": "not the same people met",
}
"""Features that keep two main events apart where nothing outweighs them, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """base: the evidence of a pair that nothing is known of. of: of each feature, positive for one event."""

    base: float
    of: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The features of one pair. bar: why the two cannot be one event, or None. evidence: logarithm of the odds."""

    score: float
    features: tuple[str, ...]
    bar: str | None = None
    evidence: float = -20.0

    @property
    def parted_by(self) -> str | None:
        """Day, place or company that the two do not share, in words."""
        return next((PARTING[f] for f in self.features if f in PARTING), None)


OTHER_TYPES = Comparison(score=0.0, features=(), bar="different types")
OTHER_STORIES = Comparison(score=0.0, features=(), bar="different stories, and no date in common")
TOLD_APART = Comparison(score=0.0, features=(), bar="told apart by one report")


@cache
def load_weights() -> Weights:
    """Read the weights of this package; every feature has its number and its meaning there."""
    return read_weights(files("variorum.links").joinpath("weights.toml"))


def read_weights(file: Traversable) -> Weights:
    """Read weights from a file of that form."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Weights(base=-table["base"]["against"], of=table["same"] | {f: -w for f, w in table["different"].items()})


class Comparer:
    """Compares event nodes."""

    def __init__(
        self, lookup: EntityLookup, shared: frozenset[frozenset[tuple[str, int]]], central: frozenset[str]
    ) -> None:
        self._lookup, self.shared, self._central = lookup, shared, central
        self._casts = Casts(lookup)

    def compare(self, one: EventNode, two: EventNode, *, one_story: bool) -> Comparison:
        """Score a pair by its named features.

        Args:
            one_story: their reports tell one story; others need a date, a number or a deed in common.
        """
        if not may_be_one(one, two):
            return OTHER_TYPES
        passage = frozenset((one.key, two.key)) in self.shared
        if not (passage or one_story or meet_across(one, two)):
            return OTHER_STORIES
        features = self.features(one, two, passage=passage, one_story=one_story)
        if "one_report" in features and not PARTING.keys().isdisjoint(features):
            return TOLD_APART
        weights = load_weights()
        evidence = weights.base + sum(weights.of.get(f, 0.0) for f in features)
        return Comparison(score=round(1 / (1 + exp(-evidence)), 3), features=tuple(features), evidence=evidence)

    def features(self, one: EventNode, two: EventNode, *, passage: bool, one_story: bool) -> list[str]:
        """The names of all features that hold, each once."""
        dates = date_features(one, two)
        found = [
            *(["passage"] if passage else []),
            *kind_features(one, two),
            *side_features(one, two, self._casts),
            *place_features(one, two, self._lookup),
            *dates,
            "undated_afar" if not one_story and DATED.isdisjoint(dates) else "",
            share_count(one, two),
            "long_past" if _are_long_past(one, two) else "",
            "name" if one.report_id != two.report_id and share_name(one, two, self._lookup) else "",
            "lone" if one_story and _alone_of_a_kind(one, two) else "",
            *_wording(one, two, one_story=one_story, dated=not DATED.isdisjoint(dates)),
            *self._standing(one, two, one_story=one_story),
            "lead" if one_story and _lead_both(one, two, dates) else "",
            *_realis(one, two),
            "direction" if one.direction and two.direction and one.direction != two.direction else "",
            "one_report" if one.report_id == two.report_id else "",
        ]
        return list(dict.fromkeys(f for f in found if f))

    def _standing(self, one: EventNode, two: EventNode, *, one_story: bool) -> list[str]:
        """What the story says: one story, what it is about, its sides where one names none."""
        if not one_story:
            return ["other_story"]
        found = ["main"] if one.main and two.main and one.type in LEADING and two.type in LEADING else []
        implied = bool(one.countries) != bool(two.countries) and (one.countries | two.countries) <= self._central
        return [*found, "implied"] if implied and not _one_sided(one, two) else found


def _one_sided(one: EventNode, two: EventNode) -> bool:
    """True where one side alone acts in one, and those who fight in the other are not named."""
    return {one.direction, two.direction} == {"directed", "mutual"} and len(one.countries | two.countries) == 1


def _realis(one: EventNode, two: EventNode) -> list[str]:
    """A plan and its fulfilment, or what was done and what was called off."""
    told = {one.realis, two.realis}
    if len(told) == 1:
        return []
    if "planned" in told:
        return ["realis"]
    return ["other_realis"] if told & {"called_off", "denied", "hypothetical", "habitual"} else []


def _lead_both(one: EventNode, two: EventNode, dates: Sequence[str]) -> bool:
    """True where both reports are about it, by words for one thing, and date it alike or a day apart."""
    of_a_kind = one.concepts & two.concepts or are_kin(one, two)
    return one.lead and two.lead and bool(of_a_kind) and not NEAR.isdisjoint(dates)


def _wording(one: EventNode, two: EventNode, *, one_story: bool, dated: bool) -> list[str]:
    """The same words, and whether the grouping of all words of their story makes one happening of these.

    Other words for one thing are often left apart: that says little, and nothing of what is dated alike. That the same
    ones are speaks against it. Of the rounds of one series ("the talks") the words are alike: that these are grouped says nothing.
    """
    words = ["words"] if {m.lemma for m in one.mentions} & {m.lemma for m in two.mentions} else []
    if not one_story or one.groups is None or two.groups is None:
        return words
    if not one.groups.isdisjoint(two.groups):
        return words if (one.concepts | two.concepts) <= load_kinds().common else [*words, "group"]
    if words:
        return [*words, "other_group"]
    return ["no_group"] if one.concepts & two.concepts and not dated else []


def _alone_of_a_kind(one: EventNode, two: EventNode) -> bool:
    """True where two share a kind that a story seldom holds twice, and neither report tells another of it."""
    kinds = load_kinds()
    telling = (one.concepts & two.concepts) - kinds.common - kinds.generic
    alone = one.lone and two.lone and not is_background(one) and not is_background(two)
    return alone and bool(telling) and "other_realis" not in _realis(one, two)


def marks_of(node: EventNode) -> frozenset[str]:
    """Kinds, sides and places: two nodes of other stories need one in common."""
    return frozenset((*node.concepts, *node.countries, *node.places))


def meet_across(one: EventNode, two: EventNode) -> bool:
    """True where two nodes of other stories share enough to be compared: a date, a number, a meeting, or a deed."""
    if share_count(one, two) == "number":
        return True
    if marks_of(one).isdisjoint(marks_of(two)):
        return False
    if dates_agree(one, two) or _dates_near(one, two) or named_alike(one, two):
        return True
    if len(one.countries) > 1 and one.countries == two.countries and set(one.places) & set(two.places):
        return True
    return _one_deed(one, two)


def _are_long_past(one: EventNode, two: EventNode) -> bool:
    """True of days of years ago that lie close together: of those times reports still tell few things."""
    for node in (one, two):
        exact = node.date.days is not None and node.date.days <= NARROW
        if not exact or node.date.high is None or node.published.low is None or node.date_basis != "stated":
            return False
        if (node.published.low - node.date.high).days < LONG_PAST:
            return False
    return gap_between(one.date, two.date) <= NARROW


NARROW, LONG_PAST = 3, 365
"""Days."""


def _dates_near(one: EventNode, two: EventNode) -> bool:
    exact = all(n.date.days is not None and n.date.days <= MOVED for n in (one, two))
    return exact and gap_between(one.date, two.date) <= MOVED


def _one_deed(one: EventNode, two: EventNode) -> bool:
    """Undated in one at least, told within weeks: the same kind in the same place by or against the same."""
    if (one.date.known and two.date.known) or not (one.published.known and two.published.known):
        return False
    if gap_between(one.published, two.published) > TOLD_NEAR:
        return False
    return bool(one.concepts & two.concepts and one.countries & two.countries and set(one.places) & set(two.places))


def share_count(one: EventNode, two: EventNode) -> str:
    """How alike two reports count one thing: the same large number, numbers that can both hold, or quite others."""
    if not one.figures or not two.figures:
        return ""
    found = ""
    for what, mine in one.figures:
        for other, theirs in two.figures:
            a, b = mine.best or mine.low or 0.0, theirs.best or theirs.low or 0.0
            if what != other or min(a, b) <= MIN_COUNT:
                continue
            agree = counts_agree(mine, theirs)
            if agree and a == b and a >= TELLING_COUNT:
                return "number"
            if agree and abs(a - b) <= 0.1 * max(a, b):
                found = "figure"
            elif not agree and not found and max(a, b) > OTHER_COUNT * min(a, b):
                found = "other_count"
    return found
