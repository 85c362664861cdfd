"""What a side promised by one report and denies by another, and attacks that were halted by one and go on by another."""

from datetime import date

import pytest
from record.stories import make_pages

from variorum.record.facet_promises import read_halts, read_promises

NAMES = {"Northern Front": "armed_group", "Southern League": "armed_group", "Ostra": "place", "Lund": "place"}
DENIED = "The Northern Front denied that it had agreed in Ostra to hand over its guns."
HALTED = "The operations in Ostra were suspended on Monday."


def promises(*texts: str):
    return [f.value for f in read_promises(make_pages(*texts, names=NAMES))]


@pytest.mark.parametrize(
    "other",
    [
        "She said that the Northern Front had committed itself to hand over its guns.",
        "The Northern Front agreed on Tuesday to hand over its guns.",
    ],
)
def test_promise_is_set_against_its_denial(other):
    assert sorted(promises(DENIED, other)) == ["agreed", "denied"]


def test_having_promised_and_never_having_promised_are_denials_too():
    promised = "The Northern Front pledged to withdraw from the hills."
    assert len(promises(promised, "The Northern Front denies having pledged to withdraw.")) == 2
    assert len(promises(promised, "The Northern Front has never promised to withdraw.")) == 2


@pytest.mark.parametrize(
    "other",
    [
        "The Southern League agreed on Tuesday to hand over its guns.",
        "The Northern Front agreed on Tuesday to open the road.",
        "The Northern Front has not agreed to hand over its guns.",
        "“The Northern Front agreed to hand over its guns,” she said.",
    ],
)
def test_promises_of_others_to_other_deeds_and_denied_again_are_not(other):
    assert promises(DENIED, other) == []


def halts(*texts: str):
    return [f.value for f in read_halts(make_pages(*texts, names=NAMES))]


@pytest.mark.parametrize(
    "other",
    ["They hit a mill near Ostra. The bombing has not ceased, villagers said.", "The shelling of Ostra goes on."],
)
def test_attacks_that_were_halted_and_go_on_are_set_against_each_other(other):
    assert sorted(halts(HALTED, other)) == ["goes on", "halted"]


@pytest.mark.parametrize(
    "other",
    ["The shelling of Lund goes on.", "“The shelling of Ostra goes on,” she said.", "The strike in Ostra ended."],
)
def test_attacks_on_other_places_are_not(other):
    assert halts(HALTED, other) == []


@pytest.mark.parametrize(
    ("day", "said", "count"), [(date(2021, 3, 8), "goes on", 0), (None, "goes on", 0), (None, "has not stopped", 2)]
)
def test_older_report_may_not_know_of_the_halt(day, said, count):
    (halted,) = make_pages(HALTED, names=NAMES)
    _, on = make_pages("x", f"The shelling of Ostra {said}.", names=NAMES, published=day)
    assert len(list(read_halts([halted, on]))) == count
