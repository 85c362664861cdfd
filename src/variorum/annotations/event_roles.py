"""Who took part in an event, and as what: from grammatical places to roles, by the frame of the concept.

An accused, a speaker or a possessor is an actor only where the frame says so.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_triggers import Trigger
from variorum.schema.annotations import RoleMention

Place = tuple[str, list[Token]]
"""A grammatical place (subject, object, with, ...) and the tokens that fill it."""

POLITICAL = frozenset({"person", "government", "organization", "armed_group", "country", "people", "other"})
FRAMES: dict[str, dict[str, str]] = {
    "actor-recipient": {
        "subject": "actor",
        "object": "recipient",
        "against": "recipient",
        "on": "recipient",
        "at": "recipient",
    },
    "mutual": {
        "subject": "participant",
        "object": "participant",
        "with": "participant",
        "between": "participant",
        "among": "participant",
    },
    "host": {"subject": "host", "object": "participant", "with": "participant", "between": "participant"},
    "broker": {"subject": "mediator", "between": "participant", "with": "participant"},
    "experiencer": {"subject": "recipient", "agent": "actor", "from": "actor"},
    "transfer": {"subject": "actor", "to": "recipient", "for": "recipient"},
    "from": {"subject": "actor", "from": "recipient"},
    "actor-theme": {"subject": "actor", "from": "recipient", "against": "recipient"},
    "against": {"subject": "actor", "against": "recipient"},
    "held": {"holder": "actor"},
}
LIGHT: dict[str, dict[str, str]] = {
    "broker": {"subject": "mediator", "between": "participant", "with": "participant"},
    "host": {"subject": "host", "between": "participant", "with": "participant"},
    "attend": {"subject": "participant"},
    "suffer": {"subject": "recipient"},
    "repel": {"subject": "recipient"},
}
NOUN_PLACES = {
    "between": "participant",
    "among": "participant",
    "with": "participant",
    "against": "recipient",
    "on": "recipient",
    "by": "actor",
}
MEDIATED = frozenset({"broker", "mediate", "sponsor", "facilitate", "moderate", "arrange"})
HELD = frozenset({"control", "occupation", "rule", "administration"})
"""What a place is under, of somebody."""

ANNOUNCING = frozenset({"announce", "propose", "expect", "suggest", "call", "see", "witness", "follow"})
"""Light verbs whose subject takes no part in the event."""

LED = frozenset({"lead", "host", "organize", "organise", "chair", "convene"})


NATURAL = frozenset({"earthquake", "storm_and_flood", "crash", "sinking", "collapse", "contamination", "fire"})
"""Kinds of happening that no state does."""

ATTENDED = frozenset({"attend", "join"})


def find_roles(trigger: Trigger, index: EntityIndex) -> tuple[RoleMention, ...]:
    """Read the roles of one event, each entity mention once, in text order."""
    roles: dict[int, str] = {}
    filled = [*_verb_roles(trigger), *(_noun_roles(trigger) if trigger.nominal else ())]
    for role, tokens in filled:
        for token in syntax.expand(tokens):
            for entity in index.of(token) or (_inside(token, index) if role == "recipient" else ()):
                stricken = (
                    role == "actor" and trigger.concept.name in NATURAL and index.entities[entity].kind == "country"
                )
                if index.entities[entity].kind in POLITICAL and not stricken:
                    roles.setdefault(entity, role)
    for role, entity in _compound_roles(trigger, index) if trigger.nominal else _moved(trigger, index):
        roles.setdefault(entity, role)
    return tuple(RoleMention(role=role, entity=entity) for entity, role in sorted(roles.items()))


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
        return
    verb = trigger.governor
    frame = LIGHT.get(trigger.light_kind or "", {}) if trigger.nominal else FRAMES[trigger.frame]
    if trigger.nominal and trigger.light_kind in (
        "happen",
        "begin",
        "end",
        "reach",
        "plan",
        "call_off",
        "prevent",
        None,
    ):
        frame = _carried_frame(trigger)
    places = _places(verb, exclude=trigger.words if trigger.nominal else ())
    if not trigger.nominal:
        places += [
            (p.lower_, _participation(o))
            for w in trigger.words
            if w != verb and w.pos_ in ("NOUN", "PROPN")
            for p, o in syntax.prepositional(w)
        ]
    between = any(place == "between" for place, _ in places) or bool(syntax.prepositional(trigger.head, "between"))
    arranged = trigger.light_kind == "happen" and between and not syntax.is_passive(verb)
    for place, tokens in places:
        if place == "subject" and (
            arranged or (trigger.light_kind != "call_off" and verb.lemma_.lower() in ANNOUNCING)
        ):
            if arranged:
                yield "mediator", tokens
        elif place in frame:
            yield frame[place], tokens


def _carried_frame(trigger: Trigger) -> dict[str, str]:
    """The frame of a light verb that adds nothing of its own: the noun's direction decides."""
    role = "participant" if trigger.mutual or trigger.frame in ("host", "broker") else "actor"
    return {
        "subject": role,
        "between": "participant",
        "with": "participant",
        "against": "recipient",
        "on": "recipient",
        "present": "participant",
    }


