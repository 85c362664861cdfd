"""Which words of a story's reports tell one happening, of whatever kind: nothing in the record rests on it alone.

Within a story, words of one root are grouped by how likely each two tell one happening, with average linkage; then
groups of near-synonyms are joined, the likeliest first. Across stories nothing is one.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from variorum.links.occasions import find_occasions
from variorum.links.occurrence_groups import group_pairs
from variorum.links.occurrence_items import Item, Telling, make_items
from variorum.links.occurrence_pairs import Table, candidate_pairs
from variorum.schema.annotations import Annotations
from variorum.schema.linked import ChainKey, LinkedEntities, LinkedReferents, OccurrenceKey
from variorum.schema.reports import Report

RULE = "occurrences.v1"

LEAST = 0.05
"""Likelihood below which a pair counts as no candidate: most pairs of a large story are such."""


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
    return tuple(
        sorted(
            tuple(sorted(keys[place] for place in group))
            for keys, items in story_items(reports, annotations, entities, referents, story_of)
            for group in _group(items)
        )
    )


def story_items(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    entities: LinkedEntities,
    referents: LinkedReferents,
    story_of: Mapping[str, int],
) -> Iterator[tuple[list[OccurrenceKey], list[Item]]]:
    """Of each story the occurrences, as keys and with what is compared of them."""

    def target(report_id: str, chain: int) -> Sequence[str]:
        return _target((report_id, chain), entities, referents)

    stories: dict[int, list[Report]] = {}
    for report in sorted(reports, key=lambda r: r.report_id):
        if annotations[report.report_id].occurrences:
            stories.setdefault(story_of[report.report_id], []).append(report)
    for story in stories.values():
        occasions = find_occasions([report.text for report in story])
        tellings = [
            Telling(place=place, text=report.text, own=annotations[report.report_id], occasion=occasion)
            for place, (report, occasion) in enumerate(zip(story, occasions, strict=True))
        ]
        items = make_items(tellings, target)
        yield [(story[item.report].report_id, item.number) for item in items], items


def _target(key: ChainKey, entities: LinkedEntities, referents: LinkedReferents) -> Sequence[str]:
    referent = referents.of_chain.get(key)
    if referent is not None:
        return (referent.target,)
    return entities.of_chain.get(key) or (f"chain:{key[0]}#{key[1]}",)


def _group(items: Sequence[Item]) -> list[list[int]]:
    """Indexes of items that are one, groups of two or more."""
    left, right = candidate_pairs(items)
    scores = Table(items).score(left, right, load_weights())
    near = scores >= LEAST
    return group_pairs([i.root for i in items], left[near], right[near], scores[near])
