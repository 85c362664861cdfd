"""What reports say came of a happening: "the meeting was a surrender", "the summit ended in failure", "talks collapsed".

Only words of the lexicon's set of outcomes, said of an event that was found; a denied one ("no breakthrough") is a
label of its own where the lexicon lists it.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.annotations.label_words import Loaded, words
from variorum.annotations.syntax import auxiliaries, subjects
from variorum.schema.annotations import EventMention

_COPULAS = frozenset({"be", "become", "prove", "remain", "mark", "represent", "constitute", "seem", "look"})
_BRINGERS = frozenset(
    {"bring", "yield", "produce", "achieve", "deliver", "make", "see", "score", "secure", "reach", "generate", "spell"}
)
_ENDERS = frozenset({"end", "finish", "close", "conclude", "result", "culminate", "break", "adjourn", "wrap"})
_DENIALS = ("no", "without", "little", "scant", "any")


def find_outcomes(doc: Doc, events: Sequence[EventMention]) -> Iterator[tuple[DocSpan, str, int]]:
    """Yield the words of an outcome, the label and the index of the event that it is said of."""
    held = _by_token(doc, events)
    if not held:
        return
    for token in doc:
        if not _may_tell(token):
            continue
        predicate = _predicate(token)
        if predicate is None or (predicate == token and _unreal(token)):
            continue
        index = next((held[s.i] for s in _subjects(predicate) if s.i in held and held[s.i] != held.get(token.i)), None)
        found = _worded(doc, token) if index is not None else None
        if found is not None and index is not None:
            yield (*found, index)


def is_negated(token: Token) -> bool:
    """True for "no breakthrough", "without a breakthrough", "did not bring a breakthrough"."""
    return _denial(token) is not None


def _by_token(doc: Doc, events: Sequence[EventMention]) -> dict[int, int]:
    """Token -> event, for the nouns of the triggers."""
    held: dict[int, int] = {}
    for i, event in enumerate(events):
        part = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
        for token in part or ():
            if token.pos_ in ("NOUN", "PROPN"):
                held.setdefault(token.i, i)
    return held


def _entry(text: str) -> Loaded | None:
    found = words().get(text)
    return found if found is not None and found.concept == "outcome" else None


def _may_tell(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return any(_entry(text) is not None for text in (token.lower_, lemma, f"no {lemma}", f"without {lemma}"))


def _predicate(token: Token) -> Token | None:
    """The verb by which an outcome is said of a subject; the word itself where it is that verb."""
    if token.pos_ == "VERB":
        return token
    head = token.head
    if token.dep_ in ("attr", "acomp", "oprd") and head.lemma_ in _COPULAS:
        return head
    if token.dep_ == "dobj" and head.lemma_ in (*_BRINGERS, *_COPULAS):
        return head
    if token.dep_ == "pobj" and head.lower_ in ("in", "with", "without", "as"):
        ending = head.head.lemma_ in _ENDERS or (head.lower_ == "without" and head.head.pos_ == "VERB")
        return head.head if ending else None
    return None


def _subjects(verb: Token) -> list[Token]:
    """Subjects of the predicate, and what it was achieved "at" or "in": "the sides made progress at the talks"."""
    beside = [p for c in verb.children if c.dep_ == "prep" and c.lower_ in ("at", "in", "during") for p in c.children]
    return [*subjects(verb), *(p for p in beside if p.dep_ == "pobj")]


def _unreal(verb: Token) -> bool:
    return bool(auxiliaries(verb) & {"would", "could", "may", "might", "will", "should", "to"}) or any(
        c.dep_ in ("neg", "mark", "dobj") for c in verb.children
    )


def _denial(token: Token) -> str | None:
    """The word that denies an outcome, as the lexicon has it before the noun."""
    for child in token.children:
        if child.lower_ in _DENIALS and child.dep_ in ("det", "amod"):
            return "no" if child.lower_ in ("any", "no") else child.lower_
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "without":
        return "without"
    if token.dep_ in ("dobj", "attr", "acomp"):
        failed = head.dep_ == "xcomp" and head.head.lemma_ == "fail"
        if failed or any(c.dep_ == "neg" for c in head.children):
            return "no"
    return None


def _worded(doc: Doc, token: Token) -> tuple[DocSpan, str] | None:
    """The span and the label: the bare word, or the denial with its noun where the lexicon lists the pair."""
    denial = _denial(token)
    if denial is None:
        text = token.lower_ if _entry(token.lower_) else token.lemma_.lower()
        hedged = _unreal(token.head) if token.head.lemma_ in (*_BRINGERS, *_COPULAS) and token.pos_ != "VERB" else False
        return None if _entry(text) is None or (hedged and _modal(token.head)) else (doc[token.i : token.i + 1], text)
    text = f"{denial} {token.lemma_.lower()}"
    if _entry(text) is None:
        return None
    near = range(max(0, token.i - 4), token.i)
    start = next((i for i in near if doc[i].lower_ in _DENIALS), token.i)
    return doc[start : token.i + 1], text


def _modal(verb: Token) -> bool:
    return bool(auxiliaries(verb) & {"would", "could", "may", "might", "will", "should", "can"})
