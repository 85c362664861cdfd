"""The whole noun phrase of a mention: its determiner, modifiers, titles and, where it has no name, its "of" phrase.

A mention's span is what tells who is meant; its extent is what a reader would underline (the head and the extent of
a mention in the sense of ACE).
"""

from collections.abc import Mapping

from variorum.annotations.entity_page import Draft, Page

_MODIFIERS = frozenset({"DT", "JJ", "JJR", "JJS", "NNP", "NNPS", "VBN"})
_OF_NOUNS = _MODIFIERS | {"PRP$", "NN", "NNS", "VBG", "POS"}
_OUTSIDE = frozenset(
    "many more most some few several all both about over near at in on around with from to of for".split()
)
"""Words of quantity, which are a figure's, and prepositions that a capital makes look like names."""
_DEFINITE = frozenset("the these those our their his her its my".split())
_ARTICLES = frozenset({"the", "a", "an"})
_NAMED = frozenset({"name", "metonym", "demonym"})
_OF = frozenset({"of"})
_OFFICE = frozenset({"of", "for", "to"})
_LINKS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "HYPH", "POS"})
_FARTHEST = 8
_NEAR = 7


def extent(page: Page, draft: Draft, by_start: Mapping[int, Draft]) -> tuple[int, int]:
    """Find the noun phrase of a mention, as token indexes, half-open.

    Args:
        by_start: all mentions by their first token, for the name after "of".
    """
    if draft.form in ("pronoun", "group"):
        return draft.start, draft.end
    named = draft.form in _NAMED
    start = min(draft.start, draft.titles[0]) if draft.titles else draft.start
    end = draft.end if named else _complement(page, draft, by_start)
    return left_edge(page, start, draft.end, bare=not named), end


def left_edge(page: Page, start: int, end: int, *, bare: bool = True) -> int:
    """The first of the words before a noun phrase that belong to it.

    Args:
        bare: the head is a common noun, which nouns may modify and somebody may own.
    """
    floor = max(page.starts[page.sentence[start]], start - _FARTHEST)
    first, i = start, start - 1
    while i >= floor and _hangs_on(page, i, start, end):
        joined = page.text[i] == "-" and i > floor
        if not joined and not _modifies(page, i, _OF_NOUNS if bare else _MODIFIERS):
            break
        i -= 2 if joined else 1
        first = i + 1
    return first if page.tag[first] != "VBG" or first == start else first + 1


def _modifies(page: Page, i: int, tags: frozenset[str]) -> bool:
    """Is a word a modifier? A number is one only after an article ("the two leaders")."""
    if page.tag[i] == "CD":
        return page.low[i] == "one" or page.word(i - 1) in _DEFINITE
    return page.tag[i] in tags and page.low[i] not in _OUTSIDE


def _hangs_on(page: Page, i: int, start: int, end: int) -> bool:
    """Does a word hang on one of a run of tokens, at whatever depth?"""
    for _ in range(_FARTHEST):
        if start <= page.head[i] < end:
            return True
        if page.head[i] == i:
            return False
        i = page.head[i]
    return False


def _complement(page: Page, draft: Draft, by_start: Mapping[int, Draft]) -> int:
    """The end of "of Oskia" after a description, for an office of "for Oskia" and "to Oskia" too; else the end it has."""
    end = draft.end
    if page.word(end) not in (_OF if draft.kind != "person" else _OFFICE):
        return end
    after = end + 2 if page.word(end + 1) in _ARTICLES else end + 1
    named = by_start.get(after)
    if named is not None and named.form in _NAMED:
        return named.end
    return complement_end(page, end)


def complement_end(page: Page, end: int) -> int:
    """The end of a plain "of" phrase right after a noun ("the families of the victims"), else the end that it has."""
    if page.word(end) != "of" or not 0 <= end - page.head[end] < _NEAR:
        return end
    for i in range(end + 1, min(end + _NEAR, page.next_sentence_end(end))):
        if page.head[i] == end:
            return i + 1
        if page.tag[i] not in _LINKS:
            break
    return end
