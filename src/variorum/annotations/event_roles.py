"""Who took part in an event, and as what: from grammatical places to roles, by the frame of the concept.

An accused, a speaker or a possessor is an actor only where the frame says so. Who is no entity takes part in words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_effects import effect_slots
from variorum.annotations.event_entities import EntityIndex, numbered
from variorum.annotations.event_fillers import Filler, find_fillers
from variorum.annotations.event_frames import CLAIMED, LED, MEDIATED
from variorum.annotations.event_parties import (
    PLURALS,
    is_measure,
    is_sent,
    is_thing,
    kind_of,
    may_act,
    may_be_hit,
    party_at,
)
from variorum.annotations.event_recipients import STRUCK, concerned, has_counterpart, next_party, towards
from variorum.annotations.event_triggers import Trigger
from variorum.schema.annotations import PartyMention, RoleMention

POLITICAL = frozenset({"person", "government", "organization", "armed_group", "country", "people", "other"})
NATURAL = frozenset(
    {"earthquake", "storm_and_flood", "crash", "accident", "sinking", "collapse", "contamination", "fire"}
)
"""Kinds of happening that no state does."""

LAWFUL = frozenset({"arrest", "conviction", "deportation"})
"""Concepts of what only the authorities of a place do."""

INITIALS = 3
"""Letters. Initials before a noun are used as an adjective is."""

GIVEN_TYPES = frozenset({"SUPPORT", "AID", "REQUEST", "THREATEN", "AGREE", "CONCEDE", "COOPERATE"})
"""Types whose verb may take as its object what is given: help, a promise, a warning."""

TALKING = ("participant", "host")
DOERS = ("actor", "participant")
AFFECTED = ("recipient", "victim", "participant", "host")


@dataclass(slots=True)
class Sides:
    """Who takes part in one event, each once: entity mentions by index, others by the token that heads their words."""

    roles: dict[int, str] = field(default_factory=dict)
    parties: dict[int, PartyMention] = field(default_factory=dict)

    def role_mentions(self) -> tuple[RoleMention, ...]:
        """The entities among them, in text order."""
        return tuple(RoleMention(role=role, entity=entity) for entity, role in sorted(self.roles.items()))

    def party_mentions(self) -> tuple[PartyMention, ...]:
        """Those in words, in text order; none that is an entity with a role too."""
        found = (self.parties[i] for i in sorted(self.parties))
        return tuple(p for p in found if p.entity is None or p.entity not in self.roles)

    def has_doer(self) -> bool:
        """True where somebody does it."""
        return "actor" in self.roles.values() or any(p.role == "actor" for p in self.parties.values())

    def has_affected(self, index: EntityIndex) -> bool:
        """True where somebody is acted on, or takes part beside another."""
        held = {(role, index.entities[i].chain) for i, role in self.roles.items()}
        words = [p.role for p in self.parties.values()]
        beside = [role for role, _ in held if role in AFFECTED] + [role for role in words if role in AFFECTED]
        return "recipient" in beside or "victim" in beside or len(beside) > 1


def find_sides(trigger: Trigger, index: EntityIndex, effects: Sequence[Token] = ()) -> Sides:
    """Read who takes part in one event, as entity mentions and in words.

    Args:
        effects: words that tell what the event did to people.
    """
    sides = Sides()
    _fill_all(sides, find_fillers(trigger), trigger, index)
    for role, entity in _compound_roles(trigger, index) if trigger.nominal else _moved(trigger, index):
        sides.roles.setdefault(entity, role)
    if not sides.has_affected(index):
        _find_recipients(sides, trigger, index)
    _fill_all(sides, effect_slots(effects, trigger), trigger, index)
    if not sides.has_affected(index):
        _find_concerned(sides, trigger, index)
    if not sides.has_affected(index):
        _find_nearest(sides, trigger, index)
    if trigger.concept.name in LAWFUL and not sides.has_doer():
        _find_authority(sides, trigger, index)
    return sides


def _find_authority(sides: Sides, trigger: Trigger, index: EntityIndex) -> None:
    """Keep in words the state in which somebody is arrested or tried by nobody named: its own authorities do that."""
    for _, obj in syntax.prepositional(trigger.governor, "in"):
        entity = index.at(obj)
        if entity is not None and index.entities[entity].kind == "country" and entity not in sides.roles:
            party = party_at(obj, "actor", index)
            if party is not None:
                sides.parties.setdefault(obj.i, party)


def _find_nearest(sides: Sides, trigger: Trigger, index: EntityIndex) -> None:
    """Keep in words the next party that the sentence names after a deed that is done to somebody.

    A deed of a sentence's main verb with a doer and no other side is seldom told without naming whom it concerns.
    """
    if not has_counterpart(trigger):
        return
    acting = {index.entities[i].chain for i, role in sides.roles.items() if role in DOERS}
    if not acting and not any(p.role in DOERS for p in sides.parties.values()):
        return
    token = next_party(trigger, acting, POLITICAL, index)
    party = party_at(token, "recipient", index) if token is not None else None
    if token is not None and party is not None:
        sides.parties.setdefault(token.i, party)


def _find_recipients(sides: Sides, trigger: Trigger, index: EntityIndex) -> None:
    """Give an event the recipient that its frame does not find, by the prepositions of its type."""
    for token in towards(trigger):
        if not is_measure(token):
            _fill(sides, "recipient", token, trigger, index)
        if sides.has_affected(index):
            return


def _find_concerned(sides: Sides, trigger: Trigger, index: EntityIndex) -> None:
    """Keep in words whom or what an event without a recipient concerns."""
    role = "host" if trigger.concept.type == "CONSULT" else "recipient"
    for token in concerned(trigger, index):
        own = _is_own_thing(token, sides, index) or _is_sent_thing(token, trigger)
        party = None if own else party_at(token, role, index)
        if party is not None and party.entity not in sides.roles:
            sides.parties.setdefault(token.i, party)


def _fill_all(sides: Sides, fillers: Iterable[Filler], trigger: Trigger, index: EntityIndex) -> None:
    """Fill roles; who is named beside somebody in a list is somebody too."""
    for role, tokens in fillers:
        listed = [token for token in _with_examples(syntax.expand(tokens)) if not is_measure(token)]
        listed += _after_states(listed, index) if role == "participant" else []
        vouched = any(may_act(token) for token in listed)
        for token in listed:
            _fill(sides, role, token, trigger, index, vouched=vouched)


def _with_examples(tokens: Sequence[Token]) -> list[Token]:
    """Some tokens and who is named among them: "officers, including Major X"."""
    named = (o for token in tokens for _, o in syntax.prepositional(token, "including"))
    return [*tokens, *syntax.expand(named)]


def _after_states(tokens: Sequence[Token], index: EntityIndex) -> list[Token]:
    """People whom the parser joins with the state of the one before: Y of "President X of Velmara and Y met"."""
    people = (t for t in tokens if (i := index.at(t)) is not None and index.entities[i].kind == "person")
    states = (obj for t in people for _, obj in syntax.prepositional(t, "of"))
    beside = (t for obj in states for t in syntax.expand([obj]) if t != obj)
    return [t for t in beside if (i := index.at(t)) is not None and index.entities[i].kind == "person"]


def _fill(
    sides: Sides, role: str, token: Token, trigger: Trigger, index: EntityIndex, *, vouched: bool = False
) -> None:
    """Put who or what a token stands for into a role: entities, else its words."""
    if role == "recipient" and _cannot_suffer(token, sides, trigger, index):
        return
    if role in TALKING and _is_topic(token, index) and not (vouched and token.tag_ in PLURALS):
        return
    entities = (
        _named_in_plural(token, index)
        or index.of(_named_beside(token, index))
        or (_inside(token, index) if role == "recipient" else ())
    )
    named = [i for i in entities if index.entities[i].kind in POLITICAL and role != "victim"]
    stricken = role == "actor" and trigger.concept.name in NATURAL
    for entity in named:
        if not (stricken and index.entities[entity].kind == "country"):
            sides.roles.setdefault(entity, role)
    acts = role == "actor" and token.dep_ == "nsubj" and token.pos_ == "PROPN"
    placed = index.at(token) is not None and not named and not acts and role not in ("recipient", "victim", "host")
    if (
        not named
        and not placed
        and not stricken
        and (vouched or index.antecedent(token) or _may_fill(role, token, trigger))
    ):
        party = party_at(token, role, index)
        if party is not None:
            sides.parties.setdefault(token.i, party)


def _named_in_plural(token: Token, index: EntityIndex) -> list[int]:
    """Those whom a noun for several people introduces: "the mediators Ann Low and Bo Rask"."""
    if token.tag_ not in PLURALS or index.at(token) is not None or not may_act(token):
        return []
    names = syntax.expand(syntax.children_of(token, "appos"))
    found = [i for name in names if (i := index.at(name)) is not None]
    return [i for i in found if index.entities[i].kind == "person" and index.entities[i].form == "name"]


def _named_beside(token: Token, index: EntityIndex) -> Token:
    """The name after a description: "his counterpart, Ana Soro" is she."""
    own = index.at(token)
    if own is None or index.entities[own].form == "description":
        for name in syntax.children_of(token, "appos"):
            named = index.at(name)
            if named is not None and index.entities[named].form == "name" and index.entities[named].kind == "person":
                return name
    return token


def _cannot_suffer(token: Token, sides: Sides, trigger: Trigger, index: EntityIndex) -> bool:
    """True for what the actor says, owns or fires, and for a pronoun that stands for the happening itself."""
    if token.pos_ == "PRON" and token in trigger.words:
        return True
    return _is_own_word(token, trigger) or _is_own_thing(token, sides, index) or _is_sent_thing(token, trigger)


def _is_sent_thing(token: Token, trigger: Trigger) -> bool:
    """True for a missile or bomb: whose it is was not hit by it."""
    return trigger.concept.type == "ASSAULT" and is_sent(token, trigger.head) and not may_act(token)


def _is_own_thing(token: Token, sides: Sides, index: EntityIndex) -> bool:
    """True for what is the actor's own, as its pronoun says: "opened its borders", "lifted their ban"."""
    owners = [index.at(t) for t in syntax.children_of(token, "poss") if t.tag_ == "PRP$"]
    acting = {index.entities[i].chain for i, role in sides.roles.items() if role == "actor"}
    return any(i is not None and index.entities[i].chain in acting for i in owners)


