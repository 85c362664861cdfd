"""Measures of clusterings beside the worked examples of their papers."""

import pytest

from variorum.errors import InputError
from variorum.evaluate.clusters import (
    adjusted_rand,
    assign_best,
    bcubed_f1,
    compare_clusterings,
    conll,
    count_items,
    pair_f1,
)
from variorum.evaluate.values import add_up, share

TRUTH = ["A"] * 5 + ["B"] * 2 + ["C"] * 5
JOINED_WITH_SMALL = ["A"] * 5 + ["B"] * 7
JOINED_LARGE = ["A"] * 5 + ["B"] * 2 + ["A"] * 5


def clustering(names):
    return dict(enumerate(names))


def compared(gold, found, groups=None):
    own = dict.fromkeys(range(len(gold)), "all") if groups is None else clustering(groups)
    return compare_clusterings(clustering(gold), clustering(found), own)


def items(gold, found):
    return count_items(clustering(gold), clustering(found), dict.fromkeys(range(len(gold)), "all"))["all"]


@pytest.mark.parametrize(("found", "b_cubed", "muc"), [(JOINED_WITH_SMALL, 0.762, 0.9), (JOINED_LARGE, 0.583, 0.9)])
def test_precision_as_in_bagga_and_baldwin_1998(found, b_cubed, muc):
    sums = compared(TRUTH, found)["all"]
    assert share(sums["b3_p"], sums["items"]) == pytest.approx(b_cubed, abs=5e-4)
    assert share(sums["b3_r"], sums["items"]) == 1
    assert share(sums["muc_p"], sums["muc_answers"]) == pytest.approx(muc)
    assert share(sums["muc_r"], sums["muc_gold"]) == 1


@pytest.mark.parametrize(("found", "ceaf"), [(JOINED_WITH_SMALL, 0.733), (JOINED_LARGE, 0.667)])
def test_ceaf_as_in_luo_2005(found, ceaf):
    assert conll(compared(TRUTH, found)["all"])["ceafe_f1"] == pytest.approx(ceaf, abs=5e-4)


def test_conll_is_the_mean_of_three():
    figures = conll(compared(TRUTH, JOINED_WITH_SMALL)["all"])
    parts = [figures[name] for name in ("muc_f1", "bcubed_f1", "ceafe_f1")]
    assert figures["conll_f1"] == pytest.approx(sum(parts) / 3)
    assert figures["muc_f1"] == pytest.approx(2 * 0.9 / 1.9)


def test_equal_clusterings_score_one_by_whatever_names():
    figures = conll(compared(TRUTH, [name.lower() for name in TRUTH])["all"])
    assert set(figures.values()) == {1.0}


def test_lone_items_have_no_links_but_count_for_the_others():
    figures = conll(compared(["A", "B", "C"], ["x", "y", "z"])["all"])
    assert figures == {"conll_f1": pytest.approx(2 / 3), "muc_f1": 0.0, "bcubed_f1": 1.0, "ceafe_f1": 1.0}


def test_pairs_by_hand():
    sums = items(TRUTH, JOINED_WITH_SMALL)
    precision, recall = 21 / 31, 1
    assert pair_f1(sums) == pytest.approx(2 * precision * recall / (precision + recall))


@pytest.mark.parametrize(
    ("gold", "found", "index"),
    [
        ([0, 0, 1, 2], [0, 0, 1, 1], 4 / 7),
        ([0, 0, 1, 1], [1, 1, 0, 0], 1.0),
        ([0, 0, 0, 0], [0, 1, 2, 3], 0.0),
        ([0, 0, 0], [1, 1, 1], 1.0),
        ([0, 1, 2], [2, 1, 0], 1.0),
        ([0, 0, 1, 1], [0, 1, 0, 1], 0.0),
    ],
)
def test_adjusted_rand_by_hand(gold, found, index):
    assert adjusted_rand(items(gold, found)) == pytest.approx(index)


def test_figures_of_nothing_are_zero():
    assert adjusted_rand({}) == pair_f1({}) == bcubed_f1({}) == 0
    assert set(conll({}).values()) == {0.0}


def test_groups_add_up_to_the_whole():
    groups = ["one"] * 7 + ["two"] * 5
    apart = compared(TRUTH, JOINED_WITH_SMALL, groups)
    whole = compared(TRUTH, JOINED_WITH_SMALL)["all"]
    assert set(apart) == {"one", "two"}
    assert add_up(apart.values()) == pytest.approx(whole)


def test_different_items_are_refused():
    with pytest.raises(InputError, match="same items"):
        count_items({1: "a"}, {2: "a"}, {1: "g"})


def test_assignment_takes_the_best_whole():
    worth = {("a", "x"): 0.9, ("a", "y"): 0.8, ("b", "x"): 0.7, ("c", "z"): 0.1}
    assert assign_best(worth) == {"a": 0.8, "b": 0.7, "c": 0.1}
    assert assign_best({}) == {}
