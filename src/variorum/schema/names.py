"""Names as keys: folding, transliteration keys, and stems of state names.

Holds pure string rules that every room may share. It decides nothing about who is who.
"""

import re
import unicodedata
from functools import cache, lru_cache

from variorum.schema.lexicons import read_lexicon, split_entries

_PLAIN = str.maketrans(
    {
        "ı": "i", "İ": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "ð": "d", "þ": "th",
        "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'",
        "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", ".": None,
        "\x00": " ",
    }
)  # fmt: skip
_SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"), ("ph", "f"), ("ou", "u"), ("oo", "u"),
    ("ck", "k"), ("q", "k"), ("w", "v"), ("x", "ks"), ("ts", "c"), ("y", "i"), ("ei", "ai"), ("ee", "i"), ("dh", "d"),
)  # fmt: skip
_ARTICLES = frozenset("al el an ar as at ad ash az ez es er en ul the".split())
_VOWELS = frozenset("aeiou ")
_DOUBLE = re.compile(r"(.)\1+")
_STEM_ENDINGS = re.compile(r"(?:ians?|eans?|ans?|ese|ish|ers?|is?|ns?|ics?|ia|ya|a|e|o|y|s)$")
_SHORTEST_STEM = 3
_GENERATIONS = frozenset("jr sr junior senior ii iii iv".split())
PARTICLES = frozenset(
    "al el bin ben ibn abu van von de da di del della dello delle degli dei des du do das dos der den la le ter bint ould".split()
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold a name to a key: no accents, case, full stops or hyphens; single spaces. NUL, which parts fields, is one.

    Source: Unicode NFKD; letters that do not decompose are spelled out.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).translate(_PLAIN).casefold().split())


@lru_cache(maxsize=65536)
def sound_key(text: str) -> str:
    """Fold what transliterations of one name commonly differ in (y/i, kh/h, ou/u, double letters)."""
    key = fold(text).replace("'", "")
    for spelled, plain in _SOUNDS:
        key = key.replace(spelled, plain)
    return _DOUBLE.sub(r"\1", key)


@lru_cache(maxsize=65536)
def consonant_key(text: str) -> str:
    """Fold a transliterated place's name to its consonants, articles left out: Deir Ezzor and Deir ez-Zor."""
    words = [word for word in fold(text).replace("'", "").split() if word not in _ARTICLES]
    return "".join(letter for letter in sound_key("".join(words)) if letter not in _VOWELS)


@lru_cache(maxsize=65536)
def state_stem(name: str) -> str:
    """Cut a state name or its adjective to the stem they share: Velmara and Velmaran, Oskia and Oskian."""
    stem = fold(name).removeprefix("the ").removesuffix("'s").rstrip("'")
    cut = _STEM_ENDINGS.sub("", stem)
    while cut != stem and len(cut) >= _SHORTEST_STEM:
        stem, cut = cut, _STEM_ENDINGS.sub("", cut)
    return stem


def surname_of(name: str) -> str:
    """Take the surname as reports use it: the last word with its particles ("van Dijk", "al-Sisi"), without "Jr."."""
    words = _without_suffix(name.split())
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return " ".join(words[start:]) if words else name


def given_of(name: str) -> str:
    """Take the words before the surname; empty for a bare surname."""
    words = _without_suffix(name.split())
    return " ".join(words[: len(words) - len(surname_of(name).split())])


def _without_suffix(words: list[str]) -> list[str]:
    """Words of a name without what tells generations apart ("Jr.", "III")."""
    while len(words) > 2 and words[-1].casefold().strip(".,") in _GENERATIONS:
        words = words[:-1]
    return [*words[:-1], words[-1].rstrip(",")] if words else words


_SPELLINGS = {
    "mt": "mount", "mtn": "mountain", "st": "saint", "ft": "fort", "centre": "center", "theatre": "theater",
    "defence": "defense", "labour": "labor", "harbour": "harbor", "organisation": "organization", "univ": "university",
    "dept": "department", "intl": "international", "corp": "corporation", "inc": "incorporated", "ltd": "limited",
    "programme": "program", "&": "and",
}  # fmt: skip
_COMPANY = frozenset({"corporation", "incorporated", "limited", "co", "plc", "llc", "ag", "gmbh", "company"})


@lru_cache(maxsize=65536)
def spelt_alike(name: str) -> str:
    """Fold a name of a place or body so that spellings and abbreviations of one word agree ("Mt", "Centre", "Corp.")."""
    words = [_SPELLINGS.get(word, word) for word in fold(name).removeprefix("the ").removesuffix("'s").split()]
    while len(words) > 1 and words[-1] in _COMPANY:
        words.pop()
    return " ".join(words)


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Full given names that a short or pet form stands for, all folded."""
    found: dict[str, set[str]] = {}
    for full, forms in read_lexicon("nicknames")["given"].items():
        for form in split_entries(forms):
            found.setdefault(fold(form), set()).add(fold(full))
    return {form: frozenset(fulls) for form, fulls in found.items()}


@cache
def _genders() -> dict[str, bool]:
    lists = read_lexicon("given_names")
    both = {**dict.fromkeys(split_entries(lists["men"]), False), **dict.fromkeys(split_entries(lists["women"]), True)}
    shared = set(split_entries(lists["men"])) & set(split_entries(lists["women"]))
    return {name: female for name, female in both.items() if name not in shared}


def is_womans(name: str) -> bool | None:
    """Does a person's full name have a given name that women bear? None where it tells nothing."""
    given = given_of(name).split()
    return next((found for word in given if (found := _genders().get(fold(word))) is not None), None)
