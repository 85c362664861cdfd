"""Names of which nothing is known but that they do what parties do: condemn, sign, urge, or are urged.

Nothing says whether such a name is a state's, a body's or a person's, so its kind is "other". The verbs are those of
the event lexicon whose types are between parties, and those of speech that praise, blame, demand, promise or refuse.
"""

from functools import cache

from variorum.annotations.entity_names import Run
from variorum.annotations.entity_page import Page
from variorum.schema.concepts import Entry, load_concepts
from variorum.schema.lexicons import read_lexicon

_BETWEEN_PARTIES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION MOBILIZE".split()
)
_SURE = 0.5
"""Weight from which a verb alone names a political deed."""

_TAKING_SIDES = frozenset({"praises", "accuses", "demands", "threatens", "warns", "promises", "denies"})
"""Attitudes of verbs of speech that parties take towards each other."""

_ARMED = frozenset({"ASSAULT", "COERCE"})
"""Types of deeds that single people do too, so that a name which the parser takes for a person's is left alone."""

_BEGINS = frozenset(
    "launch begin start open mount stage conduct order impose place slap complete announce lift join wage declare carry "
    "oversee broker mediate host".split()
)
"""Verbs whose subject does what their object names: "launched an offensive", "slapped sanctions on"."""

_AIMED = frozenset({"on", "against"})
_HELD = frozenset("prisoner captive hostage detainee position territory town village area".split())
"""What an armed party holds: "prisoners held by X", "positions held by X"."""

_SENT = frozenset({"army", "envoy", "delegation", "garrison"})
"""Those whom parties send: "the armies of X and Y"."""

_SERVES = frozenset({"mediator", "host", "broker", "guarantor", "observer", "go-between"})
_ABOUT_TO = frozenset({"due", "set", "ready", "likely", "about", "prepared", "scheduled"})
_STEPS = 4


def acts_politically(page: Page, run: Run) -> bool:
    """Is the name the doer, or the one addressed, of a deed between parties?

    Names that are joined count with the first of them.
    """
    root = page.root(run.start, run.end)
    if not page.tag[root].startswith("NNP") or _is_joined_with_noun(page, root) or _is_torn(page, run):
        return False
    first = _first(page, root)
    above = page.head[first]
    if page.dep[first] == "pobj":
        return _is_party_to(page, above)
    if page.dep[first] == "nsubj":
        done = _carried(page, above)
        if any(_is_political(page, verb) or _begins_deed(page, verb) for verb in done) or _is_under(page, above):
            return True
        return page.label[root] != "PERSON" and _is_armed(page, above)
    return page.dep[first] in ("dobj", "nsubjpass") and _addresses(page, above)


def _is_torn(page: Page, run: Run) -> bool:
    """Is it what is left of a longer name ("Department" of "Ostby Police Department")?"""
    return page.word(run.start - 1) == "-" or page.is_capital(run.start - 1) or page.is_capital(run.end)


def _is_party_to(page: Page, preposition: int) -> bool:
    """ "Condemned by X", "talks with X", "an agreement between X and Y", "sanctions on X", "the signing by X"."""
    governor, word = page.head[preposition], page.low[preposition]
    if word == "by":
        return any(
            is_so(page, governor) for is_so in (_is_political, _is_armed, _names_deed, _begins_deed, _is_holding)
        )
    if word in _AIMED:
        types = frozenset({"SANCTION", "PROTEST"})
        return _names_deed(page, governor, types=types) or _begins_deed(page, governor, types=types)
    if word == "from":
        return _names_deed(page, governor, types=frozenset({"SANCTION"}))
    if word == "to":
        return _is_taking(page, governor)
    if word == "of":
        return _is_joint(page, governor) or page.lemma[governor] in _SENT
    if word == "with" and _serves(page, preposition):
        return True
    if word == "between" and page.tag[governor].startswith("VB"):
        begun = (j for j in _children(page, governor) if page.dep[j] == "nsubj")
        return any(_is_joint(page, j) for j in (governor, *begun))
    return word in ("with", "between") and _is_joint(page, governor)


def _names_deed(page: Page, noun: int, *, types: frozenset[str] = _BETWEEN_PARTIES | _ARMED) -> bool:
    """Does the noun by itself name a deed of those types?"""
    word = _noun(page, noun)
    entries = load_concepts().of_noun(word) if word else ()
    return any(e.concept.type in types and e.weight >= _SURE and not e.modifiers for e in entries)


def _is_armed(page: Page, verb: int) -> bool:
    """ "X bombed": armed force by the verb."""
    if not page.tag[verb].startswith("VB"):
        return False
    entries = (e for e in _entries(page.lemma[verb], _ARMED) if e.concept.type in _ARMED)
    return any(_fits(page, verb, e) for e in entries)


def _begins_deed(page: Page, verb: int, *, types: frozenset[str] = _BETWEEN_PARTIES | _ARMED) -> bool:
    """ "Launched an offensive", "a raid carried out by", "the sanctions that X placed on Y"."""
    if page.lemma[verb] not in _BEGINS or not page.tag[verb].startswith("VB"):
        return False
    begun = [j for j in _children(page, verb) if page.dep[j] in ("dobj", "nsubjpass")]
    begun += [page.head[verb]] if page.dep[verb] in ("acl", "relcl") else []
    return any(_names_deed(page, j, types=types) for j in begun)


