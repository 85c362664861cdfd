"""Time expressions are found, typed and read; words that only look like times are left alone."""

from datetime import date

import pytest

from variorum.annotations.times import find_time_issues, find_times
from variorum.evaluate.tasks.times import answers_in
from variorum.schema.timex import timex_on
from variorum.schema.times import TimeValue
import itertools


def found(nlp, text: str) -> list[tuple[str, str, str]]:
    return [(text[m.span.start : m.span.end], m.type, m.value.timex) for m in find_times(nlp(text))]


def one(nlp, text: str) -> TimeValue:
    mentions = find_times(nlp(text))
    assert len(mentions) == 1, mentions
    return mentions[0].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The treaty was signed on March 5.", ("March 5", "DATE", "XXXX-03-05")),
        ("They met on 31 October 2019 in Oslo.", ("31 October 2019", "DATE", "2019-10-31")),
        ("They met on Oct. 31, 2019, in Oslo.", ("Oct. 31, 2019", "DATE", "2019-10-31")),
        ("The law of 31.10.2019 was repealed.", ("31.10.2019", "DATE", "2019-10-31")),
        ("Published 2019-10-31 by the ministry.", ("2019-10-31", "DATE", "2019-10-31")),
        ("The vote was held on 04/05/2019.", ("04/05/2019", "DATE", "2019-XX-XX")),
        ("The vote was held on 04/25/2019.", ("04/25/2019", "DATE", "2019-04-25")),
        ("It ended on the 31st of October.", ("the 31st of October", "DATE", "XXXX-10-31")),
        ("It ended on Monday, October 31.", ("Monday, October 31", "DATE", "XXXX-10-31")),
        ("It began in the month of October.", ("the month of October", "DATE", "XXXX-10")),
        ("Talks resumed in mid-May.", ("mid-May", "DATE", "XXXX-05")),
        ("Talks resumed at the end of April.", ("the end of April", "DATE", "XXXX-04")),
        ("Shelling began in early 2021.", ("early 2021", "DATE", "2021")),
        ("The 2008 war displaced many.", ("2008", "DATE", "2008")),
        ("The autumn 2008 war displaced many.", ("autumn 2008", "DATE", "2008-FA")),
        ("They fought in the summer of 2008.", ("the summer of 2008", "DATE", "2008-SU")),
        ("They have fought since the 1990s.", ("the 1990s", "DATE", "199")),
        ("Growth slowed in the first half of 2022.", ("the first half of 2022", "DATE", "2022-H1")),
        ("He arrived yesterday.", ("yesterday", "DATE", "XXXX-XX-XX")),
        ("He arrived on Monday night.", ("Monday night", "TIME", "XXXX-WXX-1TNI")),
        ("He arrived at 10:30 p.m. on Monday.", ("10:30 p.m. on Monday", "TIME", "XXXX-WXX-1T22:30")),
        ("It was a six-week war.", ("six-week", "DURATION", "P6W")),
        ("It was a decades-old feud.", ("decades-old", "DURATION", "PXDE")),
        ("They ruled for almost 30 years.", ("almost 30 years", "DURATION", "P30Y")),
        ("It has lasted for a decade.", ("a decade", "DURATION", "P1DE")),
        ("Guards may stay 10, 15 or 20 years.", ("10, 15 or 20 years", "DURATION", "P10Y")),
        ("Fighting has raged for the past eight months.", ("the past eight months", "DURATION", "P8M")),
        ("The council meets every year.", ("every year", "SET", "P1Y")),
        ("The commission meets weekly.", ("weekly", "SET", "XXXX-WXX")),
        ("He was released a month after the raid.", ("a month", "DURATION", "P1M")),
    ],
)
def test_expression_is_read_when_it_stands_alone(nlp, text: str, expected: tuple[str, str, str]) -> None:
    assert found(nlp, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The delegation may travel if both sides agree.",
        "Protesters march through the capital.",
        "Theresa May spoke first.",
        "The fall of the fortress shocked them.",
        "The army sent 2000 troops.",
        "Resolution 1973 was adopted.",
        "A 27-year-old man was hurt.",
        "They met several times.",
        "One second thought was enough for the sun to set.",
        "Black Friday shoppers came.",
    ],
)
def test_nothing_is_found_when_words_only_look_like_times(nlp, text: str) -> None:
    assert found(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The president hosted both leaders on Monday.", "past"),
        ("The president will host both leaders on Monday.", "future"),
        ("Both leaders agreed to meet on Monday.", "future"),
        ("The talks were held on Monday.", "past"),
        ("The talks will be held on Monday.", "future"),
        ("The vote is expected to take place on Monday.", "future"),
        ("He welcomed Monday's vote.", "past"),
        ("Talks on Monday", None),
    ],
)
def test_direction_follows_the_governing_verb(nlp, text: str, direction: str | None) -> None:
    assert one(nlp, text).direction == direction


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The region has been tense since 1991.", "since"),
        ("Troops will leave by the end of the year.", "until"),
        ("They must leave before Monday.", "before"),
        ("He praised the truce after the 2008 war.", None),
        ("They met in 2008.", None),
    ],
)
def test_bound_is_that_of_the_word_before(nlp, text: str, bound: str | None) -> None:
    assert one(nlp, text).bound == bound


