"""Counts as ranges: what fits, what parts add up to, and the estimate over claims that may not agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.schema.quantities import Quantity, add_up, compatible, estimate


def exactly(n: float) -> Quantity:
    return Quantity(low=n, best=n, high=n)


def at_least(n: float) -> Quantity:
    return Quantity(low=n, best=n, high=None, qualifier="at_least")


def about(n: float) -> Quantity:
    return Quantity(low=n, best=n, high=n, qualifier="about")


@pytest.mark.parametrize(("number", "fits"), [(100, True), (95, True), (89, False), (101, False)])
def test_nearly_allows_a_tenth_below_and_nothing_above(number: float, fits: bool) -> None:
    nearly = Quantity(low=100, best=100, high=100, qualifier="nearly")
    assert compatible(nearly, exactly(number)) is fits


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([exactly(2), exactly(3)], (5, 5, 5, "exact")),
        ([exactly(2), about(30)], (32, 32, 32, "about")),
        ([exactly(2), at_least(3)], (5, 5, None, "at_least")),
        ([exactly(2), Quantity(low=24, best=None, high=None, qualifier="dozens")], (26, None, None, "at_least")),
        ([exactly(2), Quantity(low=5, best=None, high=8, qualifier="range")], (7, None, 10, "range")),
    ],
)
def test_parts_add_up(parts: list[Quantity], expected: tuple) -> None:
    total = add_up(parts)
    assert (total.low, total.best, total.high, total.qualifier) == expected


@pytest.mark.parametrize(
    ("best", "others", "expected"),
    [
        (exactly(9), [], (9, 9, 9)),
        (exactly(9), [exactly(12)], (9, 9, 12)),
        (exactly(9), [exactly(7), at_least(8)], (7, 9, 9)),
        (exactly(9), [at_least(14)], (9, 9, None)),
        (at_least(9), [], (9, 9, None)),
    ],
)
def test_estimate_spans_all_claims(best: Quantity, others: list[Quantity], expected: tuple) -> None:
    found = estimate(best, [best, *others])
    assert (found.low, found.best, found.high) == expected


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
def test_best_lies_within_its_range_when_all_are_exact(numbers: list[int]) -> None:
    found = estimate(exactly(numbers[0]), [exactly(n) for n in numbers])
    assert found.low is not None
    assert found.high is not None
    assert found.low <= numbers[0] <= found.high
