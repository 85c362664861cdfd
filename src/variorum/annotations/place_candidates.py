"""What places a spot may name: rows of the gazetteer as one kind of value, with a precision each."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.annotations.place_distance import distance_km
from variorum.annotations.place_ground import Spot
from variorum.annotations.place_names import DEMONYMS
from variorum.schema.countries import Entry
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold
from variorum.schema.place_records import DIVISIONS, PlaceRecord

EXACT, NEAR, SECOND, FIRST, REGION, COUNTRY, WIDE = range(1, 8)
"""Precision after UCDP's where_prec: a town; near one; a unit of the second level; of the first; a region, water or
height, whose point is its middle; a state; a sea or a continent."""

_WIDE_CODES = frozenset({"SEA", "OCN", "CONT", "ZN"})
_CLASSES = {
    "PCLI": "A", "PCLH": "A", "ADM1": "A", "ADM2": "A", "PPL": "P", "PPLC": "P", "CONT": "L", "RGN": "L", "ZN": "A", "PRK": "L",
    "SEA": "H", "OCN": "H", "GULF": "H", "BAY": "H", "STRT": "H", "CHN": "H", "LK": "H", "LKS": "H", "STM": "H", "CNL": "H",
    "SD": "H", "RF": "H", "MTS": "T", "MT": "T", "ISL": "T", "ISLS": "T", "PEN": "T", "VAL": "T", "PLN": "T", "CAPE": "T",
    "AIRP": "S", "SQR": "S", "ST": "R", "PPLX": "P", "PASS": "T", "DSRT": "T", "CNYN": "T", "DLTA": "T", "BSN": "T",
}  # fmt: skip
_STATE_PEOPLE = 5e7
_REGION_PEOPLE = 1e7
_SAME_REGION_KM = 250.0
_SEAT_PEOPLE = 50_000
_HEADS = frozenset(
    "county province state region district oblast governorate city prefecture department valley metro".split()
)
_FRONTS = ("city of ", "state of ", "town of ", "province of ", "greater ", "downtown ", "central ")
_SIDES = frozenset(
    "north south east west northern southern eastern western upper lower northeast northwest southeast southwest".split()
)
SITES = frozenset(
    "street avenue road drive lane boulevard square stadium embassy school university college hospital wing house court "
    "club church academy railroad station museum hotel st ave rd north south east west cottage park parade highway".split()
)
_SPELLED = (("st ", "saint "), ("mt ", "mount "), ("ft ", "fort "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may mean. people: how many live there, or a stand-in where that is not known."""

    name: str
    geonames_id: int | None
    latitude: float
    longitude: float
    country: str | None
    people: float
    feature_code: str
    precision: int
    admin1: str = ""
    admin2: str = ""
    main: bool = True

    @property
    def feature_class(self) -> str:
        """GeoNames' class of the feature code."""
        return _CLASSES.get(self.feature_code, "")


