"""A statement before its speaker and position are known: cue, content, and the verb that governs it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotations.statement_cues import Meaning
from variorum.schema.reports import Span

CLOSING = "”\"»’'"
OPENING = "“\"«„‘'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A cue with its contents.

    governor: the word whose subject speaks. speaker: the word that names the speaker, where it is no
    subject (the object of "according to"). quoted: True where quotation marks set off the content. turn: as in
    `StatementMention`.
    """

    cue: Span
    governor: Token
    contents: tuple[Span, ...]
    meaning: Meaning
    quoted: bool
    kind: str
    speaker: Token | None = None
    turn: bool = False

    @property
    def start(self) -> int:
        """Offset of the first content."""
        return self.contents[0].start

    @property
    def end(self) -> int:
        """Offset after the last content."""
        return self.contents[-1].end


_STAMP = re.compile(
    r"[ \t]*(?:\d{1,2}[:.h]\d{2}(?:[ \t]?[ap]\.?m\.?)?(?:[ \t]?(?:[A-Z]{2,4}|local time))?[ \t]*[-–—:|]"
    r"|\d{1,2}:\d{2}(?:[ \t]?[ap]\.?m\.?)?(?:[ \t](?:GMT|UTC|[A-Z]{1,3}T))?)[ \t]+"
)


def after_stamp(text: str, start: int) -> int:
    """Where the words of a line begin behind a live report's time of day ("14:32 - ..."), else `start` itself."""
    if start > 0 and text[start - 1] != "\n":
        return start
    stamp = _STAMP.match(text, start)
    return stamp.end() if stamp is not None else start


def strip_marks(text: str, span: Span) -> Span | None:
    """Cut white space, stops, quotation marks and a live report's stamp from the ends of a span; None if nothing is left.

    A comma or full stop inside the closing mark stays: it is part of what is quoted.
    """
    start, end = min(after_stamp(text, span.start), span.end), span.end
    while start < end and (text[start].isspace() or text[start] in OPENING + ",;:—–"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ";:—–"):
        end -= 1
    if text.endswith(("''", '""'), start, end):
        end -= 2
    elif start < end and text[end - 1] in CLOSING and not _apostrophe(text, start, end):
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _apostrophe(text: str, start: int, end: int) -> bool:
    """True for the mark after a plural possessive at the end ("the leaders’"), which opens nothing."""
    mark = text[end - 1]
    return mark in "’'" and end - start > 1 and text[end - 2] == "s" and text.find("‘", start, end) < 0


def kind_of(contents: Sequence[Span], inners: Sequence[Span]) -> str:
    """Direct where all of it stands in quotation marks, mixed where some does, else indirect."""
    touched = [c for c in contents if any(c.overlaps(inner) for inner in inners)]
    if not touched:
        return "indirect"
    whole = all(any(inner.covers(c) for inner in inners) for c in contents)
    return "direct" if whole else "mixed"
