"""A comparison in print: a Markdown table a task, and the same as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from peer import Seconds, Work

from variorum.evaluate.values import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One system on one task: its scores and its work."""

    system: str
    result: Result
    work: Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All systems on all tasks. missing: why a peer was not run, by name. about: how each was run."""

    rows: Mapping[str, Sequence[Row]]
    missing: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    every: int = 1


def as_markdown(comparison: Comparison) -> str:
    """The comparison as a page of tables."""
    lines = ["# Beside other programs", "", *_preface(comparison)]
    for task, rows in comparison.rows.items():
        lines += ["", f"## {task}", "", _files(rows[0].result), "", *_table(rows), *_remarks(rows)]
    if comparison.missing:
        lines += ["", "## Not measured", "", *(f"- {name}: {why}" for name, why in comparison.missing.items())]
    return "\n".join(lines) + "\n"


def _preface(comparison: Comparison) -> list[str]:
    part = "" if comparison.every == 1 else f" Only one document in {comparison.every} was taken."
    return [
        "Written by `evaluation/peers/compare.py`: all programs over the same files in one run, scored by the harness;",
        f"in brackets 95 % bootstrap intervals over documents.{part}",
        "",
        "Seconds are of one machine in one run, so that only their ratios mean anything: of the processor first, by the",
        "clock in brackets. *Own* is a program's own work, *parse* what spaCy did before it, once for all annotators;",
        "start and loading are in neither.",
        "",
        *(f"- {name}: {how}." for name, how in comparison.about.items()),
    ]


def _files(result: Result) -> str:
    """The gold files by name and digest, so that figures can be told apart from those on other files."""
    texts = sum(len(file.documents) for file in result.files)
    named = ", ".join(f"{file.path.parent.name}/{file.path.name} {file.digest[:12]}" for file in result.files)
    return f"{texts} texts, {result.n} gold items; {named}"


def _table(rows: Sequence[Row]) -> list[str]:
    metrics = list(rows[0].result.figures)
    head = ["system", *metrics, "own seconds", "parse seconds", "texts a second, own", "with parse"]
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    return lines + [f"| {' | '.join((row.system, *(_score(row, m) for m in metrics), *_speed(row)))} |" for row in rows]


def _score(row: Row, metric: str) -> str:
    interval = row.result.intervals.get(metric)
    shown = f"{row.result.figures[metric]:.3f}"
    return f"{shown} ({interval[0]:.3f}-{interval[1]:.3f})" if interval else shown


def _speed(row: Row) -> list[str]:
    texts = sum(len(file.documents) for file in row.result.files)
    own, parse = row.work.own.processor, row.work.parse.processor
    return [_seconds(row.work.own), _seconds(row.work.parse), _rate(texts, own), _rate(texts, own + parse)]


def _seconds(seconds: Seconds) -> str:
    return f"{seconds.processor:.2f} ({seconds.wall:.2f})" if seconds.wall else "-"


def _rate(texts: int, seconds: float) -> str:
    return f"{texts / seconds:,.1f}" if seconds else "-"


def _remarks(rows: Sequence[Row]) -> list[str]:
    """How our speed compares with programs that do all by themselves, and what the programs noted."""
    ours, *peers = rows
    told = [_compare_speed(ours.work, row) for row in peers if not row.work.parse.wall and ours.work.own.wall]
    told += [f"{row.system}: {count} {what}." for row in rows for what, count in sorted(row.work.notes.items())]
    return ["", *(f"- {line}" for line in told)] if told else []


def _compare_speed(ours: Work, row: Row) -> str:
    peer, own, parse = row.work.own, ours.own, ours.parse
    return (
        f"{row.system}'s own work takes {peer.processor / own.processor:.1f} times the processor's seconds of our own "
        f"({peer.wall / own.wall:.1f} by the clock), and {peer.processor / (own.processor + parse.processor):.1f} times "
        f"ours with the parse ({peer.wall / (own.wall + parse.wall):.1f} by the clock)."
    )


def as_object(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values: {"tasks": {task: {system: {...}}}, "not_measured": {peer: why}}."""
    tasks = {task: {row.system: _row_object(row) for row in rows} for task, rows in comparison.rows.items()}
    return {"tasks": tasks, "not_measured": dict(comparison.missing), "every": comparison.every}


def _row_object(row: Row) -> dict[str, Any]:
    return {
        "n": row.result.n,
        "texts": sum(len(file.documents) for file in row.result.files),
        **{name: round(value, 6) for name, value in row.result.figures.items()},
        "intervals": {name: [round(end, 6) for end in ends] for name, ends in row.result.intervals.items()},
        "own": _seconds_object(row.work.own),
        "parse": _seconds_object(row.work.parse),
        "notes": dict(sorted(row.work.notes.items())),
    }


def _seconds_object(seconds: Seconds) -> dict[str, float]:
    return {"processor": round(seconds.processor, 3), "wall": round(seconds.wall, 3)}
