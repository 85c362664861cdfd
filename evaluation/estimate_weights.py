"""Estimate the weights by which event nodes are linked, on worlds and texts that are for building.

    python -m evaluation.estimate_weights [--gold DIR] [--write]

Pairs of nodes come of the planted oracle's building seeds (1 to 99, planted annotations) and, with --gold, of the odd
topics of the coreference set: a pair is one event where both nodes go with mentions of one gold cluster. The weights are
those of a logistic regression with a penalty on the squares of their distances from `weights_before.toml`, which holds
what was thought before any pair was counted: so a feature that hardly occurs keeps its weight, and none changes sides.
Each set weighs the same whatever its size. --write puts the weights into the package's `weights.toml` with two digits
and the words of `weights_before.toml`; without it they are printed. The even topics and the seeds from 1000 on are for scoring.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

import variorum.links.features as compared
from evaluation.oracle.annotations import plant_annotations
from evaluation.oracle.printing import as_report
from evaluation.oracle.truth import plant
from variorum.config import Config
from variorum.evaluate.coding import read_document
from variorum.evaluate.gold import read_gold
from variorum.evaluate.tasks.coreference import CoreferenceRow
from variorum.evaluate.values import Document
from variorum.links.features import Comparer, Weights, read_weights
from variorum.links.kinds import may_be_one
from variorum.links.link import Linked, shared_nodes
from variorum.links.stories import central_sides
from variorum.pipeline import annotate_reports, link_reports
from variorum.schema.annotations import Annotations
from variorum.schema.nodes import EntityLookup, NodeKey

SEEDS = range(1, 100)
PENALTY = 4.0
"""Of the square of each weight's distance from what was thought before, beside a set that counts as `MASS` pairs."""
MASS = 600.0
WEIGHTS = Path(compared.__file__).with_name("weights.toml")
BEFORE = Path(__file__).with_name("weights_before.toml")
LINE = re.compile(r"^(\w+) = ([\d.]+)(.*)$", re.MULTILINE)

Pairs = Counter[tuple[tuple[str, ...], bool]]
"""How often each set of features held of pairs that are one event, and of pairs that are not."""


def pairs_of(linked: Linked, annotations: Mapping[str, Annotations], truth: Mapping[NodeKey, str]) -> Pairs:
    """The features of all pairs that linking may compare, with whether they truly are one."""
    nodes = [n for cluster in linked.events.clusters for n in cluster if n.key in truth]
    lookup = EntityLookup(linked.entities, annotations.values())
    shared = shared_nodes(nodes, linked.lineage)
    comparer = Comparer(lookup, shared, frozenset(central_sides(nodes)))
    story_of, found = linked.storyline.story_of(), Counter()
    for one, two in combinations(sorted(nodes, key=lambda n: n.key), 2):
        one_story = story_of[one.report_id] == story_of[two.report_id]
        passage = frozenset((one.key, two.key)) in shared
        if may_be_one(one, two) and (passage or one_story or compared.meet_across(one, two)):
            features = comparer.features(one, two, passage=passage, one_story=one_story)
            found[tuple(sorted(features)), truth[one.key] == truth[two.key]] += 1
    return found


def planted_pairs(seeds: Sequence[int]) -> Iterator[Pairs]:
    """Pairs of each planted world; the chain of a planted node is the number of its happening."""
    for seed in seeds:
        planted = plant(seed)
        annotations = {p.report_id: plant_annotations(p, planted.world.cast) for p in planted.printed}
        linked = link_reports([as_report(p) for p in planted.printed], annotations, config=Config())
        keys = [(own.report_id, m.chain) for own in annotations.values() for m in own.events]
        yield pairs_of(linked, annotations, {key: str(key[1]) for key in keys})


def gold_pairs(documents: Sequence[Document], annotations: Mapping[str, Annotations]) -> Pairs:
    """Pairs of nodes that go with gold mentions, those of one topic and of all others."""
    reports = {d.id: read_document(d) for d in documents}
    linked = link_reports(list(reports.values()), annotations, config=Config())
    truth: dict[NodeKey, Counter[str]] = defaultdict(Counter)
    for document in documents:
        own = annotations[reports[document.id].report_id]
        chains = {(m.trigger.start, m.trigger.end): m.chain for m in own.events}
        for gold in document.gold.scored("event"):
            chain = next((c for (start, end), c in chains.items() if start < gold.end and gold.start < end), None)
            if chain is not None:
                truth[own.report_id, chain][gold.cluster] += 1
    return pairs_of(linked, annotations, {k: min(t, key=lambda c: (-t[c], c)) for k, t in truth.items()})


def fit(sets: Sequence[Pairs], before: Weights) -> tuple[float, dict[str, float]]:
    """The base and the weights that make the truth of all pairs and what was thought before likeliest together."""
    names = sorted(before.of)
    start = np.array([before.base, *(before.of[name] for name in names)])
    place = {name: i for i, name in enumerate(names)}
    rows = [(features, one, n * MASS / pairs.total()) for pairs in sets for (features, one), n in sorted(pairs.items())]
    held = np.zeros((len(rows), len(names)))
    for row, (features, _, _) in enumerate(rows):
        held[row, [place[f] for f in features if f in place]] = 1.0
    truth, mass = np.array([one for _, one, _ in rows], dtype=float), np.array([n for _, _, n in rows])

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        odds = x[0] + held @ x[1:]
        wrong = 1 / (1 + np.exp(-odds)) - truth
        value = float(mass @ (np.logaddexp(0, odds) - truth * odds) + PENALTY * ((x - start) @ (x - start)))
        slope = np.concatenate([[mass @ wrong], held.T @ (mass * wrong)]) + 2 * PENALTY * (x - start)
        return value, slope

    bounds = [(0.0, None) if value > 0 else (None, 0.0) for value in start]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return float(found[0]), dict(zip(names, found[1:].tolist(), strict=True))


def rewrite(text: str, base: float, weights: Mapping[str, float]) -> str:
    """The text of `weights.toml` with other numbers; never 0, so that each feature keeps its sign."""
    known = {**weights, "against": base}
    return LINE.sub(lambda m: f"{m[1]} = {max(abs(known[m[1]]), 0.01):.2f}{m[3]}", text)


def gather(gold: Path | None) -> list[Pairs]:
    """The pairs of all that is for building."""
    sets = [sum(planted_pairs(SEEDS), Counter())]
    if gold is not None:
        rows = read_gold(gold / "coreference" / "ecbplus.jsonl", CoreferenceRow)
        odd = [d for d in rows if d.gold.topic % 2]
        sets.append(gold_pairs(odd, annotate_reports([read_document(d) for d in odd], config=Config())))
    return sets


def main() -> None:
    """Estimate, and print or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    text = rewrite(BEFORE.read_text(encoding="utf-8"), *fit(gather(given.gold), read_weights(BEFORE)))
    if given.write:
        WEIGHTS.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
