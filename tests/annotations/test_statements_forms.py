"""Turns of dialogues, headlines, live reports and quotation marks of all kinds: nothing crashes, nothing is swallowed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.factory import annotate_text
from variorum.schema.quotation_marks import pair_marks


def told(text: str) -> list[tuple[str, str, list[str]]]:
    reading = annotate_text(text)
    return [
        (
            reading.words(s.speaker_words) if s.speaker_words is not None else "",
            reading.words(s.cue),
            [reading.words(c) for c in s.contents],
        )
        for s in reading.found.statements
    ]


def issues(text: str) -> list[str]:
    return [issue.kind for issue in annotate_text(text).found.issues]


def test_turns_are_statements_when_names_stand_before_colons():
    found = told("OKORO: We will never leave.\nLINDQVIST: That is what you swore last year.\nOKORO: And here we are.")
    assert [(who, what) for who, _, what in found if _ == ":"] == [
        ("OKORO", ["We will never leave."]),
        ("LINDQVIST", ["That is what you swore last year."]),
        ("OKORO", ["And here we are."]),
    ]


def test_turns_are_statements_when_questions_and_answers_alternate():
    found = told("Q: What happened at the dam?\nA: The guards fired first.\nQ: Who gave the order?\nA: Nobody knows.")
    assert [(who, what[0]) for who, cue, what in found if cue == ":"] == [
        ("Q", "What happened at the dam?"),
        ("A", "The guards fired first."),
        ("Q", "Who gave the order?"),
        ("A", "Nobody knows."),
    ]


def test_turn_holds_its_next_line_when_another_turn_follows():
    found = told(
        "General Okoro: We stay.\nAnd then we go.\nModerator: When?\nGeneral Okoro: In June.\n\nRain fell later."
    )
    turns = [what for _, cue, what in found if cue == ":"]
    assert turns == [["We stay.", "And then we go."], ["When?"], ["In June."]]


def test_lines_are_given_up_when_many_stand_between_turns():
    lines = "\n".join(f"The crowd waited for hour {n} of the day." for n in range(1, 9))
    text = f"General Okoro: We stay.\n{lines}\nModerator: When?\nGeneral Okoro: In June."
    assert [what for _, cue, what in told(text) if cue == ":"] == [["We stay."], ["When?"], ["In June."]]
    assert "unclear_turn" in issues(text)


@pytest.mark.parametrize(
    "text",
    ["Killed: 5 men\nWounded: 12 men\nKilled: 9 women", "Photo: a bridge\nMap: the valley", "Talks: what we know"],
)
def test_nothing_is_found_when_labels_are_no_speakers(text):
    assert [found for found in told(text) if found[1] == ":"] == []


@pytest.mark.parametrize(
    ("headline", "speaker", "content"),
    [
        ("Minister: 'no deal'", "Minister", "no deal"),
        ("Talks failed - minister", "minister", "Talks failed"),
        ("Police: two guards were shot at the gate", "Police", "two guards were shot at the gate"),
        ("'No deal', says minister", "minister", "No deal"),
        ("Both armies will leave the valley, says mediator", "mediator", "Both armies will leave the valley"),
    ],
)
def test_headline_reports_by_its_form(headline, speaker, content):
    found = told(f"{headline}\n\nThe meeting was on Monday.")
    assert [(who, what) for who, _, what in found] == [(speaker, [content])]


def test_headline_is_no_statement_when_the_end_is_an_outlet():
    assert told("Talks failed on Monday - The Valley Herald\n\nRain fell.") == []


def test_stamp_is_no_part_of_what_is_said():
    found = told("14:32 - Minister says the talks have failed\n14:05 - Both armies will leave, the mediator said.")
    assert found == [
        ("Minister", "says", ["the talks have failed"]),
        ("the mediator", "said", ["Both armies will leave"]),
    ]


def test_quotation_belongs_to_the_cue_when_a_line_ends_in_a_colon():
    assert told("In June Okoro declared:\n\n“It is time to go home.”") == [
        ("Okoro", "declared", ["It is time to go home."])
    ]


def test_attribution_is_read_when_it_follows_a_full_stop_in_the_quotation():
    assert told("“I hope the road will be open by June.” Okoro said.") == [
        ("Okoro", "said", ["I hope the road will be open by June."])
    ]


@pytest.mark.parametrize(
    "text", ["The film “The Man Who Said No” won.", "The so-called “republic” fell.", 'Its "president" fled the town.']
)
def test_titles_and_scare_quotes_are_no_statements(text):
    assert told(text) == []


def test_quoted_words_of_a_speakers_title_are_not_said():
    found = told("“We won,” the head of the “Dawn” party, Okoro, said on Monday.")
    assert [what for _, _, what in found] == [["We won,"]]


def test_quoted_sentence_is_told_when_nobody_is_named():
    text = "The road was closed.\n\n“Nobody came to the gate for nine long days and nights.”"
    assert told(text) == []
    assert issues(text) == ["untied_quotation"]


def test_only_marks_are_told_when_a_quotation_never_ends():
    text = "“The whole report is one quotation.\n\nIt goes on.\n\nAnd it never ends."
    assert told(text) == []
    assert issues(text) == ["unbalanced_quotation"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Okoro said: «The guard told us „stay at home“ and left.»", "The guard told us „stay at home“ and left."),
        ("Okoro said: »The guard has left.«", "The guard has left."),
        ("Okoro said: ”The guard has left.”", "The guard has left."),
        ("Okoro said: ‹The guard has left.›", "The guard has left."),
        ("Okoro said: ‚The guard has left.‘", "The guard has left."),
        ('“The guard has left," Okoro said. "He went home.”', "The guard has left,"),
    ],
)
def test_marks_of_many_languages_quote(text, content):
    assert told(text)[0][2][0] == content


MARKS = "“”„«»‹›‚‘’\"'"
WORDS = [
    "Okoro said ",
    "we go ",
    "the town fell",
    ", ",
    "that ",
    ". ",
    "\n",
    ": ",
    "Q: ",
    "A: ",
    "14:32 - ",
    "- ",
    "no ",
]


@given(st.lists(st.sampled_from([*WORDS, *MARKS, "''", "``"]), max_size=18))
def test_contents_stand_beside_their_cue_when_marks_are_any(pieces):
    text = "".join(pieces)
    reading = annotate_text(text)
    assert "not_annotated" not in {issue.kind for issue in reading.found.issues}
    for number, statement in enumerate(reading.found.statements):
        spans = (statement.cue, *statement.contents, *((statement.speaker_words,) if statement.speaker_words else ()))
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()
        assert not any(content.overlaps(statement.cue) for content in statement.contents)
        assert statement.speaker_words is None or not any(
            c.overlaps(statement.speaker_words) for c in statement.contents
        )
        assert statement.within != number


@given(st.lists(st.sampled_from([*WORDS, "“", "«", "„"]), max_size=12))
def test_lone_mark_is_told_when_marks_are_any(pieces):
    text = "".join(pieces)
    told_at = {i.start for i in annotate_text(text).found.issues if i.kind == "unbalanced_quotation"}
    quoted = [outer for quotation in pair_marks(text)[0] for outer in quotation.outers]
    opening = {n for n, mark in enumerate(text[:-1]) if mark in "“«„" and not text[n + 1].isspace()}
    assert {n for n in opening if not any(q.start <= n < q.end for q in quoted)} <= told_at
