"""What clauses around an event say of when and where it was, and what they do not."""

import pytest
from annotations.factory import annotate_text


@pytest.mark.parametrize(
    ("text", "word", "time", "place"),
    [
        (
            "He recalled the events of 21 May in Kayes, where a patrol was ambushed by rebels.",
            "ambushed",
            "21 May",
            "Kayes",
        ),
        ("They drove to the village of Deder, where gunmen had killed four farmers.", "killed", None, "Deder"),
        (
            "The truce ended on 29 March, when a band came down from the hills, killing nine farmers.",
            "killing",
            "29 March",
            None,
        ),
        ("Police fired on marchers in Lagos on 3 May.", "fired", "3 May", "Lagos"),
    ],
)
def test_scene_is_read_when_a_clause_sets_it(nlp, text, word, time, place):
    found = annotate_text(text)
    event = found.event(word)
    assert found.time(event) == time
    assert found.place(event) == place


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A ferry sank off Lagos, officials said on Wednesday, in the worst maritime accident for years.", "accident"),
        ("Peace talks will go on, an official close to the negotiations said on Monday.", "negotiations"),
    ],
)
def test_the_day_of_speaking_is_of_no_event(nlp, text, word):
    found = annotate_text(text)
    assert found.time(found.event(word)) is None
