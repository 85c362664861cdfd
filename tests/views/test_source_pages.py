"""The terminal's pages on reports, lineage and versions, and the same as plain values."""

import json
import re
import unicodedata

import pytest
from views.factory import HOSTILE
from views.pile import TEXTS, make_pile, report_of

from variorum.errors import InputError
from variorum.schema.tables import BY_NAME
from variorum.views.catalogue import Catalogue
from variorum.views.shelf import Record

PAGES = ("show_reports", "show_lineage", "show_versions")


def shelved(rows, path):
    return Record(path=path, catalogue=Catalogue(rows))


@pytest.fixture
def pile(tmp_path):
    return shelved(make_pile(), tmp_path / "pile.variorum")


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("report", [None, "HP", report_of("RS2")])
@pytest.mark.parametrize("width", [60, 80, 119, 120, 160])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_asked(pile, page, report, width, unicode):
    text = getattr(pile, page)(report, width=width, unicode=unicode)
    assert max(columns(line) for line in text.splitlines()) <= width
    assert unicode or text.isascii()


@pytest.mark.parametrize("options", [{"removals": True}, {"set_aside": True}])
def test_lists_of_removals_and_of_what_was_set_aside_fit_too(pile, options):
    assert max(columns(line) for line in pile.show_reports(width=60, **options).splitlines()) <= 60


def test_colour_adds_only_colour(pile):
    for page in PAGES:
        coloured = re.sub(r"\x1b\[\d*m", "", getattr(pile, page)(color=True))
        plain = getattr(pile, page)().replace("in brackets", "underlined")
        assert re.sub(r"[\[\]]", "", plain).split() == coloured.split()


def test_report_that_was_set_aside_says_why(pile):
    aside = next(row for row in pile.catalogue.rows("reports") if row["file"] == "pile/late.gz")
    assert "was set aside" in pile.show_reports(aside["report_id"])
    values = pile.reports(aside["report_id"])
    assert (values["reports"], values["set_aside"][0]["files"]) == ([], ["pile/late.gz"])


def test_reports_show_contradiction_correction_and_what_was_set_aside(pile):
    page = pile.show_reports(width=100)
    assert "≠ address: “/2031/02/27/” · published: 27 Feb 2031 · contradicts it, not followed" in page
    assert "correction   “Correction: An earlier version" in page
    assert "RS    Radio Selm (OSR, en) · an earlier version, no witness" in page
    assert "5 · the PDF holds no text: run OCR on it and build again" in page
    assert "and 1 more (--set-aside)" in page
    assert "550 characters: menu 430, newsletter 90, caption 30" in page


def test_one_report_is_shown_whole(pile):
    page = pile.show_reports("hp", width=100)
    assert "dateline: “March 4, 2031” · published: 4 Mar 2031 · used" in page
    assert "menu: 310 characters, raw 2000–2310" in page
    assert "caption      “Boats tied to the church tower in Tarl. Photo: Lena Korr”" in page
    assert "give its date in reports.tsv" in page
    assert "Daily Lock" not in page


def test_every_piece_cut_is_listed_when_asked(pile):
    assert "raw 2310–2400" in pile.show_reports(removals=True)
    assert "raw 2310–2400" not in pile.show_reports()


def test_lineage_shows_tree_passages_and_shared_words(pile):
    page = pile.show_lineage(width=100)
    assert "      └─ DL  Daily Lock, 6 Mar 2031 · published two days later" in page
    assert "by noon, and [some] 6,000" in " ".join(page.split())
    assert "Public statements that several reports quote: no copying." in page
    assert page.index("SHARED WORDS") < page.index("Not one family will spend the winter")


def test_lineage_of_one_report_leaves_the_others_out(pile):
    page = pile.show_lineage("DL")
    assert "DL from HP" in page
    assert "HP from NW" not in page
    assert "It shares no passage." in pile.show_lineage("VT")


def test_two_passages_stand_side_by_side_where_there_is_room(pile):
    line = next(line for line in pile.show_lineage("DL", width=130).splitlines() if line.startswith("  HP"))
    assert "DL  At least 14 villages" in line


def test_versions_say_plainly_that_there_are_none(pile):
    assert "has one version of this report: nothing to compare" in " ".join(pile.show_versions("HP").split())
    rows = make_pile()
    rows["reports"] = [row for row in rows["reports"] if row["version_of"] is None]
    bare = shelved(rows, pile.path)
    assert "in one version only: nothing to compare" in " ".join(bare.show_versions().split())
    assert bare.versions() == {"n_reports": 0, "reports": []}


def test_changes_are_shown_with_the_exact_words(pile):
    page = pile.show_versions(report_of("RS1"))
    assert "− [A wall] of the Orlo dam [broke] on Monday." in page
    assert "+ [Two gates] of the Orlo dam [were opened] on Monday." in page
    assert "sentences: 2 changed, 1 added, 1 removed" in page


