"""Scores of entities by hand."""

import pytest

from evaluate.factory import kinds_of, make_document, measured, span_of
from evaluate.tasks.factory import StubCoder, entity_at
from variorum.evaluate.tasks.entities import ENTITIES, EntityAnswer
from variorum.schema.annotations import Annotations

TEXT = "General Ada Vell of Arland told the Bordurian army in Port Vell to wait; it did."


def gold(words, type):
    return span_of(TEXT, words, type=type)


DOCUMENT = make_document(
    ENTITIES,
    TEXT,
    entities=[
        gold("General Ada Vell", "Person"),
        gold("Arland", "Location"),
        gold("Bordurian army", "Organisation"),
        gold("Bordurian army", "Organisation"),
        gold("to wait", "Temporal"),
    ],
)


def answer(words, type):
    return EntityAnswer(**span_of(TEXT, words), type=type)


def test_type_must_be_the_same_and_strict_needs_the_span():
    answers = [answer("Ada Vell", "Person"), answer("Arland", "Organisation"), answer("Bordurian army", "Organisation")]
    units = ENTITIES.score([DOCUMENT], {"d1": answers})
    assert measured(ENTITIES, units) == pytest.approx({"strict_f1": 1 / 3, "overlap_f1": 2 / 3})
    assert units[0].marks == "~-=+1"
    assert sorted(kinds_of(units[0])) == ["missed", "span", "spurious"]


def test_gold_twice_and_unscored_types_do_not_count():
    assert ENTITIES.score([DOCUMENT], {})[0].counts["gold"] == 3


def test_answers_hold_titles_and_types_by_form_and_kind():
    title = span_of(TEXT, "General Ada Vell")["start"]
    ada = entity_at(TEXT, "Ada Vell", 0, kind="person")
    mentions = (
        entity_at(TEXT, "General", 5, kind="other"),
        ada,
        entity_at(TEXT, "Arland", 1),
        entity_at(TEXT, "Bordurian", 2, kind="people", form="demonym"),
        entity_at(TEXT, "Port Vell", 3, kind="place"),
        entity_at(TEXT, "it", 4, kind="organization", form="pronoun"),
    )
    coder = StubCoder(annotations={"d1": Annotations(report_id="r1", entities=mentions)})
    found = {(TEXT[a.start : a.end], a.type) for a in ENTITIES.answer([DOCUMENT], coder)["d1"]}
    assert title == 0
    assert found == {
        ("Ada Vell", "Person"),
        ("Arland", "Location"),
        ("Bordurian", "Organisation"),
        ("Port Vell", "Location"),
        ("it", "Organisation"),
    }
