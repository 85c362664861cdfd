"""Happenings of a kind at large are no event; those of one occasion are."""

import pytest
from annotations.factory import annotate_text


@pytest.fixture
def read(nlp):
    return annotate_text


GENERAL = [
    "The files are relevant to investigations.",
    "The firm may be subject to lawsuits.",
    "The force must be ready for any attack.",
    "All elections take place under the old law.",
]


@pytest.mark.parametrize("text", GENERAL)
def test_happenings_at_large_tell_no_event(read, text):
    assert read(text).triggers() == []


OCCASIONS = [
    ("Clashes broke out in Goma on Monday.", "Clashes"),
    ("Ghana rejected any cooperation with Togo.", "cooperation"),
    ("All elections were held on Sunday.", "elections"),
    ("The files are relevant to the investigation of the minister.", "investigation"),
]


@pytest.mark.parametrize(("text", "word"), OCCASIONS)
def test_happenings_of_one_occasion_do(read, text, word):
    assert read(text).event(word)
