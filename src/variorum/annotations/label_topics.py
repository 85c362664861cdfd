"""Words for people, things and causes that a whole story speaks of, whoever they are: "illegal aliens", "the death tax".

Only words of the lexicon's sets of topics. What they name need not be an entity: they are told of the story.
"""

import re
from collections.abc import Iterator
from functools import cache

from variorum.annotations.label_words import topics
from variorum.schema.annotations import LabelMention
from variorum.schema.reports import Span

_WORD = re.compile(r"[^\W\d_]+")


def find_topics(text: str) -> Iterator[LabelMention]:
    """Yield the longest words of topics at each place, in text order, in the report's own voice."""
    lower, end = text.lower(), 0
    if len(lower) != len(text):
        return
    for match in _WORD.finditer(lower):
        phrases = _by_first_word().get(match[0], ()) if match.start() >= end else ()
        phrase = next((p for p in phrases if _stands(lower, match.start(), p)), None)
        if phrase is not None:
            end = match.start() + len(phrase)
            entry = topics()[phrase]
            span = Span(start=match.start(), end=end)
            yield LabelMention(span=span, label=phrase, voice="own", loaded=entry.loaded, topic=entry.concept)


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(topics(), key=lambda p: (-len(p), p)):
        found.setdefault(_WORD.findall(phrase)[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


def _stands(text: str, start: int, phrase: str) -> bool:
    """True where a phrase stands whole at an offset: no letter or hyphen goes on before or after it."""
    end = start + len(phrase)
    beside = text[start - 1 : start] + text[end : end + 1]
    return text.startswith(phrase, start) and not any(c.isalnum() or c == "-" for c in beside)
