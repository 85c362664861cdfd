"""Places that are known by what armed force does to them: "shells fell on X", "X was bombed", "troops withdrew from X".

Aircraft and guns strike places; soldiers also seize people, so that what they take is a place only as a single word that no
title or given name stands before.
"""

from collections.abc import Iterator

from variorum.annotations.entity_page import Page

_FROM_AFAR = frozenset({"bomb", "shell", "bombard", "pound", "raze", "besiege", "liberate"})
"""Verbs of what befalls places, whoever does it."""

_BY_ARMS = frozenset(
    "attack raid storm capture recapture seize retake take enter hit strike occupy overrun leave evacuate assault".split()
)
"""Verbs of what befalls places where soldiers, or a state, do it; passive where it is said of the place."""

_TAKEN = frozenset({"capture", "recapture", "retake", "overrun", "occupy"})
"""Verbs of what befalls places, and nothing else that goes by a single name."""

_ARMS = frozenset(
    "force forces troops troop soldier soldiers unit units army brigade brigades column columns battalion battalions regiment "
    "artillery gun guns tank tanks jet jets warplane warplanes aircraft bomber bombers drone drones helicopter helicopters "
    "gunship gunships insurgent insurgents militant militants rebel rebels fighter fighters commandos paratroopers infantry "
    "militia garrison".split()
)
_BLOWS = frozenset({"airstrike", "bombing", "bombardment", "shelling", "barrage"})
_STROKES = frozenset({"attack", "strike", "raid", "assault"})
_MADE_WITH = frozenset("drone air missile rocket mortar artillery aerial naval bomb night dawn commando ground".split())
_LEAVES = frozenset({"withdraw", "pull", "retreat"})
_LEAVING = frozenset({"withdrawal", "pullout", "retreat"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SIDES = frozenset({"GPE", "NORP"})
_HOURS = frozenset({"yesterday", "today", "tomorrow", "tonight", "dead"})
_REACH = 3


def is_struck(page: Page, start: int, end: int) -> bool:
    """Do the words beside a single capitalised word say that armed force strikes, takes or leaves it?"""
    follows = end < len(page) and page.tag[end][:2] == "NN" and page.low[end] not in _HOURS
    if end - start != 1 or follows or page.is_possessive(end) or _goes_before(page, start):
        return False
    head, dep = page.head[start], page.dep[start]
    if dep == "dobj" and page.tag[head].startswith("VB"):
        return page.lemma[head] in _FROM_AFAR or (page.lemma[head] in _BY_ARMS and _is_armed(page, head))
    if dep == "nsubjpass":
        return page.lemma[head] in _FROM_AFAR or (page.lemma[head] in _BY_ARMS and _is_armed(page, head))
    if dep == "nsubj":
        return _falls(page, head)
    if _is_taken(page, end):
        return True
    return dep == "pobj" and _is_aimed_at(page, start, head)


def _is_taken(page: Page, end: int) -> bool:
    """ "X, which was captured on 3 May": said of no person, and of a single name hardly of a thing."""
    if page.word(end) != "," or page.word(end + 1) != "which" or page.dep[end + 1] != "nsubjpass":
        return False
    return page.lemma[page.head[end + 1]] in _FROM_AFAR | _TAKEN


def _goes_before(page: Page, start: int) -> bool:
    """Does a capitalised word stand right before, so that the name is longer?"""
    return page.is_capital(start - 1) and not page.begins_sentence(start) and page.tag[start - 1].startswith("NNP")


def _falls(page: Page, verb: int) -> bool:
    """ "X fell to the rebels", "X fell to Chad", and by the parser's leave "X raided by soldiers" of headings."""
    if page.tag[verb] in ("VBN", "VBD") and page.lemma[verb] in _BY_ARMS | _FROM_AFAR and page.word(verb + 1) == "by":
        return _is_armed(page, verb)
    if page.lemma[verb] != "fall":
        return False
    after = range(verb + 1, page.next_sentence_end(verb))
    return any(
        page.dep[j] == "pobj"
        and page.low[page.head[j]] == "to"
        and page.head[page.head[j]] == verb
        and (page.low[j] in _ARMS or (page.tag[j] == "NNP" and page.label[j] in _SIDES))
        for j in after
    )


def _is_aimed_at(page: Page, start: int, preposition: int) -> bool:
    """ "An airstrike on X", "a drone attack on X", "troops withdrew from X"."""
    governor = page.head[preposition]
    word = page.low[preposition]
    if word in ("on", "of", "against"):
        sure = _has_means(page, governor) or page.label[start] in _PLACES
        return page.lemma[governor] in _BLOWS or (page.lemma[governor] in _STROKES and sure)
    return word == "from" and _is_left(page, governor)


def _is_left(page: Page, governor: int) -> bool:
    """ "Troops withdrew from", "X pulled its soldiers out of", "the withdrawal of forces from"."""
    if page.low[governor] == "out":
        governor = page.head[governor]
    if page.lemma[governor] in _LEAVES:
        return _is_armed(page, governor) or any(
            page.dep[j] == "dobj" and page.head[j] == governor and page.low[j] in _ARMS
            for j in range(governor, page.next_sentence_end(governor))
        )
    return page.lemma[governor] in _LEAVING and any(
        page.head[page.head[j]] == governor and page.dep[j] == "pobj" and page.low[j] in _ARMS
        for j in range(governor, page.next_sentence_end(governor))
    )


def _has_means(page: Page, noun: int) -> bool:
    """ "A drone attack", "an air strike": what it was made with."""
    return any(page.low[j] in _MADE_WITH for j in range(max(0, noun - _REACH), noun) if page.head[j] == noun)


def _is_armed(page: Page, verb: int) -> bool:
    """Is the verb's subject, or who does it in the passive, an armed body?"""
    return any(page.low[j] in _ARMS for j in _doers(page, verb))


def _doers(page: Page, verb: int) -> Iterator[int]:
    first, stop = page.starts[page.sentence[verb]], page.next_sentence_end(verb)
    for j in range(first, stop):
        if page.head[j] == verb and page.dep[j] == "nsubj":
            yield j
        if page.dep[j] == "pobj" and page.low[page.head[j]] == "by" and page.head[page.head[j]] == verb:
            yield j
