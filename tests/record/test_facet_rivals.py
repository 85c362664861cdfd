"""Ways of which only one can be true, told of a person by name, of a part, or of the story."""

import re

import pytest
from record.stories import make_pages

from variorum.record.facet_rivals import read_rivals, rivals

PEOPLE = {"Ivo Brandt": "person", "Lena Voss": "person"}


def read(text: str, **more):
    return [(f.about[0], f.about[1], min(f.comparable)) for f in read_rivals(make_pages(text, names=PEOPLE, **more))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Brandt was arrested at dawn in a hotel.", ("custody", "Ivo Brandt", "caught")),
        ("Brandt, the owner, gave himself up to police.", ("custody", "Ivo Brandt", "gave up")),
        ("Voss resigned on Friday.", ("leaving_office", "Lena Voss", "resigned")),
        ("Voss was sacked by the president.", ("leaving_office", "Lena Voss", "dismissed")),
        ("Brandt took his own life in his cell.", ("death", "Ivo Brandt", "own hand")),
        ("Brandt pleaded not guilty.", ("admission", "Ivo Brandt", "denied")),
        ("Brandt has admitted that he opened the gate.", ("admission", "Ivo Brandt", "admitted")),
        ("Voss, who had been invited, stayed away.", ("attendance", "Lena Voss", "absent")),
        ("The two trains collided head-on in a tunnel.", ("collision", "", "head-on")),
        ("A lorry drove into the back of the bus.", ("collision", "", "from behind")),
        ("The harbour master blamed a freak wave.", ("cause", "", "weather or sea")),
        ("The cause was a gas leak in the kitchen.", ("cause", "", "gas")),
    ],
)
def test_way_is_read_with_whom_it_is_of(text, told):
    assert told in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Brandt was not arrested.",
        "The opposition called on Voss to say whether she would have resigned.",
        "“Brandt was arrested,” a neighbour said.",
        "Somebody was arrested.",
        "In 2011 two trains met head-on.",
    ],
)
def test_what_is_not_said_to_be_so_is_no_way(text):
    assert read(text) == []


def test_last_name_before_the_words_is_whose_way_it_is():
    assert read("Voss said that Brandt was arrested.") == [("custody", "Ivo Brandt", "caught")]


def test_part_that_a_story_has_once_stands_for_a_name():
    assert read("The pilot has admitted that he slept.") == [("admission", "pilot", "admitted")]


def test_every_pattern_of_the_lexicon_can_be_read():
    assert len(rivals()) >= 8
    for each in rivals():
        assert len(each.ways) > 1
        assert all(isinstance(pattern, re.Pattern) for pattern in each.ways.values())
