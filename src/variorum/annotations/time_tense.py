"""What the words around a time expression say of its place: past or future, and the bound before it.

Judged from the parse and the list of bounds in `schema/lexicons/times.toml`; nothing here makes values.
"""

import re

from spacy.tokens import Span as DocSpan, Token

from variorum.annotations.figure_numbers import any_of
from variorum.annotations.time_lexicon import load_words

_BOUNDS: dict[str, str] = load_words()["bounds"]
_BOUND = re.compile(rf"(?<!\w)({any_of(_BOUNDS)}) +(?:at +)?(?:the +)?$", re.IGNORECASE)
_MODIFIERS = frozenset({"compound", "nummod", "amod", "nmod", "poss", "npadvmod"})
_FUTURE_MODALS = frozenset(
    {"will", "shall", "can", "may", "might", "must", "should", "would", "could", "'ll", "’ll", "wo", "ca"}
)
_DEFERRING = frozenset(load_words()["deferring"]["words"])
_DONE = frozenset(load_words()["done"]["words"])
_EXPECTING = frozenset(load_words()["expecting"]["words"])
_PUT_TO = frozenset({"to", "until", "till"})
_ENDS = _PUT_TO | {"through"}
_PAST_TAGS, _PRESENT_TAGS = frozenset({"VBD"}), frozenset({"VBP", "VBZ"})


def modifies(token: Token) -> bool:
    """True where a token stands before a noun that it describes: "the 2020 war"."""
    return token.dep_ in _MODIFIERS and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")


def bound_before(text: str, tokens: DocSpan) -> str | None:
    """The bound that a word before the expression sets on what is told; None where the expression describes a noun."""
    found = _BOUND.search(text, max(0, tokens.start_char - 20), tokens.start_char)
    if found is None:
        return None
    root = tokens.root
    if modifies(root) or text[tokens.end_char : tokens.end_char + 2] in ("'s", "’s"):
        return None
    return _BOUNDS[" ".join(found[1].lower().split())]


def describes(tokens: DocSpan) -> bool:
    """True where the expression says which noun is meant: "the 2020 war", "Tuesday's vote"."""
    return modifies(tokens.root) or tokens.root.dep_ == "poss"


def direction_of(tokens: DocSpan) -> str | None:
    """Past or future by the verb that governs the expression; None where no verb tells.

    What describes a noun ("Tuesday's vote", "after the vote on Tuesday, the party is falling apart") takes past and
    future from the verb above only where that says so outright.
    """
    token = tokens.root
    plain = describes(tokens)
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX"):
            return tense_of(token, plain=plain)
        plain = plain or (token != tokens.root and token.pos_ == "NOUN" and token.i < tokens.start < token.head.i)
        if token.head == token or (token.pos_ == "ADJ" and token != tokens.root):
            return None
        token = token.head
    return None


def may_lie_ahead(tokens: DocSpan) -> bool:
    """True for a date with a verb of the past that need not be past itself, by the word before the date.

    "Extended to 20 November", "a vote set for 25 June", "set 10 November as the deadline", "ran through 17 November".
    """
    if tokens.start == 0:
        return False
    root = tokens.root
    listed = root.dep_ == "conj" and 0 < root.head.i < tokens.start
    before = tokens.doc[(root.head.left_edge.i if listed else tokens.start) - 1]
    if before.lower_ == "for" or before.pos_ == "VERB":
        verb = before.head if before.lower_ == "for" else before
        return verb.lemma_ in _DEFERRING
    return before.lower_ in _ENDS


def put_off_to(tokens: DocSpan) -> bool:
    """True for "postponed to Monday", "extended until Monday": ahead of what is told."""
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    return before is not None and before.lower_ in _PUT_TO and before.head.lemma_ in _DEFERRING


def tense_of(verb: Token, *, plain: bool = False) -> str | None:
    """Past or future of a verb with its auxiliaries; a verb form without tense takes that of the verb above it.

    Args:
        verb: any form of a verb.
        plain: take a present tense as no sign of the future.
    """
    for _ in range(6):
        aids = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]
        words = {aid.lower_ for aid in aids}
        tags = {aid.tag_ for aid in aids} | {verb.tag_}
        if words & {"have", "has", "had", "’ve", "'ve"} and words & {
            "would",
            "could",
            "should",
            "might",
            "may",
            "must",
        }:
            return "past"
        if words & _FUTURE_MODALS:
            return "future"
        if "to" in words and "have" not in words:
            return _tense_of_infinitive(verb)
        if tags & _PAST_TAGS or words & {"have", "has", "having"}:
            return "past"
        if tags & _PRESENT_TAGS:
            return (
                "past"
                if verb.tag_ == "VBN" and not words & {"is", "are", "am"}
                else None
                if plain
                else _tense_of_present(verb)
            )
        if verb.tag_ == "VBN":
            return "future" if verb.lemma_ in _EXPECTING else "past"
        if verb.head == verb:
            return None
        verb = verb.head
    return None


def _tense_of_infinitive(verb: Token) -> str | None:
    """Read "agreed to meet" looks ahead; "refused to meet" and "flew in to meet" tell what was done."""
    if verb.dep_ == "xcomp" and verb.head != verb and verb.head.lemma_ in _DONE:
        return tense_of(verb.head, plain=True)
    if verb.dep_ == "xcomp" and any(child.lower_ == "had" for child in verb.head.children if child.dep_ == "aux"):
        return None
    if verb.dep_ == "advcl" and verb.head != verb and verb.head.tag_ == "VBD":
        return "past"
    return "future"


def _tense_of_present(verb: Token) -> str | None:
    """A present tense with a date looks ahead ("meets on Monday"), but not a verb of saying ("says")."""
    return None if verb.lemma_ in ("say", "be", "have", "know", "think", "believe") else "future"
