"""Scores of CAMEO roots and WEIS categories by hand."""

import pytest
from pydantic import ValidationError

from evaluate.factory import kinds_of, make_document, measured
from evaluate.tasks.factory import StubCoder, entity_at, event_at
from variorum.evaluate.tasks.cameo import CAMEO, CodeAnswer, match_either
from variorum.schema.annotations import Annotations

TEXT = "Arland shelled Dorne, then met Cassia."
CAMEO_ONLY = ("cameo_accuracy", "cameo_precision", "cameo_exact")


def document(*codes, id="d1"):
    return make_document(CAMEO, TEXT, id=id, codings=[{"source": "ARL", "target": "DOR", "code": c} for c in codes])


def answers(*codes):
    """Answers of "root" or "root/category"."""
    parts = [code.partition("/") for code in codes]
    return [CodeAnswer(root=root, weis=weis, start=0, end=6) for root, _, weis in parts]


def test_roots_are_the_first_two_digits_and_count_as_often_as_given():
    documents = [document("194", "042", id="a"), document("190", "193", id="b")]
    units = CAMEO.score(documents, {"a": answers("19", "04", "11"), "b": answers("19")})
    found = measured(CAMEO, units)
    assert [found[name] for name in CAMEO_ONLY] == pytest.approx([3 / 4, 3 / 4, 0.0])
    assert [unit.marks for unit in units] == ["==+1", "=-"]
    assert kinds_of(units[0]) == ["spurious"]


def test_texts_without_events_are_exact_where_nothing_is_found():
    units = CAMEO.score([document(id="a"), document(id="b")], {"b": answers("19")})
    assert [measured(CAMEO, units)[name] for name in CAMEO_ONLY] == [0.0, 0.0, 0.5]


def test_categories_of_weis_are_counted_beside_roots_of_cameo():
    documents = [document("032", "033", "212", id="a"), document(id="b")]
    units = CAMEO.score(documents, {"a": answers("04/03", "17/21"), "b": answers("05/04")})
    found = measured(CAMEO, units)
    assert found["cameo_accuracy"] == 0.0
    assert (found["weis_accuracy"], found["weis_precision"]) == pytest.approx((2 / 3, 2 / 3))
    assert found["either_accuracy"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("gold", "given", "right"),
    [
        (["04", "03"], ["04/03"], 1),
        (["03", "04"], ["04/03", "04/09"], 2),
        (["04", "04"], ["04/03", "05/04"], 2),
        (["19"], ["03/08"], 0),
        (["12"], ["11/"], 0),
    ],
)
def test_an_answer_is_used_once_in_one_of_its_numberings(gold, given, right):
    assert match_either(gold, answers(*given)) == right


def test_codes_of_other_dictionaries_are_counted_apart():
    unit = CAMEO.score([document("903")], {"d1": answers("19/22")})[0]
    assert (unit.counts["foreign"], unit.counts["gold"], unit.counts["answers"], unit.counts["texts"]) == (1, 0, 0, 0)
    assert (unit.counts["weis_gold"], unit.counts["weis_answers"], unit.counts["either_right"]) == (0, 0, 0)
    assert unit.misses == ()


def test_a_code_without_digits_is_refused():
    with pytest.raises(ValidationError, match="code"):
        document("---")


def test_answers_are_one_for_each_pair_of_sides():
    sides = (entity_at(TEXT, "Arland", 0), entity_at(TEXT, "Dorne", 1), entity_at(TEXT, "Cassia", 2))
    roles = [("actor", 0), ("recipient", 1)]
    events = (
        event_at(TEXT, "shelled", "ASSAULT", concept="shelling", direction="directed", roles=roles),
        event_at(
            TEXT,
            "met",
            "CONSULT",
            concept="meeting",
            direction="mutual",
            roles=[("participant", 0), ("participant", 2)],
            chain=1,
        ),
        event_at(TEXT, "then", "NONE", concept="flight", cameo="00", chain=2),
    )
    coder = StubCoder(annotations={"d1": Annotations(report_id="r1", entities=sides, events=events)})
    found = CAMEO.answer([document()], coder)
    assert [(a.root, a.weis, TEXT[a.start : a.end]) for a in found["d1"]] == [
        ("19", "22", "shelled"),
        ("04", "03", "met"),
        ("04", "03", "met"),
    ]
