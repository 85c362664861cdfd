"""Shared words: a public statement that several reports quote. No one copied it from another report."""

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.lineage import text_of
from variorum.views.voices import Siglum, siglum_of
from variorum.views.worddiff import Word, mark_own_words

REASONS = {"quotation": "quoted by each", "document": "the text of a statement"}

Place = tuple[str, int, int]
"""report_id, first code point, half-open end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One report's words of it; `own` words are those that others have not."""

    siglum: Siglum
    words: tuple[Word, ...]
    span: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWords:
    """One public statement and each report's words of it, in order of siglum."""

    reason: str
    renderings: tuple[Rendering, ...]


def shared_anchor(report_id: str, start: int) -> str:
    """The id by which the page finds shared words in a report."""
    return f"w{report_id}-{start}"


def list_shared_words(catalogue: Catalogue) -> tuple[SharedWords, ...]:
    """Every statement that two reports or more quote, those quoted most first."""
    rows = catalogue.rows("shared_words")
    group_of = _number_groups(place for row in rows for place in _places(row))
    heads = list(range(len(group_of)))
    for row in rows:
        one, other = (_head(heads, group_of[place]) for place in _places(row))
        heads[max(one, other)] = min(one, other)
    groups: dict[int, set[Place]] = {}
    reasons: dict[int, str] = {}
    for row in rows:
        for place in _places(row):
            groups.setdefault(_head(heads, group_of[place]), set()).add(place)
            reasons.setdefault(_head(heads, group_of[place]), row["reason"])
    made = [_shared(catalogue, reasons[head], places) for head, places in groups.items()]
    return tuple(
        sorted(made, key=lambda s: (-len(s.renderings), *((r.siglum.text, r.siglum.target) for r in s.renderings)))
    )


def _places(row: Row) -> tuple[Place, Place]:
    return (
        (row["report_id"], row["start_char"], row["end_char"]),
        (row["of_report_id"], row["of_start_char"], row["of_end_char"]),
    )


def _number_groups(places: Iterable[Place]) -> dict[Place, int]:
    """A number for each place; places of one report that overlap have the same."""
    numbers: dict[Place, int] = {}
    report, end, number = "", 0, -1
    for place in sorted(set(places)):
        if place[0] != report or place[1] >= end:
            number += 1
            report, end = place[0], 0
        end = max(end, place[2])
        numbers[place] = number
    return numbers


def _head(heads: list[int], number: int) -> int:
    while heads[number] != number:
        number = heads[number]
    return number


def _shared(catalogue: Catalogue, reason: str, places: set[Place]) -> SharedWords:
    """Each report once, with the longest of its places."""
    longest: dict[str, Place] = {}
    for place in sorted(places, key=lambda p: (p[1] - p[2], p[1])):
        longest.setdefault(place[0], place)
    sigla = {
        report: siglum_of(catalogue, report, shared_anchor(report, start)) for report, start, _ in longest.values()
    }
    ordered = sorted(longest.values(), key=lambda p: (sigla[p[0]].text, p[0]))
    marked = mark_own_words([text_of(catalogue, report)[start:end] for report, start, end in ordered])
    return SharedWords(
        reason=REASONS.get(reason, reason),
        renderings=tuple(
            Rendering(siglum=sigla[place[0]], words=words, span=place[1:])
            for place, words in zip(ordered, marked, strict=True)
        ),
    )
