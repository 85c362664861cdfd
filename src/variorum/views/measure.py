"""How much of a report stands in others too, counted in words."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue
from variorum.views.editions import joins_versions, standing_reports

Span = tuple[int, int]
"""First code point and half-open end."""

SINGLE = "\u3040-\u30ff\u3400-\u9fff"
"""Letters of scripts that set no spaces: each counts as a word."""

WORD = re.compile(f"[{SINGLE}]|\\d+(?:[.,]\\d+)+|[^\\W{SINGLE}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """A report's words: all, those copied from another, and those alike in another where nobody knows who was first."""

    words: int
    copied: int
    alike: int

    @property
    def share(self) -> float:
        """Share of its words that are copied, 0 to 1."""
        return self.copied / self.words if self.words else 0.0

    @property
    def alike_share(self) -> float:
        """Share of its words that stand in another report, direction unknown, 0 to 1."""
        return self.alike / self.words if self.words else 0.0


def count_words(text: str, spans: Iterable[Span] | None = None) -> int:
    """Count the words of a text, or those that begin within spans; words under two spans count once."""
    starts = [found.start() for found in WORD.finditer(text)]
    if spans is None:
        return len(starts)
    return sum(bisect_left(starts, end) - bisect_left(starts, start) for start, end in _joined(spans))


def measure_reports(catalogue: Catalogue) -> dict[str, Portion]:
    """The portion of every standing report, by its id."""
    return {row["report_id"]: _portion(catalogue, row["report_id"], row["text"]) for row in standing_reports(catalogue)}


def copied_share(portions: Iterable[Portion]) -> float:
    """Share of all words that are copied, 0 to 1. Of words that two reports share, direction unknown, half count."""
    listed = list(portions)
    words = sum(portion.words for portion in listed)
    return sum(portion.copied + portion.alike / 2 for portion in listed) / words if words else 0.0


def percent(share: float) -> str:
    """ "31 %"; "under 1 %" for what would round to nothing."""
    return "under 1 %" if 0 < share < 0.005 else f"{share * 100:.0f} %"


def _portion(catalogue: Catalogue, report_id: str, text: str) -> Portion:
    copied: list[Span] = []
    alike: list[Span] = []
    for row in catalogue.of("copies", "report_id", report_id):
        if not joins_versions(catalogue, row):
            (alike if row["basis"] == "shared" else copied).append((row["start_char"], row["end_char"]))
    for row in catalogue.of("copies", "of_report_id", report_id):
        if row["basis"] == "shared" and not joins_versions(catalogue, row):
            alike.append((row["of_start_char"], row["of_end_char"]))
    n_copied = count_words(text, copied)
    return Portion(words=count_words(text), copied=n_copied, alike=count_words(text, copied + alike) - n_copied)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
