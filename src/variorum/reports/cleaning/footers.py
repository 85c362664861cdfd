"""The small print at a report's end: end marks, mailing notes, terms of use, and whose copyright it is.

A line goes only near the end, short, and for words that no report of news has there; it refuses long paragraphs.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.reports.lexicon import fold, is_agency, is_media_name, load_furniture
from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.cleaning.shapes import count_words, foot_start, head_size

_LATE = 4
_MOST_WORDS = 30
_SMALL = frozenset(("of", "the", "and", "for", "&", "de", "la", "le", "di", "del", "der", "du"))
_SIGN = re.compile(r"(?:©|\([cC]\)(?=\s)|copyright\b)\s*(?:©|\([cC]\))?", re.IGNORECASE)
_OWNER = re.compile(
    r"^\W*(?:(?:©|\([cC]\)(?=\s)|copyright\b)\s*(?:©|\([cC]\))?)[\s,]*(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?[\s,]*(?:by\s+)?"
    r"(?P<name>[^.,;|•·()©]+?)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:[.,;|•·(©]|\ball rights|$)",
    re.IGNORECASE,
)
_COPY = r"(?:materials?|contents?|articles?|texts?|reports?|stories)"
_TERMS = (
    r"(?:all rights reserved"
    rf"|(?:(?:all|any|the|our|these)\s+)?(?:{_COPY}\b[^.]*\b(?:used|reproduced|republished|reprinted|quoted|copied)"
    rf"|(?:use|reproduction|republication|reprinting|quotation|copying)\s+of\s+(?:\w+\s+)?{_COPY}"
    r"|reproduction|republication|reprinting|quotation|quoting)\b[^.]*"
    r"\b(?:only (?:with|if)|permission|permitted|prohibited|forbidden|consent|hyperlink|link to|reference to|acknowledg\w+)\b)"
)
_TERMS_LINE = re.compile(rf"^(?:(?P<name>[^.,:;|]{{2,50}}?)\s*[.|–—-]\s*)?{_TERMS}", re.IGNORECASE)
_FOLLOW = re.compile(
    r"^follow\s+(?:us|@\w+|(?:[Tt]he\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,3})\s+(?:on|everywhere|via)\b", re.IGNORECASE
)

_APPEARED = re.compile(r"^the post\s.+\s(?:appeared first|first appeared) on\s.+$", re.IGNORECASE)
_COUNTED = re.compile(
    r"^(?:\d[\d.,]*\s?[KkMm]?\s(?:comments?|replies|shares?|views?|likes?|reactions?|retweets?|reposts?)\s*)+$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^(?:[A-Za-z]{2,4}[-/]){1,5}[a-z]{2,4}$")
"""Initials of those who wrote, edited and sent a wire's copy ("bur-kl/mn/op")."""


def find_bios(lines: Sequence[Line], authors: Sequence[str]) -> Iterator[Cut]:
    """Find what the foot tells of the report's writer: "Jane Roe is a reporter in Kelva", "Jane Roe covers ports"."""
    names = "|".join(re.escape(name) for author in authors for name in re.split(r"\s+and\s+|[;,]\s*", author) if name)
    told = re.compile(rf"^\W*(?:{names})\s+(?:is|was|are|covers?|writes?|reports?|works?|has)\b", re.IGNORECASE)
    for index, line in _last_lines(lines):
        if names and told.match(line.text):
            yield Cut(index=index, reason="biography")


def find_small_print(lines: Sequence[Line]) -> Iterator[Cut]:
    """Find end marks, mailing notes, terms of use and invitations to follow among the last lines."""
    for index, line in _last_lines(lines):
        marked = any(
            pattern.match(line.text) for pattern in (_TERMS_LINE, _SIGN, _FOLLOW, _APPEARED, _SIGNED, _COUNTED)
        )
        if marked or _is_end(line.text) or _is_mailing(line.text):
            yield Cut(index=index, reason="furniture")


def find_owner(lines: Sequence[Line]) -> tuple[Clue, ...]:
    """Read whose copyright the last lines name: the publisher, or the agency whose copy it is.

    A person's name is neither: the name must look like an outlet's, or stand before terms of use.
    """
    for _, line in _last_lines(lines):
        match = _OWNER.match(line.text)
        if match and _is_owner(_bare(match["name"]), line.text):
            return (_owner(_bare(match["name"])),)
        match = _TERMS_LINE.match(line.text)
        if match and match["name"] and looks_like_name(match["name"]):
            return (_owner(match["name"].strip()),)
    return ()


def _is_owner(name: str, line: str) -> bool:
    """True of an outlet's or agency's name, and of any name with all rights reserved to it."""
    if is_agency(name, short=True) or is_media_name(name):
        return True
    return re.search(r"\ball rights reserved\b", line, re.IGNORECASE) is not None and looks_like_name(name)


def _last_lines(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """The lines after the last paragraph and the last four, where they are short."""
    first = max(head_size(lines), min(foot_start(lines), len(lines) - _LATE), 1)
    for index in range(first, len(lines)):
        if count_words(lines[index].text) <= _MOST_WORDS and lines[index].text[0] not in '“"«':
            yield index, lines[index]


def _owner(name: str) -> Clue:
    kind = "credit" if is_agency(name, short=True) else "source"
    return Clue(kind=kind, value=name, basis="copyright line")


def _bare(name: str) -> str:
    return re.sub(r"\s+(?:all rights.*|inc|ltd|llc|plc|gmbh)$", "", name.strip(), flags=re.IGNORECASE)


def looks_like_name(words: str) -> bool:
    """True of one to six capitalised words, small words between them: a shape that names have, and titles too."""
    parts = words.split()
    if not 1 <= len(parts) <= 6 or re.search(r"[.!?:;,“”\"|()\[\]]", words) or parts[-1].casefold() in _SMALL:
        return False
    named = all(part[0].isupper() or part[0].isdigit() or part in _SMALL for part in parts)
    return named and parts[0][0].isupper() and any(len(part) > 2 and part.isalpha() for part in parts)


def _is_end(text: str) -> bool:
    """True of "ENDS", "-30-", "End of text": nothing else on the line, and not in running lower case."""
    return not text[:1].islower() and fold(text.strip("()/# ")) in load_furniture().ends


def _is_mailing(text: str) -> bool:
    return _mailing().search(fold(text)) is not None


@cache
def _mailing() -> re.Pattern[str]:
    words = "|".join(re.escape(words) for words in load_furniture().mailings)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
