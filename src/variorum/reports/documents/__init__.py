"""Documents: what the bytes of one item are, and the reading of each form into clean text.

For PDF and DOCX the decoded raw text, into which the offsets of removals go, is the text that the library extracts.
"""

from dataclasses import replace

from variorum.config import Config
from variorum.errors import Quarantine
from variorum.reports.cleaning.clean import Cleaned, clean_draft, clean_lines, clean_text
from variorum.reports.documents.decoding import Decoded, decode_bytes, looks_like_html
from variorum.reports.documents.docx import extract_docx, is_docx
from variorum.reports.documents.fragments import read_fragment
from variorum.reports.documents.markdown import find_markup, looks_like_markdown
from variorum.reports.documents.nesting import check_nesting
from variorum.reports.documents.pages import clean_page
from variorum.reports.documents.pdf import clean_pdf, extract_pdf, is_pdf
from variorum.reports.lexicon import headline_key
from variorum.reports.items import Item
from variorum.reports.lines import lines_without
from variorum.schema.reports import Span

__all__ = ["form_of", "read_document", "too_long"]

_RAW_PER_TEXT = 4
_MARKDOWN = (".md", ".markdown", ".mdown")


def form_of(data: bytes, name: str) -> str | None:
    """The form that bytes show, or that a name's ending tells; None where the decoded text must say.

    Args:
        name: a file's name, or an ending alone.
    """
    if is_pdf(data):
        return "pdf"
    if is_docx(data):
        return "docx"
    return "markdown" if name.lower().endswith(_MARKDOWN) else None


def read_document(item: Item, config: Config) -> tuple[Decoded, Cleaned]:
    """Read an item's bytes into clean text.

    Raises:
        Quarantine: they are no report, or beyond the limits.
    """
    form = item.form or form_of(item.data, item.file)
    if form in {"pdf", "docx"}:
        decoded, cleaned = _read_packed(item.data, form, config)
    else:
        decoded = decode_bytes(item.data, item.charset)
        cleaned = _clean(decoded.text, form, config)
    return decoded, _with_stated_title(cleaned, item)


def _read_packed(data: bytes, form: str, config: Config) -> tuple[Decoded, Cleaned]:
    if form == "pdf":
        found = extract_pdf(data, config)
        return Decoded(text=found.text, encoding=form), clean_pdf(found)
    text, clues = extract_docx(data, config)
    return Decoded(text=text, encoding=form), clean_lines(lines_without(text, ()), clues=clues)


def _clean(text: str, form: str | None, config: Config) -> Cleaned:
    if form in {"page", "fragment"} or (form is None and looks_like_html(text)):
        check_nesting(text, config)
        return clean_draft(read_fragment(text)) if form == "fragment" else clean_page(text)
    if len(text) > _RAW_PER_TEXT * config.max_report_chars:
        raise Quarantine(too_long(len(text), config))
    if form == "markdown" or (form is None and looks_like_markdown(text)):
        removals = find_markup(text)
        return clean_lines(lines_without(text, removals), removals=removals)
    return clean_text(text)


def too_long(length: int, config: Config) -> str:
    """Say that a text is longer than one report may be."""
    return f"{length} characters, more than max_report_chars = {config.max_report_chars}; split it or raise the limit"


def _with_stated_title(cleaned: Cleaned, item: Item) -> Cleaned:
    """Place the title that the container states, where the text's first line is it."""
    stated = next((clue.value for clue in item.stated if clue.kind == "title"), None)
    first = cleaned.text.partition("\n")[0]
    if cleaned.title_span or not stated or not first or headline_key(first) != headline_key(stated):
        return cleaned
    return replace(cleaned, title_span=Span(start=0, end=len(first)))
