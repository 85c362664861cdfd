"""What a parser's own word lists know of a word in lower case: an ordinary word, a name, or nothing."""

from collections.abc import Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from spacy.language import Language

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april may june july august september october november december"
_CALENDAR = frozenset(f"{_DAYS} {_MONTHS}".split())
_SHORT_CALENDAR = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_WORD_CLASSES = ("VERB", "ADJ", "ADV", "NOUN")
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("men", "man"), ("ves", "f"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("d", ""),
    ("ing", "e"), ("ing", ""), ("er", ""), ("ly", ""),
)  # fmt: skip
_ABSTRACT = tuple(
    "tion sion ness ment ity ence ance ency ancy ism ing ship ture hood dom cracy logy age ware fare ics".split()
)
_VOWELS = frozenset("aeiouy")
_LONGEST_SHORT_FORM, _LONGEST_KNOWN = 6, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """Word lists of a language model, all in lower case but `strings`.

    nouns: lemmas of nouns, among them many names. verbs: lemmas of verbs and their irregular forms.
    others: lemmas of adjectives and adverbs, and irregular forms.
    strings: everything that the model has a number for when it is loaded; what is parsed adds to its own store later. stops: words of grammar.
    """

    nouns: Container[str]
    verbs: Container[str]
    others: Container[str]
    strings: AbstractSet[str]
    stops: AbstractSet[str]

    @classmethod
    def of(cls, nlp: Language) -> "Dictionary":
        """The word lists of a loaded model: those of its lemmatizer, where it has them."""
        lemmas, irregular = _table(nlp, "lemma_index"), _table(nlp, "lemma_exc")
        return cls(
            nouns=frozenset(lemmas.get("noun", ())),
            verbs=frozenset([*lemmas.get("verb", ()), *irregular.get("verb", ())]),
            others=frozenset(
                word for part in ("adj", "adv", "noun") for word in (*irregular.get(part, ()), *_plain(part, lemmas))
            ),
            strings=frozenset(nlp.vocab.strings),
            stops=frozenset(nlp.Defaults.stop_words),
        )

    def is_calendar(self, word: str) -> bool:
        """True for names of days and months, and months cut short."""
        return word in _CALENDAR or word in _SHORT_CALENDAR

    def is_verb(self, word: str) -> bool:
        """True for a form of a verb."""
        return any(lemma in self.verbs for lemma in _lemmas(word))

    def is_verb_form(self, word: str) -> bool:
        """True for a form of a verb that is no lemma: "said", "killed"."""
        return (
            self.is_verb(word)
            and not any(word in lemmas for lemmas in (self.nouns, self.others))
            and (word in self.verbs or word.endswith(("ed", "ing")))
        )

    def is_ordinary(self, word: str) -> bool:
        """True for a word or form that is surely no bare name: of grammar, a verb, an adjective, or a noun with a plural."""
        if word in self.stops or (word.endswith("men") and f"{word[:-2]}an" in self.nouns):
            return True
        return any(self._is_ordinary_lemma(lemma) for lemma in _lemmas(word))

    def _is_ordinary_lemma(self, word: str) -> bool:
        if word in self.verbs or word in self.others:
            return True
        return word in self.nouns and (word.endswith(_ABSTRACT) or self._has_plural(word))

    def _has_plural(self, word: str) -> bool:
        plurals = (f"{word}s", f"{word}es", f"{word[:-1]}ies", f"{word[:-3]}men")
        return any(plural in self.strings for plural in plurals if len(plural) > 3)

    def is_known(self, word: str) -> bool:
        """True for any word or form of the lists, names among them."""
        if any(lemma in self.nouns or lemma in self.verbs or lemma in self.others for lemma in _lemmas(word)):
            return True
        return word.endswith(("ed", "ing"))

    def is_lower_only(self, word: str) -> bool:
        """True for what the model has seen in lower case and never with a capital."""
        return word in self.strings and word.title() not in self.strings

    def is_name(self, word: str) -> bool:
        """True for a noun of the lists that stands there as a name: no plural is known, and its capital is."""
        return word in self.nouns and word.title() in self.strings

    def is_short_form(self, word: str) -> bool:
        """True for letters that are no word: initials of a body or a code ("FMLN", "AK")."""
        if len(word) > _LONGEST_SHORT_FORM or word in self.stops or self.is_calendar(word):
            return False
        if self.is_known(word) and word.title() in self.strings:
            return len(word) <= _LONGEST_KNOWN and word.upper() in self.strings and not self.is_ordinary(word)
        return not self.is_known(word) and (len(word) < 3 or not _VOWELS & set(word[1:-1]))


def _table(nlp: Language, name: str) -> Mapping[str, Iterable[str]]:
    if not nlp.has_pipe("lemmatizer"):
        return {}
    lookups: Any = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table(name):
        return {}
    table = lookups.get_table(name)
    return {part.lower(): tuple(table[part.lower()]) for part in _WORD_CLASSES if part.lower() in table}


def _plain(part: str, lemmas: Mapping[str, Iterable[str]]) -> Iterable[str]:
    """Lemmas of adjectives and adverbs; a noun's may be a name."""
    return () if part == "noun" else lemmas.get(part, ())


def _lemmas(word: str) -> Iterator[str]:
    """A word and what it may be a form of."""
    yield word
    for ending, stem in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            cut = word[: -len(ending)]
            yield cut + stem
            if cut[-1:] == cut[-2:-1] and not stem:
                yield cut[:-1]
