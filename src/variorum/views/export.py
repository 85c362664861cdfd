"""The record's tables as JSON or CSV: sorted, without clock times, paths or arguments."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from variorum.errors import InputError
from variorum.schema.table_shapes import Table
from variorum.schema.tables import TABLES
from variorum.views.catalogue import Catalogue

FORMATS = ("json", "csv")


def export_record(catalogue: Catalogue, to: str, path: Path | None) -> str:
    """Export a record; see `Record.export`."""
    if to not in FORMATS:
        raise InputError(f"unknown export format {to!r}: choose {' or '.join(FORMATS)}")
    if to == "json":
        text = export_json(catalogue)
        if path is None:
            return text
        write_text(path, text)
        return str(path)
    if path is None:
        raise InputError("csv export makes one file a table: give a folder to write them to")
    return _write_csv(catalogue, path)


def export_json(catalogue: Catalogue) -> str:
    """All exported tables as one JSON object: table name to rows, keys sorted, byte-equal for equal records."""
    tables = {table.name: [_plain_row(table, row) for row in catalogue.rows(table.name)] for table in _exported()}
    return json.dumps(tables, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False) + "\n"


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text with plain line ends, whole or not at all.

    Raises:
        InputError: the path cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose a writable place") from error


def _exported() -> tuple[Table, ...]:
    return tuple(table for table in TABLES if table.exported)


def _plain_row(table: Table, row: Any) -> dict[str, Any]:
    return {column.name: plain_value(row[column.name]) for column in table.columns}


def plain_value(value: Any) -> Any:
    """A value as JSON can hold it: days as ISO text."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def _write_csv(catalogue: Catalogue, folder: Path) -> str:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: no folder can be made there ({error.strerror}); choose another") from error
    for table in _exported():
        write_text(folder / f"{table.name}.csv", _csv_text(catalogue, table))
    return str(folder)


def _csv_text(catalogue: Catalogue, table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    for row in catalogue.rows(table.name):
        writer.writerow([_cell(row[column.name]) for column in table.columns])
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(plain_value(value))
