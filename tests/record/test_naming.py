"""Loaded words against neutral ones for one thing, in the reports' own voice."""

from hypothesis import given
from hypothesis import strategies as st
from links.factory import LOOKUP, make_node
from record.factory import SIGLA, make_event, make_label

from variorum.record.naming import Label, find_namings

PROCESS_OF = {f"r{i}": "p1" for i in range(1, 10)}
ATTACK = make_event(make_node("r1", "attack", "ASSAULT", roles=[("actor", "Arland"), ("recipient", "Borduria")]))
EVENTS = {ATTACK.event_id: ATTACK}


def label(report: str, text: str, subject: str = "Arland", **more) -> Label:
    mention = make_label(text, **more)
    if subject in EVENTS:
        mention = type(mention)(span=mention.span, label=text, voice=mention.voice, loaded=mention.loaded, event=0)
    return Label(
        label_id=f"l-{report}-{text}", report_id=report, subject_id=subject, mention=mention, context=mention.span
    )


def contrast(word: str) -> str | None:
    return "taking" if word in ("liberated", "seized", "captured") else None


def namings(*labels: Label):
    return find_namings(labels, EVENTS, LOOKUP, PROCESS_OF, SIGLA, contrast_set=contrast)


def test_loaded_word_against_a_neutral_one_is_a_disagreement():
    (found,) = namings(label("r1", "regime", loaded="negative"), label("r2", "government"))
    assert found.kind == "label"
    assert {(h.value, h.support[0]) for h in found.holdings} == {("regime", "r1"), ("government", "r2")}
    assert "regime" in found.summary
    assert "S1" in found.summary
    assert "S2" in found.summary


def test_neutral_words_alone_are_none():
    assert namings(label("r1", "government"), label("r2", "cabinet")) == ()


def test_same_word_everywhere_is_none():
    assert namings(label("r1", "regime", loaded="negative"), label("r2", "Regime", loaded="negative")) == ()


def test_one_report_alone_is_none():
    assert namings(label("r1", "regime", loaded="negative"), label("r1", "government")) == ()


def test_quoted_words_are_not_the_reports():
    assert namings(label("r1", "regime", loaded="negative", voice="quoted"), label("r2", "government")) == ()


def test_words_for_other_things_are_not_compared():
    assert namings(label("r1", "regime", loaded="negative"), label("r2", "government", "Borduria")) == ()


def test_deeds_are_compared_by_who_acted_and_what_the_words_contrast():
    event = ATTACK.event_id
    (found,) = namings(label("r1", "liberated", event, loaded="positive"), label("r2", "seized", event))
    assert found.kind == "label"
    assert found.subject_id == event
    assert namings(label("r1", "liberated", event, loaded="positive"), label("r2", "walked", event)) == ()


@given(st.permutations([("r1", "regime", "negative"), ("r2", "government", None), ("r3", "authorities", None)]))
def test_naming_does_not_depend_on_order(order):
    found = namings(*(label(r, word, loaded=loaded) for r, word, loaded in order))
    assert [d.disagreement_id for d in found] == [
        d.disagreement_id
        for d in namings(
            label("r1", "regime", loaded="negative"), label("r2", "government"), label("r3", "authorities")
        )
    ]
    assert len(found[0].holdings) == 3


def test_forms_of_one_word_are_one_word():
    assert namings(label("r1", "terrorist", loaded="blaming"), label("r2", "terrorists", loaded="blaming")) == ()


def test_two_words_that_blame_alike_are_no_disagreement():
    assert namings(label("r1", "abducted", loaded="blaming"), label("r2", "kidnapped", loaded="blaming")) == ()
