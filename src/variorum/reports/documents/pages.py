"""Pages: the main text of HTML, tied back to the raw bytes' characters, and what the page says of itself.

Which blocks are the report is trafilatura's judgement; where they stand in the raw text is found here,
so that everything else is a removal with offsets.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from variorum.errors import Quarantine
from variorum.reports.cleaning.clean import Cleaned, clean_draft
from variorum.reports.documents.layout_tables import unfold_tables
from variorum.reports.lexicon import fold, headline_key, is_media_name, load_furniture
from variorum.reports.lines import Clue, Draft, Line, compose_line
from variorum.reports.dates.moments import read_moment
from variorum.reports.documents.page_metadata import find_statements
from variorum.reports.dates.stamps import parse_date
from variorum.schema.reports import Removal

HIDDEN = re.compile(
    r"<!--.*?-->|<(script|style|noscript|template|svg)\b[^>]*>.*?</\1\s*>|<!\[CDATA\[|\]\]>|<[!?/a-zA-Z][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);?")
_PUBLISHER = re.compile(r'"publisher"\s*:\s*\{[^{}]*?"name"\s*:\s*"([^"]{2,60})"')
_LAST_DAY = "2199-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says: its blocks of text in order, and its own metadata."""

    blocks: tuple[str, ...]
    clues: tuple[Clue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """A page's text characters without white space, each with its raw offset and the end of what it was written as."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def clean_page(raw: str) -> Cleaned:
    """Clean a page of HTML: its main text, then what plain text is cleaned of.

    Raises:
        Quarantine: no main text was found.
    """
    return clean_draft(read_page(raw), pasted=True)


def read_page(raw: str) -> Draft:
    """Extract a page's report as lines with raw offsets.

    Raises:
        Quarantine: no main text was found.
    """
    page = _extract(raw)
    visible = see_text(raw)
    lines, cursor = [], 0
    for block in page.blocks:
        line, cursor = _place(block, visible, cursor)
        if line is not None:
            lines.append(line)
    if not lines:
        raise Quarantine("no text of a report was found in the page")
    titled = _with_title(lines, page.clues, visible)
    return Draft(lines=titled, removals=tuple(left_out(raw, titled, visible)), clues=page.clues)


def _extract(raw: str) -> Page:
    import lxml.etree
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    tree = load_html(raw)
    if tree is None:
        raise Quarantine("the page cannot be read as HTML")
    clues = tuple(_metadata(tree))
    unfold_tables(tree)
    try:
        found: Any = bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LAST_DAY},
        )
    except (lxml.etree.LxmlError, ValueError) as error:
        raise Quarantine(f"the page cannot be read as HTML: {error}") from error
    text = found.text if found is not None else None
    return Page(blocks=tuple(block for block in (text or "").split("\n") if block.strip()), clues=clues)


def _metadata(tree: Any) -> Iterator[Clue]:
    """What the page says of itself; its date only from its metadata, never from a guess over the whole page."""
    from trafilatura.metadata import extract_metadata

    date_config = {"original_date": True, "extensive_search": False, "max_date": _LAST_DAY}
    found = extract_metadata(tree, date_config=date_config, extensive=False)
    stated = find_statements(tree)
    kinds = {clue.kind for clue in stated}
    named = _stated_author(tree) or found.author
    outlet, headline = _title_start(tree)
    for kind, value in (("title", headline or found.title), ("author", named), ("url", found.url)):
        if value and kind not in kinds and not (kind == "author" and _is_stamp(str(value))):
            yield Clue(kind=kind, value=" ".join(str(value).split()), basis="page metadata")
    yield from stated
    site_name = _site_name(tree) or outlet or _publisher(tree) or _title_end(tree, str(found.title or ""))
    site = site_name or found.hostname
    if site:
        yield Clue(kind="source", value=site, basis="page metadata" if site_name else "address")
    bounds = parse_date(str(found.date)) if found.date and "published" not in kinds else None
    if bounds and not _is_update(tree, str(found.date), stated):
        time = _element_time(tree, str(found.date))
        yield Clue(kind="published", value=str(found.date), basis="page metadata", bounds=bounds, time=time)


def _stated_author(tree: Any) -> str | None:
    """The one writer whom a page's meta element names, spelt as there; a "Name, Given" of citations is turned round."""
    values = {" ".join(str(value).split()) for value in tree.xpath("//meta[@name='author']/@content")}
    cited = [str(value) for value in tree.xpath("//meta[@name='citation_author']/@content")]
    if len(values) == 1 and not cited:
        value = values.pop()
        return value if re.search(r"\b[A-Z]\.", value) else None
    turned = [" ".join(reversed([part.strip() for part in value.split(",", 1)])) for value in cited]
    return "; ".join(turned) or None


def _is_update(tree: Any, day: str, stated: Sequence[Clue]) -> bool:
    """True where the day that was found is only that of the stated update."""
    updated = {clue.bounds.edtf for clue in stated if clue.kind == "updated"}
    return day in updated and _element_time(tree, day) is None


def _element_time(tree: Any, day: str) -> str | None:
    """The moment of the first time element of a day, where it states a time of day."""
    for value in tree.xpath("//time/@datetime"):
        bounds, time = read_moment(str(value))
        if bounds is not None and bounds.edtf == day and time:
            return time
    return None


def _is_stamp(value: str) -> bool:
    """True of words taken for an author that label a date ("Published") or are one."""
    words = load_furniture()
    return fold(value) in (*words.published, *words.updated) or parse_date(value) is not None


def _site_name(tree: Any) -> str | None:
    for query in (
        "//meta[@property='og:site_name']/@content",
        "//meta[@name='og:site_name']/@content",
        "//meta[@name='application-name']/@content",
        "//meta[@itemprop='publisher']/@content",
        "//meta[@name='publisher']/@content",
        "//meta[translate(@name, 'DCPUBLISHER', 'dcpublisher')='dc.publisher']/@content",
    ):
        values = [" ".join(str(value).split()) for value in tree.xpath(query)]
        if any(values):
            return next(value for value in values if value)
    return None


def _publisher(tree: Any) -> str | None:
    """The publisher's name in a page's linked data (schema.org), or None."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        match = _PUBLISHER.search(str(script))
        name = " ".join(unescape(match[1]).split()) if match else ""
        if name and "\\" not in name and not name.startswith("http"):
            return name
    return None


def _title_end(tree: Any, title: str) -> str | None:
    """The outlet's name that a page's title line puts after its headline ("Dam talks end - The Kelvan Herald")."""
    line = " ".join(" ".join(str(words).split()) for words in tree.xpath("//head/title[1]/text()"))
    heads = (title, *(" ".join(head.text_content().split()) for head in tree.xpath("//h1")))
    for head in heads:
        tail = line[len(head) :] if head and line.startswith(head) else ""
        match = re.fullmatch(r"\s*(?:\s[-–—:]|[|•·»])\s+(?P<name>[^|•·»]{2,40})", tail)
        if match and 1 <= len(match["name"].split()) <= 5 and fold(match["name"]) not in load_furniture().sections:
            return match["name"].strip()
    return None


def _title_start(tree: Any) -> tuple[str, str] | tuple[None, None]:
    """The outlet and the headline of a title line that names the outlet first, with the headline again on the page.

    Older pages have it so ("The Kelvan Herald - Dam talks end"), with no heading element.
    """
    line = " ".join(" ".join(str(words).split()) for words in tree.xpath("//head/title[1]/text()"))
    match = re.fullmatch(r"(?P<name>.{2,40}?)\s[-–—:|»]+\s(?P<rest>.+)", line)
    if match is None or not is_media_name(match["name"]) or is_media_name(match["rest"]) or tree.xpath("//h1"):
        return None, None
    name, rest = match["name"], match["rest"]
    marked = (" ".join(words.text_content().split()) for words in tree.xpath("//b | //strong | //font | //h2 | //h3"))
    return (name, rest) if rest in marked else (None, None)


def see_text(raw: str) -> Visible:
    """List the characters that a page shows, without white space."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _shown(raw):
        for text, at, until in resolve_characters(raw, start, end):
            for char in text:
                if not char.isspace():
                    chars.append(char)
                    starts.append(at)
                    ends.append(until)
    return Visible(text="".join(chars), starts=tuple(starts), ends=tuple(ends))


def _shown(raw: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in HIDDEN.finditer(raw):
        if start < match.start():
            yield start, match.start()
        start = match.end()
    if start < len(raw):
        yield start, len(raw)


def resolve_characters(raw: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Characters of a stretch of markup text, entities resolved: (text, raw start, raw end)."""
    at = start
    for match in _ENTITY.finditer(raw, start, end):
        yield from ((raw[i], i, i + 1) for i in range(at, match.start()))
        yield unescape(match[0]), match.start(), match.end()
        at = match.end()
    yield from ((raw[i], i, i + 1) for i in range(at, end))


def _place(block: str, visible: Visible, cursor: int) -> tuple[Line | None, int]:
    """Find where a block stands among the visible characters, at or after the cursor, else anywhere.

    A block that is found nowhere keeps its words, at an empty place in the raw text.
    """
    letters = "".join(block.split())
    found = visible.text.find(letters, cursor)
    found = visible.text.find(letters) if found < 0 else found
    if found < 0:
        here = visible.starts[cursor] if cursor < len(visible.starts) else 0
        return compose_line(block, (here,) * (len(block) + 1)), cursor
    at, position = [], found
    for char in block:
        at.append(visible.starts[min(position, len(visible.starts) - 1)])
        position += not char.isspace()
    at.append(visible.ends[position - 1] if position > found else visible.starts[found])
    return compose_line(block, at), position


def _with_title(lines: Sequence[Line], clues: Sequence[Clue], visible: Visible) -> tuple[Line, ...]:
    """Put the page's title first where its body does not begin with it."""
    title = next((clue.value for clue in clues if clue.kind == "title"), None)
    if not title:
        return tuple(lines)
    keys = {headline_key(line.text) for line in lines[:4]}
    if headline_key(title) in keys or fold(title) == fold(lines[0].text):
        return tuple(lines)
    line, _ = _place(title, visible, 0)
    first = lines[0].at[0]
    if line is not None and line.at[-1] > first:
        line = compose_line(title, (first,) * (len(title) + 1))
    return (line, *lines) if line is not None else tuple(lines)


def left_out(raw: str, lines: Sequence[Line], visible: Visible) -> Iterator[Removal]:
    """Everything of the raw text that no line covers: markup, or page text that is not the report's."""
    shown = dict(zip(visible.starts, visible.text, strict=True))
    position = 0
    for start, end in sorted((line.at[0], line.at[-1]) for line in lines if line.at[0] < line.at[-1]):
        if position < start:
            yield _removal(position, start, shown)
        position = max(position, end)
    if position < len(raw):
        yield _removal(position, len(raw), shown)
    yield from _inside(raw, lines)


def _inside(raw: str, lines: Sequence[Line]) -> Iterator[Removal]:
    """Tags within the lines that stay."""
    for line in lines:
        for match in HIDDEN.finditer(raw, line.at[0], line.at[-1]):
            yield Removal(raw_start=match.start(), raw_end=match.end(), reason="markup")


def _removal(start: int, end: int, shown: dict[int, str]) -> Removal:
    words = any(shown.get(at, "").isalnum() for at in range(start, end))
    return Removal(raw_start=start, raw_end=end, reason="page" if words else "markup")
