"""Who took part in an event, and as what: from grammatical places to roles, by the frame of the concept.

An accused, a speaker or a possessor is an actor only where the frame says so. Who is no entity takes part in words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_effects import effect_slots
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_frames import (
    ANNOUNCING,
    ATTENDED,
    CARRIED,
    DOING,
    FRAMES,
    GATHERING,
    LED,
    LIGHT,
    MEDIATED,
    NOUN_PLACES,
    RECEIVING,
    Frame,
)
from variorum.annotations.event_parties import is_measure, is_thing, may_act, may_be_hit, party_at
from variorum.annotations.event_recipients import STRUCK, concerned, towards
from variorum.annotations.event_slots import participation, slots_of
from variorum.annotations.event_triggers import Trigger
from variorum.schema.annotations import PartyMention, RoleMention

POLITICAL = frozenset({"person", "government", "organization", "armed_group", "country", "people", "other"})
NATURAL = frozenset({"earthquake", "storm_and_flood", "crash", "sinking", "collapse", "contamination", "fire"})
"""Kinds of happening that no state does."""

INITIALS = 3
"""Letters. Initials before a noun are used as an adjective is."""

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
    filled = [*_verb_roles(trigger), *(_noun_roles(trigger) if trigger.nominal else ())]
    for role, tokens in filled:
        for token in syntax.expand(tokens):
            _fill(sides, role, token, trigger, index)
    for role, entity in _compound_roles(trigger, index) if trigger.nominal else _moved(trigger, index):
        sides.roles.setdefault(entity, role)
    if not sides.has_affected(index):
        _find_recipients(sides, trigger, index)
    for role, tokens in effect_slots(effects, trigger):
        for token in syntax.expand(tokens):
            _fill(sides, role, token, trigger, index)
    if not sides.has_affected(index):
        _find_concerned(sides, trigger, index)
    return sides


def _find_recipients(sides: Sides, trigger: Trigger, index: EntityIndex) -> None:
    """Give an event the recipient that its frame does not find, by the prepositions of its type."""
    for token in towards(trigger):
        _fill(sides, "recipient", token, trigger, index)
        if sides.has_affected(index):
            return


def _find_concerned(sides: Sides, trigger: Trigger, index: EntityIndex) -> None:
    """Keep in words whom or what an event without a recipient concerns."""
    role = "host" if trigger.concept.type == "CONSULT" else "recipient"
    for token in concerned(trigger, index):
        party = party_at(token, role, index)
        if party is not None and party.entity not in sides.roles:
            sides.parties.setdefault(token.i, party)


def _fill(sides: Sides, role: str, token: Token, trigger: Trigger, index: EntityIndex) -> None:
    """Put who or what a token stands for into a role: entities, else its words."""
    entities = index.of(token) or (_inside(token, index) if role == "recipient" else ())
    named = [i for i in entities if index.entities[i].kind in POLITICAL and role != "victim"]
    stricken = role == "actor" and trigger.concept.name in NATURAL
    for entity in named:
        if not (stricken and index.entities[entity].kind == "country"):
            sides.roles.setdefault(entity, role)
    placed = bool(entities) and not named and role not in ("recipient", "victim", "host")
    if not named and not placed and not stricken and _may_fill(role, token, trigger):
        party = party_at(token, role, index)
        if party is not None:
            sides.parties.setdefault(token.i, party)


def _may_fill(role: str, token: Token, trigger: Trigger) -> bool:
    """Somebody may do or suffer anything; a thing may only strike or be struck."""
    if is_measure(token):
        return False
    if role == "recipient":
        return may_be_hit(token) or (trigger.concept.type in STRUCK and is_thing(token))
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


def _verb_roles(trigger: Trigger) -> Iterator[tuple[str, list[Token]]]:
    if trigger.nominal and trigger.light is None:
        yield from _doers(trigger)
        yield from _gathered(trigger)
        return
    verb = trigger.governor
    frame = _frame_of(trigger)
    slots = slots_of(verb, exclude=trigger.words if trigger.nominal else ())
    if not trigger.nominal:
        nouns = (w for w in trigger.words if w != verb and w.pos_ in ("NOUN", "PROPN"))
        slots += [(p.lower_, participation(o)) for w in nouns for p, o in syntax.prepositional(w)]
    between = any(slot == "between" for slot, _ in slots) or bool(syntax.prepositional(trigger.head, "between"))
    arranged = trigger.light_kind == "happen" and between and not syntax.is_passive(verb)
    announced = _is_of_others(trigger) and verb.lemma_.lower() in ANNOUNCING
    for slot, tokens in slots:
        if slot == "subject" and (arranged or announced):
            if arranged:
                yield "mediator", tokens
        elif slot in frame:
            yield frame[slot], [d for t in tokens for d in _issuers(t, verb)] if slot == "subject" else tokens


def _gathered(trigger: Trigger) -> Iterator[tuple[str, list[Token]]]:
    """Who joins, receives or sees whom "for talks"."""
    verb = trigger.head.head.head
    held = trigger.head.dep_ == "pobj" and trigger.head.head.lower_ in ("for", "in", "to") and verb.pos_ == "VERB"
    if held and trigger.concept.type == "CONSULT" and verb.lemma_.lower() in GATHERING:
        yield "participant", [t for slot, found in slots_of(verb) if slot in ("subject", "object") for t in found]


def _is_of_others(trigger: Trigger) -> bool:
    """True where who announces an event need not take part: talks, an attack, not sanctions or aid."""
    return trigger.light_kind != "call_off" and (
        trigger.mutual or trigger.concept.type in ("ASSAULT", "CONSULT", "NONE")
    )


def _issuers(subject: Token, verb: Token) -> list[Token]:
    """Who issues the words that a verb is said of: "X released a statement condemning Y"."""
    said = verb.dep_ == "acl" and verb.tag_ == "VBG" and subject == verb.head and not may_act(subject)
    above = subject.head
    if said and subject.dep_ == "dobj" and above.pos_ == "VERB":
        return syntax.subjects(above)
    return [subject]


def _doers(trigger: Trigger) -> Iterator[tuple[str, list[Token]]]:
    """Who heads, files or issues what a noun names."""
    verb = trigger.head.head
    target = trigger.head.dep_ == "dobj" or (trigger.head.dep_ == "nsubjpass" and syntax.is_passive(verb))
    if target and verb.lemma_.lower() in DOING:
        doers = syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
        yield ("participant" if trigger.mutual else "actor"), doers
    elif target and verb.lemma_.lower() in RECEIVING and not trigger.mutual:
        yield "recipient", syntax.subjects(verb)
        yield "actor", [o for source in (verb, trigger.head) for _, o in syntax.prepositional(source, "from")]


def _frame_of(trigger: Trigger) -> Frame:
    """The frame of a verb; that of a light verb is its own, or carries the direction of its noun."""
    if not trigger.nominal:
        return FRAMES[trigger.frame]
    own = LIGHT.get(trigger.light_kind or "")
    if own is not None:
        return own
    role = "participant" if trigger.mutual or trigger.frame in ("host", "broker") else "actor"
    return {"subject": role, **CARRIED}


def _noun_roles(trigger: Trigger) -> Iterator[tuple[str, list[Token]]]:
    noun = trigger.head
    mutual = trigger.mutual
    owner = "participant" if mutual else "actor"
    for prep, obj in syntax.prepositional(noun):
        if prep.lower_ in NOUN_PLACES and not (mutual and prep.lower_ in ("on", "against", "by")):
            yield NOUN_PLACES[prep.lower_], participation(obj)
        elif prep.lower_ == "of":
            yield _of_role(trigger, mutual=mutual), [obj]
    names = syntax.children_of(noun, "compound", "nmod")
    yield owner, [*syntax.children_of(noun, "poss"), *(p for n in names for p in syntax.children_of(n, "poss"))]
    for participle in (t for t in noun.subtree if t.dep_ in ("acl", "relcl") and syntax.is_passive(t)):
        lemma = participle.lemma_.lower()
        if lemma in MEDIATED | LED:
            yield ("mediator" if lemma in MEDIATED else "host"), syntax.agents(participle)
        elif lemma in ATTENDED and mutual:
            yield "participant", syntax.agents(participle)


def _of_role(trigger: Trigger, *, mutual: bool) -> str:
    if mutual:
        return "participant"
    return "actor" if trigger.frame == "from" else "recipient"


def _compound_roles(trigger: Trigger, index: EntityIndex) -> Iterator[tuple[str, int]]:
    """Roles in words before the noun: "Russian invasion", "the Armenia-Azerbaijan war", "Moscow-brokered deal"."""
    mutual = trigger.mutual
    for token in trigger.head.children:
        if token.dep_ not in ("amod", "compound", "nmod", "npadvmod") or token in trigger.words:
            continue
        own_name = index.at(token) is not None and index.entities[index.at(token) or 0].form == "name"
        if token.tag_ == "VBN" and token.lemma_.lower() in MEDIATED | LED:
            role = "mediator" if token.lemma_.lower() in MEDIATED else "host"
            yield from (
                (role, entity) for entity in _indexes(index, syntax.children_of(token, "npadvmod", "compound", "amod"))
            )
        else:
            hit = own_name and token.dep_ != "amod" and not _acts_in_compounds(token, index)
            role = "participant" if mutual else "recipient" if hit else "actor"
            for entity in _indexes(index, [token, *syntax.children_of(token, "compound", "amod")]):
                organized = mutual and index.entities[entity].kind == "organization"
                yield ("host" if organized else role), entity


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
