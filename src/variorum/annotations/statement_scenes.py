"""Where and to whom something was said: the hearer, the occasion and the place, from the words around a cue.

"told reporters", "in a letter to the council", "speaking at a rally in Tirana". Nothing is taken from what was said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from variorum.annotations.parse import span_of, trimmed
from variorum.annotations.quotation_frames import Page
from variorum.annotations.statement_cues import load_cues, read_lexicon
from variorum.annotations.statement_drafts import Draft
from variorum.annotations.statement_speakers import MentionFinder
from variorum.annotations.syntax import sentence_bounds
from variorum.schema.reports import Span

_TELLING = frozenset({
    "tell", "inform", "assure", "reassure", "remind", "promise", "warn", "ask", "urge", "accuse", "notify", "advise", "brief",
    "address", "beg", "implore", "instruct", "order", "request", "convince", "persuade", "alert", "answer", "thank",
})  # fmt: skip
_PLACES = frozenset({"country", "place"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """addressee_words: whom it was said to; addressee: the mention (index) that names them, if any.

    venue: the occasion or medium ("a press conference", "an interview with X"). place: mention (index) of where.
    """

    addressee: int | None = None
    addressee_words: Span | None = None
    venue: Span | None = None
    place: int | None = None


@cache
def _occasions() -> frozenset[str]:
    return frozenset(read_lexicon("positions.toml")["occasions"]["words"])


@cache
def _speaking() -> frozenset[str]:
    return frozenset(read_lexicon("positions.toml")["occasions"]["verbs"])


def is_press(token: Token) -> bool:
    """True for those who pass on what they are told: reporters, an agency, a newspaper."""
    return token.lower_ in load_cues().agencies or token.lemma_.lower() in ("reporter", "journalist", "correspondent")


def find_hearer(draft: Draft) -> Token | None:
    """Whom a verb of telling names as its hearer, also behind "to" ("said to the crowd")."""
    verb = draft.governor
    if verb.lemma_ in _TELLING:
        hearer = next((c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.pos_ != "DET"), None)
        if hearer is not None:
            return hearer if hearer.dep_ == "dobj" or hearer.pos_ != "ADP" else _object(hearer)
    if verb.pos_ != "VERB" or verb.lower_ == "according":
        return None
    to = next((c for c in verb.rights if c.lower_ == "to" and c.dep_ in ("prep", "dative")), None)
    return _object(to) if to is not None else None


def find_scene(page: Page, draft: Draft, finder: MentionFinder) -> Scene:
    """Tell whom it was said to, on what occasion and where, each only where words around the cue tell it."""
    outside = _outside(page, draft)
    hearer, venue, place = find_hearer(draft), None, None
    for prep in () if draft.governor.lower_ == "according" else _phrases(draft, outside):
        noun = _object(prep)
        if noun is None or noun.i not in outside:
            continue
        if venue is None and noun.lemma_.lower() in _occasions() and prep.lower_ not in ("to", "with", "from"):
            venue = noun
        elif prep.lower_ in ("in", "at") and place is None:
            place = _place(noun, finder)
        elif hearer is None and prep.lower_ in ("to", "with"):
            hearer = noun
    if hearer is not None and hearer.i not in outside:
        hearer = None
    return Scene(
        addressee=finder.governing(hearer),
        addressee_words=None if hearer is None else _noun_phrase(page, hearer, outside),
        venue=None if venue is None else _noun_phrase(page, venue, outside),
        place=place,
    )


def _outside(page: Page, draft: Draft) -> frozenset[int]:
    """Tokens of the cue's sentence that are not said."""
    first, last = sentence_bounds(draft.governor)
    said = {t.i for content in draft.contents for t in page.tokens(content)}
    return frozenset(i for i in range(first, last) if i not in said)


def _phrases(draft: Draft, outside: frozenset[int]) -> Iterator[Token]:
    """Prepositions that hang on the cue, on "speaking" beside it, on an occasion or on a hearer, in text order."""
    doc = draft.governor.doc
    heads = {draft.governor.i}
    for i in sorted(outside):
        if doc[i].lemma_.lower() in _speaking() and doc[i].tag_ == "VBG":
            heads.add(i)
    for i in sorted(outside):
        token = doc[i]
        if token.dep_ in ("prep", "dative") and token.head.i in heads:
            yield token
            noun = _object(token)
            if (
                noun is not None
                and noun.i in outside
                and (noun.lemma_.lower() in _occasions() or token.lower_ in ("to", "with"))
            ):
                heads.add(noun.i)


def _object(prep: Token) -> Token | None:
    return next((c for c in prep.children if c.dep_ == "pobj"), None)


def _place(noun: Token, finder: MentionFinder) -> int | None:
    index = finder.at(noun)
    return index if index is not None and finder.entities[index].kind in _PLACES else None


def _noun_phrase(page: Page, noun: Token, outside: frozenset[int]) -> Span:
    """The noun with what is before it and the phrases right after it, as far as nothing of it is said."""
    start = end = noun.i
    while start - 1 in outside and start - 1 >= noun.left_edge.i:
        start -= 1
    for child in noun.rights:
        plain = child.lower_ in ("of", "for", "with", "by", "between", "to", "from") and child.i <= end + 2
        if plain and all(t.i in outside and t.dep_ not in ("relcl", "acl") and not t.is_punct for t in child.subtree):
            end = child.right_edge.i
    return trimmed(page.doc, start, end + 1) if end > start else span_of(noun)
