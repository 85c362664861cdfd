"""Expressions that are one although two rules found them: a clock and its day, the ends of a range, a month and its year."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from variorum.annotations import time_calendar
from variorum.annotations.parse import tokens_in
from variorum.annotations.syntax import sentence_bounds
from variorum.schema.annotations import TimeMention
from variorum.schema.reports import Span
from variorum.schema.resolution import possible
from variorum.schema.times import TimeValue

_JOIN_CLOCK = re.compile(r" ?,? +(?:(?:on|of) +)?| ?,? +at +|, ?")
_RANGE_STARTS = {
    "from": re.compile(r" +(?:to|until|till|through) +(?:the +)?| ?[-–—] ?"),
    "between": re.compile(r" +and +(?:the +)?"),
}
_DASHED = re.compile(r" ?[–—] ?| ?- ?| +through +")
_UNIT_AND_PART = frozenset({("Y", "M"), ("M", "W"), ("M", "D"), ("W", "D"), ("H", "M"), ("M", "S")})
"""Ends of TIMEX3 lengths that make one, the greater unit first."""
WITHOUT_MONTH = frozenset({"bare_day", "listed_day"})
"""Rules of days that say no month themselves."""
CLOCKS = frozenset({"clock", "midday", "part_of_day"})
"""Rules of times that say no day themselves."""


def join_times(doc: Doc, text: str, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """Join neighbours that are one expression, and give "on the 13th" the month that its sentence names.

    Args:
        mentions: in text order, apart from each other.
    """
    joined: list[TimeMention] = []
    for mention in mentions:
        pair = _join(text, joined[-1], mention) if joined else None
        if pair is None:
            joined.append(mention)
        else:
            joined[-1] = pair
    return _with_months(doc, joined)


def _join(text: str, one: TimeMention, two: TimeMention) -> TimeMention | None:
    if two.span.start - one.span.end > 12:
        return None
    return (
        _join_clock(text, one, two)
        or _join_year(text, one, two)
        or _join_range(text, one, two)
        or _join_lengths(text, one, two)
    )


def _join_lengths(text: str, one: TimeMention, two: TimeMention) -> TimeMention | None:
    """Read "an hour and 22 minutes", "two years and three months" as one length."""
    if text[one.span.end : two.span.start] != " and " or {one.type, two.type} != {"DURATION"}:
        return None
    whole, rest = one.value.timex, two.value.timex
    if "X" in whole + rest or (whole[-1], rest[-1]) not in _UNIT_AND_PART or ("T" in whole) != ("T" in rest):
        return None
    span = Span(start=one.span.start, end=two.span.end)
    return replace(one, span=span, value=TimeValue(timex=whole + rest.removeprefix("P").removeprefix("T")))


def _join_clock(text: str, one: TimeMention, two: TimeMention) -> TimeMention | None:
    """Read "10 p.m. Wednesday", "Monday at noon" and "the early hours of Thursday morning" as one time."""
    if one.rule == "part_of_day" and two.type == "TIME" and text[one.span.end : two.span.start] == " of ":
        return replace(two, span=Span(start=one.span.start, end=two.span.end), rule="clock_day")
    if not _JOIN_CLOCK.fullmatch(text, one.span.end, two.span.start) or {one.type, two.type} != {"DATE", "TIME"}:
        return None
    clock, day = (one, two) if one.type == "TIME" else (two, one)
    if clock.rule not in CLOCKS or day.value.grain != "day" or day.value.until:
        return None
    timex = day.value.timex + "T" + clock.value.timex.partition("T")[2]
    span = Span(start=one.span.start, end=two.span.end)
    value = replace(day.value, timex=timex, zone=clock.value.zone)
    return TimeMention(span=span, type="TIME", value=value, rule="clock_day")


def _join_year(text: str, one: TimeMention, two: TimeMention) -> TimeMention | None:
    """Read "January nineteen ninety-seven" as one month."""
    if text[one.span.end : two.span.start] != " " or one.rule != "month" or two.rule != "spoken_year":
        return None
    if one.value.year is not None or one.value.month is None or two.value.year is None:
        return None
    value = replace(one.value, year=two.value.year, timex=f"{two.value.year:04d}-{one.value.month:02d}")
    return replace(one, span=Span(start=one.span.start, end=two.span.end), value=value)


def _join_range(text: str, one: TimeMention, two: TimeMention) -> TimeMention | None:
    """Read "from 27 September to 10 November 2020", "between 2014 and 2016", "28 April - 3 May"."""
    if one.type != "DATE" or two.type != "DATE" or one.value.until or two.value.until:
        return None
    if one.value.grain is None or one.value.grain != two.value.grain:
        return None
    opened = text[max(0, one.span.start - 9) : one.span.start].lower().split()
    joiner = _RANGE_STARTS.get(opened[-1] if opened else "", _DASHED)
    if not joiner.fullmatch(text, one.span.end, two.span.start):
        return None
    first = _with_year_of(one.value, two.value)
    if first is None:
        return None
    first, last = _in_order(first, replace(two.value, bound=None))
    value = replace(first, until=last, bound=None)
    ends = (replace(one, value=first), replace(two, value=last))
    return replace(one, span=Span(start=one.span.start, end=two.span.end), value=value, rule="range", ends=ends)


def _in_order(first: TimeValue, last: TimeValue) -> tuple[TimeValue, TimeValue]:
    """Read "from Monday to Friday": of two weekdays the last counts from the first, or the first from the last if past."""
    if first.weekday is None or last.weekday is None or first.day or last.day or first.shift or last.shift:
        return first, last
    days = (last.weekday - first.weekday) % 7
    if last.direction == "past":
        return TimeValue(timex=first.timex, unit="day", offset=-days, base=last, direction="past"), last
    return first, TimeValue(timex=last.timex, unit="day", offset=days, base=first, direction=last.direction)


def _with_year_of(first: TimeValue, last: TimeValue) -> TimeValue | None:
    """Give the first end of a range the year said with the last; None where the range would run backwards."""
    if first.year is None and last.year is not None and first.month is not None and last.month is not None:
        year = last.year if (first.month, first.day or 0) <= (last.month, last.day or 99) else last.year - 1
        return replace(first, year=year, timex=f"{year:04d}{first.timex[4:]}")
    if first.year is not None and last.year is not None:
        start, end = ((value.year, value.month or 0, value.day or 0) for value in (first, last))
        return first if start < end else None
    return first


def _with_months(doc: Doc, mentions: list[TimeMention]) -> list[TimeMention]:
    """Give "on the 13th" the month that its sentence names."""
    if not any(m.rule in WITHOUT_MONTH for m in mentions):
        return mentions
    return [_with_month(doc, m, mentions) if m.rule in WITHOUT_MONTH else m for m in mentions]


def _with_month(doc: Doc, mention: TimeMention, mentions: Sequence[TimeMention]) -> TimeMention:
    """The nearest month named before in the sentence, else after; a lower day than the one before is of the next month."""
    first, last = sentence_bounds(tokens_in(doc, mention.span)[0])
    sentence = Span(start=doc[first].idx, end=doc[last - 1].idx + len(doc[last - 1]))
    named = [m for m in mentions if m.value.month is not None and sentence.covers(m.span)]
    before = [m for m in named if m.span.end <= mention.span.start]
    near = before[-1] if before else next(iter(named), None)
    if near is None or near.value.month is None:
        return mention
    known, day = near.value.until or near.value, int(mention.value.timex[-2:])
    month, year = known.month or near.value.month, known.year
    if before and known.day is not None and day < known.day:
        year, month = (year + 1 if year and month == 12 else year), month % 12 + 1
    value = time_calendar.date_value(year, month, day)
    value = replace(value, direction=near.value.direction, unit=known.unit, shift=known.shift)
    return replace(mention, value=value) if possible(value) else mention
