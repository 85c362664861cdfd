"""What vouches for words of little weight: who does it to whom, in whose words, when and where.

"Released" alone may be said of films; in "the army released two sailors" the parties leave no doubt, and so do a body that
acts, a named one that it acts on, a day and a place. Only the verb of a sentence, or of what is said in it, is vouched
for: what stands further down is told in passing.
"""

from collections.abc import Collection

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_doers import wants_doers
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_parties import is_acting
from variorum.annotations.event_deeds import is_main_clause
from variorum.annotations.event_triggers import BARE_WEIGHT, Trigger
from variorum.schema.annotations import EventMention, PartyMention, RoleMention
from variorum.schema.concepts import load_concepts

NAMED_WEIGHT = 0.35
"""Weight from which two sides that are known vouch for a word."""

WORDED_WEIGHT = 0.45
"""Weight from which a known doer and somebody or something in words do, or other grounds as good."""

LOOSE_WEIGHT = 0.4
"""Weight from which grounds do that are as good as two known sides."""

SAID_WEIGHT = 0.45
"""Weight from which words within what is said are vouched for."""

GROUNDS = 3
"""What grounds count together for words from `WORDED_WEIGHT`; one more for those from `LOOSE_WEIGHT`."""

DOING = frozenset({"actor", "participant", "signatory", "mediator"})
DONE_TO = frozenset({"recipient", "victim", "participant", "host"})
BODIES = frozenset({"government", "country", "armed_group", "organization", "person", "people"})
TOLD = frozenset({"happened", "ongoing", "planned", "called_off"})


def is_vouched(trigger: Trigger, event: EventMention, index: EntityIndex) -> bool:
    """True where what is told of a word's deed makes sure that it is one.

    Args:
        event: the word read as an event, with its sides, time and place.
    """
    if _is_sure(trigger):
        return False
    grounds = min(_needed_by_sides(event, index), _needed_by_grounds(trigger, event, index))
    return trigger.weight >= max(_needed_at(trigger.governor), grounds)


def _needed_by_sides(event: EventMention, index: EntityIndex) -> float:
    """The weight that known sides ask for; more than any word has where they do not vouch."""
    doers = {index.entities[r.entity].chain for r in event.roles if r.role in DOING and _is_somebody(r, index)}
    met = {index.entities[r.entity].chain for r in event.roles if r.role in DONE_TO}
    beside = len(doers | met) > 1 and bool(met)
    worded = any(p.role in DONE_TO for p in event.parties)
    if not doers or not (beside or worded):
        return NOTHING
    return NAMED_WEIGHT if beside else WORDED_WEIGHT


def _needed_by_grounds(trigger: Trigger, event: EventMention, index: EntityIndex) -> float:
    """The weight that who, when and where ask for together, in the report's own words.

    A side in words alone makes no deed known: it takes a named one, a day, a place or a count beside it.
    """
    unfit = event.concept in ATTITUDES or wants_doers(event.concept)
    if event.voice != "own" or event.realis not in TOLD or unfit:
        return NOTHING
    if _is_asked_by_a_body(trigger, event):
        return WORDED_WEIGHT
    named = sum(_is_somebody(r, index) for r in event.roles)
    worded = len({p.role in DOING for p in event.parties if _acts(p, trigger)})
    things = not worded and any(p.role in DONE_TO for p in event.parties)
    anchors = 2 * (event.time is not None) + (event.place is not None) + bool(event.figures)
    if not (named or worded) or not (named or anchors):
        unnamed = BARE_WEIGHT if worded > 1 else NOTHING
        return ANYWHERE if anchors >= GROUNDS else unnamed
    grounds = 2 * min(named, 2) + worded + things + anchors
    if grounds < GROUNDS:
        return NOTHING
    return LOOSE_WEIGHT if grounds > GROUNDS and event.time is not None else WORDED_WEIGHT


ATTITUDES = frozenset(
    {
        "readiness",
        "posture",
        "obligation",
        "defence_in_words",
        "commendation",
        "warning",
        "reproof",
        "imputation",
        "unwillingness",
        "impasse",
        "public_anger",
        "ties",
        "contact",
    }
)
"""Kinds of what is felt, said of others or lasts: a day and a place make no deed of them."""


def _is_asked_by_a_body(trigger: Trigger, event: EventMention) -> bool:
    """ "A board of inquiry recommended that both be retired": a body asks for what a clause tells."""
    asks = event.type == "REQUEST" and bool(syntax.children_of(trigger.head, "ccomp"))
    return asks and any(p.role in DOING and p.kind == "organization" for p in event.parties)


NOTHING = 2.0
"""More than the weight of any word: not vouched for."""

ANYWHERE = WORDED_WEIGHT
"""Weight from which a day and a place vouch for a word whose sides are not told: "was agreed in Oslo on 3 May"."""


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


def _acts(party: PartyMention, trigger: Trigger) -> bool:
    return party.role in DOING | DONE_TO and is_acting(party, trigger.head.doc)


def _needed_at(verb: Token) -> float:
    """Weight that a place in the sentence asks for; more than any word has for what is told in passing."""
    if verb.pos_ not in ("VERB", "AUX"):
        return NOTHING
    joined = verb.dep_ == "conj" and verb.head.dep_ == "ROOT" and bool(syntax.children_of(verb, *syntax.SUBJECTS))
    if is_main_clause(verb) or joined:
        return 0.0
    if verb.dep_ == "conj" and is_main_clause(verb.head):
        return BARE_WEIGHT
    return SAID_WEIGHT if verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" else NOTHING
