"""A numbered round in a report of talks is one of the talks; in one of games or votes it is not."""

import pytest
from annotations.factory import annotate_text


@pytest.fixture
def read(nlp):
    return annotate_text


TALKS = "Negotiators of the rebels and a delegation of the government want a truce. "


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The fourth cycle is to be held in Bern.", "planned"),
        ("A first round, planned for 8 October, was called off.", "called_off"),
        ("The two moved to Bern for a second round in February.", "happened"),
    ],
)
def test_a_round_is_one_of_the_talks_when_the_report_tells_of_talks(read, text, realis):
    assert [e.realis for e in read(TALKS + text).of_type("CONSULT", "AGREE")] == [realis]


@pytest.mark.parametrize(
    "text",
    [
        "A first round was held in Bern.",
        TALKS + "The second round of the election was held in Bern.",
        TALKS + "Voters will choose in a second round in Bern.",
    ],
)
def test_a_round_is_none_when_the_report_or_sentence_is_of_something_else(read, text):
    found = read(text)
    assert "talks" not in {e.concept for e in found.events}
