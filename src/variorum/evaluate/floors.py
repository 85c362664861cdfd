"""Floors: what a figure reached once is asked for from then on, on the same gold.

A floor belongs to one corpus, named by the digest of its files: on other gold it says nothing. A figure within the
noise bound below its floor is told and does not fail. Floors are raised on request and never lowered without a note
that says why, whose name stays in the file.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum.errors import InputError
from variorum.evaluate.measure import Evaluation
from variorum.evaluate.values import Result
from variorum.schema.ids import digest

NOISE = 0.003
"""How far below its floor a figure may be by another machine's arithmetic alone; a table may state its own `noise`."""

_HEAD = """\
# Floors of `variorum evaluate`: written by `--raise-floors`, which never lowers one; `--lower-floors NOTE` does, and
# names the note that says why. corpus: digest of the gold files. noise: how far below a figure may be.
"""
_OTHERS = ("corpus", "noise", "lowered")

Table = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What comparing with floors showed, in lines for a person. below: floors that do not hold."""

    lines: tuple[str, ...]
    below: int


def hold_floors(evaluation: Evaluation, path: Path) -> Verdict:
    """Compare an evaluation with the floors of a file.

    Raises:
        InputError: the file can't be read or is no TOML.
    """
    floors = read_floors(path)
    lines: list[str] = []
    below = 0
    for result in evaluation.results:
        name, table = _name(result, evaluation), floors.get(_name(result, evaluation))
        if table is None:
            lines.append(f"{name}: no floors")
        elif table["corpus"] != corpus_digest(result):
            lines.append(f"{name}: its floors are of other gold, not compared")
        else:
            told = list(_compare(name, table, result.figures))
            below += sum(fails for _, fails in told)
            lines += [line for line, _ in told] or [f"{name}: every floor holds"]
    return Verdict(lines=tuple(lines), below=below)


def _compare(name: str, table: Mapping[str, Any], figures: Mapping[str, float]) -> Iterator[tuple[str, bool]]:
    noise = table.get("noise", NOISE)
    for metric, floor in table.items():
        if metric in _OTHERS:
            continue
        value = figures.get(metric)
        if value is None:
            yield f"below its floor: {name}.{metric} is missing, the floor is {floor}", True
        elif value < floor - noise:
            yield f"below its floor: {name}.{metric} {value:.4f}, the floor is {floor}", True
        elif value < floor:
            yield f"within the noise bound of its floor: {name}.{metric} {value:.4f}, the floor is {floor}", False


def raise_floors(evaluation: Evaluation, path: Path, *, lowered: str | None = None) -> Sequence[str]:
    """Write figures as floors where they are higher, or where there were none for this gold.

    Args:
        lowered: name of the note that says why floors are lowered; only then is a lower figure written.

    Returns:
        A line for each floor that changed.

    Raises:
        InputError: the file can't be read or written, or the note is not there.
    """
    if lowered is not None and not Path(lowered).is_file():
        raise InputError(f"{lowered}: no such note; write down why floors are lowered first")
    floors = read_floors(path) if path.exists() else {}
    changed = []
    for result in evaluation.results:
        name = _name(result, evaluation)
        table, told = _raised(name, floors.get(name), result, lowered)
        floors[name] = table
        changed += told
    _write(floors, path)
    return changed


def _raised(name: str, held: Table | None, result: Result, lowered: str | None) -> tuple[Table, list[str]]:
    corpus = corpus_digest(result)
    old = held if held and held["corpus"] == corpus else {}
    table: Table = {"corpus": corpus, **{key: old[key] for key in ("noise", "lowered") if key in old}}
    told = []
    for metric, value in result.figures.items():
        if metric in result.task.parts:
            continue
        floor, now = old.get(metric), int(value * 1000) / 1000
        kept = now if floor is None or now > floor or lowered else floor
        table[metric] = kept
        if kept != floor:
            told.append(f"{name}.{metric}: {'new' if floor is None else floor} -> {kept}")
        if floor is not None and kept < floor and lowered:
            table["lowered"] = lowered
    return table, told


def corpus_digest(result: Result) -> str:
    """One digest of the gold files that a task was measured on."""
    return digest("|".join(sorted(f"{file.path.name}:{file.digest}" for file in result.files)).encode())[:16]


def _name(result: Result, evaluation: Evaluation) -> str:
    """The table of a task; a sample has its own."""
    return result.task.name if evaluation.every == 1 else f"{result.task.name}, one in {evaluation.every}"


def read_floors(path: Path) -> dict[str, Table]:
    """All tables of a file of floors.

    Raises:
        InputError: the file can't be read, is no TOML, or a table names no corpus.
    """
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: is not TOML: {error}") from error
    for name, table in read.items():
        if not isinstance(table, dict) or "corpus" not in table:
            raise InputError(f"{path}: [{name}] does not say of which corpus it is")
    return read


def _write(floors: Mapping[str, Table], path: Path) -> None:
    blocks = [_HEAD]
    for name, table in sorted(floors.items()):
        rows = [f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}" for key, value in table.items()]
        blocks.append("\n".join([f'["{name}"]', *rows]) + "\n")
    try:
        path.write_text("\n".join(blocks), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: can't be written: {error.strerror}") from error
