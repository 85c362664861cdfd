"""Matching a lexicon on the lemma alone, beside us: what a coder of events gives without frames, realis or nouns.

In each sentence the first verb whose lemma our event lexicon lists decides the type, by the surest entry of that lemma;
its conditions on objects and prepositions are passed over. The actor is the nearest named entity before the verb, the
recipient the nearest after it, by the labels of spaCy's model. Written by us, after how the lexicon coders of the
field, from KEDS to PETRARCH, are described; no program of others.
"""

from collections.abc import Iterator, Sequence

from bare_spacy import load_model
from peer import Peer, Work, answer_each
from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.evaluate.tasks.events import OUTSIDE, EventAnswer, root_of
from variorum.evaluate.values import Document
from variorum.schema.concepts import load_concepts
from variorum.schema.reports import Span

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})


def answer(documents: Sequence[Document]) -> Work:
    """One event a sentence at most, and the time that finding it takes."""
    load_concepts()
    return answer_each(documents, _find)


def _find(document: Document, work: Work) -> list[EventAnswer]:
    with work.parse.running():
        doc = load_model()(document.text)
    with work.own.running():
        return list(find_events(doc))


def find_events(doc: Doc) -> Iterator[EventAnswer]:
    """The event of each sentence; the first of the text is the one chosen."""
    names = [entity for entity in doc.ents if entity.label_ in NAMED]
    chosen = True
    for sentence in doc.sents:
        for token in sentence:
            root = _root_of(token)
            if root is not None:
                yield _event(token, root, [n for n in names if n.sent == sentence], chosen=chosen)
                chosen = False
                break


def _root_of(token: Token) -> str | None:
    """The root of the surest entry of a verb's lemma; None for words that the lexicon does not list as verbs."""
    entries = load_concepts().of_verb(token.lemma_.lower()) if token.pos_ == "VERB" else ()
    surest = max(entries, key=lambda entry: entry.weight, default=None)
    return None if surest is None or surest.concept.type == OUTSIDE else root_of(surest.concept.type)


def _event(verb: Token, root: str, names: Sequence[DocSpan], *, chosen: bool) -> EventAnswer:
    before = [n for n in names if n.end <= verb.i][-1:]
    after = [n for n in names if n.start > verb.i][:1]
    return EventAnswer(
        root=root,
        start=verb.idx,
        end=verb.idx + len(verb.text),
        actors=tuple(map(_span, before)),
        recipients=tuple(map(_span, after)),
        chosen=chosen,
    )


def _span(name: DocSpan) -> Span:
    return Span(start=name.start_char, end=name.end_char)


PEER = Peer(
    name="lemma lexicon",
    package="spacy",
    module="spacy",
    answer={"events": answer},
    about="written by us: our own event verbs by their lemma alone, with spaCy's nearest names as the sides",
)
