"""What a figure holds for: one happening or a whole period, what happened or what was only threatened or denied."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.annotations import syntax
from variorum.annotations.event_realis import read_realis
from variorum.annotations.figure_numbers import any_of, load_words
from variorum.annotations.parse import token_at, tokens_in
from variorum.schema.annotations import FigureMention, TimeMention
from variorum.schema.times import TimeValue


def read_scope(doc: Doc, figure: FigureMention, times: Sequence[TimeMention]) -> FigureMention:
    """Tell a figure's scope, realis and time from its sentence; the time is the nearest day or period told there."""
    token = token_at(doc, figure.governor)
    time = _time_of(token, times)
    over_time = time is not None and _spans_months(times[time].value)
    scope = "cumulative" if over_time or _is_cumulative(token, figure) or _of_several(doc, figure) else "event"
    return replace(figure, scope=scope, realis=_realis(token), time=time)


def _spans_months(value: TimeValue) -> bool:
    """True of a range of more than a month: hardly one happening lasts so long."""
    last = value.until
    if last is None or (last.year or last.month) is None or (value.year or value.month) is None:
        return False
    year = value.year or last.year or 0
    return _rough_day(last, last.year or year) - _rough_day(value, year) > _MONTH


_MONTH = 31


def _rough_day(value: TimeValue, year: int) -> int:
    """A day's number where every month has 31; the first day or month where none is said."""
    return (year * 12 + (value.month or 1)) * _MONTH + (value.day or 1)


def _of_several(doc: Doc, figure: FigureMention) -> bool:
    """True where happenings are counted or the sentence tells of several: "12 murders", "a series of attacks left 30 dead"."""
    own = tokens_in(doc, figure.span)
    if any(t.tag_ == "NNS" and t.lemma_.lower() in _DEEDS for t in own):
        return True
    return figure.basis == "number" and _several().search(own[0].sent.text) is not None


def _time_of(token: Token, times: Sequence[TimeMention]) -> int | None:
    start, end = token.sent.start_char, token.sent.end_char
    near = [
        (abs(t.span.start - token.idx), i)
        for i, t in enumerate(times)
        if t.type in ("DATE", "TIME") and start <= t.span.start < end
    ]
    return min(near)[1] if near else None


def _realis(token: Token) -> str:
    """As of events; but who rejects a murder, or answers for it, says that it was done."""
    if token.pos_ not in ("VERB", "NOUN", "AUX"):
        return "happened"
    realis, _ = read_realis(token)
    if (
        token.pos_ == "NOUN"
        and token.dep_ in ("pobj", "dobj", "nsubjpass", "conj")
        and realis in ("denied", "hypothetical")
    ):
        governor = token.head.head if token.dep_ == "pobj" else token.head
        return realis if governor.lemma_.lower() in _UNDONE_BY else "happened"
    return realis


_UNDONE_BY = frozenset(load_words()["untold"]["words"])


@cache
def _period() -> re.Pattern[str]:
    return re.compile("|".join(load_words()["cumulative"]["patterns"]), re.IGNORECASE)


@cache
def _several() -> re.Pattern[str]:
    several = load_words()["several"]
    return re.compile(
        rf"\b{any_of(several['words'])} (?:[\w-]+ ){{0,2}}{any_of(several['happenings'])}\b", re.IGNORECASE
    )


_DEEDS = frozenset(load_words()["several"]["deeds"])


def _is_of_record(sentence: DocSpan, match: re.Match[str]) -> bool:
    """True of a period that only says how great a thing is: "the largest this year", "at its lowest since May"."""
    word = sentence.char_span(match.start(), match.end(), alignment_mode="expand")
    before = word.doc[max(sentence.start, word.start - _NEAR) : word.start] if word is not None else ()
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ == "first" for t in before)


_NEAR = 4
"""Words. A superlative no further before a period is bounded by it."""


def _is_cumulative(token: Token, figure: FigureMention) -> bool:
    """True where the sentence counts over a period: "since 1985", "in the last ten years", "so far this year"."""
    start, end = syntax.sentence_bounds(token)
    sentence = token.doc[start:end]
    if any(not _is_of_record(sentence, match) for match in _period().finditer(sentence.text)):
        return True
    vague = figure.qualifier in ("hundreds", "thousands")
    return vague and token.tag_ in ("VBN", "VBG") and bool({"have", "has", "are", "is"} & syntax.auxiliaries(token))
