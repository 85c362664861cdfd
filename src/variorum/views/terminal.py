"""What a terminal can show: text that fits its width, with and without colour and Unicode."""

import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from variorum.views.glyphs import Glyph
from variorum.views.worddiff import Word

TONES = {"calm": "\x1b[34m", "warm": "\x1b[33m", "plain": ""}
BOLD, DIM, UNDERLINE, RESET = "\x1b[1m", "\x1b[2m", "\x1b[4m", "\x1b[0m"
NARROWEST = 60
"""Columns below which no page is set."""

ASCII_FORMS = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "·": "|",
        "…": "...",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "→": "->",
        "⟶": "->",
        "⟷": "<->",
        "├": "|",
        "└": "`",
        "│": "|",
        "─": "-",
        "≠": "!",
        "−": "-",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """What the terminal can show."""

    width: int
    color: bool
    unicode: bool

    def plain(self, text: str) -> str:
        """Text that the terminal can show: control characters out, other letters by their ASCII likeness."""
        text = "".join(c for c in text if c.isprintable() or c == "\n")
        if self.unicode:
            return text
        folded = unicodedata.normalize("NFKD", text.translate(ASCII_FORMS))
        return folded.encode("ascii", "ignore").decode("ascii")

    def paint(self, text: str, style: str) -> str:
        return f"{style}{text}{RESET}" if self.color and style else text

    def mark(self, glyph: Glyph) -> str:
        return self.paint(glyph.mark if self.unicode else glyph.ascii, TONES[glyph.tone])

    def rule(self) -> str:
        return ("─" if self.unicode else "-") * self.width

    def heading(self, text: str) -> str:
        return self.paint(text.upper(), BOLD)

    def fill(self, text: str, first: str, rest: str, *, columns: int | None = None) -> list[str]:
        """Wrap text behind a first and a hanging lead; leads are given as they will be seen."""
        room = (columns or self.width) - len(rest)
        lines = textwrap.wrap(self.plain(text), max(20, room), break_long_words=True) or [""]
        return [first + lines[0], *(rest + line for line in lines[1:])]

    def fill_words(self, words: Iterable[Word], columns: int) -> list[tuple[str, int]]:
        """Wrap marked words: underlined in colour, else in brackets.

        Returns:
            Lines, each with the columns that it takes when seen (ANSI codes take none).
        """
        lines: list[list[tuple[str, bool]]] = [[]]
        used = 0
        for text, own in _pieces(self.plain, words, columns, bracketed=not self.color):
            size = count_columns(text)
            if used and used + 1 + size > columns:
                lines.append([])
                used = 0
            used += size + (1 if used else 0)
            lines[-1].append((text, own))
        return [(self._set(line), count_columns(" ".join(text for text, _ in line))) for line in lines]

    def _set(self, line: Sequence[tuple[str, bool]]) -> str:
        return " ".join(self.paint(text, UNDERLINE) if own else text for text, own in line)


def _pieces(
    plain: Callable[[str], str], words: Iterable[Word], columns: int, *, bracketed: bool
) -> Iterable[tuple[str, bool]]:
    """Single words in order, none longer than a line; runs of own words in brackets where asked."""
    for word in words:
        singles = plain(word.text).split()
        if word.own and bracketed and singles:
            singles[0] = f"[{singles[0]}"
            singles[-1] = f"{singles[-1]}]"
        for single in singles:
            yield from ((piece, word.own) for piece in _cut(single, columns))


def count_columns(text: str) -> int:
    """Columns that a text takes: letters of some scripts are two wide, marks that sit on others none."""
    wide = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
    return wide - sum(1 for letter in text if unicodedata.combining(letter))


def _cut(text: str, columns: int) -> Iterable[str]:
    """A word in pieces that fit a line."""
    piece = ""
    for letter in text:
        if piece and count_columns(piece + letter) > columns:
            yield piece
            piece = ""
        piece += letter
    yield piece
