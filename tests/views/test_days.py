"""Dates in words."""

from datetime import date

import pytest

from variorum.views.days import show_bounds, show_edtf


@pytest.mark.parametrize(
    ("edtf", "low", "high", "words"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04", "4 Mar 2031"),
        ("2031-02", "2031-02-01", "2031-02-28", "Feb 2031"),
        ("2031", "2031-01-01", "2031-12-31", "2031"),
        ("2030/2031", "2030-01-01", "2031-12-31", "2030 – 2031"),
        ("2027-23", "2027-09-01", "2027-11-30", "autumn 2027"),
        (None, "2031-03-04", "2031-03-09", "4 – 9 Mar 2031"),
        (None, "2030-09-27", "2030-11-10", "27 Sep – 10 Nov 2030"),
        (None, "2030-12-30", "2031-01-02", "30 Dec 2030 – 2 Jan 2031"),
        (None, "2031-03-04", None, "4 Mar 2031 or later"),
        (None, None, date(2031, 3, 4), "4 Mar 2031 or earlier"),
        ("XXXX-05", "2019-05-01", None, "May, 2019 or later"),
        ("XXXX-05", None, None, "May, year unknown"),
        ("XXXX-05-09", None, None, "9 May, year unknown"),
        ("XXXX-WXX-4", None, None, "a Thursday, undated"),
        (None, None, None, "undated"),
    ],
)
def test_date_is_said_no_more_exactly_than_known(edtf, low, high, words):
    assert show_bounds(edtf, low, high) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-03-04", "4 Mar 2031"),
        ("2031-03", "Mar 2031"),
        ("2031-22", "summer 2031"),
        ("2031", "2031"),
        ("2030-09-27/2030-11-10", "27 Sep 2030 – 10 Nov 2030"),
        ("2030-09-27/..", "27 Sep 2030 or later"),
        ("../2031", "2031 or earlier"),
        ("XXXX-05", "May, year unknown"),
        ("2031-99-99", "2031-99-99"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_edtf_is_said_in_words(edtf, words):
    assert show_edtf(edtf) == words
