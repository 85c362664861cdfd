"""Rounds of talks that a report names without the talks: "the fourth round is to be held in Bern".

Where a report tells of negotiations, a numbered round, cycle or session is one of them; in one of games or elections it is not.
"""

from collections.abc import Collection, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_settings import Settings
from variorum.annotations.event_triggers import Trigger, light_verb_of
from variorum.schema.concepts import Concept, load_concepts

ROUNDS = frozenset({"round", "cycle", "session"})
COUNTED = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth next last latest new previous final opening another".split()
)
OF_TALKS = frozenset(
    "talk negotiation negotiator delegation delegate mediator mediation dialogue truce ceasefire cease-fire peace guarantor "
    "counterpart rebel guerrilla envoy".split()
)
"""Words of which a report of talks has several."""

ELSEWHERE = frozenset(
    "vote voter election runoff poll ballot candidate match cup tournament game team player league funding investment "
    "bullet ammunition parliament assembly drink golf training cell sanction".split()
)
"""Words that make a round one of something else."""

ENOUGH = 3
"""Different words of talks in a report."""

WEIGHT = 0.55


def find_rounds(doc: Doc, taken: Collection[int], settings: Settings) -> tuple[Trigger, ...]:
    """Find the rounds of talks that nothing else names, in text order.

    Args:
        taken: words of events that were found already (token indexes).
    """
    if len({t.lemma_.lower() for t in doc} & OF_TALKS) < ENOUGH:
        return ()
    return tuple(_trigger(noun) for noun in _rounds(doc) if noun.i not in taken and not settings.is_of("sport", noun))


def _rounds(doc: Doc) -> Iterator[Token]:
    for noun in doc:
        if noun.lemma_.lower() not in ROUNDS or noun.tag_ != "NN" or noun.dep_ in ("compound", "nmod"):
            continue
        before = {t.lower_ for t in noun.children if t.dep_ in ("amod", "det", "nummod")}
        light = light_verb_of(noun)[0]
        known = bool(before & COUNTED) or (light is not None and "the" in before)
        if known and not _is_of_another(noun):
            yield noun


def _is_of_another(noun: Token) -> bool:
    """True where the round is said to be of something, or its sentence tells of games or votes."""
    of = [o for _, o in syntax.prepositional(noun, "of")]
    start, end = syntax.sentence_bounds(noun)
    words = {t.lemma_.lower() for t in noun.doc[start:end]}
    return any(o.lemma_.lower() not in OF_TALKS and not o.ent_type_ for o in of) or bool(words & ELSEWHERE)


def _trigger(noun: Token) -> Trigger:
    light, kind = light_verb_of(noun)
    return Trigger(
        head=noun, words=(noun,), concept=_talks(), frame="mutual", weight=WEIGHT, light=light, light_kind=kind
    )


@cache
def _talks() -> Concept:
    return load_concepts().by_name["talks"]
