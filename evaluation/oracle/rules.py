"""The oracle's own rules: which stated values can all hold, and so what the status of a finding truly is.

| attribute | two values cannot both hold where |
| --- | --- |
| date | no day fits both. A plan is superseded by what is said later, so that another day then is an update |
| place | they are two places of which neither lies in the other; a plan is superseded here too |
| direction | other sides act, or one side acts and both fought |
| participants | two people are named for one state |
| actor | they are of two states |
| realis | one has it as done or alleged and the other as denied; as held and as called off |
| counts | no number fits both on one day; or the later count of a toll is the lower. A toll that grew is an update |
| outcome | one calls it good and the other bad |
| wording | a word of the quoted text differs |
| label | one word is loaded and the other is plain or loaded otherwise |

Nothing of `variorum.links` or `variorum.record` is used: this is what they are measured against.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Any

from evaluation.oracle.things import Cast
from evaluation.oracle.values import Count, Days

PLANS = ("planned", "called_off")
KINDS = {
    "date": "date",
    "place": "place",
    "direction": "direction",
    "participants": "participant",
    "actor": "participant",
    "realis": "realis",
    "outcome": "outcome",
    "wording": "wording",
    "label": "label",
}
"""Attribute -> kind of disagreement; all others are counts."""

TOLLS = ("killed", "wounded")
"""Counts that grow while rescuers search; how many marched or were set free does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What one report says of one attribute of one happening, in whose voice, in whose words. `day` is as of when."""

    report: int
    happening: int
    attribute: str
    value: Any
    voice: str
    origin: str
    day: date
    realis: str


def can_both_hold(one: Stated, two: Stated, cast: Cast) -> bool:
    """True where two stated values of one attribute do not contradict each other."""
    a, b = one.value, two.value
    if isinstance(a, Count):
        return counts_fit(one, two)
    if isinstance(a, Days):
        return days_fit(one, two)
    if one.attribute == "place":
        return a == b or cast.holds(a, b) or cast.holds(b, a) or superseded(one, two)
    if one.attribute == "participants":
        return people_fit(a, b, cast)
    if one.attribute == "actor":
        return {cast.side(k) for k in a} == {cast.side(k) for k in b}
    if one.attribute == "realis":
        return {a, b} not in ({"happened", "denied"}, {"alleged", "denied"}, {"happened", "called_off"})
    if one.attribute == "label":
        return bool(a[0] == b[0])
    return bool(a == b)


def counts_fit(one: Stated, two: Stated) -> bool:
    """Counts fit where a number fits both, or where the later count of a toll is the higher."""
    early, late = sorted((one, two), key=lambda s: s.day)
    if max(early.value.low, late.value.low) <= min(early.value.high, late.value.high):
        return True
    return one.attribute in TOLLS and early.day < late.day and bool(early.value.high < late.value.low)


def days_fit(one: Stated, two: Stated) -> bool:
    """Days fit where one fits both, or where the earlier report spoke of a plan."""
    if max(one.value.low, two.value.low) <= min(one.value.high, two.value.high):
        return True
    return superseded(one, two)


def superseded(one: Stated, two: Stated) -> bool:
    """True where the earlier report spoke of a plan: what is said later takes its place."""
    early, late = sorted((one, two), key=lambda s: s.day)
    return early.realis in PLANS and (early.day < late.day or late.realis not in PLANS)


def people_fit(one: frozenset[str], two: frozenset[str], cast: Cast) -> bool:
    """Participants fit where no state is represented by other people; a state and its people fit."""
    for state in {cast.side(k) for k in one | two}:
        mine, theirs = ({k for k in keys if k.startswith("person:") and cast.side(k) == state} for keys in (one, two))
        if mine and theirs and mine.isdisjoint(theirs):
            return False
    return True


def joined(stated: Sequence[Stated], cast: Cast) -> list[Stated]:
    """One value of each report and voice, as of one day: all people that it names, the closest day and place."""
    groups: dict[tuple[int, str, date], list[Stated]] = {}
    for one in stated:
        groups.setdefault((one.report, one.voice, one.day), []).append(one)
    return [_join(group, cast) for _, group in sorted(groups.items())]


def _join(group: Sequence[Stated], cast: Cast) -> Stated:
    first = group[0]
    if first.attribute == "participants":
        people = frozenset().union(*(s.value for s in group))
        stood_for = {cast.side(k) for k in people if k.startswith("person:")}
        return _with(first, frozenset(k for k in people if k not in stood_for))
    if isinstance(first.value, Days):
        return min(group, key=lambda s: s.value.high - s.value.low)
    return first


def _with(stated: Stated, value: Any) -> Stated:
    return replace(stated, value=value)


def same_value(one: Any, two: Any) -> bool:
    """True where two values say the same, whatever the words."""
    if isinstance(one, Count | Days):
        return (one.low, one.high) == (two.low, two.high)
    return bool(one == two)


def clashing(stated: Sequence[Stated], cast: Cast) -> list[tuple[Stated, Stated]]:
    """Pairs of stated values that cannot both hold."""
    return [(a, b) for a, b in combinations(stated, 2) if not can_both_hold(a, b, cast)]


def status_of(stated: Sequence[Stated], cast: Cast) -> str:
    """The status of a finding by the record's contract: disputed, single_origin, agreed or compatible."""
    if clashing(stated, cast):
        return "disputed"
    if len({s.origin for s in stated}) < 2:
        return "single_origin"
    return "agreed" if all(same_value(stated[0].value, s.value) for s in stated) else "compatible"
