"""The words of contrast sets, as the lexicon `loaded.toml` lists them, in all their forms.

It tells the set and class of a word; where a report uses it of what is found by `labels`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.annotations.statement_cues import read_lexicon


_ADJECTIVES = ("place", "leaning", "deed")
_BEARER = "bearer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A word of a contrast set: the set, what it is said of (`of` in the lexicon), its class or None.

    compared: it names the same thing as the other words of the set that are compared.
    """

    concept: str
    of: str
    loaded: str | None
    compared: bool = True


@cache
def words() -> dict[str, Loaded]:
    """Word forms of all sets of nouns and verbs, and adjectives that are none of their forms, lower case."""
    found: dict[str, Loaded] = {}
    for word, value in _entries():
        if value.of not in (*_ADJECTIVES, "topic"):
            for form in (word, *_forms(word)):
                found.setdefault(form, value)
    for word, value in _entries():
        if value.of in _ADJECTIVES:
            found.setdefault(word, value)
    return found


def _entries() -> Iterator[tuple[str, Loaded]]:
    for concept, group in read_lexicon("loaded.toml")["sets"].items():
        for kind, words in group.items():
            if kind not in ("of", "compared"):
                compared = kind in group.get("compared", group)
                loaded = None if kind == "neutral" else kind
                value = Loaded(concept=concept, of=group["of"], loaded=loaded, compared=compared)
                yield from ((word, value) for word in words)


@cache
def adjectives(of: str) -> dict[str, Loaded]:
    """Adjectives of places ("place"), of parties and persons ("leaning") or of events ("deed")."""
    return {word: value for word, value in _entries() if value.of == of}


@cache
def topics() -> dict[str, Loaded]:
    """Words for people, things and causes that a whole story speaks of, of one and of several, lower case."""
    found: dict[str, Loaded] = {}
    for word, value in _entries():
        if value.of == "topic":
            for form in (word, *_plurals(word)):
                found.setdefault(form, value)
    return found


@cache
def adverbs() -> frozenset[str]:
    """Adverbs that belong to the label of the verb or participle after them ("illegally occupied")."""
    return frozenset(read_lexicon("loaded.toml")["adverbs"]["words"])


@cache
def hedges() -> frozenset[str]:
    """Words with which a report stands off from the description after them ("so-called")."""
    return frozenset(read_lexicon("loaded.toml")["hedges"]["before"])


@cache
def callings() -> frozenset[str]:
    """Verbs of calling something something, as lemmas."""
    return frozenset(read_lexicon("loaded.toml")["hedges"]["calling"])


def _plurals(word: str) -> Iterator[str]:
    yield word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
    if word.endswith("y") and word[-2] not in "aeiou":
        yield word[:-1] + "ies"


def _forms(word: str) -> Iterator[str]:
    """Regular plurals and verb forms; of a phrase the first word bends as a verb, the last as a noun."""
    first, _, rest = word.partition(" ")
    tail = f" {rest}" if rest else ""
    yield from _plurals(word)
    stem = first.removesuffix("e")
    past = first[:-1] + "ied" if first.endswith("y") and first[-2] not in "aeiou" else stem + "ed"
    yield past + tail
    yield stem + "ing" + tail
    if first[-1:] in "lpt" and first[-2:-1] in "aeiou":
        yield first + first[-1] + "ed" + tail
        yield first + first[-1] + "ing" + tail


def contrast_set(word: str) -> str | None:
    """Tell what a word or phrase in any of its forms is compared in, None where it is compared with nothing.

    That is its set; all names for persons and parties, offices among them, are compared with each other.
    """
    found = topics().get(word.casefold()) or look_up(word)
    if found is not None and not found.compared:
        return None
    last = word.casefold().rpartition(" ")[2]
    if last in offices() or (found is not None and found.of in ("person", "party")):
        return _BEARER
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
