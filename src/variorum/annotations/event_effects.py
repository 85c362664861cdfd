"""Deaths and injuries told beside the violence that caused them belong to that event: "286 were killed in clashes"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import EFFECTS, MEASURES, Trigger

CAUSE_PREPOSITIONS = frozenset({"in", "during", "by", "after", "from", "amid", "through", "following"})

CAUSE_CONJUNCTIONS = frozenset({"when", "as", "after", "since"})

BREAKS = frozenset({";", ":", "–", "—"})
"""Marks between clauses of one sentence."""

EFFECT_VERBS = frozenset({"drown", "perish"})
"""Verbs of dying that the lexicon lists by what kills."""


def _is_effect(trigger: Trigger) -> bool:
    return trigger.concept.name in EFFECTS or trigger.head.lemma_.lower() in EFFECT_VERBS


def absorb_effects(triggers: Sequence[Trigger]) -> tuple[tuple[Trigger, ...], dict[int, Trigger]]:
    """Drop triggers that only tell an effect of another event of their sentence.

    Returns:
        The triggers kept, and for each word of a dropped one (token index) the event that it tells the effect of.
    """
    causes = {t.head.i: t for t in triggers if not _is_effect(t) and t.concept.type in ("ASSAULT", "NONE")}
    kept: list[Trigger] = []
    owner: dict[int, Trigger] = {}
    for trigger in triggers:
        cause = _cause(trigger.governor, causes) if _is_effect(trigger) else None
        if cause is None:
            kept.append(trigger)
        else:
            owner |= {word.i: cause for word in (*trigger.words, trigger.governor)}
    return _joined(kept, owner)


def _joined(kept: Sequence[Trigger], owner: dict[int, Trigger]) -> tuple[tuple[Trigger, ...], dict[int, Trigger]]:
    """Make one of effects that are told in one breath: "killing 12 and wounding 30"."""
    first = {t.governor.i: t for t in kept if _is_effect(t)}
    left: list[Trigger] = []
    for trigger in kept:
        verb = trigger.governor
        before = first.get(verb.head.i) if verb.dep_ == "conj" and _is_effect(trigger) else None
        if before is None or before == trigger or _own_scene(verb):
            left.append(trigger)
        else:
            owner |= {word.i: before for word in (*trigger.words, verb)}
    return tuple(left), owner


def _own_scene(verb: Token) -> bool:
    """True where a clause has a place, time or agent of its own, so that it may tell of something else."""
    return bool(syntax.children_of(verb, "prep", "agent", "npadvmod"))


def _cause(verb: Token, causes: dict[int, Trigger]) -> Trigger | None:
    """The violent event that a verb of killing depends on, takes as its subject, or names after "in", "by", ..."""
    near = [obj for prep, obj in syntax.prepositional(verb) if prep.lower_ in CAUSE_PREPOSITIONS]
    subjects = syntax.subjects(verb) if not syntax.is_passive(verb) else []
    near += [*subjects, *(o for s in subjects for _, o in syntax.prepositional(s, "of"))]
    near += [measured for obj in near for _, measured in _measured(obj)]
    near += [
        clause
        for told in (verb, *(v for v in verb.conjuncts if v.i > verb.i))
        for clause in syntax.children_of(told, "advcl")
        if any(t.lower_ in CAUSE_CONJUNCTIONS for t in clause.children)
    ]
    near += [verb.head] if verb.dep_ == "conj" else []
    near += _clause_before(verb)
    for token in syntax.expand(near):
        if token.i in causes:
            return causes[token.i]
    for node in syntax.ancestors(verb):
        found = causes.get(node.i) or next(
            (causes[t.i] for t in node.children if t.i in causes and t.dep_ in ("nsubj", "nsubjpass", "dobj")), None
        )
        if found is not None:
            return found
        if node.dep_ in ("ccomp", "relcl", "ROOT"):
            break
    return None


def _clause_before(verb: Token) -> list[Token]:
    """The clause before a semicolon or colon: "rebels shelled the town; nine were killed", "the raid was the worst: 30 died"."""
    joined = [t for t in verb.children if t.dep_ in ("ccomp", "parataxis") and t.i < verb.i]
    marks = {t: {mark.text for mark in verb.doc[t.i : verb.i]} for t in joined}
    told = [t for t in joined if marks[t] & BREAKS]
    return [*told, *(subject for t in told if ":" in marks[t] for subject in syntax.subjects(t))]


def _measured(noun: Token) -> list[tuple[Token, Token]]:
    """What a measure is of: "in five weeks of fighting"."""
    return syntax.prepositional(noun, "of") if noun.lemma_.lower() in MEASURES else []


def effect_slots(effects: Sequence[Token], trigger: Trigger) -> Iterator[tuple[str, list[Token]]]:
    """Who did and who suffered what an event's effect tells: "gunmen killed five in the attack", "leaving three dead".

    Args:
        effects: the verbs and nouns that were dropped for this event.
    """
    doer = "participant" if trigger.mutual else "actor"
    own = {trigger.head, *trigger.words, *effects}
    for word in effects:
        if word.pos_ not in ("VERB", "AUX"):
            yield "victim", [o for _, o in syntax.prepositional(word, "of", "to")]
        elif syntax.is_passive(word):
            yield "victim", syntax.subjects(word)
            yield doer, [t for t in syntax.agents(word) if t not in own]
        else:
            yield "victim", syntax.objects(word)
            yield doer, [t for t in syntax.subjects(word) if t not in own and t.i < word.i]


def effect_owner(token: Token, causes: dict[int, Trigger]) -> Trigger | None:
    """The violent event whose deaths or injuries a counted word tells ("clashes left 286 dead")."""
    verb = token if token.pos_ in ("VERB", "AUX") else syntax.finite_verb(token)
    return _cause(verb, causes)
