"""Words of little weight make events where their sides vouch for them, and only there."""

import pytest
from annotations.factory import annotate_text


@pytest.fixture
def read(nlp):
    return annotate_text


def types(found, *, told):
    return {e.type for e in (found.found.events if told else found.found.unrecorded)}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Peru handed over 30 ambulances to Ecuador.", "AID"),
        ("The army of Chad returned 12 stone figures to Sudan.", "RETREAT"),
        ("The army of Chad bought tents and handed over 30 ambulances to Sudan.", "AID"),
    ],
)
def test_a_loose_word_is_an_event_when_a_known_side_does_it_to_another(read, text, type):
    assert type in types(read(text), told=True)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Dealers handed over 30 ambulances.", "AID"),
        ("A museum returned 12 stone figures.", "RETREAT"),
    ],
)
def test_a_loose_word_is_none_when_no_known_side_does_it_or_it_is_told_in_passing(read, text, type):
    found = read(text)
    assert type in types(found, told=False)
    assert type not in types(found, told=True)


def test_a_word_that_announces_a_told_deed_is_no_event_of_its_own(read):
    found = read("Chad had planned to invade Sudan.")
    assert [e.concept for e in found.found.events] == ["invasion"]


GROUNDS = [
    ("The licence of Alder Air was suspended on Thursday.", "COERCE"),
    ("Oxfam has been asked by the health ministry to send more doctors.", "REQUEST"),
    ("The union has asked the labour court to lift the ban.", "REQUEST"),
    ("The agenda was agreed in Oslo on 3 May.", "AGREE"),
    ("Police questioned the pilot on Tuesday and searched the company's office in Lagos.", "COERCE"),
]


@pytest.mark.parametrize(("text", "type"), GROUNDS)
def test_a_loose_word_is_an_event_when_bodies_days_and_places_vouch_for_it(read, text, type):
    assert type in types(read(text), told=True)


@pytest.mark.parametrize(
    "text",
    [
        "The agenda was agreed.",
        "“The agenda was agreed in Oslo on 3 May,” he said.",
        "The envoy of Chad was ready on Monday in Oslo to hold talks.",
        "The band marched in Lagos on Saturday.",
    ],
)
def test_a_loose_word_is_none_when_nothing_or_only_a_mood_is_told(read, text):
    assert types(read(text), told=True) <= {"CONSULT"}
