"""Realis at the hand-labelled words of `labels.jsonl` and `labels_second.jsonl`, whose texts stand in ../shared/gold; figures are those of the task `realis`.

Printed for each part: every figure with its 95 % interval, and who was taken for what, once for the event mentions of
the annotators and once for the rules alone (`reader`: what they read from the word, with or without an event there).
Rules are built on the half `build` and on the part `second` (all of `labels_second.jsonl`); of the half `score` no miss
is ever shown.

    python evaluation/realis/score.py --gold ../shared/gold [--floors evaluation/floors.toml] [--json] [--misses]
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from floors import hold_floors

from variorum.evaluate.coding import Coder
from variorum.evaluate.intervals import find_intervals
from variorum.evaluate.tasks.realis import REALIS
from variorum.evaluate.values import Counts, Document, Unit, add_up
from variorum.schema.vocabulary import REALIS as LABELS

PARTS = {"build": "labels.jsonl", "score": "labels.jsonl", "second": "labels_second.jsonl"}
"""File of each part; `second` is for building too."""

KEPT = ("start", "end", "label", "or")

Items = Mapping[str, Mapping[str, list[dict[str, Any]]]]
"""Labelled words by file and document."""


def read_labels(path: Path, half: str) -> Items:
    """The labelled words of one half of a file; `second` is its half for building."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == ("build" if half == "second" else half):
            found[row["file"]][row["id"]].append({key: row[key] for key in KEPT if key in row})
    return found


def read_documents(gold: Path, items: Items) -> Iterator[Document]:
    """The texts with their labelled words, as documents of the task."""
    for file in sorted(items):
        for line in (gold / file).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["id"] in items[file]:
                name = f"{file}:{row['id']}"
                held = {**row, "id": name, "items": items[file][row["id"]], "published": None}
                model = REALIS.model.model_validate(held)
                yield Document(id=name, text=row["text"], published=_day(row), gold=model)


def _day(row: Mapping[str, Any]) -> str | None:
    return (row.get("published") or "")[:10] or None


def confusion(counts: Counts, what: str) -> list[str]:
    """Lines of a table: labels down, answers across; an accepted second label counts as the first."""
    answers = [*LABELS, "not found"] if what == "mention" else list(LABELS)
    lines = [f"{what:14}" + "".join(f"{name[:9]:>10}" for name in answers)]
    for label in LABELS:
        row = [int(counts.get(f"{what}:{label}:{answer}", 0)) for answer in answers]
        if any(row):
            lines.append(f"{label:14}" + "".join(f"{n or '.':>10}" for n in row))
    return lines


def show(half: str, units: Sequence[Unit]) -> Mapping[str, float]:
    """Print one part and give its figures."""
    counts = add_up(unit.counts for unit in units)
    figures = REALIS.figures(counts)
    intervals = find_intervals([[unit.counts for unit in units]], REALIS.figures)
    print(f"{half}: {int(counts['gold'])} events, {int(counts['none'])} words without one, {len(units)} texts")
    for name, value in figures.items():
        low, high = intervals[name]
        print(f"  {name:16} {value:.3f}  {low:.3f}-{high:.3f}")
    for what in ("reader", "mention"):
        print("\n".join(f"  {line}" for line in confusion(counts, what)))
    return figures


def list_misses(documents: Iterable[Document], units: Iterable[Unit]) -> Iterator[str]:
    """Every miss with its words."""
    texts = {document.id: document.text for document in documents}
    for unit in units:
        for miss in unit.misses:
            around = texts[unit.id][max(0, miss.start - 90) : miss.end + 60].replace("\n", " ")
            yield f"{miss.kind}: {miss.detail} | {texts[unit.id][miss.start : miss.end]} | {around}"


def main() -> int:
    """Print all parts; 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--floors", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="of the parts that rules are built on")
    given = parser.parse_args()
    if not given.gold.is_dir():
        print(f"skipped: no gold in {given.gold}")
        return 0
    results: dict[str, Mapping[str, float]] = {}
    for half, file in PARTS.items():
        items = read_labels(Path(__file__).with_name(file), half)
        documents = list(read_documents(given.gold, items))
        units = REALIS.score(documents, REALIS.answer(documents, Coder()))
        results[half] = REALIS.figures(add_up(u.counts for u in units)) if given.json else show(half, units)
        if given.misses and half != "score":
            print("\n".join(list_misses(documents, units)))
    if given.json:
        print(json.dumps(results, indent=2))
        return 0
    return max(hold_floors(f"realis: {half}", figures, given.floors) for half, figures in results.items())


if __name__ == "__main__":
    sys.exit(main())
