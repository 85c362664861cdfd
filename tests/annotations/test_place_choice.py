"""Which of the places of one name a report means, and how surely that is known."""

import pytest

from annotations.test_place_spots import named
from variorum.annotations.place_candidates import Candidate
from variorum.annotations.place_choice import choose_places
from variorum.annotations.place_distance import distance_km
from variorum.annotations.place_ground import Spot


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("A parade was held in Springfield, Illinois.", "Springfield", "Illinois"),
        ("A parade was held in Springfield, Mass., on Friday.", "Springfield", "Massachusetts"),
        ("Crews from Portland in Maine helped.", "Portland", "Maine"),
        ("Oregon's Portland was calm.", "Portland", "Oregon"),
    ],
)
def test_words_beside_say_where_a_place_is(text: str, name: str, unit: str) -> None:
    assert named(text)[name].admin1 == unit


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Spanish police searched flats in Cordoba. Madrid and Seville sent officers.", "Cordoba", "ESP"),
        ("Argentine police searched flats in Cordoba. Rosario and Mendoza sent officers.", "Cordoba", "ARG"),
        ("Deputies in Georgia met in Tbilisi. Kutaisi was calm.", "Georgia", "GEO"),
        ("Storms hit Alabama and Georgia. Atlanta, Macon and Savannah lost power.", "Georgia", "USA"),
        ("China and the United States met. American farmers fear for Texas.", "China", "CHN"),
    ],
)
def test_the_rest_of_the_report_says_which_place_is_meant(text: str, name: str, country: str) -> None:
    assert named(text)[name].country == country


def test_the_larger_place_is_meant_where_nothing_else_speaks() -> None:
    found = named("A concert was held in Birmingham.")
    assert (found["Birmingham"].country, found["Birmingham"].feature_class) == ("GBR", "P")


def test_a_region_that_is_a_unit_has_its_id_and_state() -> None:
    found = named("Ferries left Scotland at noon.")["Scotland"]
    assert (found.geonames_id, found.country, found.feature_code) == (2638360, "GBR", "ADM1")


@pytest.mark.parametrize(
    ("text", "code", "precision"),
    [
        ("Shells fell in Idlib.", "PPL", 1),
        ("Shells fell in Idlib province.", "ADM1", 4),
        ("Shells fell in Syria.", "PCLI", 6),
        ("Ships met in the Black Sea.", "SEA", 7),
        ("Snow fell in the Pyrenees.", "MTS", 5),
        ("Crews came from Horry County, South Carolina.", "ADM2", 3),
    ],
)
def test_precision_tells_what_a_point_stands_for(text: str, code: str, precision: int) -> None:
    found = next(iter(named(text).values()))
    assert (found.feature_code, found.precision) == (code, precision)
    assert found.latitude is not None


def test_what_no_gazetteer_has_lies_near_the_town_it_is_said_to_be_in() -> None:
    found = named("A shop burned in Orrinfield Street, Galway. Nobody was hurt in Galway.")
    street, town = found["Orrinfield Street"], found["Galway"]
    assert (street.latitude, street.precision, street.geonames_id) == (town.latitude, 2, None)


def test_an_unknown_place_has_no_point() -> None:
    found = named("Residents fled to the village of Qumbrelia on Monday.")
    assert [(t.latitude, t.country, t.precision) for t in found.values() if "Qumbrelia" in t.name] == [
        (None, None, None)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ferries left Sevastopol on Monday.", "Sevastopol"),
        ("Troops arrived in Stepanakert on Monday.", "Stepanakert"),
        ("Tourists came to Sukhumi on Monday.", "Sukhumi"),
        ("Tourists came to Crimea on Monday.", "Crimea"),
        ("Buses ran in Pristina on Monday.", "Pristina"),
    ],
)
def test_disputed_places_have_a_point_and_no_state(text: str, name: str) -> None:
    found = named(text)[name]
    assert found.latitude is not None
    assert found.country is None


def test_other_spellings_are_found_by_their_consonants_where_their_state_is_spoken_of() -> None:
    found = named("Syria's army held the road near Deir Ezzor. Syria denied it.")
    assert found["Deir Ezzor"].country == "SYR"


def test_the_outlets_state_is_a_weak_hint() -> None:
    near, far = (_town(1, "CAN", 40_000), _town(2, "GBR", 60_000))
    spots = [Spot(start=0, end=1, name="Cambridge", form="name")]
    for home, number in ((None, 2), ("CAN", 1)):
        assert choose_places(spots, {"Cambridge": (near, far)}, frozenset(), home)[0].geonames_id == number


def test_a_small_namesake_far_from_the_report_is_not_believed() -> None:
    text = "British crews went to North Kensington. London, Leeds and York sent help to England's capital."
    assert named(text)["North Kensington"].country != "USA"


def test_distance_is_that_of_an_almanac() -> None:
    assert distance_km(51.5, -0.13, 48.86, 2.35) == pytest.approx(344, abs=3)


def _town(number: int, country: str, people: int) -> Candidate:
    return Candidate(
        name="Cambridge",
        geonames_id=number,
        latitude=0.0,
        longitude=float(number),
        country=country,
        people=people,
        feature_code="PPL",
        precision=1,
    )
