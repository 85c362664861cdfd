"""Terms of agreements: what their parties are said to be bound to (terms.v1).

Read from the parse: "agreed to withdraw", "agreed that ...", "agreed on the return of ..."; "the accord provides for ...",
"requires both sides to ..."; "under the deal, X will ...". A term belongs to the event that the agreeing word or the
instrument names; what belongs to none is no term.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from variorum.annotations.parse import trimmed
from variorum.schema.annotations import EventMention, TermMention
from variorum.schema.lexicons import read_lexicon

INFINITIVES = ("xcomp", "ccomp", "advcl")
CLAUSES = ("ccomp", "xcomp")
SUBJECTS = ("nsubj", "nsubjpass")
BEFORE = ("mark", "aux", "punct", "cc")
"""Words at the head of a clause that are no part of what it binds to."""

BINDING = frozenset({"will", "would", "shall", "must", "should", "to", "ll"})
"""Helping verbs of what is yet to be done: without one a clause tells of what was done under the deal."""

LONGEST = 40
"""Words. What is longer is hardly one term."""


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_lexicon("terms")[key].split())


def find_terms(doc: Doc, events: Sequence[EventMention]) -> tuple[TermMention, ...]:
    """Find terms in text order, each with the index of the event that its agreement is."""
    found: dict[tuple[int, int], TermMention] = {}
    for anchor, heads in _bound(doc):
        event = _event_of(anchor, events)
        if event is None:
            continue
        for head in heads:
            start, end = _extent(head, anchor)
            if 1 < end - start <= LONGEST:
                span = trimmed(doc, start, end)
                found.setdefault((span.start, span.end), TermMention(span=span, event=event))
    return tuple(found[key] for key in sorted(found))


def _bound(doc: Doc) -> Iterator[tuple[Token, list[Token]]]:
    """Words that name an agreement or an agreeing, each with the heads of what it binds to."""
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_ in _words("agreeing") and not _is_negated(token):
            yield token, list(_agreed(token))
        if _is_instrument(token):
            for verb in _verbs_of(token):
                yield token, list(_provided(verb))
            if (clause := _clause_under(token)) is not None:
                yield token, [verb for verb in _with_others(clause) if _is_binding(verb)]


def _is_instrument(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    noun = token.lemma_.lower()
    if noun in _words("joint"):
        return any(child.lower_ == "joint" for child in token.children)
    return noun in _words("instruments")


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _with_others(head: Token) -> Iterator[Token]:
    """A word and those joined to it by "and"."""
    yield head
    for child in head.children:
        if child.dep_ == "conj":
            yield from _with_others(child)


def _agreed(verb: Token) -> Iterator[Token]:
    """What follows "agreed": to do, that somebody does, on something."""
    for child in verb.children:
        if (child.dep_ == "xcomp" and _is_infinitive(child)) or (child.dep_ == "ccomp" and child.i > verb.i):
            yield from _with_others(child)
        elif child.dep_ == "prep" and child.lower_ in _words("on"):
            yield from (noun for o in child.children if o.dep_ == "pobj" for noun in _with_others(o))


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _verbs_of(noun: Token) -> Iterator[Token]:
    """The verbs whose subject an instrument is, by itself or through "which" and "that"."""
    if noun.dep_ == "nsubj":
        yield from _with_others(noun.head)
    for child in noun.children:
        if child.dep_ == "relcl" and any(s.dep_ == "nsubj" and s.tag_ in ("WDT", "WP") for s in child.children):
            yield from _with_others(child)


def _provided(verb: Token) -> Iterator[Token]:
    """What an instrument provides for, states, or obliges somebody to."""
    if _is_negated(verb):
        return
    for child in verb.children:
        if verb.lemma_ in _words("providing") and child.dep_ == "prep" and child.lower_ == "for":
            yield from (noun for o in child.children if o.dep_ == "pobj" for noun in _with_others(o))
        elif _is_stated(verb, child) or _is_obliged(verb, child):
            yield from _with_others(child)


def _is_stated(verb: Token, child: Token) -> bool:
    return verb.lemma_ in _words("stating") and child.dep_ in ("dobj", *CLAUSES) and child.i > verb.i


def _is_obliged(verb: Token, child: Token) -> bool:
    return verb.lemma_ in _words("obliging") and child.dep_ in INFINITIVES and _is_infinitive(child)


def _clause_under(noun: Token) -> Token | None:
    """The verb of a clause that rests on an instrument: "under (the terms of) the deal, X will ..."."""
    head = noun.head
    while head.dep_ in ("pobj", "prep") and head.lower_ not in _words("under") and head.head != head:
        head = head.head
    if noun.dep_ != "pobj" or head.lower_ not in _words("under"):
        return None
    return head.head if head.head.pos_ in ("VERB", "AUX") else None


def _is_binding(verb: Token) -> bool:
    """True where a clause tells what is to be done, and not what was."""
    if any(child.dep_ in ("aux", "neg") and child.lower_ in BINDING for child in verb.children):
        return True
    return verb.lemma_ == "be" and any(child.dep_ == "xcomp" and _is_infinitive(child) for child in verb.children)


def _extent(head: Token, anchor: Token) -> tuple[int, int]:
    """First token and end of a term: its words without what joins it, without other terms, without the instrument's."""
    cut = {t.i for child in head.children if child.dep_ in ("conj", "cc") for t in child.subtree}
    cut |= {t.i for child in head.children if any(t.i == anchor.i for t in child.subtree) for t in child.subtree}
    kept = [t for t in head.subtree if t.i not in cut]
    while kept and (kept[0].is_punct or (kept[0].dep_ in BEFORE and kept[0].head == head and _opens(kept[0]))):
        kept = kept[1:]
    run = kept[:1]
    for token in kept[1:]:
        if any(not doc_token.is_punct for doc_token in head.doc[run[-1].i + 1 : token.i]):
            break
        run.append(token)
    return (run[0].i, run[-1].i + 1) if run else (head.i, head.i)


def _opens(token: Token) -> bool:
    """True of "that", "to" and "and" before a term; "will" is a part of it."""
    return token.dep_ in ("mark", "cc") or token.lower_ == "to"


def _event_of(anchor: Token, events: Sequence[EventMention]) -> int | None:
    """The agreement that a word names; of a verb, the one that it agrees to; of an instrument, the last one told before."""
    agreements = [(number, e) for number, e in enumerate(events) if e.type == "AGREE" and e.realis != "denied"]
    for number, event in agreements:
        if event.trigger.start <= anchor.idx < event.trigger.end:
            return number
    if anchor.pos_ == "VERB":
        end = anchor.sent.end_char
        return next((number for number, event in agreements if anchor.idx < event.trigger.start < end), None)
    before = [number for number, event in agreements if event.trigger.start < anchor.idx]
    return before[-1] if before else None
