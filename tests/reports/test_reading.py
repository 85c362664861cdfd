"""One file in, one report out, or set aside with a reason."""

import os
import pickle
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from variorum.config import Config
from variorum.reports import Input, Row, discover_inputs, read_input

BODY = (
    "Delegations from Kelva and Ostrany left Geneva on Monday after two days of talks on the Orsk dam.\n"
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.\n"
)
SOCHI = Path(__file__).parents[3] / "shared" / "reports" / "sochi"


def read(tmp_path, content, *, name="a.txt", row=None, config=None):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_input(Input(path=path, file=name, row=row), config or Config())


def test_report_is_read_when_it_is_plain_text(tmp_path):
    report = read(tmp_path, BODY)
    assert (report.status, report.text, report.language, report.source) == ("read", BODY.strip(), "en", None)
    assert (report.published.edtf, report.published_basis, report.issues) == (None, None, ())
    assert pickle.loads(pickle.dumps(report)) == report


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"%PDF-1.7 stream", "PDF that cannot be read"),
        (b"talk\x00\x01\x02\x03" * 50, "binary"),
        (b"Subscribe\nRead more\nAll rights reserved.", "nothing is left"),
        (b"<html><head><title></title></head><body></body></html>", "page"),
        (
            ("Der Vermittler sagte am Montag, beide Seiten wollten in ihren Hauptstädten beraten. " * 4).encode(),
            "language",
        ),
        (
            (
                "Mira Tolan kuryeye göre taraflar Cenevre'de barajın geleceği üzerine iki gün boyunca görüştü. " * 4
            ).encode(),
            "language",
        ),
    ],
)
def test_file_is_set_aside_with_a_reason_when_it_cannot_be_a_report(tmp_path, content, word):
    report = read(tmp_path, content)
    assert (report.status, report.text) == ("set_aside", "")
    assert word in report.reason
    assert [(issue.kind, issue.report_id) for issue in report.issues] == [("set_aside", report.report_id)]


def test_file_is_set_aside_when_larger_than_the_limits(tmp_path):
    assert "max_report_bytes = 100" in read(tmp_path, BODY, config=Config(max_report_bytes=100)).reason
    assert "max_report_chars = 150" in read(tmp_path, BODY, config=Config(max_report_chars=150)).reason
    huge = read(tmp_path, BODY * 20, config=Config(max_report_chars=150))
    assert "max_report_chars = 150" in huge.reason


def test_file_is_set_aside_when_it_cannot_be_opened(tmp_path):
    gone = read_input(Input(path=tmp_path / "gone.txt", file="gone.txt"), Config())
    assert (gone.status, "cannot be read" in gone.reason) == ("set_aside", True)
    if os.geteuid():
        locked = tmp_path / "locked.txt"
        locked.write_text(BODY)
        locked.chmod(0)
        assert read_input(Input(path=locked, file="locked.txt"), Config()).status == "set_aside"


