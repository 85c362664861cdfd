"""Tasks measured on a folder of gold sets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from variorum.errors import InputError
from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import find_files, read_gold
from variorum.evaluate.intervals import find_intervals
from variorum.evaluate.tasks import TASKS
from variorum.evaluate.values import Answers, Document, Figures, FileResult, Result, Task, add_up
from variorum.schema.ids import digest

Answerer = Callable[[Sequence[Document], Coder], Answers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Results of the tasks that a folder holds, and the names of those that it lacks; `every` as asked for."""

    folder: Path
    every: int
    results: tuple[Result, ...]
    skipped: tuple[str, ...]


def evaluate(
    folder: Path,
    *,
    tasks: Sequence[str] = (),
    coder: Coder | None = None,
    every: int = 1,
    answerers: dict[str, Answerer] | None = None,
) -> Evaluation:
    """Measure this software, or a peer, on gold sets.

    Args:
        folder: in the layout of the gold sets (docs/reference/gold.md).
        tasks: names of the only tasks to measure; all where empty.
        coder: how documents are read; the default settings where None.
        every: takes one document in so many of each file, in order of id: a small fixed sample.
        answerers: what answers instead of this software, by task.

    Raises:
        InputError: no such folder, an unknown task, or a gold file that breaks the layout.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: is no folder of gold sets")
    known = {task.name: task for task in TASKS}
    unknown = [name for name in tasks if name not in known]
    if unknown:
        raise InputError(f"{unknown[0]} is no task; there are: {', '.join(known)}")
    wanted = [task for task in TASKS if not tasks or task.name in tasks]
    coder = coder or Coder()
    results = []
    for task in wanted:
        own = replace(task, answer=answerers[task.name]) if answerers and task.name in answerers else task
        files = [_measure_file(own, path, coder, every) for path in find_files(folder, task.patterns)]
        if files:
            results.append(_put_together(own, files))
    measured = {result.task.name for result in results}
    return Evaluation(
        folder=folder,
        every=every,
        results=tuple(results),
        skipped=tuple(t.name for t in wanted if t.name not in measured),
    )


def _measure_file(task: Task, path: Path, coder: Coder, every: int) -> FileResult:
    documents = read_gold(path, task.model)[::every]
    staged = replace(coder, progress=lambda stage, done, total: coder.progress(f"{path.stem}: {stage}", done, total))
    units = task.score(documents, task.answer(documents, staged))
    return FileResult(
        path=path,
        digest=digest(path.read_bytes()),
        units=tuple(units),
        figures=task.figures(add_up(unit.counts for unit in units)),
        documents=tuple(documents),
    )


def _put_together(task: Task, files: Sequence[FileResult]) -> Result:
    units = [unit.counts for file in files for unit in file.units]
    figures = _mean([file.figures for file in files]) if task.mean_of_files else task.figures(add_up(units))
    return Result(task=task, files=tuple(files), figures=figures, intervals=find_intervals(units, task.figures))


def _mean(figures: Sequence[Figures]) -> Figures:
    return {name: sum(one[name] for one in figures) / len(figures) for name in figures[0]}
