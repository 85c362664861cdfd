"""Dates of two tellings: how well they agree, and how far apart they lie."""

from dataclasses import replace

import pytest
from links.factory import MONDAY, days_after, make_node

from variorum.links.when import date_features, gap_between
from variorum.schema.dates import between, in_month, in_year, on_day
from variorum.schema.nodes import DatedTime
from variorum.schema.times import TimeValue


def features(one, two, **more) -> list[str]:
    return date_features(make_node("r1", on=one, **more), make_node("r2", on=two))


@pytest.mark.parametrize(
    ("two", "name"),
    [
        (MONDAY, "day"),
        (in_month(2021, 3), "month"),
        (in_year(2021), "year"),
        (days_after(1), "gap_1"),
        (days_after(3), "gap_3"),
        (days_after(8), "gap_10"),
        (days_after(20), "gap_month"),
        (days_after(90), "gap_far"),
    ],
)
def test_dates_agree_or_lie_apart_by_degrees(two, name):
    assert features(MONDAY, two) == [name]
    assert features(two, MONDAY) == [name]


def test_wide_dates_that_only_just_do_not_meet_lie_far_apart():
    assert features(in_year(2020), in_year(2021)) == ["gap_far"]
    assert features(in_month(2021, 2), MONDAY) == ["gap_10"]


def test_plan_may_have_been_put_off():
    assert features(MONDAY, days_after(3), realis="planned") == ["moved"]
    assert features(MONDAY, days_after(20), realis="planned") == ["gap_month"]


def test_days_between_two_dates_do_not_depend_on_their_order():
    assert gap_between(on_day(MONDAY), on_day(days_after(4))) == gap_between(on_day(days_after(4)), on_day(MONDAY)) == 4


def told(day: int, **more):
    return replace(make_node("r2", **more), published=on_day(days_after(day)))


def test_undated_telling_is_placed_by_its_publication():
    dated = make_node("r1", on=MONDAY)
    assert date_features(dated, told(2)) == ["told_after"]
    assert date_features(dated, told(-2)) == ["told_before"]
    assert date_features(dated, told(-2, realis="planned")) == ["told_after"]
    assert date_features(dated, told(40)) == []
    assert date_features(told(1), told(3)) == ["told_together"]


def begun(day, report: str = "r2", phase: str = "begin", concept: str = "war"):
    """A war of which one end alone is told."""
    bounds = between(day, None) if phase == "begin" else between(None, day)
    node = make_node(report, concept, "ASSAULT", on=bounds)
    value = TimeValue(timex="X", year=day.year, month=day.month, day=day.day)
    time = DatedTime(index=0, value=value, bounds=bounds, named=on_day(day), phase=phase)
    return replace(node, times=(time,))


def test_beginnings_are_compared_by_their_days():
    assert date_features(begun(MONDAY, "r1"), begun(MONDAY)) == ["day"]
    assert date_features(begun(MONDAY, "r1"), begun(days_after(200))) == ["other_start"]


def test_what_began_is_one_with_an_attack_of_its_first_day_and_holds_what_came_later():
    war = begun(MONDAY, "r1")
    assert date_features(war, make_node("r2", "attack", "ASSAULT", on=MONDAY)) == ["day"]
    assert date_features(war, make_node("r2", "attack", "ASSAULT", on=days_after(-1))) == ["gap_1"]
    assert "gap_month" not in date_features(war, make_node("r2", "attack", "ASSAULT", on=days_after(30)))
    assert "day" not in date_features(war, make_node("r2", "kidnapping", "ASSAULT", on=MONDAY))


def test_beginning_and_end_are_not_set_against_each_other():
    assert date_features(begun(MONDAY, "r1"), begun(days_after(3), phase="end")) == []


def beside(day: int, report: str = "r2", told_on: int = 0):
    """An undated inquiry, told in one sentence with what was on some day."""
    node = make_node(report, "investigation", "ACCUSE")
    return replace(node, context=on_day(days_after(day)), published=on_day(days_after(told_on)))


@pytest.mark.parametrize(
    ("day", "found"),
    [(-1000, ["other_context"]), (-30, ["off_context"]), (-4, ["told_after"]), (0, ["context"])],
)
def test_surroundings_speak_for_a_day_or_against_it(day, found):
    assert date_features(make_node("r1", "investigation", "ACCUSE", on=MONDAY), beside(day)) == found


def test_what_is_told_beside_a_date_long_past_is_not_the_news():
    assert date_features(beside(-1000, "r1"), told(0)) == ["background"]
    assert date_features(beside(-2, "r1"), told(0)) == ["told_together"]
