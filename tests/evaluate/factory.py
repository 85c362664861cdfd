"""Gold documents made in one line, and the sums of scored units. All texts are our own."""

import json
from collections.abc import Mapping, Sequence
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


def write_rows(path: Path, *rows: Mapping[str, Any]) -> Path:
    """A gold file of some objects."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path
