"""Dates as pages write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.reports.dates.stamps import find_date, parse_date


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2022-11-02", "2022-11-02"),
        ("2022-11-02T14:05:00+03:00", "2022-11-02"),
        ("2 November 2022", "2022-11-02"),
        ("2nd Nov. 2022, 14:05", "2022-11-02"),
        ("November 2, 2022", "2022-11-02"),
        ("02.11.2022", "2022-11-02"),
        ("2 Kasım 2022", "2022-11-02"),
        ("2 de noviembre de 2022", "2022-11-02"),
        ("2. November 2022", "2022-11-02"),
        ("2 ноября 2022", "2022-11-02"),
        ("25/04/2022", "2022-04-25"),
        ("03/04/2022", "2022-03-04/2022-04-03"),
        ("May 2021", "2021-05"),
        ("2021", "2021"),
        ("2021-05", "2021-05"),
        ("2021-05-01/2021-05-09", "2021-05-01/2021-05-09"),
    ],
)
def test_words_are_read_when_they_are_a_date(words, edtf):
    assert parse_date(words).edtf == edtf


@pytest.mark.parametrize(
    "words", ["3 May", "31 February 2022", "2022-13-01", "13/13/2022", "yesterday", "", "12-2022-5"]
)
def test_words_are_refused_when_they_name_no_day_with_a_year(words):
    assert parse_date(words) is None


@given(
    st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)),
    st.sampled_from(("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y")),
)
def test_date_is_read_back_when_printed(day, form):
    bounds = parse_date(day.strftime(form).replace(" 0", " "))
    assert (bounds.low, bounds.high) == (day, day)


def test_day_is_found_when_it_stands_in_words():
    found = find_date("Posted on 3 May 2021 in Orsk")
    assert (found.start, found.end, found.bounds.edtf) == (10, 20, "2021-05-03")