@pytest.mark.parametrize(
    ("text", "unit", "shift", "part"),
    [
        ("Envoys met last month.", "month", -1, None),
        ("Envoys met earlier this month.", "month", 0, "earlier"),
        ("Envoys will meet later this year.", "year", 0, "later"),
        ("Envoys will meet next week.", "week", 1, None),
        ("Envoys met two days ago.", "day", -2, None),
        ("They will withdraw by the end of the year.", "year", 0, "end"),
    ],
)
def test_distance_from_publication_is_read(nlp, text: str, unit: str, shift: int, part: str | None) -> None:
    said = one(nlp, text)
    assert (said.unit, said.shift, said.part) == (unit, shift, part)


def test_range_is_one_mention_when_both_ends_are_said(nlp) -> None:
    text = "The war lasted from 27 May to 10 July 2008 and the siege between 2014 and 2016."
    first, second = find_times(nlp(text))
    assert text[first.span.start : first.span.end] == "27 May to 10 July 2008"
    assert (first.value.year, first.value.until.month) == (2008, 7)
    assert (second.value.year, second.value.until.year) == (2014, 2016)
    days = one(nlp, "The forum runs May 3-5 in Accra.")
    assert (days.day, days.until.day) == (3, 5)


def test_last_weekday_is_apart_from_a_past_weekday(nlp) -> None:
    assert one(nlp, "They met last Tuesday.").shift == -1
    assert one(nlp, "They met on Tuesday.").shift is None


def test_impossible_day_is_an_issue_and_no_mention(nlp) -> None:
    doc = nlp("The accord was signed on 31 June 2020.")
    assert find_times(doc) == ()
    (issue,) = find_time_issues(doc)
    assert (issue.stage, issue.kind, issue.start, issue.end) == ("annotations", "impossible_date", 25, 37)


def test_mentions_are_ordered_and_apart_when_many_stand_together(nlp) -> None:
    text = (
        "On Monday, May 3, 2021, at noon, two days after last week's vote, the ten-year truce of 2011 ended.\nMay 2022"
    )
    mentions = find_times(nlp(text))
    assert len(mentions) >= 5
    for before, after in itertools.pairwise(mentions):
        assert before.span.end <= after.span.start
    assert all("\n" not in text[m.span.start : m.span.end] for m in mentions)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "....", "1/2/3", "99:99", "the the the end of of"])
def test_nothing_breaks_when_text_is_odd(nlp, text: str) -> None:
    assert find_times(nlp(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the night to 13 May, shells fell.", ("the night to 13 May", "DATE", "XXXX-05-12")),
        ("The following evening, the army withdrew.", ("The following evening", "TIME", "XXXX-XX-XXTEV")),
        ("The army withdrew that night.", ("that night", "TIME", "XXXX-XX-XXTNI")),
        ("JUBA, 25/09/19 - The army withdrew.", ("25/09/19", "DATE", "2019-09-25")),
        ("JUBA, 14 Sept 19 - The army withdrew.", ("14 Sept 19", "DATE", "2019-09-14")),
        ("The brigade arrived on the 15th.", ("the 15th", "DATE", "XXXX-XX-15")),
    ],
)
def test_expression_is_read_when_it_is_short_or_points_elsewhere(
    nlp, text: str, expected: tuple[str, str, str]
) -> None:
    assert found(nlp, text) == [expected]


