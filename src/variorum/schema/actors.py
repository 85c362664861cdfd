"""An analyst's own list of actors: read from a table, checked row by row, never guessed at."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from variorum.errors import ConfigError
from variorum.schema.dates import Bounds
from variorum.schema.ids import digest
from variorum.schema.vocabulary import ENTITY_KINDS

COLUMNS = ("name", "variants", "kind", "country", "sector", "from", "to")
SECTORS = frozenset(
    "GOV MIL COP SPY REB OPP PTY LEG JUD ELI IGO NGO NGM MNC BUS MED EDU REL CVL HLH LAB AGR CRI REF RAD UAF SEP SET".split()
)
"""Codes that `sector` may hold: PLOVER's, with CAMEO's that PLOVER keeps."""

_NEEDED = ("name", "kind")
_BETWEEN = re.compile(r"[;|]")
_LONGEST = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One row: a name with its variants, what it is, and the days from and to which the row holds (None: open).

    key: what tells actors apart; rows of one name are one actor. line: where the row stands in its table.
    """

    name: str
    variants: tuple[str, ...]
    kind: str
    country: str | None = None
    sector: str | None = None
    since: date | None = None
    until: date | None = None
    line: int = 0

    @property
    def key(self) -> str:
        return f"actor:{self.name}"

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its variants, each once."""
        return tuple(dict.fromkeys((self.name, *self.variants)))

    def holds(self, published: Bounds) -> bool:
        """May the row hold on the day of a report? True where that day is not known."""
        too_early = self.since is not None and published.high is not None and published.high < self.since
        too_late = self.until is not None and published.low is not None and published.low > self.until
        return not (too_early or too_late)


def load_actors(path: str) -> tuple[Actor, ...]:
    """Read a list of actors, none where `path` is empty; a file that did not change is read once a process.

    Raises:
        ConfigError: the file can't be read, or rows are not as they must be; every fault with its line and remedy.
    """
    return _parse(path, _bytes_of(path)) if path else ()


def actors_digest(path: str) -> str:
    """Hash what a list of actors holds; empty where there is none.

    Raises:
        ConfigError: the file can't be read.
    """
    return digest(_bytes_of(path)) if path else ""


def _bytes_of(path: str) -> bytes:
    try:
        found = Path(path).read_bytes()
    except OSError as error:
        raise ConfigError([("actors", f"{path} cannot be read: {error.strerror}")]) from error
    if len(found) > _LONGEST:
        raise ConfigError([("actors", f"{path} is longer than {_LONGEST} bytes: that is no list of actors")])
    return found


@lru_cache(maxsize=8)
def _parse(path: str, raw: bytes) -> tuple[Actor, ...]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError([("actors", f"{path} is not UTF-8: save it as UTF-8")]) from error
    reader = csv.DictReader(text.splitlines(), skipinitialspace=True, strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        fault = f"{path}, line {reader.line_num}: is no row of a table ({error}); close its quotation marks"
        raise ConfigError([("actors", fault)]) from error
    faults = [*_faults_of_head(reader.fieldnames or ())] or [fault for n, row in rows for fault in _faults(n, row)]
    actors = () if faults else tuple(_actor(number, row) for number, row in rows)
    faults += _twice(actors)
    if faults:
        raise ConfigError([("actors", f"{path}, {fault}") for fault in faults])
    return actors


def _faults_of_head(found: object) -> Iterator[str]:
    names = [str(name).strip() for name in found] if isinstance(found, list) else []
    known = ", ".join(COLUMNS)
    yield from (f"line 1: there is no column {name}; columns are {known}" for name in _NEEDED if name not in names)
    yield from (
        f"line 1: {name or 'an empty name'} is no column; columns are {known}" for name in names if name not in COLUMNS
    )


def _cell(row: Mapping[str, str | None], column: str) -> str:
    return " ".join((row.get(column) or "").split())


def _faults(number: int, row: Mapping[str | None, object]) -> Iterator[str]:
    """What is wrong with one row, and what to do."""
    at = f"line {number}: "
    if None in row:
        yield f"{at}has more cells than there are columns; put names with commas in quotation marks, or part variants by ;"
        return
    cells = {column: _cell(row, column) for column in COLUMNS}  # type: ignore[arg-type]
    if not cells["name"]:
        yield f"{at}name is empty; give one, or delete the row"
    if cells["kind"] not in ENTITY_KINDS:
        yield f"{at}kind {cells['kind']!r} is none; use one of {', '.join(ENTITY_KINDS)}"
    if cells["country"] and not _is_country(cells["country"]):
        yield f"{at}country {cells['country']!r} is no ISO 3166-1 code of three letters such as NOR; mend it or leave it empty"
    if cells["sector"] and cells["sector"] not in SECTORS:
        yield f"{at}sector {cells['sector']!r} is none; use one of {', '.join(sorted(SECTORS))}, or leave it empty"
    wrong = [column for column in ("from", "to") if cells[column] and _day(cells[column]) is None]
    yield from (
        f"{at}{column} {cells[column]!r} is no day; write it as 2031-05-02 or leave it empty" for column in wrong
    )
    since, until = _day(cells["from"]), _day(cells["to"])
    if since and until and until < since:
        yield f"{at}to is before from; exchange them"


def _is_country(code: str) -> bool:
    import pycountry

    return code == "XKX" or (code.isupper() and pycountry.countries.get(alpha_3=code) is not None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def _actor(number: int, row: Mapping[str, str | None]) -> Actor:
    variants = (" ".join(part.split()) for part in _BETWEEN.split(row.get("variants") or ""))
    return Actor(
        name=_cell(row, "name"),
        variants=tuple(variant for variant in variants if variant),
        kind=_cell(row, "kind"),
        country=_cell(row, "country") or None,
        sector=_cell(row, "sector") or None,
        since=_day(_cell(row, "from")),
        until=_day(_cell(row, "to")),
        line=number,
    )


def _twice(actors: tuple[Actor, ...]) -> list[str]:
    """One name for two on one day would leave to chance which is meant."""
    seen: dict[str, list[Actor]] = {}
    faults = []
    for actor in actors:
        for name in actor.names:
            for other in seen.setdefault(name, []):
                if _meet(actor, other):
                    remedy = "give each its own days in from and to, or delete one"
                    faults.append(f"line {actor.line}: {name!r} is in line {other.line} too; {remedy}")
            seen[name].append(actor)
    return faults


def _meet(one: Actor, two: Actor) -> bool:
    return (one.since or date.min) <= (two.until or date.max) and (two.since or date.min) <= (one.until or date.max)
