"""Lineage on planted reports, small; `evaluation/lineage/oracle.py` measures it on many."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation" / "lineage"))

from oracle import Score, as_reports, score, trace
from planting import plant


@pytest.fixture(scope="module")
def scored():
    """The score of two planted corpora of seeds that are there for building."""
    found = Score()
    for seed in (21, 22):
        planted = plant(seed, 10)
        score(planted, trace(planted), found)
    return found


def test_planted_texts_hold_what_their_places_say():
    for report in plant(21, 3):
        for place in report.placed:
            assert report.text[place.start : place.end]
            assert report.spans[place.sentence][0] <= place.start < place.end <= report.spans[place.sentence][1]


def test_planting_depends_on_the_seed_alone():
    assert [r.text for r in plant(21, 3)] == [r.text for r in plant(21, 3)]
    assert plant(21, 3)[0].text != plant(22, 3)[0].text


def test_planted_passages_are_found(scored):
    assert scored.right >= 0.97 * (scored.right + scored.wrong)
    assert sum(found for found, _ in scored.kinds.values()) >= 0.93 * sum(true for _, true in scored.kinds.values())


def test_planted_directions_are_found(scored):
    assert scored.knowable > 50
    assert scored.directed >= 0.95 * scored.knowable


def test_no_planted_quotation_is_taken_for_copying(scored):
    assert scored.quotations == 0
    assert scored.shared == scored.shared_planted > 0


def test_order_of_reports_does_not_matter():
    planted = plant(21, 6)
    assert trace(planted) == trace(list(reversed(planted)))
    reports, sentences = as_reports(planted)
    assert set(sentences) == {report.report_id for report in reports}
