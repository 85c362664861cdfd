"""Spans matched one to one, and spans in several pieces."""

import pytest

from variorum.evaluate.spans import Stretches, exact, match_best, match_spans, overlap, stretch_over, touches
from variorum.schema.reports import Span


def spans(*pairs):
    return [Span(start=start, end=end) for start, end in pairs]


def pieces(*pairs):
    return Stretches(pieces=pairs)


@pytest.mark.parametrize(
    ("one", "two", "shared"), [((0, 5), (3, 9), 2), ((0, 5), (5, 9), 0), ((2, 4), (0, 9), 2), ((0, 1), (7, 9), 0)]
)
def test_overlap_counts_shared_code_points(one, two, shared):
    first, second = spans(one, two)
    assert overlap(first, second) == overlap(second, first) == shared


def test_exact_needs_both_ends():
    one, two, three = spans((0, 4), (0, 4), (0, 5))
    assert exact(one, two)
    assert not exact(one, three)


def test_the_same_span_is_matched_before_a_larger_overlap():
    gold = spans((0, 4), (0, 20))
    answers = spans((0, 20), (0, 4))
    assert match_spans(gold, answers) == [(0, 1), (1, 0)]


def test_the_largest_overlap_is_matched_and_each_span_once():
    gold = spans((0, 10), (10, 14))
    answers = spans((4, 12))
    assert match_spans(gold, answers) == [(0, 0)]


def test_equal_overlaps_go_in_text_order():
    assert match_spans(spans((0, 4), (6, 10)), spans((2, 8))) == [(0, 0)]


def test_what_does_not_fit_is_not_matched():
    assert match_spans(spans((0, 4)), spans((0, 4)), lambda _g, _a: False) == []


def test_nothing_matches_nothing():
    assert match_spans([], spans((0, 4))) == match_spans(spans((0, 4)), []) == []


def test_likeness_is_over_the_longer_of_two():
    assert pieces((0, 10)).likeness(pieces((0, 40))) == pytest.approx(0.25)
    assert pieces((0, 10), (20, 30)).likeness(pieces((5, 25))) == pytest.approx(10 / 20)
    assert pieces((0, 4)).likeness(pieces((4, 9))) == 0


def test_pieces_within_each_other_count_once():
    assert len(pieces((0, 10), (5, 12)).points) == 12


def test_hull_of_pieces_in_any_order():
    hull = stretch_over(spans((20, 30), (2, 5)))
    assert (hull.start, hull.end) == (2, 30)


def test_what_lies_in_a_gap_is_not_shared():
    assert pieces((0, 5), (20, 25)).likeness(pieces((8, 12))) == 0


def test_best_pairs_first_down_to_the_least():
    gold = [pieces((0, 10)), pieces((10, 20))]
    answers = [pieces((4, 16)), pieces((10, 19))]
    found = match_best(gold, answers, lambda g, a: g.likeness(a), least=0.3)
    assert [(i, j) for i, j, _ in found] == [(0, 0), (1, 1)]
    assert [round(likeness, 2) for *_, likeness in found] == [0.5, 0.9]
    assert match_best(gold, answers, lambda g, a: g.likeness(a), least=0.95) == []


def test_touching_is_sharing_a_code_point():
    assert touches(spans((0, 4), (8, 12)), spans((11, 15)))
    assert not touches(spans((0, 4)), spans((4, 8)))
    assert not touches([], spans((0, 4)))
