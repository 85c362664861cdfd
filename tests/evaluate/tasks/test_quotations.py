"""Scores of attributions by hand."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from evaluate.factory import kinds_of, make_document, measured, pair_of
from evaluate.tasks.factory import StubCoder, entity_at, place_of
from variorum.evaluate.spans import Stretches
from variorum.evaluate.tasks.quotations import QUOTATIONS, Attribution, lay_out
from variorum.schema.annotations import Annotations, StatementMention

TEXT = "Ada Vell said “we shall wait” on Monday, “and hope.” Boris thinks that the talks will fail soon."


def attribution(source, cue, *contents):
    return {
        "source": [pair_of(TEXT, source)] if source else [],
        "cue": [pair_of(TEXT, cue)] if cue else [],
        "content": [pair_of(TEXT, words) for words in contents],
    }


DOCUMENT = make_document(
    QUOTATIONS,
    TEXT,
    attributions=[
        attribution("Ada Vell", "said", "“we shall wait”", "“and hope.”"),
        attribution("Boris", "thinks", "that the talks will fail soon"),
    ],
)


def stretches(*words):
    return Stretches(pieces=tuple(tuple(pair_of(TEXT, one)) for one in words))


def answer(source, cue, *contents):
    return Attribution(content=stretches(*contents), cue=stretches(cue), source=stretches(source) if source else None)


def test_likeness_is_of_code_points_in_all_pieces():
    answers = [answer("Vell", "said", "“we shall wait”"), answer("Ada", "thinks", "the talks will fail soon")]
    units = QUOTATIONS.score([DOCUMENT], {"d1": answers})
    figures = measured(QUOTATIONS, units)
    assert len("“we shall wait”") / len("“we shall wait”“and hope.”") == pytest.approx(15 / 26)
    assert len("the talks will fail soon") / len("that the talks will fail soon") > 0.8
    assert figures == pytest.approx(
        {
            "content_f1_03": 1.0,
            "content_f1_08": 0.5,
            "content_f1_exact": 0.0,
            "pair_f1": 0.5,
            "source_accuracy": 0.5,
            "cue_f1": 1.0,
        }
    )
    assert units[0].marks == "~~"
    assert kinds_of(units[0]) == ["content", "source"]


def test_a_content_matches_once():
    answers = [answer("Ada Vell", "said", "“we shall wait”", "“and hope.”"), answer(None, "said", "we shall wait")]
    figures = measured(QUOTATIONS, QUOTATIONS.score([DOCUMENT], {"d1": answers}))
    assert figures["content_f1_exact"] == figures["content_f1_03"] == 0.5
    assert figures["source_accuracy"] == 1.0


def test_below_the_least_likeness_nothing_matches():
    units = QUOTATIONS.score([DOCUMENT], {"d1": [answer("Boris", "thinks", "soon")]})
    assert measured(QUOTATIONS, units)["content_f1_03"] == 0
    assert sorted(kinds_of(units[0])) == ["missed", "missed", "spurious"]


def test_a_gold_source_that_nobody_names_is_no_case_for_accuracy():
    own = make_document(QUOTATIONS, TEXT, attributions=[attribution(None, "said", "“we shall wait”")])
    figures = measured(QUOTATIONS, QUOTATIONS.score([own], {"d1": [answer(None, "said", "“we shall wait”")]}))
    assert (figures["source_accuracy"], figures["pair_f1"], figures["content_f1_exact"]) == (0.0, 1.0, 1.0)


@pytest.mark.parametrize("documents", [[], [make_document(QUOTATIONS, "Nobody spoke.", attributions=[])]])
def test_nothing_scores_zero(documents):
    assert set(measured(QUOTATIONS, QUOTATIONS.score(documents, {})).values()) == {0.0}


def test_an_attribution_of_nothing_is_refused():
    with pytest.raises(ValidationError, match="without any span"):
        make_document(QUOTATIONS, TEXT, attributions=[attribution(None, None)])


def test_pieces_outside_the_text_are_refused():
    with pytest.raises(ValidationError, match="is not in the text"):
        make_document(QUOTATIONS, "Short.", attributions=[{"source": [], "cue": [], "content": [[3, 60]]}])


def test_answers_are_in_the_layout_of_the_gold():
    text = "He said that Boris thinks the ''talks'' failed. A: Boris swears that rain fell."
    said = StatementMention(
        sentence=place_of(text, text),
        cue=place_of(text, "said"),
        contents=(place_of(text, "Boris thinks the ''talks'' failed"),),
        kind="mixed",
        position="state",
        speaker_words=place_of(text, "He"),
    )
    inner = replace(said, cue=place_of(text, "thinks"), contents=(place_of(text, "talks"),), within=0)
    turn = replace(said, cue=place_of(text, ":"), contents=(place_of(text, "Boris swears that rain fell."),), turn=True)
    sworn = replace(said, cue=place_of(text, "swears"), contents=(place_of(text, "rain fell"),), within=2)
    found = lay_out(Annotations(report_id="r1", statements=(said, inner, turn, sworn)), text)
    words = [[text[start:end] for start, end in a.content.pieces] for a in found]
    assert words == [["that Boris thinks the ''talks'' failed"], ["that rain fell"]]
    assert {text[a.source.start : a.source.end] for a in found} == {"He"}


def test_marks_that_are_two_apostrophes_are_taken_in_whole():
    text = "He said ''we go'' and left."
    said = StatementMention(
        sentence=place_of(text, text),
        cue=place_of(text, "said"),
        contents=(place_of(text, "we go"),),
        kind="direct",
        position="state",
    )
    (found,) = lay_out(Annotations(report_id="r1", statements=(said,)), text)
    assert text[found.content.start : found.content.end] == "''we go''"


def test_answers_take_in_the_marks_and_leave_unknown_speakers_open():
    sentence = place_of(TEXT, TEXT)
    statements = (
        StatementMention(
            sentence=sentence,
            cue=place_of(TEXT, "said"),
            contents=(place_of(TEXT, "we shall wait"), place_of(TEXT, "and hope.")),
            kind="direct",
            position="state",
            speaker=0,
        ),
        StatementMention(
            sentence=sentence,
            cue=place_of(TEXT, "thinks"),
            contents=(place_of(TEXT, "that the talks will fail soon"),),
            kind="indirect",
            position="state",
        ),
    )
    own = Annotations(report_id="r1", entities=(entity_at(TEXT, "Ada Vell", 0),), statements=statements)
    found = QUOTATIONS.answer([DOCUMENT], StubCoder(annotations={"d1": own}))["d1"]
    assert found == [
        answer("Ada Vell", "said", "“we shall wait”", "“and hope.”"),
        answer(None, "thinks", "that the talks will fail soon"),
    ]
    unit = QUOTATIONS.score([DOCUMENT], {"d1": found})[0]
    assert unit.marks == "=~"
