"""Words of a report that are not its reporter's: quotations, and the text of public statements printed in it.

Two reports that have such words in common share a source; neither copied the other.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.schema.quotation_marks import pair_marks
from variorum.schema.reports import Report, Span

OWN = "own"
_ANY_MARK = re.compile(r"""[“”„«»"‘]|''|``|(?<!\w)'""")
_INTRODUCED = re.compile(
    r"\b(?:statement|communiqu[eé]|declaration|text|letter|resolution|agreement|appeal|memorandum|decree|message)\b"
    r"[^\n.!?]{0,80}:$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-–—•*])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicWords:
    """Stretches of a text that are public words, in text order, none over another. kinds: quotation or document each."""

    spans: tuple[Span, ...] = ()
    kinds: tuple[str, ...] = ()

    def part(self, span: Span) -> list[tuple[Span, str]]:
        """Part a span into stretches of public and the reporter's words (kind "own"), in text order."""
        parts, at = [], span.start
        first = bisect_right(self.spans, span.start, key=lambda s: s.end)
        for public, kind in zip(self.spans[first:], self.kinds[first:], strict=True):
            if public.start >= span.end:
                break
            parts += [(Span(start=at, end=public.start), OWN)] if at < public.start else []
            start, at = max(at, public.start), min(public.end, span.end)
            parts.append((Span(start=start, end=at), kind))
        return [*parts, (Span(start=at, end=span.end), OWN)] if at < span.end or not parts else parts


NONE = PublicWords()


def find_public_words(report: Report) -> PublicWords:
    """Find the quotations and documents in a report. A quotation within a document is part of the document."""
    documents = _documents(report)
    quotations = _quotations(report.text) if _ANY_MARK.search(report.text) else []
    if not documents and not quotations:
        return NONE
    outside = [q for q in quotations if not any(d.overlaps(q) for d in documents)]
    rows = sorted([(s.start, s, "document") for s in documents] + [(s.start, s, "quotation") for s in outside])
    return PublicWords(spans=tuple(row[1] for row in rows), kinds=tuple(row[2] for row in rows))


def _documents(report: Report) -> list[Span]:
    stated = [part.span for part in report.parts if part.kind == "document"]
    found = [span for span in _introduced(report.text) if not any(span.overlaps(s) for s in stated)]
    return _merged([*stated, *found])


def _introduced(text: str) -> list[Span]:
    """Paragraphs after a line that ends by introducing the text of a statement, and the listed points after them."""
    if ":\n" not in text:
        return []
    found, start, inside = [], 0, 0
    for line in text.split("\n"):
        end, body = start + len(line), line.strip()
        if body and (inside == 1 or (inside == 2 and _LISTED.match(body))):
            found.append(Span(start=start, end=end))
            inside = 2
        elif body:
            inside = 1 if _INTRODUCED.search(body) else 0
        start = end + 1
    return found


def _quotations(text: str) -> list[Span]:
    """Words between marks, and those beside a mark without a partner, as far as its paragraph goes."""
    paired, alone = pair_marks(text)
    spans = [inner for quotation in paired for inner in quotation.inners]
    return _merged([*spans, *(_beside(text, at) for at in alone)])


def _beside(text: str, at: int) -> Span:
    """What a mark without a partner quotes: an opening one all that follows, a closing one all that precedes it."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = len(text) if end < 0 else end
    closing = text[at] in "”»" or (at > start and not text[at - 1].isspace() and text[at] not in "“„«")
    return Span(start=start, end=at) if closing else Span(start=at + 1, end=end)


def _merged(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, span.end))
        elif len(span):
            found.append(span)
    return found
