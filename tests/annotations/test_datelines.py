"""A dateline begins no sentence that tells something: its town acts in nothing."""

import pytest
from annotations.factory import annotate_text

from variorum.annotations.parse import load_parser
from variorum.config import Config


@pytest.mark.parametrize(
    "dateline",
    [
        "KELVA - ",
        "KELVA: ",
        "KELVA, Oskia (ABC) — ",
        "Kelva (ABC) - ",
        "KELVA (ABC) -- ",
        "Orsk Hill, Oskia – ",
        "KELVA, 3 May (ABC) - ",
        "KELVA, May 3 - ",
    ],
)
def test_sentence_begins_behind_the_dateline(dateline):
    text = f"{dateline}Clashes broke out in the harbour on Wednesday."
    doc = load_parser(Config())(text)
    first = doc.char_span(len(dateline), len(dateline) + len("Clashes"))[0]
    assert (first.is_sent_start, first.tag_, first.head.text, doc.text) == (True, "NNS", "broke", text)


@pytest.mark.parametrize(
    "text",
    ["The army said that it - Rebels and all - was gone.", "Talks - Rebels want them - were held.", "KELVA - a town."],
)
def test_dash_within_a_sentence_is_no_dateline(text):
    doc = load_parser(Config())(text)
    assert [t.text for t in doc if t.is_sent_start and t.i] == []


def test_name_behind_the_dateline_stays_a_name():
    doc = load_parser(Config())("KELVA - Norway asked for talks on Monday.")
    assert doc[2].tag_ == "NNP"


def test_clash_behind_a_dateline_is_an_event():
    read = annotate_text("KHARTOUM - Clashes broke out in several parts of Khartoum on Wednesday, residents said.")
    assert [e.concept for e in read.events] == ["clash"]
