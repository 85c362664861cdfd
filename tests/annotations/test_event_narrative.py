"""Where a story stands: days and places of events that say none of their own, and where it leaves them."""

import pytest
from annotations.factory import annotate_text

from variorum.annotations.annotate import annotate_doc
from variorum.annotations.parse import load_parser
from variorum.config import Config
from variorum.schema.reports import Report


def told(found, word: str) -> str | None:
    event = found.event(word)
    return None if event.told_at is None else found.words(found.found.times[event.told_at].span)


def scene(found, word: str) -> str | None:
    event = found.event(word)
    return None if event.scene is None else found.found.entities[event.scene].name


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("On Sunday night crowds marched through Lima. Nine were arrested.", "arrested", "Sunday night"),
        (
            "On Sunday crowds marched through Lima. They sang. Police fired tear gas.",
            "tear gas",
            "Sunday",
        ),
        ("On Monday trams stood still. Shops were shut, and 4,000 people marched in Oslo.", "marched", "Monday"),
        ("On Monday shops stayed shut. In Oslo 4,000 people marched.", "marched", "Monday"),
        ("On Friday police had broken up a rally. Twelve miners were arrested.", "arrested", "Friday"),
        ("Police attacked the rally on Friday, an officer said. Nine were arrested.", "arrested", "Friday"),
        ("In May rebels raided the camp. Nine guards were arrested.", "arrested", "May"),
    ],
)
def test_an_event_is_on_the_day_that_the_story_has_reached(nlp, text, word, day):
    found = annotate_text(text)
    assert day in (told(found, word), found.time(found.event(word)))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("On Sunday crowds marched through Lima. Police had arrested nine miners.", "arrested"),
        ("On Sunday crowds marched through Lima. Nine miners have been arrested.", "arrested"),
        ("On Sunday crowds marched through Lima. Earlier police arrested nine miners.", "arrested"),
        ("On Sunday crowds marched through Lima. The mayor is a baker. Police arrested nine miners.", "arrested"),
        ("On Sunday crowds marched through Lima. In 2009 a mine was shut. Police arrested nine miners.", "arrested"),
        ("The mayor said on Sunday that he was ill. Police arrested nine miners.", "arrested"),
        ("Police arrested nine miners. On Sunday crowds marched through Lima.", "arrested"),
    ],
)
def test_an_event_has_no_day_where_it_does_not_carry_the_story_on(nlp, text, word):
    assert told(annotate_text(text), word) is None


def test_a_story_ends_with_its_paragraph_unless_that_is_one_sentence(nlp):
    wire = "Police shut a bridge in Quito.\n\nOn Sunday crowds marched through Lima.\n\nNine miners were arrested."
    long = "On Sunday crowds marched through Lima. It rained.\n\nNine miners were arrested."
    assert told(annotate_text(wire), "arrested") == "Sunday"
    assert told(annotate_text(long), "arrested") is None


def test_the_place_of_the_story_goes_with_its_day(nlp):
    found = annotate_text("On Sunday night crowds marched through Lima. Nine miners were arrested.")
    assert scene(found, "arrested") == "Lima"
    assert found.event("arrested").place is None


def _with_dateline(text: str, dateline: str):
    report = Report(report_id="r1", file="one.txt", text=text, digest="0", dateline=dateline)
    return annotate_doc(load_parser(Config())(text), report)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Peru and Chile signed a truce on Monday.", "LIMA"),
        ("Peru and Chile signed a truce here on Monday.", "LIMA"),
        ("Peru and Chile signed a truce in Quito on Monday.", None),
        ("Peru and Chile signed a truce in a village on the border on Monday.", None),
        ("Rebels attacked a convoy on Monday.", None),
    ],
)
def test_the_town_of_the_dateline_is_where_the_first_sentence_gathers_people(nlp, body, place):
    found = _with_dateline(f"LIMA, May 3 (Reuters) - {body}", "LIMA, May 3 (Reuters)")
    (event,) = [e for e in found.events if e.type in ("AGREE", "ASSAULT")]
    assert (None if event.scene is None else found.entities[event.scene].name) == place
