"""Pairing of quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.schema.quotation_marks import pair_marks


def quoted(text: str) -> list[list[str]]:
    return [[text[i.start : i.end] for i in q.inners] for q in pair_marks(text)[0]]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “no” twice.", "no"),
        ('He said "no" twice.', "no"),
        ("He said «no» twice.", "no"),
        ("He said „no“ twice.", "no"),
        ("He said ‘no’ twice.", "no"),
        ("He said 'no' twice.", "no"),
        ("He said ''no'' twice.", "no"),
        ('He said “no" twice.', "no"),
    ],
)
def test_words_are_quoted_when_marks_pair(text, inner):
    assert quoted(text) == [[inner]]


@pytest.mark.parametrize("text", ["It’s the soldiers’ bread.", "It's the soldiers' bread.", "Back in ’94 they didn’t."])
def test_apostrophe_is_no_mark(text):
    assert pair_marks(text) == ((), ())


def test_outer_quotation_holds_inner_one():
    assert quoted("“She shouted ‘stop’ and ran,” he said.") == [["She shouted ‘stop’ and ran,"]]


def test_possessive_does_not_close_when_single_marks_quote():
    assert quoted("‘The soldiers’ bread is gone,’ he said.") == [["The soldiers’ bread is gone,"]]


def test_quotation_goes_on_when_next_paragraph_opens_again():
    assert quoted("“One day.\n\n“Another day.”\nThe end.") == [["One day.", "Another day."]]


def test_mark_is_alone_when_paragraph_ends_and_next_does_not_open():
    assert pair_marks("“One day.\nAnother day.") == ((), (0,))


def test_only_second_is_quoted_when_first_opening_has_no_partner():
    text = "“One and “two” three"
    assert quoted(text) == [["two"]]
    assert pair_marks(text)[1] == (0,)


@given(st.text(alphabet="ab .,\n“”\"‘’'«»", max_size=40))
def test_quotations_do_not_overlap_when_text_is_any(text):
    found, alone = pair_marks(text)
    at = 0
    for quotation in found:
        for outer, inner in zip(quotation.outers, quotation.inners, strict=True):
            assert at <= outer.start <= inner.start <= inner.end <= outer.end <= len(text)
            at = outer.end
    assert all(text[i] in "“”\"«»'" for i in alone)


def test_inner_quotation_is_not_told_twice_when_outer_goes_on_in_next_paragraph():
    assert quoted("“He said «no» to us.\n“He left.”") == [["He said «no» to us.", "He left."]]
    assert quoted("««a»\n«a»") == [["«a»", "a"]]
