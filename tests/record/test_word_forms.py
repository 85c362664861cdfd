"""Word forms: spelling, endings and contractions make no other word."""

import pytest

from variorum.record.word_forms import name_alike, only_form


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("their worldview", "their world view"),
        ("before year-end talks", "before year end talks"),
        ("what they've promised", "what they have promised"),
        ("he's promised", "he has promised"),
    ],
)
def test_contractions_and_hyphens_are_form_only(one: str, two: str):
    assert only_form(one.split(), two.split())


def test_other_words_are_no_form():
    assert not only_form(["would"], ["do"])
    assert not only_form(["won't"], ["can't"])


def test_spellings_of_a_name_and_titles_cut_short_are_forms():
    assert name_alike(["Moammar", "Gadhafi"], ["Muammar", "al-Qaddafi"])
    assert name_alike(["Kyiv"], ["Kiev"])
    assert not name_alike(["Tarn"], ["Vell"])
    assert only_form(["sen"], ["senator"])


def test_small_number_in_figures_is_the_number_in_words():
    assert only_form(["1", "in", "3"], ["one-in-three"])
    assert not only_form(["1", "in", "4"], ["one-in-three"])


def test_endings_of_a_short_verb_are_form_only_and_another_short_word_is_not():
    assert only_form(["end"], ["ending"])
    assert only_form(["aids"], ["aided"])
    assert not only_form(["end"], ["enter"])
    assert not only_form(["war"], ["warden"])
