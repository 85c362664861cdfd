"""Rules for dates of the calendar: days, months, seasons, quarters, years, decades and centuries.

They read the words only; whether "May" is a month and "2000" a year is judged in `time_context`.
"""

from variorum.annotations.figure_numbers import any_of, load_words as load_numbers, read_number
from variorum.annotations.time_lexicon import (
    COMMA,
    DAY,
    MONTH,
    ORDINAL,
    ORDINAL_END,
    ORDINALS,
    PART,
    SEASON,
    SEASON_CODES,
    SEASON_NAMES,
    SHIFTS,
    WEEKDAY_ANY,
    YEAR,
    Match,
    Reading,
    TimeRule,
    load_words,
    make_rule,
    month_number,
    part_name,
    weekday_number,
)
from variorum.schema.times import TimeValue

_DASH = r" ?(?:-|–|—) ?"
_TO = rf"(?:{_DASH}| to | through | until )"
_DECADES: dict[str, int] = load_words()["decades"]
_OF_YEAR = rf"(?:{COMMA} +(?:fiscal +(?:year +)?)?(?P<year>{YEAR})(?![,.]?\d)| +(?:of +)?(?P<near>last|this|next) year(?!'|’))?"
_OF_YEAR_SAID = rf"(?:{COMMA} +(?P<year>{YEAR})(?![,.]?\d))?"
_TENS = any_of([word for word, value in load_numbers()["digits"].items() if 10 <= value < 100])
_ONES = any_of([word for word, value in load_numbers()["digits"].items() if 0 < value < 10])


def date_value(year: int | None, month: int, day: int, weekday: int | None = None) -> TimeValue:
    """A day of the calendar, its year perhaps unsaid."""
    said = f"{year:04d}" if year else "XXXX"
    return TimeValue(timex=f"{said}-{month:02d}-{day:02d}", year=year, month=month, day=day, weekday=weekday)


def _ordinal(text: str) -> int:
    return int(text[0]) if text[0].isdigit() else ORDINALS[text.lower()]


def _century_of(short: str) -> int:
    """The year of two digits, within fifty years of 2000 or before it."""
    return int(short) + (2000 if int(short) < 50 else 1900)


def _numeric_short(match: Match) -> Reading | None:
    """A date with a year of two digits: day first, with strokes only where one number must be the day."""
    one, two, year = int(match["one"]), int(match["two"]), _century_of(match["short"])
    if match["mark"] == "/" and one <= 12 and two <= 12 and one != two:
        return "DATE", TimeValue(timex=f"{year}-XX-XX", year=year)
    if match["mark"] == "/" and two > 12:
        one, two = two, one
    return ("DATE", date_value(year, two, one)) if two <= 12 else None


def _day_short(match: Match) -> Reading:
    return "DATE", date_value(_century_of(match["short"]), month_number(match["month"]), int(match["day"]))


def _night_to(match: Match) -> Reading:
    """Read "the night to 13 September": from the evening before to that morning."""
    month, day, year = month_number(match["month"]), int(match["day"]), _year(match)
    last = date_value(year, month, day)
    if day == 1:
        return "DATE", last
    first = date_value(year, month, day - 1)
    return "DATE", TimeValue(timex=first.timex, year=year, month=month, day=day - 1, until=last)


def _bare_day(match: Match) -> Reading:
    """Read "on the 13th": a day whose month is said elsewhere."""
    return "DATE", TimeValue(timex=f"XXXX-XX-{int(match['day']):02d}")


def _year(match: Match) -> int | None:
    return int(match["year"]) if match["year"] else None


def _iso(match: Match) -> Reading:
    return "DATE", date_value(int(match["year"]), int(match["month"]), int(match["day"]))