def _is_holding(page: Page, verb: int) -> bool:
    """ "Prisoners held by X", "positions held by X"."""
    held = page.head[verb]
    return (page.lemma[verb], page.dep[verb]) == ("hold", "acl") and page.lemma[held] in _HELD


def _is_taking(page: Page, verb: int) -> bool:
    """ "Ostby fell to X": who takes what has a name, where that is no person's."""
    fallen = (j for j in _children(page, verb) if page.dep[j] == "nsubj")
    return page.lemma[verb] == "fall" and any(page.tag[j] == "NNP" and page.label[j] != "PERSON" for j in fallen)


def _is_under(page: Page, verb: int) -> bool:
    """ "X has been under sanctions"."""
    under = (j for j in _children(page, verb) if page.low[j] == "under")
    types = frozenset({"SANCTION"})
    return page.lemma[verb] == "be" and any(
        _names_deed(page, j, types=types) for i in under for j in _children(page, i)
    )


def _serves(page: Page, preposition: int) -> bool:
    """ "With X as mediator", whatever the parser hangs "as" on."""
    near = range(preposition + 2, min(preposition + _STEPS + 1, page.next_sentence_end(preposition) - 1))
    return any(page.low[j] == "as" and page.lemma[j + 1] in _SERVES for j in near)


def _carried(page: Page, verb: int) -> list[int]:
    """A verb and those that it leads to: "are due to hold", "agreed to meet"."""
    ready = [j for j in _children(page, verb) if page.dep[j] == "acomp" and page.low[j] in _ABOUT_TO]
    return [verb, *(j for i in (verb, *ready) for j in _children(page, i) if page.dep[j] == "xcomp")]


def _noun(page: Page, i: int) -> str:
    """The noun that a word is, as lexicons have it; "fighting" as a subject or object is one whatever the parser calls it."""
    if page.tag[i] == "VBG" and page.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return page.low[i]
    return page.lemma[i] if page.tag[i].startswith("NN") else ""


def _children(page: Page, i: int) -> list[int]:
    first, stop = page.starts[page.sentence[i]], page.next_sentence_end(i)
    return [j for j in range(first, stop) if page.head[j] == i and j != i]


def _is_joint(page: Page, noun: int) -> bool:
    """Does the noun by itself name something that parties do together?"""
    word = _noun(page, noun)
    entries = load_concepts().of_noun(word) if word else ()
    return any(
        e.concept.direction == "mutual"
        and e.concept.type in _BETWEEN_PARTIES | _ARMED
        and e.weight >= _SURE
        and not e.modifiers
        for e in entries
    )


def _first(page: Page, i: int) -> int:
    """The first of joined names; the parser takes a list's second name for an apposition at times."""
    for _ in range(_STEPS):
        if page.dep[i] != "conj" and not _goes_on(page, i):
            break
        i = page.head[i]
    return i


def _goes_on(page: Page, i: int) -> bool:
    """Is it called the apposition of a name, and are further names joined with it ("A, B and C")?"""
    if page.dep[i] != "appos" or not page.tag[page.head[i]].startswith("NNP"):
        return False
    return any(page.dep[j] == "conj" and page.head[j] == i for j in range(i + 1, min(i + _STEPS + 1, len(page))))


def _is_joined_with_noun(page: Page, i: int) -> bool:
    """ "Brask and other farmers": joined with what is no name."""
    return page.dep[i] == "conj" and not page.is_capital(page.head[i])


def _is_political(page: Page, verb: int) -> bool:
    if not page.tag[verb].startswith("VB"):
        return False
    if page.lemma[verb] in _speech() or any(_fits(page, verb, e) for e in _entries(page.lemma[verb])):
        return True
    return any(page.head[j] == verb and page.dep[j] == "dobj" and _is_joint(page, j) for j in _after(page, verb))


@cache
def _speech() -> frozenset[str]:
    groups = read_lexicon("cues")["verbs"]
    return frozenset(word for group in groups if group["attitude"] in _TAKING_SIDES for word in group["words"])


def _fits(page: Page, verb: int, entry: Entry) -> bool:
    if not entry.objects:
        return True
    objects = ("nsubjpass",) if any(page.dep[j] == "auxpass" for j in _children(page, verb)) else ("dobj",)
    return any(page.dep[j] in objects and page.lemma[j] in entry.objects for j in _children(page, verb))


def _after(page: Page, verb: int) -> range:
    """The tokens that follow a verb in its sentence."""
    return range(verb + 1, page.next_sentence_end(verb))


@cache
def _entries(lemma: str, types: frozenset[str] = _BETWEEN_PARTIES) -> tuple[Entry, ...]:
    """The lemma's political deeds that it names alone or by its object; a particle or preposition asks for more."""
    return tuple(
        entry
        for entry in load_concepts().of_verb(lemma)
        if entry.concept.type in types and entry.weight >= _SURE and not (entry.particle or entry.preposition)
    )


def _addresses(page: Page, verb: int) -> bool:
    """Is the verb's object the one who is asked or blamed ("urged Velmark to", "condemned Velmark")?"""
    spoken = {e.concept.type for e in _entries(page.lemma[verb]) if not e.objects}
    return page.tag[verb].startswith("VB") and bool(spoken & {"REQUEST", "ACCUSE", "THREATEN", "SANCTION"})
