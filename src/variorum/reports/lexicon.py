"""The words by which a page's furniture, its stamps, credits and outlets are known, loaded once.

Holds look-ups over `schema/lexicons/furniture.toml` and `agencies.toml`; it refuses to judge a line.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from variorum.schema.lexicons import read_lexicon

_EDGE = " \t.,:;!?*•·»>→←|/\\-–—_#…[](){}«\"'“”‘’▼▲►◄✓✉+"
_COUNT = re.compile(r"[\s(\[]*\d+[)\]]?\s*$")


def fold(text: str) -> str:
    """Reduce words to what the lexicon compares: lower case, plain apostrophes, no marks at the ends."""
    plain = text.replace("’", "'").replace("İ", "i").replace("ı", "i").casefold()
    return " ".join(plain.strip(_EDGE).split())


def fold_line(text: str) -> str:
    """Fold a line, and drop a count at its end ("Comments (3)") or a keyboard mark."""
    folded = fold(text)
    return fold(_COUNT.sub("", folded)) or folded


def headline_key(text: str) -> str:
    """Reduce a headline to its letters and digits, to compare two."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A news agency and its marks; `short` ones are believed only in brackets or alone."""

    name: str
    marks: tuple[str, ...]
    short: tuple[str, ...] = ()


class Starts:
    """Phrases that a text may begin with, kept by their first two letters: a text is held against few of them."""

    def __init__(self, phrases: Iterable[str]) -> None:
        found: dict[str, list[str]] = {}
        for phrase in phrases:
            found.setdefault(phrase[:2], []).append(phrase)
        self._by_letters = {letters: tuple(starts) for letters, starts in found.items()}

    def begin(self, folded: str) -> bool:
        """True where a folded text begins with a phrase that ends there as a word."""
        near = (*self._by_letters.get(folded[:2], ()), *self._by_letters.get(folded[:1], ()))
        return any(folded.startswith(start) and _ends_word(folded, len(start)) for start in near)


def _ends_word(text: str, at: int) -> bool:
    return not (text[at - 1].isalnum() and text[at : at + 1].isalnum())


class Phrases:
    """Phrases of up to seven words, to tell whether a text is a row of them; most texts fail by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._known = frozenset(phrases)
        self._first = frozenset(phrase.split(" ", 1)[0] for phrase in self._known)

    def cover(self, folded: str, *, most: int = 20) -> bool:
        """True where a folded text of at most so many words is a row of phrases and nothing else."""
        words = folded.split()
        first = next((word for part in words if (word := fold(part))), None)
        if first not in self._first:
            return False
        tokens = [token for token in (fold(part) for part in words) if token]
        if len(tokens) > most:
            return False
        reached = {0}
        for start in range(len(tokens)):
            if start in reached:
                ends = range(start + 1, min(start + 7, len(tokens)) + 1)
                reached.update(end for end in ends if " ".join(tokens[start:end]) in self._known)
        return len(tokens) in reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The furniture lexicon, folded. `months` leads from a folded name to 1..12.

    whole: what may be all of a line. sections: names of sections; section_row: a line of them.
    """

    whole: Phrases
    starts: Starts
    blocks: frozenset[str]
    block_starts: Starts
    comments: Starts
    caption_starts: tuple[str, ...]
    caption_ends: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    home: frozenset[str]
    sections: frozenset[str]
    section_row: Phrases
    credit_labels: tuple[str, ...]
    collective: frozenset[str]
    bylines: tuple[str, ...]
    media_ends: tuple[str, ...]
    media_first: tuple[str, ...]
    months: tuple[tuple[str, int], ...]
    weekdays: tuple[str, ...]
    ends: frozenset[str]
    mailings: tuple[str, ...]
    mottos: tuple[str, ...]
    heads: frozenset[str]
    tags: tuple[str, ...]


def _words(table: dict[str, list[str]]) -> tuple[str, ...]:
    """Every language's words, folded, longest first so that the longest match wins."""
    found = {_fold_start(word) for words in table.values() for word in words}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def _fold_start(word: str) -> str:
    """Fold a lexicon entry but keep a colon or stroke at its end and a sign at its start: they are part of the mark."""
    tail = next((mark for mark in (" :", " |", ":") if word.endswith(mark)), "")
    return (fold(word) or word) + tail


