"""Area, distance, weight, money and years are figures with units; they claim nothing of events."""

import pytest

from variorum.annotations.figures import find_figures
from variorum.annotations.times import find_times


def measures(nlp, text: str) -> list[tuple[str, str | None, float | None, str]]:
    doc = nlp(text)
    found = find_figures(doc, find_times(doc))
    assert not any(f.claims for f in found if f.unit)
    return [(f.what, f.unit, f.best, f.qualifier) for f in found if f.unit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army took 300 square kilometres of land.", ("area", "km2", 300, "exact")),
        ("Fire burned about 2,500 hectares.", ("area", "ha", 2500, "about")),
        ("The zone is 14 km2 wide.", ("area", "km2", 14, "exact")),
        ("The town lies nearly 40 kilometres from the border.", ("distance", "km", 40, "nearly")),
        ("The post is 30km away.", ("distance", "km", 30, "exact")),
        ("Trucks carried 400 tonnes of grain.", ("weight", "t", 400, "exact")),
        ("Donors pledged more than $1.2 billion.", ("money", "dollar", 1_200_000_000, "more_than")),
        ("Donors pledged US$3m.", ("money", "USD", 3_000_000, "exact")),
        ("It cost €4,500.", ("money", "EUR", 4500, "exact")),
        ("It cost two million euros.", ("money", "EUR", 2_000_000, "exact")),
        ("He was jailed for 12 years.", ("years", "year", 12, "exact")),
    ],
)
def test_measure_has_its_unit(nlp, text: str, expected: tuple) -> None:
    assert measures(nlp, text) == [expected]


@pytest.mark.parametrize(
    "text", ["It cost $1.000 in all.", "The score was 3-1.", "Route 66 is 1.234.5 long.", "Call km."]
)
def test_no_measure_when_number_or_unit_is_unclear(nlp, text: str) -> None:
    assert measures(nlp, text) == []
