"""What cleaning takes, what it leaves, and that nothing is lost between the two."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from variorum.reports.cleaning.clean import Cleaned, clean_text
from variorum.reports.documents.pages import clean_page

BODY = (
    "Delegations from Kelva and Ostrany left Geneva on Monday after two days of talks on the Orsk dam.",
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.",
    "Eleven villages below the dam have been without water since April, the Red Cross said on Sunday.",
)
HEADLINE = "Talks on the Orsk dam end without a deal"


def squash(text: str) -> str:
    """Words only: no white space, no invisible characters, NFC."""
    shown = (c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))
    return unicodedata.normalize("NFC", "".join(shown))


def left_of(raw: str, cleaned: Cleaned) -> str:
    position, kept = 0, []
    for removal in cleaned.removals:
        assert position <= removal.raw_start < removal.raw_end <= len(raw)
        kept.append(raw[position : removal.raw_start])
        position = removal.raw_end
    return "".join((*kept, raw[position:]))


def reasons(cleaned: Cleaned, raw: str) -> dict[str, str]:
    return {raw[r.raw_start : r.raw_end].strip(): r.reason for r in cleaned.removals}


def report(*above: str, below: tuple[str, ...] = ()) -> str:
    return "\n".join((*above, *BODY, *below))


FURNITURE = st.sampled_from(
    (
        "Subscribe", "Read more", "Related Articles", "Leave a Reply", "By Mira Tolan", "Source: Kelvan News", "(AFP)",
        "Home » World » Ostrany", "Published: 3 May 2021", "date 2021-05-03 The gates", "Abone Ol", "* * *", "---",
        "title: A dam", "With Reuters", "Photo: A. Name/AFP", "© 2021 Kelvan Herald", "Updated 31 February 2021",
    )
)  # fmt: skip


@given(
    st.lists(st.one_of(st.text(), FURNITURE, st.sampled_from(BODY)), max_size=12),
    st.sampled_from(("\n", "\r\n", "\n\n")),
)
@example(["e", "\u200b\u0301 2021"], "\n")
@example(["one\u00a0two\u00adthree\ufeff", "\u1100\u1161"], "\n")
def test_nothing_is_lost_whatever_the_text(parts, joint):
    raw = joint.join(parts)
    cleaned = clean_text(raw)
    assert squash(left_of(raw, cleaned)) == squash(cleaned.text)
    assert unicodedata.is_normalized("NFC", cleaned.text)
    assert not any(line != line.strip() or not line for line in cleaned.text.split("\n")) or not cleaned.text


@given(st.text(max_size=200))
def test_cleaning_is_stable_when_given_its_own_plain_output(text):
    once = clean_text(text).text
    assert squash(clean_text(once).text) in squash(once) or clean_text(once).removals


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home » Talks on the Orsk dam", "breadcrumb"),
        ("Home > World > Ostrany", "breadcrumb"),
        ("Politics World Economy Featured", "sections"),
        ("World | Politics | Ostrany", "sections"),
        ("Abone Ol", "furniture"),
        ("Подписаться", "furniture"),
        ("S’abonner", "furniture"),
        ("Facebook Twitter WhatsApp", "furniture"),
        ("Share this article", "furniture"),
        ("First published:", "stamp"),
        ("Modified:", "stamp"),
        ("Issued on:", "stamp"),
        ("Photo: Border guards at the dam", "caption"),
        ("Guards at the Orsk dam. (Photo by A. Name/Getty Images)", "caption"),
        ("© 2021 Kelvan Herald", "furniture"),
        ("By Mira Tolan", "byline"),
        ("By Mira Tolan and Per Holt in Geneva", "byline"),
        ("Published: 3 May 2021", "date_line"),
        ("2 November 2022, 14:05", "date_line"),
        ("By Mira Tolan | 3 May 2021 | 5 min read", "date_line"),
    ],
)
def test_line_is_taken_when_it_stands_above_the_report(line, reason):
    raw = report(HEADLINE, line)
    cleaned = clean_text(raw)
    assert reasons(cleaned, raw) == {line: reason}
    assert cleaned.text == report(HEADLINE)


@pytest.mark.parametrize(
    "foot",
    [
        ("Related Articles", "Ostrany closes two crossings", "Flood warning for the lower valley"),
        ("Read also:", "Ostrany closes two crossings", "Subscribe", "Back to top"),
        ("Leave a Reply", "Your email address will not be published. Required fields are marked *", "Name *"),
        ("İlgili Haberler", "Ostrany iki kapıyı kapattı"),
        ("Comments (3)",),
        ("All rights reserved.",),
        ("Follow us on Facebook and Twitter.",),
        ("Required fields are marked *",),
    ],
)
def test_foot_is_taken_when_it_is_furniture_to_the_end(foot):
    assert clean_text(report(HEADLINE, below=foot)).text == report(HEADLINE)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers to the truce now number nine.",
        "“Stay tuned,” the general said.",
        "By midnight the shelling had stopped.",
        "Home to nine thousand people, Orsk lies below the dam.",
        "C-130 transport planes brought tents.",
        "Published figures differ.",
        "World leaders welcomed it.",
        "“No comment,” he said.",
        "Read the agreement, he told them.",
        "May 3 was the worst day.",
        "More than 40 people died.",
        "With Ostrany they signed nothing.",
    ],
)
def test_line_stays_when_it_is_the_reports(line):
    raw = "\n".join((HEADLINE, BODY[0], line, *BODY[1:], line))
    cleaned = clean_text(raw)
    assert (cleaned.text, cleaned.removals) == (raw, ())


@pytest.mark.parametrize("line", ["The water crisis", "Source close to the talks: no deal"])
def test_head_within_a_report_stays(line):
    raw = "\n".join((HEADLINE, BODY[0], line, *BODY[1:]))
    cleaned = clean_text(raw)
    assert (cleaned.text, cleaned.removals) == (raw, ())


def test_headlines_below_a_head_go_alone_when_the_report_goes_on():
    raw = "\n".join((BODY[0], "Read more", "Ostrany closes two crossings after the flood", *BODY[1:]))
    assert clean_text(raw).text == "\n".join(BODY)


def test_headline_is_kept_once_when_repeated():
    raw = "\n\n".join((HEADLINE, "World", HEADLINE, *BODY))
    cleaned = clean_text(raw)
    assert cleaned.text == report(HEADLINE)
    assert (cleaned.title_span.start, cleaned.title_span.end) == (0, len(HEADLINE))


def test_outlet_is_known_when_a_title_line_joins_it_to_the_headline():
    cleaned = clean_text(report(f"{HEADLINE} - Gorna Gündem", HEADLINE))
    assert cleaned.text == report(HEADLINE)
    assert [(clue.kind, clue.value) for clue in cleaned.clues] == [("source", "Gorna Gündem")]


def test_title_is_none_when_the_first_line_is_a_sentence():
    assert clean_text(report()).title_span is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Source: Kelvan News", "Kelvan News"),
        ("Kaynak: Anadolu Ajansı", "Anadolu Ajansı"),
        ("(AFP)", "AFP"),
        ("*With AFP; adapted from its French version", "AFP"),
        ("With Reuters and AP", "Reuters; AP"),
        ("AP contributed to this report.", "AP"),
        ("mt/ph (AFP, dpa)", "AFP; dpa"),
        ("This article was originally published by Kelvan Herald.", "Kelvan Herald"),
        ("— Kelvan News Agency", "Kelvan News Agency"),
        ("Reuters", "Reuters"),
    ],
)
def test_credit_leaves_the_text_and_is_known_when_it_stands_at_the_foot(line, credit):
    raw = report(HEADLINE, below=(line,))
    cleaned = clean_text(raw)
    assert cleaned.text == report(HEADLINE)
    assert reasons(cleaned, raw) == {line: "credit"}
    assert "; ".join(clue.value for clue in cleaned.clues if clue.kind == "credit") == credit


def test_credit_is_cut_when_it_ends_the_last_paragraph():
    raw = report(HEADLINE) + " (AFP)"
    cleaned = clean_text(raw)
    assert cleaned.text == report(HEADLINE)
    assert reasons(cleaned, raw) == {"(AFP)": "credit"}


@pytest.mark.parametrize(
    ("start", "credit", "day"),
    [
        ("SOLNA, Kelva (AP) — ", "AP", None),
        ("GENEVA, 3 May - ", None, None),
        ("GENEVA, 3 May 2021 (Reuters) - ", "Reuters", "2021-05-03"),
        ("(Reuters) - ", "Reuters", None),
    ],
)
def test_dateline_stays_and_is_read_when_it_opens_the_body(start, credit, day):
    raw = "\n".join((HEADLINE, start + BODY[0], *BODY[1:]))
    cleaned = clean_text(raw)
    assert cleaned.text == raw
    assert [clue.value for clue in cleaned.clues if clue.kind == "credit"] == ([credit] if credit else [])
    assert [clue.bounds.edtf for clue in cleaned.clues if clue.kind == "published"] == ([day] if day else [])


@pytest.mark.parametrize("start", ["date 2022-11-02 ", "Published: 2 November 2022 - ", "2022-11-02T09:30 "])
def test_date_is_cut_when_it_is_put_before_the_first_words(start):
    raw = start + report()
    cleaned = clean_text(raw)
    assert cleaned.text == report()
    assert [clue.bounds.edtf for clue in cleaned.clues] == ["2022-11-02"]
    assert [removal.reason for removal in cleaned.removals] == ["date_line"]


def test_paragraphs_are_joined_when_lines_were_wrapped():
    wrapped = (
        "Delegations from Kelva and Ostrany left Geneva on Monday after two\n"
        "days of talks on the Orsk dam, with no agreement on the release of\n"
        "water from its lower lake or on the return of those who fled.\n"
        "\n"
        "The mediator said both sides had asked for a week to consult their\n"
        "capitals before they meet again in the same city, as they had done\n"
        "in the spring."
    )
    paragraphs = [" ".join(part.split("\n")) for part in wrapped.split("\n\n")]
    assert clean_text(wrapped).text == "\n".join(paragraphs)


def test_lines_stay_apart_when_each_is_a_paragraph():
    assert clean_text(report()).text.count("\n") == len(BODY) - 1


def test_front_matter_is_read_and_its_title_stays():
    raw = f'---\ntitle: "{HEADLINE}"\ndate: 2021-05-03\nsource: Kelvan Herald\n---\n\n' + report()
    cleaned = clean_text(raw)
    assert [(clue.kind, clue.value) for clue in cleaned.clues] == [
        ("title", HEADLINE),
        ("published", "2021-05-03"),
        ("source", "Kelvan Herald"),
    ]
    assert cleaned.text.startswith(HEADLINE)
    assert cleaned.text.endswith(BODY[-1])


def test_fault_is_told_when_a_date_line_names_no_day():
    cleaned = clean_text(report(HEADLINE, "Published: 31 February 2021"))
    assert cleaned.faults == ("a date that no calendar has: Published: 31 February 2021",)
    assert not cleaned.clues


PAGE = f"""<!DOCTYPE html><html><head><title>{HEADLINE} - Kelvan Herald</title>
<meta property="og:site_name" content="Kelvan Herald"><meta property="og:title" content="{HEADLINE}">
<meta property="article:published_time" content="2021-05-03T10:00:00+02:00"><meta name="author" content="Mira Tolan">
<link rel="canonical" href="https://www.kelvanherald.example/world/orsk"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>{HEADLINE}</h1>
<p>{BODY[0]}</p><p>{BODY[1].replace(" said", "&nbsp;<b>said</b>")}</p><p>{BODY[2]}</p><p>Source: Reuters</p></article>
<div><h3>Related Articles</h3><a href="x">Ostrany closes two crossings</a></div>
<footer>Copyright 2021</footer><script>var a = "<p>no</p>";</script></body></html>"""


def test_page_gives_its_main_text_and_metadata_when_cleaned():
    cleaned = clean_page(PAGE)
    assert cleaned.text == report(HEADLINE)
    assert cleaned.text[cleaned.title_span.start : cleaned.title_span.end] == HEADLINE
    known = {clue.kind: (clue.value, clue.basis) for clue in cleaned.clues}
    assert known == {
        "title": (HEADLINE, "page metadata"),
        "author": ("Mira Tolan", "page metadata"),
        "url": ("https://www.kelvanherald.example/world/orsk", "page metadata"),
        "source": ("Kelvan Herald", "page metadata"),
        "published": ("2021-05-03T10:00:00+02:00", "page metadata"),
        "credit": ("Reuters", "source line"),
    }


def test_page_without_its_removals_is_the_text_when_markup_is_cut():
    left = left_of(PAGE, clean_page(PAGE)).replace("&nbsp;", " ")
    assert squash(left) == squash(report(HEADLINE))


def test_captions_stay_when_a_report_is_nothing_else():
    raw = "Photo: Guards at the Orsk dam\nPhoto: The lower lake on Monday\nSubscribe"
    assert clean_text(raw).text == "Photo: Guards at the Orsk dam\nPhoto: The lower lake on Monday"
