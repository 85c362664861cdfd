"""The occurrences of one story's reports, each with what is compared of it."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from variorum.schema.annotations import Annotations, OccurrenceMention
from variorum.schema.reports import Span
from variorum.schema.roots import synonym_sets

TELLING = 0.5
"""From which weight on a name tells something: the logarithm of how few of the story's reports have it."""

NAMED = ("name", "description", "demonym", "metonym")

Target = Callable[[str, int], Sequence[str]]
"""What a chain of a report is: ids of entities, or a key of what has none (`occurrence_pairs.UNNAMED`)."""

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An occurrence with what is compared of it.

    report: place of its report in the story. number: its index in its report. sets: numbers of its sets of synonyms.
    doers, sufferers: what its chains are. names: who is named in its sentence, but not in most reports of the story.
    numbers: figures in its sentence.
    """

    report: int
    number: int
    occasion: int
    sentence: tuple[int, int]
    root: str
    sets: frozenset[int]
    doers: frozenset[str]
    sufferers: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report of a story: its place, text, annotations and occasion."""

    place: int
    text: str
    own: Annotations
    occasion: int


def make_items(tellings: Sequence[Telling], target: Target) -> list[Item]:
    """The occurrences of a story's reports, in the order of reports and of text."""
    rare = _rare_names(tellings, target)
    return [item for telling in tellings for item in _items(telling, rare, target)]


def _rare_names(tellings: Sequence[Telling], target: Target) -> frozenset[str]:
    spread = Counter(
        name
        for telling in tellings
        for name in {t for m in telling.own.entities if m.form in NAMED for t in target(telling.own.report_id, m.chain)}
    )
    return frozenset(name for name, n in spread.items() if math.log((len(tellings) + 1) / n) > TELLING)


def _items(telling: Telling, rare: frozenset[str], target: Target) -> list[Item]:
    own, names = telling.own, dict[Span, frozenset[str]]()
    for told in own.occurrences:
        if told.sentence not in names:
            names[told.sentence] = _names_in(told.sentence, own, target) & rare
    return [_item(telling, number, names[told.sentence], target) for number, told in enumerate(own.occurrences)]


def _names_in(sentence: Span, own: Annotations, target: Target) -> frozenset[str]:
    inside = (m for m in own.entities if m.form in NAMED and sentence.covers(m.span))
    return frozenset(name for m in inside for name in target(own.report_id, m.chain))


def _item(telling: Telling, number: int, names: frozenset[str], target: Target) -> Item:
    own, told = telling.own, telling.own.occurrences[number]
    return Item(
        report=telling.place,
        number=number,
        occasion=telling.occasion,
        sentence=(telling.place, told.sentence.start),
        root=told.root,
        sets=_sets(told),
        doers=frozenset(t for chain in told.subjects for t in target(own.report_id, chain)),
        sufferers=frozenset(t for chain in told.objects for t in target(own.report_id, chain)),
        names=names,
        numbers=frozenset(_NUMBER.findall(telling.text[told.sentence.start : told.sentence.end])),
    )


def _sets(told: OccurrenceMention) -> frozenset[int]:
    """Sets of synonyms that list its root, or its verb with the particle."""
    known = synonym_sets()
    return known.get(told.root, frozenset()) | known.get(told.lemma, frozenset())
