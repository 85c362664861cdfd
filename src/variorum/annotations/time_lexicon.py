"""The words of time expressions, and the pieces of regular expressions built from them.

Everything comes from `schema/lexicons/times.toml`. All patterns ignore case; a space stands for spaces only, since
a line break parts paragraphs.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from variorum.annotations.figure_numbers import NUMBER, any_of
from variorum.schema.times import TimeValue

Reading = tuple[str, TimeValue]
"""Type (DATE, TIME, DURATION, SET) and value."""

Match = re.Match[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRule:
    """A pattern and what its matches mean; `read` returns None where the words are no time after all.

    anchor: the kind of word (a group of the anchor pattern) near which alone the rule is searched for.
    """

    name: str
    anchor: str
    pattern: re.Pattern[str]
    read: Callable[[Match], Reading | None]


def make_rule(name: str, anchor: str, pattern: str, read: Callable[[Match], Reading | None]) -> TimeRule:
    """Compile a rule; its matches begin and end at the edge of a word."""
    edged = rf"(?<![\w$€£¥])(?<!\d[.,/])(?:{pattern})(?!\w)"
    return TimeRule(name=name, anchor=anchor, pattern=re.compile(edged, re.IGNORECASE), read=read)


@cache
def load_words() -> dict[str, Any]:
    """Read `schema/lexicons/times.toml`, once a process."""
    text = resources.files("variorum.schema").joinpath("lexicons/times.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


_WORDS = load_words()
MONTHS: dict[str, int] = _WORDS["months"] | _WORDS["month_abbreviations"]
WEEKDAYS: dict[str, int] = _WORDS["weekdays"] | _WORDS["weekday_abbreviations"]
SEASON_NAMES: dict[str, str] = _WORDS["seasons"]
SEASON_CODES: dict[str, str] = _WORDS["season_codes"]
UNITS: dict[str, str] = _WORDS["units"]
PARTS: dict[str, str] = _WORDS["parts"]
SHIFTS: dict[str, int] = _WORDS["shifts"]
DAY_PARTS: dict[str, str] = _WORDS["day_parts"]
ORDINALS: dict[str, int] = _WORDS["ordinals"]

COMMA = r"(?: ?,)?"
"""A comma that may stand apart, as in text put together from tokens."""
HYPHEN = r"(?:-| - )"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
ORDINAL_END = r"(?:st|nd|rd|th)?"
MONTH = rf"(?:{any_of(_WORDS['months'])}|{any_of(_WORDS['month_abbreviations'])}\b(?: ?\.)?)"
WEEKDAY = any_of(_WORDS["weekdays"])
WEEKDAY_ANY = rf"(?:{WEEKDAY}|{any_of(_WORDS['weekday_abbreviations'])}\b\.?)"
SEASON = any_of(SEASON_NAMES)
PART = rf"(?:(?P<part>{any_of(PARTS)})(?: +|-| - ))"
ORDINAL = any_of(ORDINALS)
UNIT = rf"(?:{any_of(UNITS)})"
UNIT_PLURAL = rf"(?:{any_of(UNITS)}s|{any_of(_WORDS['unit_plurals'])})"
ANY_UNIT = rf"(?:{UNIT_PLURAL}|{UNIT})"
MODIFIER = rf"(?:(?:{any_of(_WORDS['modifiers']['words'])}) +)*"
VAGUE = any_of(_WORDS["vague_numbers"]["words"])
AMOUNT = rf"(?:a couple of|{VAGUE}|half an?|{NUMBER}|an?|the)"
POINTERS: dict[str, int] = _WORDS["pointing"]
POINTING = any_of(POINTERS)
DAY_PART = any_of(["morning", "afternoon", "evening", "night"])
_BEFORE, _AFTER = 70, 50
_ALSO_UNITS = frozenset({"quarter", "century"})
"""Kinds of anchor that rules of any unit look at too."""


@cache
def _anchors() -> re.Pattern[str]:
    """One scan that finds the words without which no rule can match, by kind."""
    phrases = [
        *_WORDS["unmeasured"]["words"],
        *_WORDS["references"],
        *_WORDS["frequencies"],
        *_WORDS["days"],
        *_WORDS["named_days"],
        *_WORDS["feasts"],
    ]
    spoken = [
        "tonight",
        "noon",
        "midnight",
        "midday",
        "early hours",
        "overnight",
        "then",
        "the morning",
        "the afternoon",
        "the evening",
    ]
    kinds = {
        "word": rf"{any_of([*phrases, *spoken])}|(?:(?:this|last|early|late|{POINTING}) |mid-?){DAY_PART}|{DAY_PART} of".replace(
            "'", "['’]"
        ),
        "every": "every|each",
        "quarter": r"(?:half|quarter|period)s?",
        "century": r"century|centuries",
        "unit": rf"(?:{any_of(UNITS)})s?|weeklong|monthlong|yearlong|daylong",
        "month": any_of(MONTHS),
        "weekday": any_of(WEEKDAYS) + "s?",
        "season": SEASON,
        "decade": rf"(?:1[5-9]|20)\d0['’]?s|['’‘]?\d0s|{any_of(_WORDS['decades'])}",
        "clock": r"\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m|\d{1,2}:\d\d(?::\d\d)?|\d{4} ?(?:gmt|utc|hrs|hours)|\d{3,4} local time|\w+ ?o ?['’] ?clock",
        "year": r"\d{4}",
        "short_quarter": r"Q[1-4]|[1-4]Q",
        "ordinal": r"\d{1,2}(?:st|nd|rd|th)",
        "short_date": r"\d{1,2}(?P<stroke>[./])\d{1,2}(?P=stroke)\d\d",
        "spoken": r"(?:eighteen|nineteen|twenty|two thousand)(?![\w-])",
    }
    parts = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=2)
def find_windows(text: str) -> Mapping[str, list[tuple[int, int]]]:
    """Where each kind of anchor stands, with room for the words around it; windows of a kind do not overlap."""
    windows: dict[str, list[tuple[int, int]]] = {}
    for found in _anchors().finditer(text):
        start, end = max(0, found.start() - _BEFORE), min(len(text), found.end() + _AFTER)
        kind = found.lastgroup or ""
        for one in (kind, "unit") if kind in _ALSO_UNITS else (kind,):
            _widen(windows.setdefault(one, []), start, end)
    return windows


def _widen(places: list[tuple[int, int]], start: int, end: int) -> None:
    if places and start <= places[-1][1]:
        places[-1] = (places[-1][0], end)
    else:
        places.append((start, end))


def month_number(text: str) -> int:
    """Number of a month written in full or short, with or without a full stop."""
    return MONTHS[text.lower().rstrip(" .")]


def weekday_number(text: str | None) -> int | None:
    """Number of a weekday written in full or short, 1 for Monday; None for None."""
    return WEEKDAYS[text.lower().rstrip(".")] if text else None


def part_name(text: str | None) -> str | None:
    """The part of a unit that words like "early" and "the end of" name."""
    return PARTS[" ".join(text.lower().split())] if text else None


def unit_name(text: str) -> str:
    """The unit that a word in singular or plural names; a night counts as a day, a fortnight as two weeks."""
    word = text.lower()
    word = str(_WORDS["unit_plurals"].get(word, word if word in UNITS else word.removesuffix("s")))
    return {"night": "day", "weekday": "day", "fortnight": "week"}.get(word, word)


def said(match: Match, name: str) -> str | None:
    """The words of a group, or None where it took no part or the pattern has no such group."""
    return match.groupdict().get(name)
