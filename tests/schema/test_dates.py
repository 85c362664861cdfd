"""Bounds of days form an algebra; their EDTF text says no more than they do; quantities fit by stated tolerance."""

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from variorum.schema.calendar_units import season_in, third_of, unit_at
from variorum.schema.dates import UNKNOWN, Bounds, between, compatible, edtf_of, in_month, in_year, intersect, on_day
from variorum.schema.quantities import TOLERANCE, Quantity
from variorum.schema.quantities import compatible as quantities_fit

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
OPEN = st.none() | DAYS


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    low, high = draw(OPEN), draw(OPEN)
    return between(high, low) if low and high and low > high else between(low, high)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    number = float(draw(st.integers(0, 10_000)))
    kind = draw(st.sampled_from(["exact", "about", "at_least", "at_most", "dozens"]))
    low, best, high = {
        "exact": (number, number, number),
        "about": (number, number, number),
        "at_least": (number, number, None),
        "at_most": (0.0, number, number),
        "dozens": (24.0, None, None),
    }[kind]
    return Quantity(low=low, best=best, high=high, qualifier=kind)


@given(bounds(), bounds())
def test_intersection_is_the_same_when_sides_change(one: Bounds, two: Bounds) -> None:
    left, right = intersect(one, two), intersect(two, one)
    assert (left is None) == (right is None) == (not compatible(one, two))
    if left is not None and right is not None:
        assert (left.low, left.high) == (right.low, right.high)


@given(bounds(), bounds(), bounds())
def test_intersection_is_the_same_when_grouped_otherwise(one: Bounds, two: Bounds, three: Bounds) -> None:
    left = intersect(one, two)
    right = intersect(two, three)
    left = intersect(left, three) if left is not None else None
    right = intersect(one, right) if right is not None else None
    assert (left is None) == (right is None)
    if left is not None and right is not None:
        assert (left.low, left.high) == (right.low, right.high)


@given(bounds())
def test_bounds_stay_when_met_with_themselves_or_nothing_known(one: Bounds) -> None:
    assert intersect(one, one) == one
    assert intersect(one, UNKNOWN) == one


@given(bounds(), bounds(), DAYS)
def test_day_is_in_both_when_it_is_in_the_intersection(one: Bounds, two: Bounds, day: date) -> None:
    both = intersect(one, two)
    inside = both is not None and compatible(both, on_day(day))
    assert inside == (compatible(one, on_day(day)) and compatible(two, on_day(day)))


@given(DAYS, st.integers(0, 3000))
def test_edtf_reads_back_when_both_ends_are_known(low: date, days: int) -> None:
    high = low + timedelta(days=days)
    assert _read(edtf_of(low, high)) == (low, high)


def _read(text: str) -> tuple[date, date]:
    if "/" in text:
        first, last = text.split("/")
        return _read(first)[0], _read(last)[1]
    parts = [int(part) for part in text.split("-")]
    whole = in_year(*parts) if len(parts) == 1 else in_month(*parts) if len(parts) == 2 else on_day(date(*parts))
    return whole.low, whole.high


@given(OPEN, OPEN)
def test_edtf_has_two_dots_when_an_end_is_open(low: date | None, high: date | None) -> None:
    found = between(low, high)
    if low is None and high is None:
        assert found == UNKNOWN
        assert not found.known
        assert found.days is None
    else:
        assert re.fullmatch(r"[\d-]+|(\.\.|[\d-]+)/(\.\.|[\d-]+)", found.edtf or "")
        assert (".." in (found.edtf or "")) == (low is None or high is None)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_thirds_cover_the_whole_when_put_together(year: int, month: int) -> None:
    for whole in (in_month(year, month), in_year(year)):
        start, mid, end = (third_of(whole, part) for part in ("start", "mid", "end"))
        assert (start.low, end.high) == (whole.low, whole.high)
        assert mid.low <= start.high + timedelta(days=1)
        assert end.low <= mid.high + timedelta(days=1)


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]), st.integers(-20, 20))
def test_unit_follows_when_shifted_by_one(day: date, unit: str, shift: int) -> None:
    here, following = unit_at(day, unit, shift), unit_at(day, unit, shift + 1)
    assert here.high + timedelta(days=1) == following.low


def test_winter_holds_both_readings_when_only_its_year_is_said() -> None:
    winter = season_in(2020, "winter")
    assert (winter.low, winter.high, winter.edtf) == (date(2019, 12, 1), date(2021, 2, 28), "2020-24")


@given(quantities(), quantities())
def test_quantities_fit_the_same_when_sides_change(one: Quantity, two: Quantity) -> None:
    assert quantities_fit(one, two) == quantities_fit(two, one)
    assert quantities_fit(one, one)


@given(st.integers(1, 10_000))
def test_exact_fits_about_when_within_tolerance(number: int) -> None:
    about = Quantity(low=number, best=number, high=number, qualifier="about")
    exact = Quantity(low=number, best=number, high=number)
    beyond = number * (1 + 2 * TOLERANCE)
    assert quantities_fit(about, exact)
    assert not quantities_fit(about, Quantity(low=beyond, best=beyond, high=beyond))
    assert quantities_fit(Quantity(low=number, best=number, high=None, qualifier="at_least"), exact)
