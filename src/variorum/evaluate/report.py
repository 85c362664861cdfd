"""An evaluation in print: a table for people, one object for programs, and every miss for reading."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from variorum.errors import InputError
from variorum.evaluate.anchors import read_anchors
from variorum.evaluate.measure import Evaluation
from variorum.evaluate.values import FileResult, Result, add_up

_CONTEXT = 60
"""Code points shown on each side of a miss."""


def as_object(evaluation: Evaluation) -> dict[str, Any]:
    """The figures as plain values: {task: {"n": gold items, metric: value, "files": {name: {...}}}}."""
    return {result.task.name: _result_object(result) for result in evaluation.results}


def _result_object(result: Result) -> dict[str, Any]:
    apart = {name: int(result.counts.get(name, 0)) for name in result.task.apart}
    files = {
        name: {"n": _n(result, file), **{k: round(v, 6) for k, v in file.figures.items()}}
        for name, file in _named(result.files)
    }
    figures = {name: round(value, 6) for name, value in result.figures.items()}
    return {"n": result.n, **figures, **({"counts": apart} if apart else {}), "files": files}


def _n(result: Result, file: FileResult) -> int:
    return int(add_up(unit.counts for unit in file.units).get(result.task.items, 0))


def _named(files: Iterable[FileResult]) -> Iterator[tuple[str, FileResult]]:
    """Files by name; where two have one name, by folder and name."""
    listed = list(files)
    names = [file.name for file in listed]
    for file, name in zip(listed, names, strict=True):
        yield name if names.count(name) == 1 else f"{file.path.parent.name}/{name}", file


def as_table(evaluation: Evaluation) -> str:
    """The figures as lines: metric, n, score, 95 % interval, what others have published; files below their task."""
    rows = [("metric", "n", "score", "95 %", "anchor")]
    anchors = read_anchors()
    for result in evaluation.results:
        for name, value in result.figures.items():
            metric = f"{result.task.name}.{name}"
            rows.append(
                (metric, str(result.n), f"{value:.3f}", _interval(result.intervals, name), anchors.get(metric, ""))
            )
        if len(result.files) > 1:
            for name, file in _named(result.files):
                shown = "  ".join(f"{metric} {value:.3f}" for metric, value in file.figures.items())
                rows.append((f"  {name}", str(_n(result, file)), "", "", shown))
        rows += [(f"  {name}", str(int(result.counts.get(name, 0))), "", "", "") for name in result.task.apart]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "  ".join((*(f"{cell:<{w}}" for cell, w in zip(row[:4], widths, strict=True)), row[4])).rstrip() for row in rows
    ]
    if evaluation.skipped:
        lines.append(f"not measured, since {evaluation.folder} holds no such files: {', '.join(evaluation.skipped)}")
    return "\n".join(lines)


def _interval(intervals: Mapping[str, tuple[float, float]], name: str) -> str:
    return "{:.3f}-{:.3f}".format(*intervals[name]) if name in intervals else ""


def write_misses(evaluation: Evaluation, path: Path) -> int:
    """Write every miss with its context, one JSON object a line, and say how many.

    Raises:
        InputError: the file can't be written.
    """
    lines = [json.dumps(row, ensure_ascii=False) for result in evaluation.results for row in _misses(result)]
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: can't be written: {error.strerror}") from error
    return len(lines)


def _misses(result: Result) -> Iterator[dict[str, Any]]:
    for name, file in _named(result.files):
        texts = {document.id: document.text for document in file.documents}
        for unit in file.units:
            for miss in unit.misses:
                text = texts.get(unit.id, "")
                yield {
                    "task": result.task.name,
                    "file": name,
                    "id": unit.id,
                    "kind": miss.kind,
                    "start": miss.start,
                    "end": miss.end,
                    "words": text[miss.start : miss.end],
                    "detail": miss.detail,
                    "before": text[max(0, miss.start - _CONTEXT) : miss.start],
                    "after": text[miss.end : miss.end + _CONTEXT],
                }
