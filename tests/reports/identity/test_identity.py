"""What a report is known by: address, outlet, country, section, standfirst, dateline, translation, language."""

import pytest

from variorum.config import Config
from variorum.reports.identity.urls import clean_address, find_address_date, find_address_section, find_domain
from variorum.reports.items import Item
from variorum.reports.lines import Clue
from variorum.reports.listing import Row
from variorum.reports.reading import read_item

TITLE = "Talks on the Orsk dam end without a deal"
BODY = (
    "Delegations from Kelva and Ostrany left Geneva on Monday after two days of talks on the Orsk dam.",
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.",
)
PLAIN = "\n".join((TITLE, *BODY))


def read(text=PLAIN, *, row=None, file="a.txt", config=None, **stated):
    clues = tuple(Clue(kind=kind, value=value, basis="json") for kind, value in stated.items())
    return read_item(Item(file=file, data=text.encode(), row=row, stated=clues), config or Config())


def page(head="", body=""):
    return (
        f"<html lang='en'><head><title>{TITLE} - Kelvan Herald</title>{head}</head><body><article><h1>{TITLE}</h1>"
        f"{''.join(f'<p>{line}</p>' for line in BODY * 2)}{body}</article></body></html>"
    )


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://www.kelva.example/a?utm_source=x&utm_medium=y", "https://www.kelva.example/a"),
        ("HTTPS://WWW.Kelva.example:443/A?id=3&fbclid=zz#top", "https://www.kelva.example/A?id=3"),
        ("https://kelva.example/a?b=1&a=%20x", "https://kelva.example/a?b=1&a=%20x"),
        ("http://kelva.example:8080/", "http://kelva.example:8080/"),
        ("/world/orsk", None),
        ("mailto:desk@kelva.example", None),
        ("https://[broken/", None),
        ("http://kelva.example:port/", None),
    ],
)
def test_address_is_brought_to_one_form(url, clean):
    assert clean_address(url) == clean
    assert clean is None or clean_address(clean) == clean


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.kelva.example/a", "kelva.example"),
        ("https://m.kelva.example/a", "kelva.example"),
        ("news.kelva.example", "news.kelva.example"),
        ("Kelvan Herald", None),
        ("https://192.0.2.7/a", None),
        ("", None),
    ],
)
def test_domain_is_the_host_without_www(url, domain):
    assert find_domain(url) == domain


@pytest.mark.parametrize(
    ("path", "edtf"),
    [
        ("/2022/11/01/orsk", "2022-11-01"),
        ("/world/2017-09/15/content_3.htm", "2017-09-15"),
        ("/world/2022/nov/01/orsk", "2022-11-01"),
        ("/orsk-20221101.html", "2022-11-01"),
        ("/news/2022-11-01-orsk", "2022-11-01"),
        ("/2022/11/orsk", "2022-11"),
        ("/2022/13/41/orsk", None),
        ("/news/1120221101", None),
        ("/orsk-2022", None),
        ("/?date=2022-11-01", None),
    ],
)
def test_day_is_read_from_an_address_when_it_clearly_holds_one(path, edtf):
    found = find_address_date(f"https://kelva.example{path}")
    assert (found.bounds.edtf if found else None) == edtf


def test_section_is_read_from_an_address_when_it_is_a_known_word():
    assert find_address_section("https://kelva.example/en/world/2022/orsk") == "world"
    assert find_address_section("https://kelva.example/orsk/world") is None


def test_outlet_is_named_by_its_host_when_nothing_names_it():
    report = read(url="https://www.theguardian.com/world/2022/nov/01/orsk?utm_source=x")
    assert (report.source, report.domain, report.country) == ("The Guardian", "theguardian.com", "GBR")
    assert (report.url, report.section) == ("https://www.theguardian.com/world/2022/nov/01/orsk", "world")
    unknown = read(url="https://kelva.example/orsk")
    assert (unknown.source, unknown.domain, unknown.country) == ("kelva.example", "kelva.example", None)


