"""Days and places that events take from the story of their report, and what they leave unsaid."""

from dataclasses import replace

from links.factory import LOOKUP, MONDAY, NAMES, days_after, make_annotations, make_mention

from variorum.links.nodes import make_nodes
from variorum.schema.dates import on_day
from variorum.schema.times import TimeValue

MONDAY_TOLD = TimeValue(timex="XXXX-WXX-1", weekday=1)
TUESDAY_SAID = TimeValue(timex="XXXX-WXX-2", weekday=2, direction="past")


def node_of(mention, *times: TimeValue):
    (node,) = make_nodes(make_annotations("r1", mention, times=times), LOOKUP, on_day(days_after(2)))
    return node


def test_an_event_takes_the_day_that_the_story_stands_on():
    node = node_of(replace(make_mention("arrest", "COERCE"), told_at=0), MONDAY_TOLD)
    assert node.date == on_day(MONDAY)
    assert node.date_basis == "inherited"


def test_its_own_day_goes_before_that_of_the_story():
    node = node_of(replace(make_mention("arrest", "COERCE", time=1), told_at=0), MONDAY_TOLD, TUESDAY_SAID)
    assert node.date == on_day(days_after(1))
    assert node.date_basis == "stated"


def test_a_scene_is_no_place_that_the_event_is_told_to_have_been_in():
    node = node_of(replace(make_mention("arrest", "COERCE"), scene=NAMES.index("Old Ford")))
    assert node.scenes == ("Old Ford",)
    assert node.places == ()


def test_a_scene_in_another_state_than_the_place_told_is_left_out():
    node = node_of(replace(make_mention("arrest", "COERCE", place="Borduria"), scene=NAMES.index("Old Ford")))
    assert node.scenes == ()
