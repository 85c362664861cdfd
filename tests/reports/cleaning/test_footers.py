"""The small print below a report goes; its last sentences stay."""

import pytest

from variorum.reports.cleaning.clean import clean_text

TITLE = "Talks on the Orsk dam end without a deal"
BODY = (
    "Delegations from Kelva and Ostrany left Geneva on Monday after two days of talks on the Orsk dam.",
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.",
    "Eleven villages below the dam have been without water since April, the Red Cross said on Sunday.",
)


@pytest.mark.parametrize(
    "foot",
    [
        ("ENDS",),
        ("-ENDS-", "Terms | Contact the desk | Archive"),
        ("Unsubscribe | Donate",),
        ("You receive this note because you signed up on our page. Unsubscribe",),
        ("Valley Watch is sent free of charge. To unsubscribe, reply with the word STOP.",),
        ("Orsk Lantern. Materials may be used only with a hyperlink to the source.",),
        ("Reproduction of any material is forbidden without the written consent of the editors.",),
        ("Newsletter: the valley at eight, every morning",),
        ("Next bulletin: 4 June.",),
        ("MORE FROM THE PAPER", "Ferry traffic resumes after the storm", "Grain prices slip for a third week"),
        ("THIS WEEK'S TOP STORIES", "Goat elected mayor of Orsk", "Follow the Herald everywhere"),
        (f"3 responses to “{TITLE}”", "Leave a Comment", "Enter your comment here..."),
        ("Post a comment: Name (required) Mail (will not be published)",),
        ("Log in to join the conversation",),
        ("Filed under: Orsk, dams",),
    ],
)
def test_foot_is_taken_when_it_is_small_print(foot):
    assert clean_text("\n".join((TITLE, *BODY, *foot))).text == "\n".join((TITLE, *BODY))


@pytest.mark.parametrize(
    "line",
    [
        "“Unsubscribe,” the minister joked.",
        "All ends are known, he said.",
        "Register to vote before Friday, the mayor told them.",
        "The use of force was prohibited.",
        "Materials may be moved only with a permit.",
        "Quoting the text, he said that talks would go on.",
        "Follow the money, she said.",
        "Three replies to the offer came.",
    ],
)
def test_last_sentence_stays_when_it_is_the_reports(line):
    assert clean_text("\n".join((TITLE, *BODY, line))).text.endswith(line)


@pytest.mark.parametrize(
    ("foot", "kind", "name"),
    [
        ("© 2021 Kelvan Herald", "source", "Kelvan Herald"),
        ("(c) Radio Orsk", "source", "Radio Orsk"),
        ("Copyright 2021 Open Hands Relief. All rights reserved.", "source", "Open Hands Relief"),
        ("Orsk Lantern. All rights reserved.", "source", "Orsk Lantern"),
        ("© 2021 The Associated Press. All rights reserved.", "credit", "The Associated Press"),
        ("© Mira Tolan", None, None),
        ("All rights reserved.", None, None),
    ],
)
def test_owner_is_known_when_the_foot_names_whose_copyright_it_is(foot, kind, name):
    found = [(clue.kind, clue.value) for clue in clean_text("\n".join((TITLE, *BODY, foot))).clues]
    assert found == ([(kind, name)] if kind else [])


def test_credit_is_cut_when_it_ends_a_paragraph_in_the_middle():
    cleaned = clean_text("\n".join((TITLE, BODY[0], f"{BODY[1]} (Kestrel News Agency)", BODY[2], BODY[0])))
    assert cleaned.text == "\n".join((TITLE, *BODY, BODY[0]))
    assert [(clue.kind, clue.value) for clue in cleaned.clues] == [("credit", "Kestrel News Agency")]


def test_words_in_brackets_stay_when_they_are_no_agency():
    raw = "\n".join((TITLE, BODY[0], f"{BODY[1]} (Upper Orsk)", BODY[2], BODY[0]))
    assert clean_text(raw).text == raw


def test_agency_is_known_when_only_the_dateline_names_it():
    start = "ORSK, 3 May 2021 (Kestrel Wire) - "
    credits = [clue.value for clue in clean_text("\n".join((TITLE, start + BODY[0], *BODY[1:]))).clues]
    assert credits == ["Kestrel Wire", "3 May 2021", "ORSK, 3 May 2021 (Kestrel Wire)"]
    short = clean_text("\n".join((TITLE, "ORSK (KNA) - " + BODY[0], *BODY[1:], "(KNA)")))
    assert {clue.value for clue in short.clues if clue.kind == "credit"} == {"KNA"}
    assert not short.text.endswith("(KNA)")
