"""The rows of a record, read once and indexed as the views ask.

Rows stay the plain mappings that the store gives; nothing here computes an answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from variorum.schema.tables import BY_NAME, TABLES

Row = Mapping[str, Any]

UNSHOWN = ("shelf", "retired")
"""Tables that no view reads."""


class Catalogue:
    """All tables of one record, each sorted by its key, with indexes made on first use."""

    def __init__(self, tables: Mapping[str, Iterable[Row]]) -> None:
        self._tables = {name: _sorted(name, rows) for name, rows in tables.items()}
        self._indexes: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def rows(self, table: str) -> Sequence[Row]:
        """All rows of a table in the order of its key."""
        return self._tables.get(table, [])

    def by(self, table: str, column: str) -> Mapping[str, list[Row]]:
        """Rows of a table by the value of one column; rows without a value are left out."""
        index = self._indexes.get((table, column))
        if index is None:
            index = {}
            for row in self.rows(table):
                if row[column] is not None:
                    index.setdefault(row[column], []).append(row)
            self._indexes[table, column] = index
        return index

    def of(self, table: str, column: str, value: str | None) -> list[Row]:
        """Rows of a table whose column has this value."""
        return self.by(table, column).get(value, []) if value is not None else []

    def one(self, table: str, item_id: str | None) -> Row | None:
        """The row of a table whose single key column is this id, or None."""
        found = self.of(table, BY_NAME[table].key[0], item_id)
        return found[0] if found else None

    def name_of(self, item_id: str | None) -> str | None:
        """The words by which the record calls an entity, event or story, or None."""
        entity = self.one("entities", item_id)
        if entity is not None:
            return str(entity["name"])
        told = self.one("events", item_id) or self.one("stories", item_id)
        return str(told["label"]) if told is not None else None


def read_catalogue(path: Path) -> Catalogue:
    """Read every table that views show from a record.

    Raises:
        InputError: the path is missing, is no record, or is a record of another version.
    """
    from variorum.store import open_reader

    with open_reader(path) as reader:
        return Catalogue({table.name: reader.rows(table.name) for table in TABLES if table.name not in UNSHOWN})


def sort_key(row: Row, columns: Iterable[str]) -> tuple[tuple[bool, str], ...]:
    """A key that orders rows by columns of any type, missing values first.

    Whole numbers are padded, so that offsets sort as numbers do.
    """
    return tuple((row[c] is not None, _as_text(row[c])) for c in columns)


def _as_text(value: Any) -> str:
    return f"{value:020d}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _sorted(table: str, rows: Iterable[Row]) -> list[Row]:
    key = BY_NAME[table].key
    return sorted(rows, key=lambda row: sort_key(row, key))
