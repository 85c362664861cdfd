"""Where the words alike in two passages stand: spans in both reports, as wide as what is alike."""

from rapidfuzz.distance import Indel

from variorum.links.parents import Link
from variorum.links.passages import Corpus, Passage, words_of
from variorum.links.quoted import OWN
from variorum.schema.reports import Span

ALIKE = 0.7
"""Share of words alike from which quotations at the edge of two copied sentences go with them."""


def extents(link: Link, corpus: Corpus) -> tuple[Span, Span]:
    """The spans of a link, child's and parent's: the words alike, with marks and like quotations at the sentence's edge."""
    child = _Side(corpus, link.child, link.alignment.left)
    parent = _Side(corpus, link.parent, link.alignment.right)
    starts = _together(child.lead, parent.lead)
    ends = _together(child.tail, parent.tail)
    return (
        child.span(from_start=starts[0], to_end=ends[0]),
        parent.span(from_start=starts[1], to_end=ends[1]),
    )


class _Side:
    """One side of a link: its words' span, and what is left of the sentence before and after them (None: words are)."""

    def __init__(self, corpus: Corpus, passage: Passage, words: tuple[int, int]) -> None:
        spans, text = corpus.word_spans(passage), corpus.reports[passage.report].text
        self.sentence = corpus.sentence(passage)
        self.inner = Span(start=spans[words[0]].start, end=spans[words[1] - 1].end)
        own = passage.kind == OWN
        self.lead = text[self.sentence.start : self.inner.start] if own and words[0] == 0 else None
        self.tail = text[self.inner.end : self.sentence.end] if own and words[1] == len(spans) else None

    def span(self, *, from_start: bool, to_end: bool) -> Span:
        """The words' span, or the sentence's on either side."""
        return Span(
            start=self.sentence.start if from_start else self.inner.start,
            end=self.sentence.end if to_end else self.inner.end,
        )


def _together(one: str | None, two: str | None) -> tuple[bool, bool]:
    """For each side, whether what is left of its sentence goes with the words alike."""
    mine, theirs = ([w.lower() for w in words_of(text or "")] for text in (one, two))
    alike = bool(mine and theirs) and Indel.normalized_similarity(mine, theirs) >= ALIKE
    return one is not None and (alike or not mine), two is not None and (alike or not theirs)
