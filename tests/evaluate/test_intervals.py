"""Bootstrap intervals."""

import pytest

from variorum.evaluate.intervals import find_intervals, mean_figures
from variorum.evaluate.values import share


def accuracy(counts):
    return {"accuracy": share(counts.get("right", 0), counts.get("gold", 0))}


def test_interval_holds_the_figure_and_is_the_same_again():
    units = [{"right": i % 2, "gold": 1} for i in range(40)]
    low, high = find_intervals([units], accuracy)["accuracy"]
    assert 0.3 < low < 0.5 < high < 0.7
    assert find_intervals([units], accuracy)["accuracy"] == (low, high)


def test_units_that_agree_leave_no_doubt():
    assert find_intervals([[{"right": 1, "gold": 2}] * 5], accuracy) == {"accuracy": (0.5, 0.5)}


def test_one_unit_tells_no_interval():
    assert find_intervals([[{"right": 1, "gold": 2}]], accuracy) == {}
    assert find_intervals([], accuracy) == find_intervals([[], []], accuracy) == {}


def test_several_strata_are_drawn_each_by_itself_and_averaged():
    sure, wrong = [{"right": 1, "gold": 1}] * 50, [{"right": 0, "gold": 1}] * 2
    assert find_intervals([sure, wrong], accuracy) == {"accuracy": (0.5, 0.5)}


def test_more_units_make_narrower_intervals():
    few, many = ([{"right": i % 2, "gold": 1} for i in range(n)] for n in (10, 400))
    widths = [high - low for low, high in (find_intervals([u], accuracy)["accuracy"] for u in (few, many))]
    assert widths[0] > 3 * widths[1]


def test_mean_is_by_name():
    assert mean_figures([{"a": 0.2, "b": 1.0}, {"a": 0.4, "b": 0.0}]) == pytest.approx({"a": 0.3, "b": 0.5})
