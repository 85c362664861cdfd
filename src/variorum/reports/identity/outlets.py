"""Outlets that the lexicon knows, by name and by host: what they are called and where they have their seat.

Holds look-ups over `schema/lexicons/outlets.toml`. It refuses to guess a country from a name that it does not know.
"""

import re
from dataclasses import dataclass
from functools import cache

from variorum.reports.lexicon import fold
from variorum.schema.lexicons import read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet or agency: its name and the ISO 3166-1 alpha-3 code of the country of its seat."""

    name: str
    country: str


@cache
def _by_name() -> dict[str, Outlet]:
    return {_name_key(name): outlet for outlet, names, _ in _listed() for name in names}


@cache
def _by_host() -> dict[str, Outlet]:
    return {host: outlet for outlet, _, hosts in _listed() for host in hosts}


@cache
def _listed() -> tuple[tuple[Outlet, tuple[str, ...], tuple[str, ...]], ...]:
    seats = read_lexicon("outlets")["seats"]
    return tuple(_split_entry(entry, country) for country, entries in seats.items() for entry in entries)


def _split_entry(entry: str, country: str) -> tuple[Outlet, tuple[str, ...], tuple[str, ...]]:
    """Split "Name; other name | host host"; what stands in brackets behind a name parts namesakes."""
    names, _, hosts = entry.partition(" | ")
    listed = tuple(names.split("; "))
    bare = re.sub(r"\s*\([^)]*\)$", "", listed[0])
    return Outlet(name=bare, country=country), listed, tuple(hosts.split())


def _name_key(name: str) -> str:
    return fold(name).removeprefix("the ")


def find_outlet(name: str | None, domain: str | None) -> Outlet | None:
    """Find an outlet by its host, or one above it, else by its name; None where the lexicon has neither."""
    labels = domain.split(".") if domain else []
    for first in range(len(labels) - 1):
        if found := _by_host().get(".".join(labels[first:])):
            return found
    return _by_name().get(_name_key(name)) if name else None


def country_of(name: str | None, domain: str | None) -> str | None:
    """Tell the country of a source's seat: by the lexicon, else by the country code that its domain ends in."""
    outlet = find_outlet(name, domain)
    return outlet.country if outlet else _by_top_level(domain or "")


def _by_top_level(domain: str) -> str | None:
    """The country of a top-level domain that its registry keeps for that country's own."""
    import pycountry

    labels = domain.split(".")
    rules = read_lexicon("outlets")["domains"]
    own = len(labels) > 2 and labels[-2] in rules["own"]
    if len(labels) < 2 or len(labels[-1]) != 2 or (labels[-1] in rules["sold"] and not own):
        return None
    code = {"uk": "gb"}.get(labels[-1], labels[-1])
    found = pycountry.countries.get(alpha_2=code.upper())
    return str(found.alpha_3) if found else None
