"""Estimate the weights of `links/occurrence_weights.toml` on the gold mentions of ECB+'s odd topics, and print them.

    python evaluation/fit_occurrences.py [FOLDER]

A logistic regression over pairs of gold events of one story that are of one root or near-synonyms. A pair counts the
less the more there are of its words in its story, so that a few frequent words do not decide alone. The weights in the
file are these, rounded by hand.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from variorum.evaluate.coding import Coder, Coding
from variorum.evaluate.gold import read_gold
from variorum.evaluate.tasks.coreference import COREFERENCE, head_occurrence
from variorum.evaluate.values import Document
from variorum.links.occurrence_pairs import Table, candidate_pairs
from variorum.links.occurrences import story_items
from variorum.schema.linked import OccurrenceKey

FOLDER = Path(__file__).parents[1].parent / "shared" / "gold"
SHRINKAGE = 0.3
"""Weight of the squared weights in what is minimized."""

Floats = NDArray[np.float64]


def gold_clusters(documents: list[Document], coding: Coding) -> dict[OccurrenceKey, str]:
    """The gold cluster of each occurrence that is at the head of a gold event."""
    found: dict[OccurrenceKey, str] = {}
    for document in documents:
        own = coding.annotations[document.id]
        for mention in document.gold.scored("event"):
            head = head_occurrence(mention, own.occurrences)
            if head is not None:
                found.setdefault((own.report_id, head), mention.cluster)
    return found


def fit(features: Floats, one: Floats, counts: Floats) -> Floats:
    """Weights by Newton's method; rows of features, whether each pair is one, and how much it counts."""
    weights = np.zeros(features.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (counts * (likely - one)) + SHRINKAGE * weights
        bend = (features * (counts * likely * (1 - likely))[:, None]).T @ features
        weights -= np.linalg.solve(bend + SHRINKAGE * np.eye(len(weights)), slope)
    return weights


def lay_out(documents: list[Document], coding: Coding) -> tuple[list[str], Floats, Floats, Floats]:
    """Names of features, and of every pair of gold events its features, whether it is one, and how much it counts."""
    cluster_of, linked = gold_clusters(documents, coding), coding.linked
    annotations = {a.report_id: a for a in coding.annotations.values()}
    reports, story_of = list(coding.reports.values()), linked.storyline.story_of()
    names: list[str] = []
    blocks, ones, counts = [], [], []
    for keys, items in story_items(reports, annotations, linked.entities, linked.referents, story_of):
        known = [cluster_of.get(key) for key in keys]
        pairs = [(i, j) for i, j in zip(*map(list, candidate_pairs(items)), strict=True) if known[i] and known[j]]
        left, right = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
        columns = Table(items).features(left, right)
        often = Counter(item.root for item, cluster in zip(items, known, strict=True) if cluster)
        names = list(columns)
        blocks.append(np.stack(list(columns.values()), axis=1).astype(float))
        ones.append(np.array([known[i] == known[j] for i, j in pairs], dtype=float))
        counts.append(np.array([(often[items[i].root] * often[items[j].root]) ** -0.25 for i, j in pairs]))
    return names, np.concatenate(blocks), np.concatenate(ones), np.concatenate(counts)


def main() -> None:
    """Link the odd topics and print a weight for each feature."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    paths = sorted((parser.parse_args().folder / "coreference").glob("*.jsonl"))
    read = [d for path in paths for d in read_gold(path, COREFERENCE.model, beside=COREFERENCE.beside)]
    documents = [d for d in read if d.gold.topic % 2]
    names, *table = lay_out(documents, Coder().link(documents))
    weights = fit(*table)
    for name, weight in zip(names, weights.tolist(), strict=True):
        print(f"{name:16} {weight:6.2f}")


if __name__ == "__main__":
    main()