@pytest.mark.parametrize("url", ["https://[broken/2022/11/01/", "not an address", "/world/2022/11/01/"])
def test_report_is_read_when_the_stated_address_is_none(url):
    report = read(url=url)
    assert (report.status, report.url, report.domain) == ("read", url, None)


def test_stated_source_stands_as_stated():
    report = read(source="www.dw.com", url="https://www.dw.com/en/orsk/a-1")
    assert (report.source, report.domain, report.country) == ("www.dw.com", "dw.com", "DEU")
    assert read(source="fox", row=Row(source="Kelvan Herald")).source == "Kelvan Herald"


def test_container_fills_every_field_when_it_states_them():
    report = read(
        title="Talks end",
        subtitle="Both sides want a week",
        author="Mira Tolan",
        credit="AFP",
        published="2022-10-31T18:05:00+04:00",
        updated="Tue, 01 Nov 2022 09:00:00 GMT",
        language="en-GB",
        section="Valley",
    )
    assert (report.title, report.title_span, report.subtitle) == ("Talks end", None, "Both sides want a week")
    assert (report.author, report.credit, report.section, report.language) == ("Mira Tolan", "AFP", "Valley", "en")
    assert (report.published.edtf, report.published_time) == ("2022-10-31", "2022-10-31T18:05:00+04:00")
    assert (report.updated.edtf, report.updated_time) == ("2022-11-01", "2022-11-01T09:00:00+00:00")
    assert report.issues == ()


def test_issue_says_so_when_a_container_states_a_date_that_is_none():
    report = read(published="soon")
    assert [(issue.kind, "'soon'" in issue.what) for issue in report.issues] == [("bad_date", True)]
    assert report.published.edtf is None


def test_title_keeps_its_place_when_the_container_states_the_one_in_the_text():
    report = read(title=TITLE.upper())
    assert (report.title, report.text[report.title_span.start : report.title_span.end]) == (TITLE.upper(), TITLE)


LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": ["NewsArticle"],
"headline": "x", "alternativeHeadline": "Both sides want a week to think", "articleSection": ["Valley", "World"],
"datePublished": "2022-10-31T18:05:00+04:00", "dateModified": "2022-11-01T09:00:00+04:00",
"mainEntityOfPage": {"@id": "https://www.kelva.example/orsk?fbclid=1#a"}}]}</script>"""


def test_page_is_known_by_its_linked_data():
    report = read(page(LINKED), file="a.html")
    assert (report.subtitle, report.section) == ("Both sides want a week to think", "Valley")
    assert (report.published_time, report.updated_time) == ("2022-10-31T18:05:00+04:00", "2022-11-01T09:00:00+04:00")
    assert (report.url, report.domain, report.source) == (
        "https://www.kelva.example/orsk",
        "kelva.example",
        "Kelvan Herald",
    )


def test_page_is_known_by_its_meta_elements():
    head = (
        '<meta property="article:section" content="Valley"><meta property="og:url" content="https://kelva.example/o">'
        '<meta property="article:published_time" content="2022-10-31T18:05:00Z">'
        '<meta property="article:modified_time" content="2022-10-31T20:00:00Z">'
        '<meta property="og:description" content="Both sides go home to ask what they may give up.">'
    )
    report = read(page(head), file="a.html")
    assert (report.section, report.url) == ("Valley", "https://kelva.example/o")
    assert (report.published_time, report.updated.edtf) == ("2022-10-31T18:05:00Z", "2022-10-31")
    assert report.subtitle == "Both sides go home to ask what they may give up."


@pytest.mark.parametrize("described", [f"{BODY[0][:70]}...", BODY[0], TITLE, "News"])
def test_description_is_no_standfirst_when_it_repeats_the_report(described):
    report = read(page(f'<meta property="og:description" content="{described}">'), file="a.html")
    assert report.subtitle is None


@pytest.mark.parametrize("script", ["{broken", "[" * 100_000, '{"@type": "NewsArticle", "datePublished": 7}', "null"])
def test_page_is_read_when_its_linked_data_are_broken(script):
    report = read(page(f'<script type="application/ld+json">{script}</script>'), file="a.html")
    assert (report.status, report.published.edtf) == ("read", None)


def test_time_of_day_comes_from_a_time_element():
    stamp = '<p><time datetime="2022-10-31T18:05:00+04:00" pubdate>31 October</time></p>'
    assert read(page(body=stamp), file="a.html").published_time == "2022-10-31T18:05:00+04:00"


def test_standfirst_is_the_line_between_headline_and_byline():
    lead = "Both sides go home to ask what they may give up"
    report = read("\n".join((TITLE, lead, "By Mira Tolan", *BODY)))
    assert (report.subtitle, lead in report.text) == (lead, True)
    assert read("\n".join((TITLE, lead, *BODY))).subtitle is None


def test_section_is_read_from_the_trail_that_cleaning_took():
    assert read("\n".join(("Home » World » Ostrany", TITLE, *BODY))).section == "World"


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("ORSK, Nov 1 (AFP) - ", "ORSK, Nov 1 (AFP)"),
        ("ORSK, Kelva — ", "ORSK, Kelva"),
        ("UPPER ORSK, Kel. (AP) — ", "UPPER ORSK, Kel. (AP)"),
        ("Geneva, 1 November - ", "Geneva, 1 November"),
        ("ORSK, NOVEMBER 1, TASS. ", "ORSK, NOVEMBER 1, TASS"),
        ("FILE - ", None),
        ("The mediator - ", None),
        ("", None),
    ],
)
def test_dateline_is_kept_as_written(start, dateline):
    report = read("\n".join((TITLE, start + BODY[0], BODY[1])))
    assert report.dateline == dateline
    assert start + BODY[0] in report.text


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("*With AFP; adapted from its French version", "With AFP; adapted from its French version"),
        ("Translated from Turkish by Mira Tolan", "Translated from Turkish by Mira Tolan"),
        ("This article was translated from French.", "This article was translated from French."),
        ("Traduit de l’anglais par Mira Tolan", "Traduit de l’anglais par Mira Tolan"),
        ("Aus dem Englischen übersetzt von Per Holt", "Aus dem Englischen übersetzt von Per Holt"),
        ("Перевод с английского", "Перевод с английского"),
    ],
)
def test_translation_note_leaves_the_text_and_is_known(line, note):
    report = read("\n".join((TITLE, *BODY, line)))
    assert (report.translation, report.text) == (note, PLAIN)


def test_sentence_about_a_translation_stays():
    line = "The treaty was translated from French into four languages before the delegations could sign it on Monday."
    report = read("\n".join((TITLE, line, *BODY)))
    assert (report.translation, line in report.text) == (None, True)


FRENCH = (
    "Les délégations ont quitté Genève lundi après deux jours de discussions sur le barrage, sans accord sur les eaux "
    "du lac ni sur le retour de ceux qui avaient fui la vallée au printemps."
)


def test_passage_in_another_language_is_a_part():
    report = read("\n".join((PLAIN, *BODY, FRENCH, FRENCH, BODY[0])), config=Config(languages=("en",)))
    (part,) = report.parts
    assert (part.kind, part.language, report.language) == ("other_language", "fr", "en")
    assert report.text[part.span.start : part.span.end] == f"{FRENCH}\n{FRENCH}"
    assert read("\n".join((FRENCH, FRENCH, *BODY))).reason.startswith("its language is fr")


def test_language_of_the_text_outranks_what_the_container_says():
    assert read(FRENCH, language="en").status == "set_aside"
    assert read("Talks end in Geneva.", language="en_US").language == "en"
    assert read("Talks end in Geneva.", language="English").language is None
