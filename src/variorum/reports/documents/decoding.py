"""Bytes to text: the encoding, and whether the bytes are text or HTML at all. It never guesses in silence."""

import codecs
import re
from dataclasses import dataclass

from variorum.errors import Quarantine
from variorum.reports.documents.mojibake import mend_mojibake

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"BZh",
    b"\x7fELF",
    b"\xfd7zXZ",
    b"Rar!",
    b"OggS",
    b"ID3",
    b"SQLite format 3",
    b"\xd0\xcf\x11\xe0",
    b"PAR1",
    b"{\\rtf",
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_BINARY = "the file is binary and of no kind that is read; save it as text, HTML, PDF or DOCX"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\ufffd]")
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta|title|span|table|section|main)\b[^<>]*>", re.IGNORECASE
)
_SAMPLE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with the encoding it was read in; `note` says where that was a guess, else None."""

    text: str
    encoding: str
    note: str | None = None


def decode_bytes(data: bytes, charset: str | None = None) -> Decoded:
    """Decode a file's bytes: its byte order mark, UTF-8, the charset that is named, then a guess that is noted.

    Text that is UTF-8 read as another encoding and encoded again is set right, which is noted.

    Args:
        charset: the encoding that a container names; without one the page's own words count.

    Raises:
        Quarantine: the bytes are empty or no text.
    """
    if not data.strip():
        raise Quarantine("the file is empty")
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _checked(_with_name(data, name))
    if data.startswith(_MAGIC) or b"\x00" in data[:_SAMPLE]:
        raise Quarantine(_BINARY)
    declared = _CHARSET.search(data[:4096])
    try:
        return _checked(_mended(data.decode("utf-8")))
    except UnicodeDecodeError:
        named = charset or (declared[1].decode("ascii", "replace") if declared else None)
        return _checked(_guess(data, named))


def _mended(text: str) -> Decoded:
    mended = mend_mojibake(text)
    if mended is None:
        return Decoded(text=text, encoding="utf-8")
    note = f"{mended.count} characters had been read as Windows-1252 and written again as UTF-8; they were set right"
    return Decoded(text=mended.text, encoding="utf-8", note=note)


def _with_name(data: bytes, name: str) -> Decoded:
    """Decode by a byte order mark; bytes that break the promise are replaced, and that is noted."""
    try:
        return Decoded(text=data.decode(name), encoding=name)
    except UnicodeDecodeError:
        note = f"broken bytes were replaced: the file says {name} and does not hold to it"
        return Decoded(text=data.decode(name, "replace"), encoding=name, note=note)


def _guess(data: bytes, declared: str | None) -> Decoded:
    if declared:
        try:
            name = codecs.lookup(declared).name
            return Decoded(text=data.decode(name), encoding=name, note=f"read as {name}, which it declares")
        except (LookupError, UnicodeDecodeError):
            pass
    name = _detect(data)
    note = f"not UTF-8; read as {name}, which is a guess: check letters with accents, or save the file as UTF-8"
    return Decoded(text=data.decode(name, "replace"), encoding=name, note=note)


def _detect(data: bytes) -> str:
    """Guess a single-byte encoding; Windows-1252 where the few odd bytes are no basis for another."""
    odd = sum(byte > 127 for byte in data[:_SAMPLE])
    if odd < 0.05 * min(len(data), _SAMPLE):
        try:
            data.decode("cp1252")
            return "cp1252"
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"


def _checked(decoded: Decoded) -> Decoded:
    """Refuse text that is mostly control characters."""
    sample = decoded.text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > 0.02 * len(sample) + 1:
        raise Quarantine(_BINARY)
    if not sample.strip() and not decoded.text.strip():
        raise Quarantine("the file is empty")
    return decoded


def looks_like_html(text: str) -> bool:
    """True where the content is a page: a doctype or root, or several tags of a page's body."""
    start = text[:2_000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<!doctype html", "<html", "<?xml")) and "<" in start[1:]:
        return "<html" in text[:20_000].lower() or start.startswith("<!doctype html")
    return len(_TAG.findall(text[:20_000])) >= 3
