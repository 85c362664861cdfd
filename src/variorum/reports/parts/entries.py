"""Entries of a running report that are older than its day of publication: each begins with its own date.

An entry is told by a whole day alone on its line, or before a dash, a stroke or a time; one such line is no series.
"""

import re
from collections.abc import Iterator

from variorum.reports.parts.stretches import Paragraph, split_paragraphs
from variorum.reports.dates.stamps import CLOCK, match_date
from variorum.schema.dates import Bounds
from variorum.schema.reports import Part, Span

_LEAST = 2
_AFTER = re.compile(rf"[,\s]*(?:at\s+)?(?:{CLOCK})?\s*(?:$|[|:–—]\s|-\s)", re.IGNORECASE)


def find_older_entries(text: str, published: Bounds) -> tuple[Part, ...]:
    """Find the entries dated before the first day on which the report can have been published.

    Args:
        text: one paragraph a line.
        published: where its first day is not known, no entry is told to be older.
    """
    lines = list(split_paragraphs(text))
    starts = [(index, bounds) for index, line in enumerate(lines) for bounds in _entry_day(line)]
    if len(starts) < _LEAST or published.low is None:
        return ()
    ends = (*(index for index, _ in starts[1:]), len(lines))
    return tuple(
        Part(
            kind="embedded",
            span=Span(start=lines[index].span.start, end=lines[end - 1].span.end),
            detail=f"entry of {bounds.edtf}",
        )
        for (index, bounds), end in zip(starts, ends, strict=True)
        if bounds.high is not None and bounds.high < published.low
    )


def _entry_day(line: Paragraph) -> Iterator[Bounds]:
    found = match_date(line.text)
    bounds = found.bounds if found else None
    if found and bounds and bounds.low == bounds.high and _AFTER.match(line.text, found.end):
        yield bounds
