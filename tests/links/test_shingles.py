"""Candidates: no pair that shares two runs of words is lost among few, and many cost no more than a few each."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.links.shingles import FEW, LENGTH, pair_by_shingles

WORDS = st.text(alphabet="abcdef", min_size=0, max_size=12)


def runs(reading):
    return {reading[i : i + LENGTH] for i in range(len(reading) - LENGTH + 1)}


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=FEW, unique=True), st.sampled_from([5, 1_000]))
def test_pairs_are_those_that_share_two_runs(readings, partition):
    readings = sorted(readings)
    expected = [
        [i, j] for i, j in combinations(range(len(readings)), 2) if len(runs(readings[i]) & runs(readings[j])) > 1
    ]
    assert pair_by_shingles(readings, partition=partition).tolist() == expected


def test_large_families_stay_connected_at_linear_cost():
    readings = [f"abcdefgh{chr(1000 + n)}" for n in range(200)]
    pairs = pair_by_shingles(readings, partition=1_000).tolist()
    assert {j for _, j in pairs} == set(range(1, 200))
    assert len(pairs) < 2 * len(readings)


def test_nothing_to_pair():
    assert pair_by_shingles([], partition=10).tolist() == []
    assert pair_by_shingles(["ab", "ab"], partition=10).tolist() == []
