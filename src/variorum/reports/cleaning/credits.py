"""Credits: on whose words a report rests. Lines and line ends that credit an agency or outlet.

A credit line leaves the text (reason "credit") and stays as metadata.
A credit is never taken for who published the report.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.reports.lexicon import (
    agency_pattern,
    fold,
    is_agency,
    is_media_name,
    load_furniture,
)
from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.cleaning.shapes import count_words, foot_start, head_size, sentence_starts

_WITH = re.compile(
    r"^[\W_]*(?:with|avec|mit|con|con información de|mit material von)\s+"
    r"(?:(?:additional\s+)?"
    r"(?:reporting|inputs?|files|information|material|contributions?|assistance|agency inputs?|reports?)\s+)?"
    r"(?:(?:from|by|of|de|von)\s+)?(?P<who>[^;.()]+?)"
    r"(?P<rest>\s*[;(].*|,?\s+(?:adapted|translated|edited)\b.*)?[\W_]*$",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"^[\W_]*(?P<who>.+?)\s+(?:also\s+)?(?:contributed|provided|assisted|helped)\b[^.]{0,40}?\b(?:to|for|with|in)\s+"
    r"(?:this|the)\s+(?:report|article|story|post|piece|dispatch|reporting)[\W_]*$",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"^[\W_]*(?:additional\s+|further\s+)?"
    r"(?:reporting|report|editing|writing|writing and editing|compiled|edited|translated|translation)"
    r"\s+(?:from|by)\s+(?P<who>.+?)[\W_]*$",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"^[\W_]*(?:(?:this|the)\s+(?:article|story|report|post|piece|text|content|item)\s+)?(?:was\s+|is\s+|has\s+been\s+)?"
    r"(?:originally|first|previously)?\s*(?:(?:re)?published|appeared|produced|posted|republished|sourced)\s+(?:here\s+)?(?:on|in|by|at|from)\s+(?P<who>[^,;]+?)"
    r"(?:\s+(?:and|under|with)\b.*)?[\W_]*$",
    re.IGNORECASE,
)
_ADAPTED = re.compile(r"^[\W_]*(?:adapted|translated)\s+from\s+(?:its|the|an?)\b[^.]{0,80}[\W_]*$", re.IGNORECASE)
_INITIALS = re.compile(r"^(?:[a-z]{2,4}(?:[/,]\s?[a-z]{2,4})*\s*)(?=\()")
_TRANSLATED = re.compile(
    r"(?<=\.)\s+(?:[A-Z]\w+\s+)?(?:translat(?:ed|ion)|adapt(?:ed|ation))\b[^.]{0,60}\.?$", re.IGNORECASE
)
_SMALL = frozenset(("of", "the", "and", "for", "de", "la", "le", "di", "el"))
_WRAP = " \t*()[]{}<>-–—_/.|:;,•·"


def find_credits(lines: Sequence[Line]) -> Iterator[tuple[Cut, tuple[Clue, ...]]]:
    """Find credit lines at a report's head and foot, and credits at the end of its last paragraphs."""
    head, foot = head_size(lines), foot_start(lines)
    for index, line in enumerate(lines):
        late = index >= foot or index >= len(lines) - 3
        labelled = _labelled(line.text, foot=late) if late or index < head else None
        if labelled is not None:
            yield Cut(index=index, reason="credit"), _clues(labelled, "source line")
        elif index < head or index >= foot:
            found = _whole_line(line.text)
            if found is not None:
                yield Cut(index=index, reason=_reason(found)), found
            elif index >= foot - 1 and (ended := _line_end(index, line.text)):
                yield ended
        elif index >= foot - 1:
            yield from _at_last(index, line.text)
        elif within := _end_credit(index, line.text, short=False):
            yield within


def _at_last(index: int, text: str) -> Iterator[tuple[Cut, tuple[Clue, ...]]]:
    """The last paragraph: it may be a long credit line itself, or end in a credit."""
    found = _whole_line(text)
    if found is not None:
        yield Cut(index=index, reason=_reason(found)), found
    elif ended := _line_end(index, text):
        yield ended


def _reason(clues: tuple[Clue, ...]) -> str:
    return "credit" if any(clue.kind == "credit" for clue in clues) else "byline"


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(re.escape(word) for word in load_furniture().credit_labels)
    return re.compile(rf"^[\W_]*(?:{labels})\s*[:–-]\s*(?P<who>.+?)[\s*)\]]*$", re.IGNORECASE)


def _labelled(text: str, *, foot: bool) -> str | None:
    """Read "Source: Kelvan News": a label, a mark, a name. At the head only a name that an outlet would have."""
    match = _label().match(_TRANSLATED.sub("", text))
    if not match or count_words(match["who"]) > 6 or match["who"].endswith(("?", "!")):
        return None
    who = re.sub(r"\s*\([A-Z]{2,8}\)?$", "", match["who"].strip(" .*"))
    if (
        is_agency(who, short=True)
        or is_media_name(who)
        or re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", who)
    ):
        return who
    words = who.split()
    return who if foot and words and all(word[0].isupper() or word in _SMALL for word in words) else None


