"""Documents: PDF, DOCX, Markdown and fragments made into clean text with true offsets, or set aside with a reason."""

import io
import time

import docx
import pypdf
import pytest
from hypothesis import given, settings, strategies as st
from reports.factory import BODY, HEADLINE, HTML, PAGE, pdf, zipped

from variorum.config import Config
from variorum.reports import Item, read_item
from variorum.reports.documents import read_document
from variorum.reports.documents.markdown import find_markup, looks_like_markdown
from variorum.reports.documents.nesting import check_nesting
from variorum.errors import Quarantine

FIRST, SECOND = BODY.splitlines()


def read(data, *, file="a", form=None, **known):
    return read_item(
        Item(file=file, data=data if isinstance(data, bytes) else data.encode(), form=form, **known), Config()
    )


def raw_and_clean(data, *, form=None, file="a"):
    item = Item(file=file, data=data if isinstance(data, bytes) else data.encode(), form=form)
    decoded, cleaned = read_document(item, Config())
    return decoded.text, cleaned


def taken(raw, cleaned, reason=None):
    return [raw[one.raw_start : one.raw_end] for one in cleaned.removals if reason in {None, one.reason}]


def whole(raw, cleaned):
    """What removals and text together hold, white space aside, is the raw text."""
    kept, position = [], 0
    for one in cleaned.removals:
        kept.append(raw[position : one.raw_start])
        position = one.raw_end
    kept.append(raw[position:])
    return "".join("".join(kept).split()) == "".join(cleaned.text.split())


# PDF


def wrapped(text, width=70):
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) + 1 > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def test_pdf_is_read_as_paragraphs():
    report = read(pdf([[HEADLINE, *wrapped(FIRST), *wrapped(SECOND)]], title=HEADLINE, created="D:20310520100000Z"))
    assert (report.status, report.title) == ("read", HEADLINE)
    assert FIRST in " ".join(report.text.split("\n"))
    assert report.published.known is False


def test_pdf_tells_when_it_was_made():
    _, cleaned = raw_and_clean(pdf([wrapped(BODY)], title="Dam", created="D:20310520100000+02'00'"))
    clues = {clue.kind: clue for clue in cleaned.clues if clue.basis == "embedded metadata"}
    assert (clues["title"].value, clues["seen"].bounds.low, clues["seen"].bounds.high.isoformat()) == (
        "Dam",
        None,
        "2031-05-20",
    )


def test_words_broken_at_line_ends_are_joined():
    lines = [
        "The mediator spoke of a cease-fire and of further nego-",
        "tiations in Geneva, where the cease-",
        "fire had been drafted last week by all sides.",
    ]
    raw, cleaned = raw_and_clean(pdf([lines]))
    assert "further negotiations in Geneva" in cleaned.text.replace("\n", " ")
    assert "the cease-fire had" in cleaned.text.replace("\n", " ")
    assert "nego-\ntiations" in raw


def test_heads_feet_and_numbers_of_pages_are_taken_off_and_recorded():
    pages = [
        [
            "The Kelvan Herald - Thursday issue",
            f"Delegation number {words} spoke for an hour about the dam.",
            f"It was heard in silence, said envoy {words}.",
            f"Page {number} of 4",
        ]
        for number, words in enumerate(("one", "two", "three", "four"), start=1)
    ]
    raw, cleaned = raw_and_clean(pdf(pages))
    assert "Herald" not in cleaned.text
    assert "Page" not in cleaned.text
    assert taken(raw, cleaned, "page_furniture") == ["The Kelvan Herald - Thursday issue"] * 4
    assert taken(raw, cleaned, "page_number") == [f"Page {number} of 4" for number in (1, 2, 3, 4)]
    assert all(f"envoy {words}" in cleaned.text for words in ("one", "two", "three", "four"))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (pdf([[], []]), "run OCR"),
        (pdf([wrapped(BODY)])[:300], "broken"),
        (b"%PDF-1.4\n" + b"\0" * 500, "broken"),
        (b"%PDF-1.4\n" + b"1 0 obj << /Length 99999999 >> stream\n" * 50, "broken"),
        (pdf([["x"]] * 1_001), "max_pages = 1000"),
    ],
)
def test_pdf_is_set_aside_when_it_cannot_be_read(content, word):
    report = read(content)
    assert (report.status, word in report.reason) == ("set_aside", True)


def test_pdf_is_set_aside_when_it_is_encrypted():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([wrapped(BODY)])))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    assert "encrypted" in read(stream.getvalue()).reason


