"""Dates in words and figures, as texts and pages write them: a day, a month or a year.

Refuses to guess: a day and month without a year is no date, a date that two readings fit has the bounds of both,
an impossible date is reported as such.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from variorum.reports.lexicon import load_furniture
from variorum.schema.dates import Bounds, between, in_month, in_year, on_day

_YEARS = range(1800, 2200)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in words; `bounds` None where no such day exists."""

    start: int
    end: int
    bounds: Bounds | None


@cache
def _pattern() -> re.Pattern[str]:
    month = "(?:" + "|".join(re.escape(name) for name, _ in load_furniture().months) + r")\b\.?"
    return re.compile(
        r"(?<![\w/])(?:"
        r"(?P<iso>(?P<iy>\d{4})[-/.](?P<im>\d{1,2})[-/.](?P<id>\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
        r"(?:Z|\s?[+-]\d{2}:?\d{2})?)?)"
        rf"|(?P<dmy>(?P<dd>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+)?(?P<dm>{month}),?[\s-]+(?:de\s+)?(?P<dy>\d{{4}}))"
        rf"|(?P<mdy>(?P<mm>{month})\s+(?P<md>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<my>\d{{4}}))"
        r"|(?P<dot>(?P<od>\d{1,2})\.\s?(?P<om>\d{1,2})\.\s?(?P<oy>\d{4}))"
        r"|(?P<slash>(?P<s1>\d{1,2})[/-](?P<s2>\d{1,2})[/-](?P<sy>\d{4}))"
        rf"|(?P<ym>(?P<ymm>{month}),?\s+(?P<ymy>\d{{4}}))"
        r"|(?P<iym>(?P<iyy>\d{4})-(?P<iyo>\d{2}))"
        r")(?![\w/])(?!-\d)",
        re.IGNORECASE,
    )


def _month_number(name: str) -> int:
    return dict(load_furniture().months)[name.casefold().rstrip(".")]


def _day(year: int, month: int, day: int) -> Bounds | None:
    try:
        return on_day(date(year, month, day)) if year in _YEARS else None
    except ValueError:
        return None


def _either(year: int, one: int, two: int) -> Bounds | None:
    """Read 03/04/2022 both ways; bounds from both where both exist."""
    days = [found.low for found in (_day(year, two, one), _day(year, one, two)) if found]
    known = [day for day in days if day]
    return between(min(known), max(known)) if known else None


def _month(year: int, month: int) -> Bounds | None:
    return in_month(year, month) if year in _YEARS and 1 <= month <= 12 else None


def _bounds(match: re.Match[str]) -> Bounds | None:
    part = match.group
    if part("iso"):
        return _day(int(part("iy")), int(part("im")), int(part("id")))
    if part("dmy"):
        return _day(int(part("dy")), _month_number(part("dm")), int(part("dd")))
    if part("mdy"):
        return _day(int(part("my")), _month_number(part("mm")), int(part("md")))
    if part("dot"):
        return _day(int(part("oy")), int(part("om")), int(part("od")))
    if part("slash"):
        return _either(int(part("sy")), int(part("s1")), int(part("s2")))
    if part("ym"):
        return _month(int(part("ymy")), _month_number(part("ymm")))
    return _month(int(part("iyy")), int(part("iyo")))


def find_date(text: str, start: int = 0) -> FoundDate | None:
    """Find the first date with a year at or after `start`."""
    match = _pattern().search(text, start)
    return FoundDate(start=match.start(), end=match.end(), bounds=_bounds(match)) if match else None


def match_date(text: str, start: int = 0) -> FoundDate | None:
    """Read a date that begins exactly at `start`."""
    match = _pattern().match(text, start)
    return FoundDate(start=match.start(), end=match.end(), bounds=_bounds(match)) if match else None


def parse_date(value: str) -> Bounds | None:
    """Read a whole value as a date: a day, month or year, an ISO date and time, or an interval with a slash.

    Returns:
        Bounds, or None where the words are no date or name a day that does not exist.
    """
    value = " ".join(value.split())
    if re.fullmatch(r"\d{4}", value):
        return in_year(int(value)) if int(value) in _YEARS else None
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?/\d{4}-\d\d(-\d\d)?", value):
        low, high = (parse_date(side) for side in value.split("/"))
        ordered = low and high and low.low and high.high and low.low <= high.high
        return between(low.low, high.high) if low and high and ordered else None
    found = match_date(value)
    rest = value[found.end :] if found else value
    return found.bounds if found and re.fullmatch(rf"(?:,?\s*{CLOCK})?", rest) else None


CLOCK = (
    r"(?:(?:at|um|à|às|as|alle|a las|saat)\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|[صم](?!\w))?\s*(?:\(?(?:GMT|UTC|ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|HST|AKST|AKDT|CET|CEST|BST|WET|WEST|MSK|PT|PST|PDT|IST|TRT|EET|EEST"
    r"|AEST|AEDT|NZST|NZDT|JST|KST|HKT|SGT|PKT|GST|AZT|AMT|GET|SAST|EAT|WAT|CAT|Z)\)?)?"
    r"(?:\s*[+-]\d{1,2}(?::?\d{2})?)?(?:\s*(?:Uhr|hrs|local time))?"
)
