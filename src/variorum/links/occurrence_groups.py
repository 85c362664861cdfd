"""Groups of occurrences from how likely each two are one: by average linkage, words of one root before synonyms.

Source: average linkage (Sokal and Michener 1958), by scipy within a root.
"""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from variorum.links.occurrence_pairs import Floats, Ints

LIKELY = 0.4
"""Likelihood on average from which groups are one; set on half of the development topics."""


def group_pairs(roots: Sequence[str], left: Ints, right: Ints, scores: Floats) -> list[list[int]]:
    """Group items by the likelihood of their pairs.

    Args:
        roots: of each item.
        left, right, scores: candidate pairs with their likelihood, 0 to 1; any other pair counts as 0.

    Returns:
        Groups of two or more, as sorted indexes, in the order of their first.
    """
    labels = _group_roots(roots, left, right, scores)
    groups: dict[int, list[int]] = {}
    for place, label in enumerate(_join(labels, left, right, scores)):
        groups.setdefault(label, []).append(place)
    return [group for group in groups.values() if len(group) > 1]


def _group_roots(roots: Sequence[str], left: Ints, right: Ints, scores: Floats) -> list[int]:
    """For each item the first item of its group, items of one root only."""
    members: dict[str, list[int]] = {}
    for item, root in enumerate(roots):
        members.setdefault(root, []).append(item)
    pairs: dict[str, list[tuple[int, int, float]]] = {}
    for i, j, score in zip(left.tolist(), right.tolist(), scores.tolist(), strict=True):
        if roots[i] == roots[j]:
            pairs.setdefault(roots[i], []).append((i, j, score))
    labels = list(range(len(roots)))
    for root, own in pairs.items():
        for item, label in zip(members[root], _link(members[root], own), strict=True):
            labels[item] = label
    return labels


def _link(members: Sequence[int], pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """For each item of one root the first of its group."""
    place = {item: n for n, item in enumerate(members)}
    distances = np.ones((len(members), len(members)))
    np.fill_diagonal(distances, 0)
    for i, j, score in pairs:
        distances[place[i], place[j]] = distances[place[j], place[i]] = 1 - score
    tree = linkage(squareform(distances, checks=False), method="average")
    first: dict[int, int] = {}
    found = fcluster(tree, 1 - LIKELY, criterion="distance").tolist()
    return [first.setdefault(label, item) for item, label in zip(members, found, strict=True)]


def _join(labels: Sequence[int], left: Ints, right: Ints, scores: Floats) -> list[int]:
    """Join groups whose pairs are likely on average, the likeliest first."""
    groups = Groups(labels)
    for i, j, score in zip(left.tolist(), right.tolist(), scores.tolist(), strict=True):
        groups.add(labels[i], labels[j], score)
    groups.join()
    return [groups.of(label) for label in labels]


class Groups:
    """Groups that are joined, with the sums of the likelihoods of the pairs between them."""

    def __init__(self, labels: Sequence[int]) -> None:
        self._size: dict[int, int] = {}
        for label in labels:
            self._size[label] = self._size.get(label, 0) + 1
        self._near: dict[int, dict[int, float]] = {label: {} for label in self._size}
        self._into: dict[int, int] = {}

    def add(self, one: int, two: int, score: float) -> None:
        """Count a pair of members of two groups."""
        if one != two:
            self._near[one][two] = self._near[two][one] = self._near[one].get(two, 0.0) + score

    def of(self, label: int) -> int:
        """The group that a group has gone into."""
        while label in self._into:
            label = self._into[label]
        return label

    def join(self) -> None:
        """Join the two likeliest groups until no two are likely to be one; of equals the first."""
        waiting = [row for one in self._near for row in self._likely(one) if row[1] == one]
        heapify(waiting)
        while waiting:
            likely, one, two = heappop(waiting)
            if two in self._near.get(one, ()) and -self._mean(one, two) == likely:
                self._merge(one, two)
                for row in self._likely(one):
                    heappush(waiting, row)

    def _mean(self, one: int, two: int) -> float:
        return self._near[one][two] / (self._size[one] * self._size[two])

    def _likely(self, one: int) -> list[tuple[float, int, int]]:
        """The groups that one is likely to be one with, the first group of each pair first."""
        rows = [(self._mean(one, other), min(one, other), max(one, other)) for other in sorted(self._near[one])]
        return [(-mean, low, high) for mean, low, high in rows if mean >= LIKELY]

    def _merge(self, one: int, two: int) -> None:
        near: Mapping[int, float] = self._near.pop(two)
        for other, total in sorted(near.items()):
            del self._near[other][two]
            if other != one:
                self._near[one][other] = self._near[other][one] = self._near[one].get(other, 0.0) + total
        self._size[one] += self._size.pop(two)
        self._into[two] = one
