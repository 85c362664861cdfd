"""Whom words of little weight name a happening for: who does it to whom vouches for what is done.

"Released" alone may be said of films; in "the army released two sailors" the parties leave no doubt. Only the verb of
a sentence, or of what is said in it, is vouched for: what stands further down is told in passing.
"""

from collections.abc import Collection

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_triggers import BARE_WEIGHT, Trigger
from variorum.schema.annotations import PartyMention, RoleMention
from variorum.schema.concepts import load_concepts

NAMED_WEIGHT = 0.35
"""Weight from which two sides that are known vouch for a word."""

WORDED_WEIGHT = 0.45
"""Weight from which a known doer and somebody or something in words do."""

SAID_WEIGHT = 0.45
"""Weight from which words within what is said are vouched for."""

DOING = frozenset({"actor", "participant", "signatory", "mediator"})
DONE_TO = frozenset({"recipient", "victim", "participant", "host"})
BODIES = frozenset({"government", "country", "armed_group", "organization", "person", "people"})


def is_vouched(
    trigger: Trigger, roles: tuple[RoleMention, ...], parties: tuple[PartyMention, ...], index: EntityIndex
) -> bool:
    """True where the sides of a word's deed make sure that it is one."""
    doers = {index.entities[r.entity].chain for r in roles if r.role in DOING and _is_somebody(r, index)}
    met = {index.entities[r.entity].chain for r in roles if r.role in DONE_TO}
    beside = len(doers | met) > 1 and bool(met)
    worded = any(p.role in DONE_TO for p in parties)
    if not doers or not (beside or worded) or _is_sure(trigger):
        return False
    needed = NAMED_WEIGHT if beside else WORDED_WEIGHT
    return trigger.weight >= max(needed, _needed_at(trigger.governor))


def only_announces(trigger: Trigger, told: Collection[int]) -> bool:
    """True for a word that only says of a told deed that it is meant or asked for: "planned to invade".

    Args:
        told: words of the events that the record has (token indexes).
    """
    words = {trigger.governor, *trigger.words}
    below = (clause for word in words for clause in syntax.children_of(word, "xcomp", "ccomp", "pcomp"))
    return any(node.i in told for node in (*below, *words))


def _is_sure(trigger: Trigger) -> bool:
    """True for words that need no vouching, and are no event for another reason: "three wars" are not one."""
    return trigger.weight >= BARE_WEIGHT and trigger.concept.name in load_concepts().by_name


def _is_somebody(role: RoleMention, index: EntityIndex) -> bool:
    return index.entities[role.entity].kind in BODIES


def _needed_at(verb: Token) -> float:
    """Weight that a place in the sentence asks for; more than any word has for what is told in passing."""
    if verb.pos_ not in ("VERB", "AUX"):
        return 2.0
    if verb.dep_ == "ROOT":
        return 0.0
    return SAID_WEIGHT if verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" else 2.0
