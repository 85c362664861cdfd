"""The dossier of the invented pile: lineage and reports on the page, every link leading somewhere."""

import pytest
from views.pile import make_pile, report_of
from views.test_dossier import Page

from variorum.views.catalogue import Catalogue
from variorum.views.dossier import make_dossier, render_dossier


@pytest.fixture(scope="module")
def html():
    return render_dossier(make_dossier(Catalogue(make_pile())))


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


@pytest.fixture(scope="module")
def text(page):
    return " ".join("".join(page.text).split())


def test_every_inner_link_leads_to_one_place(page):
    assert set(page.links) <= {f"#{name}" for name in page.ids}
    assert sorted(page.ids) == sorted(set(page.ids))


def test_picture_has_words_for_those_who_do_not_see_it(html):
    assert html.count('role="img" aria-label="Lineage of 5 reports along time. 7 reports, 5 origins;') == 2
    assert "<title>DL from HP: 56 % of DL, published two days later</title>" in html


def test_correction_stands_openly_with_its_report(html, text):
    assert '<p class="corr"><b>correction</b>' in html
    assert "corrects: “a wall of the dam broke”" in text
    assert '<div class="par apart told"><p class="t"><span class="tag">correction</span>' in html


def test_evidence_cuts_versions_and_set_aside_are_told(text):
    for words in (
        "≠ address: “/2031/02/27/” says 27 Feb 2031",
        "menu: 430 characters in 2 pieces",
        "2 versions: what the outlet changed",
        "version 1 to 2: 2 changed, 1 added, 1 removed",
        "the PDF holds no text: run OCR on it and build again 5 files",
        "an earlier version, no witness",
        "Shared words A public statement that several reports quote.",
    ):
        assert words in text


def test_brand_counts_standing_reports(text):
    assert "a record of 13 reports; it names no winner" in text


def test_rows_in_any_order_give_the_same_page(html):
    turned = Catalogue({name: list(reversed(rows)) for name, rows in make_pile().items()})
    assert render_dossier(make_dossier(turned)) == html


def test_rows_that_point_nowhere_do_not_break_the_page():
    rows = make_pile()
    rows["origins"].clear()
    rows["reports"] = [row for row in rows["reports"] if row["report_id"] not in (report_of("NW"), report_of("RS1"))]
    assert "Daily Lock" in render_dossier(make_dossier(Catalogue(rows)))
