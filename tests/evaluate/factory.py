"""Small gold folders and documents in our own words, and the sums of scored units."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from variorum.evaluate.values import Document, Figures, Task, Unit, add_up

TEXT = "Arland and Borduria met in Port Vell on Monday."


def make_document(task: Task, text: str, *, id: str = "d1", beside: Mapping[str, Any] | None = None, **fields: Any):
    """A validated gold document of a task."""
    row = task.model.model_validate({"id": id, "text": text, **fields})
    return Document(id=id, text=text, published=row.published, gold=row, beside=beside or {})


def span_of(text: str, words: str, **fields: Any) -> dict[str, Any]:
    """A gold span over the first place of some words."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), **fields}


def pair_of(text: str, words: str) -> list[int]:
    """The same as [start, end]."""
    start = text.index(words)
    return [start, start + len(words)]


def measured(task: Task, units: Sequence[Unit]) -> Figures:
    """The figures of some units together."""
    return task.figures(add_up(unit.counts for unit in units))


def kinds_of(unit: Unit) -> list[str]:
    """What went wrong in a unit."""
    return [miss.kind for miss in unit.misses]


def times_row(number, text, *surfaces, published="2031-05-14"):
    """A document of times; a surface is (words, type, value)."""
    times = [
        {"start": text.index(words), "end": text.index(words) + len(words), "type": type_, "value": value}
        for words, type_, value in surfaces
    ]
    return {"id": f"d{number}", "published": published, "text": text, "times": times}


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    """Write rows as JSON Lines, making the folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


TIMES = (
    times_row(1, "Envoys of Velmar met on Monday.", ("Monday", "DATE", "2031-05-12")),
    times_row(2, "The truce lasted for six weeks.", ("six weeks", "DURATION", "P6W")),
    times_row(3, "The camp was emptied in 2029.", ("2029", "DATE", "2028")),
)


def write_times(folder: Path) -> Path:
    """A gold folder with three documents of times, the value of the last one wrong on purpose."""
    write_rows(folder / "times" / "own.jsonl", TIMES)
    return folder
