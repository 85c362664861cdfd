"""Adjectives as labels: "breakaway X", "the far-right Y", "the sham referendum", and "regime" beside a name.

Only words of the lexicon's sets of adjectives. An adverb that judges belongs to the label ("illegally occupied X").
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.annotations.label_phrases import ADJECTIVAL, hyphenated, is_anyones, make_label
from variorum.annotations.label_words import adjectives, adverbs, words
from variorum.annotations.statement_speakers import MentionFinder
from variorum.schema.annotations import EventMention, LabelMention

_BODIES = ("organization", "armed_group", "government", "other")
_BEARERS = {"place": ("place", "country", *_BODIES), "leaning": ("person", "people", *_BODIES)}


def find_adjectives(doc: Doc, finder: MentionFinder, events: Sequence[EventMention]) -> Iterator[LabelMention]:
    """Yield adjectives beside names of places, parties and persons and beside the nouns of events, in text order."""
    held = _nouns_of_events(doc, events)
    for token in doc:
        if token.dep_ in ADJECTIVAL[:3] and not _is_deed(token):
            yield from _beside_name(token, finder)
            yield from _beside_event(token, held)
        entry = words().get(token.lower_)
        if entry is not None and entry.concept == "government" and entry.loaded and token.pos_ in ("NOUN", "PROPN"):
            index = _named(token, finder)
            if index is not None and not is_anyones(token):
                yield make_label(doc[token.i : token.i + 1], entity=index)


def with_adverb(part: DocSpan) -> DocSpan:
    """Words with the judging adverb right before them."""
    before = part.doc[part.start - 1] if part.start else None
    judged = before is not None and before.lower_ in adverbs() and before.head.i in range(part.start, part.end)
    return part.doc[part.start - 1 : part.end] if judged else part


def _beside_name(token: Token, finder: MentionFinder) -> Iterator[LabelMention]:
    word = hyphenated(token)
    listed = [of for of in _BEARERS if word.text.lower() in adjectives(of)]
    index = _named(token.head, finder) if listed else None
    if index is not None and any(finder.entities[index].kind in _BEARERS[of] for of in listed):
        yield make_label(with_adverb(word), entity=index)


def _beside_event(token: Token, held: dict[int, int]) -> Iterator[LabelMention]:
    if token.head.i in held and token.i not in held and hyphenated(token).text.lower() in adjectives("deed"):
        yield make_label(hyphenated(token), event=held[token.head.i])


def _nouns_of_events(doc: Doc, events: Sequence[EventMention]) -> dict[int, int]:
    held: dict[int, int] = {}
    for index, event in enumerate(events):
        part = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
        for token in part or ():
            if token.pos_ in ("NOUN", "PROPN"):
                held.setdefault(token.i, index)
    return held


def _is_deed(token: Token) -> bool:
    """True for "X liberated Y", which the parser may take for a "liberated Y": a bare name stands before the word."""
    before = token.nbor(-1) if token.i > 0 else None
    return (
        token.lower_.endswith("ed") and before is not None and before.pos_ in ("PROPN", "PRON") and before.text != "the"
    )


def _named(head: Token, finder: MentionFinder) -> int | None:
    """The mention of a noun phrase: of its head, of its modifiers, or of its "in ..." or "of ..."."""
    near = [head, *(c for c in head.children if c.dep_ in (*ADJECTIVAL, "appos"))]
    for prep in head.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "of"):
            near += [p for p in prep.children if p.dep_ == "pobj"]
    found = [i for t in near if (i := finder.at(t)) is not None and finder.entities[i].form != "pronoun"]
    return found[0] if found else None
