"""Rules for times that hang on the day of writing: weekdays, "yesterday", "last month", "two days ago".

Times that hang on another time of the text are in `time_pointing`, but for "two days later", which is read with "ago".
"""

from variorum.annotations.figure_numbers import NUMBER, any_of, read_number
from variorum.annotations.time_lexicon import (
    AMOUNT,
    ANY_UNIT,
    COMMA,
    DAY_PART,
    DAY_PARTS,
    MODIFIER,
    PART,
    SHIFTS,
    UNIT,
    UNIT_PLURAL,
    WEEKDAY,
    Match,
    Reading,
    TimeRule,
    load_words,
    make_rule,
    part_name,
    unit_name,
    weekday_number,
)
from variorum.schema.times import TimeValue

_DAYS: dict[str, int] = load_words()["days"]
_REFERENCES: dict[str, str] = load_words()["references"]
_FEASTS: dict[str, list[int]] = load_words()["feasts"]
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
    if match["article"] and number and not part and unit == "year":
        bound = "since" if number < 0 else "until"
        return "DATE", TimeValue(timex=UNIT_TIMEX[unit], unit=unit, shift=number, direction=direction, bound=bound)
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
    number = "X" if amount is None else str(int(amount)) if amount == int(amount) else f"{amount:g}"
    return f"PT{number}{code[1]}" if code[0] == "T" else f"P{number}{code}"


def _type_of(unit: str) -> str:
    """Times counted in hours are no dates."""
    return "TIME" if unit in ("hour", "minute", "second") else "DATE"


def _ago(match: Match) -> Reading | None:
    amount, unit, when = amount_of(match["amount"]), unit_name(match["unit"]), match["when"].lower()
    whole = amount is not None and amount == int(amount) and unit not in ("minute", "second", "weekend")
    steps = int(amount) * (2 if match["unit"].lower().startswith("fortnight") else 1) if whole and amount else None
    if when not in ("ago", "from now", "from today", "hence"):
        sign = -1 if when in ("earlier", "before") else 1
        offset = sign * steps if steps is not None and unit != "hour" else None
        night = amount == 1 and match["unit"].lower() == "night"
        timex = UNIT_TIMEX[unit] + ("TNI" if night else "")
        return "TIME" if night else _type_of(unit), TimeValue(timex=timex, unit=unit, offset=offset)
    sign = -1 if when == "ago" else 1
    if steps is None:
        return "DATE", TimeValue(timex="PAST_REF" if sign < 0 else "FUTURE_REF", direction=_direction(sign))
    value = TimeValue(timex=UNIT_TIMEX[unit], unit=unit, shift=sign * steps, direction=_direction(sign))
    return _type_of(unit), value


def _half_ago(match: Match) -> Reading | None:
    """Read "two and a half years ago", "a year and a half ago", in the next smaller unit where that is whole."""
    amount, unit = amount_of(match["amount"]), unit_name(match["unit"])
    if amount is None or unit != "year":
        return "DATE", TimeValue(timex="PAST_REF", direction="past")
    months = round((amount + 0.5) * 12)
    return "DATE", TimeValue(timex=UNIT_TIMEX["month"], unit="month", shift=-months, direction="past")


def _vague_ago(match: Match) -> Reading:
    """Read "years ago", "thousands of years ago"; "days later" hangs on another time and says no length."""
    if match["when"].lower() == "ago":
        return "DATE", TimeValue(timex="PAST_REF", direction="past")
    unit = unit_name(match["unit"])
    return _type_of(unit), TimeValue(timex=UNIT_TIMEX[unit])


def _overnight(_match: Match) -> Reading:
    """The night before or after the day of writing; which of them the tense tells (`OVERNIGHT` hours)."""
    return "TIME", TimeValue(timex="XXXX-XX-XXTNI", unit="hour", shift=0)


