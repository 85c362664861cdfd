"""TIMEX3 modifiers: what the first words of an expression make of it ("about", "more than", "the end of")."""

import re
from collections.abc import Iterable
from dataclasses import replace

from variorum.annotations.figure_numbers import any_of
from variorum.annotations.time_lexicon import load_words
from variorum.schema.annotations import TimeMention

_MODS: dict[str, str] = load_words()["mods"]
_FIRST = re.compile(rf"(?:the +)?({any_of(_MODS)})(?!\w)", re.IGNORECASE)
_PLACED = re.compile(r"(?:the +)?(early|mid|late)(?:-| |(?=morning|afternoon|evening|night))", re.IGNORECASE)
_PARTS = {"start": "START", "mid": "MID", "end": "END", "early": "START", "late": "END"}
_OF_POINTS = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
_AHEAD = {"BEFORE": "AFTER", "AFTER": "BEFORE", "ON_OR_BEFORE": "ON_OR_AFTER", "ON_OR_AFTER": "ON_OR_BEFORE"}


def with_mods(text: str, mentions: Iterable[TimeMention]) -> list[TimeMention]:
    """Give each expression the modifier that its words make; None where they make none."""
    return [replace(m, mod=_mod(text[m.span.start : m.span.end], m)) for m in mentions]


def _mod(words: str, mention: TimeMention) -> str | None:
    """A length of time is more or less; a point in time so far away lies before or after ("more than a year ago")."""
    value = mention.value
    if value.part in _PARTS:
        return _PARTS[value.part or ""]
    found = _FIRST.match(words)
    if found is None:
        placed = _PLACED.match(words)
        return _PARTS[placed[1].lower()] if placed else None
    mod = _MODS[" ".join(found[1].lower().split())]
    if mention.type != "DATE":
        return mod
    point = _OF_POINTS.get(mod, mod)
    return _AHEAD.get(point, point) if (value.shift or value.offset or 0) > 0 else point
