"""Scores of realis, by hand: event mentions found or not, right or not, and the rules alone."""

import pytest
from pydantic import ValidationError

from evaluate.factory import kinds_of, make_document, measured, span_of
from evaluate.tasks.factory import StubCoder, event_at
from variorum.evaluate.tasks.realis import REALIS, RealisAnswer
from variorum.schema.annotations import Annotations

TEXT = "Arland attacked Borduria. Borduria may attack Arland. The talks in the hall were long."


def item(words, label, second=None):
    return span_of(TEXT, words, label=label) | ({"or": second} if second else {})


def document():
    items = [
        item("attacked", "happened"),
        item("attack Arland", "hypothetical", "planned"),
        item("talks", "happened"),
        item("hall", "none"),
    ]
    return make_document(REALIS, TEXT, items=items)


def score(*pairs):
    answers = [RealisAnswer(mention=mention, reader=reader) for mention, reader in pairs]
    return REALIS.score([document()], {"d1": answers})


def test_found_and_right_are_counted_apart():
    units = score(("happened", "happened"), ("planned", "planned"), (None, "planned"), (None, "happened"))
    figures = measured(REALIS, units)
    assert figures["found"] == pytest.approx(2 / 3)
    assert figures["found_accuracy"] == 1.0
    assert figures["accuracy"] == pytest.approx(2 / 3)
    assert figures["reader_accuracy"] == pytest.approx(2 / 3)
    assert figures["quiet"] == 1.0
    assert units[0].marks == "==-="


def test_confusion_is_by_the_first_label():
    units = score(("denied", "denied"), ("planned", "planned"), (None, "happened"), ("happened", "happened"))
    counts = units[0].counts
    assert counts["mention:happened:denied"] == 1
    assert counts["mention:hypothetical:hypothetical"] == 1
    assert counts["mention:happened:not found"] == 1
    assert counts["none"] == 1
    assert kinds_of(units[0]) == ["realis", "reader", "missed", "spurious"]


def test_document_without_answers_has_nothing_found():
    assert measured(REALIS, REALIS.score([document()], {}))["found"] == 0.0


def test_label_must_be_known():
    with pytest.raises(ValidationError):
        make_document(REALIS, TEXT, items=[item("attacked", "perhaps")])


def test_answers_are_of_all_mentions_and_of_the_words_themselves(nlp):
    told, open_still = (
        event_at(TEXT, "attacked", "ASSAULT"),
        event_at(TEXT, "attack ", "ASSAULT", realis="hypothetical"),
    )
    own = Annotations(report_id="d1", events=(told,), unrecorded=(open_still,))
    coder = StubCoder(annotations={"d1": own})
    answers = REALIS.answer([document()], coder)["d1"]
    assert [a.mention for a in answers] == ["happened", "hypothetical", None, None]
    assert [a.reader for a in answers][:2] == ["happened", "hypothetical"]
