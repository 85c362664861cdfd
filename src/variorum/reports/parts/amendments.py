"""What a correction takes back and what holds instead, as far as its own words say so."""

import re
from dataclasses import replace
from functools import cache

from variorum.schema.lexicons import read_lexicon
from variorum.schema.reports import Part, Span

_KINDS = ("correction", "editors_note")
_LABEL = re.compile(r"^[^\n:.]{0,60}:\s*|^[^\n.]{0,40}\n+")


def with_amendment(part: Part, text: str) -> Part:
    """A correction with the words that it takes back and those that hold; any other part as it is."""
    if part.kind not in _KINDS:
        return part
    words = text[part.span.start : part.span.end]
    label = _LABEL.match(words)
    start = label.end() if label else 0
    match = next((m for form in _forms() if (m := form.search(words, start))), None)
    if match is None:
        return part
    found = {name: _span(match, name, part.span.start) for name in ("earlier", "corrected")}
    return replace(part, earlier=found["earlier"], corrected=found["corrected"])


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w){form}", re.IGNORECASE) for form in read_lexicon("parts")["amendments"]["forms"])


def _span(match: re.Match[str], name: str, offset: int) -> Span | None:
    """A group's words without marks at their ends."""
    words = match.groupdict().get(name)
    if not words or not words.strip(" \"“”‘’',;:"):
        return None
    start = match.start(name) + len(words) - len(words.lstrip(" \"“”‘’',;:"))
    end = match.start(name) + len(words.rstrip(" \"“”‘’',;:"))
    return Span(start=offset + start, end=offset + end)
