"""Places told by what an event fills, leaves, awaits or brings people to."""

import pytest
from annotations.factory import annotate_text


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Chad denies shelling of Kayes.", "shelling", "Kayes"),
        ("Fighting between Chad and Sudan was reported at Kayes.", "fighting", "Kayes"),
        ("A ceasefire, signed in Lima in 2008, collapsed within a month.", "ceasefire", "Lima"),
        ("Lima is preparing for talks between Peru and Chile.", "talks", "Lima"),
        ("The front at Kayes came alive on Thursday with clashes between Chad and Sudan.", "clashes", "Kayes"),
        ("The armies of Chad and Sudan clashed close to Kayes on 5 October.", "clashed", "Kayes"),
        ("Some 1,900 people took to the streets of Lima on Friday.", "took to the streets", "Lima"),
    ],
)
def test_place_is_read_when_the_clause_tells_it(nlp, text, word, place):
    found = annotate_text(text)
    assert found.place(found.event(word)) == place


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Officials in Geneva condemned the attack.", "attack"),
        ("The minister, who was born in Lima, resigned on Friday.", "resigned"),
        ("Peru signed the treaty, a paper in Lima wrote.", "signed"),
    ],
)
def test_no_place_is_read_when_it_is_of_something_else(nlp, text, word):
    found = annotate_text(text)
    assert found.place(found.event(word)) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Envoys of Chad and Sudan met in Lima on Friday, a week after a raid that killed nine soldiers.", "raid"),
        ("The minister spoke in Lima on Friday after a bombing that killed nine.", "bombing"),
    ],
)
def test_what_a_later_meeting_follows_was_not_where_the_meeting_is(word, text):
    found = annotate_text(text)
    assert found.event(word).place is None


def test_who_dies_after_an_explosion_dies_where_it_was():
    found = annotate_text("Nine people died in Goma on Friday after an explosion.")
    assert found.place(found.event("explosion")) == "Goma"
