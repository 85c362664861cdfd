"""Whether a number of four digits is a year: not where it counts or numbers a thing or stands in a row of numbers."""

import re

from spacy.tokens import Doc

from variorum.annotations.time_beside import root_in, word_after, word_before
from variorum.annotations.time_lexicon import Match, load_words
from variorum.annotations.time_tense import modifies

_WORDS = load_words()
_CUES = frozenset(_WORDS["cues"]["words"])
COUNTED = frozenset(_WORDS["counted"]["words"])
_NUMBERED = frozenset(_WORDS["numbered"]["words"])
_CELL_ENDS = re.compile(r"\t+| {2,}|\|")
_NEAR = 80
_NUMERAL = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_year(match: Match, doc: Doc) -> bool:
    """True where the words around a number of four digits leave it a year."""
    text, year = match.string, int(match["year"])
    if re.match(r"[.,:]\d|%| ?[-–]\d|/", text[match.end() : match.end() + 4]) or re.search(
        r"[\d#][.,:/-]$|#$", text[max(0, match.start() - 3) : match.start()]
    ):
        return False
    before, after = word_before(text, match.start()), word_after(text, match.end())
    if before == "least":
        before = word_before(text, match.start() - len("at least "))
        before = before if before in _CUES else "least"
    if after in COUNTED or before in _NUMBERED:
        return False
    if before not in _CUES and not _in_prose(match):
        return False
    token = root_in(doc, match.start("year"), match.end("year"))
    determined = before in ("the", "its", "their", "his", "her", "a", "'s", "this", "that")
    said_year = match.start("year") > match.start()
    if token is not None and token.i + 1 < len(doc) and year % 50 == 0 and not determined and not said_year:
        following = doc[token.i + 1]
        if following.tag_ in ("NNS", "NNPS") or (following.pos_ == "ADJ" and following.head.tag_ == "NNS"):
            return False
    named_by = before == "the" and token is not None and modifies(token)
    return 1900 <= year <= 2040 or before in _CUES or said_year or named_by


def _in_prose(match: Match) -> bool:
    """False in a row or cell of numbers: no words near in the line, or more than two numbers for each word."""
    text = match.string
    left = text[max(0, match.start() - _NEAR) : match.start()].rpartition("\n")[2]
    right = text[match.end() : match.end() + _NEAR].partition("\n")[0]
    cell = _CELL_ENDS.split(left)[-1] + match[0] + _CELL_ENDS.split(right)[0]
    words = len(_WORD.findall(cell))
    return words > 0 and len(_NUMERAL.findall(cell)) <= 2 * words


def is_year_range(match: Match) -> bool:
    """True for "1991-1994" that neither numbers a thing nor is part of a longer number."""
    text = match.string
    return word_before(text, match.start()) not in _NUMBERED and not re.match(
        r"[-–/.,]\d", text[match.end() : match.end() + 2]
    )
