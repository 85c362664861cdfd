"""Crowds that march protest, forces that leave withdraw; tolls that are given; people after the state of the one before."""

import pytest

from annotations.factory import annotate_text


def test_a_crowd_that_marches_protests_and_a_band_does_not() -> None:
    crowd = annotate_text("On Saturday, 400 people marched in Torvik.").found.events
    band = annotate_text("On Saturday, the band marched in Torvik.").found.events
    assert [e.type for e in crowd] == ["PROTEST"]
    assert not band


def test_a_toll_is_read_when_it_is_given_or_put() -> None:
    for text in (
        "The ministry put the death toll in Torvik at eight.",
        "On Friday, the death toll was given as eight.",
    ):
        assert [(f.what, f.best) for f in annotate_text(text).found.figures] == [("killed", 8.0)]


def test_talks_are_planned_when_they_are_put_off_to_a_day_ahead() -> None:
    text = "Ann Low and Petra Hill postponed their talks and now plan to meet on Saturday."
    assert {e.realis for e in annotate_text(text).found.events if e.type == "CONSULT"} == {"planned"}


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Torvik fell to Kenya on Friday.", 1),
        ("Torvik fell to Velmaran soldiers on Friday.", 1),
        ("The task fell to Kenya on Friday.", 0),
        ("Portugal fell to Spain on Friday.", 0),
        ("Prices in Torvik fell to 5 dollars on Friday.", 0),
    ],
)
def test_a_place_that_falls_to_somebody_is_captured(text: str, n: int) -> None:
    found = annotate_text(text).found.events
    assert [e.concept for e in found] == ["territorial_capture"] * n


def test_who_a_place_falls_to_is_a_party_and_no_place() -> None:
    found = annotate_text("Drennick fell to Velmaria on Friday.").found
    (event,) = found.events
    assert [(r.role, found.entities[r.entity].name) for r in event.roles if r.role == "actor"] == [
        ("actor", "Velmaria")
    ]