def _places(verb: Token, *, exclude: Sequence[Token]) -> list[Place]:
    """The grammatical places of a verb: passives are turned round."""
    subjects = [t for t in syntax.subjects(verb) or _name_before(verb) if t not in exclude]
    agents, objects = syntax.agents(verb), [t for t in syntax.objects(verb) if t not in exclude]
    if syntax.is_passive(verb):
        places: list[Place] = [("object", subjects), ("subject", agents), ("agent", agents)]
    else:
        places = [("subject", subjects), ("object", objects)]
    for prep, obj in syntax.prepositional(verb):
        places.append((prep.lower_, _participation(obj)))
        if obj.lemma_.lower() in HELD:
            places.append(("holder", [o for _, o in syntax.prepositional(obj, "of", "by")]))
    places.append(("present", _present(verb)))
    return [(place, tokens) for place, tokens in places if tokens]


def _name_before(verb: Token) -> list[Token]:
    """The name right before a finite verb without a subject: the parser has taken it for part of a date before it."""
    if (
        verb.tag_ not in ("VBD", "VBZ", "VBP")
        or verb.i == syntax.sentence_bounds(verb)[0]
        or verb.dep_ in ("relcl", "acl", "conj", "xcomp")
    ):
        return []
    before = verb.nbor(-1)
    return [before] if before.pos_ == "PROPN" else []


def _participation(obj: Token) -> list[Token]:
    """ "with the participation of X" is with X."""
    if obj.lemma_.lower() in ("participation", "presence", "attendance", "mediation", "leader", "delegation"):
        inner = [o for _, o in syntax.prepositional(obj, "of")]
        return [obj, *inner] if obj.lemma_ == "leader" else inner or [obj]
    return [obj]


def _present(verb: Token) -> list[Token]:
    """Who is said to be there in "with X and Y present"."""
    return [
        subject
        for clause in syntax.children_of(verb, "advcl", "prep")
        for word in (clause, *clause.children)
        if word.lemma_.lower() in ("present", "attend", "participate") and word.dep_ in ("advcl", "pcomp")
        for subject in syntax.children_of(word, "nsubj")
    ]


def _noun_roles(trigger: Trigger) -> Iterator[tuple[str, list[Token]]]:
    noun = trigger.head
    mutual = trigger.mutual
    owner = "participant" if mutual else "actor"
    for prep, obj in syntax.prepositional(noun):
        if prep.lower_ in NOUN_PLACES and not (mutual and prep.lower_ in ("on", "against", "by")):
            yield NOUN_PLACES[prep.lower_], _participation(obj)
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
            role = "participant" if mutual else "recipient" if own_name and token.dep_ != "amod" else "actor"
            for entity in _indexes(index, [token, *syntax.children_of(token, "compound", "amod")]):
                organized = mutual and index.entities[entity].kind == "organization"
                yield ("host" if organized else role), entity


def _indexes(index: EntityIndex, tokens: Iterable[Token]) -> Iterator[int]:
    for token in tokens:
        entity = index.at(token)
        if entity is not None and index.entities[entity].kind in POLITICAL:
            yield entity