def _is_topic(token: Token, index: EntityIndex) -> bool:
    """True for a thing that is talked about, whose name need be nobody's: "discussed the Medicare provisions"."""
    return index.at(token) is None and token.pos_ == "NOUN" and kind_of(token) == "other" and not numbered(token)


def _is_own_word(token: Token, trigger: Trigger) -> bool:
    """True for what an actor gives of its own: in "expressed X's support", X supports."""
    return token in trigger.words and trigger.concept.type in GIVEN_TYPES and not may_be_hit(token)


def _may_fill(role: str, token: Token, trigger: Trigger) -> bool:
    """Somebody may do or suffer anything; a thing may only strike or be struck."""
    if role == "recipient":
        struck = trigger.concept.type in STRUCK and is_thing(token) and not is_sent(token, trigger.head)
        return may_be_hit(token) or struck
    return may_act(token) or (trigger.concept.type == "ASSAULT" and role == "actor" and is_thing(token))


def _inside(token: Token, index: EntityIndex) -> list[int]:
    """The state that holds what is hit: "villages in X", "a base near Y in X"."""
    found = [index.at(o) for _, obj in syntax.prepositional(token, "in", "inside") for o in syntax.expand([obj])]
    return [i for i in found if i is not None and index.entities[i].kind == "country"]


