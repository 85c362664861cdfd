"""Quotation marks of a text, paired: what stands between them and which have no partner.

It knows marks and lines, nothing of speakers or of meaning; apostrophes are not quotation marks.
Only the outermost quotation is told: what it quotes in turn is part of its words.
"""

import re
from dataclasses import dataclass

from variorum.schema.reports import Span

_CLOSERS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "”": "”",
    '"': '"',
    "''": "''",
    "``": "''",
    '""': '""',
    "‘": "’",
    "'": "'",
    "‹": "›",
    "›": "‹",
    "‚": "‘’",
}
"""What closes an opening mark. Guillemets point either way; some languages open and close with the same mark."""

_MIXED = {"“": '"', '"': "”"}
_MARK = re.compile(r"""''|``|""|[“”„«»"‘'‹›‚]""")
_OUTWARD = ("”", "»", "›")
"""Marks that mostly close, and open only at the beginning of a word."""

_SINGLE = ("‘", "'")
_STOPS = ".,?!…;:)—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks.

    outers: with the marks, one span a paragraph; inners: the same without them.
    """

    outers: tuple[Span, ...]
    inners: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Offset of the first opening mark."""
        return self.outers[0].start

    @property
    def end(self) -> int:
        """Offset after the last closing mark."""
        return self.outers[-1].end


def pair_marks(text: str) -> tuple[tuple[Quotation, ...], tuple[int, ...]]:
    """Pair the quotation marks of a text, paragraph by paragraph.

    A paragraph that opens a quotation and does not close it goes on in the next one if that opens
    with the same mark (the rule for quotations of several paragraphs).

    Returns:
        The quotations in text order, and the offsets of marks that have no partner.
    """
    found: list[Quotation] = []
    alone: list[int] = []
    pending: list[tuple[int, str, int]] = []
    for start, end in _paragraphs(text):
        closed, strays, left = _pair_in(text, start, end)
        if pending and text.startswith(pending[-1][1], start) and (closed or left):
            pieces = [*pending]
            pending = []
            first = closed[0] if closed else None
            if first is not None and first[0] == start:
                whole = _several(pieces, first)
                found = [*(each for each in found if each.start < whole.start), whole]
                closed = closed[1:]
            elif left is not None and left[0] == start:
                pending, left = [*pieces, (start, left[1], end)], None
        alone += [at for at, _, _ in pending] if not _goes_on(pending, end) else []
        pending = pending if _goes_on(pending, end) else []
        found += [_single(*pair) for pair in closed]
        alone += strays
        pending = [(left[0], left[1], end)] if left is not None else pending
    alone += [at for at, _, _ in pending]
    return tuple(sorted(found, key=lambda quotation: quotation.start)), tuple(sorted(alone))


def _goes_on(pending: list[tuple[int, str, int]], end: int) -> bool:
    return bool(pending) and pending[-1][2] == end


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of the lines that hold words."""
    found, start = [], 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            at = start + line.index(body[0])
            found.append((at, at + len(body)))
        start += len(line) + 1
    return found


def _several(pieces: list[tuple[int, str, int]], last: tuple[int, int, int]) -> Quotation:
    outers = [Span(start=at, end=end) for at, _, end in pieces]
    inners = [Span(start=at + len(mark), end=end) for at, mark, end in pieces]
    closing = _single(*last)
    return Quotation(outers=(*outers, *closing.outers), inners=(*inners, *closing.inners))


def _single(start: int, end: int, width: int) -> Quotation:
    outer, inner = Span(start=start, end=end), Span(start=start + width, end=end - width)
    return Quotation(outers=(outer,), inners=(inner,))


def _pair_in(text: str, start: int, end: int) -> tuple[list[tuple[int, int, int]], list[int], tuple[int, str] | None]:
    """Pairs (start, end, width of a mark), strays, and the mark still open at the end of one paragraph."""
    pairs: list[tuple[int, int, int]] = []
    strays: list[int] = []
    at, waiting = start, None
    while (seen := _MARK.search(text, at, end)) is not None:
        at, mark = seen.start(), seen.group()
        if not _opens(text, at, mark, start):
            if mark in ("“", *_OUTWARD):
                strays.append(at)
            at += len(mark)
            continue
        close = _closing(text, at + len(mark), end, mark)
        if close is not None and close > at + len(mark):
            pairs.append((at, close + len(mark), len(mark)))
            at = close + len(mark)
            continue
        if mark not in _SINGLE:
            strays += [waiting[0]] if waiting else []
            waiting = (at, mark)
        at += len(mark)
    return pairs, strays, waiting


def _opens(text: str, at: int, mark: str, start: int) -> bool:
    if at + len(mark) >= len(text) or text[at + len(mark)].isspace():
        return False
    before = text[at - 1] if at > start else " "
    if mark in _OUTWARD:
        ahead = text.find(_CLOSERS[mark], at + 1)
        return before.isspace() and text[at + 1].isalnum() and ahead >= 0 and "\n" not in text[at:ahead]
    if mark in _SINGLE:
        following = text[at + 1]
        return (before.isspace() or before in '([—–-"“') and (following.isalpha() or following in '“"…')
    if mark in ('"', "''", '""'):
        return before.isspace() or before in "([—–-/…‘'"
    return True


def _closing(text: str, at: int, end: int, mark: str) -> int | None:
    """Offset of the mark that closes, or None where the same mark opens again first."""
    if mark in _SINGLE:
        return _closing_single(text, at, end, mark)
    close = _closing_alike(text, at, end, mark)
    if close is None and mark in _MIXED:
        odd = text.find(_MIXED[mark], at, end)
        again = text.find(mark, at, end)
        close = odd if odd >= 0 and not text[odd - 1].isspace() and (again < 0 or odd < again) else None
    if close is not None and mark == "“":
        return _odd_before(text, at, close)
    return close


def _odd_before(text: str, at: int, close: int) -> int:
    """A straight mark that closes in place of a curled one before another quotation opens, else `close`."""
    odd = text.find('"', at, close)
    shut = odd > at and text[odd - 1] in _STOPS and not text[odd + 1 : odd + 2].isalnum()
    return odd if shut and text[at:close].count('"') % 2 == 0 and text.find(' "', odd + 1, close) > 0 else close


def _closing_alike(text: str, at: int, end: int, mark: str) -> int | None:
    closers = _CLOSERS[mark]
    while at < end:
        if mark in ('"', "''", "``", '""'):
            if text.startswith(closers, at):
                return None if _opens(text, at, closers, 0) and text[at - 1].isspace() else at
        elif text[at] in closers:
            return at
        elif text[at] == mark:
            return None
        at += 1
    return None


def _closing_single(text: str, at: int, end: int, mark: str) -> int | None:
    """The closing single mark: after a stop surely, after a word if no other follows."""
    close, maybe = _CLOSERS[mark], None
    for here in range(at, end):
        if text[here] == "\n" or (mark == "‘" and text[here] == mark):
            break
        after = text[here + 1] if here + 1 < len(text) else " "
        if text[here] != close or after.isalnum():
            continue
        if text[here - 1] in _STOPS or text[here - 1] != "s" or after in _STOPS:
            return here
        maybe = here if maybe is None else maybe
    return maybe
