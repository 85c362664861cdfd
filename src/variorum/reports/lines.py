"""Lines of a raw text that remember where each of their characters came from.

Holds the one way in which text is normalised (line ends, blanks, invisible characters, NFC)
and cut. It refuses to judge what a line is.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.schema.dates import UNKNOWN, Bounds
from variorum.schema.reports import Removal

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
_LIGATURES = {
    chr(code): unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18))
}
"""Latin and Armenian letters that printers join: they are taken apart, each letter at its ligature's place."""
_PIECE = re.compile(r"(?P<plain>[!-~\u00c0-\u024f\u0370-\u04ff\u2010-\u2027]+)|.", re.DOTALL)
"""Letters and marks of scripts in which nothing is invisible, a blank or joined, as a run; else one character."""
_CLUSTER = re.compile(r"[\x00-\x7f][^\x00-\x7f]*|[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph or line, normalised.

    at: raw offset of each character, and of the end: one longer than `text`.
    gap: True where a blank line goes before it.
    """

    text: str
    at: Sequence[int]
    gap: bool = False

    def part(self, start: int, end: int) -> "Line":
        """Keep the characters from start to end, without blanks at either side."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return Line(text=self.text[start:end], at=self.at[start : end + 1], gap=self.gap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Characters to take from the line of a given index; `end` None means to its end.

    until: where what stays ends; from there on the line goes too (a closing quotation mark).
    """

    index: int
    reason: str
    start: int = 0
    end: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What some words of a report say about it.

    kind: title, subtitle, source, author, staff (a writer without a name), credit, published, updated, seen (it existed
        by then: a crawl, a file made of it), url, language, section, dateline or translation.
    time: ISO 8601 with zone, where a time of day is stated.
    """

    kind: str
    value: str
    basis: str
    bounds: Bounds = UNKNOWN
    time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report on its way to clean text: the lines left, what was taken, what was learned."""

    lines: tuple[Line, ...]
    removals: tuple[Removal, ...] = ()
    clues: tuple[Clue, ...] = ()

    def without(self, cuts: Iterable[Cut], clues: Iterable[Clue] = ()) -> "Draft":
        """Apply cuts, at most one a line, and keep the clues."""
        by_index = {cut.index: cut for cut in cuts}
        lines: list[Line] = []
        removals = list(self.removals)
        for index, line in enumerate(self.lines):
            cut = by_index.get(index)
            left = (line,) if cut is None else _apply(line, cut, removals)
            lines.extend(left)
        return replace(self, lines=tuple(lines), removals=tuple(removals), clues=(*self.clues, *clues))


def _apply(line: Line, cut: Cut, removals: list[Removal]) -> tuple[Line, ...]:
    """Cut a line; record what went; the pieces that stay become one line each."""
    end = len(line.text) if cut.end is None else cut.end
    if line.at[cut.start] < line.at[end]:
        removals.append(Removal(raw_start=line.at[cut.start], raw_end=line.at[end], reason=cut.reason))
    until = len(line.text) if cut.until is None else cut.until
    if line.at[until] < line.at[-1]:
        removals.append(Removal(raw_start=line.at[until], raw_end=line.at[-1], reason=cut.reason))
    pieces = (line.part(0, cut.start), line.part(end, until))
    return tuple(piece for piece in pieces if piece.text)


def split_lines(raw: str) -> tuple[Line, ...]:
    """Split decoded text into its lines that are not blank, normalised."""
    lines: list[Line] = []
    gap = False
    for start, end in _stretches(raw):
        line = normalise_line(raw[start:end], start=start, gap=gap)
        if line is None:
            gap = True
        else:
            lines.append(line)
            gap = False
    return tuple(lines)


def _stretches(raw: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(raw):
        yield start, match.start()
        start = match.end()
    yield start, len(raw)


def lines_without(raw: str, removals: Iterable[Removal]) -> tuple[Line, ...]:
    """Split decoded text into lines as if stretches of it were not there; one that spans a line's end joins two lines.

    Args:
        removals: in order, not overlapping.
    """
    kept: list[int] = []
    position = 0
    for removal in removals:
        kept.extend(range(position, removal.raw_start))
        position = removal.raw_end
    kept.extend(range(position, len(raw)))
    text = "".join(raw[at] for at in kept)
    lines: list[Line] = []
    gap = False
    for start, end in _stretches(text):
        last = kept[end - 1] + 1 if end > start else 0
        line = compose_line(text[start:end], (*kept[start:end], last), gap=gap)
        gap = line is None
        lines.extend((line,) if line else ())
    return tuple(lines)


def normalise_line(text: str, *, start: int, gap: bool = False) -> Line | None:
    """Squeeze blanks, drop invisible characters and compose (NFC); None where nothing is left.

    Args:
        text: without line breaks that matter; one found is a blank.
        start: raw offset of its first character; the raw text is contiguous.
    """
    body = text.strip()
    start += len(text) - len(text.lstrip())
    if _PLAIN.fullmatch(body):
        return Line(text=body, at=range(start, start + len(body) + 1), gap=gap)
    return compose_line(body, range(start, start + len(body) + 1), gap=gap)


def compose_line(text: str, at: Sequence[int], *, gap: bool = False) -> Line | None:
    """Normalise text whose characters lie at given raw offsets (one more for the end)."""
    chars: list[str] = []
    offsets: list[int] = []
    for match in _PIECE.finditer(text):
        piece, start = match[0], match.start()
        if match.lastgroup == "plain":
            chars.extend(piece)
            offsets.extend(at[start : match.end()])
        elif piece.isspace():
            if chars and chars[-1] != " ":
                chars.append(" ")
                offsets.append(at[start])
        elif not _invisible(piece):
            letters = _LIGATURES.get(piece, piece)
            chars.extend(letters)
            offsets.extend([at[start]] * len(letters))
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    if not chars:
        return None
    line = Line(text="".join(chars), at=(*offsets, at[len(text)]), gap=gap)
    return line if unicodedata.is_normalized("NFC", line.text) else _composed(line)


def _invisible(char: str) -> bool:
    """True of controls and formats (category Cc or Cf): soft hyphens, zero-width marks, direction marks."""
    return unicodedata.category(char) in ("Cc", "Cf")


def _composed(line: Line) -> Line:
    """NFC cluster by cluster, so that offsets stay true outside the cluster that changed."""
    text: list[str] = []
    at: list[int] = []
    for match in _CLUSTER.finditer(line.text):
        new = unicodedata.normalize("NFC", match[0])
        text.append(new)
        last = match.end() - 1
        at.extend(line.at[min(match.start() + step, last)] for step in range(len(new)))
    return replace(line, text="".join(text), at=(*at, line.at[-1]))


def join_lines(lines: Sequence[Line]) -> Line:
    """Make one line of several in order, with a blank between."""
    if len(lines) == 1:
        return lines[0]
    at: list[int] = []
    for line in lines:
        at.extend(line.at)
    return Line(text=" ".join(line.text for line in lines), at=tuple(at), gap=lines[0].gap)
