"""The words of contrast sets, as the lexicon `loaded.toml` lists them, in all their forms.

It tells the set and class of a word; where a report uses it of what is found by `labels`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.annotations.statement_cues import read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A word of a contrast set: the set, what it is said of (event, party, person, place), its class or None."""

    concept: str
    of: str
    loaded: str | None


@cache
def words() -> dict[str, Loaded]:
    """Word forms of all sets, lower case."""
    found: dict[str, Loaded] = {}
    for concept, group in read_lexicon("loaded.toml")["sets"].items():
        for kind, words in group.items():
            if kind == "of":
                continue
            value = Loaded(concept=concept, of=group["of"], loaded=None if kind == "neutral" else kind)
            for word in words:
                for form in (word, *(_forms(word) if group["of"] != "place" else ())):
                    found.setdefault(form, value)
    return found


@cache
def statuses() -> dict[str, Loaded]:
    """Adjectives of places; some of them are forms of verbs of other sets too."""
    group = read_lexicon("loaded.toml")["sets"]["status"]
    return {
        word: Loaded(concept="status", of="place", loaded=None if kind == "neutral" else kind)
        for kind, words in group.items()
        if kind != "of"
        for word in words
    }


def _forms(word: str) -> Iterator[str]:
    """Regular plurals and verb forms; of a phrase the first word bends as a verb, the last as a noun."""
    first, _, rest = word.partition(" ")
    tail = f" {rest}" if rest else ""
    yield word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
    if word.endswith("y") and word[-2] not in "aeiou":
        yield word[:-1] + "ies"
    stem = first.removesuffix("e")
    past = first[:-1] + "ied" if first.endswith("y") and first[-2] not in "aeiou" else stem + "ed"
    yield past + tail
    yield stem + "ing" + tail
    if first[-1:] in "lpt" and first[-2:-1] in "aeiou":
        yield first + first[-1] + "ed" + tail
        yield first + first[-1] + "ing" + tail


def contrast_set(word: str) -> str | None:
    """Tell the contrast set of a word or phrase in any of its forms, None where it has none."""
    found = look_up(word)
    return found.concept if found is not None else None


def look_up(word: str) -> Loaded | None:
    """Find the entry of a word or phrase, or of the last word of a phrase that has none ("army general")."""
    text = word.casefold().strip()
    known = words()
    return known.get(text) or known.get(text.rpartition(" ")[2])


@cache
def offices() -> frozenset[str]:
    """Heads of descriptions that are worth comparing."""
    return frozenset(read_lexicon("loaded.toml")["offices"]["words"])


@cache
def honorifics() -> frozenset[str]:
    """Titles that say nothing to compare."""
    return frozenset(read_lexicon("loaded.toml")["honorifics"]["words"])


@cache
def predicates() -> frozenset[str]:
    """Words of outcomes that are labels only where they are said of a happening ("the talks were a success")."""
    return frozenset(read_lexicon("loaded.toml")["predicates"]["words"])


@cache
def idle_objects() -> dict[str, frozenset[str]]:
    """Verb -> objects with which it is a set phrase that labels nothing ("take part", "strike a deal")."""
    return {verb: frozenset(things) for verb, things in read_lexicon("loaded.toml")["idle"].items()}
