"""The second of two names joined by "and", where the parser has lost it: "Ann Low, the envoy, and Odo Brask met".

With an apposition between them the parser takes the second for one more apposition, or the first for a phrase of its own.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_entities import NAMED, EntityIndex
from variorum.annotations.event_triggers import Trigger
from variorum.schema.annotations import EntityMention, RoleMention

PARTIES = frozenset({"person", "country", "government", "other", "armed_group", "organization"})
GATHERS = frozenset("bring gather invite summon assemble convene receive".split())
"""Verbs whose objects meet: "Chad brought Ann Low and Odo Brask to Paris for talks"."""

WORDS_BETWEEN = 14
"""Tokens between two joined names at most: an apposition and the second one's titles."""


def gather_parties(trigger: Trigger, roles: tuple[RoleMention, ...], index: EntityIndex) -> tuple[RoleMention, ...]:
    """Give talks for which somebody brings others together those others, and who brings them as the mediator."""
    if trigger.concept.type != "CONSULT" or any(r.role == "participant" for r in roles):
        return roles
    verb = _gathering(trigger)
    if verb is None:
        return roles
    met = _named(syntax.expand(syntax.objects(verb)), index)
    host = [i for i in _named(syntax.subjects(verb), index) if i not in met]
    known = {r.entity for r in roles}
    found = [("participant", i) for i in met] + [("mediator", i) for i in host if len(met) > 1]
    return (*roles, *(RoleMention(role=role, entity=i) for role, i in found if i not in known))


def _gathering(trigger: Trigger) -> Token | None:
    """The verb of gathering that "for talks" belongs to."""
    head = trigger.head
    if head.dep_ != "pobj" or head.head.lower_ != "for":
        return None
    verb = next((t for t in syntax.ancestors(head) if t.pos_ == "VERB"), None)
    return verb if verb is not None and verb.lemma_.lower() in GATHERS and not syntax.is_passive(verb) else None


def _named(tokens: Sequence[Token], index: EntityIndex) -> list[int]:
    """The mentions of parties that tokens are of."""
    found = (index.at(t) for t in tokens)
    return [i for i in found if i is not None and index.entities[i].kind in PARTIES]


def join_partners(
    trigger: Trigger, roles: tuple[RoleMention, ...], entities: Sequence[EntityMention]
) -> tuple[RoleMention, ...]:
    """Give an event between equals the name that "and" joins to its only participant.

    Nothing is joined where a verb stands between the two, or follows the second and is not the event's own: "A met B,
    and C left".
    """
    held = [r.entity for r in roles if r.role == "participant"]
    if not trigger.mutual or len({entities[i].chain for i in held}) != 1:
        return roles
    taken = {r.entity for r in roles}
    found = _partner(trigger, held[0], entities)
    return roles if found is None or found in taken else (*roles, RoleMention(role="participant", entity=found))


def _partner(trigger: Trigger, one: int, entities: Sequence[EntityMention]) -> int | None:
    """The entity mention before or after one that "and" joins with it."""
    for other in (_beside(one, entities, 1), _beside(one, entities, -1)):
        if other is None or entities[other].chain == entities[one].chain:
            continue
        left, right = sorted((one, other))
        if _is_joined(trigger, entities[left], entities[right]):
            return other
    return None


def _beside(one: int, entities: Sequence[EntityMention], step: int) -> int | None:
    """The next mention by name of a party that is of the same kind, over what only describes."""
    i = one + step
    while 0 <= i < len(entities):
        mention = entities[i]
        if mention.form in NAMED and (mention.kind == "person") == (entities[one].kind == "person"):
            return i if mention.kind in PARTIES else None
        i += step
    return None


def _is_joined(trigger: Trigger, left: EntityMention, right: EntityMention) -> bool:
    """Does "and", with titles or an apposition at most, join two names that the event's verb or noun governs?"""
    doc = trigger.head.doc
    one, two = _tokens(doc, left), _tokens(doc, right)
    if one is None or two is None or doc[one[0]].sent.start != doc[two[0]].sent.start:
        return False
    between = doc[one[1] : two[0]]
    joins = [t for t in between if t.lower_ == "and"]
    if len(joins) != 1 or len(between) > WORDS_BETWEEN or any(t.pos_ in ("VERB", "AUX", "SCONJ") for t in between):
        return False
    after = doc[two[1] : doc[two[0]].sent.end]
    verb = next((t for t in after if t.pos_ in ("VERB", "AUX")), None)
    own = {trigger.head.i, trigger.governor.i, *(w.i for w in trigger.words)}
    return verb is None or verb.i in own or verb.head.i in own or verb.i > max(own)


def _tokens(doc: Doc, mention: EntityMention) -> tuple[int, int] | None:
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return None if span is None else (span.start, span.end)
