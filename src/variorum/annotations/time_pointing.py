"""Rules for times that hang on another time of the text: "that day", "the following month", "the latest quarter".

They say how many units away from it they lie (`TimeValue.offset`); `time_anchors` finds what they hang on.
"""

from variorum.annotations.time_lexicon import (
    DAY_PART,
    DAY_PARTS,
    POINTERS,
    POINTING,
    UNIT,
    YEAR,
    Match,
    Reading,
    TimeRule,
    make_rule,
    said,
    unit_name,
)
from variorum.annotations.time_relative import UNIT_TIMEX, duration_timex
from variorum.schema.times import TimeValue


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


def _same_period(match: Match) -> Reading:
    """Read "the same period last year": the part of another year that answers to the one told of."""
    year = match["year"]
    if year:
        return "DATE", TimeValue(timex=year, year=int(year))
    return "DATE", TimeValue(timex="XXXX", unit="year", shift=-1, direction="past")


def _then(_match: Match) -> Reading:
    """Read "since then", "until then": the time told before."""
    return "DATE", TimeValue(timex="XXXX-XX-XX", offset=0)


def _day_beside(match: Match) -> Reading:
    """Read "the day after the vote": a time that hangs on what follows."""
    unit = unit_name(match["unit"])
    return "DATE", TimeValue(timex=UNIT_TIMEX[unit])


def _other_part(match: Match) -> Reading:
    """Read "the following evening": a part of some day that hangs on another time."""
    code = DAY_PARTS[match["day_part"].lower()]
    return "TIME", TimeValue(timex=f"XXXX-XX-XXT{code}", unit="day", offset=_pointed(match["point"]))


def _part_of_day(match: Match) -> Reading:
    """Read "the night of" before a day, "mid-afternoon", "dawn": a part of a day that is said beside it, if at all."""
    return "TIME", TimeValue(timex=f"XXXX-XX-XXT{DAY_PARTS[' '.join(match['day_part'].lower().split())]}")


RULES: tuple[TimeRule, ...] = (
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
    make_rule("part_of_day", "word", r"(?<=\bin )the +(?P<day_part>morning|afternoon|evening)", _part_of_day),
    make_rule("part_of_day", "word", r"(?:mid-?|early +|late +)(?P<day_part>morning|afternoon|evening)", _part_of_day),
    make_rule(
        "other_unit",
        "unit",
        rf"(?:(?:earlier|later) +(?=that))?(?P<point>that|the same|the following|the next|the previous|the preceding) +(?:very +)?(?P<unit>{UNIT})",
        _other_unit,
    ),
    make_rule(
        "year_back",
        "unit",
        r"(?:the +year-(?:ago|earlier) +(?P<unit>period|quarter|month|week)|year-(?:ago|earlier))",
        _year_back,
    ),
    make_rule("latest", "unit", r"the +(?:latest|most +recent) +(?P<unit>quarter|month|week|year)", _latest),
    make_rule("in_question", "quarter", r"the +(?:latest|most +recent) +(?P<unit>period)", _in_question),
    make_rule("in_question", "unit", r"the +(?P<unit>quarter|month|week)(?= +end(?:ed|ing))", _in_question),
    make_rule(
        "in_question",
        "quarter",
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
        "day_beside",
        "unit",
        r"the +(?P<unit>day|week|month|year)(?= +(?:after|before|following) +(?!and\b|or\b)\w)",
        _day_beside,
    ),
    make_rule(
        "same_period",
        "quarter",
        rf"the +(?:same|corresponding|comparable) +(?:period|quarter) +(?:(?:of|in) +)?(?:last +year|a +year +(?:ago|earlier|before)|(?P<year>{YEAR}))",
        _same_period,
    ),
    make_rule("same_period", "quarter", r"last +year ?['’]s +(?:quarter|period)(?P<year>)", _same_period),
    make_rule("same_period", "quarter", rf"the +(?P<year>{YEAR}) +(?:period|quarter)", _same_period),
    make_rule("then", "word", r"(?:(?<=\bsince )|(?<=\buntil )|(?<=\bby ))then", _then),
)
