"""What reports call persons, parties, places and happenings: offices, epithets, and words of contrast sets.

Only words that another report could weigh otherwise ("dictator" beside "president", "liberated" beside
"seized"); ordinary adjectives are left alone. It tells the class of a word, never whether the word is fair.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from variorum.annotations.label_adjectives import find_adjectives, with_adverb
from variorum.annotations.label_outcomes import find_outcomes, is_negated
from variorum.annotations.label_parties import find_epithets_of_parties
from variorum.annotations.label_phrases import (
    bare_phrase,
    is_anyones,
    is_known,
    is_known_phrase,
    is_worth,
    make_label,
    phrase_start,
)
from variorum.annotations.label_topics import find_topics
from variorum.annotations.label_voice import find_voices_in, give_voice, is_calling
from variorum.annotations.label_words import contrast_set, idle_objects, look_up, predicates, words
from variorum.annotations.parse import text_of
from variorum.annotations.statement_speakers import MentionFinder, index_mentions
from variorum.schema.annotations import (
    EntityMention,
    EventMention,
    LabelMention,
    ReferentMention,
    StatementMention,
)

__all__ = ["contrast_set", "find_labels"]

VERSION = "labels.v3"
_PARTIES = ("person", "government", "organization", "armed_group", "people")
_OF_PEOPLE = re.compile("kidnap|prisoner|hostage|arrest|release|rescue|raid")
_TAKING = re.compile("captur|seiz|occup|taking|hostage|conquest|control")

Subject = tuple[int, int, bool, int, int, str]


def find_labels(
    doc: Doc,
    entities: Sequence[EntityMention],
    events: Sequence[EventMention],
    statements: Sequence[StatementMention],
    referents: Sequence[ReferentMention] = (),
) -> tuple[LabelMention, ...]:
    """Find the words that a report uses of entities, events and topics and that bear comparison.

    Returns:
        Labels in text order, each span and thing once. `label` is lower case, without articles and demonyms.
        `voice` is quoted inside a statement's content or inside quotation marks, but own for appositions and for the
        words that name whom an indirect statement is aimed at.
    """
    finder = index_mentions(list(doc), entities)
    first = [
        *(make_label(part, event=i, text=text) for part, text, i in find_outcomes(doc, events)),
        *(make_label(part, entity=i) for part, i in find_epithets_of_parties(doc, finder)),
    ]
    others = [*_titles(doc, finder), *_descriptions(doc, finder), *_epithets(doc, finder), *_of_events(doc, events)]
    others += [f for f in _referents(doc, finder, referents) if not any(f.span.overlaps(o.span) for o in others)]
    found = [
        *first,
        *(f for f in others if not any(f.span.overlaps(taken.span) for taken in first)),
        *find_adjectives(doc, finder, events),
        *find_topics(text_of(doc)),
    ]
    voices = find_voices_in(doc, finder, statements)
    unique = {_subject(label): give_voice(label, doc, voices) for label in found}
    return tuple(unique[key] for key in sorted(unique))


def _subject(label: LabelMention) -> Subject:
    """A label's place and what it is said of, to be sorted by."""
    bearer = (label.entity is None, label.entity or 0, -1 if label.event is None else label.event, label.topic or "")
    return label.span.start, label.span.end, *bearer


def _titles(doc: Doc, finder: MentionFinder) -> Iterator[LabelMention]:
    """The words before a name: "Russian dictator X", "Prime Minister X"."""
    for i, mention in enumerate(finder.entities):
        if mention.titles is None or mention.kind != "person":
            continue
        part = doc.char_span(mention.titles.start, mention.titles.end, alignment_mode="expand")
        bare = bare_phrase(part, finder) if part is not None else None
        if bare is not None and (is_known(bare[-1]) or is_known_phrase(bare)):
            yield make_label(bare, entity=i)


def _descriptions(doc: Doc, finder: MentionFinder) -> Iterator[LabelMention]:
    """Descriptions that refer by themselves: "the dictator", "the separatists"."""
    for i, mention in enumerate(finder.entities):
        if mention.form == "description" and mention.kind in _PARTIES:
            yield from _description(doc, finder, mention, i)


def _referents(doc: Doc, finder: MentionFinder, referents: Sequence[ReferentMention]) -> Iterator[LabelMention]:
    """Descriptions by which the report refers to somebody whom it names elsewhere: "the strongman"."""
    named: dict[int, int] = {}
    for i, mention in enumerate(finder.entities):
        if mention.form == "name" and mention.kind in _PARTIES:
            named.setdefault(mention.chain, i)
    for referent in referents:
        if referent.form == "description" and referent.chain in named:
            yield from _description(doc, finder, referent, named[referent.chain])


def _description(
    doc: Doc, finder: MentionFinder, mention: EntityMention | ReferentMention, index: int
) -> Iterator[LabelMention]:
    part = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    head = part.root if part is not None else None
    if part is None or head is None or head.pos_ not in ("NOUN", "PROPN") or not is_worth(head) or is_anyones(head):
        return
    bare = bare_phrase(doc[part.start : head.i + 1], finder)
    if bare is not None:
        yield make_label(bare, entity=index)


def _epithets(doc: Doc, finder: MentionFinder) -> Iterator[LabelMention]:
    """Apposition and copula: "X, the separatist leader", "X is a dictator", "called X a dictator"."""
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or not is_known(token):
            continue
        index = finder.at(_bearer(token))
        if index is None or finder.entities[index].kind != "person":
            continue
        bare = bare_phrase(doc[phrase_start(token) : token.i + 1], finder)
        if bare is not None:
            yield make_label(bare, entity=index)


def _bearer(token: Token) -> Token | None:
    """Whom a noun is said of."""
    if token.dep_ == "appos":
        return token.head
    if token.dep_ == "attr" and look_up(token.lemma_) is not None:
        return next((c for c in token.head.lefts if c.dep_ == "nsubj"), None)
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "as" else token.head
    if verb != token.head or token.dep_ == "oprd":
        return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and is_calling(verb)), None)
    if token.dep_ == "ccomp":
        return next((c for c in token.children if c.dep_ == "nsubj"), None)
    return next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)


def _idle(token: Token) -> bool:
    """True for "take" in a set phrase ("took place", "taken part"), where nothing is taken."""
    objects = [c.lemma_ for c in token.children if c.dep_ == "dobj"]
    if token.lemma_ == "take" and not objects:
        return True
    return bool(objects) and objects[0] in idle_objects().get(token.lemma_, ())


def _tells(token: Token, concept: str) -> bool:
    """True where a word of a contrast set labels the event that it names; "take" only where something is captured."""
    if token.lemma_ == "take" and not _TAKING.search(concept):
        return False
    entry = words().get(token.lower_) or words().get(token.lemma_.lower())
    if entry is None or entry.of != "event" or _idle(token) or token.lower_ == "according":
        return False
    if entry.concept == "taking" and _OF_PEOPLE.search(concept):
        return False
    return entry.concept != "outcome" or (token.lemma_.lower() not in predicates() and not is_negated(token))


def _of_events(doc: Doc, events: Sequence[EventMention]) -> Iterator[LabelMention]:
    """The word of an event's trigger that belongs to a contrast set of happenings."""
    for i, event in enumerate(events):
        part = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
        if part is None:
            continue
        whole = words().get(part.text.lower())
        if len(part) > 1 and whole is not None and whole.of == "event" and not _idle(part.root):
            yield make_label(with_adverb(part), event=i)
            continue
        for token in part:
            if _tells(token, event.concept):
                yield make_label(with_adverb(doc[token.i : token.i + 1]), event=i)
                break
