"""quantulum3 beside us: numbers of killed and injured.

It reads numbers with their units and knows no victims. So that its reading of numbers can be compared at all, its
plain numbers (no unit) count as victims where, in one sentence, a word for people follows within three words and a
word for killing or wounding stands; such a word just before the number tells which, else the first after it, else the
last before it. These two word lists are ours;
numbers, their spans and their values are its own. Of a range it gives the middle and a spread: the middle is answered.
Its classifier of units is off, as it is by itself where scikit-learn is not installed: it is stored for other versions
of scikit-learn, and plain numbers do not need it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from peer import Peer, Work, answer_each

from variorum.evaluate.tasks.incidents import FigureAnswer
from variorum.evaluate.values import Document

_REACH = 3
"""Words after a number among which people must be named."""

_SKIPPED = frozenset("at least most about around some nearly almost over more than up to the another of".split())
"""Words that may stand between a word of harm and the number that it goes with."""

_SENTENCE_END = re.compile(r"[.!?][\"”')\]]*\s|\n")
_WORD = re.compile(r"[^\W\d_]+")
_PEOPLE = frozenset(
    "people person persons man men woman women child children boy boys girl girls civilian civilians soldier soldiers "
    "troop troops policeman policemen police officer officers fighter fighters guerrilla guerrillas rebel rebels "
    "militant militants insurgent insurgents terrorist terrorists peasant peasants worker workers student students "
    "passenger passengers victim victims others member members individual individuals resident residents villager "
    "villagers protester protesters demonstrator demonstrators guard guards bystander bystanders journalist "
    "journalists priest priests official officials refugee refugees prisoner prisoners servicemen serviceman".split()
)
_EFFECTS = {
    "killed": "kill kills killed killing killings die dies died dead death deaths slain murdered assassinated "
    "massacred perished executed".split(),
    "injured": "wound wounds wounded wounding injure injured injures injuring injuries hurt".split(),
}
_EFFECT_OF = {word: effect for effect, words in _EFFECTS.items() for word in words}


class Quantity(Protocol):
    """What is used of quantulum3's quantities."""

    value: float
    span: tuple[int, int]
    unit: object


def find_figures(documents: Sequence[Document]) -> Work:
    """quantulum3's numbers of victims, and its time."""
    return answer_each(documents, _find)


def _find(document: Document, work: Work) -> list[FigureAnswer]:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    with work.own.running():
        found = parser.parse(document.text)
    return list(pick_victims(document.text, found))


def pick_victims(text: str, quantities: Sequence[Quantity]) -> Iterator[FigureAnswer]:
    """The plain numbers that count people in a sentence of killing or wounding."""
    for quantity in quantities:
        start, end = quantity.span
        if getattr(quantity.unit, "name", "") != "dimensionless" or not _counts_people(text, end):
            continue
        effect = _effect(text, start, end)
        if effect:
            yield FigureAnswer(effect=effect, value=quantity.value, start=start, end=end)


def _counts_people(text: str, end: int) -> bool:
    """Words for people stand right after a number, in its sentence."""
    after = text[end : _sentence(text, end)[1]]
    return any(word.lower() in _PEOPLE for word in _WORD.findall(after)[:_REACH])


def _effect(text: str, start: int, end: int) -> str | None:
    """What became of those counted: told by a word just before the number, else after it, else anywhere before it."""
    first, last = _sentence(text, start)
    before = [word.lower() for word in _WORD.findall(text[first:start])]
    after = [word.lower() for word in _WORD.findall(text[end:last])]
    next_before = [word for word in reversed(before) if word not in _SKIPPED][:1]
    by_trust = (*next_before, *after, *reversed(before))
    return next((_EFFECT_OF[word] for word in by_trust if word in _EFFECT_OF), None)


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The bounds of the sentence around a place, by its marks."""
    before = [m.end() for m in _SENTENCE_END.finditer(text, 0, at)]
    after = _SENTENCE_END.search(text, at)
    return before[-1] if before else 0, after.start() if after else len(text)


PEER = Peer(
    name="quantulum3",
    package="quantulum3",
    module="quantulum3",
    answer={"incidents": find_figures},
    about="plain numbers before a word for people in a sentence of killing or wounding (word lists ours)",
)