@cache
def load_furniture() -> Furniture:
    """Load the furniture lexicon."""
    raw = read_lexicon("furniture")
    return Furniture(
        whole=Phrases((*_words(raw["lines"]), *_words(raw["share"]))),
        starts=Starts(_words(raw["starts"])),
        blocks=frozenset(_words(raw["blocks"])),
        block_starts=Starts(_words(raw["blocks"])),
        comments=Starts(_words(raw["comments"])),
        caption_starts=_words({"starts": raw["captions"]["starts"]}),
        caption_ends=_words({"ends": raw["captions"]["ends"]}),
        published=_words({"published": raw["stamps"]["published"]}),
        updated=_words({"updated": raw["stamps"]["updated"]}),
        home=frozenset(_words(raw["trails"])),
        sections=frozenset(_words(raw["sections"])),
        section_row=Phrases(_words(raw["sections"])),
        credit_labels=_words({"labels": raw["credits"]["labels"]}),
        collective=frozenset(_words({"collective": raw["credits"]["collective"]})),
        bylines=_words(raw["bylines"]),
        media_ends=tuple(f" {word}" for word in _words({"last": raw["media"]["last"]})),
        media_first=_words({"first": raw["media"]["first"]}),
        months=_months(raw["months"]),
        weekdays=_words(raw["weekdays"]),
        ends=frozenset(_words(raw["ends"])),
        mailings=_words(raw["mailings"]),
        mottos=_words(raw["mottos"]),
        heads=frozenset(_words(raw["heads"])),
        tags=_words(raw["tags"]),
    )


def _months(table: dict[str, list[str]]) -> tuple[tuple[str, int], ...]:
    """Month names with their numbers, longest first. A name of two months in two languages would be a fault."""
    found: dict[str, int] = {}
    for names in table.values():
        for number, forms in enumerate(names, start=1):
            for form in forms.split("|"):
                found.setdefault(form, number)
    return tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def load_agencies() -> tuple[Agency, ...]:
    """Load the news agencies."""
    return tuple(
        Agency(name=row["name"], marks=tuple(row["marks"]), short=tuple(row.get("short", ())))
        for row in read_lexicon("agencies")["agency"]
    )


@cache
def _marks(*, short: bool) -> frozenset[str]:
    agencies = load_agencies()
    sure = {mark for agency in agencies for mark in (*agency.marks, agency.name)}
    return frozenset(sure | {mark for agency in agencies for mark in agency.short} if short else sure)


def is_agency(words: str, *, short: bool = False) -> bool:
    """True where the words are an agency's mark as written; short marks only where `short` is given."""
    return words in _marks(short=short)


@cache
def agency_pattern() -> str:
    """A regular expression of every sure mark, longest first."""
    marks = sorted(_marks(short=False), key=lambda mark: (-len(mark), mark))
    return "(?:" + "|".join(re.escape(mark) for mark in marks) + ")"


def looks_like_agency(words: str) -> bool:
    """True of what stands in a dateline's brackets as agencies' names do: initials, or a name that ends in Agency."""
    last = words.split()[-1:] or [""]
    initials = re.fullmatch(r"[A-ZÀ-Þ]{2,8}", words) is not None
    return initials or is_agency(words, short=True) or is_media_name(words) or last[0] in ("Agency", "Wire", "Press")


def is_media_name(words: str) -> bool:
    """True where capitalised words look like the name of an outlet or agency ("Kelvan Herald", "Radio Kelvan")."""
    parts = words.split()
    if is_agency(words):
        return True
    if not 2 <= len(parts) <= 6 or not parts[0][:1].isupper() or not parts[-1][:1].isalnum():
        return False
    folded, known = fold(words), load_furniture()
    last = folded.endswith(known.media_ends)
    return (last and not parts[-1][:1].islower()) or fold(parts[0]) in known.media_first
