"""The rules of `positions.toml`: which position a clause shows, and how strongly."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.annotations.position_clauses import Clause
from variorum.annotations.statement_cues import read_lexicon
from variorum.annotations.statement_drafts import Draft

_SET = re.compile(r"\{([a-z]\w+)\}")
_FLAGS = ("negated", "past", "passive", "main", "asks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as the lexicon's head describes it; empty or None where a key is not given. `order`: its place there."""

    position: str
    weight: int
    order: int
    side: frozenset[str]
    modal: frozenset[str]
    attitudes: frozenset[str]
    kinds: frozenset[str]
    flags: tuple[tuple[str, bool], ...]
    conditional: bool | None
    predicate: re.Pattern[str] | None
    words: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def fits(self, clause: Clause, draft: Draft, *, conditional: bool) -> bool:
        """True where every key that is given fits; the quick ones are looked at first."""
        return (
            (not self.side or clause.side in self.side)
            and (not self.modal or (clause.modal or "plain") in self.modal)
            and (not self.attitudes or draft.meaning.attitude in self.attitudes)
            and (not self.kinds or draft.kind in self.kinds)
            and (self.conditional is None or self.conditional == conditional)
            and all(_holds(clause, name, wanted=wanted) for name, wanted in self.flags)
            and (self.predicate is None or self.predicate.fullmatch(clause.named) is not None)
            and (self.words is None or self.words.search(clause.words) is not None)
            and (self.unless is None or self.unless.search(clause.words) is None)
        )


def _holds(clause: Clause, name: str, *, wanted: bool) -> bool:
    held: bool = getattr(clause, name)
    return held == wanted or (name == "past" and clause.shifted)


@cache
def load_rules() -> tuple[Rule, ...]:
    """Read the rules in their order, once a process.

    Raises:
        KeyError: a rule names a set that is not there.
    """
    raw = read_lexicon("positions.toml")
    sets = {name: "(?:" + "|".join(words) + ")" for name, words in raw["sets"].items()}
    return tuple(_rule(order, given, sets) for order, given in enumerate(raw["rules"]))


def _rule(order: int, given: Mapping[str, Any], sets: Mapping[str, str]) -> Rule:
    def pattern(key: str) -> re.Pattern[str] | None:
        parts: Sequence[str] = given.get(key, ())
        joined = "|".join(f"(?:{_SET.sub(lambda found: sets[found[1]], part)})" for part in parts)
        return re.compile(joined) if joined else None

    return Rule(
        position=given["position"],
        weight=given["weight"],
        order=order,
        side=frozenset(given.get("side", ())),
        modal=frozenset(given.get("modal", ())),
        attitudes=frozenset(given.get("attitudes", ())),
        kinds=frozenset(given.get("kinds", ())),
        flags=tuple((name, given[name]) for name in _FLAGS if name in given),
        conditional=given.get("conditional"),
        predicate=pattern("predicate"),
        words=pattern("words"),
        unless=pattern("unless"),
    )


def strongest(clauses: Sequence[Clause], draft: Draft, *, conditional: bool) -> tuple[str, Clause | None]:
    """The position that weighs most, the earliest clause where two weigh the same, and the clause that shows it.

    A subordinate clause weighs one less: what counts is what is said, not what is mentioned.
    """
    best: tuple[int, int, int] | None = None
    found: tuple[str, Clause | None] = ("state", None)
    for n, clause in enumerate(clauses):
        for rule in load_rules():
            rank = rule.weight - (not clause.main), -n, -rule.order
            if rank[0] > 0 and (best is None or rank > best) and rule.fits(clause, draft, conditional=conditional):
                best, found = rank, (rule.position, clause)
    return found
