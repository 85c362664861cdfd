"""Who brokered a truce: lists of two reports that share a party and each have one of their own."""

import pytest
from record.stories import make_pages

from variorum.record.facet_brokers import read_brokers

NAMES = {"Norway": "country", "Qatar": "country", "Egypt": "country", "Turkey": "country"}
EGYPT = "A truce, brokered by Egypt and Qatar, holds in the valley."


def brokers(*texts: str):
    return [f.value for f in read_brokers(make_pages(*texts, names=NAMES))]


@pytest.mark.parametrize(
    "other",
    [
        "Qatar and Norway, which had brokered the truce, went home.",
        "The ceasefire was jointly mediated by Norway and Qatar.",
        "They keep to a cease-fire sponsored by Qatar, Turkey and Norway.",
    ],
)
def test_lists_that_share_a_party_and_differ_are_set_against_each_other(other):
    first, second = brokers(EGYPT, other)
    assert first == "Egypt, Qatar"
    assert {"Norway", "Qatar"} <= set(second.split(", "))


@pytest.mark.parametrize(
    "other",
    [
        "A truce brokered by Egypt, Qatar and Norway holds.",
        "A truce brokered by Qatar holds.",
        "A truce brokered by Norway and Turkey holds.",
        "A truce brokered in 2014 by Norway fell. A truce brokered by Norway and Qatar in 2014 fell.",
        "The grain talks brokered by Norway and Qatar went on.",
        "“The truce was brokered by Norway and Qatar,” she said.",
    ],
)
def test_shorter_lists_other_rounds_and_words_of_others_are_not(other):
    assert brokers(EGYPT, other) == []
