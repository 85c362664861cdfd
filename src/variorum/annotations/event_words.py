"""What the words of a trigger show beside its roles: their extent, whether they are the news, whether they point back."""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import Trigger
from variorum.annotations.parse import trimmed
from variorum.schema.reports import Span

POINTING = frozenset({"the", "this", "these", "that", "those", "such", "both", "its", "their"})
FURTHER = frozenset({"also", "separately", "again", "alone", "privately"})
BACKGROUND = frozenset("after since amid despite following before over from of between against".split())
"""Prepositions before a noun that only sets the scene."""

CLOSE = 4
"""Words. A light verb no further from its noun is one with it."""


def hull_of(trigger: Trigger) -> Span:
    """The trigger's words, and its light verb where that stands close by."""
    words = [w for w in trigger.words if trigger.nominal or trigger.head.i - w.i <= 2]
    if trigger.light is not None and abs(trigger.light.i - trigger.head.i) <= CLOSE:
        words.append(trigger.light)
    indexes = [w.i for w in words]
    return trimmed(trigger.head.doc, min(indexes), max(indexes) + 1)


def clause_of(trigger: Trigger) -> Span:
    """The words of the trigger's clause or noun phrase, other clauses left out at its ends."""
    top = trigger.governor
    verbal = trigger.light is not None or not trigger.nominal
    cut = ("relcl", "advcl", "ccomp", "parataxis", "conj") if verbal else ("relcl", "conj", "appos")
    keep = {trigger.head.i, *(w.i for w in trigger.words)}
    inside = {top.i}
    for child in top.children:
        subtree = [t.i for t in child.subtree if verbal or not _in_relative_clause(t, top)]
        if child.dep_ not in cut or (child.pos_ not in ("VERB", "AUX") and child.dep_ == "conj") or keep & set(subtree):
            inside |= set(subtree)
    if trigger.light is not None and trigger.light.dep_ in ("acl", "relcl"):
        inside |= {t.i for t in trigger.head.subtree}
    return trimmed(top.doc, min(inside), max(inside) + 1)


def _in_relative_clause(token: Token, top: Token) -> bool:
    """True for the words of a relative clause below a noun: they tell of something else."""
    for node in (token, *syntax.ancestors(token)):
        if node == top:
            return False
        if node.dep_ == "relcl":
            return True
    return False


def is_background(trigger: Trigger) -> bool:
    """A noun that only sets the scene ("after clashes", "since the war", "amid talks") is not the news."""
    head = trigger.head
    if trigger.light is not None or not trigger.nominal:
        return trigger.governor.dep_ in ("relcl", "advcl") or any(
            t.lower_ == "had" for t in trigger.governor.children if t.dep_ == "aux"
        )
    return head.dep_ == "pobj" and head.head.lower_ in BACKGROUND


def is_further(trigger: Trigger) -> bool:
    """True for a meeting that its own words set beside another: "also met", "met again", "held separate talks"."""
    if trigger.concept.type != "CONSULT" or trigger.light_kind not in (None, "happen"):
        return False
    if any(t.lower_ == "each" for t in trigger.governor.doc[trigger.governor.left_edge.i : trigger.governor.i]):
        return False
    said = {t.lower_ for t in syntax.children_of(trigger.governor, "advmod")}
    described = {t.lower_ for t in trigger.head.children if t.dep_ == "amod"} if trigger.nominal else set()
    return bool(said & FURTHER or described & {"separate", "another", "second", "further"})


def points_back(trigger: Trigger) -> bool:
    """True where the words point back ("the talks", "that war")."""
    if not trigger.nominal:
        return False
    marks = [t for t in trigger.head.children if t.dep_ in ("det", "poss", "predet")]
    return any(t.lower_ in POINTING for t in marks)
