"""Markdown: its marks are taken off, its words stay, and every mark is a removal with true offsets.

Source: CommonMark 0.31 for headings, emphasis, links, images, block quotes, rules and lists. Code is left as it is.
"""

import re
from collections.abc import Iterator

from variorum.schema.reports import Removal

_HEADING = re.compile(r"^[ ]{0,3}(#{1,6}[ \t]+)(?=\S)", re.MULTILINE)
_HEADING_END = re.compile(r"(?<=\S)([ \t]+#+[ \t]*)$", re.MULTILINE)
_UNDERLINE = re.compile(r"(?<=\S\n)^[ ]{0,3}(=+|-{2,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ ]{0,3}((?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$", re.MULTILINE)
_QUOTE = re.compile(r"^[ ]{0,3}((?:>[ \t]?)+)", re.MULTILINE)
_LIST = re.compile(r"^[ \t]{0,8}([*+-][ \t]+)(?=\S)", re.MULTILINE)
_IMAGE = re.compile(r"(!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\))")
_LINK = re.compile(r"(?<!!)(\[)([^\[\]\n]{1,500})(\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\))")
_AUTOLINK = re.compile(r"(<)https?://[^<>\s]{1,2000}(>)")
_REFERENCE = re.compile(r"^[ ]{0,3}(\[[^\[\]\n]{1,200}\]:[ \t]*\S+[^\n]*)$", re.MULTILINE)
_STRONG = re.compile(r"(?<![\w*])(\*\*\*|\*\*|\*)(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])(\1)(?![\w*])")
_UNDERSCORES = re.compile(r"(?<![\w_])(___|__|_)(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])(\1)(?![\w_])")
_ESCAPE = re.compile(r"(\\)[\\`*_{}\[\]()#+.!>~|-]")
_FENCE = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n.{0,5000}?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_OPENING = re.compile(r"\A\s*#{1,6}[ \t]+\S")
_MARKED = (
    _HEADING,
    _HEADING_END,
    _UNDERLINE,
    _RULE,
    _QUOTE,
    _LIST,
    _IMAGE,
    _LINK,
    _AUTOLINK,
    _REFERENCE,
    _STRONG,
    _UNDERSCORES,
    _ESCAPE,
)
_LINKS_ENOUGH = 2


def looks_like_markdown(text: str) -> bool:
    """True of text that opens with a heading's mark, or holds several links as Markdown writes them."""
    sample = text[:20_000]
    fence = _FENCE.match(sample)
    body = sample[fence.end() :] if fence else sample
    links = [link for link in _LINK.finditer(body) if "](http" in link[0] or "](/" in link[0]]
    return bool(_OPENING.match(body)) or len(links) >= _LINKS_ENOUGH


def find_markup(raw: str) -> tuple[Removal, ...]:
    """Find the marks in Markdown below its front matter, in order, none overlapping."""
    fence = _FENCE.match(raw)
    start = fence.end() if fence else 0
    found = sorted(span for pattern in _MARKED for span in _marks(pattern, raw, start))
    kept: list[Removal] = []
    for first, end in found:
        begin = max(first, kept[-1].raw_end) if kept else first
        if begin < end:
            kept.append(Removal(raw_start=begin, raw_end=end, reason="markup"))
    return tuple(kept)


def _marks(pattern: re.Pattern[str], raw: str, start: int) -> Iterator[tuple[int, int]]:
    """The groups of a pattern that are marks: all but the middle one of three, which is the words."""
    for match in pattern.finditer(raw, start):
        groups = (1, 3) if pattern.groups == 3 else range(1, pattern.groups + 1)
        yield from (match.span(group) for group in groups)
