"""Dates of two tellings: how well they agree, and how far apart they lie."""

from dataclasses import replace

import pytest
from links.factory import MONDAY, days_after, make_node

from variorum.links.when import date_features, gap_between
from variorum.schema.dates import in_month, in_year, on_day


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
