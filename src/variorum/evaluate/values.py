"""What evaluation passes about: scored units, misses, tasks and their results."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Counts = Mapping[str, float]
"""Sums that figures are made of, by name. Those of a task are those of its units added up."""

Figures = dict[str, float]
"""Values of metrics by name, each in [0, 1]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One thing that was answered wrong, for a person to read.

    kind: missed (in the gold only), spurious (answered only), or what was wrong of a match (type, value, far, ...).
    start, end: code points of the gold document's text. detail: both sides of it in words.
    """

    kind: str
    start: int
    end: int
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What one document, or one topic of documents, adds to a task.

    marks: one letter for each gold item in its order ("=" right, "~" partly, "-" missed), then "+n" for n answers
    too many: what a frozen run keeps, so that a change shows which answers moved without any of the gold's words.
    """

    id: str
    counts: Counts
    marks: str = ""
    misses: tuple[Miss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One gold document as every task needs it; `gold` is the task's own validated row."""

    id: str
    text: str
    published: str | None
    gold: Any


Answers = Mapping[str, Sequence[Any]]
"""A task's answers by document id. What an answer is, the task's module says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A thing that can be measured.

    patterns: files of a gold folder that hold it. model: what a line of them must look like.
    answer: the answers of this software for documents of one file. score: gold beside answers.
    figures: metrics from summed counts; the name of a metric in print is `<task>.<metric>`.
    items: name of the count that tells how many gold items there are.
    apart: what is told of the gold but is no metric, from summed counts.
    parts: metrics that others are made of; they have no floors, since one may fall where the whole rises.
    mean_of_files: True where a task's own figures are the mean of its files', False where all files count together.
    """

    name: str
    patterns: tuple[str, ...]
    model: type[Any]
    answer: Callable[..., Answers]
    score: Callable[[Sequence[Document], Answers], list[Unit]]
    figures: Callable[[Counts], Figures]
    items: str = "gold"
    apart: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    mean_of_files: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """A task's result on one file."""

    path: Path
    digest: str
    units: tuple[Unit, ...]
    figures: Figures
    documents: tuple[Document, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A task's result over all its files. intervals: 95 % bootstrap interval of each metric."""

    task: Task
    files: tuple[FileResult, ...]
    figures: Figures
    intervals: Mapping[str, tuple[float, float]]

    @property
    def counts(self) -> Counts:
        """All that was counted, over all files."""
        return add_up(unit.counts for file in self.files for unit in file.units)

    @property
    def n(self) -> int:
        """Gold items."""
        return int(self.counts.get(self.task.items, 0))


def add_up(counts: Iterable[Counts]) -> Counter[str]:
    """The sum of counts."""
    total: Counter[str] = Counter()
    for one in counts:
        for name, value in one.items():
            total[name] += value  # type: ignore[assignment]  # a Counter holds fractions as well
    return total


def f1(right_of_answers: float, answers: float, right_of_gold: float, gold: float) -> float:
    """The harmonic mean of precision and recall, 0 where either is without anything right.

    Source: van Rijsbergen 1979. Precision and recall have numerators of their own, since one answer may touch
    several gold items where a metric lets it.
    """
    precision, recall = share(right_of_answers, answers), share(right_of_gold, gold)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(part: float, whole: float) -> float:
    """A part of a whole in [0, 1]; 0 of nothing."""
    return part / whole if whole else 0.0
