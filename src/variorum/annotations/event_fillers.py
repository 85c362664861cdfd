"""What fills which role of an event: grammatical places read by the frame of its concept, its light verb or its noun."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_demands import asked_of
from variorum.annotations.event_frames import (
    ANNOUNCING,
    ATTENDED,
    CARRIED,
    DOING,
    FRAMES,
    GATHERING,
    GIVEN,
    HITTING,
    LED,
    LIGHT,
    MEDIATED,
    NOUN_PLACES,
    RECEIVED,
    RECEIVING,
    TRANSITIVE,
    WITHDRAWING,
    Frame,
)
from variorum.annotations.event_parties import kind_of, may_act
from variorum.annotations.event_recipients import authors_of
from variorum.annotations.event_slots import participation, slots_of, targets_of
from variorum.annotations.event_triggers import Trigger
from variorum.schema.concepts import load_concepts

Filler = tuple[str, list[Token]]
"""A role and the tokens that fill it, without what is coordinated with them."""


def find_fillers(trigger: Trigger) -> list[Filler]:
    """The roles that the words around a trigger fill, those of its verb before those of its noun."""
    found = [*_verb_roles(trigger), *(_noun_roles(trigger) if trigger.nominal else ())]
    return [*found, *_hit(trigger)] if trigger.concept.type == "ASSAULT" and not trigger.mutual else found


def _verb_roles(trigger: Trigger) -> Iterator[tuple[str, list[Token]]]:
    if trigger.nominal and trigger.light is None:
        yield from _doers(trigger)
        yield from _gathered(trigger)
        return
    verb = trigger.governor
    frame = _frame_of(trigger)
    slots = slots_of(verb, exclude=trigger.words if trigger.nominal else ())
    if not trigger.nominal:
        nouns = [w for w in trigger.words if w != verb and w.pos_ in ("NOUN", "PROPN")]
        authors = [t for t in authors_of(trigger) if may_act(t)]
        if not authors:
            slots += [(p.lower_, participation(o)) for w in nouns for p, o in syntax.prepositional(w)]
        yield "recipient", [*asked_of(trigger), *authors]
        yield "recipient", _set_free(trigger)
        yield from _of_the_deed(trigger, nouns)
    between = any(slot == "between" for slot, _ in slots) or bool(syntax.prepositional(trigger.head, "between"))
    arranged = trigger.light_kind == "happen" and between and not syntax.is_passive(verb)
    announced = trigger.nominal and _is_of_others(trigger) and verb.lemma_.lower() in ANNOUNCING
    clipped = _is_clipped(trigger)
    for slot, tokens in slots:
        if slot == "subject" and clipped:
            yield "recipient", tokens
        elif slot == "subject" and (arranged or announced):
            if arranged:
                yield "mediator", tokens
        elif slot in frame:
            yield frame[slot], [d for t in tokens for d in _issuers(t, verb)] if slot == "subject" else tokens


def _of_the_deed(trigger: Trigger, nouns: Iterable[Token]) -> Iterator[Filler]:
    """Whose deed it is that is asked for, and on whom lay what is lifted: "demanded the release of X"."""
    if trigger.concept.type in ("REQUEST", "CONCEDE") and "object" in _frame_of(trigger):
        deeds = [noun for noun in nouns if load_concepts().of_noun(noun.lemma_.lower())]
        yield "recipient", [o for noun in deeds for _, o in syntax.prepositional(noun, "of", "by")]


def _set_free(trigger: Trigger) -> list[Token]:
    """Who is released or handed over, beside whom to: the frame gives only the latter."""
    if trigger.concept.type != "RETREAT" or trigger.frame not in GIVEN:
        return []
    return [t for t in syntax.expand(targets_of(trigger.head)) if kind_of(t) in ("person", "people")]


def _is_clipped(trigger: Trigger) -> bool:
    """True for a passive without its auxiliary, as headlines have it: "Minister arrested in Lima"."""
    verb = trigger.head
    done_to = verb.lemma_.lower() in TRANSITIVE and verb.tag_ in ("VBD", "VBN")
    alone = not syntax.objects(verb) and not syntax.children_of(verb, "aux", "auxpass", "ccomp", "xcomp")
    return done_to and alone and not syntax.is_passive(verb) and verb.dep_ != "conj"


def _gathered(trigger: Trigger) -> Iterator[tuple[str, list[Token]]]:
    """Who joins, receives or sees whom "for talks"."""
    verb = trigger.head.head.head
    held = trigger.head.dep_ == "pobj" and trigger.head.head.lower_ in ("for", "in", "to") and verb.pos_ == "VERB"
    if held and trigger.concept.type == "CONSULT" and verb.lemma_.lower() in GATHERING:
        yield "participant", [t for slot, found in slots_of(verb) if slot in ("subject", "object") for t in found]


def _hit(trigger: Trigger) -> Iterator[Filler]:
    """Whom an attack is said to have met: "the raid hit X", "carried out a raid, targeting X"."""
    above = trigger.head.head
    verbs = syntax.children_of(trigger.governor, "advcl") + syntax.children_of(trigger.head, "acl")
    verbs += [above] if trigger.nominal and trigger.head.dep_ == "nsubj" else []
    for verb in verbs:
        if verb.lemma_.lower() in HITTING and not syntax.is_passive(verb):
            yield "recipient", [t for t in syntax.objects(verb) if t not in trigger.words]


def _is_of_others(trigger: Trigger) -> bool:
    """True where who announces an event need not take part: talks, an attack, not sanctions, aid or a truce with another."""
    own = trigger.concept.type == "AGREE" and bool(syntax.prepositional(trigger.head, "with"))
    return (
        trigger.light_kind != "call_off"
        and not own
        and trigger.concept.name != "territorial_capture"
        and (trigger.mutual or trigger.concept.type in ("ASSAULT", "CONSULT", "NONE"))
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
        taken = trigger.head.lemma_.lower() in WITHDRAWING and any(s == "from" for s, _ in slots_of(trigger.head))
        return FRAMES["from" if taken else trigger.frame]
    if trigger.light_kind == "host" and not trigger.mutual and trigger.concept.type != "CONSULT":
        return RECEIVED if trigger.governor.lemma_.lower() in RECEIVING else {"subject": "actor", **CARRIED}
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
        elif prep.lower_ == "from" and _is_undergone(trigger):
            yield "actor", [obj]
        elif prep.lower_ == "of":
            yield _of_role(trigger, mutual=mutual), [obj]
            if mutual:
                yield "participant", [o for _, o in syntax.prepositional(obj, "between", "among", "with")]
    names = syntax.children_of(noun, "compound", "nmod")
    yield owner, [*syntax.children_of(noun, "poss"), *(p for n in names for p in syntax.children_of(n, "poss"))]
    for participle in (t for t in noun.subtree if t.dep_ in ("acl", "relcl") and syntax.is_passive(t)):
        lemma = participle.lemma_.lower()
        if lemma in MEDIATED | LED:
            yield ("mediator" if lemma in MEDIATED else "host"), syntax.agents(participle)
        elif lemma in ATTENDED and mutual:
            yield "participant", syntax.agents(participle)


def _is_undergone(trigger: Trigger) -> bool:
    """True where the verb of an event noun makes its subject the one to whom it is done."""
    received = trigger.light is not None and trigger.light.lemma_.lower() in RECEIVING
    return trigger.light_kind == "suffer" or (received and not trigger.mutual)


def _of_role(trigger: Trigger, *, mutual: bool) -> str:
    if mutual:
        return "participant"
    return "actor" if trigger.frame == "from" else "recipient"
