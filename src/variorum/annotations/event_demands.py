"""Who says that another must do something asks it of them: "X said that Y must withdraw" is a demand of X on Y.

PLOVER and CAMEO code such words as requesting (10); the deed itself is only thought of.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_composition import OUGHT
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_triggers import Trigger
from variorum.schema.concepts import Concept, load_concepts

SAYING = frozenset(
    "say state declare insist add stress emphasize emphasise underline reiterate argue maintain tell announce repeat "
    "affirm reaffirm underscore".split()
)
"""Verbs of plain speech that take a clause."""

WEIGHT = 0.6
BOUND = frozenset({"government", "country", "armed_group", "organization", "person", "people"})
"""Kinds of entity of which something is asked."""


def find_demands(doc: Doc, index: EntityIndex) -> tuple[Trigger, ...]:
    """Find verbs of speech whose speaker, an entity, says what another entity must do, in text order."""
    return tuple(
        Trigger(head=verb, words=(verb, ought), concept=demand(), frame="actor-recipient", weight=WEIGHT)
        for verb in doc
        if verb.pos_ == "VERB" and verb.lemma_.lower() in SAYING
        for ought in _oughts(verb)
        if _is_of_another(verb, ought.head, index)
    )


@cache
def demand() -> Concept:
    """The concept of demanding."""
    return next(e.concept for e in load_concepts().of_verb("demand") if e.concept.name == "demand")


def asked_of(trigger: Trigger) -> list[Token]:
    """Of whom something is asked by saying that they must do it; empty for other triggers."""
    if trigger.concept.name != "demand" or trigger.head.lemma_.lower() not in SAYING:
        return []
    return [t for word in trigger.words if word.lower_ in OUGHT for t in syntax.subjects(word.head)]


def _oughts(verb: Token) -> Iterator[Token]:
    """The "must" or "should" of what a verb of speech says; not of what is guessed ("must have left")."""
    for said in syntax.children_of(verb, "ccomp"):
        auxiliaries = syntax.children_of(said, "aux", "auxpass")
        if not any(t.lower_ == "have" for t in auxiliaries):
            yield from [t for t in auxiliaries if t.lower_ in OUGHT][:1]


def _is_of_another(verb: Token, deed: Token, index: EntityIndex) -> bool:
    speakers = {index.entities[i].chain for t in syntax.subjects(verb) for i in index.of(t)}
    asked = {index.entities[i].chain for t in syntax.subjects(deed) for i in index.of(t) if _is_bound(i, index)}
    return bool(speakers and asked - speakers)


def _is_bound(entity: int, index: EntityIndex) -> bool:
    return index.entities[entity].kind in BOUND
