"""Who stands where around a verb: its grammatical places, with passives turned round. Knows no event and no lexicon."""

from collections.abc import Sequence

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_frames import HELD, WITHDRAWING

Slot = tuple[str, list[Token]]
"""A grammatical place (subject, object, agent, holder, present, mediating, inviting, or a preposition) and the tokens that fill it."""

MEDIATING = frozenset({"mediating", "brokering", "moderating", "facilitating"})
TAKING_PART = frozenset({"participation", "presence", "attendance", "mediation", "leader", "delegation"})


def slots_of(verb: Token, *, exclude: Sequence[Token] = ()) -> list[Slot]:
    """The grammatical places of a verb that are filled: passives are turned round.

    Args:
        exclude: tokens that fill none, the event noun that a light verb carries.
    """
    subjects = [t for t in syntax.subjects(verb) or _name_before(verb) if t not in exclude]
    agents, objects = syntax.agents(verb), [t for t in syntax.objects(verb) if t not in exclude]
    if syntax.is_passive(verb):
        slots: list[Slot] = [("object", subjects), ("subject", agents), ("agent", agents)]
    else:
        slots = [("subject", subjects), ("object", objects)]
    for prep, obj in (*syntax.prepositional(verb), *_taken_from(verb, objects)):
        if prep.lower_ == "with" and (mediating := _mediators(obj)):
            slots.append(("mediating", mediating))
            slots += [("between", [o]) for _, o in syntax.prepositional(obj, "between")]
        elif obj.lemma_.lower() == "invitation" or (prep.lower_ == "as" and obj.lemma_.lower() == "guest"):
            slots.append(("inviting", [o for _, o in syntax.prepositional(obj, "of", "from")]))
        else:
            slots.append((prep.lower_, participation(obj)))
        if obj.lemma_.lower() in HELD:
            slots.append(("holder", [o for _, o in syntax.prepositional(obj, "of", "by")]))
    slots.append(("present", _present(verb)))
    return [(slot, tokens) for slot, tokens in slots if tokens]


def _taken_from(verb: Token, objects: Sequence[Token]) -> list[tuple[Token, Token]]:
    """Where what is withdrawn was, where the parser hangs that on what is withdrawn: "pulled 200 soldiers from X"."""
    if verb.lemma_.lower() not in WITHDRAWING:
        return []
    taken = [*objects, *(o for obj in objects for _, o in syntax.prepositional(obj, "of"))]
    return [pair for word in taken for pair in syntax.prepositional(word, "from")]


def targets_of(verb: Token) -> list[Token]:
    """What a verb is done to: its objects, in the passive its subjects."""
    return syntax.subjects(verb) if syntax.is_passive(verb) else syntax.objects(verb)


def participation(obj: Token) -> list[Token]:
    """ "with the participation of X" is with X."""
    if obj.lemma_.lower() in TAKING_PART:
        inner = [o for _, o in syntax.prepositional(obj, "of")]
        return [obj, *inner] if obj.lemma_ == "leader" else inner or [obj]
    return [obj]


def _mediators(obj: Token) -> list[Token]:
    """Who does so in "with X mediating" or "with X acting as mediator"."""
    roles = [o.lemma_.lower() for _, o in syntax.prepositional(obj, "as")]
    if obj.lower_ in MEDIATING or "mediator" in roles:
        return syntax.children_of(obj, "nsubj", "compound", "poss", "nmod")
    return []


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


def _present(verb: Token) -> list[Token]:
    """Who is said to be there in "with X and Y present"."""
    return [
        subject
        for clause in syntax.children_of(verb, "advcl", "prep")
        for word in (clause, *clause.children)
        if word.lemma_.lower() in ("present", "attend", "participate") and word.dep_ in ("advcl", "pcomp")
        for subject in syntax.children_of(word, "nsubj")
    ]
