"""Publication of a build into a record: all tables in one transaction, or nothing at all.

Rows that the build no longer holds go to `retired`; decisions are never dropped. An existing record is kept
safe by DuckDB's own log; a new one is written beside its place and moved there when whole.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from variorum.errors import InputError, IntegrityError, VariorumError
from variorum.schema.table_shapes import Table
from variorum.schema.tables import BY_NAME, CONTRACT, TABLES
from variorum.store.arrow import to_arrow
from variorum.store.checks import Tables, check_row, check_tables
from variorum.store.door import (
    Connection,
    check_contract,
    check_folder,
    check_path,
    connect,
    contract_of,
    create_tables,
    run as run_sql,
)

_OWN = ("runs", "retired")


def publish(path: Path | str, tables: Tables, *, run: Mapping[str, Any], fresh: bool = False) -> None:
    """Write a build's tables into a record, in place of what it held.

    Args:
        path: the record; made where missing.
        tables: rows by table name; a table not named is emptied. `runs` and `retired` are written here.
        run: the row of `runs`; `contract` and `finished_at` are filled in where missing.
        fresh: start the record over, whatever contract it has; what it held is not kept, decisions neither.

    Raises:
        IntegrityError: a promise would be broken; nothing is written.
        InputError: the path is no record, is in use, or cannot be written.
    """
    path = Path(path)
    check_tables(tables)
    row = _run_row(run)
    arrow = {table.name: to_arrow(table, tables.get(table.name, ())) for table in TABLES if table.name not in _OWN}
    try:
        if path.exists() and not fresh:
            check_path(path)
            _write_into(path, arrow, row)
        else:
            _write_anew(path, arrow, row)
    except (duckdb.Error, OSError) as error:
        raise VariorumError(
            f"{path} could not be written: {str(error).splitlines()[0]}; the last record stands"
        ) from error


def check_target(path: Path | str, *, fresh: bool = False) -> None:
    """Refuse a path that `publish` would refuse in the end, before any work is done.

    Raises:
        InputError: its folder is missing, or something else than a record is there, or a record that is in use.
    """
    path = Path(path)
    if not path.exists():
        check_folder(path)
    elif fresh:
        _check_replaceable(path)
    else:
        check_path(path)
        with connect(path, read_only=True) as connection:
            check_contract(connection, path)


def _run_row(given: Mapping[str, Any]) -> dict[str, Any]:
    row = {"contract": CONTRACT, **given}
    row["finished_at"] = row.get("finished_at") or datetime.now(UTC).isoformat(timespec="seconds")
    check_row("runs", row)
    if not row["run_id"]:
        raise IntegrityError("nothing was written: the run has no run_id")
    return row


def _write_into(path: Path, arrow: Mapping[str, pa.Table], row: Mapping[str, Any]) -> None:
    with connect(path, read_only=False) as connection:
        check_contract(connection, path)
        run_sql(connection, "all", "BEGIN TRANSACTION")
        try:
            create_tables(connection)
            _fill(connection, arrow, row, held_before=True)
        except BaseException:
            run_sql(connection, "all", "ROLLBACK")
            raise
        run_sql(connection, "all", "COMMIT")


def _write_anew(path: Path, arrow: Mapping[str, pa.Table], row: Mapping[str, Any]) -> None:
    check_folder(path)
    _check_replaceable(path)
    beside = path.with_name(path.name + ".new")
    _remove(beside)
    try:
        with connect(beside, read_only=False) as connection:
            run_sql(connection, "all", "BEGIN TRANSACTION")
            create_tables(connection)
            _fill(connection, arrow, row, held_before=False)
            run_sql(connection, "all", "COMMIT")
        _log_of(path).unlink(missing_ok=True)
        beside.replace(path)
    finally:
        _remove(beside)


def _check_replaceable(path: Path) -> None:
    """Only a record nobody has open may be replaced; opening it also writes out its log."""
    if not path.exists():
        return
    check_path(path)
    with connect(path, read_only=False) as connection:
        if contract_of(connection) is None:
            raise InputError(f"{path} is a database but not a record: it is not overwritten; name another file")


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _log_of(path).unlink(missing_ok=True)


def _fill(connection: Connection, arrow: Mapping[str, pa.Table], row: Mapping[str, Any], *, held_before: bool) -> None:
    for name, rows in arrow.items():
        connection.register("incoming", rows)
        if held_before:
            _clear(connection, BY_NAME[name], row["run_id"])
        columns = ", ".join(column.name for column in BY_NAME[name].columns)
        if rows.num_rows:
            run_sql(connection, name, f"INSERT INTO {name} ({columns}) SELECT {columns} FROM incoming")
        connection.unregister("incoming")
    run_sql(connection, "runs", "DELETE FROM runs WHERE run_id = ?", [row["run_id"]])
    _insert(connection, BY_NAME["runs"], row)


def _clear(connection: Connection, table: Table, run_id: str) -> None:
    """Take out a table's rows: those not incoming are retired, save decisions, which stay."""
    same = " AND ".join(f"incoming.{name} IS NOT DISTINCT FROM {table.name}.{name}" for name in table.key)
    if table.name == "decisions":
        run_sql(connection, table.name, f"DELETE FROM decisions WHERE EXISTS (SELECT 1 FROM incoming WHERE {same})")
        return
    if table.exported:
        _retire(connection, table, same, run_id)
    run_sql(connection, table.name, f"DELETE FROM {table.name}")


def _retire(connection: Connection, table: Table, same: str, run_id: str) -> None:
    key = ", ".join(f"coalesce({name}::VARCHAR, '')" for name in table.key)
    gone = (
        f"SELECT '{table.name}' AS table_name, concat_ws('|', {key}) AS item_key, ? AS run_id, "
        f"to_json({table.name})::VARCHAR AS row "
        f"FROM {table.name} WHERE NOT EXISTS (SELECT 1 FROM incoming WHERE {same})"
    )
    sql = f"INSERT INTO retired SELECT * FROM ({gone}) AS gone ANTI JOIN retired USING (table_name, item_key, run_id)"
    run_sql(connection, "retired", sql, [run_id])


def _insert(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    columns = [column.name for column in table.columns]
    marks = ", ".join("?" for _ in columns)
    values = [row[name] for name in columns]
    run_sql(connection, table.name, f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", values)
