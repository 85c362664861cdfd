"""Rules for times that hang on the day of writing or on another time: weekdays, "yesterday", "last month", "two days ago".

A time that hangs on something other than the day of writing ("two days later") gets a value without a shift.
"""

from variorum.annotations.figure_numbers import any_of, read_number
from variorum.annotations.time_lexicon import (
    AMOUNT,
    ANY_UNIT,
    DAY_PART,
    DAY_PARTS,
    MODIFIER,
    PART,
    POINTERS,
    POINTING,
    SHIFTS,
    UNIT,
    WEEKDAY,
    Match,
    Reading,
    TimeRule,
    load_words,
    make_rule,
    part_name,
    said,
    unit_name,
    weekday_number,
)
from variorum.schema.times import TimeValue

_DAYS: dict[str, int] = load_words()["days"]
_REFERENCES: dict[str, str] = load_words()["references"]
_NAMED: dict[str, list[int]] = load_words()["named_days"]
UNIT_TIMEX = {
    "hour": "XXXX-XX-XXTXX",
    "minute": "XXXX-XX-XXTXX",
    "second": "XXXX-XX-XXTXX",
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""TIMEX3 value of a unit whose place in the calendar is not said."""

_EARLY = r"(?:(?:early|late|earlier|later|earlier on|later on) +)?"


def _direction(shift: int | None) -> str | None:
    return None if not shift else "past" if shift < 0 else "future"


def _weekday(match: Match) -> Reading:
    number = weekday_number(match["weekday"])
    timex = f"XXXX-WXX-{number}"
    if match["plural"]:
        return "SET", TimeValue(timex=timex)
    shift = _weekday_shift(match["shift"])
    direction = _direction(shift)
    unit = None
    if match["week"]:
        unit, shift = "week", SHIFTS[match["week"].lower()]
        direction = _direction(shift)
    part = match["day_part"]
    timex = timex + f"T{DAY_PARTS[part.lower()]}" if part else timex
    value = TimeValue(timex=timex, weekday=number, shift=shift, unit=unit, direction=direction)
    return "TIME" if part else "DATE", value


def _weekday_shift(text: str | None) -> int | None:
    """Read "this past Monday" is the last, "this Monday" that of this week."""
    words = (text or "").lower().split()
    if not words:
        return None
    return SHIFTS[words[-1]]


def _day_word(match: Match) -> Reading:
    word = " ".join(match["word"].lower().removeprefix("the ").split())
    shift = _DAYS[word]
    part = match["day_part"]
    timex = "XXXX-XX-XX" + (f"T{DAY_PARTS[part.lower()]}" if part else "")
    value = TimeValue(timex=timex, unit="day", shift=shift, direction=_direction(shift))
    return "TIME" if part else "DATE", value


def _day_part(match: Match) -> Reading:
    """Read "this morning", "tonight", "last night", "tomorrow night" are handled by the day they are part of."""
    text = match["word"].lower()
    if text == "tonight":
        return "TIME", TimeValue(timex="XXXX-XX-XXTNI", unit="day", shift=0)
    shift = -1 if text.startswith("last") else 0
    code = DAY_PARTS[text.split()[-1]]
    return "TIME", TimeValue(timex=f"XXXX-XX-XXT{code}", unit="day", shift=shift, direction=_direction(shift))


def _unit_shift(match: Match) -> Reading | None:
    shift, unit, part = match["shift"].lower(), unit_name(match["unit"]), part_name(match["part"])
    if shift == "the":
        return _of_the(unit, part)
    if shift == "previous" or (match["article"] and shift == "next" and unit == "day"):
        return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, offset=SHIFTS[shift])
    number = SHIFTS[shift.split()[-1]]
    direction = {"earlier": "past", "later": "future"}.get(part or "") or _direction(number)
    if match["article"] and number and not part and unit != "weekend":
        return "DURATION", span_value(unit, 1, number, direction)
    return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, shift=number, part=part, direction=direction)


def _of_the(unit: str, part: str | None) -> Reading | None:
    """Read "the end of the year": a part of the unit that the writer is in; "the year" alone measures or points back."""
    if unit == "weekend":
        return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, shift=0)
    if part is None or unit in ("hour", "minute", "second"):
        return None
    if unit == "day":
        return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, offset=0)
    direction = {"earlier": "past", "later": "future"}.get(part)
    return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, shift=0, part=part, direction=direction)


def _unit_end(match: Match) -> Reading:
    unit = unit_name(match["unit"] or match["unit2"])
    return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, shift=0, part="mid" if match["mid"] else "end")


def _other_unit(match: Match) -> Reading | None:
    """Read "that day", "the following month", "the previous year": so many units from another time of the text."""
    unit = unit_name(match["unit"])
    if unit in ("hour", "minute", "second"):
        return None
    return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, offset=_pointed(match["point"]))


def _pointed(text: str) -> int:
    return POINTERS[text.lower().removeprefix("the ").strip()]


def _year_back(match: Match) -> Reading:
    """Read "the year-ago quarter", "year-earlier": a unit of the year before the one told of."""
    unit = said(match, "unit")
    if unit is None or unit == "period":
        return "DATE", TimeValue(timex="XXXX", unit="year", offset=-1)
    steps = {"month": 12, "quarter": 4, "week": 52}[unit.lower()]
    return "DATE", TimeValue(timex=UNIT_TIMEX[unit.lower()], unit=unit.lower(), offset=-steps)


def _in_question(match: Match) -> Reading | None:
    """Read "the quarter", "the latest period": the one told of."""
    unit = match["unit"].lower()
    if unit == "period":
        return "DATE", TimeValue(timex="XXXX", unit=unit)
    return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, offset=0)


def _latest(match: Match) -> Reading:
    """Read "the latest quarter": the last that was over when the report was written."""
    unit = match["unit"].lower()
    return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, shift=-1, direction="past")


def _closed_year(match: Match) -> Reading:
    """Read "the year ended 30 June": a length, as where it begins is not said."""
    return "DURATION", TimeValue(timex=duration_timex(unit_name(match["unit"]), 1))


def _whole_year(_match: Match) -> Reading:
    """Read "for the year", "for the full year": the one that the writer is in."""
    return "DATE", TimeValue(timex="XXXX", unit="year", shift=0)


def _day_beside(match: Match) -> Reading:
    """Read "the day after the vote": a time that hangs on what follows."""
    unit = unit_name(match["unit"])
    return "DATE", TimeValue(timex=UNIT_TIMEX[unit])


def amount_of(text: str) -> float | None:
    """The number that "a", "a couple of" or number words give; None where it is open ("several")."""
    words = text.lower().strip()
    if words in ("a", "an", "the"):
        return 1.0
    if words in ("half a", "half an"):
        return 0.5
    return 2.0 if words == "a couple of" else read_number(words)


def span_value(unit: str, amount: float | None, sign: int, direction: str | None) -> TimeValue:
    """A stretch that ends or begins with publication: "the past eight months", "the next two weeks"."""
    known = amount is not None and amount == int(amount) and unit not in ("minute", "second", "weekend")
    return TimeValue(
        timex=duration_timex(unit, amount),
        unit=unit if known else None,
        shift=sign * int(amount) if known and amount is not None else None,
        direction=direction,
        bound=("since" if sign < 0 else "until") if known else None,
    )


def duration_timex(unit: str, amount: float | None) -> str:
    """TIMEX3 value of a duration; an open amount is X."""
    code = load_words()["units"][unit]
    number = "X" if amount is None else f"{amount:g}"
    return f"PT{number}{code[1]}" if code[0] == "T" else f"P{number}{code}"


def _ago(match: Match) -> Reading | None:
    amount, unit, when = amount_of(match["amount"]), unit_name(match["unit"]), match["when"].lower()
    whole = amount is not None and amount == int(amount) and unit not in ("minute", "second", "weekend")
    steps = int(amount) * (2 if match["unit"].lower().startswith("fortnight") else 1) if whole and amount else None
    if when not in ("ago", "from now", "from today", "hence"):
        sign = -1 if when in ("earlier", "before") else 1
        offset = sign * steps if steps is not None and unit != "hour" else None
        return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, offset=offset)
    sign = -1 if when == "ago" else 1
    if steps is None:
        return "DATE", TimeValue(timex="PAST_REF" if sign < 0 else "FUTURE_REF", direction=_direction(sign))
    return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, shift=sign * steps, direction=_direction(sign))


def _other_part(match: Match) -> Reading:
    """Read "the following evening": a part of some day that hangs on another time."""
    code = DAY_PARTS[match["day_part"].lower()]
    return "TIME", TimeValue(timex=f"XXXX-XX-XXT{code}", unit="day", offset=_pointed(match["point"]))


def _part_of_day(match: Match) -> Reading:
    """Read "the night of" before a day, "mid-afternoon", "dawn": a part of a day that is said beside it, if at all."""
    return "TIME", TimeValue(timex=f"XXXX-XX-XXT{DAY_PARTS[' '.join(match['day_part'].lower().split())]}")


def _reference(match: Match) -> Reading:
    timex = _REFERENCES[" ".join(match["word"].lower().split())]
    return "DATE", TimeValue(timex=timex, direction={"PAST_REF": "past", "FUTURE_REF": "future"}.get(timex))


def _named_day(match: Match) -> Reading:
    month, day = _NAMED[" ".join(match["word"].lower().replace("’", "'").split())]
    year = int(match["year"]) if match["year"] else None
    return "DATE", TimeValue(timex=f"{year or 'XXXX'}-{month:02d}-{day:02d}", year=year, month=month, day=day)


_NAMED_DAY = any_of(_NAMED).replace("'", "['’]")

RULES: tuple[TimeRule, ...] = (
    make_rule(
        "weekday",
        "weekday",
        rf"{_EARLY}(?:(?P<shift>this past|this coming|last|past|this|next|coming) +)?(?P<weekday>{WEEKDAY})(?P<plural>s)?"
        rf"(?: +(?P<day_part>{DAY_PART}))?(?:,? +(?:of +)?(?P<week>last|this|next) week)?",
        _weekday,
    ),
    make_rule(
        "day_word",
        "word",
        rf"{_EARLY}(?P<word>(?:the +)?day (?:before yesterday|after tomorrow)|today|yesterday|tomorrow)(?: +(?P<day_part>{DAY_PART}))?",
        _day_word,
    ),
    make_rule(
        "day_part",
        "word",
        r"(?:early +|late +|earlier +|later +)?(?P<word>tonight|(?:this|last) (?:morning|afternoon|evening|night))",
        _day_part,
    ),
    make_rule(
        "other_part",
        "word",
        rf"(?:the +(?:very +)?(?=\w)|(?=that|next))(?P<point>{POINTING})(?: +same)? +(?P<day_part>{DAY_PART})",
        _other_part,
    ),
    make_rule(
        "part_of_day",
        "word",
        rf"the +(?:late +|early +)?(?P<day_part>{DAY_PART}|early +hours)(?= of )",
        _part_of_day,
    ),
    make_rule("part_of_day", "word", r"(?:mid-?|early +|late +)(?P<day_part>morning|afternoon|evening)", _part_of_day),
    make_rule(
        "unit_shift",
        "unit",
        rf"(?:{PART})?(?P<article>the +)?(?P<shift>this past|this coming|last|past|previous|this|current|next|coming|upcoming|(?<!the )(?<!\w)the) +"
        rf"(?:fiscal +)?(?P<unit>{UNIT})",
        _unit_shift,
    ),
    make_rule(
        "unit_end",
        "unit",
        r"(?:(?P<mid>mid)-?(?P<unit>week|month|year)|(?P<unit2>year|month|week)(?:['’]s +|-| )end)",
        _unit_end,
    ),
    make_rule(
        "other_unit",
        "unit",
        rf"(?P<point>that|the same|the following|the next|the previous|the preceding) +(?:very +)?(?P<unit>{UNIT})",
        _other_unit,
    ),
    make_rule(
        "year_back",
        "unit",
        r"(?:the +year-(?:ago|earlier) +(?P<unit>period|quarter|month|week)|year-(?:ago|earlier))",
        _year_back,
    ),
    make_rule("latest", "unit", r"the +(?:latest|most +recent) +(?P<unit>quarter|month|week|year)", _latest),
    make_rule("in_question", "unit", r"the +(?:latest|most +recent) +(?P<unit>period)", _in_question),
    make_rule("in_question", "unit", r"the +(?P<unit>quarter|month|week)(?= +end(?:ed|ing))", _in_question),
    make_rule(
        "in_question",
        "unit",
        r"(?:(?<=\bfor )|(?<=\bin ))the +(?P<unit>quarter)(?! +(?:of|since|after|before|in)\b)",
        _in_question,
    ),
    make_rule("closed_year", "unit", r"the +(?:full +|fiscal +)?(?P<unit>year)(?= +end(?:ed|ing))", _closed_year),
    make_rule(
        "whole_year",
        "unit",
        r"(?:(?<=\bfor )the +(?:full +|whole +)?|the +full +)year(?! +(?:of|since|after|before|in)\b)",
        _whole_year,
    ),
    make_rule(
        "other_unit_for",
        "unit",
        r"(?<=\bfor )the +(?:full +|whole +)?(?P<unit>month|week)(?! +(?:of|since|after|before|in)\b)",
        _day_beside,
    ),
    make_rule(
        "day_beside", "unit", r"the +(?P<unit>day|week|month|year)(?= +(?:after|before|following) +\w)", _day_beside
    ),
    make_rule(
        "ago",
        "unit",
        rf"{MODIFIER}(?P<amount>{AMOUNT}) +(?:full +|whole +|short +|more +)?(?P<unit>{ANY_UNIT}) +(?P<when>ago|earlier|later|before|afterwards?|from now|from today|hence)",
        _ago,
    ),
    make_rule("reference", "word", rf"(?P<word>{any_of(_REFERENCES)})", _reference),
    make_rule("named_day", "word", rf"(?P<word>{_NAMED_DAY})(?:,? +(?P<year>(?:19|20)\d\d))?", _named_day),
)
