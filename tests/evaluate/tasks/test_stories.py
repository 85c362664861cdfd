"""Scores of stories by hand."""

import pytest

from evaluate.factory import kinds_of, make_document, measured
from evaluate.tasks.factory import StubCoder
from variorum.evaluate.coding import read_document
from variorum.evaluate.tasks.stories import STORIES, StoryAnswer
from variorum.schema.linked import Storyline

GOLD = {"a": "flood", "b": "flood", "c": "strike", "d": "vote"}
DOCUMENTS = [make_document(STORIES, f"Report {key}.", id=key, story=story) for key, story in GOLD.items()]


def answers(**stories):
    return {key: [StoryAnswer(story=story)] for key, story in stories.items()}


def test_two_stories_joined_into_one():
    units = STORIES.score(DOCUMENTS, answers(a=1, b=1, c=2, d=2))
    figures = measured(STORIES, units)
    assert figures["ari"] == pytest.approx(4 / 7)
    assert figures["pair_f1"] == pytest.approx(2 * (1 / 2) * 1 / 1.5)
    assert figures["bcubed_f1"] == pytest.approx(2 * 0.75 / 1.75)
    assert [unit.id for unit in units] == ["story flood", "story strike", "story vote"]
    assert [unit.misses[0].detail for unit in units if unit.misses] == ["c: d", "d: c"]


def test_a_story_that_is_parted_is_told():
    units = STORIES.score(DOCUMENTS, answers(a=1, b=2, c=3, d=4))
    assert kinds_of(units[0]) == ["parted", "parted"]


def test_documents_without_an_answer_stand_alone():
    assert measured(STORIES, STORIES.score(DOCUMENTS, answers(a="x", b="x"))) == {
        "bcubed_f1": 1.0,
        "ari": 1.0,
        "pair_f1": 1.0,
    }


def test_nothing_scores_zero():
    assert set(measured(STORIES, STORIES.score([], {})).values()) == {0.0}


def test_answers_are_the_linked_stories():
    ids = {d.id: read_document(d).report_id for d in DOCUMENTS}
    line = Storyline(stories=((ids["a"], ids["c"]), (ids["b"],)), processes=(), links=())
    found = STORIES.answer(DOCUMENTS, StubCoder(storyline=line))
    assert found["a"] == found["c"] != found["b"]
    assert "d" not in found
