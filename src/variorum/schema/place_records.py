"""A place as the gazetteer keeps it, and as bytes.

feature_class and feature_code are those of GeoNames: A units of a country, P populated places, H waters, T heights,
L areas, S sites, R roads, V woods. Coordinates are degrees (WGS 84).
"""

import struct
from dataclasses import dataclass

_SHAPE = struct.Struct("<IffI3sB")
_SEPARATOR = "\x1f"
CODES = ("PPL", "PPLC", "ADM1", "ADM2")
"""Feature codes that compiled places have, in the order of their numbers."""

DIVISIONS = ("ADM1", "ADM2")
CITY_POPULATION = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord:
    """A populated place or a unit of a country.

    country: ISO 3166-1 alpha-3. admin1, admin2: names of the first and second level units that hold it, or that it is;
    empty where not known. main: the name that was asked for is its first name, not another one.
    """

    name: str
    geonames_id: int
    latitude: float
    longitude: float
    country: str
    population: int
    feature_code: str = "PPL"
    admin1: str = ""
    admin2: str = ""
    main: bool = True

    @property
    def feature(self) -> str:
        """Town, city (100,000 people and more), capital or unit."""
        if self.feature_code in DIVISIONS:
            return "unit"
        if self.feature_code == "PPLC":
            return "capital"
        return "city" if self.population >= CITY_POPULATION else "town"

    @property
    def feature_class(self) -> str:
        """P for populated places, A for units."""
        return "A" if self.feature_code in DIVISIONS else "P"


def pack_place(place: PlaceRecord) -> bytes:
    """A place as bytes; its coordinates are kept to about a metre."""
    head = _SHAPE.pack(
        place.geonames_id,
        place.latitude,
        place.longitude,
        min(place.population, 2**32 - 1),
        place.country.encode(),
        CODES.index(place.feature_code),
    )
    return head + _SEPARATOR.join((place.name, place.admin1, place.admin2)).encode()


def unpack_place(raw: bytes, *, main: bool) -> PlaceRecord:
    """A place from its bytes."""
    number, latitude, longitude, population, country, code = _SHAPE.unpack_from(raw)
    name, admin1, admin2 = raw[_SHAPE.size :].decode().split(_SEPARATOR)
    return PlaceRecord(
        name=name,
        geonames_id=number,
        latitude=round(latitude, 5),
        longitude=round(longitude, 5),
        country=country.decode().strip("\0 "),
        population=population,
        feature_code=CODES[code],
        admin1=admin1,
        admin2=admin2,
        main=main,
    )
