"""What a time expression counts from, where that is not the day of writing: an earlier time, or what happened.

"Two days later" counts from the time told before it, "a month after border clashes" from the clashes. Only a time makes
a value; words of any other kind are kept as the anchor, and no day is invented from them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.annotations.parse import span_of
from variorum.annotations.time_joins import CLOCKS
from variorum.schema.annotations import TimeMention
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue

_RANKS = {"day": 1, "week": 2, "weekend": 2, "month": 3, "quarter": 4, "half": 5, "season": 5, "year": 6, "decade": 7}
_REACH = 400
_BESIDE = re.compile(r"\W*(?:\w+\W+){0,2}")
"""No more than two words between a clock and the day told after it."""
_CLAUSE = 12
_COUNTS_FROM = re.compile(r" +(?:after|before|into|since|following|prior to|from)\b ?", re.IGNORECASE)
_IN_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})
_MONEY = re.compile(r"[$£€¥%#]|\b(?:percent|per cent|sales|profit|earnings|revenue|income|loss)\b", re.IGNORECASE)
_BREAKS = re.compile(r"\n+")
_QUARTERS_A_YEAR = 4


def anchor_times(doc: Doc, text: str, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """Tie each expression that counts from something else to it.

    Args:
        mentions: in text order. Each is tied to those before it as they were tied themselves.
    """
    tied: list[TimeMention] = []
    for number, mention in enumerate(mentions):
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        found = _tie(doc, text, mention, tied, following)
        if found is not None:
            tied.append(found)
    return tied


def _tie(
    doc: Doc, text: str, mention: TimeMention, before: Sequence[TimeMention], after: TimeMention | None
) -> TimeMention | None:
    if mention.rule == "then":
        return _same_as_before(text, mention, before)
    if mention.rule in ("in_question", "year_back", "same_period") or _compares(text, mention):
        return _tie_to_period(text, mention, before, after)
    if mention.rule in CLOCKS:
        return _tie_to_day(text, mention, before, after)
    if mention.value.offset is not None:
        return _tie_to_time(text, mention, before)
    if mention.type == "DURATION" or mention.rule == "day_beside":
        anchor = _told_after(doc, text, mention, after)
        return replace(mention, anchor=anchor) if anchor else mention
    return mention


def _tie_to_time(text: str, mention: TimeMention, before: Sequence[TimeMention]) -> TimeMention:
    """The nearest time before, where it is no coarser than the unit counted."""
    earlier = _time_before(text, mention, before)
    if earlier is None or _rank(earlier.value) > _rank(mention.value, own=True):
        return mention
    return _counted_from(mention, earlier)


def _tie_to_day(
    text: str, mention: TimeMention, before: Sequence[TimeMention], after: TimeMention | None
) -> TimeMention:
    """A clock without a day is of the day told before it in the paragraph, else just after it, else a line before."""
    day = _time_before(text, mention, before)
    day = None if day and day.rule in CLOCKS and day.anchor is None else day
    if day is None or "\n" in text[day.span.end : mention.span.start]:
        between = text[mention.span.end : after.span.start] if after else "\n"
        day = after if "\n" not in between and _BESIDE.fullmatch(between) else day
    if day is None or day.value.grain != "day" or day.value.until:
        return mention
    value = replace(mention.value, unit="day", offset=0)
    return _counted_from(replace(mention, value=value), day)


def _same_as_before(text: str, mention: TimeMention, before: Sequence[TimeMention]) -> TimeMention | None:
    """Read "since then": the nearest time before; nothing where there is none."""
    earlier = _time_before(text, mention, before)
    if earlier is None or earlier.value.grain is None:
        return None
    value = replace(earlier.value, bound=mention.value.bound, until=None)
    return replace(mention, value=value, anchor=earlier.span)


def _time_before(text: str, mention: TimeMention, before: Sequence[TimeMention]) -> TimeMention | None:
    """The nearest time before, in this or the last paragraph; references ("now") are none."""
    for earlier in reversed(before):
        between = text[earlier.span.end : mention.span.start]
        if len(between) > _REACH or len(_BREAKS.findall(between)) > 1:
            break
        if earlier.type not in ("DATE", "TIME") or earlier.value.timex.endswith("_REF"):
            continue
        return earlier
    return None


def _rank(value: TimeValue, *, own: bool = False) -> int:
    return _RANKS.get((value.unit if own else value.grain) or "", 0 if own else 9)


def _counted_from(mention: TimeMention, earlier: TimeMention) -> TimeMention:
    base = replace(earlier.value, bound=None)
    return replace(mention, anchor=earlier.span, value=replace(mention.value, base=base, direction=base.direction))


def _told_after(doc: Doc, text: str, mention: TimeMention, after: TimeMention | None) -> Span | None:
    """The words that stand after "after", "before", "into": a time, or the name of what happened."""
    found = _COUNTS_FROM.match(text, mention.span.end)
    if found is None:
        return None
    if after is not None and after.span.start - found.end() <= len("the "):
        return after.span
    part = doc.char_span(found.end(), found.end() + 1, alignment_mode="expand")
    return _name_from(part[0]) if part is not None else None


def _name_from(token: Token) -> Span | None:
    """The noun phrase that begins with a token, with a verb's ending in -ing before it; None where there is none.

    Of a clause ("the army shelled the base") the verb and what follows it are part of the name.
    """
    start, last, named = token, token, False
    if token.tag_ == "VBG" and token.i + 1 < len(token.doc):
        last, named = token, True
        token = token.nbor()
    while token.pos_ in _IN_NAME and not token.is_space:
        last, named = token, named or token.pos_ in ("NOUN", "PROPN", "PRON")
        if token.i + 1 == len(token.doc):
            break
        token = token.nbor()
    return Span(start=start.idx, end=span_of(_last_of_clause(last)).end) if named else None


def _last_of_clause(noun: Token) -> Token:
    """The last word of the clause that a subject begins, up to a mark; the noun itself where it is no subject."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.i < noun.i or verb.pos_ not in ("VERB", "AUX"):
        return noun
    last = verb
    for word in verb.doc[verb.i : min(verb.right_edge.i + 1, verb.i + _CLAUSE)]:
        if word.is_punct or word.is_space:
            break
        last = word
    return last


