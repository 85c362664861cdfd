"""Scores of CAMEO roots by hand."""

import pytest
from pydantic import ValidationError

from evaluate.factory import kinds_of, make_document, measured
from evaluate.tasks.factory import StubCoder, event_at
from variorum.evaluate.tasks.cameo import CAMEO, CodeAnswer
from variorum.schema.annotations import Annotations

TEXT = "Arland shelled Dorne, then met Cassia."


def document(*codes, id="d1"):
    return make_document(CAMEO, TEXT, id=id, codings=[{"source": "ARL", "target": "DOR", "code": c} for c in codes])


def answers(*roots):
    return [CodeAnswer(root=root, start=0, end=6) for root in roots]


def test_roots_are_the_first_two_digits_and_count_as_often_as_given():
    documents = [document("194", "042", id="a"), document("190", "193", id="b")]
    units = CAMEO.score(documents, {"a": answers("19", "04", "11"), "b": answers("19")})
    assert measured(CAMEO, units) == pytest.approx(
        {"cameo_accuracy": 3 / 4, "cameo_precision": 3 / 4, "cameo_exact": 0.0}
    )
    assert [unit.marks for unit in units] == ["==+1", "=-"]
    assert kinds_of(units[0]) == ["spurious"]


def test_texts_without_events_are_exact_where_nothing_is_found():
    units = CAMEO.score([document(id="a"), document(id="b")], {"b": answers("19")})
    assert measured(CAMEO, units) == {"cameo_accuracy": 0.0, "cameo_precision": 0.0, "cameo_exact": 0.5}


def test_codes_of_other_dictionaries_are_counted_apart():
    unit = CAMEO.score([document("903")], {"d1": answers("19")})[0]
    assert (unit.counts["foreign"], unit.counts["gold"], unit.counts["answers"], unit.counts["texts"]) == (1, 0, 0, 0)
    assert unit.misses == ()


def test_a_code_without_digits_is_refused():
    with pytest.raises(ValidationError, match="code"):
        document("---")


def test_answers_are_one_for_each_event_and_root_that_took_place():
    events = (
        event_at(TEXT, "shelled", "ASSAULT", chain=0),
        event_at(TEXT, "Dorne", "ASSAULT", chain=0),
        event_at(TEXT, "met", "CONSULT", cameo="04", realis="denied", chain=1),
        event_at(TEXT, "then", "NONE", cameo="00", chain=2),
    )
    found = CAMEO.answer([document()], StubCoder(annotations={"d1": Annotations(report_id="r1", events=events)}))
    assert [(a.root, TEXT[a.start : a.end]) for a in found["d1"]] == [("19", "shelled")]
