"""Scores of PLOVER roots and triples by hand."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from evaluate.factory import kinds_of, make_document, measured, pair_of
from evaluate.tasks.factory import StubCoder, entity_at, event_at, place_of
from variorum.evaluate.tasks.events import EVENTS, EventAnswer, choose_event, quads_of_roots, root_of
from variorum.schema.annotations import Annotations
from variorum.schema.reports import Span

TEXT = "After Cassia shelled Dorne, Arland accused Borduria of arming it and Borduria met Cassia."


def document(actor="Arland", recipient="Borduria", type="ACCUSE", id="d1", quad=3):
    sides = {"actor_spans": actor, "recipient_spans": recipient}
    spans = {name: [pair_of(TEXT, words)] if words else [] for name, words in sides.items()}
    return make_document(EVENTS, TEXT, id=id, type=type, quad=quad, **spans)


def answer(root, actor=None, recipient=None, *, chosen=False):
    sides = {
        name: tuple(Span(start=a, end=b) for a, b in [pair_of(TEXT, words)]) if words else ()
        for name, words in {"actors": actor, "recipients": recipient}.items()
    }
    return EventAnswer(root=root, start=0, end=5, chosen=chosen, **sides)


def annotated():
    entities = [entity_at(TEXT, name, chain) for chain, name in enumerate(("Cassia", "Dorne", "Arland", "Borduria"))]
    events = (
        event_at(TEXT, "shelled", "ASSAULT", roles=[("actor", 0), ("recipient", 1)], main=True),
        event_at(TEXT, "accused", "ACCUSE", roles=[("actor", 2), ("recipient", 3)]),
        event_at(TEXT, "arming", "NONE", roles=[("actor", 3), ("recipient", 1)]),
        event_at(TEXT, "met", "CONSULT", roles=[("participant", 3), ("participant", 0)]),
    )
    return Annotations(report_id="r1", entities=tuple(entities), events=events)


def chosen(own):
    found = EVENTS.answer([own], StubCoder(annotations={"d1": annotated()}))["d1"]
    return [a.root for a in found if a.chosen]


def test_the_event_with_the_given_sides_in_fitting_roles_is_chosen():
    assert chosen(document()) == ["ACCUSE"]
    assert chosen(document("Cassia", "Dorne")) == ["ASSAULT"]
    assert chosen(document("Borduria", "Cassia")) == ["CONSULT"]


def test_one_side_in_its_own_role_is_better_than_both_in_others():
    assert chosen(document("Borduria", "Arland")) == ["CONSULT"]


def test_the_event_whose_clause_holds_both_sides_is_chosen_where_no_role_is_known():
    bare = [replace(event, roles=()) for event in annotated().events]
    wide = replace(bare[1], clause=Span(start=0, end=len(TEXT)))
    sides = [place_of(TEXT, "Arland")], [place_of(TEXT, "Borduria")]
    narrow = replace(bare[0], clause=place_of(TEXT, "Cassia shelled Dorne"))
    assert choose_event(annotated(), [narrow, wide], *sides) == wide


def test_the_root_is_that_of_what_is_done_with_the_deed():
    own = annotated()
    promised = replace(own, events=(replace(own.events[1], act="REJECT"),))
    found = EVENTS.answer([document()], StubCoder(annotations={"d1": promised}))["d1"]
    assert [a.root for a in found] == ["REJECT"]


def test_untold_mentions_are_chosen_and_give_no_triple():
    own = annotated()
    untold = replace(own, events=(), unrecorded=own.events)
    found = EVENTS.answer([document()], StubCoder(annotations={"d1": untold}))["d1"]
    assert [(a.root, a.actors, a.recipients, a.chosen) for a in found] == [("ACCUSE", (), (), True)]


def test_the_day_s_news_is_chosen_where_no_side_is_known():
    assert chosen(document(None, None)) == ["ASSAULT"]


def test_of_events_with_none_of_the_sides_one_within_a_given_side_is_last():
    own = replace(annotated(), entities=tuple(replace(e, chain=9) for e in annotated().entities))
    events = [replace(event, roles=()) for event in own.events]
    best = choose_event(own, events, [place_of(TEXT, "Cassia shelled Dorne")], [])
    assert TEXT[best.trigger.start : best.trigger.end] == "accused"


def test_without_events_nothing_is_chosen():
    assert choose_event(annotated(), [], [], []) is None


def test_what_plover_leaves_out_is_no_answer():
    roots = [a.root for a in EVENTS.answer([document()], StubCoder(annotations={"d1": annotated()}))["d1"]]
    assert roots == ["ASSAULT", "ACCUSE", "CONSULT"]


@pytest.mark.parametrize(
    ("type", "root"),
    [
        ("RETREAT", "YIELD"),
        ("CONCEDE", "YIELD"),
        ("DEMAND", "REQUEST"),
        ("DISAPPROVE", "ACCUSE"),
        ("INVESTIGATE", "ACCUSE"),
        ("FIGHT", "ASSAULT"),
        ("COOPERATE", "COOPERATE"),
        ("SUPPORT", "SUPPORT"),
    ],
)
def test_types_of_other_editions_count_as_roots(type, root):
    assert root_of(type) == root


def test_every_root_has_a_quad():
    assert len(quads_of_roots()) == 15
    assert (quads_of_roots()["YIELD"], quads_of_roots()["REQUEST"]) == (2, 3)


def test_accuracies_and_macro_f1_by_hand():
    documents = [
        document(id="a"),
        document(id="b"),
        document(id="c", type="ASSAULT", quad=4),
        document(id="d", type="AID", quad=2),
    ]
    found = {"a": "ACCUSE", "b": "REJECT", "c": "ACCUSE", "d": "AGREE"}
    units = EVENTS.score(documents, {key: [answer(root, chosen=True)] for key, root in found.items()})
    figures = measured(EVENTS, units)
    assert figures["root_accuracy"] == 1 / 4
    assert figures["quad_accuracy"] == 2 / 4
    assert figures["binary_accuracy"] == 1.0
    assert figures["root_macro_f1"] == pytest.approx((1 / 2 + 0 + 0) / 3)
    assert [unit.marks for unit in units] == ["=", "~", "-", "-"]
    assert kinds_of(units[2]) == ["root"]


def test_a_triple_needs_root_and_both_sides():
    own = [document(id=key) for key in "abcd"]
    answers = {
        "a": [answer("ACCUSE", "Arland", "Borduria"), answer("ASSAULT", "Cassia", "Dorne")],
        "b": [answer("REJECT", "Arland", "Borduria")],
        "c": [answer("ACCUSE", "Borduria", "Arland")],
        "d": [answer("ACCUSE", "Arland")],
    }
    figures = measured(EVENTS, EVENTS.score(own, answers))
    assert (figures["triple_precision"], figures["triple_recall"]) == (1 / 4, 1 / 4)
    assert figures["triple_f1"] == 1 / 4


def test_participants_are_both_sides_but_not_of_themselves():
    two = EventAnswer(
        root="CONSULT",
        start=0,
        end=1,
        actors=(Span(start=6, end=12), Span(start=28, end=34)),
        recipients=(Span(start=6, end=12), Span(start=28, end=34)),
    )
    one = EventAnswer(root="CONSULT", start=0, end=1, actors=two.actors[:1], recipients=two.recipients[:1])
    own = document("Arland", "Cassia", "CONSULT", quad=1)
    assert measured(EVENTS, EVENTS.score([own], {"d1": [two]}))["triple_f1"] == 1.0
    alone = document("Cassia", "Cassia", "CONSULT", quad=1)
    assert EVENTS.score([alone], {"d1": [one]})[0].counts["triple_answers"] == 0


def test_documents_without_a_marked_side_have_no_triple():
    counts = EVENTS.score([document(actor=None)], {"d1": [answer("ACCUSE", "Arland", "Borduria")]})[0].counts
    assert "triples" not in counts
    assert counts["gold"] == 1


def test_sides_in_words_are_found_in_the_text():
    own = make_document(EVENTS, TEXT, type="DISAPPROVE", source=[{"surface": "ARLAND"}], target=[{"surface": "Nobody"}])
    assert [(s.start, s.end) for s in own.gold.actor] == [tuple(pair_of(TEXT, "Arland"))]
    assert own.gold.recipient == ()
    assert EVENTS.score([own], {"d1": [answer("ACCUSE", chosen=True)]})[0].marks == "="


def test_a_type_that_plover_lacks_is_never_right_and_has_no_quad():
    own = make_document(EVENTS, TEXT, type="CRIME", source=[], target=[])
    unit = EVENTS.score([own], {"d1": [answer("ASSAULT", chosen=True)]})[0]
    assert (unit.marks, unit.counts["quads"]) == ("-", False)


def test_a_text_without_sides_is_refused():
    with pytest.raises(ValidationError, match="are given"):
        make_document(EVENTS, TEXT, type="ACCUSE")


def test_nothing_scores_zero():
    assert set(measured(EVENTS, []).values()) == {0.0}
    assert set(measured(EVENTS, EVENTS.score([document()], {})).values()) == {0.0}
