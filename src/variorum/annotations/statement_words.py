"""The words that name a speaker, as they stand: a name, a common noun ("two residents"), a pronoun, "the minister, who".

They are told whether or not the speaker is an entity of the report; nothing is inferred from outside the sentence.
"""

from spacy.tokens import Token

from variorum.annotations.parse import text_of
from variorum.annotations.statement_drafts import Draft, after_stamp
from variorum.annotations.syntax import sentence_bounds
from variorum.schema.reports import Span

_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "advmod", "neg", "case"})
_RIGHT = frozenset({"case", "prep", "cc", "conj", "appos", "poss", "amod"})
_RELATIVES = frozenset({"WP", "WDT"})
_LOOSE = frozenset({"ADP", "PUNCT", "SPACE", "CCONJ"})
LONGEST = 25
"""Tokens after which a speaker's phrase is cut to its head: the parse has then swallowed something else."""


def speaker_words(draft: Draft, speaker: Token | None) -> Span | None:
    """The noun phrase of a speaker, with the relative pronoun that stands for it where the verb is in its clause.

    Returns:
        A span outside the cue and the contents; None where no word names the speaker.
    """
    if speaker is None:
        return None
    first, end = noun_phrase(speaker)
    relative = _relative_between(draft.governor, speaker)
    if relative is not None:
        end = relative.i + 1
    return _outside(draft, speaker, first, end)


def noun_phrase(head: Token) -> tuple[int, int]:
    """First token of a noun phrase and the token after it, without relative clauses and participles."""
    low, high = sentence_bounds(head)
    first, end = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ in _LEFT:
            first = min(first, max(child.left_edge.i, low))
    for child in head.rights:
        if child.dep_ not in _RIGHT:
            if child.dep_ in ("relcl", "acl"):
                break
            continue
        end = max(end, min(child.right_edge.i + 1, high))
    return (first, end) if end - first <= LONGEST else (head.i, head.i + 1)


def _relative_between(verb: Token, speaker: Token) -> Token | None:
    """The "who" or "which" that is the verb's subject and stands for a speaker near before it."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ not in _RELATIVES:
        return None
    return subject if 0 < subject.i - speaker.i <= LONGEST else None


def _outside(draft: Draft, speaker: Token, first: int, end: int) -> Span | None:
    """The phrase, cut where the cue or the content begins or ends; None where the speaker's own word lies in them."""
    doc, text = speaker.doc, text_of(speaker.doc)
    start, stop = doc[first].idx, doc[end - 1].idx + len(doc[end - 1])
    low, high = speaker.idx, speaker.idx + len(speaker)
    for taken in (draft.cue, *draft.contents):
        if taken.start < high and low < taken.end:
            return None
        if taken.end <= low:
            start = max(start, taken.end)
        else:
            stop = min(stop, taken.start)
    while end - 1 > speaker.i and (doc[end - 1].idx >= stop or doc[end - 1].pos_ in _LOOSE):
        end -= 1
    stop = min(stop, doc[end - 1].idx + len(doc[end - 1]))
    start = min(after_stamp(text, start), low)
    while start < low and not text[start].isalnum():
        start += 1
    return Span(start=start, end=stop)
