"""Which words two or more wordings do not share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LONGEST = 400
"""Words. Longer wordings are shown without marks: no one reads a diff of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A run of a wording; `own` where the first wording (or, for the first, the second) does not have it."""

    text: str
    own: bool


def mark_own_words(wordings: Sequence[str]) -> tuple[tuple[Word, ...], ...]:
    """Mark in each wording what the one it is compared with lacks.

    The first is compared with the second, every other with the first. Case and punctuation do not count.
    """
    pieces = [re.findall(r"\S+\s*", wording) for wording in wordings]
    if len(pieces) < 2 or any(len(words) > LONGEST for words in pieces):
        return tuple((Word(text=wording, own=False),) for wording in wordings)
    return tuple(_compare(words, pieces[1] if i == 0 else pieces[0]) for i, words in enumerate(pieces))


def _compare(words: list[str], other: list[str]) -> tuple[Word, ...]:
    if words == other:
        return tuple(_run("".join(words), own=False))
    matcher = SequenceMatcher(a=[_bare(w) for w in words], b=[_bare(w) for w in other], autojunk=False)
    made: list[Word] = []
    for tag, low, high, _, _ in matcher.get_opcodes():
        if low == high:
            continue
        made += _run("".join(words[low:high]), own=tag != "equal")
    return tuple(made)


def _run(text: str, *, own: bool) -> list[Word]:
    """A run as words; the white space at its end stands apart, so that no mark trails into a gap."""
    core = text.rstrip()
    runs = [Word(text=core, own=own), Word(text=text[len(core) :], own=False)]
    return [word for word in runs if word.text]


def _bare(word: str) -> str:
    return re.sub(r"[^\w%-]+", "", word).casefold()
