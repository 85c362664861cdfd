"""Signs that a name is a state's which only diplomacy gives: ties, embassies, ambassadors and treaties.

Firms have deals and people have friends; what has ambassadors, or breaks and mends diplomatic ties, is a state or
takes itself for one.
"""

from collections.abc import Iterator

from variorum.annotations.entity_page import Page

SURE = 2
"""Points that are enough by themselves."""

_TIES = frozenset({"tie", "relation", "rift", "rapprochement", "row"})
_DIPLOMATIC = frozenset({"diplomatic", "consular", "ambassadorial"})
_MISSIONS = frozenset({"ambassador", "embassy", "consulate", "consul"})
_INSTRUMENTS = frozenset({"treaty", "accord", "pact", "protocol", "convention", "communique", "communiqué"})
_SIGNS = frozenset({"sign", "initial", "ratify", "conclude"})
_INTENDS = frozenset({"be", "about", "agree", "decide", "plan", "vow", "pledge", "refuse", "want", "prepare", "ready"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_DEPTH = 4


def diplomatic_points(page: Page, i: int) -> int:
    """How much speaks for a state's name at a token: `SURE`, or nothing."""
    return SURE if _shares(page, i) or _deals(page, i) or _sends(page, i) else 0


def _first(page: Page, i: int) -> int:
    """The first of the names that are joined by "and", of which this is one."""
    for _ in range(_DEPTH):
        if page.dep[i] != "conj":
            break
        i = page.head[i]
    return i


def _shares(page: Page, i: int) -> bool:
    """ "Diplomatic ties with X", "a treaty between X and Y signed by both"."""
    first = _first(page, i)
    preposition = page.head[first]
    if page.dep[first] != "pobj" or page.low[preposition] not in ("with", "between"):
        return False
    noun = page.head[preposition]
    return any(_is_ties(page, j) or _is_signed(page, j) for j in (noun, *_objects(page, noun)))


def _deals(page: Page, i: int) -> bool:
    """ "X restored diplomatic ties", "X is about to sign a treaty"."""
    first = _first(page, i)
    verb = page.head[first]
    if page.dep[first] not in _SUBJECTS or page.tag[verb][:2] not in ("VB", "MD"):
        return False
    return any(_is_ties(page, j) or _is_signed(page, j) for v in _carried(page, verb) for j in _objects(page, v))


def _carried(page: Page, verb: int) -> Iterator[int]:
    """A verb, and the infinitives that it or "about" leads to."""
    yield verb
    for j in range(verb + 1, page.next_sentence_end(verb)):
        above = page.head[j]
        if page.dep[j] == "xcomp" and page.lemma[above] in _INTENDS and (above == verb or page.head[above] == verb):
            yield j


def _objects(page: Page, verb: int) -> Iterator[int]:
    if page.tag[verb].startswith("VB"):
        yield from (
            j for j in range(verb, page.next_sentence_end(verb)) if (page.dep[j], page.head[j]) == ("dobj", verb)
        )


def _is_ties(page: Page, noun: int) -> bool:
    """Are these diplomatic ties, said in so many words?"""
    if page.lemma[noun] not in _TIES:
        return False
    start = max(page.starts[page.sentence[noun]], noun - _DEPTH)
    return any(page.low[j] in _DIPLOMATIC and page.head[j] == noun for j in range(start, noun))


def _is_signed(page: Page, noun: int) -> bool:
    return page.lemma[noun] in _INSTRUMENTS and page.dep[noun] == "dobj" and page.lemma[page.head[noun]] in _SIGNS


def _sends(page: Page, i: int) -> bool:
    """ "Ambassadors of X and Y", "X's embassy", "the ambassador to X"."""
    first = _first(page, i)
    preposition = page.head[first]
    if page.dep[first] == "pobj" and page.low[preposition] in ("of", "to"):
        return page.lemma[page.head[preposition]] in _MISSIONS and not page.is_capital(page.head[preposition])
    return page.dep[i] == "poss" and page.lemma[page.head[i]] in _MISSIONS