@given(st.binary(max_size=40), st.integers(0, 900), st.integers(0, 200))
@settings(deadline=None, max_examples=60)
def test_damaged_pdf_never_raises(noise, at, gap):
    content = pdf([wrapped(BODY)], title="Dam")
    assert read(content[:at] + noise + content[at + gap :], form="pdf").status in {"read", "set_aside"}


# DOCX


def office(*, paragraphs=(HEADLINE, FIRST, SECOND), table=()):
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(grid.add_row().cells, row, strict=True):
                cell.text = words
        document.add_paragraph("After the table the talks went on for another day in Geneva.")
    document.core_properties.title = HEADLINE
    document.core_properties.author = "Mira Tolan"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_docx_is_read_in_order_with_its_properties():
    report = read(office(table=[("Side", "Killed"), ("Kelva", "12")]), file="a.docx")
    lines = report.text.split("\n")
    assert lines[:3] == [HEADLINE, FIRST, SECOND]
    assert lines.index("Kelva 12") < lines.index("After the table the talks went on for another day in Geneva.")
    assert (report.title, report.author) == (HEADLINE, "Mira Tolan")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (office(paragraphs=()), "without text"),
        (zipped({"[Content_Types].xml": "<x", "word/document.xml": "<x"}), "DOCX that cannot be read"),
        (zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "binary"),
        (zipped({"word/document.xml": b"0" * 90_000_000}), "unpacks to 90000000 bytes"),
    ],
)
def test_office_file_is_set_aside_when_it_cannot_be_read(content, word):
    report = read(content)
    assert (report.status, word in report.reason) == ("set_aside", True)


# Markdown

MARKED = f"""# {HEADLINE}

*Geneva* - {FIRST}

> {SECOND}

The **Orsk** dam is [on the river](https://kelva.example/river_(big)) ![a map](m.png) and __not__ far_away_from it.

---

- first point \\*
* second point

Sides
-----
"""


def test_markdown_is_read_without_its_marks_and_offsets_are_true():
    raw, cleaned = raw_and_clean(MARKED, file="a.md")
    lines = cleaned.text.split("\n")
    assert lines[:3] == [HEADLINE, f"Geneva - {FIRST}", SECOND]
    assert "The Orsk dam is on the river and not far_away_from it." in lines
    assert "first point *" in lines
    assert taken(raw, cleaned, "markup")[:3] == ["# ", "*", "*"]
    assert whole(raw, cleaned)


def test_markdown_is_told_from_plain_text():
    assert looks_like_markdown(MARKED)
    assert looks_like_markdown(f"---\ntitle: x\n---\n# {HEADLINE}\n\n{BODY}")
    assert not looks_like_markdown(BODY)
    assert not looks_like_markdown(f"{BODY}\n# of dead: 12\n* corrected")
    assert read(MARKED).text == read(MARKED, file="a.md").text


@given(st.text(alphabet="ab *_#>[]()!\\\n-=<h:/.", max_size=200))
@settings(deadline=None)
def test_marks_are_in_order_and_within_the_text(raw):
    removals = find_markup(raw)
    edges = [edge for one in removals for edge in (one.raw_start, one.raw_end)]
    assert edges == sorted(edges)
    assert not edges or (edges[0] >= 0 and edges[-1] <= len(raw))


@pytest.mark.parametrize("mark", ["*", "[", "_", "> ", "!["])
def test_markdown_made_to_do_harm_takes_no_time(mark):
    start = time.monotonic()
    find_markup(mark * 100_000)
    find_markup((mark + "a") * 50_000)
    assert time.monotonic() - start < 20


# Front matter


@pytest.mark.parametrize(
    "head",
    [
        '---\ntitle: "Dam talks end without a paper"\ndate: 2031-05-14\nsource: Kelvan Herald\nauthors:\n  - Mira Tolan\n  - "Ada Oake"\ntags: [dam, talks]\n---\n',
        "---\ntitle: Dam talks end without a paper\ndate: 2031-05-14\nsource: 'Kelvan Herald'\nauthor: [Mira Tolan, \"Ada Oake\"]\ndraft: false\n---\n",
        '+++\ntitle = "Dam talks end without a paper"\ndate = 2031-05-14\nsource = "Kelvan Herald"\nauthors = ["Mira Tolan", "Ada Oake"]\n+++\n',
    ],
    ids=["YAML list", "YAML row", "TOML"],
)
@pytest.mark.parametrize("file", ["a.md", "a.txt"])
def test_front_matter_is_read(head, file):
    report = read(f"{head}\n{BODY}", file=file)
    assert (report.title, report.source, report.published.edtf) == (HEADLINE, "Kelvan Herald", "2031-05-14")
    assert report.author == "Mira Tolan, Ada Oake"
    assert report.published_basis == "front matter"
    assert report.text == f"{HEADLINE}\n{BODY.strip()}"


