"""Pairs of occurrences of one story that may tell one happening, with what speaks for it and against it.

Two may be one where their words are of one root or near-synonyms. All features of all pairs are laid out as columns.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from variorum.schema.annotations import Annotations, OccurrenceMention
from variorum.schema.roots import is_light, synonym_sets

LARGEST = 800
"""Occurrences of one root, or of one set of synonyms, that are compared all with all; more are parted by occasion, and
if need be by report."""

TELLING = 0.5
"""From which weight on a name tells something: the logarithm of how few of the story's reports have it."""

CHUNK = 200_000
"""Pairs that are laid out at a time: it bounds memory."""

NAMED = ("name", "description", "demonym", "metonym")

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Target = Callable[[str, int], Sequence[str]]
"""What a chain of a report is: ids of entities, or a key of what has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An occurrence with what is compared of it.

    number: its index in its report. doers, sufferers: what its chains are. names: who is named in its sentence and not
    in most reports of the story. numbers: figures in its sentence.
    """

    report: int
    number: int
    occasion: int
    sentence: tuple[int, int]
    root: str
    sets: frozenset[int]
    doers: frozenset[str]
    sufferers: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]


_NUMBER = re.compile(r"\d+")


def make_items(
    reports: Sequence[Annotations], texts: Sequence[str], occasions: Sequence[int], target: Target
) -> list[Item]:
    """The occurrences of a story's reports, in the order of reports and of text."""
    rare = _rare_names(reports, target)
    return [
        _item(place, number, told, own, texts[place], occasions[place], rare, target)
        for place, own in enumerate(reports)
        for number, told in enumerate(own.occurrences)
    ]


def _rare_names(reports: Sequence[Annotations], target: Target) -> frozenset[str]:
    spread = Counter(
        name
        for own in reports
        for name in {t for m in own.entities if m.form in NAMED for t in target(own.report_id, m.chain)}
    )
    return frozenset(name for name, n in spread.items() if math.log((len(reports) + 1) / n) > TELLING)


def _item(
    place: int,
    number: int,
    told: OccurrenceMention,
    own: Annotations,
    text: str,
    occasion: int,
    rare: frozenset[str],
    target: Target,
) -> Item:
    sentence = told.sentence
    named = {
        name
        for m in own.entities
        if m.form in NAMED and sentence.covers(m.span)
        for name in target(own.report_id, m.chain)
    }
    return Item(
        report=place,
        number=number,
        occasion=occasion,
        sentence=(place, sentence.start),
        root=told.root,
        sets=synonym_sets().get(told.root, frozenset()) | synonym_sets().get(told.lemma, frozenset()),
        doers=frozenset(t for chain in told.subjects for t in target(own.report_id, chain)),
        sufferers=frozenset(t for chain in told.objects for t in target(own.report_id, chain)),
        names=frozenset(named & rare),
        numbers=frozenset(_NUMBER.findall(text[sentence.start : sentence.end])),
    )


def candidate_pairs(items: Sequence[Item]) -> tuple[Ints, Ints]:
    """All pairs of items that may be one, left before right, in order, each once."""
    keyed: dict[tuple[str, str | int], list[int]] = {}
    for place, item in enumerate(items):
        keyed.setdefault(("root", item.root), []).append(place)
        for number in sorted(item.sets):
            keyed.setdefault(("set", number), []).append(place)
    codes = [_all_pairs(heap, len(items)) for group in keyed.values() for heap in _parted(group, items)]
    found = np.unique(np.concatenate(codes)) if codes else np.zeros(0, dtype=np.int64)
    return found // max(1, len(items)), found % max(1, len(items))


def _parted(group: Sequence[int], items: Sequence[Item]) -> Iterator[Sequence[int]]:
    """A group in heaps that are small enough to compare all with all."""
    if len(group) <= LARGEST:
        yield group
        return
    for key in (lambda i: items[i].occasion, lambda i: items[i].report):
        heaps: dict[int, list[int]] = {}
        for place in group:
            heaps.setdefault(key(place), []).append(place)
        if max(map(len, heaps.values())) <= LARGEST:
            break
    yield from (heap for heap in heaps.values() if len(heap) <= LARGEST)


