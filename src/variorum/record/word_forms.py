"""Whether two runs of words differ in form only: endings, contractions, hyphens, articles and other empty words."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from variorum.schema.names import fold

EMPTY = frozenset(
    "the a an of to in on at for and or that this it its his their her they we i is was be been not all any by with as".split()
)
"""Words that tell nothing by themselves."""

_LINKING = EMPTY | frozenset("which who he she you am are has s".split())
"""Words that may come or go where a sentence is only put otherwise."""

_ENDINGS = frozenset(
    [
        "",
        *"ing ed d es s e ion ition ation ising izing ised ized ises izes al sing zing tion sed zed ses zes se ze".split(),
    ]
)
_CONTRACTED = re.compile(r"^(\w+?)(n't|'(?:s|re|ve|ll|d|m))$")
_FULL = {"n't": "not", "'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}
_SHORT = {
    "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "col": "colonel", "lt": "lieutenant",
    "capt": "captain", "sgt": "sergeant", "prof": "professor", "dr": "doctor", "rev": "reverend", "mr": "mister",
    "dept": "department", "govt": "government", "intl": "international", "min": "minister", "pm": "prime minister",
    "pres": "president", "amb": "ambassador", "sec": "secretary", "ok": "okay",
}  # fmt: skip
"""Words cut short, with what stands for them in full."""

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIGURES = (
    {str(number): word for number, word in enumerate(_UNITS, start=1)}
    | {str(10 * ten): word for ten, word in enumerate(_TENS, start=2)}
    | {str(10 * t + u): f"{a} {b}" for t, a in enumerate(_TENS, start=2) for u, b in enumerate(_UNITS[:9], start=1)}
)
"""Numbers under a hundred in words."""

_STEMS = {"wo": "will", "ca": "can", "sha": "shall"}


def only_form(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """True where only endings, spelling of one word in two, contractions, articles or other empty words differ.

    Args:
        mine, theirs: words in lower case, with one kind of apostrophe.
    """
    one, two = (sorted(telling_words(side)) for side in (mine, theirs))
    if not one or not two or "".join(mine) == "".join(theirs) or _run_together(mine) == _run_together(theirs):
        return True
    return len(one) == len(two) and all(_inflected(a, b) for a, b in zip(one, two, strict=True))


def name_alike(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """True of two spellings of one name: "Moammar Gadhafi" and "Muammar al-Qaddafi".

    Args:
        mine, theirs: words as written.
    """
    if not all(word[:1].isupper() or word.startswith(_ARTICLES) for word in (*mine, *theirs)):
        return False
    one, two = (_bones(side[-1]) for side in (mine, theirs))
    return len(one) >= _BONES and one == two


_ARTICLES = ("al-", "el-", "ad-", "an-")
_BONES = 2
_LIKE = str.maketrans("gqc", "kkk", "aeiouhwyj'’-")


def _bones(name: str) -> str:
    """The consonants that transliterations of a name have in common."""
    bare = _PARTS.split(fold(name))[-1]
    return _DOUBLED.sub(r"\1", bare.translate(_LIKE))


_PARTS = re.compile(r"[\s-]+")
_DOUBLED = re.compile(r"(.)\1+")


def telling_words(words: Sequence[str]) -> list[str]:
    """Words in full, without those that tell nothing by themselves."""
    return [part for word in words for part in _in_full(word) if part not in _LINKING]


def _run_together(words: Sequence[str]) -> str:
    return "".join(telling_words(words))


def _in_full(word: str) -> Iterator[str]:
    """The parts of a word: "he's" is "he is", "year-end" is "year end"."""
    for part in word.split("-"):
        short = _CONTRACTED.match(part)
        if short is None:
            yield from _SHORT.get(part, _FIGURES.get(part, part)).split()
        else:
            yield from (_STEMS.get(short[1], short[1]), _FULL[short[2]])


_STEM, _VERBAL = 3, frozenset({"", "s", "es", "ed", "ing"})
"""Letters of a short verb, and its endings: "end" and "ending"."""


def _inflected(one: str, two: str) -> bool:
    """Forms of one word by their endings: "recognising" and "recognition", but not "integrity" and "integration"."""
    if one == two:
        return True
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    if shared >= _STEM and {one[shared:], two[shared:]} <= _VERBAL:
        return True
    return shared >= 4 and {one[shared:], two[shared:]} <= _ENDINGS