def _reference(match: Match) -> Reading:
    timex = _REFERENCES[" ".join(match["word"].lower().split())]
    return "DATE", TimeValue(timex=timex, direction={"PAST_REF": "past", "FUTURE_REF": "future"}.get(timex))


def _named_day(match: Match) -> Reading:
    month, day = _NAMED[" ".join(match["word"].lower().replace("’", "'").split())]
    year = int(match["year"]) if match["year"] else None
    return "DATE", TimeValue(timex=f"{year or 'XXXX'}-{month:02d}-{day:02d}", year=year, month=month, day=day)


def _feast(match: Match) -> Reading:
    feast = _FEASTS[" ".join(match["word"].lower().split())]
    year = int(match["year"]) if match["year"] else None
    shift = SHIFTS[match["shift"].lower()] if match["shift"] else None
    direction = _direction(shift)
    return "DATE", TimeValue(
        timex=f"{year or 'XXXX'}-XX-XX", year=year, feast=tuple(feast), shift=shift, direction=direction
    )


_NAMED_DAY = any_of(_NAMED).replace("'", "['’]")

RULES: tuple[TimeRule, ...] = (
    make_rule(
        "weekday",
        "weekday",
        rf"{_EARLY}(?:(?P<shift>this past|this coming|last|past|this|next|coming) +)?(?P<weekday>{WEEKDAY})(?P<plural>s)?"
        rf"(?: +(?P<day_part>{DAY_PART}))?(?:{COMMA} +(?:of +)?(?P<week>last|this|next) week)?",
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
        "unit_shift",
        "unit",
        rf"(?:{PART})?(?P<article>the +)?(?P<shift>this past|this coming|last|past|previous|this|current|next|coming|upcoming|(?<!the )(?<!\w)the) +"
        rf"(?:fiscal +)?(?P<unit>{UNIT})(?: +or +so)?",
        _unit_shift,
    ),
    make_rule(
        "unit_end",
        "unit",
        r"(?:(?P<mid>mid)-?(?P<unit>week|month|year)|(?P<unit2>year|month|week)(?: ?['’]s +|-| )end)",
        _unit_end,
    ),
    make_rule(
        "ago",
        "unit",
        rf"(?:over +|{MODIFIER})(?P<amount>{AMOUNT})(?:(?: to | or | ?[-–] ?)(?P<last>{NUMBER}))?(?: +|-)(?:full +|whole +|short +|more +)?(?P<unit>{ANY_UNIT})(?: +or +(?:so|two|more))? +(?P<when>ago|earlier|later|before|afterwards?|from now|from today|hence)",
        _ago,
    ),
    make_rule(
        "half_ago",
        "quarter",
        rf"{MODIFIER}(?P<amount>{NUMBER})[- ]+and[- ]+a[- ]+half[- ]+(?P<unit>{UNIT_PLURAL}) +ago",
        _half_ago,
    ),
    make_rule(
        "half_ago",
        "quarter",
        rf"{MODIFIER}(?P<amount>an?|{NUMBER}) +(?P<unit>{ANY_UNIT}) +and +a +half +ago",
        _half_ago,
    ),
    make_rule(
        "vague_ago",
        "unit",
        rf"(?:(?:tens|dozens|scores|hundreds|thousands) +of +)?(?P<unit>{UNIT_PLURAL}) +(?P<when>ago|earlier|later)",
        _vague_ago,
    ),
    make_rule("overnight", "word", r"overnight", _overnight),
    make_rule("reference", "word", rf"(?P<word>{any_of(_REFERENCES)})", _reference),
    make_rule(
        "feast",
        "word",
        rf"(?:(?P<shift>last|this|next) +)?(?P<word>{any_of(_FEASTS)})(?:{COMMA} +(?P<year>(?:19|20)\d\d))?",
        _feast,
    ),
    make_rule("named_day", "word", rf"(?P<word>{_NAMED_DAY})(?:{COMMA} +(?P<year>(?:19|20)\d\d))?", _named_day),
)
