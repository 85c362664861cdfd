"""The standfirst of a plain text: the line between its headline and its byline or date line. It stays in the text."""

from variorum.reports.lines import Clue, Draft
from variorum.reports.cleaning.shapes import count_words
from variorum.reports.cleaning.titles import looks_like_title

_REASONS = frozenset(("byline", "date_line", "stamp"))
_LEAST, _MOST = 5, 45


def find_standfirst(draft: Draft) -> tuple[Clue, ...]:
    """Find a line below the headline that a byline or date line, since cut, parted from the body."""
    lines = draft.lines
    if len(lines) < 3 or not looks_like_title(lines) or not _LEAST <= count_words(lines[1].text) <= _MOST:
        return ()
    low, high = lines[1].at[-1], lines[2].at[0]
    parted = any(low <= cut.raw_start and cut.raw_end <= high and cut.reason in _REASONS for cut in draft.removals)
    return (Clue(kind="subtitle", value=lines[1].text, basis="standfirst line"),) if parted else ()
