"""Outlets by name and host, and the country of their seat."""

import re
from collections import Counter

import pycountry
import pytest

from variorum.reports.identity.outlets import country_of, find_outlet
from variorum.schema.lexicons import read_lexicon


def entries():
    seats = read_lexicon("outlets")["seats"]
    return [(country, *entry.split(" | ")) for country, listed in seats.items() for entry in listed]


def test_lexicon_holds_hosts_once_and_real_countries():
    known = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    hosts = Counter(host for _, _, hosts in entries() for host in hosts.split())
    assert {country for country, _, _ in entries()} <= known
    assert [host for host, count in hosts.items() if count > 1] == []
    assert [host for host in hosts if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host)] == []
    assert len(entries()) > 500


def test_name_belongs_to_one_outlet():
    names = Counter(
        name for _, listed, _ in entries() for name in {n.casefold().removeprefix("the ") for n in listed.split("; ")}
    )
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "domain", "expected"),
    [
        (None, "bbc.co.uk", ("BBC News", "GBR")),
        (None, "news.bbc.co.uk", ("BBC News", "GBR")),
        ("the new york times", None, ("The New York Times", "USA")),
        ("New York Times", None, ("The New York Times", "USA")),
        ("NYT", None, ("The New York Times", "USA")),
        ("AFP", None, ("Agence France-Presse", "FRA")),
        ("The Daily Star (Lebanon)", "dailystar.com.lb", ("The Daily Star", "LBN")),
    ],
)
def test_outlet_is_found_by_host_and_by_name(name, domain, expected):
    found = find_outlet(name, domain)
    assert (found.name, found.country) == expected


@pytest.mark.parametrize(("name", "domain"), [("Kelvan Herald", "kelvanherald.example"), (None, None), (None, "com")])
def test_outlet_is_unknown_when_the_lexicon_has_neither(name, domain):
    assert find_outlet(name, domain) is None


@pytest.mark.parametrize(
    ("domain", "country"),
    [
        ("kelvan.co.uk", "GBR"),
        ("kelvan.ge", "GEO"),
        ("kelvan.am", "ARM"),
        ("kelvan.tv", None),
        ("kelvan.io", None),
        ("kelvan.com.co", "COL"),
        ("kelvan.com", None),
        ("kelvan.eu", None),
        ("kelvan.example", None),
        ("ge", None),
    ],
)
def test_country_follows_the_top_level_domain_unless_it_is_sold_to_the_world(domain, country):
    assert country_of("Kelvan Herald", domain) == country


def test_seat_outranks_the_top_level_domain():
    assert country_of(None, "geo.tv") == "PAK"
    assert country_of("Reuters", None) == "GBR"
