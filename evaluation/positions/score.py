"""Positions of statements against labels read by hand (labels.jsonl; guide.md says what they mean).

Of our statements that cover at least half of the labelled words, the one most alike is taken; where there is none,
the label counts as read as `state`. Items that are nobody's statement (`none`) are left out. Printed by half:

- found: share of the labelled statements that have one of ours.
- accuracy: share whose position is the label or the reader's second choice. first: the label alone.
- macro_f1: mean F1 of the positions; a second choice that was met counts as the label. n: items.
- target: of the found whose target the reader marked and any mention of ours names, share with that target.
- condition_f1: of conditions told, over all items.

    python evaluation/positions/score.py ../shared/gold [--json] [--confusion] [--misses] [--floors FILE]

`--misses` shows those of the building half alone.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from floors import hold_floors

from variorum.annotations import annotate
from variorum.config import Config
from variorum.evaluate.coding import read_document
from variorum.evaluate.values import Document
from variorum.schema.annotations import Annotations, EntityMention, StatementMention
from variorum.schema.reports import Span

LABELS = Path(__file__).parent / "labels.jsonl"
COVERED = 0.5
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A label with the annotations of its document and the statement of ours that it is held against, if any."""

    label: Row
    own: Annotations
    found: StatementMention | None

    @property
    def said(self) -> str:
        """Our position."""
        return self.found.position if self.found else "state"

    @property
    def right(self) -> str:
        """The label, or the reader's second choice where it is ours."""
        second = self.label.get("or")
        return second if second == self.said else str(self.label["position"])


def read_texts(gold: Path, name: str) -> dict[str, Row]:
    """The documents of a file by id."""
    rows = map(json.loads, (gold / name).read_text(encoding="utf-8").splitlines())
    return {row["id"]: row for row in rows}


def gather(labels: Sequence[Row], gold: Path, read: Callable[[Document], Annotations]) -> Iterator[Item]:
    """Hold each label against the statements of its document."""
    texts = cache(lambda name: read_texts(gold, name))
    said: dict[tuple[str, str], Annotations] = {}
    for label in labels:
        key = label["file"], label["id"]
        if key not in said:
            row = texts(label["file"])[label["id"]]
            said[key] = read(Document(id=row["id"], text=row["text"], published=row.get("published"), gold=row))
        span = Span(start=label["start"], end=label["end"])
        yield Item(label=label, own=said[key], found=most_alike(span, said[key].statements))


def most_alike(span: Span, statements: Sequence[StatementMention]) -> StatementMention | None:
    """The statement whose contents share most with a span, over the longer of the two."""
    alike = []
    for n, statement in enumerate(statements):
        shared = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in statement.contents)
        if shared >= COVERED * len(span):
            alike.append((shared / max(len(span), sum(map(len, statement.contents))), -n))
    return statements[-max(alike)[1]] if alike else None


def f1_of(items: Sequence[Item], position: str) -> float:
    """F1 of one position."""
    both = sum(i.said == position == i.right for i in items)
    return 2 * both / (sum(i.said == position for i in items) + sum(i.right == position for i in items))


def marked(item: Item) -> list[EntityMention]:
    """Mentions of ours in the words that the reader marked as the target."""
    start, end = item.label["target"]
    return [m for m in item.own.entities if m.span.start < end and start < m.span.end]


def is_target(item: Item) -> bool:
    """True where our target is the thing that the reader marked, by any of its mentions."""
    if item.found is None or item.found.target is None:
        return False
    ours = item.own.entities[item.found.target]
    return any(m.chain == ours.chain or ours.chain in m.members or m.chain in ours.members for m in marked(item))


def measure(items: Sequence[Item]) -> dict[str, float]:
    """The figures of one half."""
    kinds = sorted({i.right for i in items})
    aimed = [i for i in items if i.found and i.label["target"] and marked(i)]
    conditional = [(bool(i.label["conditional"]), i.found is not None and i.found.condition is not None) for i in items]
    told = sum(map(sum, conditional))
    return {
        "n": len(items),
        "found": sum(i.found is not None for i in items) / len(items),
        "accuracy": sum(i.said == i.right for i in items) / len(items),
        "first": sum(i.said == i.label["position"] for i in items) / len(items),
        "macro_f1": sum(f1_of(items, kind) for kind in kinds) / len(kinds),
        "target": sum(map(is_target, aimed)) / len(aimed) if aimed else 0,
        "condition_f1": 2 * sum(all(c) for c in conditional) / told if told else 0,
    }


def confusion(items: Sequence[Item]) -> str:
    """A table: labels down, what was read across."""
    kinds = sorted({i.right for i in items} | {i.said for i in items})
    pairs = Counter((i.right, i.said) for i in items)
    head = f"{'label':10}" + "".join(f"{kind:>10}" for kind in kinds) + f"{'F1':>10}"
    lines = [
        f"{right:10}" + "".join(f"{pairs[right, said] or '.':>10}" for said in kinds) + f"{f1_of(items, right):10.3f}"
        for right in kinds
    ]
    return "\n".join([head, *lines])


def list_misses(items: Sequence[Item], gold: Path) -> Iterator[str]:
    """The building half's misses with their words."""
    for item in items:
        if item.said == item.right or item.label["half"] != "build":
            continue
        label = item.label
        text = read_texts(gold, label["file"])[label["id"]]["text"]
        words = text[max(0, label["start"] - 80) : label["start"]] + "[[" + text[label["start"] : label["end"]] + "]]"
        found = "" if item.found else " (not found)"
        yield f"{label['position']}/{label.get('or', '')} read {item.said}{found}: {' '.join(words.split())}"


def main() -> int:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    for flag in ("--json", "--confusion", "--misses"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--floors", type=Path)
    given = parser.parse_args()
    labels = [row for line in LABELS.read_text(encoding="utf-8").splitlines() if (row := json.loads(line))]
    here = [row for row in labels if row["position"] != "none" and (given.gold / row["file"]).is_file()]
    if not here:
        print(f"skipped: none of the labelled files is in {given.gold}")
        return 0
    config = Config()
    items = list(gather(here, given.gold, lambda document: annotate(read_document(document), config)))
    return report(items, given)


def report(items: Sequence[Item], given: argparse.Namespace) -> int:
    """Print what is asked for and hold the floors."""
    halves = {half: [i for i in items if i.label["half"] == half] for half in ("build", "score")}
    figures = {half: measure(own) for half, own in halves.items()}
    if given.json:
        print(json.dumps(figures, indent=2))
        return 0
    for half, shares in figures.items():
        print(f"{half:6}" + "  ".join(f"{k} {v if k == 'n' else f'{v:.3f}'}" for k, v in shares.items()))
        if given.confusion:
            print(confusion(halves[half]))
    if given.misses:
        print("\n".join(list_misses(items, given.gold)))
    return max(hold_floors(f"positions: {half}", shares, given.floors) for half, shares in figures.items())


if __name__ == "__main__":
    sys.exit(main())
