"""Words of one root ("acquire", "acquisition"), and words by which one happening is told in turn ("win", "beat").

Roots come from the endings of English word formation and a list of irregular words; synonyms from a list of sets.
"""

from collections.abc import Mapping
from functools import cache

from variorum.schema.lexicons import read_lexicon, split_entries

_DOUBLED = 4
"""Letters from which a root that ends in a doubled one loses it ("stopping", "stop")."""


@cache
def root_of(lemma: str) -> str:
    """The root of a lemma in any case, with its particle if it has one; words of one root have the same.

    Roots are names to compare, not words: "decid" may stand for "decide" and "decision".
    """
    word = lemma.casefold()
    listed = _irregular().get(word)
    if listed is not None:
        return listed
    if word in _bare() or " " in word:
        return word
    cut = _cut(word)
    return _irregular().get(cut, cut)


def _cut(word: str) -> str:
    least = read_lexicon("roots")["endings"]["least"]
    for ending, instead in _rules():
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= least:
            word = word[: len(word) - len(ending)] + instead
            break
    doubled = len(word) > _DOUBLED and word[-1] == word[-2] and word[-1] not in "aeious"
    return word[:-1] if doubled else word


@cache
def _rules() -> tuple[tuple[str, str], ...]:
    parted = (rule.partition(">") for rule in read_lexicon("roots")["endings"]["rules"])
    return tuple((ending, instead) for ending, _, instead in parted)


@cache
def _bare() -> frozenset[str]:
    return frozenset(split_entries(read_lexicon("roots")["bare"]["words"]))


@cache
def _irregular() -> Mapping[str, str]:
    """Words of the irregular groups, each with the first of its group; of two groups the first counts."""
    found: dict[str, str] = {}
    for group in map(split_entries, read_lexicon("roots")["irregular"]["groups"]):
        for word in group:
            found.setdefault(word, group[0])
    return found


@cache
def synonym_sets() -> Mapping[str, frozenset[int]]:
    """Of every root in a set of synonyms the numbers of its sets."""
    found: dict[str, set[int]] = {}
    sections = read_lexicon("synonyms")
    groups = [group for name in sorted(sections) for group in sections[name]["sets"]]
    for number, group in enumerate(groups):
        for word in split_entries(group):
            found.setdefault(root_of(word), set()).add(number)
    return {root: frozenset(numbers) for root, numbers in found.items()}


def is_listed(lemma: str) -> bool:
    """Is the lemma a word of a set of synonyms or one of an irregular root, and so likely a happening?"""
    return lemma.casefold() in _irregular() or root_of(lemma) in synonym_sets()


def is_light(root: str) -> bool:
    """Is it the root of a word that says little of what happens ("make", "say"), so that all reports have it?"""
    return root in _light()


@cache
def _light() -> frozenset[str]:
    return frozenset(root_of(word) for word in split_entries(read_lexicon("roots")["light"]["words"]))
