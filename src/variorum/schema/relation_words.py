"""Words that set one happening in relation to another, and which kinds of happening hold others.

Reads `lexicons/relations.toml`. It knows no grammar: where the words stand is the annotator's business.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.schema.lexicons import read_lexicon, split_entries

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words before the other happening; sure: whatever kinds of happening they stand between."""

    relation: str
    words: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Kinds of happening that hold others: the rank of each concept, and the types and concepts of what they hold."""

    ranks: Mapping[str, int]
    types: Words
    concepts: Words

    def holds(self, outer: str, inner: str, inner_type: str) -> bool:
        """True where a happening of one concept may hold one of another: nothing holds what is as wide as itself."""
        rank = self.ranks.get(outer, 0)
        fits = inner_type in self.types or inner in self.concepts
        return fits and rank > self.ranks.get(inner, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationWords:
    """The lexicon. cues: by their last word, the longest first. over: types and concepts by preposition."""

    cues: Mapping[str, tuple[Cue, ...]]
    over: Mapping[str, Words]
    verbs: Mapping[str, Words]
    measures: Words
    types: Mapping[str, Words]
    answering: Words
    effects: Words
    holders: Mapping[str, Holder]
    series: Mapping[str, str]
    ordinals: Mapping[str, int]

    def holds(self, outer: str, inner: str, inner_type: str) -> bool:
        """True where a happening of one concept may be part of one of another."""
        return any(h.holds(outer, inner, inner_type) for h in self.holders.values() if outer in h.ranks)


@cache
def load_relation_words() -> RelationWords:
    """Read the lexicon, once a process."""
    table = read_lexicon("relations")
    return RelationWords(
        cues=_cues(table["before"]),
        over=_sets(table["over"]),
        verbs=_sets(table["verbs"]),
        measures=_set(table["measures"]["nouns"]),
        types=_sets(table["types"]),
        answering=_set(table["answering"]["concepts"]),
        effects=_set(table["effects"]["concepts"]),
        holders={name: _holder(held) for name, held in table["holders"].items()},
        series={c: name for name, listed in table["series"].items() for c in split_entries(listed)},
        ordinals=dict(table["ordinals"]),
    )


def _set(listed: str) -> Words:
    return frozenset(split_entries(listed))


def _sets(table: Mapping[str, str]) -> dict[str, Words]:
    return {name: _set(listed) for name, listed in table.items()}


def _cues(table: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[Cue, ...]]:
    made = [
        Cue(relation=relation, words=tuple(entry.split()), sure=way == "sure")
        for relation, ways in table.items()
        for way, listed in ways.items()
        for entry in split_entries(listed)
    ]
    made.sort(key=lambda cue: (-len(cue.words), not cue.sure, cue.relation, cue.words))
    return {last: tuple(c for c in made if c.words[-1] == last) for last in sorted({c.words[-1] for c in made})}


def _holder(table: Mapping[str, Any]) -> Holder:
    return Holder(ranks=dict(table["ranks"]), types=_set(table["types"]), concepts=_set(table["concepts"]))
