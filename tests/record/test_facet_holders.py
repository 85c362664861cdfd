"""Who has a function of one body: two reports that each name somebody else."""

import pytest
from record.stories import make_pages

from variorum.record.facet_holders import read_holders

NAMES = {
    "Ana Lindt": "person",
    "Ivo Brandt": "person",
    "Anna Lind": "person",
    "Norwegian": "country",
    "Northern Front": "organization",
}
ANA = "They met in the presence of Norwegian facilitator Ana Lindt."


def holders(*texts: str):
    return [(f.about[1:], f.value) for f in read_holders(make_pages(*texts, names=NAMES))]


@pytest.mark.parametrize(
    "other",
    ["The Norwegian facilitator, Ivo Brandt, spoke.", "Talks with Ivo Brandt, the Norwegian facilitator, are over."],
)
def test_two_persons_in_one_function_are_set_against_each_other(other):
    about = ("Norwegian", "facilitator")
    assert holders(ANA, other) == [(about, "Ana Lindt"), (about, "Ivo Brandt")]


def test_chief_negotiators_are_compared_side_by_side():
    first = "The government’s chief negotiator, Ana Lindt, spoke."
    assert len(holders(first, "Then lead government negotiator Ivo Brandt spoke.")) == 2
    assert len(holders(first, "The government’s top negotiator, Ivo Brandt, spoke.")) == 2
    assert holders(first, "The rebels’ chief negotiator, Ivo Brandt, spoke.") == []


@pytest.mark.parametrize(
    "other",
    [
        "The Norwegian facilitator Anna Lind spoke.",
        "The former Norwegian facilitator Ivo Brandt spoke.",
        "The Norwegian mediator Ivo Brandt spoke.",
        "The Norwegian facilitator Ivo Brandt spoke, and Lindt listened.",
        "“The Norwegian facilitator Ivo Brandt is a friend,” she said.",
    ],
)
def test_spellings_predecessors_other_functions_and_known_persons_are_not(other):
    assert holders(ANA, other) == []


def test_a_state_has_many_chairs_and_a_body_one():
    assert holders("Then Norwegian chairwoman Ana Lindt spoke.", "The Norwegian chairman Ivo Brandt spoke.") == []
    front = holders("Northern Front chairwoman Ana Lindt spoke.", "Northern Front chairman Ivo Brandt spoke.")
    assert [about for about, _ in front] == [("Northern Front", "chair")] * 2
