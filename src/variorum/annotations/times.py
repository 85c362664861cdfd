"""Find time expressions and read their meaning (times.v1): rules over text, judged by the parse.

Nothing is resolved here: values keep what the words say, and `schema.resolution` ties them to days. Days that no
calendar has are left out and told as issues.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from variorum.annotations import time_amounts, time_calendar, time_relative
from variorum.annotations.parse import tokens_in
from variorum.annotations.syntax import sentence_bounds
from variorum.annotations.time_context import accepts, name_spans, word_before
from variorum.annotations.time_lexicon import Match, TimeRule, find_windows
from variorum.annotations.time_tense import bound_before, describes, direction_of
from variorum.schema.annotations import TimeMention
from variorum.schema.reports import Issue, Span
from variorum.schema.resolution import possible
from variorum.schema.times import TimeValue

ANNOTATOR = "times.v1"

_JOIN_CLOCK = re.compile(r",? +(?:on +)?|,? +at +|, ?")
_RANGE_STARTS = {
    "from": re.compile(r" +(?:to|until|till|through) +(?:the +)?| ?[-–—] ?"),
    "between": re.compile(r" +and +(?:the +)?"),
}
_DASHED = re.compile(r" ?[–—] ?| ?- ?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A match that is a time by its words."""

    start: int
    end: int
    order: int
    mention: TimeMention


@cache
def _rules() -> tuple[TimeRule, ...]:
    return (*time_calendar.RULES, *time_relative.RULES, *time_amounts.RULES)


def find_times(doc: Doc) -> tuple[TimeMention, ...]:
    """Find time expressions.

    Returns:
        Mentions in text order that do not overlap. Spans hold the determiner and the words that loosen or place the
        expression ("almost 30 years", "early 2021"), not the preposition before it; the two ends of a range are one
        mention ("27 September to 10 November 2020").

    Source: TIMEX3 guidelines (TimeML 1.2.1) for types, values and spans; lexicons/times.toml.
    """
    text = doc.text
    found = _select(_candidates(doc, text, _rules()))
    mentions = [_in_context(doc, text, one.mention) for one in found if possible(one.mention.value)]
    return tuple(_with_months(doc, _join(text, mentions)))


def find_time_issues(doc: Doc) -> tuple[Issue, ...]:
    """Tell the days that no calendar has (31 June); `find_times` leaves them out."""
    text = doc.text
    return tuple(
        Issue(
            stage="annotations",
            kind="impossible_date",
            what=f"no calendar has the day {text[one.start : one.end]!r}",
            start=one.start,
            end=one.end,
        )
        for one in _select(_candidates(doc, text, time_calendar.DAY_RULES))
        if not possible(one.mention.value)
    )


def _candidates(doc: Doc, text: str, rules: Sequence[TimeRule]) -> list[_Found]:
    names, windows = name_spans(text), find_windows(text)
    found = []
    for order, rule in enumerate(rules):
        for match in _matches(rule, text, windows.get(rule.anchor, ())):
            start, end = match.span()
            if any(low < end and start < high for low, high in names) or not accepts(rule.name, match, doc):
                continue
            reading = rule.read(match)
            if reading is not None:
                mention = TimeMention(
                    span=Span(start=start, end=end), type=reading[0], value=reading[1], rule=rule.name
                )
                found.append(_Found(start=start, end=end, order=order, mention=mention))
    return found


def _matches(rule: TimeRule, text: str, windows: Iterable[tuple[int, int]]) -> Iterator[Match]:
    for start, end in windows:
        yield from rule.pattern.finditer(text, start, end)


def _select(found: list[_Found]) -> list[_Found]:
    """Keep the longest of what overlaps; of equals the rule that is listed first."""
    chosen: list[_Found] = []
    for one in sorted(found, key=lambda item: (item.start - item.end, item.order, item.start)):
        if all(one.end <= other.start or other.end <= one.start for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda item: item.start)


def _in_context(doc: Doc, text: str, mention: TimeMention) -> TimeMention:
    """Add tense and bound, which the words themselves do not hold."""
    value = mention.value
    if mention.type not in ("DATE", "TIME") or value.grain is None:
        return mention
    tokens = tokens_in(doc, mention.span)
    unsaid = value.shift or (value.absolute and describes(tokens))
    direction = value.direction or (None if unsaid else direction_of(tokens))
    bound = value.bound or bound_before(text, tokens)
    if direction == "future" and word_before(text, mention.span.start) == "since":
        direction = "past"
    value = replace(value, direction=direction, bound=bound)
    if _elsewhere(text, mention, value):
        value = TimeValue(timex=value.timex)
    return replace(mention, value=value)


def _elsewhere(text: str, mention: TimeMention, value: TimeValue) -> bool:
    """True for "by the end of the year" told of the past: another year than that of writing is meant."""
    return (
        mention.rule == "unit_shift"
        and value.shift == 0
        and value.part == "end"
        and value.direction == "past"
        and " the " in text[mention.span.start + 4 : mention.span.end]
    )


def _join(text: str, mentions: list[TimeMention]) -> list[TimeMention]:
    joined: list[TimeMention] = []
    for mention in mentions:
        if joined:
            pair = _join_clock(text, joined[-1], mention) or _join_range(text, joined[-1], mention)
            if pair is not None:
                joined[-1] = pair
                continue
        joined.append(mention)
    return joined


def _with_months(doc: Doc, mentions: list[TimeMention]) -> list[TimeMention]:
    """Give "on the 13th" the month that its sentence names."""
    if not any(m.rule == "bare_day" for m in mentions):
        return mentions
    return [_with_month(doc, m, mentions) if m.rule == "bare_day" else m for m in mentions]


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


def _join_clock(text: str, one: TimeMention, two: TimeMention) -> TimeMention | None:
    """Read "10 p.m. Wednesday" and "Monday at noon" are one time."""
    if not _JOIN_CLOCK.fullmatch(text, one.span.end, two.span.start) or {one.type, two.type} != {"DATE", "TIME"}:
        return None
    clock, day = (one, two) if one.type == "TIME" else (two, one)
    if clock.rule not in ("clock", "midday") or day.value.grain != "day" or day.value.until:
        return None
    timex = day.value.timex + "T" + clock.value.timex.partition("T")[2]
    span = Span(start=one.span.start, end=two.span.end)
    return TimeMention(span=span, type="TIME", value=replace(day.value, timex=timex), rule="clock_day")


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
    value = replace(first, until=replace(two.value, bound=None), bound=None)
    return replace(one, span=Span(start=one.span.start, end=two.span.end), value=value, rule="range")


def _with_year_of(first: TimeValue, last: TimeValue) -> TimeValue | None:
    """Give the first end of a range the year said with the last; None where the range would run backwards."""
    if first.year is None and last.year is not None and first.month is not None and last.month is not None:
        year = last.year if (first.month, first.day or 0) <= (last.month, last.day or 99) else last.year - 1
        return replace(first, year=year, timex=f"{year:04d}{first.timex[4:]}")
    if first.year is not None and last.year is not None:
        start, end = ((value.year, value.month or 0, value.day or 0) for value in (first, last))
        return first if start < end else None
    return first
