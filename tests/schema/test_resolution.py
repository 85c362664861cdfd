"""Time values resolve to bounds, and bounds tell back when the words can have been written."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from variorum.schema.dates import UNKNOWN, Bounds, in_month, on_day
from variorum.schema.resolution import candidate_years, edtf_parts, possible, published_from, resolve
from variorum.schema.timex import timex_on
from variorum.schema.times import TimeValue

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 12, 31))
DIRECTIONS = st.sampled_from(["past", "future", None])
PARTS = st.sampled_from(["start", "mid", "end", "earlier", "later", None])
UNITS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "year", "decade"])
SEASONS = st.sampled_from(["spring", "summer", "autumn", "winter", "Q1", "Q2", "Q3", "Q4", "H1", "H2"])
MONDAY = on_day(date(2022, 10, 31))


def value(**parts) -> TimeValue:
    return TimeValue(timex="X", **parts)


RELATIVE = st.one_of(
    st.builds(value, weekday=st.integers(1, 7), direction=DIRECTIONS, shift=st.sampled_from([-1, 0, 1, None])),
    st.builds(value, unit=UNITS, shift=st.integers(-30, 30), part=PARTS),
    st.builds(value, month=st.integers(1, 12), direction=DIRECTIONS, part=PARTS),
    st.builds(value, month=st.integers(1, 12), day=st.integers(1, 28), direction=DIRECTIONS),
    st.builds(value, season=SEASONS, direction=DIRECTIONS, shift=st.sampled_from([-1, 0, 1, None])),
    st.builds(value, unit=st.just("weekend"), shift=st.just(0), direction=DIRECTIONS),
    st.builds(value, feast=st.sampled_from([(11, 4, 4), (5, 1, -1), (0,), (-2,)]), direction=DIRECTIONS),
    st.builds(
        value,
        unit=UNITS,
        offset=st.integers(-30, 30),
        base=st.builds(value, weekday=st.integers(1, 7), direction=st.sampled_from(["past", "future"])),
    ),
)


@given(RELATIVE, DAYS)
def test_publication_fits_when_its_own_words_name_the_day(said: TimeValue, published: date) -> None:
    named = resolve(said, on_day(published))
    assume(named.low is not None and named.high is not None)
    for day in {named.low, named.high, named.low + (named.high - named.low) // 2}:
        if said.direction is None and said.shift is None and not _of_the_parts(said, day):
            continue
        if _of_the_parts(said, day):
            found = published_from(said, on_day(day))
            assert found.low is not None
            assert found.low <= published <= found.high


def _of_the_parts(said: TimeValue, day: date) -> bool:
    return (
        said.month in (None, day.month)
        and said.day in (None, day.day)
        and (said.weekday in (None, day.isoweekday()) or said.day is not None)
    )


@given(RELATIVE, DAYS, st.integers(0, 400))
def test_bounds_never_move_back_when_publication_is_later(said: TimeValue, published: date, later: int) -> None:
    one, two = resolve(said, on_day(published)), resolve(said, on_day(published + timedelta(days=later)))
    assume(one.known and two.known)
    assert one.low <= two.low
    assert one.high <= two.high


@given(RELATIVE, DAYS, st.integers(0, 40), st.integers(0, 40))
def test_bounds_hold_every_reading_when_publication_spans_days(said: TimeValue, low: date, span: int, at: int) -> None:
    assume(at <= span)
    whole = resolve(said, Bounds(low=low, high=low + timedelta(days=span)))
    one = resolve(said, on_day(low + timedelta(days=at)))
    assume(one.known and whole.known)
    assert whole.low <= one.low
    assert one.high <= whole.high


@given(RELATIVE)
def test_nothing_is_invented_when_publication_is_unknown(said: TimeValue) -> None:
    found = resolve(said, UNKNOWN)
    assert found.low is None
    assert found.high is None


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"weekday": 1, "direction": "past"}, "2022-10-31"),
        ({"weekday": 1, "direction": "future"}, "2022-11-07"),
        ({"weekday": 3, "direction": "past"}, "2022-11-02"),
        ({"weekday": 3, "direction": "past", "shift": -1}, "2022-10-26"),
        ({"weekday": 2, "unit": "week", "shift": -1}, "2022-10-25"),
        ({"month": 10, "day": 31, "direction": "past"}, "2022-10-31"),
        ({"month": 11, "day": 20, "direction": "past"}, "2021-11-20"),
        ({"month": 10, "day": 20, "direction": "future"}, "XXXX-10-20"),
        ({"month": 9, "day": 20, "direction": "future"}, "2023-09-20"),
        ({"month": 12, "direction": "past"}, "2021-12"),
        ({"month": 10, "direction": "future"}, "XXXX-10"),
        ({"month": 10, "direction": "future", "shift": 1}, "2023-10"),
        ({"month": 11, "day": 20, "direction": "future"}, "2022-11-20"),
        ({"month": 10, "day": 31, "weekday": 1}, "2022-10-31"),
        ({"month": 8, "direction": "past"}, "2022-08"),
        ({"month": 2, "day": 29, "direction": "past"}, "2020-02-29"),
        ({"unit": "day", "shift": -1}, "2022-11-01"),
        ({"unit": "month", "shift": -1}, "2022-10"),
        ({"unit": "month", "shift": 0, "part": "earlier"}, "2022-11-01/2022-11-02"),
        ({"unit": "year", "shift": 0, "part": "end"}, "2022-09-01/2022-12-31"),
        ({"unit": "year", "shift": -1, "month": 6}, "2021-06"),
        ({"unit": "week", "shift": 1}, "2022-11-07/2022-11-13"),
        ({"unit": "month", "shift": -8, "bound": "since"}, "2022-03-01/2022-11-02"),
        ({"unit": "decade", "shift": -1}, "201X"),
        ({"season": "summer", "shift": -1}, "2022-22"),
        ({"season": "winter", "shift": 0}, "2022-24"),
        ({"year": 2020, "season": "autumn"}, "2020-23"),
        ({"year": 1990, "unit": "decade"}, "199X"),
        ({"year": 2021, "part": "start"}, "2021-01-01/2021-04-30"),
        ({"year": 2022, "month": 4, "part": "end"}, "2022-04-21/2022-04-30"),
        ({"year": 1991, "bound": "since"}, "1991-01-01/2022-11-02"),
        ({"year": 2023, "bound": "until"}, "../2023"),
    ],
)
def test_words_name_days_when_publication_is_known(parts: dict, expected: str) -> None:
    assert resolve(value(**parts), on_day(date(2022, 11, 2))).edtf == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"month": 10, "day": 31, "direction": "past"}, "XXXX-10-31"),
        ({"month": 5, "part": "mid"}, "XXXX-05"),
        ({"season": "autumn"}, "XXXX-23"),
        ({"weekday": 1, "direction": "past"}, None),
        ({"unit": "month", "shift": -1}, None),
        ({"year": 1991, "bound": "since"}, "1991/.."),
        ({"year": 2020, "month": 9, "day": 27}, "2020-09-27"),
    ],
)
def test_only_said_parts_are_kept_when_publication_is_unknown(parts: dict, expected: str | None) -> None:
    assert resolve(value(**parts), UNKNOWN).edtf == expected


def test_weekday_is_one_day_when_every_publication_day_agrees() -> None:
    week = Bounds(low=date(2022, 10, 31), high=date(2022, 11, 6))
    assert resolve(value(weekday=1, direction="past"), week) == MONDAY
    assert resolve(value(weekday=3, direction="past"), week).edtf == "2022-10-26/2022-11-02"


def test_range_runs_from_first_to_last_when_both_are_named() -> None:
    said = value(year=2020, month=9, day=27, until=value(year=2020, month=11, day=10))
    assert resolve(said, UNKNOWN).edtf == "2020-09-27/2020-11-10"


def test_bounds_stay_open_when_publication_is_half_known() -> None:
    found = resolve(value(unit="day", shift=-1), Bounds(low=date(2022, 11, 2)))
    assert (found.low, found.high) == (date(2022, 11, 1), None)


def test_no_day_is_named_when_weekday_contradicts_the_date() -> None:
    found = resolve(value(month=10, day=31, weekday=2, direction="past"), on_day(date(2022, 11, 2)))
    assert (found.low, found.edtf) == (None, "XXXX-10-31")


def test_years_are_those_in_which_the_weekday_fits() -> None:
    assert candidate_years(value(month=10, day=31, weekday=1), 2010, 2025) == (2011, 2016, 2022)
    assert candidate_years(value(month=2, day=29), 2019, 2024) == (2020, 2024)


@pytest.mark.parametrize(
    ("parts", "actual", "expected"),
    [
        ({"weekday": 1, "direction": "past"}, MONDAY, "2022-10-31/2022-11-06"),
        ({"weekday": 1, "direction": "future"}, MONDAY, "2022-10-25/2022-10-31"),
        ({"unit": "month", "shift": -1}, on_day(date(2022, 9, 13)), "2022-10"),
        ({"unit": "month", "shift": 0, "part": "earlier"}, on_day(date(2022, 10, 6)), "2022-10-06/2022-10-31"),
        ({"unit": "day", "shift": 1}, MONDAY, "2022-10-30"),
        ({"unit": "day", "shift": -1}, MONDAY, "2022-11-01"),
        ({"unit": "year", "shift": 0}, MONDAY, "2022"),
        ({"month": 8, "direction": "past"}, in_month(2022, 8), "2022-08-01/2023-07-31"),
        ({"month": 10, "day": 31, "direction": "past"}, MONDAY, "2022-10-31/2023-10-30"),
        ({"year": 2022, "month": 10, "day": 31, "direction": "past"}, MONDAY, "2022-10-31/.."),
        ({"weekday": 2, "direction": "past"}, MONDAY, None),
        ({}, MONDAY, None),
    ],
)
def test_publication_is_bounded_when_the_day_is_known(parts: dict, actual: Bounds, expected: str | None) -> None:
    assert published_from(value(**parts), actual).edtf == expected


@given(DAYS)
def test_timex_is_the_day_when_yesterday_is_anchored(day: date) -> None:
    said = TimeValue(timex="XXXX-XX-XXTNI", unit="day", shift=-1)
    assert timex_on(said, day) == f"{day - timedelta(days=1)}TNI"


def test_impossible_days_are_told() -> None:
    assert not possible(value(month=6, day=31))
    assert not possible(value(year=2021, month=2, day=29))
    assert possible(value(month=2, day=29))


def test_parts_have_no_text_when_they_are_relative() -> None:
    assert edtf_parts(value(unit="year", shift=-1, month=6)) is None
    assert edtf_parts(value(year=1900, unit="century")) == "19XX"


def test_value_counts_from_another_time_when_it_hangs_on_one() -> None:
    treaty = TimeValue(timex="1994-05-30", year=1994, month=5, day=30)
    later = TimeValue(timex="XXXX-XX-XX", unit="day", offset=2, base=treaty)
    assert (timex_on(later, None), resolve(later, UNKNOWN).edtf) == ("1994-06-01", "1994-06-01")
    next_year = TimeValue(timex="XXXX", unit="year", offset=1, base=later)
    assert (timex_on(next_year, None), next_year.absolute, next_year.grain) == ("1995", True, "year")


def test_value_stays_relative_when_it_is_not_known_what_it_hangs_on() -> None:
    later = TimeValue(timex="XXXX-XX-XX", unit="day", offset=2)
    assert (timex_on(later, date(2022, 10, 31)), later.grain) == ("XXXX-XX-XX", None)
    assert resolve(later, MONDAY) == UNKNOWN


def test_value_counts_from_the_end_of_a_range() -> None:
    war = TimeValue(timex="2014", year=2014, until=TimeValue(timex="2016", year=2016))
    assert timex_on(TimeValue(timex="XXXX", unit="year", offset=1, base=war), None) == "2017"


@pytest.mark.parametrize(
    ("published", "direction", "week"),
    [
        (date(2022, 10, 31), "past", "2022-W43-WE"),
        (date(2022, 11, 4), "past", "2022-W43-WE"),
        (date(2022, 11, 5), "past", "2022-W44-WE"),
        (date(2022, 10, 31), "future", "2022-W44-WE"),
    ],
)
def test_the_weekend_is_the_last_that_had_begun_when_it_is_past(published: date, direction: str, week: str) -> None:
    weekend = TimeValue(timex="XXXX-WXX-WE", unit="weekend", shift=0, direction=direction)
    assert timex_on(weekend, published) == week


@pytest.mark.parametrize(
    ("feast", "year", "day"),
    [
        ((0,), 1998, date(1998, 4, 12)),
        ((0,), 2000, date(2000, 4, 23)),
        ((-2,), 2016, date(2016, 3, 25)),
        ((11, 4, 4), 1999, date(1999, 11, 25)),
        ((5, 1, -1), 2021, date(2021, 5, 31)),
        ((9, 1, 1), 2023, date(2023, 9, 4)),
    ],
)
def test_feast_falls_on_its_day(feast: tuple[int, ...], year: int, day: date) -> None:
    said = TimeValue(timex=f"{year}-XX-XX", year=year, feast=feast)
    assert (resolve(said, UNKNOWN).low, timex_on(said, None)) == (day, day.isoformat())


def test_day_and_weekday_that_never_meet_near_publication_give_no_value() -> None:
    said = TimeValue(timex="XXXX-05-05", month=5, day=5, weekday=1, direction="past")
    assert timex_on(said, date(2022, 10, 31)) == "XXXX-05-05"


def test_range_is_impossible_when_its_end_is() -> None:
    last = TimeValue(timex="XXXX-06-31", month=6, day=31)
    assert not possible(TimeValue(timex="XXXX-06-28", month=6, day=28, until=last))
