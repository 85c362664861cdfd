"""Reading of story sets: is no report lost, and are source and date those that the metadata hold?

Every `*.jsonl` of a folder is read line by line: an object with `text`, and perhaps `title`, `source`, `published`
and `url`. Each is read twice: as `variorum build FILE` reads it, with what the object says of it, and as bare text.
Printed for each file: items; lost (set aside); of the items whose metadata hold a source or a date the share for which
the report has it; and how many bare texts are lost, or get a date that is not the metadata's.

    python evaluation/stories.py [FOLDER] [--json] [--floors FILE]
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from floors import hold_floors

from variorum.config import Config
from variorum.reports import Item, discover_inputs, open_inputs, read_item
from variorum.schema.reports import Report

FOLDER = Path(__file__).parents[1].parent / "shared" / "gold" / "stories"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of one file; shares are of the items whose metadata hold the value."""

    file: str
    items: int
    lost: int
    source_held: int
    source_right: int
    date_held: int
    date_right: int
    bare_lost: int
    bare_bounded: int
    bare_right: int


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_file(path: Path, config: Config) -> list[Report]:
    """The reports of a file as a build reads them, in the order of its lines."""
    opened = open_inputs(discover_inputs([path], config).inputs, config)
    return [read_item(item, config) for item in opened if isinstance(item, Item)]


def score_file(path: Path, config: Config) -> Score:
    """Read a file's items both ways and count."""
    rows = read_rows(path)
    stated = read_file(path, config)
    bare = [read_item(Item(file=f"{n}.txt", data=str(row["text"]).encode()), config) for n, row in enumerate(rows)]
    pairs = list(zip(rows, stated, strict=True))
    bounded = [(row, report) for row, report in zip(rows, bare, strict=True) if report.published.edtf]
    return Score(
        file=path.name,
        items=len(rows),
        lost=len(rows) - sum(report.status == "read" for report in stated),
        source_held=sum(bool(row.get("source")) for row in rows),
        source_right=sum(bool(row.get("source")) and report.source == row["source"] for row, report in pairs),
        date_held=sum(bool(row.get("published")) for row in rows),
        date_right=sum(bool(row.get("published")) and _is_day(report, row["published"]) for row, report in pairs),
        bare_lost=sum(report.status != "read" for report in bare),
        bare_bounded=len(bounded),
        bare_right=sum(_may_be(report, row.get("published")) for row, report in bounded),
    )


def _is_day(report: Report, stated: str) -> bool:
    return report.published.edtf == stated[:10]


def _may_be(report: Report, stated: str | None) -> bool:
    """True where a report's bounds leave the stated day possible."""
    day = date.fromisoformat(stated[:10]) if stated else None
    low, high = report.published.low or date.min, report.published.high or date.max
    return day is not None and low <= day <= high


def print_table(scores: Sequence[Score]) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'file':<24}{'items':>7}{'lost':>6}{'source right':>16}{'date right':>16}{'bare lost':>11}{'bare dated right':>18}"
    for s in scores:
        source, day = _share(s.source_right, s.source_held), _share(s.date_right, s.date_held)
        bare = _share(s.bare_right, s.bare_bounded)
        yield f"{s.file:<24}{s.items:>7}{s.lost:>6}{source:>16}{day:>16}{s.bare_lost:>11}{bare:>18}"


def _share(right: int, held: int) -> str:
    return f"{right}/{held} {right / held:.1%}" if held else "none held"


def main() -> int:
    """Print the table of a folder; where there is nothing to read, say so and end well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER, help="folder of *.jsonl")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    parser.add_argument("--floors", type=Path)
    given = parser.parse_args()
    files = sorted(given.folder.glob("*.jsonl")) if given.folder.is_dir() else []
    scores = [score_file(path, Config()) for path in files]
    if given.json:
        print(json.dumps([asdict(score) for score in scores], indent=1))
    elif not scores:
        print(f"skipped: no *.jsonl in {given.folder}")
    else:
        print("\n".join(print_table(scores)))
    return max((hold_floors(f"stories: {s.file}", _figures(s), given.floors) for s in scores), default=0)


def _figures(s: Score) -> dict[str, float]:
    return {
        "read": 1 - s.lost / s.items,
        "source_right": s.source_right / max(1, s.source_held),
        "date_right": s.date_right / max(1, s.date_held),
    }


if __name__ == "__main__":
    raise SystemExit(main())
