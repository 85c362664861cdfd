"""Common nouns that mean people, bodies or places, which of them are used of the same, and which may refer at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from variorum.schema.concepts import load_concepts
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
_PERSONAL = tuple("ist ician man woman person maker keeper holder owner goer fighter".split())
_ABSTRACT = tuple("tion sion ment ness ity ism ance ence ship hood dom ure ing".split())
_SHORTEST = 3
_REFERRING = ("further", "words")
_PLAIN = ("words", "told")


@dataclass(frozen=True, slots=True, kw_only=True)
class NounSense:
    """What a noun means: kind person, organization, place, or other where its word does not say; female where the word says so; collective: many in one."""

    kind: str
    female: bool | None = None
    collective: bool = False


@cache
def noun_senses() -> Mapping[str, NounSense]:
    """Every noun of the lexicon that refers, with what it means, by lower-case singular; people before bodies before places."""
    words = read_lexicon("nouns")
    people = words["people"]
    groups = (
        *((words["places"][name], NounSense(kind="place")) for name in _REFERRING),
        *((words["bodies"][name], NounSense(kind="organization")) for name in _REFERRING),
        *((people[name], NounSense(kind="person")) for name in _REFERRING),
        (people["collective"], NounSense(kind="person", collective=True)),
        *((people[name], NounSense(kind="person")) for name in ("ages", "kin")),
        (people["men"], NounSense(kind="person", female=False)),
        (people["women"], NounSense(kind="person", female=True)),
    )
    return {word.casefold(): sense for text, sense in groups for word in split_entries(text)}


@cache
def plain_kinds() -> Mapping[str, str]:
    """The kind of each noun that means somebody, some body or some place wherever it stands: person, organization, place."""
    words = read_lexicon("nouns")
    kinds = {"places": "place", "bodies": "organization", "people": "person"}
    found = {
        word: kind for section, kind in kinds.items() for name in _PLAIN for word in split_entries(words[section][name])
    }
    return found | dict.fromkeys(irregular_plurals(), "person")


@cache
def irregular_plurals() -> frozenset[str]:
    """Nouns for several people that are no regular plurals, and those that have no other form."""
    return frozenset(split_entries(read_lexicon("nouns")["people"]["irregular"]))


def open_sense(noun: str) -> NounSense | None:
    """What a noun that the lexicon may lack means, by lower-case singular; None for what cannot be someone or somewhere.

    Its ending may tell a person. Happenings, times, amounts and what endings show to be abstract are nobody.
    """
    listed = noun_senses().get(noun)
    if listed is not None:
        return listed
    if thing_of(noun) is not None:
        return NounSense(kind="other")
    if len(noun) < _SHORTEST or not noun.replace("-", "").isalpha() or noun in _nothing():
        return None
    if noun.endswith(_PERSONAL):
        return NounSense(kind="person")
    return None if noun.endswith(_ABSTRACT) or is_happening(noun) else NounSense(kind="other")


@cache
def _things() -> Mapping[str, str]:
    """Every noun for a thing, in the singular, with the one that stands for it and its synonyms."""
    words = read_lexicon("things")
    groups = [split_entries(group) for group in words["synonyms"]["groups"]]
    first = {noun: group[0] for group in groups for noun in group}
    listed = [noun for name in sorted(words) for noun in split_entries(words[name].get("words", ""))]
    return {noun: first.get(noun, noun) for noun in listed}


def thing_of(noun: str) -> str | None:
    """The noun that stands for what a lower-case noun, of one or several, names as a thing; None for any other noun."""
    things = _things()
    if noun in things:
        return things[noun]
    cuts = (noun[: -len(ending)] + instead for ending, instead in _PLURALS if noun.endswith(ending))
    return next((things[cut] for cut in cuts if cut in things), None)


@cache
def _nothing() -> frozenset[str]:
    groups = read_lexicon("nouns")["nothing"]
    return frozenset(word for name in sorted(groups) for word in split_entries(groups[name]))


def is_nothing(noun: str) -> bool:
    """Does a lower-case noun name only a time, an amount or what else can be nobody and nowhere?"""
    return noun in _nothing()


@cache
def is_happening(noun: str) -> bool:
    """Does the noun by itself, without words beside it, name a happening?"""
    return any(not entry.modifiers and not entry.preposition for entry in load_concepts().of_noun(noun))


@cache
def _synonyms() -> Mapping[str, str]:
    groups = read_lexicon("nouns")["synonyms"]["groups"]
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
