"""Look-ups of the lexicon: what a text begins with, what it is a row of; held against plain readings of the same rules."""

from hypothesis import given, settings
from hypothesis import strategies as st

import pytest

from variorum.reports.lexicon import Phrases, Starts, fold, fold_line, headline_key, is_media_name

WORD = st.sampled_from(["read", "more", "sign", "up", "a", "share", "news", "on", "1", "x:", "|"])
PHRASE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
TEXT = st.lists(WORD, max_size=9).map(" ".join)


def begins(text, phrase):
    """The rule in plain words: the phrase stands first, and its last word ends there."""
    rest = text[len(phrase) :]
    return text.startswith(phrase) and not (rest and phrase[-1].isalnum() and rest[0].isalnum())


def covers(text, phrases, most):
    """The rule in plain words: cut the text's words into known phrases in any way that leaves none."""
    words = [word for word in (fold(part) for part in text.split()) if word]

    def rest_is_known(start):
        if start == len(words):
            return True
        ends = range(start + 1, min(start + 7, len(words)) + 1)
        return any(" ".join(words[start:end]) in phrases and rest_is_known(end) for end in ends)

    return 0 < len(words) <= most and rest_is_known(0)


@settings(deadline=None)
@given(TEXT, st.lists(PHRASE, max_size=6))
def test_starts_are_found_as_one_by_one(text, phrases):
    assert Starts(phrases).begin(text) == any(begins(text, phrase) for phrase in phrases)


@settings(deadline=None)
@given(TEXT, st.lists(PHRASE, max_size=6), st.integers(1, 9))
def test_rows_are_found_as_by_trying_every_cut(text, phrases, most):
    assert Phrases(phrases).cover(text, most=most) == covers(text, phrases, most)


def test_a_start_ends_as_a_word():
    starts = Starts(["sign up", "a"])
    assert starts.begin("sign up now")
    assert starts.begin("sign up: daily")
    assert starts.begin("a")
    assert not starts.begin("sign upstairs")
    assert not starts.begin("anna said")
    assert not starts.begin("")


def test_a_row_holds_nothing_but_phrases():
    row = Phrases(["share", "read more", "print"])
    assert row.cover("share print read more")
    assert row.cover("share | print")
    assert not row.cover("share this")
    assert not row.cover("read")
    assert not row.cover("")
    assert not row.cover("share " * 21)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  ► READ more…", "read more"),
        ("Comments (3)", "comments"),
        ("İlgili Haberler", "ilgili haberler"),
        ("(3)", "3"),
    ],
)
def test_lines_are_folded(text, folded):
    assert fold_line(text) == folded


def test_headlines_are_compared_by_letters_and_digits():
    assert headline_key("“Bridge 4” reopens – at last!") == headline_key("Bridge 4 reopens at last")
    assert headline_key("Bridge 4 reopens") != headline_key("Bridge 5 reopens")


def test_names_of_media_are_told_by_their_words():
    assert is_media_name("Kelvan Herald")
    assert is_media_name("Radio Ostra")
    assert not is_media_name("the herald of spring")
    assert not is_media_name("Kelvan Harbour")
