"""Which event the words of a doc tell of, and in the course of what an event was."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import Trigger

COURSE = ("in", "during", "at")
"""Prepositions before what something was done in the course of."""

AFTER = ("after", "following")
"""Prepositions before the talks that an agreement ended."""

STOPS = ("VERB", "AUX", "CCONJ", "PRON", "SCONJ")
"""Parts of speech that end the phrases after a noun."""

REACH = 14
"""Words after a noun within which phrases that follow at once belong to it."""


class Nesting:
    """Whose words are whose among the triggers of one doc."""

    def __init__(self, triggers: Sequence[Trigger], effects: Mapping[int, Trigger]) -> None:
        self._effects = effects
        self._owner = dict(effects) | {w.i: t for t in triggers for w in (*t.words, t.governor)}

    def of(self, token: Token) -> Trigger | None:
        """The event that a word itself tells."""
        return self._owner.get(token.i)

    def effects_of(self, trigger: Trigger) -> list[Token]:
        """The words that only tell what the event did to people."""
        doc = trigger.head.doc
        return [doc[i] for i in sorted(self._effects) if self._effects[i] == trigger]

    def above(self, token: Token) -> Trigger | None:
        """The event that a word, or what it depends on within its clause, tells."""
        for node in (token, *syntax.ancestors(token)):
            if node.i in self._owner:
                return self._owner[node.i]
            own_clause = node.dep_ == "conj" and any(t.dep_ in syntax.SUBJECTS for t in node.children)
            if node.pos_ in ("VERB", "AUX") and (node.dep_ in ("ccomp", "relcl") or own_clause):
                return None
        return None

    def scene_of(self, trigger: Trigger) -> Trigger | None:
        """The event that is told to have been done in the course of this one."""
        head = trigger.head
        if not trigger.nominal or trigger.light_kind not in (None, "broker", "happen") or head.dep_ != "pobj":
            return None
        if head.head.lower_ not in COURSE:
            return None
        outer = self.above(head.head)
        return outer if outer is not None and outer.head != head else None

    def outcome_of(self, trigger: Trigger) -> Trigger | None:
        """The agreement that talks led to: "in X, after five days of talks, A and B signed a declaration"."""
        noun = trigger.head
        while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("NOUN", "PROPN"):
            noun = noun.head.head
        if not trigger.nominal or trigger.light is not None or noun.dep_ != "pobj" or noun.head.lower_ not in AFTER:
            return None
        outer = self.of(noun.head.head)
        return outer if outer is not None and outer.concept.type == "AGREE" and outer.head != trigger.head else None

    def of_clause_where(self, trigger: Trigger) -> Trigger | None:
        """The event in whose course this one was: "the meeting in May, where both sides agreed"."""
        for node in (trigger.governor, *syntax.ancestors(trigger.governor)):
            if node.dep_ == "relcl":
                opened = any(t.lower_ == "where" and t.dep_ == "advmod" for t in node.children)
                return self.above(node.head) if opened else None
            if node.dep_ != "conj":
                return None
        return None

    def plain_clause(self, trigger: Trigger) -> Token | None:
        """The verb, itself no event, that the event's clause is joined to or that the event noun sets the scene of."""
        governor, head = trigger.governor, trigger.head
        verb = governor.head if governor.dep_ == "conj" else None
        bare = trigger.nominal and trigger.light is None
        if bare and head.dep_ == "pobj" and head.head.lower_ in COURSE:
            verb = syntax.finite_verb(head.head.head)
        elif bare and head.dep_ in syntax.SUBJECTS:
            verb = head.head
        elif governor.dep_ in ("ccomp", "relcl", "advcl") and (cleft := _cleft_above(governor)) is not None:
            verb = cleft
        return verb if verb is not None and verb.pos_ in ("VERB", "AUX") and verb.i not in self._owner else None


def _cleft_above(verb: Token) -> Token | None:
    """The "was" of "it was in May that they left" or "it was the army that left, in May", from the verb "left"."""
    above = verb.head.head if verb.dep_ == "relcl" and verb.head.dep_ == "attr" else verb.head
    return above if _is_cleft(above) else None


def _is_cleft(verb: Token) -> bool:
    """True for "it was" of "It was in May that ..."."""
    return verb.lemma_.lower() == "be" and any(t.lower_ == "it" and t.dep_ in syntax.SUBJECTS for t in verb.children)


ALIAS = (",", "also", "known", "as")


def _end_of_alias(token: Token) -> int:
    """The comma that closes ", also known as Y," where a token opens it; else the place before the token."""
    after = token.doc[token.i : token.i + REACH]
    if tuple(t.lower_ for t in after[: len(ALIAS)]) != ALIAS:
        return token.i - 1
    return next((t.i for t in after[len(ALIAS) :] if t.text == ","), token.i - 1)


def _has_other_subject(verb: Token, noun: Token) -> bool:
    """True of a verb right after a noun that is none of its own: "an envoy close to the talks said on Monday"."""
    return any(t.dep_ in syntax.SUBJECTS and t != noun for t in verb.children)


def phrases_after(head: Token) -> frozenset[int]:
    """Offsets of the words in the prepositional phrases that follow a noun without a break."""
    found: list[int] = []
    expected = True
    passed = head.i
    for token in head.doc[head.i + 1 : min(head.i + REACH, syntax.sentence_bounds(head)[1])]:
        if token.i <= passed or (passed := _end_of_alias(token)) > token.i:
            continue
        participle = token.tag_ in ("VBN", "VBD") and token.i == head.i + 1 and not _has_other_subject(token, head)
        if token.pos_ in STOPS and not participle:
            break
        if token.is_punct and token.text not in ("-", "."):
            break
        expected = expected and (token.pos_ == "ADP" or participle)
        if expected or found:
            found.append(token.idx)
        if not found:
            break
        expected = False
    return frozenset(found)
