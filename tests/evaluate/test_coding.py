"""Gold documents as reports: every offset stays where it was."""

from datetime import date

from evaluate.factory import make_document
from variorum.evaluate.coding import read_document, unwrap
from variorum.evaluate.tasks.stories import STORIES
from variorum.evaluate.tasks.times import TIMES


def test_a_report_keeps_length_date_and_source():
    text = "Arland\u00a0said on Monday\nthat it would wait."
    report = read_document(make_document(STORIES, text, published="2021-03-02T10:00:00", source="Bugle", story="s"))
    assert len(report.text) == len(text)
    assert "\u00a0" not in report.text
    assert (report.published.low, report.source) == (date(2021, 3, 2), "Bugle")


def test_a_report_without_a_date_has_none():
    report = read_document(make_document(TIMES, "It rained.", times=[]))
    assert (report.published.low, report.source) == (None, None)


def test_documents_of_one_text_are_two_reports():
    one, two = (read_document(make_document(TIMES, "It rained.", id=key, times=[])) for key in "ab")
    assert one.report_id != two.report_id


def test_lines_wrapped_to_a_width_are_joined():
    text = "The first line of a\nparagraph goes on\nhere.\n\nThe second one\nis short."
    assert unwrap(text) == "The first line of a paragraph goes on here.\n\nThe second one is short."


def test_lines_that_are_sentences_stay():
    text = "A sentence.\nAnother one.\n\nA third.\nA fourth."
    assert unwrap(text) == text
    assert unwrap("A title\nA text without blank lines") == "A title\nA text without blank lines"
