"""Passages in another language than their report's: paragraphs long enough to tell, and runs of them."""

from collections.abc import Iterator
from dataclasses import replace

from variorum.reports.languages import MIN_WORDS, find_language
from variorum.schema.reports import Part, Span


def find_foreign(text: str, language: str | None) -> tuple[Part, ...]:
    """Find the runs of paragraphs in another language, each run one part.

    Args:
        text: one paragraph a line.
        language: the report's; where it is not known nothing is told apart.
    """
    runs: list[Part] = []
    for span, code in _told(text) if language else ():
        if code == language:
            continue
        if runs and runs[-1].language == code and runs[-1].span.end + 1 == span.start:
            runs[-1] = replace(runs[-1], span=Span(start=runs[-1].span.start, end=span.end))
        else:
            runs.append(Part(kind="other_language", span=span, language=code))
    return tuple(runs)


def _told(text: str) -> Iterator[tuple[Span, str]]:
    """Paragraphs of at least 20 words with the language that they are surely in."""
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        code = find_language(paragraph) if len(paragraph.split(maxsplit=MIN_WORDS)) >= MIN_WORDS else None
        if code:
            yield Span(start=start, end=end), code
        start = end + 1
