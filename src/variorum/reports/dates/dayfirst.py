"""Which of two days 02/11/2022 names: what stands in the report decides, or nothing does.

Evidence, the surest first: a weekday beside the date; another date of the same form that fits one order only;
day-first dates in words ("31 October"). Month-first dates in words decide nothing: outlets that write "October 31"
write their figures either way.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from variorum.reports.lexicon import load_furniture
from variorum.reports.lines import Clue
from variorum.schema.dates import Bounds, compatible, on_day

_FIGURES = re.compile(r"(?<![\w/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\w/-])")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur|urs)?(?:day)?\b", re.IGNORECASE)


def settle_by_weekday(clue: Clue, line: str) -> Clue:
    """Settle a date of two readings by the one weekday named on its line, where one reading falls on it."""
    named = {_DAYS.index(match[1].casefold()) for match in _WEEKDAY.finditer(line)}
    fitting = [day for day in _readings(clue.value) if day.weekday() in named]
    if len(named) != 1 or len(fitting) != 1 or len(_readings(clue.value)) != 2:
        return clue
    return replace(clue, bounds=on_day(fitting[0]))


def settle_by_bounds(clue: Clue, others: Sequence[Bounds]) -> Clue:
    """Settle a date of two readings by other statements of the same day, where one reading alone fits them all."""
    fitting = [day for day in _readings(clue.value) if all(compatible(on_day(day), other) for other in others)]
    if not others or _is_day(clue.bounds) or len(fitting) != 1:
        return clue
    return replace(clue, bounds=on_day(fitting[0]))


def settle_by_style(clue: Clue, text: str) -> Clue:
    """Settle a date of two readings by how the report writes its other dates; its basis then says so.

    Args:
        clue: a date; returned as it is where it is certain already or the report's dates do not agree.
        text: the report's words.
    """
    days = _readings(clue.value)
    if len(days) != 2 or _is_day(clue.bounds):
        return clue
    order = _order_in_figures(text) or _order_in_words(text)
    if order is None:
        return clue
    first, how = order
    return replace(clue, bounds=on_day(days[0 if first else 1]), basis=f"{clue.basis}, {how}")


def _is_day(bounds: Bounds) -> bool:
    return bounds.low is not None and bounds.low == bounds.high


def _readings(words: str) -> tuple[date, ...]:
    """The day-first and the month-first reading of figures that fit both; else nothing."""
    match = _FIGURES.fullmatch(words)
    one, two = (int(match[1]), int(match[3])) if match else (0, 0)
    if match is None or one == two or not (1 <= one <= 12 and 1 <= two <= 12) or int(match[4]) < 1800:
        return ()
    return date(int(match[4]), two, one), date(int(match[4]), one, two)


def _order_in_figures(text: str) -> tuple[bool, str] | None:
    orders = {int(match[1]) > 12 for match in _FIGURES.finditer(text) if (int(match[1]) > 12) != (int(match[3]) > 12)}
    if len(orders) != 1:
        return None
    first = orders.pop()
    return first, f"{'day' if first else 'month'} first as in its other dates in figures"


def _order_in_words(text: str) -> tuple[bool, str] | None:
    day_first, month_first = _word_orders()
    if day_first.search(text) and not month_first.search(text):
        return True, "day first as in its dates in words"
    return None


@cache
def _word_orders() -> tuple[re.Pattern[str], re.Pattern[str]]:
    months = "|".join(re.escape(name) for name, _ in load_furniture().months if len(name) > 2)
    return (
        re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{months})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{months})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s+(?:{months}))", re.IGNORECASE),
    )
