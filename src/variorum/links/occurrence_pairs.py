"""Pairs of occurrences of one story that may tell one happening, with what speaks for it and against it.

Two may be one where their words are of one root or near-synonyms. All features of all pairs are laid out as columns.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from variorum.links.occurrence_items import Item
from variorum.schema.roots import is_light

LARGEST = 250
"""Occurrences of one root, or of one set of synonyms, that are compared all with all; more are parted by occasion, and
if need be by report."""

CHUNK = 200_000
"""Pairs that are laid out at a time: it bounds memory."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


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
    """A group in heaps that are small enough to compare all with all; what one report alone has too often is left out."""
    if len(group) <= LARGEST:
        yield group
        return
    for heap in _heaps(group, [items[place].occasion for place in group]):
        if len(heap) <= LARGEST:
            yield heap
            continue
        inner = _heaps(heap, [items[place].report for place in heap])
        yield from (small for small in inner if len(small) <= LARGEST)


def _heaps(group: Sequence[int], keys: Sequence[int]) -> list[list[int]]:
    heaps: dict[int, list[int]] = {}
    for place, key in zip(group, keys, strict=True):
        heaps.setdefault(key, []).append(place)
    return list(heaps.values())


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

    def features(self, left: Ints, right: Ints) -> dict[str, Bools]:
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

    def shared(self, left: Ints, right: Ints) -> Bools:
        """Which pairs have a name in common."""
        found: Bools = np.asarray(self._held[left].multiply(self._held[right]).sum(axis=1)).ravel() > 0
        return found

    def apart(self, left: Ints, right: Ints) -> Bools:
        """Which pairs have names, and none in common; who is nobody by name stands apart from none."""
        both: Bools = self._told[left] & self._told[right]
        return both & ~self.shared(left, right)


UNNAMED = ("unnamed:", "chain:")


def is_named(target: str) -> bool:
    """Is it an entity's id or a number, not a key of what has no name?"""
    return not target.startswith(UNNAMED)


def _numbered(values: Iterable[object]) -> Ints:
    known: dict[object, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)
