"""Nouns without a name that mean people, bodies or places: "a 33-year-old actress", "the hospital", "his wife".

Finds them with their heads and modifiers. Which of them are one thing is decided in `referents`.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from variorum.annotations.referent_cast import Cast, Thing, children
from variorum.schema.nouns import NounSense, noun_senses, open_sense, singular_noun

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INNER = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "HYPH", "NNP"})
_MODIFIERS = ("compound", "amod", "nummod", "nmod")
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
_WHERE = frozenset("in near on at of outside".split())
_LONGEST = 8
_REACH = 3
_AGE = ("year", "-", "old")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "several", "any", "every", "each", "no", "many"})


def find_nouns(cast: Cast, taken: Sequence[bool]) -> Iterator[Thing]:
    """Find nouns that head a phrase of their own and may refer, and ages that stand for people, in text order.

    Args:
        taken: of every token whether a name holds it.
    """
    for token in cast.doc:
        if taken[token.i]:
            continue
        if token.lower_ == "old" and _is_aged(token):
            yield _aged(cast, token)
        sense = _sense_of(token)
        if sense is not None and not _is_inner(token, taken):
            yield _thing(cast, token, sense)


def _sense_of(token: Token) -> NounSense | None:
    """What a noun means, or a listed noun that stands as one though it was read as an adjective ("the senior's record")."""
    if token.tag_ in _NOUNS:
        return open_sense(lemma_of(token))
    return noun_senses().get(token.lower_) if token.tag_ == "JJ" and token.dep_ in _NOMINAL else None


def lemma_of(token: Token) -> str:
    """The lower-case singular of a noun, also of one that a heading's capitals made a name."""
    word: str = token.lemma_.casefold()
    return word if word in noun_senses() else singular_noun(token.lower_)


def _is_aged(token: Token) -> bool:
    """ "A 16-year-old" by itself."""
    before = [token.doc[i].lower_ for i in range(max(0, token.i - 2), token.i)]
    is_inner = token.dep_ in _MODIFIERS and token.head.pos_ not in ("VERB", "AUX")
    return token.i > _REACH and (*before, "old") == _AGE and not is_inner


def _aged(cast: Cast, token: Token) -> Thing:
    return Thing(
        start=token.i - 4,
        end=token.i + 1,
        root=token.i,
        sentence=cast.sentences[token.i],
        kind="person",
        form="description",
        head="person",
        modifiers=frozenset({token.doc[token.i - 4].lower_}),
        determiner=_determiner(token),
    )


def _is_inner(token: Token, taken: Sequence[bool]) -> bool:
    """Does it only modify another noun that refers ("team member")? Not so before a happening ("gang shooting").

    Before a name it is that one's title.
    """
    head = token.head
    if token.dep_ not in ("compound", "nmod") or head.i < token.i or head.tag_ not in _NOUNS or taken[head.i]:
        return False
    return lemma_of(token) not in noun_senses() or open_sense(lemma_of(head)) is not None


def _thing(cast: Cast, token: Token, sense: NounSense) -> Thing:
    head = lemma_of(token)
    of = [obj.lemma_.casefold() for prep in token.children if prep.lower_ == "of" for obj in children(prep, "pobj")]
    return Thing(
        start=first_of_phrase(token),
        end=_last_of_phrase(token, sense) + 1,
        root=token.i,
        sentence=cast.sentences[token.i],
        kind=sense.kind,
        form="description",
        head=head,
        modifiers=_modifiers(cast, token),
        proper=frozenset(t.lower_ for t in cast.doc[first_of_phrase(token) : token.i] if t.text[0].isupper()),
        determiner=_determiner(token),
        of=of[0] if of else "",
        plural=token.tag_ in ("NNS", "NNPS") or sense.collective or (token.tag_ == "NNP" and token.lower_ != head),
        female=sense.female,
    )


def _modifiers(cast: Cast, token: Token) -> frozenset[str]:
    """The words that tell it from others of its noun, and the numbers before it ("a 34-year-old driver")."""
    words = {t.lower_ for t in children(token, *_MODIFIERS, "det") if cast.taken[t.i] < 0}
    return frozenset(words | {t.text for t in token.doc[first_of_phrase(token) : token.i] if t.text.isdigit()})


def first_of_phrase(token: Token) -> int:
    """The first token of a noun with the modifiers right before it, names among them, without determiners."""
    start = token.i
    while start > token.sent.start and _modifies(token.doc[start - 1], token, start):
        start -= 1
    while start < token.i and token.doc[start].tag_ == "HYPH":
        start += 1
    return start


def _modifies(before: Token, token: Token, start: int) -> bool:
    if before.tag_ not in _INNER:
        return False
    while before.head != before and start - _REACH <= before.head.i < token.i:
        before = before.head
    return bool(before.head == token)


def _last_of_phrase(token: Token, sense: NounSense) -> int:
    """The last token of a place with the phrase right after it that says where it is ("a ridge near the Karsk")."""
    if sense.kind != "place":
        return token.i
    for prep in token.rights:
        if prep.dep_ == "prep" and prep.i == token.i + 1 and prep.lower_ in _WHERE:
            last = prep.right_edge
            return last.i if last.i - token.i <= _LONGEST and last.is_alpha else token.i
    return token.i


def _determiner(token: Token) -> str:
    words = {t.lower_ for t in children(token, "det", "predet")}
    if words & _DEFINITE:
        return "definite"
    if children(token, "poss"):
        return "owned"
    return "indefinite" if words & _INDEFINITE else ""
