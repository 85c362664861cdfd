"""What reports call armed groups and bodies beside their name: "the terrorists of the so-called X", "X, a militia".

Only words of the lexicon's sets of parties; persons, countries and bare descriptions are left to `labels`.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.annotations.label_words import look_up, words
from variorum.annotations.statement_speakers import MentionFinder

_KINDS = ("organization", "armed_group", "other")
_BODIES = frozenset(
    {
        "group",
        "organisation",
        "organization",
        "movement",
        "outfit",
        "network",
        "force",
        "faction",
        "army",
        "cell",
        "gang",
    }
)
_COLLECTIVE = ("militia", "paramilitary", "squad", "horde", "column", "wing")
_BE = ("be", "become", "remain")


def find_epithets_of_parties(doc: Doc, finder: MentionFinder) -> Iterator[tuple[DocSpan, int]]:
    """Yield words of parties with the index of the named group that they are said of."""
    for token in doc:
        entry = words().get(token.lower_) or words().get(token.lemma_.lower())
        if entry is None or entry.of != "party" or entry.concept != "fighters":
            continue
        noun = token.head if token.dep_ in ("amod", "compound", "nmod") and token.head.lemma_ in _BODIES else token
        index = None if _is_one_man(noun) else _bearer(noun, finder)
        if index is not None and look_up(token.lower_) is not None:
            yield doc[token.i : token.i + 1], index


def _is_one_man(noun: Token) -> bool:
    """True of one member with the group's name before him ("a suspected X fanatic"): the word is for him, not for the group."""
    named = any(c.dep_ in ("compound", "nmod", "poss") and c.pos_ == "PROPN" for c in noun.children)
    return named and noun.tag_ == "NN" and noun.lemma_.lower() not in (*_BODIES, *_COLLECTIVE)


def _bearer(noun: Token, finder: MentionFinder) -> int | None:
    """The named group: in "of X", as head of the apposition, as subject of the copula, or as the name before the noun."""
    near = [p for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    if noun.dep_ == "appos":
        near.append(noun.head)
    if noun.dep_ == "attr" and noun.head.lemma_ in _BE and not any(c.dep_ == "neg" for c in noun.head.children):
        near += [c for c in noun.head.children if c.dep_ == "nsubj"]
    near += [c for c in noun.children if c.dep_ in ("compound", "nmod", "appos", "poss")]
    found = (finder.at(t) for t in near)
    return next((i for i in found if i is not None and _is_group(finder, i)), None)


def _is_group(finder: MentionFinder, index: int) -> bool:
    mention = finder.entities[index]
    return mention.kind in _KINDS and mention.form in ("name", "alias", "acronym")
