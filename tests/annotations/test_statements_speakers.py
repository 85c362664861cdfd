"""The words that name a speaker, the chain of who passes a statement on, and statements within statements."""

import pytest

from annotations.factory import annotate_text


def told(text: str) -> list[tuple[str | None, str, list[str], int | None]]:
    """Speaker's words, cue, contents and the statement that it stands in, of each statement of a text."""
    reading = annotate_text(text)
    return [
        (
            None if s.speaker_words is None else reading.words(s.speaker_words),
            reading.words(s.cue),
            [reading.words(c) for c in s.contents],
            s.within,
        )
        for s in reading.found.statements
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Residents said the shelling began at dawn.", "Residents"),
        ("Two unnamed officials said the talks had failed.", "Two unnamed officials"),
        ("Sources close to the talks said a deal was near.", "Sources close to the talks"),
        ("“No deal,” said one diplomat who asked not to be named.", "one diplomat"),
        ("The bridge was mined, according to a report by the mission.", "a report by the mission"),
        ("The declaration says that both armies will leave the valley.", "The declaration"),
        ("In a joint statement, Kenya and Uganda said they would open the road.", "Kenya and Uganda"),
        ("She said the dam was safe.", "She"),
        ("The vote was criticized by many observers.", "many observers"),
    ],
)
def test_speaker_has_words_when_no_entity_is_named(text, speaker):
    assert [found[0] for found in told(text)] == [speaker]


def test_speaker_has_no_words_when_nobody_is_named():
    assert [found[0] for found in told("The general is said to have left the country.")] == [None]


def test_relative_pronoun_goes_with_its_noun_when_it_speaks():
    found = told("A guard, who said the gate was open, ran to the river.")
    assert ("A guard, who", "said", ["the gate was open"], None) in found


def test_inner_statements_are_found_when_one_is_quoted_as_saying():
    found = told("Tass quoted the minister as saying that the president had promised to open the road.")
    assert [(who, cue, within) for who, cue, _, within in found] == [
        ("Tass", "quoted", None),
        ("the minister", "saying", 0),
        ("the president", "promised", 1),
    ]
    assert found[2][2] == ["to open the road"]


def test_inner_statement_is_found_when_it_stands_in_quotation_marks():
    found = told("“The mayor promised to leave and I believe him,” Okoro said.")
    assert [(who, cue, within) for who, cue, _, within in found] == [
        ("Okoro", "said", None),
        ("The mayor", "promised", 0),
    ]


def test_one_who_is_quoted_speaks_when_the_verb_is_passive():
    found = told("Okoro was quoted by Kenyan media as saying the dam was safe.")
    assert found == [("Okoro", "saying", ["the dam was safe"], None)]


def test_according_to_stays_in_its_clause_when_that_opens_it():
    found = told("The agency reported that, according to Okoro, the rebels had fled.")
    assert ("Okoro", "according to", ["the rebels had fled"], 0) in found


def test_translator_passes_on_when_remarks_are_translated():
    reading = annotate_text("In remarks translated by Reuters, President Ruto said the dam was safe.")
    (statement,) = reading.found.statements
    assert reading.found.entities[statement.through].name == "Reuters"
    assert reading.words(statement.speaker_words) == "President Ruto"


def test_speaker_goes_on_when_second_verb_has_the_tense_of_the_first():
    found = told("She says the obvious answer was to stop the raids and says she opposed them.")
    assert [(who, what) for who, _, what, _ in found if what[0].startswith("the obv")] == [
        ("She", ["the obvious answer was to stop the raids"])
    ]


def test_content_holds_second_clause_when_that_comes_again():
    found = told("The mayor said that the bridge was open, and that the road was closed.")
    assert found[0][2] == ["the bridge was open, and that the road was closed"]


def test_occasion_is_not_said_when_it_opens_the_sentence():
    assert told("Asked about the lies that are spread in the port, he answered calmly.") == []
