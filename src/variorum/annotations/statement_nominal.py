"""Statements that "according to" marks: the clause around it, on the word of its object."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.annotations.quotation_frames import Page
from variorum.annotations.statement_cues import Meaning, load_cues
from variorum.annotations.statement_drafts import Draft
from variorum.annotations.syntax import sentence_bounds
from variorum.annotations.statement_attribution import Range
from variorum.schema.reports import Span

_ACCORDING = Meaning(attitude="neutral", position="content", frames=frozenset({"clause"}))


def find_according(page: Page) -> Iterator[tuple[Draft, tuple[Range, ...]]]:
    """Yield the statements marked by "according to": the clause around it, on the word of its object."""
    doc = page.doc
    for token in doc[:-1]:
        if token.lower_ != "according" or token.nbor().lower_ != "to" or page.inside(token.i) is not None:
            continue
        source = _object(token)
        if source is None:
            continue
        cue = Span(start=token.idx, end=token.nbor().idx + 2)
        end = max(source.right_edge.i, token.right_edge.i) + 1
        ranges = _around(token, end)
        if ranges:
            yield _draft(cue, token, _ACCORDING, source), ranges


def find_signatory(page: Page, draft: Draft) -> Token | None:
    """Who speaks in a joint document: the subject of what it says ("A and B agreed ..., according to a joint statement")."""
    cues, document = load_cues(), draft.speaker
    if draft.governor.lower_ != "according" or document is None or document.lemma_ not in cues.documents:
        return None
    if not any(c.lower_ in cues.joint for c in document.children):
        return None
    words = (t for c in draft.contents for t in page.tokens(c))
    subject = next((t for t in words if t.dep_ == "nsubj"), None)
    return subject if subject is not None and subject.head.lemma_ in cues.joint_verbs else None


def _object(token: Token) -> Token | None:
    to = token.nbor()
    found = next((c for c in to.children if c.dep_ == "pobj"), None) or next(
        (c for c in token.children if c.dep_ == "pobj"), None
    )
    return found if found is not None and found.i > to.i else None


def _around(token: Token, end: int) -> tuple[Range, ...]:
    """The rest of the sentence where the phrase opens or closes it; else the clause it stands in."""
    first, last = sentence_bounds(token)
    start = token.i
    if start - first <= 1 or _opens_clause(token):
        return ((end, _next_break(token.doc, end, last)),)
    if last - end <= 2 or token.doc[end].text in (",", ";"):
        clause = _clause_start(token)
        rest = ((end, last),) if last - end > 3 and token.doc[start - 1].text == "," else ()
        return ((clause, start), *rest)
    return ((_clause_start(token), start),)


def _opens_clause(token: Token) -> bool:
    """True right after the "that" of a clause ("reported that, according to the mayor, ...")."""
    before = token.doc[max(0, token.i - 2) : token.i]
    return any(t.lower_ == "that" and t.tag_ in ("IN", "WDT") for t in before)


def _next_break(doc: Doc, start: int, end: int) -> int:
    return next((i for i in range(start, end) if doc[i].text == ";" or "\n" in doc[i].text), end)


def _clause_start(token: Token) -> int:
    """First token of the clause that the phrase belongs to: back to a semicolon or the start of the sentence."""
    start, _ = sentence_bounds(token)
    for i in range(token.i - 1, start, -1):
        if token.doc[i].text == ";" or "\n" in token.doc[i].text:
            return i + 1
    return start


def _draft(cue: Span, governor: Token, meaning: Meaning, speaker: Token | None) -> Draft:
    return Draft(
        cue=cue,
        governor=governor,
        contents=(cue,),
        meaning=meaning,
        quoted=False,
        kind="indirect",
        speaker=speaker,
    )
