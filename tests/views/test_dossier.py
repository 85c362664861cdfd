"""The page: safe against hostile reports, whole, and every link in it leading somewhere."""

import re
from html.parser import HTMLParser

import pytest
from views.factory import HOSTILE, TEXTS, event_id, make_rows

from variorum.schema.tables import BY_NAME
from variorum.views.catalogue import Catalogue
from variorum.views.dossier import make_dossier, render_dossier


class Page(HTMLParser):
    """Ids, inner links, tags and text of a page."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.tags, self.addresses, self.text = [], [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append(tag)
        self.ids += [values["id"]] if values.get("id") else []
        for name in ("href", "src", "action", "data", "srcset", "style"):
            if values.get(name):
                (self.links if name == "href" and values[name][0] == "#" else self.addresses).append(values[name])

    def handle_data(self, text):
        self.text.append(text)


@pytest.fixture(scope="module")
def html(record, tmp_path_factory):
    path = tmp_path_factory.mktemp("dossier") / "page.html"
    record.write_dossier(path)
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


def test_hostile_words_of_reports_stay_words(html, page):
    assert page.tags.count("script") == 1
    assert "b" in page.tags
    assert HOSTILE not in html
    assert HOSTILE in "".join(page.text)
    assert "Nia <b>Holt</b>" in "".join(page.text)
    assert html.count("</script>") == 1


def test_nothing_is_fetched(html, page):
    assert page.addresses == ["data:,"]
    assert "default-src 'none'" in html
    assert not re.search(r"https?:|url\(|@import", html)


def test_every_inner_link_leads_somewhere(page):
    assert set(page.links) <= {f"#{name}" for name in page.ids}


def test_no_id_is_used_twice(page):
    assert sorted(page.ids) == sorted(set(page.ids))


def test_every_piece_of_evidence_has_its_place(record, page):
    wanted = {row["evidence_id"] for row in record.catalogue.rows("evidence")}
    assert wanted <= set(page.ids)


def test_every_event_disagreement_statement_and_entity_has_an_address(record, page):
    for table in ("events", "disagreements", "statements", "entities", "reports", "findings"):
        key = BY_NAME[table].key[0]
        assert {row[key] for row in record.catalogue.rows(table)} <= set(page.ids)


def test_reports_are_there_in_full(page):
    text = "".join(page.text)
    for lines in TEXTS.values():
        for line in lines.split("\n"):
            assert line in text


def test_glyphs_have_words_for_screen_readers(html):
    marks = re.findall(r'<span class="g [^"]*"[^>]*>', html)
    assert marks
    assert all('role="img" aria-label="' in mark for mark in marks)


def test_origins_are_counted_and_bracketed(page):
    text = " ".join("".join(page.text).split())
    assert "[North Wire: DL RS] HP3 reports · 2 origins" in text


def test_empty_record_says_what_would_fill_each_section():
    html = render_dossier(make_dossier(Catalogue({name: [] for name in BY_NAME})))
    assert html.count('class="empty"') >= 10


def test_same_rows_give_the_same_page(html):
    turned = Catalogue({name: list(reversed(rows)) for name, rows in make_rows().items()})
    assert render_dossier(make_dossier(turned)) == html


def test_rows_that_point_nowhere_do_not_break_the_page():
    rows = make_rows()
    rows["entities"].clear()
    rows["origins"].clear()
    rows["claims"].clear()
    assert event_id("talks") in render_dossier(make_dossier(Catalogue(rows)))


def test_statement_shows_issue_condition_hearer_and_occasion(page):
    text = "".join(page.text)
    assert "if the text is signed" in text
    assert "to reporters, at a press conference" in text
