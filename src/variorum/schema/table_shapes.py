"""The shape of a table of the record: columns with types and meanings, written as lines of text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. `key`: the columns that identify a row. `exported`: part of `export` (no clock times are)."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    exported: bool = True


def read_table(name: str, meaning: str, key: str, columns: str, *, exported: bool = True) -> Table:
    """Read a table from lines of `name TYPE meaning`."""
    rows = [line.split(maxsplit=2) for line in columns.strip().splitlines()]
    made = tuple(Column(name=n, type=t, meaning=m) for n, t, m in rows)
    return Table(name=name, meaning=meaning, columns=made, key=tuple(key.split()), exported=exported)