def test_day_takes_month_of_its_sentence_when_it_has_none(nlp) -> None:
    assert [t[2] for t in found(nlp, "He came on 3 May and left on the 13th.")] == ["XXXX-05-03", "XXXX-05-13"]
    assert [t[2] for t in found(nlp, "He came on 30 May 2021 and left on the 2nd.")] == ["2021-05-30", "2021-06-02"]
    assert found(nlp, "He lived on the 13th floor.") == []


def anchored(nlp, text: str) -> list[tuple[str, str | None]]:
    return [
        (text[m.span.start : m.span.end], text[m.anchor.start : m.anchor.end] if m.anchor else None)
        for m in find_times(nlp(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The visit comes eight months into the offensive.", [("eight months", "the offensive")]),
        ("They met a week before the summit.", [("a week", "the summit")]),
        ("He died a year after taking office.", [("a year", "taking office")]),
        ("It fell two days after 3 May 2020.", [("two days", "3 May 2020"), ("3 May 2020", None)]),
        ("On 3 May he left. The next day he was back.", [("3 May", None), ("The next day", "3 May")]),
        ("They met in 2008. Two days later they parted.", [("2008", None), ("Two days later", None)]),
        ("He was seen now and then. Two days later he left.", [("now", None), ("Two days later", None)]),
        ("They have met for two weeks.", [("two weeks", None)]),
        ("He was captured the day after the raid.", [("the day", "the raid")]),
    ],
)
def test_anchor_is_what_the_expression_counts_from(nlp, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert anchored(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It lasted about two years.", "APPROX"),
        ("It lasted at least two years.", "EQUAL_OR_MORE"),
        ("It lasted less than two years.", "LESS_THAN"),
        ("It lasted over a week.", "MORE_THAN"),
        ("It began more than two years ago.", "BEFORE"),
        ("It began less than two years ago.", "AFTER"),
        ("It began in early May.", "START"),
        ("It began at the end of May.", "END"),
        ("It began in the mid-1990s.", "MID"),
        ("It began in May.", None),
    ],
)
def test_modifier_is_that_of_the_first_words(nlp, text: str, mod: str | None) -> None:
    (mention,) = find_times(nlp(text))
    assert mention.mod == mod


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("It struck at 0603 GMT.", "+00:00"),
        ("It struck at 14:30 UTC+4.", "+04:00"),
        ("It struck at 14:30 GMT -3:30.", "-03:30"),
        ("It struck at 6 pm local time.", "local"),
        ("It struck at 9:15 a.m. EDT.", "-04:00"),
        ("It struck at 9:15 a.m. IST.", None),
        ("It struck at 9:15 a.m.", None),
    ],
)
def test_zone_of_a_clock_is_kept_as_stated(nlp, text: str, zone: str | None) -> None:
    assert one(nlp, text).zone == zone


def test_ends_of_a_range_are_kept_as_expressions(nlp) -> None:
    text = "The war of 27 September-10 November 2020 was short."
    (mention,) = find_times(nlp(text))
    assert [(text[e.span.start : e.span.end], e.value.timex) for e in mention.ends] == [
        ("27 September", "2020-09-27"),
        ("10 November 2020", "2020-11-10"),
    ]


def test_weekdays_of_a_range_are_of_one_stretch(nlp) -> None:
    said = one(nlp, "They met from Monday to Friday.")
    assert [timex_on(v, date(2023, 3, 15)) for v in (said, said.until)] == ["2023-03-06", "2023-03-10"]
    said = one(nlp, "They will meet from Monday to Friday.")
    assert [timex_on(v, date(2023, 3, 15)) for v in (said, said.until)] == ["2023-03-20", "2023-03-24"]


@pytest.mark.parametrize("day", ["31 June 2020", "30 February", "31/02/2020", "Feb. 30, 2021", "28-31 June"])
def test_day_of_no_calendar_is_told_and_left_out(nlp, day: str) -> None:
    doc = nlp(f"The accord was signed on {day} in Oslo.")
    assert find_times(doc) == ()
    assert [issue.kind for issue in find_time_issues(doc)] == ["impossible_date"]


def test_answers_of_the_harness_are_single_expressions(nlp) -> None:
    found = answers_in(find_times(nlp("The war lasted from 27 May to 10 July 2008.")), "2010-01-01")
    assert [(a.type, a.value) for a in found] == [("DATE", "2008-05-27"), ("DATE", "2008-07-10")]
