"""At whom or what an event is directed where its frame leaves that open: prepositions, complements, what is told of.

What is found here by a sure preposition is a recipient like any other. The rest is kept in words only: it may be the
side that is meant ("agreed to lend money to X"), or no more than where it was ("a curfew in X").
"""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_frames import ABOUT, GIVEN, TOWARDS
from variorum.annotations.event_parties import is_thing, may_act
from variorum.annotations.event_slots import targets_of
from variorum.annotations.event_triggers import Trigger

COMPLEMENTED = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "SUPPORT", "RETREAT"})
"""Types of what is said or decided: the deed that follows tells whom it concerns."""

OWN_FORCES = frozenset({"MOBILIZE"})
"""Types whose object is the actor's own."""

NUMBERS = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL")


def towards(trigger: Trigger) -> Iterator[Token]:
    """Whom the sure prepositions of the event's type lead to, as tokens."""
    wanted = TOWARDS.get(trigger.concept.type, ())
    for preposition in wanted:
        for source in sources_of(trigger):
            yield from (o for _, obj in syntax.prepositional(source, preposition) for o in syntax.expand([obj]))


def concerned(trigger: Trigger, index: EntityIndex) -> list[Token]:
    """Whom or what else an event concerns: the first reading that gives anybody, or anything that can be met."""
    for reading in (_complements, _about, _inside, _things):
        found = [t for t in reading(trigger) if _counts(t, trigger, index)]
        if found:
            return found
    return []


def sources_of(trigger: Trigger) -> list[Token]:
    """The words of an event on which its prepositional phrases may hang, the verb first."""
    words = [trigger.governor, trigger.head, *(w for w in trigger.words if w.pos_ in ("NOUN", "PROPN"))]
    words += targets_of(trigger.governor) if trigger.governor.pos_ == "VERB" else []
    above = trigger.head.head
    carried = trigger.nominal and trigger.light is None and trigger.head.dep_ == "dobj" and above.pos_ == "VERB"
    return list(dict.fromkeys([*words, above] if carried else words))


def is_number_or_time(token: Token) -> bool:
    """True for words of a date, an amount or a share."""
    return token.ent_type_ in NUMBERS


def _counts(token: Token, trigger: Trigger, index: EntityIndex) -> bool:
    if is_number_or_time(token) or token in trigger.words:
        return False
    struck = trigger.concept.type in ("ASSAULT", "COERCE", "SANCTION", "PROTEST", "ACCUSE", "REJECT", "SUPPORT")
    return index.at(token) is not None or may_act(token) or (struck and is_thing(token))


def _complements(trigger: Trigger) -> Iterator[Token]:
    """Whom the deed concerns that is agreed, refused, asked for or threatened."""
    if trigger.concept.type not in COMPLEMENTED or trigger.governor.pos_ != "VERB":
        return
    for verb in (trigger.governor, *(w for w in trigger.words if w.pos_ == "VERB" and w != trigger.governor)):
        for deed in (verb, *syntax.children_of(verb, "xcomp", "ccomp")):
            if deed.i > trigger.governor.i:
                yield from syntax.expand(syntax.children_of(deed, "nsubj", "nsubjpass"))
                yield from syntax.expand(syntax.objects(deed))
                yield from (o for _, obj in syntax.prepositional(deed) for o in syntax.expand([obj]))
                yield from (
                    o for t in syntax.objects(deed) for _, obj in syntax.prepositional(t) for o in syntax.expand([obj])
                )


def _about(trigger: Trigger) -> Iterator[Token]:
    for preposition in ABOUT.get(trigger.concept.type, ()):
        for source in sources_of(trigger):
            yield from (o for _, obj in syntax.prepositional(source, preposition) for o in syntax.expand([obj]))


def _inside(trigger: Trigger) -> Iterator[Token]:
    """Whose the thing is that is hit, lifted or refused, and whom it is of."""
    for noun in (t for t in sources_of(trigger) if t.pos_ in ("NOUN", "PROPN")):
        yield from syntax.children_of(noun, "poss", "amod", "compound", "nmod")
        yield from (
            o
            for participle in syntax.children_of(noun, "acl")
            for _, obj in syntax.prepositional(participle, "on", "against", "for", "to")
            for o in syntax.expand([obj])
        )


def _things(trigger: Trigger) -> Iterator[Token]:
    """What is done something to, whatever it is, unless it is given or the actor's own."""
    if trigger.nominal or trigger.concept.type in OWN_FORCES:
        return
    yield from (t for t in syntax.expand(targets_of(trigger.head)) if trigger.frame not in GIVEN or may_act(t))