def test_silence_of_the_outlet_is_said():
    rows = make_pile()
    rows["report_parts"].clear()
    assert "No correction or note of the outlet on these changes was found." in shelved(rows, None).show_versions()


def test_escape_codes_in_a_report_do_not_reach_the_terminal():
    rows = make_pile()
    for row in rows["reports"]:
        row["text"] = row["text"].replace("dam", "dam\x1b[31m\x07")
        row["source"] = row["source"] and f"{row['source']}\x1b[2J{HOSTILE}"
    rows["date_evidence"][0]["words"] = "\x1b]0;x\x07"
    for page in PAGES:
        text = getattr(shelved(rows, None), page)()
        assert "\x1b" not in text
        assert "\x07" not in text


def test_scripts_of_wide_letters_fit_too():
    rows = make_pile()
    for row in rows["reports"]:
        row["text"] = "桥" * len(row["text"])
        row["title"] = None
    for width in (60, 130):
        lines = shelved(rows, None).show_lineage(width=width).splitlines()
        assert max(columns(line) for line in lines) <= width


def test_empty_record_says_what_is_missing():
    empty = shelved({name: [] for name in BY_NAME}, None)
    assert "No two reports share a passage." in empty.show_lineage()
    assert "nothing to compare" in empty.show_versions()
    assert "0 reports" in empty.show_reports()


def test_values_are_plain_json_and_the_same_for_rows_in_any_order(pile):
    turned = shelved({name: list(reversed(rows)) for name, rows in make_pile().items()}, None)
    for name in ("reports", "lineage", "versions"):
        assert json.loads(json.dumps(getattr(pile, name)())) == getattr(turned, name)()
    for page in PAGES:
        assert getattr(turned, page)() == getattr(pile, page)()


def test_values_of_reports_hold_what_other_tables_say_of_them(pile):
    values = pile.reports()
    assert len(values["reports"]) == len(TEXTS)
    (report,) = pile.reports("HP")["reports"]
    assert report["removed"][0] == {"reason": "menu", "pieces": 2, "characters": 430}
    assert [clue["verdict"] for clue in report["date_evidence"]].count("contradicts") == 1
    assert report["parts"][0]["words"] == TEXTS["HP"].split("\n")[-1]
    assert report["published_low"] == "2031-03-04"
    assert "text" not in report
    assert values["set_aside"][0]["files"][0] == "pile/scan1.pdf"


def test_values_of_lineage_hold_offsets_of_both_sides(pile):
    values = pile.lineage()
    for pair in values["copies"]:
        texts = {report_of(name): text for name, text in TEXTS.items()}
        for passage in pair["passages"]:
            here = texts[pair["report_id"]][passage["start_char"] : passage["end_char"]]
            there = texts[pair["of_report_id"]][passage["of_start_char"] : passage["of_end_char"]]
            assert (here, there) == (passage["words"], passage["of_words"])
    wire = next(origin for origin in values["origins"] if origin["name"] == "North Wire")
    assert wire["reports"][0]["copies"][0]["copies"][0]["siglum"] == "DL"
    assert values["summary"].startswith("7 reports, 5 origins; ")
    assert values["shared_words"][0]["reports"][1]["siglum"] == "HP"
    (pair,) = pile.lineage("DL")["copies"]
    assert (pair["report"], pair["basis"], pair["why"]) == ("DL", "date", "published two days later")


def test_values_of_versions_hold_every_change(pile):
    (report,) = pile.versions()["reports"]
    (step,) = report["steps"]
    assert [change["kind"] for change in step["changes"]] == ["changed", "changed", "added", "removed"]
    assert step["fields"] == [
        {"field": "title", "before": "Dam breaks at Orlo", "after": "Gates opened at Orlo, twenty missing"}
    ]
    assert step["notices"][0]["detail"] == "a wall of the dam broke"
    assert [version["stands"] for version in report["versions"]] == [False, True]
    assert pile.versions("HP")["reports"] == []


@pytest.mark.parametrize("named", ["", "nobody", "r", "r000000000000", "RX"])
def test_unknown_report_is_one_line_with_a_remedy(pile, named):
    with pytest.raises(InputError, match=r"list") as caught:
        pile.reports(named)
    assert "\n" not in str(caught.value)


def test_siglum_of_several_reports_asks_for_an_id():
    rows = make_pile()
    for row in rows["reports"]:
        row["siglum"] = "HP" if row["siglum"] == "NW" else row["siglum"]
    with pytest.raises(InputError, match="2 reports bear this siglum"):
        shelved(rows, None).lineage("HP")
    assert shelved(rows, None).lineage(report_of("NW")[:8])["copies"]
