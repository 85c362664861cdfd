"""Fragments of HTML that are all report, such as the entry of a feed: every block's text in order, nothing guessed."""

import re
from collections.abc import Iterator

from variorum.errors import Quarantine
from variorum.reports.lines import Draft, Line, compose_line
from variorum.reports.documents.pages import HIDDEN, left_out, resolve_characters, see_text

_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    r"header|hr|html|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)\b",
    re.IGNORECASE,
)


def read_fragment(raw: str) -> Draft:
    """Read a fragment as lines with raw offsets, one a block; what is not text is a removal.

    Raises:
        Quarantine: it holds no text.
    """
    lines = tuple(line for block in _blocks(raw) if (line := _line(raw, block)) is not None)
    if not lines:
        raise Quarantine("no text was found in it; it holds only markup")
    return Draft(lines=lines, removals=tuple(left_out(raw, lines, see_text(raw))))


def _blocks(raw: str) -> Iterator[list[tuple[int, int]]]:
    """Stretches of text between tags, gathered until a block begins or ends."""
    block: list[tuple[int, int]] = []
    position = 0
    for tag in HIDDEN.finditer(raw):
        if position < tag.start():
            block.append((position, tag.start()))
        if _BLOCK.match(tag[0]):
            yield block
            block = []
        position = tag.end()
    yield [*block, (position, len(raw))]


def _line(raw: str, block: list[tuple[int, int]]) -> Line | None:
    """One line of a block's text; a character that an entity writes stands where the entity begins."""
    chars: list[str] = []
    at: list[int] = []
    end = 0
    for start, stop in block:
        for text, here, until in resolve_characters(raw, start, stop):
            chars.extend(text)
            at.extend([here] * len(text))
            end = until if text.strip() else end
    return compose_line("".join(chars).rstrip(), (*at[: len("".join(chars).rstrip())], end))
