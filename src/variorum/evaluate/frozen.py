"""Frozen runs: how each document was answered once, so that a change shows which answers moved.

A frozen run holds no word of the gold: for each document, named by a hash of its id, one letter for each gold item
("=" right, "~" partly, "-" missed) and the number of answers too many; for a topic of clusters its figures.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

from variorum.errors import InputError
from variorum.evaluate.measure import Evaluation
from variorum.evaluate.values import Result, Unit
from variorum.schema.ids import digest

_MOST_LINES = 40
"""Documents that are told of in one task; more are counted."""

_MARKS = re.compile(r"[-~=]*(\+\d+)?")

Marks = dict[str, dict[str, str]]
"""Marks by file and hash of the document's id."""


def freeze(evaluation: Evaluation, folder: Path) -> None:
    """Write how each document was answered, a file a task.

    Raises:
        InputError: the folder can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for result in evaluation.results:
            text = json.dumps(_marks(result), indent=0, sort_keys=True)
            _file(folder, result, evaluation).write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"{folder}: can't be written: {error.strerror}") from error


def compare_frozen(evaluation: Evaluation, folder: Path) -> tuple[str, ...]:
    """Say, in lines for a person, which documents are answered otherwise than in a frozen run.

    Raises:
        InputError: a frozen run can't be read.
    """
    lines: list[str] = []
    for result in evaluation.results:
        path = _file(folder, result, evaluation)
        if not path.is_file():
            lines.append(f"{result.task.name}: no frozen run in {folder}")
            continue
        moved = list(_moved(result, _read(path)))
        lines.append(f"{result.task.name}: {len(moved)} documents answered otherwise than in the frozen run")
        lines += [f"  {line}" for line in moved[:_MOST_LINES]]
        if len(moved) > _MOST_LINES:
            lines.append(f"  and {len(moved) - _MOST_LINES} more")
    return tuple(lines)


def _file(folder: Path, result: Result, evaluation: Evaluation) -> Path:
    sample = "" if evaluation.every == 1 else f".every-{evaluation.every}"
    return folder / f"{result.task.name}{sample}.json"


def _read(path: Path) -> Marks:
    try:
        read: Marks = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: is no frozen run: {error}") from error
    return read


def _marks(result: Result) -> Marks:
    return {
        file.name: {_name(unit): unit.marks or _in_figures(result, unit) for unit in file.units}
        for file in result.files
    }


def _name(unit: Unit) -> str:
    return digest(unit.id.encode())[:10]


def _in_figures(result: Result, unit: Unit) -> str:
    return " ".join(f"{name} {value:.3f}" for name, value in result.task.figures(unit.counts).items())


def _moved(result: Result, frozen: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for file in result.files:
        held = frozen.get(file.name, {})
        for unit in file.units:
            before, now = held.get(_name(unit)), unit.marks or _in_figures(result, unit)
            if before is not None and before != now:
                yield f"{file.name} {unit.id}: {_difference(before, now)}"


def _difference(before: str, now: str) -> str:
    """Which items got better or worse, by their number in the document, and how many answers too many there are.

    What is no row of marks, such as figures or the marks of two counts, is shown as it was and is.
    """
    if not (_MARKS.fullmatch(before) and _MARKS.fullmatch(now)):
        return f"{before} -> {now}"
    (old, _, old_more), (new, _, new_more) = before.partition("+"), now.partition("+")
    order = "-~="
    pairs = [(n, a, b) for n, (a, b) in enumerate(zip_longest(old, new, fillvalue="-"), start=1) if a != b]
    better = [str(n) for n, a, b in pairs if order.find(b) > order.find(a)]
    worse = [str(n) for n, a, b in pairs if order.find(b) < order.find(a)]
    parts = [f"better {', '.join(better)}"] if better else []
    parts += [f"worse {', '.join(worse)}"] if worse else []
    parts += [f"too many {old_more or 0} -> {new_more or 0}"] if old_more != new_more else []
    return "; ".join(parts)
