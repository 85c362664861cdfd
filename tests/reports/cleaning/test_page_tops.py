"""The top of a pasted page: menu, outlet, headline, byline without "By"; and where it must refuse to judge."""

import pytest

from variorum.config import Config
from variorum.reports.items import Item
from variorum.reports.cleaning.page_tops import find_page_top
from variorum.reports.reading import read_item
from variorum.reports.lines import split_lines

BODY = (
    "The dam at Orsk will be opened for two hours a day from Monday, the water board said on Friday.\n"
    "Farmers on both banks had asked for four hours, and for a bell to be rung before the sluices move.\n"
)
MENU = "Skip to content\nHome\nSport\nLog in\n"


def read(text):
    return read_item(Item(file="paste.txt", data=text.encode()), Config())


def test_a_menu_goes_and_the_name_over_the_headline_is_the_source():
    report = read(f"{MENU}Kelvan Dispatches\nWater board opens the Orsk dam\nBy Ada Mirren\n3 May 2021\nShare\n{BODY}")
    assert (report.source, report.author, report.title) == (
        "Kelvan Dispatches",
        "Ada Mirren",
        "Water board opens the Orsk dam",
    )
    assert str(report.published.low) == "2021-05-03"
    assert report.text == f"Water board opens the Orsk dam\n{BODY}".strip()


@pytest.mark.parametrize(
    ("front", "source"),
    [("Kelvan Dispatches", "Kelvan Dispatches"), ("KBC Homepage", "KBC"), ("Ana Sayfa", None)],
)
def test_the_name_that_begins_a_page_above_its_menu_is_the_source(front, source):
    above = "Current Issue\nArchive\nFront Row\nSport\nLog in\nSearch here"
    report = read(f"{front}\n{above}\nWater board opens the Orsk dam\n3 May 2021\n{BODY}")
    assert report.source == source


@pytest.mark.parametrize("line", ["Ada Mirren", "Ada Mirren / AFP", "Ada Mirren, AFP"])
def test_a_name_beside_a_stamp_is_the_byline(line):
    report = read(f"The Orsk Letter\nWater board opens the Orsk dam\n{line}\n3 May 2021\n{BODY}")
    assert report.author == "Ada Mirren"
    assert report.credit == ("AFP" if "AFP" in line else None)


def test_a_section_alone_above_the_headline_is_the_section():
    report = read(f"Kelvan Post\nOpinion\nWater board opens the Orsk dam\nBy Ada Mirren\n3 May 2021\n{BODY}")
    assert (report.section, report.source) == ("Opinion", "Kelvan Post")


def test_stamps_under_a_standfirst_that_is_a_sentence_are_read():
    standfirst = "Two hours a day are half of what the farmers on the two banks had asked for."
    report = read(f"Water board opens the Orsk dam\n{standfirst}\nBy Ada Mirren\n3 May 2021\n{BODY}")
    assert (report.author, str(report.published.low)) == ("Ada Mirren", "2021-05-03")
    assert report.text.split("\n")[:2] == ["Water board opens the Orsk dam", standfirst]


@pytest.mark.parametrize(
    "text",
    [BODY, f"Water board opens the Orsk dam\n{BODY}", f"Peace Talks\nWater board opens the Orsk dam\n{BODY}", ""],
)
def test_without_menu_or_stamp_nothing_is_taken(text):
    assert find_page_top(split_lines(text)) == ((), ())


def test_two_short_sentences_under_a_list_head_stay():
    tail = (
        "Related\nThe bell that nobody heard in Orsk\nThe board meets again in June.\nIt will hear the farmers first.\n"
    )
    report = read(f"Water board opens the Orsk dam\n3 May 2021\n{BODY}{tail}")
    assert "The board meets again in June.\nIt will hear the farmers first." in report.text
    assert "The bell that nobody heard" not in report.text


def test_what_the_foot_tells_of_the_writer_goes():
    report = read(
        f"Water board opens the Orsk dam\nBy Ada Mirren\n3 May 2021\n{BODY}Ada Mirren covers rivers in Kelva.\n"
    )
    assert report.text.endswith("before the sluices move.")
    assert "biography" in {removal.reason for removal in report.removals}
