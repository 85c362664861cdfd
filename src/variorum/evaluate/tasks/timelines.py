"""Which days of a long story matter: the record's days beside those of journalists' timelines.

date_f1: of a topic's days the foremost are taken, as many as a gold timeline has, and compared with its days; the mean
over all gold timelines. Source: Gholipour Ghalandari and Ifrim 2020, on Timeline17 (Tran et al. 2013).

A day's weight is the number of reports that tell of an event that happened on it, by the record's dates; an event that
the record does not date to one day has none. Where two days weigh the same the earlier is first.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from variorum.errors import InputError
from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldRow, read_lines
from variorum.evaluate.values import Answers, Beside, Counts, Document, Figures, Miss, Task, Unit, f1, share
from variorum.schema.nodes import SETTLED, EventNode

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class TimelinesRow(GoldRow):
    """A report of a topic."""

    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAnswer:
    """A day of which a document tells, and how much that weighs; weights of one day add up over documents."""

    day: date
    weight: float = 1.0


def read_timeline(path: Path) -> tuple[date, ...]:
    """The days of a gold timeline, in order, each once.

    The file holds entries: a line with a day (YYYY-MM-DD), lines of sentences, a line of dashes.

    Raises:
        InputError: a day that does not exist, sentences before any day, or no day at all; says where.
    """
    days: list[date] = []
    for number, line in read_lines(path):
        words = line.strip()
        if _DAY.fullmatch(words):
            days.append(_read_day(words, f"{path}:{number}"))
        elif not days:
            raise InputError(f"{path}:{number}: breaks the layout of timelines: no day stands before {words[:40]!r}")
    if not days:
        raise InputError(f"{path}: breaks the layout of timelines: no line is a day (YYYY-MM-DD)")
    return tuple(sorted(set(days)))


def _read_day(words: str, where: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise InputError(f"{where}: breaks the layout of timelines: {words} is no day") from error


def answer_timelines(documents: Sequence[Document], coder: Coder) -> Answers:
    """The days of the events that each report tells as having happened, by the record's dates."""
    coding = coder.link(documents)
    nodes: dict[str, list[EventNode]] = {}
    for cluster in coding.linked.events.clusters:
        for node in cluster:
            nodes.setdefault(node.report_id, []).append(node)
    return {key: _days(nodes.get(report.report_id, ())) for key, report in coding.reports.items()}


def _days(nodes: Sequence[EventNode]) -> list[DayAnswer]:
    exact = {n.date.low for n in nodes if n.realis in SETTLED and n.date.low is not None and n.date.low == n.date.high}
    return [DayAnswer(day=day) for day in sorted(exact)]


def score_timelines(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold timelines beside a system's days, a unit a timeline."""
    weights: defaultdict[date, float] = defaultdict(float)
    for document in documents:
        for answer in answers.get(document.id, ()):
            weights[answer.day] += answer.weight
    ranked = sorted(weights, key=lambda day: (-weights[day], day))
    timelines: Mapping[str, tuple[date, ...]] = documents[0].beside if documents else {}
    return [_score(name, days, ranked[: len(days)]) for name, days in sorted(timelines.items())]


def _score(name: str, gold: Sequence[date], found: Sequence[date]) -> Unit:
    right = len(set(gold) & set(found))
    missed = [Miss(kind="missed", start=0, end=0, detail=f"{day}") for day in gold if day not in found]
    spurious = [Miss(kind="spurious", start=0, end=0, detail=f"{day}") for day in sorted(found) if day not in gold]
    counts = {
        "gold": len(gold),
        "timelines": 1,
        "date_f1": f1(right, len(found), right, len(gold)),
    }
    marks = "".join("=" if day in found else "-" for day in gold) + (f"+{len(spurious)}" if spurious else "")
    return Unit(id=f"timeline {name}", counts=counts, marks=marks, misses=(*missed, *spurious))


def figures_of_timelines(counts: Counts) -> Figures:
    """The mean date F1."""
    return {"date_f1": share(counts.get("date_f1", 0), counts.get("timelines", 0))}


TIMELINES = Task(
    name="timelines",
    patterns=("timelines/*/reports.jsonl",),
    model=TimelinesRow,
    answer=answer_timelines,
    score=score_timelines,
    figures=figures_of_timelines,
    beside=Beside(pattern="gold/*.txt", read=read_timeline),
    by_folder=True,
)
