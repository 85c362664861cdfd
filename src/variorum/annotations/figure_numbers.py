"""Numbers in English text, in digits and in words, as regular expressions and as values.

A number is read only where its convention is clear: "1,000", "1,00,000", "1.000.000", "2.5 million" and "½ million"
are, "1.000" is not, nor what has more digits than anything that is counted. Nothing here knows what is counted.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_words() -> dict[str, Any]:
    """Read `schema/lexicons/figures.toml`, once a process."""
    text = resources.files("variorum.schema").joinpath("lexicons/figures.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of some words, the longest first; a space matches one or more."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " +") for word in ordered) + ")"


_UNIT = any_of([word for word, value in load_words()["digits"].items() if 0 < value < 10])
_TENS = any_of([word for word, value in load_words()["digits"].items() if value >= 20])
_SMALL = f"(?:{_TENS}[- ]{_UNIT}|" + any_of(load_words()["digits"]) + r")(?!\w)"
_SCALE = any_of(load_words()["scales"])
_FRACTIONS = "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_PARTS = {"half": 0.5, "quarter": 0.25}
_MOST_DIGITS = 15
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:\.\d{3}){2,}"
    rf"|\d{{1,3}}(?: \d{{3}})+(?![\d.,]\d)|\d*[{_FRACTIONS}]|\d+(?:\.\d{{1,2}})?)"
)
_WORD = rf"(?:(?:(?:{_SMALL} and (?:a half|a quarter)|half a|a|{_SMALL})[- ]+)?{_SCALE}(?:[- ]{_SCALE})?(?:(?: +| +and +|-)(?:{_SMALL})(?: +{_SCALE})?)*|{_SMALL})"

NUMBER = rf"(?:{_DIGITS}(?:[ -]{_SCALE}){{0,2}}|{_WORD})(?!\w|[.,]\d)"
"""Regular expression (ignore case) of one number; `read_number` may still refuse it."""

_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_GROUPED = re.compile(r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_PLAIN = re.compile(r"\d+(?:\.\d{1,2})?")


def read_number(text: str) -> float | None:
    """Read one number.

    Returns:
        Its value, or None where the words are no number or the separators may mean either of two things ("1.000").
    """
    words = text.lower().replace("-", " ").split()
    if not words:
        return None
    if words[0][0].isdigit() or words[0][0] in _FRACTIONS:
        return _read_digits(words)
    return _read_words(words)


def is_untold_multiple(text: str, start: int, number: str) -> bool:
    """True of a bare scale whose factor has no value: "several | million people", "multi-| million"."""
    return is_bare_scale(number) and _untold().search(text, max(0, start - 30), start) is not None


def is_bare_scale(number: str) -> bool:
    """True of "million" without a factor, as "million-dollar homes" has it."""
    return _bare_scale().match(number) is not None


def last_scale(text: str) -> str:
    """The scale that a number ends with, in lower case, else an empty string."""
    words = text.lower().replace("-", " ").split()
    return words[-1] if words and words[-1] in load_words()["scales"] else ""


@cache
def _bare_scale() -> re.Pattern[str]:
    return re.compile(rf"{_SCALE}\b", re.IGNORECASE)


@cache
def _untold() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(load_words()['untold_multiples']['words'])}[- ]+$", re.IGNORECASE)


def _read_digits(words: list[str]) -> float | None:
    scales, scale = load_words()["scales"], 1.0
    while words[-1] in scales:
        scale *= float(scales[words.pop()])
    text = " ".join(words)
    if _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text):
        text = text.replace(",", "").replace(" ", "")
    elif _DOTTED.fullmatch(text):
        text = text.replace(".", "")
    elif text[-1] in _FRACTIONS:
        return (float(text[:-1] or 0) + unicodedata.numeric(text[-1])) * scale
    elif not _PLAIN.fullmatch(text):
        return None
    return float(text) * scale if len(text) <= _MOST_DIGITS else None


def _read_words(words: list[str]) -> float | None:
    """Number words by the usual grammar: tens and units add up, hundred multiplies, thousand and million close."""
    digits, scales = load_words()["digits"], load_words()["scales"]
    total, group = 0.0, 0.0
    for place, word in enumerate(words):
        if word in digits:
            group += digits[word]
        elif word in _PARTS:
            group += _PARTS[word]
        elif word in ("a", "an"):
            group += 0.0 if place else 1.0
        elif word in scales:
            value = float(scales[word])
            group = (group or 1.0) * value
            if value >= 1000:
                total, group = total + group, 0.0
        elif word != "and":
            return None
    return total + group if total + group > 0 or words == ["zero"] else None
