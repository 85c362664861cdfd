"""Event nouns that tell of no occasion: happenings of a kind at large ("relevant to investigations", "any attack")."""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_composition import stance_to
from variorum.annotations.event_triggers import Trigger

WHICHEVER = frozenset({"any", "every", "each", "whichever", "whatever"})
"""Words before a noun that single out none of its kind."""

COMMON = frozenset({"ACCUSE", "CONSULT", "SANCTION", "COERCE", "NONE", "AGREE"})
"""Types of what is done every day; bare plurals of the others ("clashes", "protests") are told of as news."""

OPEN_TO = frozenset("subject relevant prone vulnerable susceptible related apply relate expose pertain".split())
"""Words before "to" of which happenings at large may follow."""

DESCRIBED = frozenset({"det", "poss", "nummod", "relcl", "acl", "appos", "predet"})
LISTING = frozenset({"as", "like", "including", "to"})


def is_general(trigger: Trigger) -> bool:
    """True for an event noun by itself that names none of its kind, or the kind at large.

    What is said to be, or not to be, "an accident" is called so: a word for it, no other happening.
    """
    head = trigger.head
    if not trigger.nominal:
        return False
    if trigger.concept.name == "accident" and head.dep_ in ("attr", "acomp"):
        return True
    if any(t.lower_ in WHICHEVER for t in syntax.children_of(head, "det")):
        return stance_to(trigger) is None
    if trigger.light is not None:
        return head.tag_ == "NNS" and _is_rule(trigger.light) and any(t.lower_ == "all" for t in head.children)
    return trigger.concept.type in COMMON and _is_bare(head) and _is_listed(head)


def _is_bare(noun: Token) -> bool:
    """True for a plural without anything that says which ones are meant."""
    if noun.tag_ != "NNS" or any(t.dep_ in DESCRIBED or t.ent_type_ for t in noun.children):
        return False
    return not any(o.pos_ == "PROPN" or o.ent_type_ for _, o in syntax.prepositional(noun))


def _is_rule(verb: Token) -> bool:
    """True for the plain present, which tells what is always so: "all elections take place under new rules"."""
    return verb.tag_ == "VBP" and not syntax.auxiliaries(verb)


def _is_listed(noun: Token) -> bool:
    """True after "such as", "like", "including", and after "to" of what may be."""
    first = noun
    while first.dep_ == "conj":
        first = first.head
        if not _is_bare(first):
            return False
    if first.dep_ != "pobj" or first.head.lower_ not in LISTING:
        return False
    return first.head.lower_ != "to" or first.head.head.lemma_.lower() in OPEN_TO
