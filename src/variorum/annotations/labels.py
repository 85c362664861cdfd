"""What reports call persons, parties, places and happenings: offices, epithets, and words of contrast sets.

Only words that another report could weigh otherwise ("dictator" beside "president", "liberated" beside
"seized"); ordinary adjectives are left alone. It tells the class of a word, never whether the word is fair.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.annotations.label_outcomes import find_outcomes, is_negated
from variorum.annotations.label_parties import find_epithets_of_parties
from variorum.annotations.label_words import (
    contrast_set,
    honorifics,
    idle_objects,
    look_up,
    offices,
    predicates,
    statuses,
    words,
)
from variorum.annotations.parse import span_of, text_of, tokens_in
from variorum.schema.quotation_marks import pair_marks
from variorum.annotations.statement_speakers import MentionFinder, index_mentions
from variorum.schema.annotations import EntityMention, EventMention, LabelMention, StatementMention
from variorum.schema.reports import Span

__all__ = ["contrast_set", "find_labels"]

VERSION = "labels.v1"
_PARTIES = ("person", "government", "organization", "armed_group", "people")
_GROUPS = ("organization", "armed_group", "government", "other")
_AIMED = 40
_TAKING = re.compile("captur|seiz|occup|taking|hostage|conquest|control")
_ADJECTIVAL = ("amod", "compound", "nmod", "poss")


def find_labels(
    doc: Doc,
    entities: Sequence[EntityMention],
    events: Sequence[EventMention],
    statements: Sequence[StatementMention],
) -> tuple[LabelMention, ...]:
    """Find the words that a report uses of entities and events and that bear comparison.

    Returns:
        Labels in text order, each span and thing once. `label` is lower case, without articles and demonyms.
        `voice` is quoted inside a statement's content or inside quotation marks, but own for appositions and for the
        words that name whom an indirect statement is aimed at.
    """
    finder = index_mentions(list(doc), entities)
    marked = [inner for quotation in pair_marks(text_of(doc))[0] for inner in quotation.inners]
    told = [c for s in statements if s.asserts for c in s.contents]
    outcomes = [_label(part, event=i, text=text) for part, text, i in find_outcomes(doc, events)]
    parties = [_label(part, entity=i) for part, i in find_epithets_of_parties(doc, finder)]
    taken = {f.span for f in (*outcomes, *parties)}
    others = (*_titles(doc, finder), *_descriptions(doc, finder), *_epithets(doc, finder), *_of_events(doc, events))
    found = [
        *outcomes,
        *parties,
        *(f for f in others if not any(f.span.overlaps(span) for span in taken)),
        *_modifiers(doc, finder),
    ]
    glosses = _glosses(doc, finder, statements)
    unique = {
        (f.span.start, f.span.end, f.entity, f.event): _voiced(
            f, marked if f.span.start in glosses else [*marked, *told]
        )
        for f in found
    }
    return tuple(unique[key] for key in sorted(unique, key=lambda k: (k[0], k[1], k[2] is None, k[2] or 0, k[3] or 0)))


def _glosses(doc: Doc, finder: MentionFinder, statements: Sequence[StatementMention]) -> frozenset[int]:
    """Offsets of words that are the outlet's own within indirect speech: appositions, and whom a statement is aimed at.

    Source: appositions stand outside what is reported (Potts 2005); "accused the bandits of looting" names them so itself.
    """
    found: set[int] = set()
    for statement in statements:
        if statement.kind != "indirect":
            continue
        target = None if statement.target is None else finder.entities[statement.target]
        for content in statement.contents:
            for token in tokens_in(doc, content):
                aimed = (
                    target is not None and token.idx - content.start < _AIMED and _held_by(token, finder, target.chain)
                )
                if token.dep_ == "appos" or (aimed and statement.position in ("accuse", "demand", "threaten")):
                    found.add(token.idx)
    return frozenset(found)


def _held_by(token: Token, finder: MentionFinder, chain: int) -> bool:
    index = finder.at(token)
    return index is not None and finder.entities[index].chain == chain


def _voiced(found: LabelMention, quoted: Sequence[Span]) -> LabelMention:
    if not any(q.covers(found.span) for q in quoted):
        return found
    return LabelMention(
        span=found.span, label=found.label, voice="quoted", loaded=found.loaded, entity=found.entity, event=found.event
    )


def _label(
    part: DocSpan, *, entity: int | None = None, event: int | None = None, text: str | None = None
) -> LabelMention:
    text = text or " ".join(part.text.split()).lower()
    entry = look_up(text)
    return LabelMention(
        span=span_of(part),
        label=text,
        voice="own",
        loaded=entry.loaded if entry is not None else None,
        entity=entity,
        event=event,
    )


def _titles(doc: Doc, finder: MentionFinder) -> Iterator[LabelMention]:
    """The words before a name: "Russian dictator X", "Prime Minister X"."""
    for i, mention in enumerate(finder.entities):
        if mention.titles is None or mention.kind != "person":
            continue
        part = doc.char_span(mention.titles.start, mention.titles.end, alignment_mode="expand")
        bare = _bare(part, finder) if part is not None else None
        if bare is not None and (_known(bare[-1]) or _known_phrase(bare)):
            yield _label(bare, entity=i)


def _known(head: Token) -> bool:
    """True where a noun heads a description worth comparing."""
    entry = look_up(head.lemma_) or look_up(head.text)
    return head.lemma_.lower() in offices() or (entry is not None and entry.of in ("person", "party"))


def _worth(head: Token) -> bool:
    """True for one bearer of an office, or a word of a party in one or many."""
    entry = look_up(head.lemma_) or look_up(head.text)
    many = head.tag_ in ("NNS", "NNPS")
    return _known(head) and (not many or (entry is not None and (entry.of == "party" or entry.loaded is not None)))


def _known_phrase(part: DocSpan) -> bool:
    return part.text.lower() in words() or any(t.lower_ in offices() for t in part)


def _bare(part: DocSpan, finder: MentionFinder) -> DocSpan | None:
    """A description without articles, honorifics, demonyms and possessors at its start; None where nothing is left."""
    start, end = part.start, part.end
    while start < end and (_skipped(part.doc[start], finder) or _names(part, start)):
        start += 1
    while start < end and (part.doc[end - 1].is_punct or part.doc[end - 1].is_space):
        end -= 1
    return part.doc[start:end] if start < end else None


def _names(part: DocSpan, at: int) -> bool:
    """True for a name before a common noun: "the Kremlin strongman"."""
    token, last = part.doc[at], part.doc[part.end - 1]
    return token.pos_ == "PROPN" and token.text[0].isupper() and last.text.islower() and not token.is_sent_start


def _skipped(token: Token, finder: MentionFinder) -> bool:
    if token.lower_ in honorifics() or token.is_punct or token.is_space or token.tag_ in ("POS", "PRP$", "DT"):
        return True
    if token.ent_type_ in ("NORP", "GPE") and token.dep_ in _ADJECTIVAL:
        return not _known(token)
    index = finder.at(token)
    if index is None:
        return False
    mention = finder.entities[index]
    short = len(mention.span) <= len(token.text) + 3
    return short and (mention.form in ("demonym", "metonym") or mention.kind in ("country", "place"))


def _descriptions(doc: Doc, finder: MentionFinder) -> Iterator[LabelMention]:
    """Descriptions that refer by themselves: "the dictator", "the separatists"."""
    for i, mention in enumerate(finder.entities):
        if mention.form != "description" or mention.kind not in _PARTIES:
            continue
        part = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        head = part.root if part is not None else None
        if part is None or head is None or head.pos_ not in ("NOUN", "PROPN") or not _worth(head):
            continue
        bare = _bare(doc[part.start : head.i + 1], finder)
        if bare is not None:
            yield _label(bare, entity=i)


def _epithets(doc: Doc, finder: MentionFinder) -> Iterator[LabelMention]:
    """Apposition and copula: "X, the separatist leader", "X is a dictator"."""
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or not _known(token):
            continue
        if token.dep_ == "appos":
            bearer: Token | None = token.head
        elif token.dep_ == "attr" and look_up(token.lemma_) is not None:
            bearer = next((c for c in token.head.lefts if c.dep_ == "nsubj"), None)
        else:
            bearer = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        index = finder.at(bearer)
        if index is None or finder.entities[index].kind != "person":
            continue
        bare = _bare(doc[_phrase_start(token) : token.i + 1], finder)
        if bare is not None:
            yield _label(bare, entity=index)


def _phrase_start(head: Token) -> int:
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.right_edge.i != start - 1 or child.dep_ not in (*_ADJECTIVAL, "det", "case"):
            break
        start = child.left_edge.i
    return start


def _modifiers(doc: Doc, finder: MentionFinder) -> Iterator[LabelMention]:
    """Words of status and rule beside a name: "breakaway X", "occupied X", "the X regime", "the regime in X"."""
    for token in doc:
        entry = words().get(token.lower_)
        if _hyphenated(token).text.lower() in statuses() and token.dep_ in _ADJECTIVAL[:3] and not _is_deed(token):
            index = _named(token.head, finder)
            if index is not None and finder.entities[index].kind in ("place", "country", *_GROUPS):
                yield _label(_hyphenated(token), entity=index)
        elif entry is not None and entry.concept == "government" and entry.loaded and token.pos_ in ("NOUN", "PROPN"):
            index = _named(token, finder)
            if index is not None:
                yield _label(doc[token.i : token.i + 1], entity=index)


def _is_deed(token: Token) -> bool:
    """True for "X liberated Y", which the parser may take for a "liberated Y": a bare name stands before the word."""
    before = token.nbor(-1) if token.i > 0 else None
    return (
        token.lower_.endswith("ed") and before is not None and before.pos_ in ("PROPN", "PRON") and before.text != "the"
    )


def _hyphenated(token: Token) -> DocSpan:
    """A word with what the tokenizer cut off before its hyphen ("so-called")."""
    doc, start = token.doc, token.i
    while (
        start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_
    ):
        start -= 2
    return doc[start : token.i + 1]


def _named(head: Token, finder: MentionFinder) -> int | None:
    """The mention of a noun phrase: of its head, of its modifiers, or of its "in ..." or "of ..."."""
    near = [head, *(c for c in head.children if c.dep_ in (*_ADJECTIVAL, "appos"))]
    for prep in head.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "of"):
            near += [p for p in prep.children if p.dep_ == "pobj"]
    found = [i for t in near if (i := finder.at(t)) is not None and finder.entities[i].form != "pronoun"]
    return found[0] if found else None


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
    return entry.concept != "outcome" or (token.lemma_.lower() not in predicates() and not is_negated(token))


def _of_events(doc: Doc, events: Sequence[EventMention]) -> Iterator[LabelMention]:
    """The word of an event's trigger that belongs to a contrast set of happenings."""
    for i, event in enumerate(events):
        part = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
        if part is None:
            continue
        whole = words().get(part.text.lower())
        if len(part) > 1 and whole is not None and whole.of == "event" and not _idle(part.root):
            yield _label(part, event=i)
            continue
        for token in part:
            if _tells(token, event.concept):
                yield _label(doc[token.i : token.i + 1], event=i)
                break
