"""Connections: what a path is, how it is opened, and how each statement is run and logged.

Nothing here knows what a table holds. Extensions are never downloaded.
"""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from variorum.errors import InputError
from variorum.schema.table_shapes import Table
from variorum.schema.tables import BY_NAME, CONTRACT, TABLES

log = logging.getLogger("variorum.store")

_MAGIC = b"DUCK"
_MAGIC_AT = 8
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}

Connection = duckdb.DuckDBPyConnection
Row = dict[str, Any]


def run(connection: Connection, table: str, sql: str, parameters: Sequence[Any] = ()) -> Connection:
    """Run one statement, logged under the table that it makes or reads."""
    log.debug("%s: %s", table, sql)
    return connection.execute(sql, list(parameters)) if parameters else connection.execute(sql)


def rows_of(cursor: Connection) -> list[Row]:
    """Fetch what a statement gave as one dict a row, in the statement's order."""
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def check_path(path: Path) -> None:
    """Refuse a path that cannot be a record, before a database touches it.

    Raises:
        InputError: the path is missing, a directory, unreadable or no DuckDB file.
    """
    if path.is_dir():
        raise InputError(
            f"{path} is a folder, not a record: give the .variorum file, or build one from the folder first"
        )
    if not path.exists():
        raise InputError(f"{path} does not exist: make it with `variorum build REPORTS -o {path}`")
    if not path.is_file():
        raise InputError(f"{path} is not a record: it is no regular file; give a file that `variorum build` made")
    try:
        with path.open("rb") as stream:
            head = stream.read(_MAGIC_AT + len(_MAGIC))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}; check its permissions") from error
    if head[_MAGIC_AT:] != _MAGIC:
        raise InputError(f"{path} is not a record: give a file that `variorum build` made")


def connect(path: Path, *, read_only: bool) -> Connection:
    """Open a database file.

    Raises:
        InputError: another process or connection holds it, or DuckDB cannot read it.
    """
    try:
        return duckdb.connect(str(path), read_only=read_only, config=_SETTINGS)
    except duckdb.Error as error:
        raise InputError(_why_not(path, error)) from error


def _why_not(path: Path, error: duckdb.Error) -> str:
    text = str(error)
    if "lock on file" in text or "different configuration" in text or "already open" in text:
        return f"{path} is in use by another program: close it, or try again when it has finished"
    first_line = text.splitlines()[0] if text else type(error).__name__
    return f"{path} cannot be opened as a record ({first_line}): move it away and build anew"


def contract_of(connection: Connection) -> int | None:
    """The contract version of an open database, or None where it is no record.

    0 stands for a record from before versions were written.
    """
    found = run(
        connection, "runs", "SELECT column_name FROM duckdb_columns() WHERE table_name = 'runs' AND NOT internal"
    ).fetchall()
    names = {name for (name,) in found}
    if "run_id" not in names:
        return None
    if "contract" not in names:
        return 0
    newest = run(connection, "runs", "SELECT max(contract) FROM runs").fetchone()
    return int(newest[0]) if newest and newest[0] is not None else CONTRACT


def check_contract(connection: Connection, path: Path) -> None:
    """Refuse a database that is no record, or a record of another contract.

    Raises:
        InputError: with the remedy.
    """
    contract = contract_of(connection)
    if contract is None:
        raise InputError(f"{path} is a database but not a record: give a file that `variorum build` made")
    if contract < CONTRACT:
        raise InputError(
            f"{path} is an older record (contract {contract}, this is {CONTRACT}): rebuild it with --fresh"
        )
    if contract > CONTRACT:
        raise InputError(
            f"{path} is a newer record (contract {contract}, this is {CONTRACT}): update variorum to open it"
        )


def table_named(name: str) -> Table:
    """Look up a table of the contract.

    Raises:
        InputError: the record has no such table.
    """
    if name not in BY_NAME:
        raise InputError(f"a record has no table {name!r}: it has {', '.join(BY_NAME)}")
    return BY_NAME[name]


def create_tables(connection: Connection) -> None:
    """Make every table of the contract that is not there yet."""
    for table in TABLES:
        columns = ", ".join(f"{column.name} {column.type}" for column in table.columns)
        run(connection, table.name, f"CREATE TABLE IF NOT EXISTS {table.name} ({columns})")


def create_record(path: Path | str) -> None:
    """Make an empty record: every table, no rows.

    Raises:
        InputError: something is there already, or the folder cannot be written to.
    """
    path = Path(path)
    if path.exists():
        raise InputError(f"{path} exists already: name another file")
    check_folder(path)
    with connect(path, read_only=False) as connection:
        create_tables(connection)


def check_folder(path: Path) -> None:
    """Refuse a record whose folder is missing.

    Raises:
        InputError: with the remedy.
    """
    if not path.parent.is_dir():
        raise InputError(f"{path.parent} is not a folder: make it first, or name a record elsewhere")
