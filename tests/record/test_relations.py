"""Rows of `event_relations`."""

from links.factory import make_node
from record.factory import make_event

from variorum.record.relations import relation_rows
from variorum.record.rows import Evidence
from variorum.schema.linked import EventRelation
from variorum.schema.reports import Span

WORDS = Span(start=0, end=20)
BOTH = ("Arland", "Borduria")


def make_relation(*, event=(("r1", 0),), other=(("r1", 1),), supports=(("r1", WORDS),)):
    return EventRelation(
        relation="follows", event=event, other=other, rule="relation_words.v1", basis="words", supports=supports
    )


def rows_of(*relations, withdrawn=None):
    events = (make_event(make_node("r1", who=BOTH)), make_event(make_node("r1", who=BOTH, chain=1)))
    event_of = {node.key: event for event in events for node in event.nodes}
    evidence = Evidence({"r1": "x" * 90, "r2": "y" * 90})
    return relation_rows(relations, event_of, withdrawn or {}, evidence), evidence.rows(), events


def test_relation_is_a_row_with_its_words():
    rows, evidence, events = rows_of(make_relation(supports=(("r1", WORDS), ("r2", WORDS))))
    (row,) = rows
    assert (row["event_id"], row["other_event_id"]) == tuple(e.event_id for e in events)
    assert (row["relation"], row["n_reports"]) == ("follows", 2)
    assert [e["item_id"] for e in evidence] == [row["relation_id"]] * 2


def test_relation_of_what_makes_no_event_is_left_out():
    assert rows_of(make_relation(other=(("r2", 5),)))[0] == []
    assert rows_of(make_relation(other=(("r1", 0),)))[0] == []


def test_end_is_found_by_any_of_its_nodes():
    assert len(rows_of(make_relation(event=(("r0", 4), ("r1", 0))))[0]) == 1


def test_words_that_a_report_takes_back_relate_nothing():
    assert rows_of(make_relation(), withdrawn={"r1": [Span(start=0, end=30)]})[0] == []
    rows, evidence, _ = rows_of(
        make_relation(supports=(("r1", WORDS), ("r2", WORDS))), withdrawn={"r1": [Span(start=0, end=30)]}
    )
    assert rows[0]["n_reports"] == 1
    assert [e["report_id"] for e in evidence] == ["r2"]
