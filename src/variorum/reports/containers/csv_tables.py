"""Tables of reports: CSV with commas, semicolons, tabs or pipes, one report a row, streamed."""

import csv
from collections.abc import Iterator
from typing import IO

from variorum.errors import Quarantine
from variorum.reports.containers.json_text import bounded_lines
from variorum.reports.containers.records import make_item
from variorum.reports.containers.record_shapes import Shape, find_shape
from variorum.reports.containers.vessel import Found, Opener, Vessel, member_name

_ENDINGS = {".csv", ".tsv"}
_MARKS = "\t,;|"
_MOST_NAME = 40
_FIELD_PER_TEXT = 4
"""Characters of a field for each that a report may have: a quotation mark that is never closed ends there."""
_REMEDY = "no column of text is known in it; name it by --map text=COLUMN,title=COLUMN"


def is_table(vessel: Vessel) -> bool:
    """True of text whose first line names columns, one of which holds texts; by its ending where none is known."""
    if b"\x00" in vessel.head:
        return False
    names, mark = _header(vessel.head)
    likely = len(names) > 1 and all(0 < len(name) <= _MOST_NAME for name in names)
    known = likely and find_shape(frozenset(names), vessel.config.map) is not None
    return bool(mark and known) or vessel.ending in _ENDINGS


def _header(head: bytes) -> tuple[list[str], str]:
    """The names in the first line, and the mark that parts them; empty where none does."""
    line = head.split(b"\n", 1)[0].decode("utf-8-sig", "replace").strip("\r")
    mark = max(_MARKS, key=line.count)
    if mark not in line:
        return [line.strip().strip('"')], ""
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=mark), [])], mark
    except csv.Error:
        return [], ""


def read_table(vessel: Vessel, _open_member: Opener) -> Iterator[Found]:
    """Read one report a row; a row that cannot be read is an issue by itself.

    Raises:
        Quarantine: no column is known to hold texts.
    """
    names, mark = _header(vessel.head)
    shape = find_shape(frozenset(names), vessel.config.map)
    if shape is None:
        raise Quarantine(f"{_REMEDY}; it has {', '.join(names[:12])}")
    csv.field_size_limit(min(vessel.config.max_line_bytes, _FIELD_PER_TEXT * vessel.config.max_report_chars))
    lines = _Lines(vessel.rewound(), vessel.config.max_line_bytes)
    next(lines)
    for number, row in enumerate(_rows(lines, mark or ","), start=1):
        yield from _read_row(vessel, number, row, names, shape)
    for line in lines.too_long:
        yield vessel.issue("bad_record", f"line {line} is longer than max_line_bytes; it was passed over")


class _Lines:
    """Lines as text, and the numbers of those that were too long to be held."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._lines = bounded_lines(stream, most)
        self._number = 0
        self.too_long: list[int] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        for line, _ in self._lines:
            self._number += 1
            if line is not None:
                return _decoded(line)
            self.too_long.append(self._number)
        raise StopIteration


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig").replace("\x00", "")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace").replace("\x00", "")


def _rows(lines: Iterator[str], mark: str) -> Iterator[list[str] | str]:
    """Rows as fields, or words on why there are none; after a fault reading goes on with the next line."""
    while True:
        reader = csv.reader(lines, delimiter=mark)
        try:
            yield from (row for row in reader if any(field.strip() for field in row))
        except csv.Error as error:
            yield f"is no row ({error})"
            continue
        return


def _read_row(vessel: Vessel, number: int, row: list[str] | str, names: list[str], shape: Shape) -> Iterator[Found]:
    name = member_name(vessel.name, number)
    if isinstance(row, str):
        yield vessel.issue("bad_record", row, name)
    elif len(row) != len(names):
        yield vessel.issue("bad_record", f"has {len(row)} fields, the header has {len(names)}; it is not read", name)
    else:
        yield make_item(vessel, name, dict(zip(names, row, strict=True)), shape, "table")
