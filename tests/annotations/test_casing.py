"""Text in capitals is parsed as ordinary print of the same length; all else stays as it is."""

import pytest
from annotations.factory import annotate_text
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotations.casing import is_capital


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE REBELS ATTACKED A VILLAGE NEAR GOMA ON MONDAY.", "The rebels attacked a village near Goma on Monday."),
        (
            "PRESIDENT ALASSANE OUATTARA FLEW TO NEW YORK IN MAY 2019.",
            "President Alassane Ouattara flew to New York in May 2019.",
        ),
        ("THE FRENCH ARMY DENIED IT.  NOBODY MAY LEAVE.", "The French army denied it.  Nobody may leave."),
        (
            "THE MINISTER, DR. ADA BLOM, LEFT THE M23 [MOVEMENT] THERE.",
            "The minister, Dr. Ada Blom, left the M23 [movement] there.",
        ),
        (
            "GEORGE BUSH MET THE PEOPLE'S GUARD IN PERU'S CAPITAL.",
            "George Bush met the people's guard in Peru's capital.",
        ),
    ],
)
def test_capitals_are_read_as_ordinary_print(nlp, text: str, expected: str) -> None:
    assert nlp(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels of the M23 took Goma on Monday, the UN said.",
        "all in lower case and without any stop at all the rebels took goma",
        "SUMMARY",
        "NATO, UN",
        "",
        "\n\n",
    ],
)
def test_other_text_stays_as_it_is(nlp, text: str) -> None:
    assert nlp(text).text == text


def test_only_lines_in_capitals_are_changed(nlp) -> None:
    text = "REBELS TAKE THE TOWN OF BUNIA\nThe rebels took Bunia. Its mayor, Ebale, fled.\nEBALE WAS KILLED THERE"
    assert (
        nlp(text).text
        == "Rebels take the town of Bunia\nThe rebels took Bunia. Its mayor, Ebale, fled.\nEbale was killed there"
    )


def test_words_of_ordinary_lines_say_how_names_are_written(nlp) -> None:
    text = "Talks with Driver, the envoy, began.\nENVOY DRIVER LEFT THE TALKS EARLY"
    assert nlp(text).text.endswith("Envoy Driver left the talks early")


def test_words_found_in_capitals_are_at_their_place_in_the_report() -> None:
    text = "THREE REBELS WERE KILLED IN GOMA ON MONDAY, PRESIDENT ALASSANE OUATTARA SAID."
    reading = annotate_text(text)
    (figure,) = reading.found.figures
    assert reading.words(figure.span) == "THREE REBELS"
    names = {m.name: reading.words(m.span) for m in reading.found.entities}
    assert names["Alassane Ouattara"] == "ALASSANE OUATTARA"
    assert names["Goma"] == "GOMA"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ABÇİIẞŒÉ '’.-[]()\n1230ßı", max_size=120))
def test_length_and_line_breaks_are_kept_whatever_the_letters(nlp, text: str) -> None:
    restored = nlp.tokenizer.restore(text)
    assert len(restored) == len(text)
    assert [i for i, c in enumerate(restored) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@pytest.mark.parametrize(
    ("line", "expected"), [("FOUR WORDS IN CAPITALS", True), ("Four words IN capitals", False), ("A B", False)]
)
def test_line_is_in_capitals_by_its_letters(line: str, expected: bool) -> None:
    assert is_capital(line) is expected


def test_what_was_parsed_before_changes_no_answer(nlp) -> None:
    text = "THE REBELS ATTACKED A VILLAGE NEAR GOMA ON MONDAY."
    first = nlp(text).text
    nlp("they went by goma and by karongi and by rubaya and the rubaya road")
    assert nlp(text).text == first


@pytest.mark.parametrize("word", ["PEACE", "SUBMACHINEGUN"])
def test_a_noun_without_a_plural_is_no_town(nlp, word: str) -> None:
    line = f"THE ENVOYS SAID THAT {word} AND FIRE CAME TO THEM"
    assert word.lower() in nlp.tokenizer.restore(line)