def _numeric(match: Match) -> Reading | None:
    """Day first with full stops; with strokes only where one number must be the day."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if match["mark"] == "/" and one <= 12 and two <= 12 and one != two:
        return "DATE", TimeValue(timex=f"{year}-XX-XX", year=year)
    if match["mark"] == "/" and two > 12:
        one, two = two, one
    return ("DATE", date_value(year, two, one)) if two <= 12 else None


def _near_year(match: Match, value: TimeValue) -> TimeValue:
    """Add "last year" to a month or day."""
    if not match["near"]:
        return value
    return TimeValue(
        timex=value.timex,
        month=value.month,
        day=value.day,
        part=value.part,
        season=value.season,
        unit="year",
        shift=SHIFTS[match["near"].lower()],
    )


def _day(match: Match) -> Reading:
    month, year = month_number(match["month"]), _year(match)
    first = date_value(year, month, int(match["day"]), weekday_number(match["weekday"]))
    if match["day2"] is None:
        return "DATE", _near_year(match, first)
    last = date_value(year, month, int(match["day2"]))
    return "DATE", TimeValue(
        timex=first.timex, year=year, month=month, day=first.day, weekday=first.weekday, until=last
    )


def _month(match: Match) -> Reading:
    month, year, part = month_number(match["month"]), _year(match), part_name(match["part"])
    timex = f"{year or 'XXXX'}-{month:02d}"
    shift = match["shift"].lower() if match["shift"] else None
    if shift:
        ahead = {"last": "past", "past": "past", "next": "future", "coming": "future"}.get(shift)
        unit = None if ahead else "year"
        value = TimeValue(timex=timex, month=month, part=part, direction=ahead, unit=unit, shift=SHIFTS[shift])
        return "DATE", value
    return "DATE", _near_year(match, TimeValue(timex=timex, year=year, month=month, part=part))


def _season(match: Match) -> Reading | None:
    season, year, part = SEASON_NAMES[match["season"].lower()], _year(match), part_name(match["part"])
    shift = SHIFTS.get(match["shift"].lower().split()[-1]) if match["shift"] else None
    timex = f"{year or 'XXXX'}-{SEASON_CODES[season]}"
    return "DATE", _near_year(match, TimeValue(timex=timex, year=year, season=season, part=part, shift=shift))


def _quarter(match: Match) -> Reading | None:
    number = _ordinal(match["ordinal"])
    half = match["size"].lower() == "half"
    if number > (2 if half else 4) or (half and not (match["year"] or match["near"] or match["before"])):
        return None
    season = f"{'H' if half else 'Q'}{number}"
    year = int(match["year"] or match["before"] or 0) or None
    return "DATE", _near_year(match, TimeValue(timex=f"{year or 'XXXX'}-{season}", year=year, season=season))


def _short_quarter(match: Match) -> Reading:
    """Read "Q3 2012", "2012 Q3", "4Q"."""
    season, year = f"Q{match['one'] or match['two']}", int(match["year"] or match["before"] or 0) or None
    return "DATE", TimeValue(timex=f"{year or 'XXXX'}-{season}", year=year, season=season)


_YEARS = SHIFTS | {"year-ago": -1, "year-earlier": -1}


def _quarter_of_near(match: Match) -> Reading | None:
    number, half = _ordinal(match["ordinal"]), match["size"].lower() == "half"
    if number > (2 if half else 4):
        return None
    season = f"{'H' if half else 'Q'}{number}"
    return "DATE", TimeValue(
        timex=f"XXXX-{season}", season=season, unit="year", shift=_YEARS.get(match["shift"].lower(), 0)
    )


def _in_year(match: Match) -> Reading:
    year = int(match["year"])
    return "DATE", TimeValue(timex=f"{year}", year=year, part=part_name(match["part"]))


def _years(match: Match) -> Reading | None:
    first = int(match["year"])
    last = int(match["year2"]) if len(match["year2"]) == 4 else first // 100 * 100 + int(match["year2"])
    if last <= first:
        return None
    return "DATE", TimeValue(timex=f"{first}", year=first, until=TimeValue(timex=f"{last}", year=last))


_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000, "two thousand": 2000}


def _spoken_year(match: Match) -> Reading | None:
    century, rest = " ".join(match["century"].lower().split()), read_number(match["rest"]) if match["rest"] else 0
    if rest is None:
        return None
    year = int(_CENTURIES[century] + rest)
    return "DATE", TimeValue(timex=f"{year}", year=year)


def _decade(match: Match) -> Reading:
    word = match["word"]
    if match["full"]:
        year = int(match["full"])
    else:
        short = _DECADES[word.lower()] if word else int(match["short"])
        year = 1900 + short if short >= 20 or word else 2000 + short
    return "DATE", TimeValue(timex=f"{year // 10}", year=year, unit="decade", part=part_name(match["part"]))


def _century(match: Match) -> Reading | None:
    text = match["number"].lower()
    number = ORDINALS[text] if text in ORDINALS else 21 if text == "twenty-first" else int(text[:-2])
    if not 2 <= number <= 30:
        return None
    year = 100 * (number - 1)
    return "DATE", TimeValue(timex=f"{number - 1:02d}", year=year, unit="century", part=part_name(match["part"]))


_WEEKDAY_FIRST = rf"(?:(?P<weekday>{WEEKDAY_ANY}){COMMA} +)?"
_QUARTER = rf"(?P<ordinal>{ORDINAL}|1st|2nd|3rd|4th)(?:[ -]| - )(?P<size>quarter|half)"

RULES: tuple[TimeRule, ...] = (
    make_rule("iso_date", "year", rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?:T[\d:.]+Z?)?", _iso),
    make_rule("iso_date", "year", rf"(?P<year>{YEAR})/(?P<month>0[1-9]|1[0-2])/(?P<day>[0-3]\d)", _iso),
    make_rule(
        "numeric_date", "year", rf"(?P<one>{DAY})(?P<mark>[./])(?P<two>{DAY})(?P=mark)(?P<year>{YEAR})", _numeric
    ),
    make_rule(
        "month_day",
        "month",
        rf"{_WEEKDAY_FIRST}(?P<month>{MONTH}) +(?:the +)?(?P<day>{DAY})(?![\d:.,]\d|\d|%){ORDINAL_END}"
        rf"(?:{_TO}(?P<day2>{DAY})(?!\d|[.,:]\d){ORDINAL_END}(?! +{MONTH}))?{_OF_YEAR}",
        _day,
    ),
    make_rule(
        "day_month",
        "month",
        rf"{_WEEKDAY_FIRST}(?:the +(?=\d+(?:st|nd|rd|th)))?(?<![\d.,:])(?<!\d-)(?P<day>{DAY}){ORDINAL_END}(?:(?:{_TO}| and )(?P<day2>{DAY}){ORDINAL_END})?"
        rf"(?: +(?:of +)?|-)(?P<month>{MONTH}){_OF_YEAR}",
        _day,
    ),
    make_rule(
        "night_to",
        "month",
        rf"the +night +(?:in)?to +(?:the +)?(?:(?P<day>{DAY}){ORDINAL_END} +(?:of +)?(?P<month>{MONTH})){_OF_YEAR_SAID}",
        _night_to,
    ),
    make_rule(
        "day_short",
        "month",
        rf"(?P<day>{DAY}){ORDINAL_END}[ -](?P<month>{MONTH})[ -](?:'|’)?(?P<short>\d\d)(?=[ ]?[-–—|:()\[\],;.]|[ ]*(?:\n|$))(?![,.]\d)",
        _day_short,
    ),
    make_rule(
        "numeric_short",
        "short_date",
        rf"(?P<one>{DAY})(?P<mark>[./])(?P<two>{DAY})(?P=mark)(?P<short>\d\d)(?![./]\d)",
        _numeric_short,
    ),
    make_rule(
        "bare_day",
        "ordinal",
        r"(?<=\bon )the +(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)(?! +(?:of|century|anniversary|birthday|day)\b)",
        _bare_day,
    ),
    make_rule("listed_day", "month", rf"(?<=[ ,])(?P<day>{DAY})(?:st|nd|rd|th)?", _bare_day),
    make_rule(
        "month",
        "month",
        rf"{PART}?(?:the month of +)?(?:(?P<shift>last|past|this|next|coming) +)?(?P<month>{MONTH})(?: +of(?= +\d))?{_OF_YEAR}",
        _month,
    ),
    make_rule(
        "season",
        "season",
        rf"(?:the +(?=early|mid|late))?{PART}?(?:(?P<shift>this past|last|past|this|next|coming|the(?! +\w+ +\d)) +)?(?P<season>{SEASON})(?: +of(?= +\d))?{_OF_YEAR}",
        _season,
    ),
    make_rule(
        "quarter",
        "quarter",
        rf"(?:(?:the|its) +(?!(?:fiscal )?{ORDINAL}(?:-| - )))?(?:fiscal[ -])?(?:(?P<before>{YEAR}) +)?{_QUARTER}(?: +of(?= +(?:\d|fiscal)))?{_OF_YEAR}",
        _quarter,
    ),
    make_rule("quarter", "quarter", rf"(?:the +)?{_QUARTER} +of +(?P<shift>the) +year", _quarter_of_near),
    make_rule(
        "short_quarter",
        "short_quarter",
        rf"(?:(?P<before>{YEAR}) +)?(?:Q(?P<one>[1-4])|(?P<two>[1-4])Q)(?:,? +(?:of +)?(?:FY ?)?(?P<year>{YEAR}))?",
        _short_quarter,
    ),
    make_rule("quarter", "quarter", rf"(?:the +)?(?P<shift>year-ago|year-earlier) +{_QUARTER}", _quarter_of_near),
    make_rule("quarter", "quarter", rf"(?P<shift>last|this|next) year ?(?:'|’)s +{_QUARTER}", _quarter_of_near),
    make_rule("years", "year", rf"(?P<year>{YEAR}) ?[-–/] ?(?P<year2>{YEAR}|\d\d)", _years),
    make_rule(
        "year", "year", rf"{PART}?(?:(?:the +)?year +|(?:the +)?fiscal +(?:year +)?|FY ?)?(?P<year>{YEAR})", _in_year
    ),
    make_rule(
        "spoken_year",
        "spoken",
        rf"(?:the year +)?(?P<century>eighteen|nineteen|twenty) (?P<rest>{_TENS}(?:[- ]{_ONES})?)",
        _spoken_year,
    ),
    make_rule(
        "spoken_year",
        "spoken",
        rf"the +year +(?P<century>two +thousand)(?: +and)?(?: +(?P<rest>{_TENS}(?:[- ]{_ONES})?|{_ONES}))?",
        _spoken_year,
    ),
    make_rule(
        "decade",
        "decade",
        rf"(?:the +(?!end|start|beginning|middle|close))?{PART}?(?:the +)?(?:(?P<full>(?:1[5-9]|20)\d0)(?:'|’)?s|(?:'|’|‘|(?<=\bthe ))(?P<short>[2-9]0)s|(?<=the )(?P<word>{any_of(_DECADES)}))",
        _decade,
    ),
    make_rule(
        "century",
        "century",
        rf"(?:{PART})?(?:the +)?(?P<number>\d{{1,2}}(?:st|nd|rd|th)|twenty-first|{ORDINAL})[ -]century",
        _century,
    ),
)

DAY_RULES = tuple(
    rule for rule in RULES if rule.name in ("iso_date", "numeric_date", "month_day", "day_month", "day_short")
)
"""Rules whose matches may name a day that no calendar has."""
