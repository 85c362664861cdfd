"""Time each annotator against bare spaCy's parse of the same texts, in one process, turn about.

    annotators.py [--shared DIR] [--turns 3] [--most 0.35] [--json]

In each turn bare spaCy parses every text; then every text is parsed and annotated as in a build, with a clock around
each annotator. Printed are medians over the turns as shares of bare spaCy's time, all in seconds of the processor. Fails where the annotators of who,
when, where and how many add more than --most. The texts: every report of
examples/, repeated, and where the gold sets are there one document in so many of those with dates, entities, places
and incidents.
"""

import argparse
import importlib
import json
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import spacy
from seconds import Seconds
from spacy.language import Language

from variorum.annotations.parse import load_parser
from variorum.config import Config
from variorum.schema.ids import digest
from variorum.schema.reports import Report

ROOT = Path(__file__).parents[1]
CHAIN = importlib.import_module("variorum.annotations.annotate")
ANNOTATORS: Mapping[str, tuple[str, ...]] = {
    "entities": (
        "find_mentions",
        "tie_to_states",
        "tie_to_forces",
        "apply_actors",
        "find_referents",
        "take_names",
        "name_voices",
        "tie_to_speakers",
    ),
    "places": ("find_toponyms", "tie_to_places"),
    "times": ("find_times", "find_time_issues"),
    "figures": ("find_figures", "find_figure_issues"),
    "cuts": ("find_cut_issues",),
    "statements": ("find_statements", "find_statement_issues"),
    "events": ("find_events",),
    "relations": ("find_relations",),
    "labels": ("find_labels", "find_modifiers"),
    "occurrences": ("find_occurrences",),
    "terms": ("find_terms",),
}
"""Annotators, and the functions of `variorum.annotations.annotate` that are their work."""

JUDGED = ("entities", "places", "times", "figures")
"""Who and where, when, how many."""

REPEATED = 3
SAMPLES = {
    "times/timebank.jsonl": 12,
    "entities/re3d.jsonl": 4,
    "places/geowebnews.jsonl": 12,
    "incidents/muc4-dev.jsonl": 24,
}
"""Gold files, and the step with which documents are taken from them."""


def read_texts(shared: Path) -> list[str]:
    """The texts to measure on, in a fixed order."""
    found = sorted(p for p in (ROOT / "examples").glob("*/reports/*") if p.suffix == ".txt")
    texts = [path.read_text(encoding="utf-8") for path in found] * REPEATED
    for name, step in SAMPLES.items():
        path = shared / "gold" / name
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            texts += [json.loads(line)["text"] for line in lines[::step]]
    return texts


def as_report(text: str) -> Report:
    """A text as a report, with nothing known of it."""
    mark = digest(text.encode())
    return Report(report_id=f"r{mark[:12]}", file="text", text=text, digest=mark, language="en")


Spent = dict[str, Seconds]
"""Seconds by part: the annotators, `parse`, and the `rest` of annotating."""


@contextmanager
def clocks_around(module: ModuleType, spent: Spent) -> Iterator[None]:
    """Add to `spent` what each annotator of a module takes while this is open.

    Raises:
        AttributeError: the module has no longer one of the functions in `ANNOTATORS`.
    """
    kept: dict[str, Any] = {name: getattr(module, name) for names in ANNOTATORS.values() for name in names}
    for annotator, names in ANNOTATORS.items():
        for name in names:
            setattr(module, name, _clocked(kept[name], spent[annotator]))
    try:
        yield
    finally:
        for name, function in kept.items():
            setattr(module, name, function)


def _clocked(function: Any, seconds: Seconds) -> Any:
    def _run(*given: Any, **named: Any) -> Any:
        with seconds.running():
            return function(*given, **named)

    return _run


def time_annotators(reports: Sequence[Report], parser: Language) -> Spent:
    """Parse and annotate reports as a build does, and say what each part took."""
    spent: Spent = {part: Seconds() for part in (*ANNOTATORS, "parse")}
    annotating = Seconds()
    with clocks_around(CHAIN, spent):
        for report in reports:
            with spent["parse"].running():
                doc = parser(report.text)
            with annotating.running():
                CHAIN.annotate_doc(doc, report)
    parts = [spent[part] for part in ANNOTATORS]
    spent["rest"] = Seconds(
        wall=annotating.wall - sum(part.wall for part in parts),
        processor=annotating.processor - sum(part.processor for part in parts),
    )
    return spent


def time_bare(nlp: Language, texts: Sequence[str]) -> float:
    """Seconds of the processor of bare spaCy over all texts."""
    took = Seconds()
    with took.running():
        for text in texts:
            nlp(text)
    return took.processor


def measure(texts: Sequence[str], turns: int) -> list[dict[str, float]]:
    """Shares of bare spaCy's time in each turn: of every part, and of those judged together."""
    config = Config()
    bare, ours = spacy.load(config.model), load_parser(config)
    reports = [as_report(text) for text in texts]
    time_bare(bare, texts[:5])
    time_annotators(reports[:5], ours)
    return [shares_of(time_bare(bare, texts), time_annotators(reports, ours)) for _ in range(turns)]


def shares_of(bare: float, spent: Spent) -> dict[str, float]:
    """Each part as a share of bare spaCy, and `judged`, the sum of those that are judged."""
    shares = {part: seconds.processor / bare for part, seconds in spent.items()}
    return {**shares, "judged": sum(shares[part] for part in JUDGED)}


def medians(turns: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The median of each share over the turns."""
    return {part: statistics.median(turn[part] for turn in turns) for part in turns[0]}


def show(shares: Mapping[str, float], most: float) -> str:
    """The shares as lines."""
    lines = [f"  {name:12} {share:7.1%}" for name, share in shares.items() if name not in {"judged", "parse"}]
    lines.append(f"  {'our parse':12} {shares['parse']:7.1%}")
    return "\n".join((*lines, f"{' + '.join(JUDGED)}: {shares['judged']:.1%} of bare spaCy, at most {most:.0%}"))


def main() -> int:
    """Measure and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--most", type=float, default=0.35)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    texts = read_texts(given.shared)
    shares = medians(measure(texts, given.turns))
    if given.json:
        print(json.dumps({"texts": len(texts), "turns": given.turns, **{k: round(v, 4) for k, v in shares.items()}}))
    else:
        code_points = sum(len(text) for text in texts)
        print(f"{len(texts)} texts, {code_points} code points, {given.turns} turns; shares of bare spaCy's time")
        print(show(shares, given.most))
    return 0 if shares["judged"] <= given.most else 1


if __name__ == "__main__":
    sys.exit(main())
