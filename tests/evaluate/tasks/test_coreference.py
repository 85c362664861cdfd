"""Scores of clusters of mentions by hand."""

import pytest

from evaluate.factory import make_document, measured, span_of
from evaluate.tasks.factory import StubCoder, entity_at
from variorum.evaluate.tasks.coreference import COREFERENCE, ClusterAnswer, head_occurrence
from variorum.schema.annotations import Annotations, OccurrenceMention
from variorum.schema.linked import LinkedEntities
from variorum.schema.reports import Span

TEXT = "Ada Vell shot at Boris. The attack left him lame. Ada fled."


def mention(words, kind, cluster, sentence):
    return span_of(TEXT, words, kind=kind, cluster=cluster, sentence=sentence)


def document(id="d1", topic=1, validated=(0, 1)):
    return make_document(
        COREFERENCE,
        TEXT,
        id=id,
        topic=topic,
        subtopic="1a",
        validated=list(validated),
        mentions=[
            mention("Ada Vell", "human", "ada", 0),
            mention("shot", "event", "shooting", 0),
            mention("Boris", "human", "boris", 0),
            mention("attack", "event", "shooting", 1),
            mention("him", "human", "boris", 1),
            mention("fled", "event", "flight", 2),
        ],
    )


def answers(entity, event):
    made = [("entity", number, cluster) for number, cluster in enumerate(entity)]
    made += [("event", number, cluster) for number, cluster in enumerate(event)]
    return [ClusterAnswer(what=what, number=number, cluster=cluster) for what, number, cluster in made]


def test_only_validated_sentences_are_scored():
    assert COREFERENCE.score([document()], {})[0].counts["gold"] == 5
    assert COREFERENCE.score([document(validated=(0,))], {})[0].counts["gold"] == 3


def test_right_clusters_score_one():
    figures = measured(COREFERENCE, COREFERENCE.score([document()], {"d1": answers("xyy", "zz")}))
    assert {value for name, value in figures.items() if name.endswith("conll_f1")} == {1.0}


def test_mentions_without_an_answer_stand_alone():
    figures = measured(COREFERENCE, COREFERENCE.score([document()], {}))
    assert figures["event_muc_f1"] == 0
    precision, recall = 1, (1 / 2 + 1 / 2) / 2
    assert figures["event_bcubed_f1"] == pytest.approx(2 * precision * recall / (precision + recall))
    assert figures["event_ceafe_f1"] == pytest.approx(2 * (2 / 3 / 2) * (2 / 3) / (2 / 3 / 2 + 2 / 3))


def test_topics_are_units_and_clusters_may_cross_documents():
    documents = [document("d1", 2), document("d2", 2), document("d3", 1)]
    units = COREFERENCE.score(documents, {})
    assert [(unit.id, unit.counts["gold"]) for unit in units] == [("topic 01", 5), ("topic 02", 10)]


def test_gold_mentions_take_the_cluster_of_the_mention_they_go_with():
    own = document()
    mentions = (entity_at(TEXT, "Ada", 0), entity_at(TEXT, "Boris", 1), entity_at(TEXT, "him", 1))
    linked = LinkedEntities(entities=(), of_chain={("r1", 0): ("e1",), ("r1", 1): ("e2",)}, links=())
    coder = StubCoder(annotations={"d1": Annotations(report_id="r1", entities=mentions)}, entities=linked)
    found = COREFERENCE.answer([own], coder)["d1"]
    assert [(a.what, a.cluster) for a in found] == [
        ("entity", "e1"),
        ("entity", "e2"),
        ("entity", "e2"),
        ("event", None),
        ("event", None),
    ]


def test_gold_events_take_the_cluster_of_the_occurrence_at_their_head():
    own = document()
    occurrences = (occurrence_at(TEXT, "shot"), occurrence_at(TEXT, "attack"))
    coder = StubCoder(
        annotations={"d1": Annotations(report_id="r1", occurrences=occurrences)},
        occurrences=((("r1", 0), ("r1", 1)),),
    )
    found = [a.cluster for a in COREFERENCE.answer([own], coder)["d1"] if a.what == "event"]
    assert found == [0, 0]


def test_head_of_several_occurrences_is_the_one_that_the_others_hang_on():
    words = "fled"
    inner, outer = occurrence_at(TEXT, "shot", governor=1), occurrence_at(TEXT, "attack")
    whole = Span(start=0, end=len(TEXT))
    assert head_occurrence(whole, (inner, outer)) == 1
    assert head_occurrence(span_at(words), (inner, outer)) is None
    assert head_occurrence(whole, ()) is None


def span_at(words):
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


def occurrence_at(text, words, **more):
    start = text.index(words)
    span = Span(start=start, end=start + len(words))
    return OccurrenceMention(span=span, sentence=Span(start=0, end=len(text)), lemma=words, root=words, **more)
