"""Measures: area, distance, weight, money and years, each a number with its unit. They count nobody and are of no event."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.annotations.figure_numbers import NUMBER, any_of, is_bare_scale, load_words, read_number
from variorum.schema.annotations import FigureMention, TimeMention
from variorum.schema.reports import Span

MEASURES = frozenset({"area", "distance", "weight", "money", "years"})
"""What is measured; no claim of an event is made of it."""

_REACH = 70
_YEARS = re.compile(r"P(\d+(?:\.\d+)?)Y")


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[\d\w][ -])(?P<unit>{any_of(load_words()['units'])})(?!\w)|(?<=\d)(?P<tight>km2|km²|km|kg|ha)(?!\w)",
        re.IGNORECASE,
    )


@cache
def _before_unit() -> re.Pattern[str]:
    qualifiers = any_of(load_words()["qualifiers"])
    return re.compile(
        rf"(?<![\w$€£¥₹.,])(?P<qualifier>(?:{qualifiers} +){{0,4}})(?P<number>{NUMBER.removesuffix(_END)})[ -]?$",
        re.IGNORECASE,
    )


@cache
def _money() -> re.Pattern[str]:
    words = load_words()
    scales = any_of([*words["scales"], *words["short_scales"]])
    return re.compile(
        rf"(?:(?<=\s)|(?<=[(\"“'])|^)(?P<qualifier>(?:{any_of(words['qualifiers'])} +){{0,4}})(?P<sign>{any_of(words['signs'])}) ?"
        rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d{{1,2}})?)(?![\d,.]*\d)(?:[ -]?(?P<scale>{scales})\b)?",
        re.IGNORECASE,
    )


_END = r"(?!\w|[.,]\d)"


def find_measures(text: str, times: Sequence[TimeMention]) -> Iterator[FigureMention]:
    """Find measures with their units; years from the durations among the times."""
    for match in _unit().finditer(text):
        before = _before_unit().search(text, max(0, match.start() - _REACH), match.start())
        value = read_number(before["number"]) if before else None
        if before is not None and is_bare_scale(before["number"]):
            continue
        if before is not None and value is not None:
            what, unit = load_words()["units"][" ".join((match["unit"] or match["tight"]).lower().split())]
            yield _measure(Span(start=before.start(), end=match.end()), what, unit, value, before["qualifier"])
    for match in _money().finditer(text):
        value = read_number(match["number"])
        if value is not None:
            scale = (match["scale"] or "").lower()
            factor = {**load_words()["scales"], **load_words()["short_scales"]}.get(scale, 1)
            unit = {sign.lower(): unit for sign, unit in load_words()["signs"].items()}[match["sign"].lower()]
            yield _measure(
                Span(start=match.start(), end=match.end()), "money", unit, value * factor, match["qualifier"]
            )
    for time in times:
        said = _YEARS.fullmatch(time.value.timex) if time.type == "DURATION" else None
        if said:
            yield _measure(time.span, "years", "year", float(said[1]), "")


def _measure(span: Span, what: str, unit: str, value: float, words: str) -> FigureMention:
    kinds: dict[str, str] = load_words()["qualifiers"]
    said = " ".join(words.lower().split())
    kind = kinds.get(said) or next(
        (kinds[w] for w in sorted(kinds, key=len, reverse=True) if w and said.endswith(w)), "exact"
    )
    low, best, high = bounds_of(kind, value)
    return FigureMention(
        span=span, governor=span.start, what=what, qualifier=kind, low=low, best=best, high=high, unit=unit
    )


def bounds_of(
    qualifier: str, number: float, last: float | None = None
) -> tuple[float | None, float | None, float | None]:
    """Low, best and high by the table in `schema.quantities`."""
    match qualifier:
        case "exact" | "about" | "nearly":
            return number, number, number
        case "at_least" | "more_than":
            return number, number, None
        case "at_most" | "less_than":
            return 0.0, number, number
        case "range":
            return number, None, last
    return number, None, None
