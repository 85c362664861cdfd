"""Scores of what police did, by hand, and how events become labels."""

import pytest

from evaluate.factory import kinds_of, make_document, measured, span_of
from evaluate.tasks.factory import StubCoder, entity_at, event_at, place_of
from variorum.evaluate.tasks.police import POLICE, PoliceAnswer
from variorum.schema.annotations import Annotations, FigureMention

FIRST, SECOND, THIRD = "Police fired at a crowd and two died.", "Ten men were arrested.", "The inspector failed to act."
TEXT = f"{FIRST} {SECOND} {THIRD}"


def document(id="d1", labels=(("FORCE", "KILL"), ("ARREST", "ANY_ACTION"), ())):
    sentences = [
        span_of(TEXT, words, labels=list(own)) for words, own in zip((FIRST, SECOND, THIRD), labels, strict=True)
    ]
    return make_document(POLICE, TEXT, id=id, sentences=sentences, labels=sorted({x for own in labels for x in own}))


def answer(label, words):
    return PoliceAnswer(label=label, **span_of(TEXT, words))


def test_labels_are_scored_by_document_and_by_sentence():
    answers = [
        answer("KILL", "arrested"),
        answer("FORCE", "fired"),
        answer("FORCE", "failed"),
        answer("FAIL", "failed"),
    ]
    units = POLICE.score([document()], {"d1": answers})
    figures = measured(POLICE, units)
    assert (figures["kill_f1"], figures["kill_sentence_f1"]) == (1.0, 0.0)
    assert figures["force_sentence_f1"] == pytest.approx(2 / 3)
    assert (figures["arrest_f1"], figures["fail_f1"]) == (0.0, 0.0)
    assert units[0].marks == "=-=+1"
    assert units[0].counts["gold"] == 3
    assert sorted(kinds_of(units[0])) == [
        "ARREST missed",
        "FAIL spurious",
        "FORCE spurious",
        "KILL missed",
        "KILL spurious",
    ]


def test_documents_add_up():
    bare = document("d2", labels=((), (), ()))
    units = POLICE.score([document(), bare], {"d1": [answer("KILL", "died")], "d2": [answer("KILL", "died")]})
    assert measured(POLICE, units)["kill_f1"] == pytest.approx(2 * 0.5 * 1 / 1.5)


def test_nothing_scores_zero():
    assert set(measured(POLICE, POLICE.score([document()], {})).values()) == {0.0}
    assert set(measured(POLICE, []).values()) == {0.0}


def labels_of(text, *, events=(), entities=(), figures=()):
    sentences = tuple(place_of(text, f"{words}.") for words in text.rstrip(".").split(". "))
    own = Annotations(
        report_id="r1", sentences=sentences, events=tuple(events), entities=tuple(entities), figures=tuple(figures)
    )
    plain = make_document(POLICE, text, sentences=[], labels=[])
    return {(a.label, text[a.start : a.end]) for a in POLICE.answer([plain], StubCoder(annotations={"d1": own}))["d1"]}


def dead(text, words):
    span = place_of(text, words)
    return FigureMention(span=span, governor=span.start, what="killed", qualifier="exact", low=2.0, best=2.0, high=2.0)


def by(text, who, words, concept="shooting", type="ASSAULT", **more):
    return {
        "entities": [entity_at(text, who, 0, kind="organization")],
        "events": [event_at(text, words, type, concept=concept, roles=[("actor", 0)], **more)],
    }


def test_violence_by_police_is_force_and_the_dead_of_its_sentence_are_killed():
    text = "Police fired at a crowd and two died. Later two died in a fire."
    assert labels_of(text, **by(text, "Police", "fired"), figures=[dead(text, "two")]) == {
        ("FORCE", "fired"),
        ("KILL", "two"),
    }


def test_violence_by_others_is_none_of_it():
    text = "Rioters fired at a crowd and two died."
    assert labels_of(text, **by(text, "Rioters", "fired"), figures=[dead(text, "two")]) == set()


def test_words_for_police_firing_are_force():
    text = "Two were killed in police firing."
    assert labels_of(text, figures=[dead(text, "Two")]) == {("FORCE", "police firing"), ("KILL", "Two")}


def test_arrests_need_no_actor_but_not_another_one():
    text = "Ten men were arrested."
    event = event_at(text, "arrested", "COERCE", concept="arrest")
    assert labels_of(text, events=[event]) == {("ARREST", "arrested")}
    text = "Rebels arrested ten men."
    assert labels_of(text, **by(text, "Rebels", "arrested", "arrest", "COERCE")) == set()


def test_what_did_not_happen_is_not_done_but_failed():
    text = "Police did not arrest them."
    assert labels_of(text, **by(text, "Police", "arrest", "arrest", "COERCE", realis="denied")) == {("FAIL", "arrest")}
    assert labels_of(text, **by(text, "Police", "arrest", "arrest", "COERCE", realis="planned")) == set()


def test_words_for_doing_nothing_need_police_in_their_sentence():
    assert labels_of("Constables stood by for an hour.") == {("FAIL", "stood by")}
    assert labels_of("Constables were unable to stop them.") == {("FAIL", "unable to")}
    assert labels_of("No action was taken by police.") == {("FAIL", "No action was")}
    assert labels_of("The police have not recorded it.") == {("FAIL", "have not recorded")}
    assert labels_of("Police came. The harvest failed.") == set()
