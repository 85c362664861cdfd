"""Press services of bodies above a report, credits in datelines, and links glued to the last sentence."""

import pytest

from variorum.reports.cleaning.clean import clean_text

BODY = (
    "The authority will open the gates of the Orsk dam on Monday, it announced after two days of rain.",
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.",
    "Eleven villages below the dam have been without water since April, the Red Cross said on Sunday.",
)
TITLE = "Minister visits the dam"


def clean(*lines, body=BODY):
    return clean_text("\n".join((*lines, *body)))


def clues(cleaned, kind):
    return [clue.value for clue in cleaned.clues if clue.kind == kind]


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (("MINISTRY OF WATER RESOURCES – PRESS SERVICE", TITLE), "Ministry of Water Resources"),
        (("Ministry of Water Resources | Communications Directorate", TITLE), "Ministry of Water Resources"),
        (
            (TITLE, "Office of the Spokesperson", "Ministry of Water of Kelva", "3 May 2021"),
            "Ministry of Water of Kelva",
        ),
        (
            ("Press release", "National Water Authority of Kelva", "3 May 2021", TITLE),
            "National Water Authority of Kelva",
        ),
        ((TITLE, "Orsk Morning Echo", "Ministry of Water, Press Office", "3 May 2021"), "Orsk Morning Echo"),
    ],
)
def test_body_whose_press_service_writes_is_the_source(head, source):
    cleaned = clean(*head)
    assert clues(cleaned, "source") == [source]
    assert cleaned.text.startswith(TITLE)


def test_office_in_running_text_stays():
    line = (
        "The press service of the ministry, Press Office, said on Monday that nobody had been hurt in the flood at all."
    )
    assert line in clean(TITLE, line).text


def test_name_behind_the_day_of_a_dateline_is_a_credit():
    assert clues(clean(TITLE, "ORSK, May 3 (Tidewater) – The gates are open."), "credit") == ["Tidewater"]


def test_state_behind_the_place_of_a_dateline_is_none():
    assert clues(clean(TITLE, "SPRINGFIELD (Illinois) – The gates are open."), "credit") == []


def test_links_glued_to_the_last_sentence_go():
    tail = "Families may call the hotline. Related: Dam opens after ten years | Cabinet approves a fund"
    cleaned = clean(TITLE, *BODY, body=(tail,))
    assert cleaned.text.endswith("Families may call the hotline.")
    assert [r.reason for r in cleaned.removals] == ["loose end"]


def test_sentence_after_a_colon_stays():
    tail = "The union is clear. Read more: it says that this must be done in every school of the country by May."
    assert clean(TITLE, *BODY, body=(tail,)).text.endswith(tail)
