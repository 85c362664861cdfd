"""Numbers of a story that need no event: people on board, strength, ages, speeds, magnitudes, the critically hurt."""

import pytest
from record.stories import make_pages, values

from variorum.record.facet_counts import (
    read_aboard,
    read_ages,
    read_critical,
    read_magnitudes,
    read_speeds,
    read_strength,
)


def read(reader, text: str, **more) -> list[str]:
    (page,) = make_pages(text, **more)
    return [facet.value for facet in reader(page)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The list shows that 118 people, nine of them crew, were on board.", ["118"]),
        ("More than 240 migrants were crammed into a boat of nine metres.", ["more than 240"]),
        ("The bus, with about 60 passengers on board, left the road.", ["about 60"]),
        ("The aircraft that went down carried 74 passengers and crew.", ["74"]),
        ("A boat certified for 80 people on board had left at dawn.", []),
        ("In 1994 some 850 people were on board of another ship.", []),
        ("By noon 90 people on board had been rescued.", []),
        ("“There were 300 people on board,” a woman said.", []),
    ],
)
def test_people_on_board_are_no_capacity_no_rescued_and_none_of_another_year(text, told):
    assert read(read_aboard, text) == told


def test_strength_is_of_the_group_that_is_named_or_meant():
    names = {"Red Dawn": "armed_group"}
    assert read(read_strength, "Red Dawn has some 1,200 fighters in the hills.", names=names) == ["about 1200"]
    meant = "Red Dawn came to talk. With roughly 3,000 men under arms, the group is strong."
    assert read(read_strength, meant, names=names) == ["about 3000"]


def test_strength_is_of_no_group_where_two_are_named_or_the_party_is_small():
    two = {"Red Dawn": "armed_group", "Free Coast": "armed_group"}
    assert read(read_strength, "Red Dawn and Free Coast have 900 fighters.", names=two) == []
    assert read(read_strength, "Red Dawn came with 12 fighters.", names={"Red Dawn": "armed_group"}) == []


def test_age_is_of_a_person_by_name_or_of_a_part_that_a_story_has_once():
    assert read(read_ages, "The mayor, Ana Lindt, 52, wept.", names={"Ana Lindt": "person"}) == ["52"]
    assert read(read_ages, "The 44-year-old pilot was arrested.") == ["44"]
    assert read(read_ages, "The pilot has a lawyer. The 46-year-old denies it.") == ["46"]


def test_age_of_anybody_is_none():
    assert read(read_ages, "The 20-year-old woman swam. The 31-year-old saw it.") == []


def test_speed_is_a_vehicles_and_no_limit_or_wind():
    assert read(read_speeds, "The lorry drove into the crowd at 60 km/h.") == ["60 km/h"]
    assert read(read_speeds, "The speed limit for a car is 50 km/h there.") == []
    assert read(read_speeds, "Winds of 180 km/h hit the bus.") == []


def test_speeds_in_miles_and_kilometres_are_one_measure():
    one, two = make_pages("The train was travelling at 100 km/h.", "The train was travelling at 62 mph.")
    (mine,), (theirs,) = list(read_speeds(one)), list(read_speeds(two))
    assert mine.comparable.range()[0] < theirs.comparable.range()[1]
    assert theirs.comparable.range()[0] < mine.comparable.range()[1]


def test_magnitude_is_of_the_main_shock():
    assert read(read_magnitudes, "The 6.4-magnitude quake struck at dawn.") == ["6.4"]
    assert read(read_magnitudes, "An aftershock of magnitude 5.1 followed.") == []


def test_critically_hurt_are_those_of_the_reports_day():
    assert read(read_critical, "At least 18 people are in a critical condition.") == ["at least 18"]
    assert read(read_critical, "18 people are in a critical condition.", published=None) == []


def test_values_name_their_report():
    pages = make_pages("About 60 people were on board.", "40 people were on board.")
    assert values([f for page in pages for f in read_aboard(page)]) == [("r1", "about 60"), ("r2", "40")]
