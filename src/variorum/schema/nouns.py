"""Common nouns that mean people, bodies or places, and which of them are used of the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from variorum.schema.lexicons import read_lexicon, split_entries

_PLURALS = (
    ("men", "man"),
    ("wives", "wife"),
    ("thieves", "thief"),
    ("ies", "y"),
    ("ches", "ch"),
    ("ses", "s"),
    ("s", ""),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NounSense:
    """What a noun means: kind person, organization or place; female where the word says so; collective: many in one."""

    kind: str
    female: bool | None = None
    collective: bool = False


@cache
def noun_senses() -> Mapping[str, NounSense]:
    """Every noun of the lexicon with what it means, by lower-case singular; people before bodies before places."""
    words = read_lexicon("referents")
    people = words["people"]
    groups = (
        (words["places"]["any"], NounSense(kind="place")),
        (words["bodies"]["any"], NounSense(kind="organization")),
        (people["collective"], NounSense(kind="person", collective=True)),
        *((people[name], NounSense(kind="person")) for name in ("any", "ages", "kin")),
        (people["men"], NounSense(kind="person", female=False)),
        (people["women"], NounSense(kind="person", female=True)),
    )
    return {word.casefold(): sense for text, sense in groups for word in split_entries(text)}


@cache
def _synonyms() -> Mapping[str, str]:
    groups = read_lexicon("referents")["synonyms"]["groups"]
    return {word: words[0] for words in map(split_entries, groups) for word in words}


def same_noun(noun: str) -> str:
    """The noun that stands for a lower-case singular and all that press reports use for it."""
    return _synonyms().get(noun, noun)


def singular_noun(word: str) -> str:
    """The singular of a noun of the lexicon; any other word as it is. Lower case."""
    if word in noun_senses():
        return word
    cuts = (word[: -len(ending)] + instead for ending, instead in _PLURALS if word.endswith(ending))
    return next((cut for cut in cuts if cut in noun_senses()), word)
