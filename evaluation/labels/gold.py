"""The hand-labelled mentions of concepts as a gold folder: offsets joined with the texts that they were drawn from.

    gold.py GOLD OUT [--half build|score]

GOLD is the folder of gold sets, OUT a folder to make; then `variorum evaluate --gold OUT --task labels`. Nothing that is
written there belongs in the repository.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LABELS = Path(__file__).parent / "labels.jsonl"


def read_labels(half: str | None = None) -> list[dict[str, Any]]:
    """Labelled reports, of one half or both."""
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if half in (None, row["half"])]


def join_texts(rows: list[dict[str, Any]], gold: Path) -> Iterator[dict[str, Any]]:
    """Labelled reports with source, day and text of the gold set that each is from.

    Raises:
        KeyError: the set has no such report.
    """
    texts: dict[tuple[str, str], dict[str, Any]] = {}
    for name in sorted({row["file"] for row in rows}):
        lines = (gold / name).read_text(encoding="utf-8").splitlines()
        texts |= {(name, read["id"]): read for read in map(json.loads, lines)}
    for row in rows:
        found = texts[row["file"], row["id"]]
        mentions = [{**mention, "cluster": f"{row['event']}/{mention['concept']}"} for mention in row["mentions"]]
        held = {name: found.get(name) for name in ("source", "published", "text")}
        yield {"id": row["id"], "event": row["event"], **held, "mentions": mentions}


def main() -> None:
    """Write the folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--half", choices=("build", "score"))
    asked = parser.parse_args()
    (asked.out / "labels").mkdir(parents=True, exist_ok=True)
    rows = sorted(join_texts(read_labels(asked.half), asked.gold), key=lambda row: row["id"])
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    (asked.out / "labels" / "stories.jsonl").write_text("".join(lines), encoding="utf-8")
    print(f"{len(rows)} reports, {sum(len(row['mentions']) for row in rows)} mentions")


if __name__ == "__main__":
    main()
