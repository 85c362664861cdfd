"""Reading a record: rows as plain dicts, in a fixed order. It cannot write."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from variorum.errors import InputError
from variorum.schema.table_shapes import Table
from variorum.store.door import Connection, Row, check_contract, check_path, connect, rows_of, run, table_named


class Reader:
    """An open record, read only. Close it, or use it in a `with` statement."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def rows(
        self, table: str, *, where: Mapping[str, Any] | None = None, order: str | Sequence[str] | None = None
    ) -> list[Row]:
        """Read the rows of one table.

        Args:
            table: name of a table of the contract.
            where: column to the value it must equal (None: is null; a list or tuple: is one of).
            order: columns to sort by; the table's key where not given, so that the order is always fixed.

        Raises:
            InputError: an unknown table or column.
        """
        known = table_named(table)
        conditions, parameters = _conditions(known, where or {})
        by = known.key if order is None else (order,) if isinstance(order, str) else tuple(order)
        _check_columns(known, by)
        every_key = [*by, *(name for name in known.key if name not in by)]
        sql = f"SELECT * FROM {table}{conditions} ORDER BY {', '.join(every_key)}"
        return rows_of(run(self._connection, table, sql, parameters))

    def query(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Run a query of one's own; `?` marks parameters.

        Raises:
            InputError: DuckDB refuses the query.
        """
        try:
            return rows_of(run(self._connection, "query", sql, params))
        except duckdb.Error as error:
            raise InputError(f"{self.path}: the query fails: {str(error).splitlines()[0]}") from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_reader(path: Path | str) -> Reader:
    """Open a record for reading.

    Raises:
        InputError: the path is missing, a folder, no record, an older or newer record, or in use by a writer.
    """
    path = Path(path)
    check_path(path)
    connection = connect(path, read_only=True)
    try:
        check_contract(connection, path)
    except InputError:
        connection.close()
        raise
    return Reader(connection, path)


def read_shelf(path: Path | str) -> dict[tuple[str, str], str]:
    """Read the per-report results kept for later builds: (kind, key) to payload. Empty where no record is yet.

    Raises:
        InputError: the path is there but is no record.
    """
    if not Path(path).exists():
        return {}
    with open_reader(path) as reader:
        return {(row["kind"], row["key"]): row["payload"] for row in reader.rows("shelf")}


def _check_columns(table: Table, names: Sequence[str]) -> None:
    known = {column.name for column in table.columns}
    for name in names:
        if name not in known:
            raise InputError(f"table {table.name} has no column {name!r}: it has {', '.join(sorted(known))}")


def _conditions(table: Table, where: Mapping[str, Any]) -> tuple[str, list[Any]]:
    _check_columns(table, list(where))
    parts, parameters = [], []
    for name, value in where.items():
        if isinstance(value, list | tuple):
            parts.append(f"list_contains(?, {name})")
            parameters.append(list(value))
        else:
            parts.append(f"{name} IS NOT DISTINCT FROM ?")
            parameters.append(value)
    return (" WHERE " + " AND ".join(parts) if parts else ""), parameters
