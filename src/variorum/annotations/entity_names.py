"""Runs of capitalised words that no lexicon knows, and the kinds that heads of names say ("Council", "River").

What a run names without such a head is for `entity_votes` to say.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from variorum.annotations.entity_page import Page
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import PARTICLES, fold, surname_of

_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec gmt utc est photo image advertisement source read updated published islam christmas ramadan easter i".split()
)
_SMALL = frozenset(
    "a an the and but or if as at by for from in into near of off on onto out over per since than that this these those to under until up with without "
    "after before during while when where who what why how he she it they we you his her its their our not no yes there here "
    "also however meanwhile most many some all both each other such more read".split()
)
_VESSELS = frozenset(
    {"HMS", "HMAS", "HMCS", "HMNZS", "USS", "USNS", "USCGC", "INS", "FS", "RFS", "MV", "SS", "JS", "ROKS", "TCG", "PNS"}
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_COUNTED = frozenset(
    {"century", "street", "avenue", "anniversary", "district", "floor", "amendment", "congress", "st", "ave"}
)
_COMPASS = frozenset({"north", "south", "east", "west"})
_SITE_WORDS = 3
_AL = frozenset({"al", "el", "ad", "ar", "as", "at", "az", "an", "ul", "ur", "ash"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Capitalised words in a row. `titled`: an office stands right before it."""

    start: int
    end: int
    titled: bool


def find_runs(page: Page, is_taken: Callable[[int], bool], title_ends: frozenset[int]) -> list[Run]:
    """Find runs of free capitalised words with their particles, in text order."""
    runs: list[Run] = []
    i = 0
    while i < len(page):
        if is_taken(i) or not _is_name_word(page, i, titled=i in title_ends):
            i += 1
            continue
        start, end = _with_article(page, is_taken, i), _run_end(page, is_taken, i)
        runs.append(Run(start=start, end=end, titled=start in title_ends))
        i = end
    return runs


def _with_article(page: Page, is_taken: Callable[[int], bool], start: int) -> int:
    """ "al-Tanawi" begins with its Arabic article."""
    if page.word(start - 1) not in ("-", "–") or page.word(start - 2) not in _AL or is_taken(start - 2):
        return start
    return start - 2 if not page.doc[start - 1].whitespace_ and not page.doc[start - 2].whitespace_ else start


def begins_name(page: Page, i: int) -> bool:
    """Does a capitalised word stand here, or an Arabic article before one ("al-Tanawi")?"""
    if page.word(i) in _AL and page.word(i + 1) in ("-", "–"):
        i += 2
    return page.is_capital(i) and any(letter.islower() for letter in page.text[i])


def is_small(word: str) -> bool:
    """Is a lower-case word a day, a month or a word of grammar, by which nothing is called?"""
    return word in _TIMES | _SMALL


def names_vessel(page: Page, run: Run) -> bool:
    """Does the name begin with a ship's prefix ("HMS Ocean")?"""
    return run.end - run.start > 1 and page.text[run.start] in _VESSELS


def _is_name_word(page: Page, i: int, *, titled: bool) -> bool:
    text = page.text[i]
    if _ORDINAL.fullmatch(text):
        return page.is_capital(i + 1) and page.word(i + 1) not in _TIMES | _COUNTED
    if not text[0].isupper() or page.low[i] in _TIMES | _SMALL or not any(letter.isalpha() for letter in text):
        return False
    if len(text) > 2 and text[1] in "-–" and text[2].isupper():
        return False  # "D-Ill.": a party and a state
    if titled:
        return True
    if page.tag[i].startswith("NNP") or page.label[i] in ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"):
        return not page.begins_sentence(i) or page.tag[i].startswith("NNP") or page.label[i] == "PERSON"
    return (
        not page.begins_sentence(i) and page.tag[i] in ("NN", "NNS", "JJ", "FW") and not page.heading[page.sentence[i]]
    )


def _run_end(page: Page, is_taken: Callable[[int], bool], start: int) -> int:
    end, stop = start + 1, page.next_sentence_end(start)
    while end < stop and not is_taken(end):
        if _is_name_word(page, end, titled=False) or (
            page.is_capital(end) and page.low[end] not in _TIMES and page.tag[end][:2] in ("NN", "JJ", "FW", "VB")
        ):
            end += 1
        elif _is_joint(page, end, stop) and not is_taken(end + 1):
            end += 2
        elif page.low[end] in _AL and page.word(end + 1) in ("-", "–") and page.is_capital(end + 2):
            end += 3
        else:
            break
    return end


def _is_joint(page: Page, i: int, stop: int) -> bool:
    if i + 1 >= stop:
        return False
    if page.text[i] in "-–" and page.doc[i - 1].whitespace_ == "":
        return page.text[i + 1][0].isalpha() and (page.is_capital(i + 1) or page.label[i + 1] == "PERSON")
    return page.low[i] in PARTICLES and page.is_capital(i + 1) and page.low[i] != "la"


def bare_surname(name: str) -> str:
    """A folded surname, without its Arabic article: reports write "al-Tanawi" and "Tanawi"."""
    last = fold(surname_of(name)).split()[-1]
    article, _, rest = last.partition("-")
    return rest if article in _AL and rest else last


def bare_vessel(name: str) -> str:
    """A ship's name without its prefix; any other name as it is."""
    first, _, rest = name.partition(" ")
    return rest if first in _VESSELS and rest else name


def head_kind(page: Page, gazetteer: Gazetteer, run: Run) -> str | None:
    """The kind that the head of a name says: "Grain Council" an organization, "Karsk River" a place."""
    if run.end - run.start < 2:
        return None
    last = _head_entry(gazetteer, page.low[run.end - 1], "body") or _head_entry(
        gazetteer, page.low[run.end - 1], "last"
    )
    first = _head_entry(gazetteer, page.low[run.start], "first")
    return last or first


def names_site(page: Page, gazetteer: Gazetteer, run: Run) -> bool:
    """Does the name end in a head of places and a point of the compass ("Qayyarah Airfield West")?"""
    if run.end - run.start < _SITE_WORDS or page.low[run.end - 1] not in _COMPASS:
        return False
    return _head_entry(gazetteer, page.low[run.end - 2], "last") == "place"


def _head_entry(gazetteer: Gazetteer, word: str, key: str) -> str | None:
    return next((entry.kind for entry in gazetteer.entries(word) if entry.type == "head" and entry.key == key), None)
