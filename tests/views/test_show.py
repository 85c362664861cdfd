"""The terminal's page."""

import re
import unicodedata

import pytest
from views.factory import HOSTILE, make_rows

from variorum.schema.tables import BY_NAME
from variorum.views.catalogue import Catalogue
from variorum.views.glyphs import GLYPHS
from variorum.views.show import show_record


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@pytest.mark.parametrize("width", [60, 80, 132])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_asked(record, width, unicode):
    assert max(columns(line) for line in record.show(width=width, unicode=unicode).splitlines()) <= width


def test_colour_adds_only_colour(record):
    assert re.sub(r"\x1b\[\d*m", "", record.show(color=True)) == record.show()


def test_plain_output_is_ascii_and_says_the_same_words(record):
    plain = record.show(unicode=False)
    assert plain.isascii()
    for glyph in GLYPHS.values():
        assert f"{glyph.ascii} {glyph.word}" in plain


def test_page_has_its_parts_with_sigla_and_brackets(record):
    page = record.show()
    for heading in ("WHAT HAPPENED", "WHERE THE REPORTS PART", "WHO COPIES WHOM", "WHAT WAS NOT UNDERSTOOD"):
        assert heading in page
    assert "[North Wire: DL RS] HP · 3 reports · 2 origins" in page
    assert "≠ Fighting at the Lower Weir: an attack, or clashes" in page
    assert page.index("autumn 2027") < page.index("4 Mar 2031") < page.index("undated  ")


def test_escape_codes_in_a_report_do_not_reach_the_terminal():
    rows = make_rows()
    rows["events"][0]["label"] = "bell \x07 and \x1b[31mred\x1b[0m " + HOSTILE
    page = show_record(Catalogue(rows), width=80, color=False, unicode=True)
    assert "\x1b" not in page
    assert "\x07" not in page


def test_empty_record_says_what_is_missing():
    page = show_record(Catalogue({name: [] for name in BY_NAME}), width=80, color=False, unicode=True)
    assert "No event was found." in page
