"""DOCX: paragraphs and tables in order, and what the file's properties say."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from variorum.config import Config
from variorum.errors import Quarantine
from variorum.reports.documents.faults import BROKEN
from variorum.reports.lines import Clue
from variorum.reports.dates.instants import date_clue

_ZIP = b"PK\x03\x04"
_BASIS = "embedded metadata"


def is_docx(data: bytes) -> bool:
    """True of a zip archive with a word processor's document in it."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            return "word/document.xml" in packed.namelist()
    except BROKEN:
        return False


def extract_docx(data: bytes, config: Config) -> tuple[str, tuple[Clue, ...]]:
    """Extract text, one paragraph or row of a table a line, a blank line between, and clues.

    Raises:
        Quarantine: it is broken, unpacks to more than the limits allow, or holds no text.
    """
    import docx
    from docx.opc.exceptions import OpcError

    _check_size(data, config)
    try:
        document = docx.Document(BytesIO(data))
        text = "\n\n".join(line for line in _lines(document) if line.strip())
        clues = tuple(_clues(document.core_properties))
    except (OpcError, *BROKEN) as error:
        raise Quarantine(f"a DOCX that cannot be read ({type(error).__name__}); save it anew, or as text") from error
    if not text.strip():
        raise Quarantine("a DOCX without text; if it holds pictures of pages, run OCR on them first")
    return text, clues


def _check_size(data: bytes, config: Config) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            size = sum(info.file_size for info in packed.infolist())
    except BROKEN as error:
        raise Quarantine(f"a DOCX that is broken ({error}); get it again") from error
    if size > max(config.max_report_bytes * 2, config.max_ratio * len(data) // 4):
        raise Quarantine(f"a DOCX that unpacks to {size} bytes; no report does")


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from _table_lines(block)
        else:
            yield from str(block.text).split("\n")


def _table_lines(table: Any) -> Iterator[str]:
    """A row a line, its cells parted by blanks; a cell that spans several columns once."""
    for row in table.rows:
        cells = {id(cell._tc): " ".join(cell.text.split()) for cell in row.cells}  # noqa: SLF001 - its identity
        yield "  ".join(words for words in cells.values() if words)


def _clues(properties: Any) -> Iterator[Clue]:
    for kind, value in (("title", properties.title), ("author", properties.author)):
        words = " ".join(str(value or "").split())
        if words:
            yield Clue(kind=kind, value=words, basis=_BASIS)
    seen = date_clue("seen", properties.created, _BASIS) if properties.created else None
    if seen:
        yield seen
