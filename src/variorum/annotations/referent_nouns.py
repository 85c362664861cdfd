"""Nouns without a name that mean people, bodies or places: "a 33-year-old actress", "the hospital", "his wife".

Finds them with their heads and modifiers. Which of them are one thing is decided in `referents`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from variorum.schema.lexicons import read_lexicon, split_entries

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INNER = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "HYPH", "NNP"})
_MODIFIERS = frozenset({"compound", "amod", "nummod", "nmod"})
_WHERE = frozenset("in near on at of outside".split())
_LONGEST = 8
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "several", "any", "every", "each", "no", "many"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NounSense:
    """What a noun means: kind person, organization or place; female where the word says so; collective: many in one."""

    kind: str
    female: bool | None = None
    collective: bool = False


@dataclass(slots=True, kw_only=True)
class Thing:
    """Words that refer to something, in the making; tokens are indexes, half-open.

    head: lemma of the noun, empty for names and pronouns. determiner: definite, indefinite, owned or "".
    owner: chain of whom a possessive names. chain: -1 until it is known; of: words of the "of" phrase's head.
    """

    start: int
    end: int
    root: int
    sentence: int
    kind: str
    form: str
    head: str = ""
    modifiers: frozenset[str] = frozenset()
    determiner: str = ""
    of: str = ""
    plural: bool = False
    collective: bool = False
    female: bool | None = None
    chain: int = -1
    entity: int = -1
    names: frozenset[str] = field(default_factory=frozenset)


@cache
def noun_senses() -> Mapping[str, NounSense]:
    """Every noun of the lexicon with what it means, by lower-case lemma; people before bodies before places."""
    words = read_lexicon("referents")
    people, bodies, places = words["people"], words["bodies"], words["places"]
    groups = (
        (places["any"], NounSense(kind="place")),
        (bodies["any"], NounSense(kind="organization")),
        (people["collective"], NounSense(kind="person", collective=True)),
        *((people[name], NounSense(kind="person")) for name in ("any", "ages", "kin")),
        (people["men"], NounSense(kind="person", female=False)),
        (people["women"], NounSense(kind="person", female=True)),
    )
    return {word.casefold(): sense for text, sense in groups for word in split_entries(text)}


def lemma_of(token: Token) -> str:
    """The lower-case singular of a noun, also of one that a heading's capitals made a name."""
    word: str = token.lemma_.casefold()
    if token.tag_ in ("NNP", "NNPS", "NN") and word not in noun_senses():
        for ending, instead in (("men", "man"), ("ies", "y"), ("es", ""), ("s", "")):
            if word.endswith(ending) and (cut := word[: -len(ending)] + instead) in noun_senses():
                return cut
    return word


def find_nouns(doc: Doc, taken: list[int], sentences: list[int]) -> Iterator[Thing]:
    """Find nouns of the lexicon that head a phrase of their own, in text order.

    Args:
        taken: of every token the number of the entity mention that holds it, or -1.
        sentences: of every token the number of its sentence.
    """
    senses = noun_senses()
    for token in doc:
        if taken[token.i] >= 0:
            continue
        if token.lower_ == "old" and token.i > 3 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "year" and token.dep_ not in _MODIFIERS:
            yield Thing(start=token.i - 4, end=token.i + 1, root=token.i, sentence=sentences[token.i], kind="person", form="description", head="person", modifiers=frozenset({token.nbor(-4).lower_}), determiner=_determiner(token))
        if token.tag_ not in _NOUNS:
            continue
        head = lemma_of(token)
        sense = senses.get(head)
        if sense is not None and not _is_inner(token, taken):
            yield _thing(token, head, sense, taken, sentences[token.i])


def _is_inner(token: Token, taken: list[int]) -> bool:
    """Does it only modify another common noun ("team member")? Before a name it is that one's title."""
    head = token.head
    return token.dep_ in ("compound", "nmod") and head.i > token.i and head.tag_ in _NOUNS and taken[head.i] < 0


def _thing(token: Token, head: str, sense: NounSense, taken: list[int], sentence: int) -> Thing:
    return Thing(
        start=first_of_phrase(token),
        end=_last_of_phrase(token, sense) + 1,
        root=token.i,
        sentence=sentence,
        kind=sense.kind,
        form="description",
        head=head,
        modifiers=frozenset(t.lower_ for t in token.children if t.dep_ in _MODIFIERS and taken[t.i] < 0),
        determiner=_determiner(token),
        of=next((o.lemma_.casefold() for p in token.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"), ""),
        plural=token.tag_ in ("NNS", "NNPS") or sense.collective or (token.tag_ == "NNP" and token.lower_ != head),
        collective=sense.collective,
        female=sense.female,
    )


def first_of_phrase(token: Token) -> int:
    """The first token of a noun with the modifiers right before it, names among them, without determiners."""
    start = token.i
    while start > token.sent.start and (before := token.nbor(start - 1 - token.i)).tag_ in _INNER:
        top = before
        while top.head.i < token.i and top.head.i >= start - 3 and top.head != top:
            top = top.head
        if top.head.i != token.i:
            break
        start -= 1
    while start < token.i and token.doc[start].tag_ == "HYPH":
        start += 1
    return start


def _last_of_phrase(token: Token, sense: NounSense) -> int:
    """The last token of a place with the phrase right after it that says where it is ("a ridge near the Karsk")."""
    if sense.kind != "place":
        return token.i
    for prep in token.rights:
        if prep.dep_ == "prep" and prep.i == token.i + 1 and prep.lower_ in _WHERE:
            last: Token = prep.right_edge
            return last.i if last.i - token.i <= _LONGEST and last.is_alpha else token.i
    return token.i


def _determiner(token: Token) -> str:
    words = {t.lower_ for t in token.children if t.dep_ in ("det", "predet")}
    if words & _DEFINITE:
        return "definite"
    if any(t.dep_ == "poss" for t in token.children):
        return "owned"
    return "indefinite" if words & _INDEFINITE else ""
