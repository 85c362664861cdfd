"""Scores of times by hand."""

import pytest

from evaluate.factory import kinds_of, make_document, measured, span_of
from variorum.evaluate.coding import Coder
from variorum.evaluate.tasks.times import TIMES, TimeAnswer

TEXT = "Talks began on Monday, 1 March and will go on for two days until noon on Wednesday."


def gold(words, type, value):
    return span_of(TEXT, words, type=type, value=value)


DOCUMENT = make_document(
    TIMES,
    TEXT,
    published="2021-03-02",
    times=[
        gold("Monday, 1 March", "DATE", "2021-03-01"),
        gold("two days", "DURATION", "P2D"),
        gold("noon on Wednesday", "TIME", "2021-03-03T12:00"),
        gold("Wednesday", "DATE", "2021-03-03"),
    ],
)


def answer(words, type, value):
    return TimeAnswer(**span_of(TEXT, words), type=type, value=value)


def test_each_kind_of_match_is_counted_by_itself():
    answers = [
        answer("Monday", "DATE", "2021-03-01"),
        answer("two days", "DURATION", "P3D"),
        answer("noon on Wednesday", "DATE", "2021-03-03T12:00"),
        answer("Talks", "SET", "P1D"),
        answer("began", "SET", "P1D"),
    ]
    units = TIMES.score([DOCUMENT], {"d1": answers})
    recall, precision = 1 / 4, 1 / 5
    assert measured(TIMES, units) == pytest.approx(
        {
            "strict_f1": 2 * (2 / 4) * (2 / 5) / (2 / 4 + 2 / 5),
            "relaxed_f1": 2 * (3 / 4) * (3 / 5) / (3 / 4 + 3 / 5),
            "type_f1": 2 * (2 / 4) * (2 / 5) / (2 / 4 + 2 / 5),
            "value_f1": 2 * (2 * recall) * (2 * precision) / (2 * recall + 2 * precision),
        }
    )
    assert units[0].marks == "~~~-+2"
    assert kinds_of(units[0]) == ["spurious", "spurious", "value", "type", "missed"]


def test_the_gold_itself_scores_one():
    answers = [TimeAnswer(start=g.start, end=g.end, type=g.type, value=g.value) for g in DOCUMENT.gold.times]
    assert set(measured(TIMES, TIMES.score([DOCUMENT], {"d1": answers})).values()) == {1.0}


@pytest.mark.parametrize("answers", [{}, {"d1": []}])
def test_no_answers_score_zero(answers):
    assert set(measured(TIMES, TIMES.score([DOCUMENT], answers)).values()) == {0.0}


def test_no_gold_and_no_answers_score_zero():
    assert set(measured(TIMES, []).values()) == {0.0}
    empty = make_document(TIMES, "Nothing here.", times=[])
    assert set(measured(TIMES, TIMES.score([empty], {})).values()) == {0.0}


def test_answers_are_values_by_the_document_s_date():
    answers = TIMES.answer([DOCUMENT], Coder())["d1"]
    assert (DOCUMENT.text[answers[0].start : answers[0].end], answers[0].value) == ("Monday, 1 March", "2021-03-01")