def find_candidates(spot: Spot, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """All places that the words of a spot may name; those of a shorter name in it where the whole is not known."""
    found = tuple(_direct(spot, gazetteer))
    if found:
        return found
    varied = tuple(_varied(spot, gazetteer))
    if varied or spot.inner is None or not _is_extended(spot, gazetteer):
        return varied
    inner = find_candidates(spot.inner, gazetteer) if spot.inner.form == "name" else ()
    return tuple(replace(c, precision=max(NEAR, c.precision)) for c in inner if c.precision <= SECOND)


def _is_extended(spot: Spot, gazetteer: Gazetteer) -> bool:
    """Are the words round the shorter name only sorts of places and sides ("Dover Harbour", "West Dover")?"""
    inner = set(fold(spot.inner.name).split()) if spot.inner else set()
    words = [word for word in fold(spot.name).split() if word not in inner]
    if not words or words[-1] in SITES - _SIDES:
        return False
    return all(word in _SIDES or gazetteer.first(word, "head", "sort") is not None for word in words)


def _direct(spot: Spot, gazetteer: Gazetteer) -> Iterator[Candidate]:
    seen: set[tuple[str, str]] = set()
    stronger = tuple(e for e in spot.entries if e.type in ("adjective", "disputed"))
    for entry in stronger or spot.entries:
        if entry.type == "region" and _is_unit_too(entry, spot.places):
            continue
        for candidate in _of_entry(entry, gazetteer):
            if (candidate.name, candidate.feature_code) not in seen:
                seen.add((candidate.name, candidate.feature_code))
                yield candidate
    if not any(entry.type in DEMONYMS for entry in spot.entries):
        yield from (of_record(place) for place in spot.places)


def _is_unit_too(entry: Entry, places: Sequence[PlaceRecord]) -> bool:
    """Is a region of the lexicon a first-level unit too, whose id and state are known (Catalonia)?"""
    if entry.latitude is None or entry.longitude is None:
        return False
    units = [place for place in places if place.feature_code == "ADM1"]
    return any(distance_km(entry.latitude, entry.longitude, u.latitude, u.longitude) < _SAME_REGION_KM for u in units)


def _of_entry(entry: Entry, gazetteer: Gazetteer) -> Iterator[Candidate]:
    if entry.type in ("country", "demonym", "people"):
        state = gazetteer.country_entry(entry.country)
        yield from _of_point(state) if state else ()
    elif entry.type == "adjective":
        yield from _named(entry.name, gazetteer)
    elif entry.type == "short":
        yield from (of_record(p) for p in units_of(gazetteer, entry.name, entry.country))
    elif entry.type == "seat" and entry.country and not _is_town(entry, gazetteer):
        capital = gazetteer.capital_of(entry.country)
        towns = gazetteer.find_places(capital) if capital else ()
        yield from (of_record(place) for place in towns if place.country == entry.country)
    elif entry.type not in ("seat", "capital"):
        yield from _of_point(entry)


def _is_town(entry: Entry, gazetteer: Gazetteer) -> bool:
    """Is a seat of government a town of its state, rather than a house or street in the capital?"""
    towns = gazetteer.find_places(entry.surface)
    return any(town.country == entry.country and town.population >= _SEAT_PEOPLE for town in towns)


def _named(name: str, gazetteer: Gazetteer) -> list[Candidate]:
    """The place that an adjective is made of: a region of the lexicon, else the largest of that name."""
    places = gazetteer.find_toponyms(name)
    entries = [entry for entry in gazetteer.entries(name) if entry.code and not _is_unit_too(entry, places)]
    return [c for entry in entries for c in _of_point(entry)] or [of_record(place) for place in places[:1]]


def units_of(gazetteer: Gazetteer, name: str, country: str) -> list[PlaceRecord]:
    """First-level units of a state by name."""
    return [p for p in gazetteer.find_toponyms(name) if p.feature_code == "ADM1" and p.country == country]


def _of_point(entry: Entry) -> Iterator[Candidate]:
    if entry.latitude is None or entry.longitude is None:
        return
    is_state = entry.code in ("PCLI", "PCLH")
    wide = entry.code in _WIDE_CODES
    yield Candidate(
        name=entry.name,
        geonames_id=entry.geonames_id or None,
        latitude=entry.latitude,
        longitude=entry.longitude,
        country=entry.country or None,
        people=_STATE_PEOPLE if is_state else _REGION_PEOPLE,
        feature_code=entry.code,
        precision=COUNTRY if is_state else WIDE if wide else EXACT if _CLASSES[entry.code] in "SPR" else REGION,
    )


def of_record(place: PlaceRecord) -> Candidate:
    """A town or unit as a candidate."""
    precision = {"ADM1": FIRST, "ADM2": SECOND}.get(place.feature_code, EXACT)
    return Candidate(
        name=place.name,
        geonames_id=place.geonames_id,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country or None,
        people=place.population,
        feature_code=place.feature_code,
        precision=precision,
        admin1=place.admin1,
        admin2=place.admin2,
        main=place.main,
    )


def _varied(spot: Spot, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Places whose names differ from the words by a head, a side or a spelling ("Greater Manchester", "St. Louis")."""
    for name, precision in _variants(spot.name):
        records = gazetteer.find_toponyms(name)
        points = [c for e in gazetteer.entries(name) if e.code for c in _of_point(e)]
        if records or points:
            for candidate in (*points, *map(of_record, records)):
                yield replace(candidate, precision=max(precision, candidate.precision))
            return


def _variants(name: str) -> Iterator[tuple[str, int]]:
    key = fold(name)
    for short, full in _SPELLED:
        if key.startswith(short):
            yield full + key.removeprefix(short), EXACT
    for front in _FRONTS:
        if key.startswith(front):
            yield key.removeprefix(front), EXACT
    words = key.split()
    if len(words) > 1 and words[-1] in _HEADS:
        yield " ".join(words[:-1]), EXACT
    if len(words) > 1 and words[0] in _SIDES:
        yield " ".join(words[1:]), SECOND
    yield f"{key} county", SECOND


def find_sounding(name: str, gazetteer: Gazetteer, states: Collection[str | None]) -> tuple[Candidate, ...]:
    """The one town of the states a report speaks of that is spelt otherwise there ("Tel Rifaat", "Tall Rif'at")."""
    here = [place for place in gazetteer.find_sounding(name) if place.country in states]
    towns = [place for place in here if place.feature_code not in DIVISIONS] or here
    return (of_record(towns[0]),) if len(towns) == 1 else ()
