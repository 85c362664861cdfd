"""What a side gives up or does not, and whether aid comes through."""

from dataclasses import replace
from datetime import date

import pytest
from record.stories import make_pages

from variorum.record.facet_pledges import read_aid, read_pledges
from variorum.schema.dates import on_day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Red Dawn gives up kidnapping for as long as the truce holds.", [("kidnapping", "given up")]),
        ("The movement has renounced violence.", [("violence", "given up")]),
        ("Its speaker denied that Red Dawn had renounced kidnapping.", [("kidnapping", "not given up")]),
        ("They made no commitment whatever on kidnapping.", [("kidnapping", "not given up")]),
        ("The movement refused to give up extortion.", [("extortion", "not given up")]),
        ("Arland demanded that Red Dawn give up kidnapping.", []),
        ("“We renounce violence,” he said.", []),
        ("He gave up the chair.", []),
    ],
)
def test_what_is_given_up_is_told_in_the_reports_own_words(text, told):
    (page,) = make_pages(text)
    assert [(f.about[1], f.value) for f in read_pledges(page)] == told


def aid(one: str, two: str, *, days_between: int = 2):
    first, second = make_pages(one, two)
    later = replace(second, published=on_day(date(2021, 3, 10 + days_between)))
    return [(f.report_id, f.value) for f in read_aid([first, later])]


NONE, SOME = "Not a single aid truck has entered the valley.", "Food and medicine were reaching the valley."


def test_aid_that_comes_and_none_that_does_are_set_against_each_other():
    assert aid(SOME, NONE) == [("r2", "no aid"), ("r1", "aid that comes")]


def test_aid_that_comes_weeks_later_is_news():
    assert aid(NONE, SOME, days_between=14) == []


@pytest.mark.parametrize("text", ["Trucks will be reaching the valley.", "“Food was reaching us,” she said."])
def test_aid_to_come_and_aid_on_anothers_word_are_none(text):
    assert aid(NONE, text) == []
