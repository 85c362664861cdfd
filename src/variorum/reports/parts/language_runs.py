"""Passages in another language than their report's: runs of paragraphs that are long enough to tell."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from variorum.reports.parts.languages import MIN_WORDS, find_language, guess_language
from variorum.schema.reports import Part, Span

_LEAST_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Neighbouring paragraphs in one language, with the number of their words."""

    span: Span
    language: str
    words: int


def find_foreign(text: str, language: str | None) -> tuple[Part, ...]:
    """Find the runs of paragraphs in another language, each run one part.

    Args:
        text: one paragraph a line.
        language: the report's; where it is not known nothing is told apart.
    """
    runs = (run for run in _join_paragraphs(text) if run.language != language) if language else ()
    return tuple(
        Part(kind="other_language", span=run.span, language=run.language) for run in runs if _is_sure(run, text)
    )


def find_main_language(text: str) -> str | None:
    """The language of more than half of the words of all sure runs; None where no language has that many."""
    words: Counter[str] = Counter()
    for run in find_runs(text):
        words[run.language] += run.words
    best = max(sorted(words), key=lambda code: words[code], default=None)
    return best if best is not None and 2 * words[best] > words.total() else None


def find_runs(text: str) -> tuple[Run, ...]:
    """Find runs of at least 20 words that are surely in one language, in text order."""
    return tuple(run for run in _join_paragraphs(text) if _is_sure(run, text))


def _join_paragraphs(text: str) -> list[Run]:
    """Neighbouring paragraphs that are likeliest in one language, joined."""
    runs: list[Run] = []
    for told in _tell_paragraphs(text):
        last = runs[-1] if runs else None
        if last and last.language == told.language:
            joined = Span(start=last.span.start, end=told.span.end)
            runs[-1] = replace(last, span=joined, words=last.words + told.words)
        else:
            runs.append(told)
    return runs


def _is_sure(run: Run, text: str) -> bool:
    return run.words >= MIN_WORDS and find_language(text[run.span.start : run.span.end]) == run.language


def _tell_paragraphs(text: str) -> Iterator[Run]:
    """Paragraphs of at least five words with the likeliest language; shorter ones part no run."""
    start = 0
    for paragraph in text.split("\n"):
        words = len(paragraph.split())
        if words >= _LEAST_WORDS:
            yield Run(
                span=Span(start=start, end=start + len(paragraph)), language=guess_language(paragraph), words=words
            )
        start += len(paragraph) + 1
