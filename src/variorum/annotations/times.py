"""Find time expressions and read their meaning (times.v2): rules over text, judged by the parse.

Nothing is resolved here: values keep what the words say, and `schema.resolution` ties them to days. Days that no
calendar has are left out and told as issues.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span as DocSpan

from variorum.annotations import time_amounts, time_calendar, time_clock, time_pointing, time_relative
from variorum.annotations.parse import tokens_in
from variorum.annotations.time_anchors import anchor_times
from variorum.annotations.time_beside import word_before
from variorum.annotations.time_context import accepts, name_spans
from variorum.annotations.time_joins import join_times
from variorum.annotations.time_lexicon import Match, TimeRule, find_windows
from variorum.annotations.time_mods import with_mods
from variorum.annotations.time_tense import bound_before, describes, direction_of, may_lie_ahead, put_off_to
from variorum.schema.annotations import TimeMention
from variorum.schema.reports import Issue, Span
from variorum.schema.resolution import possible
from variorum.schema.times import TimeValue

ANNOTATOR = "times.v2"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A match that is a time by its words."""

    start: int
    end: int
    order: int
    mention: TimeMention


@cache
def _rules() -> tuple[TimeRule, ...]:
    return (*time_calendar.RULES, *time_relative.RULES, *time_pointing.RULES, *time_amounts.RULES, *time_clock.RULES)


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
    return tuple(with_mods(text, anchor_times(doc, text, join_times(doc, text, mentions))))


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
    if mention.type not in ("DATE", "TIME") or (value.grain is None and mention.rule != "then"):
        return mention
    tokens = tokens_in(doc, mention.span)
    bound = value.bound or bound_before(text, tokens)
    direction = value.direction or _direction(tokens, value, bound)
    if direction == "future" and word_before(text, mention.span.start) == "since":
        direction = "past"
    if mention.rule == "overnight":
        value = replace(value, shift=24 if direction == "future" else -24)
    value = replace(value, direction=direction, bound=bound)
    if _elsewhere(text, mention, value):
        value = TimeValue(timex=value.timex)
    return replace(mention, value=value)


def _direction(tokens: DocSpan, value: TimeValue, bound: str | None) -> str | None:
    """Past or future by the words around; None where the value needs neither or they tell neither."""
    described = describes(tokens)
    if value.shift or (described and value.absolute):
        return None
    direction = direction_of(tokens)
    if direction == "future" and described and value.grain == "quarter":
        return None
    if direction != "past":
        return direction
    if value.weekday:
        return "future" if put_off_to(tokens) else "past"
    if bound in ("until", "before"):
        return None
    return None if may_lie_ahead(tokens) else "past"


def _elsewhere(text: str, mention: TimeMention, value: TimeValue) -> bool:
    """True for "by the end of the year" told of the past: another year than that of writing is meant."""
    return (
        mention.rule == "unit_shift"
        and value.shift == 0
        and value.part == "end"
        and value.direction == "past"
        and " the " in text[mention.span.start + 4 : mention.span.end]
    )