def _moved(trigger: Trigger, index: EntityIndex) -> Iterator[tuple[str, int]]:
    """Forces that "have been stationed" or that a state "deploys" are the actor's own."""
    if trigger.frame != "actor-theme" or trigger.concept.type not in ("MOBILIZE", "RETREAT"):
        return
    themes = syntax.subjects(trigger.head) if syntax.is_passive(trigger.head) else syntax.objects(trigger.head)
    for entity in _indexes(index, syntax.expand(themes)):
        if index.entities[entity].kind == "armed_group" and index.entities[entity].country:
            yield "actor", entity


def _compound_roles(trigger: Trigger, index: EntityIndex) -> Iterator[tuple[str, int]]:
    """Roles in words before the noun: "Russian invasion", "the Armenia-Azerbaijan war", "Moscow-brokered deal"."""
    mutual = trigger.mutual
    for token in trigger.head.children:
        if token.dep_ not in ("amod", "compound", "nmod", "npadvmod") or token in trigger.words:
            continue
        own_name = index.at(token) is not None and index.entities[index.at(token) or 0].form == "name"
        if token.tag_ == "VBN" and token.lemma_.lower() in MEDIATED | LED | CLAIMED:
            role = _role_before_participle(token, trigger)
            yield from (
                (role, entity) for entity in _indexes(index, syntax.children_of(token, "npadvmod", "compound", "amod"))
            )
        else:
            hit = own_name and token.dep_ != "amod" and not _acts_in_compounds(token, index)
            role = "participant" if mutual else "recipient" if hit else "actor"
            for entity in _indexes(index, [token, *syntax.children_of(token, "compound", "amod")]):
                organized = mutual and index.entities[entity].kind == "organization"
                yield ("host" if organized else role), entity


def _role_before_participle(participle: Token, trigger: Trigger) -> str:
    """Who brokers mediates, who leads talks hosts them; who leads or claims a deed does it ("X-led intervention")."""
    lemma = participle.lemma_.lower()
    if lemma in MEDIATED:
        return "mediator"
    return "actor" if trigger.concept.direction == "directed" and not trigger.mutual else "host"


def _acts_in_compounds(token: Token, index: EntityIndex) -> bool:
    """True of names that before a deed name its doer: bodies, forces, and states by their initials ("a U.S. raid")."""
    entity = index.at(token)
    initials = token.text.isupper() and len(token.text.replace(".", "")) <= INITIALS
    return initials or (entity is not None and index.entities[entity].kind in ("organization", "armed_group"))


def _indexes(index: EntityIndex, tokens: Iterable[Token]) -> Iterator[int]:
    for token in tokens:
        entity = index.at(token)
        if entity is not None and index.entities[entity].kind in POLITICAL:
            yield entity
