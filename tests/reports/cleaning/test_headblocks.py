"""The lines between a headline and the report: outlet, day, writer and column, in any order."""

import pytest

from variorum.reports.cleaning.clean import clean_text

TITLE = "Ferry talks break down in Port Hallow"
BODY = (
    "Delegations from Kelva and Ostrany left Geneva on Monday after two days of talks on the Orsk dam.",
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.",
)


def clean(*block, title=TITLE):
    return clean_text("\n".join((title, *block, "", *BODY)))


def clues(cleaned, kind):
    return [clue.value for clue in cleaned.clues if clue.kind == kind]


@pytest.mark.parametrize(
    ("block", "source"),
    [
        (("By Mira Tolan", "VALLEY WEEKLY | Sunday, 3 May 2021 | Long reads"), "Valley Weekly"),
        (("El Kelvano – English edition", "3 May 2021, 9:40 a.m. – Politics desk"), "El Kelvano"),
        (("ORSK COURIER", "Asia | 3 May 2021, 17:55"), "Orsk Courier"),
        (("Kelvan Sentinel / 3 May 2021 / by Mira Tolan and our coast correspondents",), "Kelvan Sentinel"),
        (("The Harbour Review, Sunday edition, May 3, 2021",), "The Harbour Review"),
        (("By Mira Tolan, Port Hallow", "The Coastal Correspondent, 3 May 2021"), "The Coastal Correspondent"),
        (("Oskan Public Information Service", "Kelva, May 3, 2021"), "Oskan Public Information Service"),
    ],
)
def test_outlet_and_day_are_read_from_the_block_and_nothing_of_it_stays(block, source):
    cleaned = clean(*block)
    assert clues(cleaned, "source") == [source]
    assert next(clue for clue in cleaned.clues if clue.kind == "published").bounds.edtf == "2021-05-03"
    assert cleaned.text.split("\n") == [TITLE, *BODY]


def test_name_beside_a_column_is_the_outlet_without_a_day():
    assert clues(clean("Tribuna del Valle – in brief"), "source") == ["Tribuna del Valle"]


@pytest.mark.parametrize(
    "line", ["Kelva blames Ostrany for the failure", "Orsk", "Two days, one table, no result: why"]
)
def test_running_words_and_lone_names_are_no_block(line):
    cleaned = clean(line)
    assert clues(cleaned, "source") == []
    assert line in cleaned.text


def test_day_before_the_first_words_of_an_office_is_its_day():
    cleaned = clean_text(f"{TITLE}\n\nOrsk, 3 May 2021. {BODY[0]}\n{BODY[1]}")
    assert clues(cleaned, "published") == ["3 May 2021"]


def test_a_line_in_capitals_that_ends_like_a_column_is_the_outlet_where_no_other_is_named():
    assert clues(clean("KELVA & COAST BRIEF"), "source") == ["Kelva & Coast Brief"]


def test_agency_above_its_own_menu_is_the_source():
    menu = "Home | Politics | Economy | Sport"
    assert clues(clean("Kelva News Service", menu), "source") == ["Kelva News Service"]


def test_day_beside_a_desk_and_a_round_up_is_the_day_of_publication():
    cleaned = clean("May 3, 2021 | Coast Desk | Wire Round-up")
    assert clues(cleaned, "published") == ["May 3, 2021"]
    assert cleaned.text.split("\n") == [TITLE, *BODY]