def _whole_line(text: str) -> tuple[Clue, ...] | None:
    """Read a line that is nothing but a credit; empty where it names only people."""
    if count_words(text) > 30:
        return None
    alone = _alone(text)
    if alone is not None:
        return alone
    if _ADAPTED.match(text):
        return ()
    for pattern in (_WITH, _CONTRIBUTED, _REPORTING, _ORIGINAL):
        match = pattern.match(text)
        if match and (clues := _credited(match["who"], people=pattern in (_CONTRIBUTED, _REPORTING))) is not None:
            return clues
    return _helped(text)


def _helped(text: str) -> tuple[Clue, ...] | None:
    """Read "With assistance by A. Name": a line that thanks people only."""
    match = re.match(
        r"^\W*with (?:assistance|help|reporting|contributions?|additional reporting) (?:by|from) (?P<who>[^.;]+)\W*$",
        text,
        re.IGNORECASE,
    )
    return () if match and _capitalised(match["who"]) else None


def _alone(text: str) -> tuple[Clue, ...] | None:
    """Read a line that is an agency's mark, or several, in brackets or not."""
    bare = _INITIALS.sub("", text).strip(_WRAP)
    if fold(bare) in load_furniture().collective:
        return _clues(bare, "agency line")
    parts = split_names(bare)
    if parts and all(is_agency(part, short=True) for part in parts):
        return tuple(Clue(kind="credit", value=part, basis="agency line") for part in parts)
    if re.fullmatch(r"\([A-Z]{3,6}\)", text):
        return _clues(bare, "agency line")
    marked = text[:1] in "(—–[" or text.startswith("--")
    return _clues(bare, "agency line") if marked and is_media_name(bare) else None


def split_names(words: str) -> list[str]:
    """Part names that a credit joins by commas, strokes or "and"."""
    parts = re.split(r"\s*[,/&;+|]\s*|\s+(?:and|with|et|und|ve|y)\s+", words)
    return [re.sub(r"^(?:with|and)\s+", "", part.strip(' .*"“”')) for part in parts if part.strip(" .*")]


def _credited(who: str, *, people: bool) -> tuple[Clue, ...] | None:
    """Clues from the names in a credit; None where they are not names of agencies or outlets (or of people)."""
    names = [re.sub(r"^(?:the|l'|la|le|die|der)\s+(?=[A-Z])", "", name) for name in split_names(who)]
    known = [name for name in names if is_agency(name, short=True) or is_media_name(name)]
    if known and (people or len(known) == len(names)):
        return tuple(Clue(kind="credit", value=name, basis="credit line") for name in known)
    if names and fold(who) in load_furniture().collective:
        return _clues(who.strip(), "credit line")
    return () if people and names and _capitalised(who) else None


def _capitalised(words: str) -> bool:
    """True where words could be names of people, with places and joining words between."""
    parts = [part for part in re.split(r"[\s,;&]+", words) if part]
    small = {
        "and",
        "in",
        "of",
        "the",
        "by",
        "editing",
        "writing",
        "reporting",
        "with",
        "for",
        "from",
        "additional",
        "de",
        "van",
        "von",
        "al",
        "bin",
    }
    big = [part for part in parts if part[0].isupper()]
    return len(big) >= 2 and all(part[0].isupper() or part.casefold() in small for part in parts)


def _clues(who: str, basis: str) -> tuple[Clue, ...]:
    parts = split_names(who)
    names = parts if len(parts) > 1 and all(is_agency(part, short=True) for part in parts) else [who]
    return tuple(Clue(kind="credit", value=name, basis=basis) for name in names)


@cache
def _end_mark() -> re.Pattern[str]:
    agency = agency_pattern()
    inside = r"[A-Z][\w.&/ -]{1,40}"
    bracketed = rf"[(\[](?P<inside>{inside}|{agency}(?:[,/ ]+{agency})*)[)\]]"
    return re.compile(rf"(?<=[.!?”\"’'])\s+(?:{bracketed}|[–—-]{{1,2}}\s*(?P<dash>{agency}))[\s.]*$")


def _line_end(index: int, text: str) -> tuple[Cut, tuple[Clue, ...]] | None:
    """Read a credit at the end of running text: "... on Monday. (AFP)", or a last sentence that is a credit line."""
    ended = _end_credit(index, text, short=True)
    if ended:
        return ended
    start = sentence_starts(text)[-1]
    found = _whole_line(text[start:]) if start else None
    return (Cut(index=index, reason=_reason(found), start=start), found) if found is not None else None


def _end_credit(index: int, text: str, *, short: bool) -> tuple[Cut, tuple[Clue, ...]] | None:
    """Read an agency or outlet in brackets after a paragraph's full stop: its words are that agency's.

    short: believe initials that are other words too.
    """
    match = _end_mark().search(text)
    names = split_names(match["inside"] or match["dash"]) if match else []
    if match and names and all(is_agency(name, short=short) or is_media_name(name) for name in names):
        return Cut(index=index, reason="credit", start=match.start()), _clues(", ".join(names), "end mark")
    return None
