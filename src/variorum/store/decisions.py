"""Decisions enter a record here: appended one by one, never edited, never removed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from variorum.errors import InputError, VariorumError
from variorum.schema.tables import BY_NAME
from variorum.store.checks import check_row
from variorum.store.door import Connection, Row, check_contract, check_path, connect, run
from variorum.store.reader import open_reader

_NEWLY = (
    "INSERT INTO decisions ({columns}) SELECT {marks} WHERE NOT EXISTS (SELECT 1 FROM decisions WHERE decision_id = ?)"
)


def append_decision(path: Path | str, row: Mapping[str, Any]) -> None:
    """Write one ruling into a record, in a transaction of its own. The same ruling twice is one row.

    Close every reader of the record in this process first: DuckDB lets nobody write beside it.

    Raises:
        InputError: the path is no record, or is in use.
        IntegrityError: the row's columns are not those of the table.
    """
    path = Path(path)
    check_row("decisions", row)
    check_path(path)
    with connect(path, read_only=False) as connection:
        check_contract(connection, path)
        try:
            _append(connection, row)
        except duckdb.Error as error:
            raise VariorumError(f"{path} could not be written: {str(error).splitlines()[0]}") from error


def read_decisions(path: Path | str) -> list[Row] | None:
    """Read the rulings of a record that is about to be started over; None where its version can't be read.

    Raises:
        InputError: the path is no file that a record may replace, or is in use.
    """
    path = Path(path)
    check_path(path)
    with connect(path, read_only=True) as connection:
        try:
            check_contract(connection, path)
        except InputError:
            return None
    with open_reader(path) as reader:
        return reader.rows("decisions")


def _append(connection: Connection, row: Mapping[str, Any]) -> None:
    columns = [column.name for column in BY_NAME["decisions"].columns]
    if not row["decision_id"] or not row["reason"]:
        raise InputError("a decision needs an id and a reason: give --reason TEXT")
    sql = _NEWLY.format(columns=", ".join(columns), marks=", ".join("?" for _ in columns))
    run(connection, "decisions", sql, [*(row[name] for name in columns), row["decision_id"]])
