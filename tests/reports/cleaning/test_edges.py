"""Loose ends of a paste: what goes below the last sentence and around the headline, and what stays."""

import pytest

from variorum.reports.cleaning.clean import clean_text

HEADLINE = "Talks on the Orsk dam end without a deal"
BODY = (
    "Delegations from Kelva and Ostrany left Geneva on Monday after two days of talks on the Orsk dam.",
    "The mediator said that both sides had asked for a week to consult their capitals.",
)


def cleaned(*below, above=(), between=()):
    return clean_text("\n".join((*above, HEADLINE, *between, *BODY, *below))).text.split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "Ferry line reopens after ten years",
        "Follow the latest by phone!",
        "Get our morning briefing in your inbox. It takes two minutes.",
        "Nos lecteurs ont aussi aimé cette histoire",
        "Bu haberin devamını okumak için uygulamayı hemen indirin.",
        "Нашли ошибку? Выделите текст.",
        "Most read in World",
        "((hana.weld@kelva.example; +44 20 5555 0101))",
    ],
)
def test_line_below_the_last_sentence_goes(line):
    assert cleaned("He gave no date.", line) == [HEADLINE, *BODY, "He gave no date."]


@pytest.mark.parametrize(
    "line",
    [
        "He gave no date.",
        "Share of the blame has never been settled between the two armies.",
        "“Follow your conscience and sign up,” he told them.",
        "(Signed) Marek Ilves",
        "For the Government of Ostrany",
        "C-130 transport planes brought tents.",
        "Both sides claimed victory. Enditem",
    ],
)
def test_line_of_the_report_stays_at_its_end(line):
    assert cleaned(line)[-1] == line


def test_list_that_a_sentence_announces_stays_and_what_stands_below_it_goes():
    items = ("- the road to Marn stays open", "- prisoners are exchanged", "- observers return")
    found = cleaned("The paper has three points:", *items, "Ferry line reopens", "Print")
    assert found == [HEADLINE, *BODY, "The paper has three points:", *items]


def test_head_of_other_reports_announces_no_list():
    assert cleaned("Zobacz również:", "Prom wraca po latach") == [HEADLINE, *BODY]


def test_few_words_between_headline_and_report_go_and_a_standfirst_stays():
    standfirst = "Mediator gives both capitals a week to think it over"
    assert cleaned(between=("Article bookmarked", standfirst)) == [HEADLINE, standfirst, *BODY]


def test_lines_in_another_script_and_arrows_above_the_report_go():
    assert cleaned(above=("Свежий номер", "← The prisoners nobody counted")) == [HEADLINE, *BODY]


def test_report_in_another_language_is_left_whole():
    lines = (
        "Die Delegationen verließen Genf am Montag nach zwei Tagen ohne Ergebnis und ohne neue Termine.",
        "Ende offen",
    )
    assert clean_text("\n".join(lines)).text.split("\n") == list(lines)
