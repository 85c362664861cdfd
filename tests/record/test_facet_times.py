"""Hours of a story's main event, and the day on which its truce begins."""

from datetime import date

import pytest
from record.stories import make_event_mention, make_pages, with_events

from variorum.record.facet_times import read_hours, read_truces
from variorum.record.facets import fit
from variorum.schema.times import TimeValue

SANK = "The ferry sank {} off the cape."


def hours(*times: str):
    pages = make_pages(*(SANK.format(time) for time in times))
    told = [with_events(p, make_event_mention(p, "sank", "sinking", "NONE")) for p in pages]
    return list(read_hours(told))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("shortly before midnight", "at about two o’clock in the morning"),
        ("at half past ten", "at a quarter to eleven"),
        ("at 10.30 p.m.", "at 22:45"),
        ("around 10:30 p.m.", "around 10:45 p.m."),
    ],
)
def test_hours_that_cannot_be_one_are_told_apart(one, two):
    mine, theirs = hours(one, two)
    assert not fit(mine.comparable, theirs.comparable)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("shortly before midnight", "at ten to twelve"),
        ("at 10.30 p.m.", "at half past ten"),
        ("at about two o’clock", "at 2:15 a.m."),
        ("at noon", "at 12 p.m."),
    ],
)
def test_hours_that_can_be_one_fit(one, two):
    mine, theirs = hours(one, two)
    assert fit(mine.comparable, theirs.comparable)


@pytest.mark.parametrize("time", ["after it left at 8 p.m.", "in 1987 at 8 p.m.", "between 7 and 8 p.m. or 9 p.m."])
def test_hour_of_something_else_is_none(time):
    assert hours(time) == []


def test_hours_are_read_only_where_a_story_has_one_moment():
    assert list(read_hours(make_pages("The talks opened at 9 a.m. in the palace."))) == []


AUGUST = {
    "3 August": TimeValue(timex="2021-08-03", year=2021, month=8, day=3),
    "August 6": TimeValue(timex="2021-08-06", year=2021, month=8, day=6, bound="until"),
    "May 2003": TimeValue(timex="2003-05", year=2003, month=5),
}


def truces(text: str) -> list[str]:
    (page,) = make_pages(text, days=AUGUST, published=date(2021, 7, 20))
    return [facet.value for facet in read_truces(page)]


def test_day_on_which_a_truce_begins_is_read_whatever_stands_before_it():
    assert truces("The truce takes effect on 3 August.") == ["2021-08-03"]
    assert truces("They signed a ceasefire. It comes into force on 3 August.") == ["2021-08-03"]
    assert truces("The truce does not begin until August 6.") == ["2021-08-06"]


def test_other_beginnings_and_months_are_none():
    assert truces("The school year begins on 3 August.") == []
    assert truces("A truce began in May 2003.") == []
    assert truces("The truce holds since 3 August.") == []


def test_hours_far_apart_of_deeds_that_come_in_rows_are_of_two():
    def attacks(*times: str):
        pages = make_pages(*(f"They attacked the post {time} on the hill." for time in times))
        told = [with_events(p, make_event_mention(p, "attacked", "attack", "ASSAULT")) for p in pages]
        return [facet.value for facet in read_hours(told)]

    assert len(attacks("at 10.30 p.m.", "at 10.45 p.m.")) == 2
    assert attacks("at noon", "at 4 p.m.") == []
