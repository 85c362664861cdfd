"""What embedded posts of social networks leave in a page's text: who posted, when, and the picture's address.

The posted words themselves stay: they are what the report shows.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.dates.stamps import find_date
from variorum.schema.dates import between

_PICTURE = r"(?:(?:https?://)?pic\.(?:twitter|x)\.com/\w+|https?://t\.co/\w+)"
_SIGNED = r"[—–-]{1,2}\s?[^@()\n]{1,80}\(@\w{1,30}\)(?:\s[^()\n]{0,30}\d{4})?"
_POSTED = r"(?:view this post on \w+|a post shared by\b.{0,120})"
_WHOLE = re.compile(rf"(?:{_PICTURE}[\s,]*)+(?:{_SIGNED})?|{_SIGNED}|{_POSTED}", re.IGNORECASE)
_TAIL = re.compile(rf"\s*(?:{_PICTURE}\s*)+(?:{_SIGNED})?$|(?<=[.!?”\"])\s+{_SIGNED}$", re.IGNORECASE)


def is_embed(text: str) -> bool:
    """True of a line that is nothing but an embedded post's signature or picture."""
    return _WHOLE.fullmatch(text) is not None


def find_last_post(lines: Sequence[Line]) -> tuple[Clue, ...]:
    """Read the day of the latest post shown: the report was published no earlier, give or take a zone's day."""
    signed = (line.text for line in lines if "(@" in line.text)
    posts = (text for text in signed if is_embed(text) or _TAIL.search(text))
    found = [day for text in posts for day in _days(text[text.rfind("(@") :])]
    if not found:
        return ()
    day, words = max(found)
    bounds = between(day - timedelta(days=1), None)
    return (Clue(kind="published", value=words, basis="embedded post", bounds=bounds),)


def _days(tail: str) -> Iterator[tuple[date, str]]:
    """The whole day after a poster's name, and its words."""
    found = find_date(tail)
    if found and found.bounds and found.bounds.low and found.bounds.low == found.bounds.high:
        yield found.bounds.low, tail[found.start : found.end]


def find_embed_tails(lines: Sequence[Line]) -> Iterator[Cut]:
    """Find signatures and pictures' addresses at the end of posted words."""
    for index, line in enumerate(lines):
        match = _TAIL.search(line.text) if "(@" in line.text or ".co" in line.text else None
        if match and match.start() > 0:
            yield Cut(index=index, reason="embed", start=match.start())
