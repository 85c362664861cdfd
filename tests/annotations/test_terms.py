"""Terms of agreements, read from sentences."""

import pytest
from annotations.factory import annotate_text

SIGNED = "Armenia and Georgia signed an accord in Tbilisi on Monday. "


def terms(text: str) -> list[str]:
    """The words of each term."""
    return [text[t.span.start : t.span.end] for t in annotate_text(text).found.terms]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Armenia and Georgia agreed to refrain from the use of force and to open all border posts.",
            ["refrain from the use of force", "open all border posts"],
        ),
        ("Armenia and Georgia agreed not to use force.", ["not to use force"]),
        (
            SIGNED + "Under the joint statement, both sides will remove all guns from the river.",
            ["both sides will remove all guns from the river"],
        ),
        (
            "Armenia and Georgia signed an agreement that provides for a withdrawal of troops within ten days.",
            ["a withdrawal of troops within ten days"],
        ),
        (
            SIGNED + "Under the accord, Georgia will free 22 prisoners, and Armenia will open the road.",
            ["Georgia will free 22 prisoners", "Armenia will open the road"],
        ),
        (
            SIGNED + "Under the terms of the deal, all prisoners are to be exchanged by 1 May.",
            ["all prisoners are to be exchanged by 1 May"],
        ),
        (SIGNED + "The accord requires both sides to withdraw heavy weapons.", ["withdraw heavy weapons"]),
        (SIGNED + "The deal calls for an end to the blockade.", ["an end to the blockade"]),
    ],
)
def test_term_is_what_an_agreement_binds_to(text, found):
    assert terms(text) == found


@pytest.mark.parametrize(
    "text",
    [
        SIGNED + "Under the accord, Georgia freed 22 prisoners last week.",
        "Georgia did not agree to withdraw its troops.",
        "Georgia will open the road in May.",
        "The minister agreed with the reporters.",
        SIGNED + "The accord does not provide for a withdrawal.",
    ],
)
def test_no_term_where_nothing_is_agreed_or_it_was_done(text):
    assert terms(text) == []


def test_term_belongs_to_the_agreement_that_its_words_name():
    report = annotate_text(SIGNED + "The deal calls for an end to the blockade.")
    (term,) = report.found.terms
    assert report.found.events[term.event].type == "AGREE"
