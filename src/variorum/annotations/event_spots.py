"""Places that an event's clause tells by other words than "in X" beside it: what it fills, leaves, or brings people to.

"Protest fills the streets of X", "troops leave X", "the talks that they were to hold in X", "X prepares for talks", "the
front at X came alive with clashes". They count only where nothing nearer gives a place.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_triggers import Trigger
from variorum.annotations.realis_cues import lemma_of, load_cues

NEAR = ("in", "at", "near", "outside", "inside", "around", "off")
AIMED = ("of", "on", "against")
AWAITING = frozenset("prepare brace wait ready gear host mourn witness see welcome await".split())
"""Verbs that say of a town what is in it."""

BRINGING = frozenset("bring invite summon gather call receive fly bus".split())
"""Verbs that bring people to where they meet."""

MEETING = frozenset("meet speak talk say confer negotiate sign resume visit arrive convene".split())
"""Verbs of who comes together or speaks after something that need not have been there."""

FRONTS = frozenset("front line frontline border frontier sector front-line bridge crossing checkpoint".split())
"""Where fighting comes and goes: "the front at X came alive with clashes"."""

STREETS = frozenset(
    "street square centre center avenue boulevard market heart suburb district road bridge park".split()
)
"""Parts of a town that a crowd fills."""


def spot_of(trigger: Trigger, index: EntityIndex) -> int | None:
    """Find the one place that an event's clause tells so; None where it tells none."""
    for token in _spots(trigger):
        found = index.at(token)
        if found is not None and index.entities[found].kind == "place" and index.entities[found].form == "name":
            return found
    return None


def _spots(trigger: Trigger) -> Iterator[Token]:
    yield from (word for word in trigger.words if word != trigger.head and word.pos_ == "PROPN")
    yield from _aimed_at(trigger.head)
    yield from _of_its_relative(trigger.head)
    if trigger.concept.type == "RETREAT" and not trigger.nominal:
        yield from (obj for _, obj in syntax.prepositional(trigger.head, "from", "of"))
    verb = _verb_over(trigger)
    if verb is not None:
        yield from _of_clause(verb, trigger)


def _aimed_at(head: Token) -> Iterator[Token]:
    """The target of a deed in -ing: "the army denies shelling of X"."""
    if head.tag_ == "VBG" and not syntax.objects(head):
        yield from (obj for _, obj in syntax.prepositional(head, *AIMED))


def _of_its_relative(head: Token) -> Iterator[Token]:
    """The scene of a clause about the event: "the talks that they were to hold in X"."""
    for clause in syntax.children_of(head, "relcl", "acl"):
        yield from (obj for _, obj in syntax.prepositional(clause, *NEAR))


def _verb_over(trigger: Trigger) -> Token | None:
    """The verb that an event hangs on as its subject, object or circumstance; its own where it is one."""
    head = trigger.head if trigger.light is None else trigger.light
    if head.pos_ in ("VERB", "AUX") and head.dep_ not in ("csubj", "csubjpass", "nsubj", "nsubjpass", "pcomp", "pobj"):
        return head
    if head.dep_ in ("pobj", "pcomp") and _is_elsewhere(head.head):
        return None
    above = head.head.head if head.dep_ in ("pobj", "pcomp") else head.head
    return above if above.pos_ in ("VERB", "AUX") else None


def _is_elsewhere(prep: Token) -> bool:
    """True where a clause tells of a later time than the event: "met in X, two weeks after a raid", "spoke in X after a raid"."""
    later = prep.lower_ in ("after", "since", "following")
    return later and (bool(syntax.children_of(prep, "npadvmod")) or prep.head.lemma_.lower() in MEETING)


def _of_clause(verb: Token, trigger: Trigger) -> Iterator[Token]:
    bare = trigger.head != verb
    if bare and (lemma_of(verb) not in load_cues().speech or syntax.is_passive(verb)):
        yield from (obj for _, obj in syntax.prepositional(verb, *NEAR))
        fronts = (t for t in syntax.subjects(verb) if t.lemma_.lower() in FRONTS)
        yield from (o for t in fronts for _, o in syntax.prepositional(t, "at", "in", "around", "near"))
        if lemma_of(verb) in AWAITING:
            yield from syntax.subjects(verb)
    if trigger.concept.type == "CONSULT" and lemma_of(verb) in BRINGING:
        yield from (obj for _, obj in syntax.prepositional(verb, "to"))
    yield from (o for t in _filled(verb) for _, o in syntax.prepositional(t, "of", "in"))
    yield from (o for _, t in syntax.prepositional(verb, "in", "during") for _, o in syntax.prepositional(t, *NEAR))
    yield from (o for t in verb.children if t.lower_ == "close" for _, o in syntax.prepositional(t, "to"))


def _filled(verb: Token) -> list[Token]:
    """Streets that are filled or taken to."""
    reached = [*syntax.objects(verb), *(obj for _, obj in syntax.prepositional(verb, "to", "through", "into"))]
    return [t for t in reached if t.lemma_.lower() in STREETS]
