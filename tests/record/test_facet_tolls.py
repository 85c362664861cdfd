"""Other tolls of an event whose dead reports count alike, when tolls grow no more."""

from dataclasses import replace
from datetime import date

import pytest
from record.stories import find, make_pages

from variorum.record.facet_tolls import read_late_tolls
from variorum.record.facets import Page
from variorum.schema.annotations import FigureMention
from variorum.schema.times import TimeValue

DAYS = {
    "March 1": TimeValue(timex="XXXX-03-01", month=3, day=1),
    "March 20": TimeValue(timex="XXXX-03-20", month=3, day=20),
}
LATE, EARLY = date(2021, 3, 20), date(2021, 3, 4)
ONE = "On March 1 rebels killed 19 soldiers. Then 12 men were hurt and six rebels died."
COUNTS = {"killed": ("19 soldiers", "six rebels", "five rebels"), "wounded": ("12 men", "14 men", "15 men")}
NUMBERS = {"six": 6.0, "five": 5.0}


def figure(text: str, what: str, words: str) -> FigureMention:
    first = words.split()[0]
    number = NUMBERS[first] if first in NUMBERS else float(first)
    time = 0 if words.startswith("19") and "March 1 " in text else None
    span = find(text, words)
    return FigureMention(
        span=span, governor=span.end, what=what, qualifier="exact", low=number, best=number, high=number, time=time
    )


def told(text: str, published: date | None) -> Page:
    (page,) = make_pages(text, days=DAYS, published=published)
    figures = [figure(text, what, words) for what, all_ in COUNTS.items() for words in all_ if words in text]
    return replace(page, own=replace(page.own, figures=tuple(figures)))


def tolls(first: tuple[str, date | None], second: tuple[str, date | None]) -> list[tuple[str, str]]:
    one, two = told(*first), told(*second)
    return [(f.about[1], f.value) for f in read_late_tolls([one, replace(two, report_id="r2")])]


def test_hurt_and_fighters_killed_are_compared_beside_the_same_dead():
    other = "The ambush killed 19 soldiers. Then 14 men were hurt and five rebels died."
    assert tolls((ONE, LATE), (other, LATE)) == [
        ("wounded", "12"),
        ("fighters killed", "6"),
        ("wounded", "14"),
        ("fighters killed", "5"),
    ]


def test_report_of_the_first_days_may_count_fewer():
    (kept, _) = tolls((ONE, LATE), ("The ambush killed 19 soldiers. Then 14 men were hurt.", EARLY))
    assert kept == ("wounded", "12")


@pytest.mark.parametrize(("named", "count"), [("They met on March 20.", 3), ("They met.", 2)])
def test_report_without_a_day_counts_where_it_names_a_late_one(named, count):
    other = f"The ambush killed 19 soldiers. Then 14 men were hurt. {named}"
    assert len(tolls((ONE, LATE), (other, None))) == count


@pytest.mark.parametrize(
    "more",
    [
        "In another ambush 14 men were hurt.",
        "Of them 14 men were hurt at noon and 15 men at night.",
        "“There 14 men were hurt,” she said.",
    ],
)
def test_hurt_of_other_events_of_two_counts_and_of_others_words_are_not(more):
    assert ("wounded", "14") not in tolls((ONE, LATE), (f"The ambush killed 19 soldiers. {more}", LATE))