def _compares(text: str, mention: TimeMention) -> bool:
    """True for "a year ago" and "last year" beside sums: the part of that year that answers to the one told of."""
    value = mention.value
    if value.unit != "year" or (value.shift if value.offset is None else value.offset) != -1 or value.part:
        return False
    if mention.rule not in ("ago", "year_back", "same_period"):
        return False
    line = text.rfind("\n", 0, mention.span.start) + 1
    return _MONEY.search(text, max(line, mention.span.start - 120), min(len(text), mention.span.end + 60)) is not None


def _tie_to_period(
    text: str, mention: TimeMention, before: Sequence[TimeMention], after: TimeMention | None
) -> TimeMention | None:
    """Count from the quarter that the report tells of; without one "a year earlier" counts from the time before it."""
    period = _period_told(before)
    if mention.rule == "in_question":
        return _in_question(text, mention, period, after)
    if mention.value.year is not None:
        return _of_year_said(mention, period)
    if period is None and _compares(text, mention):
        return replace(mention, value=TimeValue(timex="XXXX", unit="year", shift=-1, direction="past"))
    if period is None or mention.value.unit not in ("quarter", "year"):
        return _tie_to_time(text, mention, before) if mention.value.offset is not None else mention
    value = TimeValue(timex="XXXX-QX", unit="quarter", offset=-_QUARTERS_A_YEAR, base=period.value)
    return replace(mention, value=value, anchor=period.span)


def _of_year_said(mention: TimeMention, period: TimeMention | None) -> TimeMention:
    """Read "the 1988 period": the quarter of that year that answers to the one told of."""
    if period is None or period.value.season is None:
        return mention
    year, season = mention.value.year, period.value.season
    value = TimeValue(timex=f"{year}-{season}", year=year, season=season)
    return replace(mention, value=value, anchor=period.span)


def _in_question(
    text: str, mention: TimeMention, period: TimeMention | None, after: TimeMention | None
) -> TimeMention | None:
    """Read "the quarter": the one that ends on the day said after it, else the one named before."""
    ends = after is not None and re.fullmatch(r" +end(?:ed|ing) +", text[mention.span.end : after.span.start])
    if ends and after is not None and _rank(after.value) <= _rank(mention.value, own=True):
        return _counted_from(mention, after)
    if mention.value.unit not in ("quarter", "period"):
        return mention
    if period is None:
        return None if mention.value.unit == "period" else mention
    value = TimeValue(timex="XXXX-QX", unit="quarter", offset=0, base=period.value)
    return replace(mention, value=value, anchor=period.span)


def _period_told(before: Sequence[TimeMention]) -> TimeMention | None:
    """The last quarter named, unless longer stretches of the year ("the nine months") were named since."""
    for earlier in reversed(before):
        if earlier.type == "DURATION" and earlier.value.timex in ("P6M", "P9M", "P12M", "P1Y"):
            return None
        if earlier.value.grain == "quarter" and earlier.value.timex.startswith(("XXXX", "19", "20")):
            return earlier if earlier.anchor is None else _root_period(earlier, before)
    return None


def _root_period(mention: TimeMention, before: Sequence[TimeMention]) -> TimeMention | None:
    """The quarter from which a quarter was counted."""
    root = next((one for one in before if one.span == mention.anchor), None)
    return root if root is not None and root.value.grain == "quarter" else mention
