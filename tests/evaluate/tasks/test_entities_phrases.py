"""What the record's mentions count as in sets that mark whole noun phrases, and the scores by hand."""

import pytest

from variorum.evaluate.coding import Coder
from variorum.evaluate.tasks.entities import (
    ENTITIES,
    EntitiesRow,
    EntityAnswer,
    answer_entities,
    score_entities,
)
from variorum.evaluate.values import Document, add_up


def _document(text: str, *entities: tuple[int, int, str]) -> Document:
    gold = EntitiesRow.model_validate(
        {"id": "a", "text": text, "entities": [{"start": s, "end": e, "type": t} for s, e, t in entities]}
    )
    return Document(id="a", text=text, published=None, gold=gold)


def _answers(text: str) -> set[tuple[str, str]]:
    found = answer_entities([_document(text)], Coder())
    return {(text[a.start : a.end], a.type) for a in found["a"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President Amos Kibet left.",
            {("Amos Kibet", "Person"), ("Kenyan President Amos Kibet", "Person")},
        ),
        (
            "He met the rebels of the Temmin Front.",
            {("Temmin Front", "Organisation"), ("the Temmin Front", "Organisation")},
        ),
        ("Peruvian troops left.", {("Peruvian troops", "Organisation"), ("Peruvian", "Nationality")}),
        ("It began in northern Chad.", {("Chad", "Location"), ("northern Chad", "Location")}),
        ("U.S. airstrikes went on.", {("U.S.", "Organisation")}),
        ("Peru condemned it.", {("Peru", "Organisation"), ("Peru", "Location")}),
        ("She lived in Cordoba, Spain.", {("Cordoba, Spain", "Location"), ("Spain", "Location")}),
        ("We repaired an old bridge.", {("We", "Organisation"), ("an old bridge", "Location")}),
        ("Two Kenyans arrived.", {("Kenyans", "Organisation")}),
    ],
)
def test_mentions_count_as_noun_phrases_of_four_types(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= _answers(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S. airstrikes went on.", ("U.S.", "Location")),
        ("Amos Kibet saw his car.", ("his", "Person")),
        ("Officials in Saudi Arabia agreed.", ("Saudi", "Nationality")),
        ("HMS Brightwater left port.", ("HMS Brightwater", "Person")),
    ],
)
def test_what_such_sets_leave_unmarked_is_no_answer(text: str, words: tuple[str, str]) -> None:
    assert words not in _answers(text)


def test_scores_are_those_computed_by_hand() -> None:
    document = _document("Ann Low met Omar in Lima.", (0, 7, "Person"), (12, 16, "Person"), (20, 24, "Location"))
    answers = {
        "a": [
            EntityAnswer(start=0, end=7, type="Person"),
            EntityAnswer(start=12, end=19, type="Person"),
            EntityAnswer(start=20, end=24, type="Organisation"),
            EntityAnswer(start=8, end=11, type="Person"),
        ]
    }
    counts = add_up(unit.counts for unit in score_entities([document], answers))
    figures = ENTITIES.figures(counts)
    assert figures["strict_f1"] == pytest.approx(2 * (1 / 4) * (1 / 3) / (1 / 4 + 1 / 3))
    assert figures["overlap_f1"] == pytest.approx(2 * (2 / 4) * (2 / 3) / (2 / 4 + 2 / 3))
