"""A sentence splitter without a parser, for evaluations of lineage only: a build is given the parser's sentences."""

import re

from variorum.schema.reports import Span

_END = re.compile(r"[.!?]+[”\"’')\]]*(?=\s+[“\"‘'(\[]*[A-Z0-9])|\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Rep|Sen|Gov|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs|Jr|Sr)|\b[A-Z])\.$"
)


def sentences_of(text: str) -> list[Span]:
    """Sentences in text order; a line ends one."""
    found, start = [], 0
    for mark in _END.finditer(text):
        if text[mark.start()] == "." and _ABBREVIATED.search(text, start, mark.start() + 1):
            continue
        found.append((start, mark.end()))
        start = mark.end()
    found.append((start, len(text)))
    return [span for start, end in found if (span := _trimmed(text, start, end))]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    body = text[start:end]
    left = start + len(body) - len(body.lstrip())
    return Span(start=left, end=left + len(body.strip())) if body.strip() else None
