"""What a statement is about: a short noun phrase of its words, the thing that its weightiest clause deals with."""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotations.parse import trimmed
from variorum.annotations.position_clauses import Clause
from variorum.annotations.quotation_frames import Page
from variorum.annotations.statement_drafts import Draft
from variorum.schema.reports import Span

_EMPTY = frozenset({
    "thing", "way", "time", "lot", "kind", "sort", "bit", "day", "week", "month", "year", "moment", "everything",
    "something", "nothing", "anything", "one", "part", "place", "case", "fact", "number", "people", "hour", "today",
    "tomorrow", "yesterday", "side", "end", "point", "man", "woman", "person",
})  # fmt: skip
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "quantmod"})
_LOOSE = frozenset({"dobj", "pobj", "ROOT", "attr", "nsubj", "nsubjpass", "conj"})
_LONGEST = 9
"""Words of an issue with its "of" phrase."""


def find_issue(page: Page, draft: Draft, clause: Clause | None) -> Span | None:
    """The noun phrase that a statement is about, bare of its article, or None where the words show none."""
    inside = {token.i for content in draft.contents for token in page.tokens(content)}
    for noun in _nouns(page, draft, clause):
        if (
            noun.i in inside
            and noun.pos_ in ("NOUN", "PROPN")
            and noun.lemma_.lower() not in _EMPTY
            and noun.ent_type_ != "DATE"
        ):
            return _phrase(page, noun, inside)
    return None


def _nouns(page: Page, draft: Draft, clause: Clause | None) -> Iterator[Token]:
    """Nouns that may be it, the likeliest first: what is done, what it is done to, who does it."""
    if clause is not None and clause.predicate is not None and clause.verb is not None:
        for verb in _chain(clause.predicate):
            yield from (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
        for verb in _chain(clause.predicate):
            yield from (c for c in verb.children if c.dep_ == "nsubj" and verb != clause.predicate)
        for verb in _chain(clause.predicate):
            for prep in (c for c in verb.children if c.dep_ in ("prep", "agent")):
                yield from (p for p in prep.children if p.dep_ == "pobj")
        yield from (c for c in clause.predicate.children if c.dep_ in ("attr", "nsubj"))
        yield from (c for c in clause.verb.children if c.dep_ in ("nsubj", "attr"))
    for content in draft.contents:
        yield from (t for t in page.tokens(content) if t.pos_ == "NOUN" and t.dep_ in _LOOSE)


def _chain(verb: Token) -> Iterator[Token]:
    """A verb and the infinitives and participles that it governs, the innermost first ("agree to sign": sign, agree)."""
    below = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), None)
    if below is None:
        complement = next((c for c in verb.children if c.dep_ == "acomp"), None)
        below = next((c for c in complement.children if c.dep_ == "xcomp"), None) if complement is not None else None
    if below is not None and below.i > verb.i:
        yield from _chain(below)
    yield verb


def _phrase(page: Page, noun: Token, inside: set[int]) -> Span:
    start = end = noun.i
    for child in noun.lefts:
        if child.dep_ in _BEFORE and child.i in inside and noun.i - child.left_edge.i <= 5:
            start = min(start, max(child.left_edge.i, min(inside)))
    while start < noun.i and page.doc[start].pos_ == "DET":
        start += 1
    of = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("of", "on", "between", "with")), None)
    if of is not None:
        last = max((t.i for t in of.subtree if t.i in inside), default=end)
        simple = all(t.dep_ not in ("relcl", "acl", "advcl") and not t.is_punct for t in of.subtree)
        end = last if last - start < _LONGEST and simple else end
    return trimmed(page.doc, start, end + 1)
