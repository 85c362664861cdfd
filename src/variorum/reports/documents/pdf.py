"""PDF: the text of its pages as one, without what stands on every page, with words broken at line ends joined again."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from variorum.config import Config
from variorum.errors import Quarantine
from variorum.reports.cleaning.clean import Cleaned, clean_lines
from variorum.reports.documents.faults import BROKEN
from variorum.reports.lines import Clue, lines_without
from variorum.reports.dates.instants import date_clue
from variorum.schema.reports import Removal

_MARK = b"%PDF-"
_BASIS = "embedded metadata"
_HYPHEN = re.compile(r"(?<=[^\W\d_])([-\u00ad\u2010]\n[ \t]*)(?=[a-zà-öø-ÿ])")
_WORD_END = re.compile(r"[^\W\d_]+$")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite|página)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/|von|de|sur)\s*\d{1,4})?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_EDGE = 2
_LEAST_PAGES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfText:
    """The text that was extracted: pages parted by form feeds, where each begins, and clues."""

    text: str
    starts: tuple[int, ...]
    clues: tuple[Clue, ...]


def is_pdf(data: bytes) -> bool:
    """True of a PDF; some begin with a few other bytes."""
    return _MARK in data[:1_024] and not data.lstrip().startswith((b"<", b"{"))


def extract_pdf(data: bytes, config: Config) -> PdfText:
    """Extract the text of all pages.

    Raises:
        Quarantine: it is broken, encrypted, too long, or holds no text.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Quarantine("an encrypted PDF; save it without its password first")
        if len(reader.pages) > config.max_pages:
            raise Quarantine(f"a PDF of {len(reader.pages)} pages, more than max_pages = {config.max_pages}; split it")
        pages = list(_pages(reader, config))
        clues = tuple(_clues(reader.metadata))
    except (PyPdfError, *BROKEN) as error:
        raise Quarantine(f"a PDF that cannot be read ({type(error).__name__}); it is broken: get it again") from error
    if not any(page.strip() for page in pages):
        raise Quarantine("a PDF without text, such as a scan; run OCR on it first")
    return _joined(pages, clues)


def _pages(reader: Any, config: Config) -> Iterator[str]:
    held = 0
    for page in reader.pages:
        text = str(page.extract_text()).replace("\f", "\n").replace("\r\n", "\n").replace("\r", "\n")
        held += len(text)
        if held > 4 * config.max_report_chars:
            raise Quarantine(f"a PDF of more than {held} characters; split it or raise max_report_chars")
        yield text


def _joined(pages: Sequence[str], clues: tuple[Clue, ...]) -> PdfText:
    starts, at = [], 0
    for page in pages:
        starts.append(at)
        at += len(page) + 1
    return PdfText(text="\f".join(pages), starts=tuple(starts), clues=clues)


def _clues(metadata: Any) -> Iterator[Clue]:
    if metadata is None:
        return
    for kind, value in (("title", metadata.title), ("author", metadata.author)):
        words = " ".join(str(value or "").split())
        if words and not words.lower().endswith((".doc", ".docx", ".indd", ".pdf")):
            yield Clue(kind=kind, value=words, basis=_BASIS)
    seen = date_clue("seen", metadata.creation_date, _BASIS) if metadata.creation_date else None
    if seen:
        yield seen


def clean_pdf(found: PdfText) -> Cleaned:
    """Clean the text of a PDF: furniture of pages, broken words and breaks of pages go, as removals."""
    removals = [*_page_furniture(found), *_broken_words(found.text)]
    ordered = sorted(removals, key=lambda removal: (removal.raw_start, -removal.raw_end))
    kept: list[Removal] = []
    for removal in ordered:
        if not kept or removal.raw_start >= kept[-1].raw_end:
            kept.append(removal)
    lines = lines_without(found.text, kept)
    return clean_lines(lines, removals=[one for one in kept if one.reason != "line_break"], clues=found.clues)


def _page_furniture(found: PdfText) -> Iterator[Removal]:
    """Heads and feet that recur on most pages, figures in them aside, and numbers of pages alone on a line."""
    pages = [_edges(found, number) for number in range(len(found.starts))]
    counts = Counter(key for edges in pages for key in {key for key, _, _ in edges})
    least = max(_LEAST_PAGES, (len(pages) + 1) // 2)
    for edges in pages:
        for key, start, end in edges:
            words = found.text[start:end].strip()
            numbered = len(pages) > 1 and _NUMBER.fullmatch(words)
            if numbered or (len(pages) >= _LEAST_PAGES and counts[key] >= least):
                reason = "page_number" if _NUMBER.fullmatch(words) else "page_furniture"
                yield Removal(raw_start=start, raw_end=end, reason=reason)


def _edges(found: PdfText, number: int) -> list[tuple[str, int, int]]:
    """The first and last lines of a page: (words without figures, start, end)."""
    start = found.starts[number]
    end = found.starts[number + 1] - 1 if number + 1 < len(found.starts) else len(found.text)
    lines, at = [], start
    for line in found.text[start:end].split("\n"):
        if line.strip():
            lines.append((_DIGITS.sub("#", " ".join(line.split())), at, at + len(line)))
        at += len(line) + 1
    return lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]


def _broken_words(text: str) -> Iterator[Removal]:
    """Hyphens at line ends, with the line's end; a hyphen stays where the text writes that word with one elsewhere."""
    lower = text.lower()
    for match in _HYPHEN.finditer(text):
        before = _WORD_END.search(text, max(0, match.start() - 60), match.start())
        after = _WORD.match(text, match.end())
        compound = f"{before[0]}-{after[0]}".lower() if before and after else ""
        kept = 1 if compound and compound in lower and match[1][0] != "\u00ad" else 0
        yield Removal(raw_start=match.start() + kept, raw_end=match.end(), reason="line_break")
