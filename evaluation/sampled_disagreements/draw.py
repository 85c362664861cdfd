"""Draw stories of gold sets at random and write what the record shows of each, for people to judge.

    python -m evaluation.sampled_disagreements.draw GOLD --seed N --sheets DIR [--stories 10] [--exclude FILE] > drawn.jsonl

Each story is built as a record of its own. Standard output has no word of the reports: set, story, the number, kind and
subject of each disagreement, and how many values it has. The sheets have the words, for the readers. The file of
--exclude holds {"set": ["story", ...]}: stories that were read while building.
"""

import argparse
import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import variorum
from variorum.views.shelf import Record

SETS = ("basil", "news-cluster")
LEAST = 3
"""Reports of a story: of fewer there is little to compare."""
MOST = 8
"""Reports of a story that a reader is asked to keep in mind; of longer stories the first by date are taken."""
FIELDS = ("id", "source", "published", "title", "text", "url")

Row = Mapping[str, Any]


def draw_stories(rows: Sequence[Row], wanted: int, seed: int, known: frozenset[str]) -> dict[str, list[Row]]:
    """Some stories with their reports in order of day."""
    of: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (r["published"] or "", r["id"])):
        of[row["story"]].append(row)
    open_ones = sorted(story for story, own in of.items() if len(own) >= LEAST and story not in known)
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    return {story: of[story][:MOST] for story in sorted(chance.sample(open_ones, min(wanted, len(open_ones))))}


def build(rows: Sequence[Row], folder: Path) -> Record:
    """The record of one story."""
    reports = folder / "reports.jsonl"
    lines = [json.dumps({k: row[k] for k in FIELDS if row.get(k)}) for row in rows]
    reports.write_text("\n".join(lines) + "\n", encoding="utf-8")
    variorum.build([reports], out=folder / "story.variorum", fresh=True)
    return variorum.open(folder / "story.variorum")


def sheet(rows: Sequence[Row], record: Record) -> Iterator[str]:
    """The reports, then what the record shows."""
    for row in rows:
        yield f"=== REPORT of {row['source']}, {row['published']}\n{row['title']}\n\n{row['text']}\n"
    yield "=== DISAGREEMENTS SHOWN\n"
    for number, shown in enumerate(record.summary()["disagreements"], 1):
        yield f"[{number}] {shown['kind']} | {shown['summary']}\n{record.explain(shown['disagreement_id']).text}\n"


def main() -> None:
    """Draw, build, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--sheets", type=Path, required=True)
    parser.add_argument("--stories", type=int, default=10)
    parser.add_argument("--exclude", type=Path)
    given = parser.parse_args()
    known = json.loads(given.exclude.read_text(encoding="utf-8")) if given.exclude else {}
    given.sheets.mkdir(parents=True, exist_ok=True)
    for name in SETS:
        lines = (given.gold / "stories" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        stories = draw_stories(
            [json.loads(x) for x in lines], given.stories, given.seed, frozenset(known.get(name, ()))
        )
        for place, (story, rows) in enumerate(stories.items(), 1):
            with tempfile.TemporaryDirectory() as folder:
                record = build(rows, Path(folder))
                text = "\n".join(sheet(rows, record))
                shown = record.summary()["disagreements"]
            (given.sheets / f"{name}-{place:02}.txt").write_text(text, encoding="utf-8")
            for number, each in enumerate(shown, 1):
                print(json.dumps({"set": name, "n": place, "story": story, "shown": number, "kind": each["kind"]}))
            if not shown:
                print(json.dumps({"set": name, "n": place, "story": story, "shown": 0, "kind": None}))


if __name__ == "__main__":
    main()