def _all_pairs(heap: Sequence[int], width: int) -> Ints:
    places = np.array(heap, dtype=np.int64)
    left, right = np.triu_indices(len(places), 1)
    return places[left] * width + places[right]


class Table:
    """The features of pairs of items."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._report = np.array([i.report for i in items], dtype=np.int64)
        self._occasion = np.array([i.occasion for i in items], dtype=np.int64)
        self._sentence = _numbered([i.sentence for i in items])
        self._root = _numbered([i.root for i in items])
        self._light = np.array([is_light(i.root) for i in items], dtype=bool)

    @cached_property
    def _doers(self) -> "Sides":
        return Sides([i.doers for i in self._items])

    @cached_property
    def _sufferers(self) -> "Sides":
        return Sides([i.sufferers for i in self._items])

    @cached_property
    def _names(self) -> "Sides":
        return Sides([i.names for i in self._items])

    @cached_property
    def _numbers(self) -> "Sides":
        return Sides([i.numbers for i in self._items])

    def features(self, left: Ints, right: Ints) -> dict[str, NDArray[np.bool_]]:
        """Of each feature for which pairs it holds; the names are those of `occurrence_weights.toml`."""
        report = self._report[left] == self._report[right]
        sentence = self._sentence[left] == self._sentence[right]
        synonym = self._root[left] != self._root[right]
        return {
            "any": np.ones(len(left), dtype=bool),
            "synonym": synonym,
            "light": self._light[left] | self._light[right],
            "same_report": report,
            "same_sentence": sentence,
            "same_occasion": (self._occasion[left] == self._occasion[right]) & ~report,
            "same_doer": self._doers.shared(left, right),
            "other_doer": self._doers.apart(left, right),
            "same_sufferer": self._sufferers.shared(left, right),
            "other_names": self._names.apart(left, right),
            "shared_numbers": self._numbers.shared(left, right) & ~sentence,
            "other_numbers": self._numbers.apart(left, right),
        }

    def score(self, left: Ints, right: Ints, weights: Mapping[str, float]) -> Floats:
        """How likely each pair is one happening, 0 to 1."""
        parts = [
            self._score(left[first : first + CHUNK], right[first : first + CHUNK], weights)
            for first in range(0, len(left), CHUNK)
        ]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _score(self, left: Ints, right: Ints, weights: Mapping[str, float]) -> Floats:
        odds = np.zeros(len(left))
        for name, holds in self.features(left, right).items():
            odds += weights.get(name, 0.0) * holds
        scores: Floats = 1 / (1 + np.exp(-odds))
        return scores


class Sides:
    """Sets of names, one an item, and which pairs of them share one or stand apart."""

    def __init__(self, sets: Sequence[frozenset[str]]) -> None:
        columns = {name: n for n, name in enumerate(sorted(frozenset().union(*sets)))}
        rows = [row for row, names in enumerate(sets) for _ in names]
        places = [columns[name] for names in sets for name in sorted(names)]
        self._held = csr_array((np.ones(len(rows)), (rows, places)), shape=(len(sets), max(1, len(columns))))
        self._told = np.array([any(map(is_named, names)) for names in sets], dtype=bool)

    def shared(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """Which pairs have a name in common."""
        found: NDArray[np.bool_] = np.asarray(self._held[left].multiply(self._held[right]).sum(axis=1)).ravel() > 0
        return found

    def apart(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """Which pairs have names, and none in common; who is nobody by name stands apart from none."""
        both: NDArray[np.bool_] = self._told[left] & self._told[right]
        return both & ~self.shared(left, right)


UNNAMED = ("unnamed:", "chain:")


def is_named(target: str) -> bool:
    """Is it an entity's id or a number, not a key of what has no name?"""
    return not target.startswith(UNNAMED)


def _numbered(values: Iterable[object]) -> Ints:
    known: dict[object, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)
