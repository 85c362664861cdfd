"""Statements whose cue is a noun ("the claim that ...", "their support for ...") or an adjective ("wary of ...")."""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotations.quotation_frames import Page
from variorum.annotations.statement_attribution import Range
from variorum.annotations.statement_cues import Meaning, load_cues
from variorum.annotations.statement_drafts import Draft
from variorum.annotations.statement_speakers import find_speaker
from variorum.schema.reports import Span

_COPULAS = frozenset({"be", "feel", "seem", "remain", "become", "appear", "sound", "stay", "grow"})
_LIGHT = frozenset(
    "make have express voice give issue raise renew repeat share hold offer deliver reiterate drop harbor harbour".split()
)


def find_nominal(page: Page) -> Iterator[tuple[Draft, tuple[Range, ...]]]:
    """Yield the statements whose cue is a noun or an adjective of the lexicon, with the ranges of their content."""
    lexicon = load_cues()
    for token in page.doc:
        if token.pos_ == "NOUN":
            frames, word = lexicon.nouns, token.lemma_.lower()
        elif token.pos_ == "ADJ" or token.dep_ in ("acomp", "oprd"):
            frames, word = lexicon.adjectives, token.lower_
        else:
            continue
        if word not in frames or page.inside(token.i) is not None:
            continue
        found = _complement(token, frames[word])
        if found is not None:
            yield from _told(token, *found)


def _told(token: Token, meaning: Meaning, part: Range) -> Iterator[tuple[Draft, tuple[Range, ...]]]:
    if token.pos_ == "NOUN":
        speaker = _owner(token)
        if speaker is None and not meaning.frames & {"clause", "to"}:
            return
    else:
        speaker = _bearer(token)
        if speaker is None:
            return
    cue = Span(start=token.idx, end=token.idx + len(token))
    draft = Draft(
        cue=cue,
        governor=token,
        contents=(cue,),
        meaning=meaning,
        quoted=False,
        kind="indirect",
        speaker=speaker,
    )
    yield draft, (part,)


def _complement(token: Token, frames: dict[str, Meaning]) -> tuple[Meaning, Range] | None:
    """The first clause, infinitive or prepositional phrase of a word that the lexicon lists for it."""
    for child in _dependants(token):
        if child.dep_ in ("acl", "ccomp", "xcomp", "relcl", "advcl"):
            key = _opened(child, adjective=token.pos_ != "NOUN")
        elif child.dep_ in ("prep", "agent"):
            key = child.lower_
        else:
            continue
        if key not in frames:
            continue
        start = child.i + 1 if child.dep_ in ("prep", "agent") else max(child.left_edge.i, token.i + 1)
        if child.right_edge.i >= start:
            return frames[key], (start, child.right_edge.i + 1)
    return None


def _dependants(token: Token) -> Iterator[Token]:
    """What follows a word and depends on it, or on the name after its "by" ("a call by the bishops for calm")."""
    for child in token.rights:
        yield child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            yield from (c for obj in child.children for c in obj.rights if c.dep_ in ("prep", "acl"))


def _opened(clause: Token, *, adjective: bool) -> str:
    """How a clause begins: "that", or "to do" of an infinitive; a bare clause after an adjective counts as "that"."""
    if any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children):
        return "that"
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children):
        return "to do"
    return "that" if adjective and clause.dep_ == "ccomp" else ""


def _owner(noun: Token) -> Token | None:
    """Whose saying a noun names: a possessor, one named by "by", "from" or "among", or who makes, has or voices it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "among", "within"):
            return next((p for p in child.children if p.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _LIGHT:
        return find_speaker(noun.head)
    return None


def _bearer(adjective: Token) -> Token | None:
    """Of whom an adjective is said: the subject of its copula, or the noun beside it ("Okoro, wary of a trap, ...")."""
    head = adjective.head
    if adjective.dep_ in ("acomp", "oprd", "attr", "conj", "ROOT") and head.pos_ in ("AUX", "VERB"):
        return find_speaker(head) if head.lemma_.lower() in _COPULAS else None
    if adjective.dep_ in ("amod", "acl", "relcl", "appos") and head.i < adjective.i and head.pos_ in ("NOUN", "PROPN"):
        return head
    if adjective.dep_ == "advcl" and head.pos_ in ("AUX", "VERB"):
        return find_speaker(head)
    return None
