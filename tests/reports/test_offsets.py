"""Every character that stays leads back to its raw place, and what stays and what went are the raw text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from variorum.reports.cleaning.clean import Cleaned, clean_text
from variorum.reports.lines import split_lines
from variorum.reports.reading import read_item
from variorum.reports.items import Item
from variorum.config import Config

ODD = (
    "ﬁ", "ﬂ", "ﬀ", "ﬃ", "ﬄ", "ﬓ", "\u00ad", "\u00a0", "\u202f", "\u200b", "\u200d", "\ufeff", "\u2060", "\r\n", "\r", "\x0b",
    "\x0c", "\u2028", "“", "”", "‘", "’", "«", "…", "é", "e\u0301", "\u0301", "한", "\u1100\u1161", "İ", "ı", "߷", " ", "\t", "\n",
    "The talks ended.", "Subscribe", "(AFP)", "By Mira Tolan", "Read more: a bridge", "© 2021 Kelvan Herald",
)  # fmt: skip
RAW = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=8)), max_size=24).map("".join)
LIGATURES = {
    chr(code): unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18))
}


def plain(text: str) -> str:
    """What cleaning makes of characters: no white space, nothing invisible, ligatures apart, NFC."""
    shown = "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))
    return unicodedata.normalize("NFC", "".join(LIGATURES.get(c, c) for c in shown))


@given(RAW)
@example("ﬁne\u00adly\r\nof\ufeffﬂoods")
def test_character_that_stays_leads_to_its_raw_place(raw):
    for line in split_lines(raw):
        assert len(line.at) == len(line.text) + 1
        assert all(a <= b for a, b in zip(line.at, line.at[1:], strict=False))
        for char, at in zip(line.text, line.at, strict=False):
            assert char in (raw[at], " ") or not raw[at].isascii() or not raw[at + 1 : at + 2].isascii()
        assert plain(raw[line.at[0] : line.at[-1]]) == plain(line.text)


def left_of(raw: str, cleaned: Cleaned) -> str:
    position, kept = 0, []
    for removal in cleaned.removals:
        assert position <= removal.raw_start < removal.raw_end <= len(raw)
        kept.append(raw[position : removal.raw_start])
        position = removal.raw_end
    return "".join((*kept, raw[position:]))


@given(RAW)
def test_removals_and_what_stays_are_the_raw_text(raw):
    cleaned = clean_text(raw)
    assert plain(left_of(raw, cleaned)) == plain(cleaned.text)
    lines = cleaned.text.split("\n") if cleaned.text else []
    assert len(cleaned.line_raws) == len(lines)
    for line, (start, end) in zip(lines, cleaned.line_raws, strict=True):
        assert plain(raw[start:end]).startswith(plain(line)[:1])
        gone = [r for r in cleaned.removals if start <= r.raw_start < end]
        assert gone or plain(raw[start:end]) == plain(line)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The ﬁrst ﬂood of the oﬃce.", "The first flood of the office."),
        ("“The gates”, he said – ‘open’…", "“The gates”, he said – ‘open’…"),
        ("The\u00a0gates\u202fopened\u00adup.", "The gates openedup."),
        ("The \u200bgates\ufeff opened.", "The gates opened."),
        ("One gate opened.\r\nTwo gates closed.\x0bThree broke.", "One gate opened.\nTwo gates closed.\nThree broke."),
        ("\ufeffThe gates opened.", "The gates opened."),
        ("Cafe\u0301 by the dam.", "Café by the dam."),
    ],
)
def test_odd_characters_are_set_right(raw, text):
    cleaned = clean_text(raw)
    assert (cleaned.text, cleaned.removals) == (text, ())


def test_lines_of_a_report_lead_to_the_raw_text():
    raw = "Talks on the dam end\r\nSubscribe\r\nThe ﬁrst gate was opened on Monday by the two delegations.\r\n(AFP)"
    report = read_item(Item(file="a.txt", data=raw.encode()), Config())
    assert [raw[start:end] for start, end in report.line_raws] == [
        "Talks on the dam end",
        "The ﬁrst gate was opened on Monday by the two delegations.",
    ]
    assert [raw[r.raw_start : r.raw_end] for r in report.removals] == ["Subscribe", "(AFP)"]
