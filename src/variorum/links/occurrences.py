"""Which words of a story's reports tell one happening, of whatever kind: nothing in the record rests on it alone.

Within a story, words of one root are grouped by how likely each two tell one happening, with average linkage; then
groups of near-synonyms are joined, the likeliest first. Across stories nothing is one.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from heapq import heapify, heappop, heappush
from importlib.resources import files

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from variorum.links.occasions import find_occasions
from variorum.links.occurrence_pairs import Floats, Ints, Item, Table, candidate_pairs, make_items
from variorum.schema.annotations import Annotations
from variorum.schema.linked import ChainKey, LinkedEntities, LinkedReferents, OccurrenceKey
from variorum.schema.reports import Report

RULE = "occurrences.v1"

LIKELY = 0.4
"""Likelihood on average from which groups are one; set on half of the development topics."""


@cache
def load_weights() -> Mapping[str, float]:
    """Read the weights; every feature has its number and its meaning there."""
    text = files("variorum.links").joinpath("occurrence_weights.toml").read_text(encoding="utf-8")
    weights: dict[str, float] = tomllib.loads(text)["weights"]
    return weights


def link_occurrences(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    entities: LinkedEntities,
    referents: LinkedReferents,
    story_of: Mapping[str, int],
) -> tuple[tuple[OccurrenceKey, ...], ...]:
    """Group the occurrences of all reports by the happening that they tell.

    Returns:
        Groups of two or more, each sorted, in order. Nothing depends on the order of reports.
    """
    stories: dict[int, list[Report]] = {}
    for report in sorted(reports, key=lambda r: r.report_id):
        stories.setdefault(story_of[report.report_id], []).append(report)

    def target(report_id: str, chain: int) -> Sequence[str]:
        return _target((report_id, chain), entities, referents)

    found = []
    for story in stories.values():
        own = [annotations[report.report_id] for report in story]
        if any(a.occurrences for a in own):
            texts = [report.text for report in story]
            items = make_items(own, texts, find_occasions(texts), target)
            found += [
                tuple(sorted((own[items[i].report].report_id, items[i].number) for i in group))
                for group in _group(items)
            ]
    return tuple(sorted(found))


def _target(key: ChainKey, entities: LinkedEntities, referents: LinkedReferents) -> Sequence[str]:
    referent = referents.of_chain.get(key)
    if referent is not None:
        return (referent.target,)
    return entities.of_chain.get(key) or (f"chain:{key[0]}#{key[1]}",)


def _group(items: Sequence[Item]) -> list[list[int]]:
    """Indexes of items that are one, groups of two or more."""
    left, right = candidate_pairs(items)
    scores = Table(items).score(left, right, load_weights())
    labels = _by_root(items, left, right, scores)
    groups: dict[int, list[int]] = {}
    for place, label in enumerate(_join(labels, left, right, scores)):
        groups.setdefault(label, []).append(place)
    return [group for group in groups.values() if len(group) > 1]


def _by_root(items: Sequence[Item], left: Ints, right: Ints, scores: Floats) -> list[int]:
    """Groups of items of one root, by average linkage: the first item of its group for each item."""
    roots: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        roots.setdefault(item.root, []).append(place)
    pairs: dict[str, list[int]] = {}
    for number, (i, j) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        if items[i].root == items[j].root:
            pairs.setdefault(items[i].root, []).append(number)
    labels = list(range(len(items)))
    for root, own in pairs.items():
        members = roots[root]
        place = {item: n for n, item in enumerate(members)}
        distances = np.ones((len(members), len(members)))
        np.fill_diagonal(distances, 0)
        for number in own:
            i, j = place[int(left[number])], place[int(right[number])]
            distances[i, j] = distances[j, i] = 1 - scores[number]
        tree = linkage(squareform(distances, checks=False), method="average")
        first: dict[int, int] = {}
        for item, label in zip(members, fcluster(tree, 1 - LIKELY, criterion="distance").tolist(), strict=True):
            labels[item] = first.setdefault(label, item)
    return labels


def _join(labels: Sequence[int], left: Ints, right: Ints, scores: Floats) -> list[int]:
    """Join groups whose pairs are likely on average, the likeliest first; pairs that are no candidates count as 0."""
    size: dict[int, int] = {}
    for label in labels:
        size[label] = size.get(label, 0) + 1
    near: dict[int, dict[int, float]] = {label: {} for label in size}
    for i, j, score in zip(left.tolist(), right.tolist(), scores.tolist(), strict=True):
        one, two = labels[i], labels[j]
        if one != two:
            near[one][two] = near[two][one] = near[one].get(two, 0.0) + score
    return _join_nearest(labels, size, near)


def _join_nearest(labels: Sequence[int], size: dict[int, int], near: dict[int, dict[int, float]]) -> list[int]:
    """Average linkage over the groups that have likely pairs at all (sums of likelihoods in `near`)."""
    waiting = [
        (-total / (size[one] * size[two]), one, two) for one, row in near.items() for two, total in row.items() if one < two
    ]
    waiting = [row for row in waiting if -row[0] >= LIKELY]
    heapify(waiting)
    into = {label: label for label in size}
    while waiting:
        likely, one, two = heappop(waiting)
        if two not in near.get(one, {}) or -near[one][two] / (size[one] * size[two]) != likely:
            continue
        for other, total in sorted(near.pop(two).items()):
            del near[other][two]
            if other != one:
                near[one][other] = near[other][one] = near[one].get(other, 0.0) + total
        size[one] += size.pop(two)
        into[two] = one
        for other, total in sorted(near[one].items()):
            mean = total / (size[one] * size[other])
            if mean >= LIKELY:
                heappush(waiting, (-mean, min(one, other), max(one, other)))
    return [_last(label, into) for label in labels]


def _last(label: int, into: Mapping[int, int]) -> int:
    while into[label] != label:
        label = into[label]
    return label
