"""Scores of mentions of concepts by hand."""

import pytest

from evaluate.factory import kinds_of, make_document, measured, span_of
from evaluate.tasks.factory import StubCoder, entity_at, place_of
from variorum.evaluate.tasks.labels import LABELS, LabelAnswer
from variorum.schema.annotations import Annotations, LabelMention
from variorum.schema.linked import LinkedEntities

TEXT = "The tyrant Boris fears Arland, as he said. The strongman will meet Ada."


def mention(words, concept, kind="ACTOR", **more):
    return span_of(TEXT, words, concept=concept, kind=kind, cluster=f"0:{concept}", **more)


def document(id="d1", event="talks"):
    return make_document(
        LABELS,
        TEXT,
        id=id,
        event=event,
        source="Bugle",
        mentions=[
            mention("tyrant Boris", "Boris"),
            mention("Arland", "Arland", "COUNTRY"),
            mention("The strongman", "Boris", "ACTOR-I"),
            mention("fears", "Weakness", "PROPERTY", target="Boris"),
            mention("will meet Ada", "Talks", "EVENT"),
        ],
    )


def answer(words, cluster):
    return LabelAnswer(**span_of(TEXT, words), cluster=cluster)


def test_only_entity_like_concepts_count():
    assert LABELS.score([document()], {})[0].counts["gold"] == 3


def test_mentions_and_concepts_by_hand():
    answers = [answer("Boris", 1), answer("Arland", 1), answer("strongman", 2), answer("Ada", 3)]
    units = LABELS.score([document()], {"d1": answers})
    figures = measured(LABELS, units)
    assert figures["mention_f1"] == pytest.approx(2 * (3 / 4) * 1 / (7 / 4))
    precision, recall = (1 / 2 + 1 / 2 + 1) / 3, (1 / 2 + 1 + 1 / 2) / 3
    assert figures["bcubed_f1"] == pytest.approx(2 * precision * recall / (precision + recall))


def test_concepts_reach_over_the_reports_of_one_event_only():
    answers = {key: [answer("Boris", "x")] for key in ("d1", "d2", "d3")}
    documents = [document("d1"), document("d2"), document("d3", event="vote")]
    units = LABELS.score(documents, answers)
    assert [(unit.id, unit.counts["items"]) for unit in units] == [("event talks", 2), ("event vote", 1)]
    assert measured(LABELS, units)["bcubed_f1"] == 1.0


def test_what_is_missed_is_told_with_its_document():
    unit = LABELS.score([document()], {"d1": [answer("Boris", 1), answer("Arland", 2)]})[0]
    assert kinds_of(unit) == ["missed"]
    assert unit.misses[0].detail == "d1: 'The strongman', ACTOR-I Boris"


def test_nothing_scores_zero():
    assert set(measured(LABELS, LABELS.score([], {})).values()) == {0.0}
    assert set(measured(LABELS, LABELS.score([document()], {})).values()) == {0.0}


def test_answers_are_entities_and_labels_without_pronouns():
    entities = (
        entity_at(TEXT, "Boris", 0, kind="person", titles=place_of(TEXT, "tyrant")),
        entity_at(TEXT, "Arland", 1),
        entity_at(TEXT, "he", 0, form="pronoun", kind="person"),
    )
    labels = (
        LabelMention(span=place_of(TEXT, "strongman"), label="strongman", voice="own", entity=0),
        LabelMention(span=place_of(TEXT, "Boris"), label="Boris", voice="own", entity=0),
        LabelMention(span=place_of(TEXT, "fears"), label="fears", voice="own", event=0),
    )
    coder = StubCoder(
        annotations={"d1": Annotations(report_id="r1", entities=entities, labels=labels)},
        entities=LinkedEntities(entities=(), of_chain={("r1", 0): ("e1",)}, links=()),
    )
    found = [(TEXT[a.start : a.end], a.cluster) for a in LABELS.answer([document()], coder)["d1"]]
    assert found == [("tyrant Boris", "e1"), ("Arland", ("r1", 1)), ("strongman", "e1")]
