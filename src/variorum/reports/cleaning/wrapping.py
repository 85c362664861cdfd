"""Undo hard wrapping: lines broken at a fixed width, in mail and wire copy, become paragraphs again.

It refuses to join where the lines do not look wrapped: a list, verse or headlines stay as they are.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from variorum.reports.lines import Line, join_lines

_CLOSED = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_NARROW, _WIDE = 40, 100
_MIN_PAIRS = 3


def unwrap_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Join lines that were one paragraph before somebody broke them at a width.

    A break is undone only in a text that is wrapped as a whole (most lines of like length end in mid-sentence),
    and only where the next line's first word would not have fitted.
    """
    width = _wrap_width(lines)
    if width is None:
        return tuple(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1][-1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return tuple(join_lines(parts) for parts in paragraphs)


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which a text was wrapped, in characters, or None where it was not."""
    pairs = [(one.text, two.text) for one, two in pairwise(lines) if not two.gap]
    full = [(one, two) for one, two in pairs if len(one) >= _NARROW]
    if len(full) < _MIN_PAIRS or max(len(line.text) for line in lines) > _WIDE:
        return None
    open_ended = sum(not _CLOSED.search(one) for one, _ in full)
    lower = sum(two[:1].islower() for _, two in full)
    if open_ended < 0.6 * len(full) or lower < 0.4 * len(full):
        return None
    return max(len(one) for one, _ in full)


def _continues(line: Line, following: Line, width: int) -> bool:
    if following.gap or len(line.text) < _NARROW:
        return False
    word = following.text.split(" ", 1)[0]
    full = len(line.text) + 1 + len(word) > width - 2
    if following.text[:1].islower():
        return full or not _CLOSED.search(line.text)
    return full
