"""The baseline beside us: clusters of a system that lacks some of the gold's mentions, by hand."""

import pytest
from head_lemma import conll_with_missing

GOLD = {"a": "one", "b": "one", "c": "two"}


def test_all_found_and_right_scores_one():
    assert conll_with_missing(GOLD, {"a": 1, "b": 1, "c": 2})["conll_f1"] == 1.0


def test_missing_mentions_count_against_recall_alone():
    found = conll_with_missing(GOLD, {"a": 1, "b": 1})
    assert found["muc_f1"] == 1.0
    assert found["bcubed_f1"] == pytest.approx(2 * 1 * (2 / 3) / (1 + 2 / 3))
    assert found["ceafe_f1"] == pytest.approx(2 * 1 * (1 / 2) / (1 + 1 / 2))


def test_a_mention_missing_from_a_cluster_costs_its_link():
    found = conll_with_missing(GOLD, {"a": 1, "c": 2})
    assert found["muc_f1"] == 0.0
    assert found["bcubed_f1"] == pytest.approx(2 * 1 * (1.5 / 3) / (1 + 1.5 / 3))


def test_nothing_found_scores_nothing():
    assert conll_with_missing(GOLD, {})["conll_f1"] == 0.0
