"""An outlet's name above its report is the source; a headline is not."""

import pytest

from variorum.reports.cleaning.clean import clean_text

BODY = (
    "Delegations from Kelva and Ostrany left Geneva on Monday after two days of talks on the Orsk dam.",
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.",
    "Eleven villages below the dam have been without water since April, the Red Cross said on Sunday.",
)
TITLE = "Ferry talks break down in Port Hallow"


def clean(*lines, below=()):
    return clean_text("\n".join((*lines, *BODY, *below)))


def clues(cleaned, kind):
    return [clue.value for clue in cleaned.clues if clue.kind == kind]


@pytest.mark.parametrize(
    ("above", "below", "source"),
    [
        (("The Port Hallow Times", "Established 1871", TITLE), (), "The Port Hallow Times"),
        (("Vostrani Press Agency (VPA)", TITLE), (), "Vostrani Press Agency"),
        (("Radio Orsk. The voice of the lower valley", "26.05.2019", TITLE), (), "Radio Orsk"),
        (("KESTREL NEWS AGENCY | 3 May 2021 | 14:05", TITLE), (), "Kestrel News Agency"),
        (("The Hallow Whistle, Monday 3 May 2021", TITLE), (), "The Hallow Whistle"),
        (("The Kelvan Herald, Orsk, 3 May 2021", TITLE), (), "The Kelvan Herald"),
        (("THE HALLOW BUGLE", "Loud since the flood", "Front | Crime | Boats | Win!", TITLE), (), "The Hallow Bugle"),
        (("Dams and Rivers", "A weblog", TITLE), (), "Dams and Rivers"),
        (("Lower Valley Watch", "notes on water and peace", TITLE), (), "Lower Valley Watch"),
        (("PORT AND HARBOUR", TITLE), ("(c) Port and Harbour",), "Port and Harbour"),
        (("VALLEY MEDICAL WATCH", "Situation report 7"), ("Valley Medical Watch counts 31.",), "Valley Medical Watch"),
        (("Valley Brief", "No. 12 - 3 May 2021", "A monthly note", TITLE), (), "Valley Brief"),
        (("Home | News | Sport | TV guide", "Orsk Daily Mail", TITLE), (), "Orsk Daily Mail"),
        (("Orsk Observer", "By Mira Tolan", TITLE), (), "Orsk Observer"),
        ((TITLE, "Orsk Daily Mail"), (), "Orsk Daily Mail"),
        (("The Kelvan Herald",), (), "The Kelvan Herald"),
    ],
)
def test_source_is_known_and_leaves_the_text_when_a_masthead_stands_above(above, below, source):
    cleaned = clean(*above, below=below)
    assert clues(cleaned, "source") == [source]
    first = cleaned.text.split("\n")[0]
    assert first in (TITLE, BODY[0], "Situation report 7")
    assert all(line in cleaned.text for line in BODY)


@pytest.mark.parametrize(
    "above",
    [
        (TITLE,),
        ("Kelva Ends Long War", "Peace comes after nine years of fighting"),
        ("Minister Attacks Kelvan Daily Post", "He says that the paper is failing its readers"),
        ("Drought in Kelva", "A long note", TITLE),
        ("Envoys Trade Long Letters Over Dam", "Home | World | Sport", "Talks go on in Geneva"),
        ("World News", TITLE),
        ("KELVA", "Talks end", "3 May 2021"),
        ("Dam Talks End", "By Mira Tolan"),
        ("The Latest: Talks End",),
        ("New York, 3 May 2021", TITLE),
    ],
)
def test_no_source_is_read_when_the_first_line_is_a_headline(above):
    cleaned = clean(*above)
    assert clues(cleaned, "source") == []
    assert not [removal for removal in cleaned.removals if removal.reason == "masthead"]


def test_masthead_is_believed_when_the_dateline_names_it():
    name = "Hallow and Orsk"
    cleaned = clean_text("\n".join((name, TITLE, f"ORSK, 3 May 2021 ({name}) - {BODY[0]}", *BODY[1:])))
    assert (clues(cleaned, "source"), clues(cleaned, "published")) == ([name], ["3 May 2021"])
    assert cleaned.text.startswith(TITLE)