def test_guess_is_told_when_bytes_are_not_utf8(tmp_path):
    report = read(tmp_path, (BODY + "The café owner’s “house” burned on Sunday night, he said to us.").encode("cp1252"))
    assert "café owner’s “house”" in report.text
    assert [issue.kind for issue in report.issues] == ["encoding"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_mark_is_honoured_when_bytes_begin_with_one(tmp_path, encoding):
    report = read(tmp_path, BODY.encode(encoding))
    assert (report.text, report.issues) == (BODY.strip(), ())


def test_charset_is_honoured_when_a_page_declares_it(tmp_path):
    page = f'<html><head><meta charset="iso-8859-2"></head><body><article><p>{BODY}</p><p>{"Wałęsa said so. " * 9}</p></article></body></html>'
    report = read(tmp_path, page.encode("iso-8859-2"), name="a.pdf")
    assert "Wałęsa" in report.text
    assert ["iso8859-2" in issue.what for issue in report.issues] == [True]


def test_id_follows_bytes_and_who_is_stated_to_have_published_them(tmp_path):
    one, two = read(tmp_path, BODY), read(tmp_path, BODY, name="b.txt")
    assert one.report_id == two.report_id
    assert one.report_id != read(tmp_path, BODY, row=Row(source="Kelvan Herald")).report_id
    assert one.report_id == read(tmp_path, BODY, row=Row(credit="AFP")).report_id


def test_row_outranks_the_reports_own_words_when_both_speak(tmp_path):
    row = Row(source="Kelvan Herald", published="2021-05-04", credit="AFP", title="Dam talks end", author="Mira Tolan")
    report = read(tmp_path, f"Published: 3 May 2021\n{BODY}Source: Reuters", row=row)
    assert (report.source, report.credit, report.title, report.author) == (
        "Kelvan Herald",
        "AFP",
        "Dam talks end",
        "Mira Tolan",
    )
    assert (report.published.edtf, report.published_basis) == ("2021-05-04", "reports.tsv")
    assert [issue.kind for issue in report.issues] == ["two_dates"]


def test_issue_is_raised_when_a_row_gives_no_real_date(tmp_path):
    report = read(tmp_path, BODY, row=Row(published="31.02.2021"))
    assert (report.published.edtf, [issue.kind for issue in report.issues]) == (None, ["bad_date"])


@pytest.mark.parametrize(
    ("name", "edtf"),
    [
        ("2022-11-02_dam.txt", "2022-11-02"),
        ("dam-20221102.txt", "2022-11-02"),
        ("000_20229.txt", None),
        ("0420221102.txt", None),
    ],
)
def test_file_name_gives_a_date_only_when_it_clearly_holds_one(tmp_path, name, edtf):
    assert read(tmp_path, BODY, name=name).published.edtf == edtf


def test_publisher_is_known_when_the_report_speaks_of_itself(tmp_path):
    assert (
        read(tmp_path, BODY + "The former envoy was Kelvan TV’s guest on Sunday and was asked about it.").source
        == "Kelvan TV"
    )
    assert read(tmp_path, BODY + "The envoy told Reuters that he would not be in the city on Sunday.").source is None
    assert read(tmp_path, BODY + "Source: Kelvan News").source is None


@pytest.fixture(scope="module")
def sochi():
    if not SOCHI.is_dir():
        pytest.skip(f"the reports of {SOCHI} are not here")
    return {
        item.file[:3]: (read_input(item, Config()), item.path.read_text())
        for item in discover_inputs([SOCHI], Config()).inputs
    }


def test_metadata_is_as_a_reader_finds_it_when_read_from_real_reports(sochi):
    assert {key: (report.source, report.credit, report.published.edtf) for key, (report, _) in sochi.items()} == {
        "000": ("TVP World", None, "2022-11-02"),
        "001": (None, "AFP", None),
        "002": (None, "Euro News", None),
        "003": ("M5 Dergi", None, None),
        "004": (None, None, None),
    }


def test_furniture_is_gone_when_real_reports_are_cleaned(sochi):
    gone = {
        "001": ("First modification:",),
        "002": ("Home »", "Featured News"),
        "003": ("Abone Ol", "Related Articles", "Back to top", "Defence News"),
        "004": ("Leave a Reply", "Required fields"),
    }
    assert not [(key, words) for key, lines in gone.items() for words in lines if words in sochi[key][0].text]


def test_paragraphs_are_whole_when_real_reports_are_cleaned(sochi):
    for report, raw in sochi.values():
        long = [" ".join(line.split()) for line in raw.split("\n") if len(line.split()) >= 15]
        missing = [line for line in long if line.removeprefix("date 2022-11-02 ") not in report.text]
        assert missing == []


EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = [
    (item, want)
    for name in ("sochi-retold", "invented")
    for item in discover_inputs([EXAMPLES / name / "reports"], Config()).inputs
    for want in tomllib.loads((EXAMPLES / name / "golden.toml").read_text())["report"]
    if Path(item.file).name.startswith(want["file"])
]


@pytest.mark.parametrize(("item", "want"), CASES, ids=lambda value: value.file if isinstance(value, Input) else "")
def test_examples_are_read_as_their_goldens_say(item, want):
    report = read_input(item, Config())
    assert [line for line in want.get("not_body", ()) if line in report.text] == []
    assert want.get("outlet", "") in (report.source or "")
    assert want.get("credit", "") in (report.credit or "")
    if "published" in want:
        assert report.published.edtf == want["published"]


def test_outlet_and_day_are_known_when_no_row_says_them():
    found = {
        Path(item.file).stem[4:]: (report.source, report.published.edtf)
        for item, _ in CASES
        for report in [read_input(replace(item, row=None), Config())]
    }
    assert found["dorvasse-whistle"] == ("The Dorvasse Whistle", "2019-05-25")
    assert found["caspian-lantern"] == ("Caspian Lantern", "2022-11-02")
    assert found["rivers-and-frontiers"] == ("Rivers and Frontiers", None)


LINKED = (
    '<title>Dam talks end in Geneva</title><script type="application/ld+json">'
    '{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "The Orsk Lantern"}}</script>'
)
PAGE_BODY = "".join(f"<p>{line}</p>" for line in (BODY * 2).splitlines())


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("<title>Dam talks end in Geneva - Orsk Lantern</title>", "Orsk Lantern"),
        ("<title>Dam talks end in Geneva | World</title>", None),
        (
            LINKED,
            "The Orsk Lantern",
        ),
    ],
)
def test_publisher_is_known_when_a_page_names_it_without_a_site_name(tmp_path, head, source):
    page = (
        f"<html><head>{head}</head><body><h1>Dam talks end in Geneva</h1><article>{PAGE_BODY}</article></body></html>"
    )
    assert read(tmp_path, page, name="a.html").source == source


def test_author_is_unknown_when_a_pages_byline_is_a_stamp(tmp_path):
    byline = '<p class="byline">Published <time datetime="2021-05-03">3 May 2021</time></p>'
    page = f"<html><body><h1>Dam talks end in Geneva</h1><article>{byline}{PAGE_BODY}</article></body></html>"
    assert read(tmp_path, page, name="a.html").author is None