# Fragments


def test_fragment_keeps_every_block_and_knows_where_it_stood():
    content = f"<h2>{HEADLINE}</h2>{HTML}<ul><li>One&nbsp;side</li><li>Kelva &amp; Ostrany<br>met</li></ul><script>x()</script>tail"
    raw, cleaned = raw_and_clean(content, form="fragment")
    assert cleaned.text.split("\n") == [HEADLINE, FIRST, SECOND, "One side", "Kelva & Ostrany", "met", "tail"]
    assert all(piece.startswith("<") for piece in taken(raw, cleaned))


def test_fragment_without_text_is_set_aside():
    assert "only markup" in read("<p><img src=x></p>", form="fragment").reason


# Harm


def nested(depth):
    return f"<html><body>{'<div>' * depth}{HTML}{'</div>' * depth}</body></html>"


HARM = {
    "100,000 deep": (nested(100_000), "max_nesting = 250"),
    "never closed": (f"<html><body>{'<div>' * 100_000}{HTML}", "max_nesting = 250"),
    "inline, never closed": (f"<html><body><p>x</p>{'<b>' * 100_000}{HTML}", "max_nesting = 250"),
    "closed falsely": (f"<html><body>{'<div></p></i>' * 100_000}{HTML}", "max_nesting = 250"),
    "100,000 attributes": (
        f"<html><body><p {' '.join(f'a{n}=1' for n in range(100_000))}>x</p>{HTML}",
        "max_attributes = 1000",
    ),
    "deep in a template": (f"<html><body><template>{nested(9_000)}</template>{HTML}", "max_nesting = 250"),
    "after a comment that is none": (f"<html><body><!-->{nested(9_000)}-->{HTML}", "max_nesting = 250"),
    "open scripts": (f"<html><body>{HTML}{'<script>' * 100_000}", "never closed"),
    "open comments": (f"<html><body>{HTML}{'<!-- ' * 100_000}", "never closed"),
}


@pytest.mark.parametrize("what", HARM)
@pytest.mark.parametrize("form", ["page", "fragment"])
def test_page_made_to_do_harm_is_set_aside_at_once(what, form):
    content, word = HARM[what]
    start = time.monotonic()
    report = read(content, form=form)
    assert (report.status, word in report.reason) == ("set_aside", True)
    assert time.monotonic() - start < 10


SLOW = {
    "a giant attribute": f"<html><body><p data-x='{'y' * 5_000_000}'>{FIRST}</p>{HTML}</body></html>",
    "open paragraphs": f"<html><body>{HTML}{'<p>' * 50_000}</body></html>",
    "open angles": f"<html><body>{HTML}<p>{'<' * 200_000}</p></body></html>",
    "open tags": f"<html><body>{HTML}{'<a ' * 100_000}</body></html>",
    "ampersands": f"<html><body>{HTML}<p>{'&' * 200_000}</p></body></html>",
}


@pytest.mark.parametrize("what", SLOW)
def test_odd_page_is_read_or_set_aside_in_time(what):
    start = time.monotonic()
    assert read(SLOW[what], form="page").status in {"read", "set_aside"}
    assert time.monotonic() - start < 20


def test_ordinary_depth_is_no_harm():
    assert read(nested(60)).status == "read"
    check_nesting("<table>" + "<tr><td>x" * 5_000 + "</table>", Config())
    check_nesting("<ul>" + "<li>x" * 5_000, Config())
    with pytest.raises(Quarantine):
        check_nesting("<div>" * 251, Config())


# Mojibake


def test_mojibake_is_set_right_and_told():
    spoilt = BODY.replace("Delegations", "“Délégations” de Genève – they don’t").encode().decode("cp1252", "replace")
    right = "“Délégations” de Genève – they don’t"
    content = BODY.replace("Delegations", right).encode().decode("latin-1").encode()
    report = read(spoilt.replace("\ufffd", "\x9d"))
    assert "Délégations” de Genève – they don’t" in report.text
    assert [issue.kind for issue in report.issues] == ["encoding"]
    assert "set right" in report.issues[0].what
    assert read(content).status == "read"


@pytest.mark.parametrize(
    "words", ["CAFÉ–bar", "naïve Âge à Genève", "Ärger über Öl", "Ђ ИГРА «слово»", "São Tomé – Ângela’s"]
)
def test_right_letters_are_left_alone(words):
    report = read(f"{words}. {BODY}")
    assert words in report.text
    assert report.issues == ()


def test_page_is_mended_too():
    report = read(PAGE.replace("Delegations", "Délégations d’Ostrany, élues,").encode().decode("cp1252").encode())
    assert "Délégations d’Ostrany, élues," in report.text