def test_agency_under_a_headline_is_a_credit_when_it_could_be_reprinted():
    cleaned = clean(TITLE, "Kestrel News Agency")
    assert (clues(cleaned, "source"), clues(cleaned, "credit")) == ([], ["Kestrel News Agency"])


def test_code_of_a_wire_is_taken_when_it_stands_above_the_headline():
    cleaned = clean("KB3391 2 POL 0417", TITLE)
    assert cleaned.text.startswith(TITLE)
    assert [removal.reason for removal in cleaned.removals] == ["slug"]
    assert clean("G20 AND COP", TITLE).text.startswith("G20 AND COP")


@pytest.mark.parametrize(
    "line",
    [
        "Kelvan Courier, 3 May 2021",
        "Kelvan Courier, Orsk, May 3, 2021",
        "Kelvan Courier | Monday 3 May 2021, 10:15",
        "3 May 2021 - Kelvan Courier",
        "Kelvan Courier (3 May 2021)",
        "Published by Kelvan Courier on 3 May 2021",
        "*Kelvan Courier, 3 May 2021*",
    ],
)
@pytest.mark.parametrize("below", [True, False])
def test_outlet_beside_a_day_is_source_and_date_above_and_below_the_headline(line, below):
    cleaned = clean(*((TITLE, line) if below else (line, TITLE)))
    assert clues(cleaned, "source") == ["Kelvan Courier"]
    assert next(clue for clue in cleaned.clues if clue.kind == "published").bounds.edtf == "2021-05-03"
    assert cleaned.text.split("\n")[0] == TITLE
    assert "Courier" not in cleaned.text


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By our correspondent | Kelvan Courier | 3 May 2021", []),
        ("Kelvan Courier | By Mira Tolan | 3 May 2021", ["Mira Tolan"]),
        ("Kelvan Courier | Monday 3 May 2021 | By Mira Tolan", ["Mira Tolan"]),
    ],
)
def test_outlet_day_and_byline_between_strokes_are_each_read(line, author):
    cleaned = clean(TITLE, line)
    assert clues(cleaned, "source") == ["Kelvan Courier"]
    assert clues(cleaned, "author") == author
    assert next(clue for clue in cleaned.clues if clue.kind == "published").bounds.edtf == "2021-05-03"
    assert "Courier" not in cleaned.text


def test_section_beside_an_outlet_below_the_headline_goes_with_its_name():
    cleaned = clean(TITLE, "The Kelvan Post | Coast in brief")
    assert clues(cleaned, "source") == ["The Kelvan Post"]
    assert "brief" not in cleaned.text


def test_sentence_beside_an_outlet_is_no_section_of_it():
    assert clues(clean(TITLE, "Kelvan Post | Nobody came to the bridge on that day"), "source") == []


def test_place_or_person_beside_a_day_is_no_outlet():
    for line in ("Orsk, 3 May 2021", "Mira Tolan, 3 May 2021"):
        assert clues(clean(TITLE, line), "source") == []


def test_known_outlet_needs_no_word_for_a_paper_beside_a_day():
    assert clues(clean(TITLE, "Al Jazeera, 3 May 2021"), "source") == ["Al Jazeera"]


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ((TITLE, "The Free Voice · Orsk · Friday 3 May 2021 · by Ada Mirren"), "The Free Voice"),
        ((TITLE, "The Open Page, Orsk, Monday 3 May 2021, by Ada Mirren"), "The Open Page"),
        ((TITLE, "The Coast Watcher · 3 May 2021 · Our correspondent in Orsk"), "The Coast Watcher"),
        (("ORSK TRIBUNE / 3 MAY 2021 / POLITICS", TITLE), "Orsk Tribune"),
    ],
)
def test_outlet_is_read_between_strokes_beside_day_and_byline(head, source):
    cleaned = clean(*head)
    assert clues(cleaned, "source") == [source]
    assert cleaned.text.startswith(TITLE)
    assert head[0 if head[1] == TITLE else 1] not in cleaned.text


def test_person_between_strokes_is_no_outlet():
    assert clues(clean(TITLE, "Ada Mirren · Orsk · 3 May 2021"), "source") == []


def test_credit_below_the_headline_is_no_outlet():
    cleaned = clean(TITLE, "With Reuters")
    assert clues(cleaned, "source") == []
    assert clues(cleaned, "credit") == ["Reuters"]
