"""What a common noun beside a name calls it: "the ferry Star of Pell", "operator Pell Fast Freight", "Low Rail, which runs the line".

A report says once what a name is and uses the bare name ever after; where the parser knows no name, this is what tells.
"""

from collections.abc import Iterator
from functools import cache

from variorum.annotations.entity_names import Run
from variorum.annotations.entity_page import Page
from variorum.schema.lexicons import read_lexicon, split_entries
from variorum.schema.nouns import NounSense, noun_senses, plain_kinds, thing_of

_CALLED = frozenset({"called", "named", "dubbed", "christened"})
_BARE = frozenset({"in", "on", "at", "by"})
"""Prepositions whose noun without an article is a setting or a means ("in office", "by ship") and calls nothing so."""

_REACH = 6
_FULL = 2
_FIRMS = frozenset(
    "operator carrier insurer underwriter builder contractor subcontractor maker supplier developer franchisee conglomerate "
    "giant shipbuilder shipyard railway utility brewer miner refiner trader lender employer".split()
)
"""Nouns that stand before names of firms, though some of them may be said of people."""

_CARRIED = frozenset("bulk aircraft ore car livestock vehicle container troop gas oil".split())
_RUNNING = frozenset(
    "operate run own manage employ insure publish broadcast manufacture produce build supply sell buy represent organise organize "
    "underwrite represent administer oversee regulate".split()
)
"""Verbs of what firms and bodies do, of which "X, which ..." tells a firm or body."""


def kind_called(page: Page, run: Run) -> str | None:
    """The kind that the noun before or behind a name says: person, organization, other (a ship, a train); else None."""
    kinds = (_kind_of(word) for word in (*_nouns_before(page, run), *_nouns_behind(page, run)))
    return next((kind for kind in kinds if kind is not None), None) or _running(page, run)


def are_people(page: Page, run: Run) -> bool:
    """ "The mediators Ann Low, Bo Rask and ...": does a noun for several people stand right before a name of several words?"""
    i = run.start - 1
    if i < 0 or run.end - run.start < _FULL or page.tag[i] != "NNS" or page.is_capital(i):
        return False
    sense = noun_senses().get(page.lemma[i])
    return sense is not None and sense.kind == "person" and page.sentence[i] == page.sentence[run.start]


def _kind_of(word: str) -> str | None:
    """What a name is that a noun in the singular stands beside; nouns of places are for `entity_localities`."""
    if word in _vehicles():
        return "other"
    sense: NounSense | None = noun_senses().get(word)
    kind = "organization" if word in _FIRMS else plain_kinds().get(word) or (sense.kind if sense else None)
    return kind if kind == "organization" else None


@cache
def _vehicles() -> frozenset[str]:
    """Nouns for what carries people and goods, and bears a name; source: `lexicons/things.toml`."""
    listed = split_entries(read_lexicon("things")["vehicles"]["words"])
    return frozenset(word for word in listed if thing_of(word) is not None) - {"car", "convoy", "caravan"}


def _nouns_before(page: Page, run: Run) -> Iterator[str]:
    """The noun right before a name: "the ferry X", "a ship named X", "a sister ship, the X"."""
    i = run.start - 1
    if page.word(i) in _CALLED:
        i -= 1
    elif page.word(i) == "," or (page.word(i) == "the" and page.word(i - 1) == ","):
        i -= 1 if page.word(i) == "," else 2
        if not _has_article(page, i) or _is_anothers(page, i):
            return
    if i < 0 or page.sentence[i] != page.sentence[run.start] or page.tag[i] not in ("NN", "VB") or page.is_capital(i):
        return
    if page.word(i - 1) not in _BARE and not (page.word(i - 1) == "-" and page.word(i) == "up"):
        yield _noun_at(page, i)


def _is_anothers(page: Page, i: int) -> bool:
    """ "The chief of the delegation, X": does the noun only say whose chief X is?"""
    return page.dep[i] == "pobj" and page.tag[page.head[page.head[i]]][:2] == "NN"


def _noun_at(page: Page, i: int) -> str:
    """The noun in the singular; what carries ore, cars or aircraft is a ship, and no firm as other carriers are."""
    return "ship" if page.lemma[i] == "carrier" and page.word(i - 1) in _CARRIED else page.lemma[i]


def _has_article(page: Page, i: int) -> bool:
    """Has a noun an article or owner, at most two words before it?"""
    return any(page.word(j) in ("a", "an", "the", "its", "their", "another") for j in range(i - 3, i))


def _nouns_behind(page: Page, run: Run) -> Iterator[str]:
    """The noun of an apposition: "X, a ferry of 1986," or "X, the operator"."""
    if page.word(run.end) != "," or page.word(run.end + 1) not in ("a", "an", "the"):
        return
    for i in range(run.end + 2, min(run.end + _REACH, page.next_sentence_end(run.start))):
        if (
            page.tag[i] == "NN"
            and not page.is_capital(i)
            and page.tag[min(i + 1, len(page) - 1)][:2] not in ("NN", "PO")
        ):
            yield _noun_at(page, i)
            return
        if page.word(i) in (",", "of", "that", "which"):
            return


def _running(page: Page, run: Run) -> str | None:
    """ "X, which runs the line", "state-owned X": a firm or body."""
    if page.word(run.start - 1) in ("owned", "run") and page.word(run.start - 2) == "-":
        return "organization"
    several = run.end - run.start > 1 or page.is_capital(run.start - 1)
    if page.word(run.end) != "," or page.word(run.end + 1) != "which" or not several:
        return None
    verb = page.head[run.end + 1]
    return "organization" if page.dep[run.end + 1] == "nsubj" and page.lemma[verb] in _RUNNING else None
