"""Rows of plain values to Arrow tables of the contract's columns and types, sorted by key."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from variorum.errors import IntegrityError
from variorum.schema.table_shapes import Column, Table

_TYPES = {
    "VARCHAR": pa.string(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
}


def key_of(table: Table, row: Mapping[str, Any]) -> tuple[str, ...]:
    """The key of a row as text, null as the empty string: what rows are sorted and told apart by."""
    return tuple("" if row[name] is None else str(row[name]) for name in table.key)


def to_arrow(table: Table, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Make one Arrow table of a table's rows.

    Args:
        rows: exactly the table's columns each; days as `date` or ISO text.

    Raises:
        IntegrityError: a value does not fit its column's type.
    """
    ordered = sorted(rows, key=lambda row: key_of(table, row))
    columns = {column.name: _column(table, column, ordered) for column in table.columns}
    return pa.table(columns)


def _column(table: Table, column: Column, rows: Sequence[Mapping[str, Any]]) -> pa.Array:
    values = [row[column.name] for row in rows]
    try:
        if column.type == "DATE":
            values = [date.fromisoformat(value) if isinstance(value, str) else value for value in values]
        return pa.array(values, type=_TYPES[column.type])
    except (pa.ArrowException, ValueError, TypeError) as error:
        raise IntegrityError(f"table {table.name}, column {column.name} ({column.type}): {error}") from error
