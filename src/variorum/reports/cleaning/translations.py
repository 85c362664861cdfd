"""Notes that say what a report was translated or adapted from. They leave the text and stay as metadata.

Source of the wordings: notes as newspapers print them, in nine languages.
"""

import re
from collections.abc import Iterator, Sequence

from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.cleaning.shapes import count_words, foot_start, head_size

_MOST_WORDS = 30
_CREDIT = re.compile(r"^[\W_]*(?:with|avec|mit|con)\s+[^.]{2,60}$", re.IGNORECASE)
_THIS = r"(?:(?:this|the)\s+(?:article|story|report|text|piece|interview|dispatch)\s+(?:has\s+been|was|is)\s+)?"
_LANGUAGE = r"(?:(?:its|the|an?)\s+)?(?:original\s+)?(?:[A-Z]\w+|original)"
_NOTE = re.compile(
    "|".join(
        (
            rf"\b{_THIS}(?:originally\s+)?(?:translated|adapted)\s+(?:and\s+\w+\s+)?(?:in)?to\s+English\b",
            rf"\b{_THIS}(?:translated|adapted|abridged)\s+(?:(?:and\s+\w+)\s+)?from\s+{_LANGUAGE}\b",
            r"^(?:english\s+)?translation\s*(?::|by\b)",
            r"\btraduit\w*\s+(?:et adapté\w*\s+)?(?:de l['’]|du\s)\w+",
            r"\b(?:aus dem \w+(?:en|ischen)\s+(?:übersetzt|von)|übersetzung aus dem \w+)",
            r"\btraducid[oa]\s+del\s+\w+",
            r"\btraduzid[oa]\s+d[oa]\s+\w+",
            r"\btrad(?:otto|uzione)\s+(?:dal|dall['’])\s?\w+",
            r"\bперев(?:од|едено|ёл|ела)\s+с\s+\w+",
            r"\bçeviri\s*:|\b\w+[çc]['’]?(?:den|dan|ten|tan)\s+çevr\w+",
            r"\btłumacz(?:enie|ył\w*)\s*(?::|z\s+\w+)",
        )
    ),
    re.IGNORECASE,
)


def find_translations(lines: Sequence[Line]) -> tuple[Clue, ...]:
    """Read the notes at a report's head and foot."""
    bare = (lines[index].text.strip(" *_[]()") for index in _note_lines(lines))
    return tuple(Clue(kind="translation", value=text, basis="note") for text in bare)


def find_translation_notes(lines: Sequence[Line]) -> Iterator[Cut]:
    """Find the lines that are such notes, for those that no credit took."""
    return (Cut(index=index, reason="translation_note") for index in _note_lines(lines))


def _note_lines(lines: Sequence[Line]) -> Iterator[int]:
    head, foot = head_size(lines), max(1, min(foot_start(lines), len(lines) - 2))
    for index, line in enumerate(lines):
        if (0 < index < head or index >= foot) and count_words(line.text) <= _MOST_WORDS and _is_note(line.text):
            yield index


def _is_note(text: str) -> bool:
    """True where a line is such a note: it begins with one, or with the credit that it follows."""
    found = _NOTE.search(text)
    if found is None or found.start() <= 3:
        return found is not None
    return _CREDIT.match(text[: found.start()].rstrip(" ,;(")) is not None
