"""Two readers of the concepts of one story: how far they mark the same mentions and group them alike.

    agreement.py GOLD SECOND --event NAME

SECOND holds a line a mention: report (1 for the first, in order of id), occurrence, words, concept, by tabs, as guide.md
says. Printed: F1 of mentions that overlap, B-cubed F1 of the concepts over those that both marked, and what only one did.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from gold import join_texts, read_labels

from variorum.evaluate.clusters import bcubed_f1, count_items
from variorum.evaluate.spans import match_spans
from variorum.evaluate.values import f1


class Mark(NamedTuple):
    """A mention that a reader marked."""

    start: int
    end: int
    concept: str


def read_second(lines: list[str], texts: list[str]) -> Iterator[tuple[int, Mark]]:
    """Marks of the second reader with the report's place; words that a report lacks are told and left out."""
    for line in filter(str.strip, lines):
        report, occurrence, words, concept = line.split("\t")
        at = -1
        for _ in range(int(occurrence)):
            at = texts[int(report) - 1].find(words, at + 1)
            if at < 0:
                break
        if at < 0:
            print(f"not in report {report}: {words!r} ({occurrence})")
        else:
            yield int(report) - 1, Mark(at, at + len(words), concept)


def compare(rows: list[dict[str, Any]], second: list[tuple[int, Mark]]) -> None:
    """Print the figures, and the words that one reader marked alone."""
    gold: dict[Any, Any] = {}
    found: dict[Any, Any] = {}
    numbers = [0, 0, 0]
    for place, row in enumerate(rows):
        ours = [Mark(m["start"], m["end"], m["concept"]) for m in row["mentions"]]
        theirs = [mark for report, mark in second if report == place]
        pairs = match_spans(ours, theirs)
        numbers = [n + m for n, m in zip(numbers, (len(pairs), len(ours), len(theirs)), strict=True)]
        gold |= {(place, i): ours[i].concept for i, _ in pairs}
        found |= {(place, i): theirs[j].concept for i, j in pairs}
        _tell_alone(row["text"], "first", [m for i, m in enumerate(ours) if i not in {i for i, _ in pairs}])
        _tell_alone(row["text"], "second", [m for j, m in enumerate(theirs) if j not in {j for _, j in pairs}])
    both, one, two = numbers
    counts = count_items(gold, found, dict.fromkeys(gold, "story"))["story"]
    print(f"mentions {one} and {two}, both {both}: F1 {f1(both, two, both, one):.3f}; B-cubed {bcubed_f1(counts):.3f}")


def _tell_alone(text: str, who: str, marks: list[Mark]) -> None:
    for mark in sorted(marks):
        print(f"only the {who}: {text[mark.start : mark.end]!r} {mark.concept}")


def main() -> None:
    """Read both and compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--event", required=True)
    asked = parser.parse_args()
    labelled = [row for row in read_labels() if row["event"] == asked.event]
    mentions = {row["id"]: row for row in labelled}
    rows = [mentions[row["id"]] | row for row in sorted(join_texts(labelled, asked.gold), key=lambda row: row["id"])]
    lines = asked.second.read_text(encoding="utf-8").splitlines()
    compare(rows, list(read_second(lines, [row["text"] for row in rows])))


if __name__ == "__main__":
    main()
