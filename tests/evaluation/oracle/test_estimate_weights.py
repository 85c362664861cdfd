"""The weights of links: estimated from pairs, pulled towards what was thought before, written without loss."""

from collections import Counter

from evaluation.estimate_weights import BEFORE, WEIGHTS, fit, planted_pairs, rewrite
from variorum.links.features import Weights, load_weights, read_weights

THOUGHT = Weights(base=-1.0, of={"place": 1.0, "rare": 1.5, "far": -1.0})


def pairs(**counts: int) -> Counter:
    """ "place_1=3": three pairs of one event with the feature; "_0": of two events."""
    return Counter({((name.split("_")[0],), name.endswith("1")): n for name, n in counts.items()})


def test_feature_that_tells_events_apart_gains_and_one_that_is_not_there_stays():
    _, found = fit([pairs(place_1=90, place_0=2, far_1=2, far_0=90)], THOUGHT)
    assert found["place"] > THOUGHT.of["place"]
    assert found["far"] < THOUGHT.of["far"]
    assert found["rare"] == THOUGHT.of["rare"]


def test_no_feature_changes_sides():
    _, found = fit([pairs(place_0=90, far_1=90)], THOUGHT)
    assert found["place"] >= 0 >= found["far"]


def test_rewriting_keeps_words_and_signs_and_two_digits():
    text = "[base]\nagainst = 1.00  # why\n[same]\nplace = 1.00  # the same\n[different]\nfar = 2.00\n"
    told = rewrite(text, -1.234, {"place": 0.0, "far": -3.456})
    assert told == "[base]\nagainst = 1.23  # why\n[same]\nplace = 0.01  # the same\n[different]\nfar = 3.46\n"


def test_package_weighs_the_features_that_were_thought_of():
    before = read_weights(BEFORE)
    assert {f: w > 0 for f, w in before.of.items()} == {f: w > 0 for f, w in load_weights().of.items()}
    assert WEIGHTS.is_file()


def test_planted_worlds_give_pairs_of_both_kinds():
    found = next(iter(planted_pairs([3])))
    assert {one for _, one in found} == {True, False}
    assert all(set(features) <= load_weights().of.keys() for features, _ in found)
