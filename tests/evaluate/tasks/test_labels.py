"""Scores of mentions of concepts by hand."""

from dataclasses import replace

import pytest

from evaluate.factory import kinds_of, make_document, measured, span_of
from evaluate.tasks.factory import StubCoder, entity_at, place_of
from variorum.evaluate.tasks.labels import LABELS, LabelAnswer
from variorum.schema.annotations import Annotations
from variorum.schema.linked import LinkedEntities, Storyline
from variorum.schema.reports import Span

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


def test_answers_are_what_comes_up_again_without_pronouns():
    text = "The tyrant Boris fears Arland. Boris said that he met Ada. Boris left."
    at = [text.index("Boris"), text.index("Boris said"), text.index("Boris left")]
    boris = [entity_at(text, "Boris", 0, kind="person", titles=place_of(text, "tyrant"))]
    boris += [replace(boris[0], titles=None, span=Span(start=n, end=n + 5)) for n in at[1:]]
    others = [entity_at(text, "Arland", 1), entity_at(text, "he", 0, form="pronoun", kind="person")]
    made = LinkedEntities(entities=(), of_chain={("r1", 0): ("e1",), ("r1", 1): ("e2",)}, links=())
    coder = StubCoder(
        annotations={"d1": Annotations(report_id="r1", entities=(*boris, *others))},
        entities=made,
        storyline=Storyline(stories=(("r1",),), processes=((0,),), links=()),
    )
    document = make_document(LABELS, text, id="d1", event="talks", source="Bugle", mentions=[])
    found = [(text[a.start : a.end], a.cluster) for a in LABELS.answer([document], coder)["d1"]]
    assert found == [("tyrant Boris", "e1"), ("Boris", "e1"), ("Boris", "e1")]
