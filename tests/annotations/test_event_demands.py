"""To say that another must act is to ask it of them."""

import pytest
from annotations.factory import annotate_text


@pytest.fixture
def read(nlp):
    return annotate_text


@pytest.mark.parametrize(
    "text",
    [
        "Sudan said Chad must withdraw its troops.",
        "Sudan says that Chad should release the prisoners.",
        "Chad must withdraw its troops, Sudan said on Monday.",
    ],
)
def test_who_says_that_another_must_act_demands_it(read, text):
    found = read(text)
    event = next(e for e in found.events if e.type == "REQUEST")
    held = {(r.role, found.found.entities[r.entity].name) for r in event.roles}
    assert held == {("actor", "Sudan"), ("recipient", "Chad")}
    assert event.realis == "happened"
    assert "RETREAT" not in {e.type for e in found.events}


@pytest.mark.parametrize(
    "text",
    [
        "Sudan said it must withdraw its troops.",
        "Sudan said Chad must have withdrawn its troops.",
        "Sudan said Chad would withdraw its troops.",
        "Experts said that people must stay at home.",
    ],
)
def test_nothing_is_demanded_of_oneself_or_in_a_guess_or_by_nobody_known(read, text):
    assert "REQUEST" not in {e.type for e in read(text).events}
