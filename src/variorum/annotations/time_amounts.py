"""Rules for durations and repeated times.

Ages of people are no times here, nor is "a day" or "a year" without a word that makes it a measure.
"""

from variorum.annotations.figure_numbers import NUMBER, any_of
from variorum.annotations.time_lexicon import (
    ANY_UNIT,
    HYPHEN,
    MODIFIER,
    MONTHS,
    SEASON,
    SEASON_CODES,
    SEASON_NAMES,
    UNIT,
    UNIT_PLURAL,
    VAGUE,
    WEEKDAYS,
    Match,
    Reading,
    TimeRule,
    load_words,
    make_rule,
    unit_name,
)
from variorum.annotations.time_relative import amount_of, duration_timex, span_value
from variorum.schema.times import TimeValue

_FREQUENCIES: dict[str, str] = load_words()["frequencies"]
_EXTRA = r"(?:(?:more|further|full|whole|straight|consecutive|successive|trading|working|business|calendar|additional|long) +)?"


def _timex(unit_text: str, amount: float | None) -> str:
    if unit_text.lower().startswith("fortnight") and amount is not None:
        amount *= 2
    return duration_timex(unit_name(unit_text), amount)


def _duration(match: Match) -> Reading | None:
    amount = amount_of(match["amount"])
    return "DURATION", TimeValue(timex=_timex(match["unit"], amount))


def _and_half(match: Match) -> Reading | None:
    """Read "two and a half years", "a year and a half"."""
    amount = amount_of(match["amount"])
    return None if amount is None else ("DURATION", TimeValue(timex=_timex(match["unit"], amount + 0.5)))


def _several(match: Match) -> Reading | None:
    """Read "10, 15 or 20 years", "two to three weeks": from the first number to the last."""
    first, last = amount_of(match["amount"]), amount_of(match["last"])
    if first is None or last is None:
        return None
    until = TimeValue(timex=_timex(match["unit"], last))
    return "DURATION", TimeValue(timex=_timex(match["unit"], first), until=until)


def _unmeasured(match: Match) -> Reading:
    return "DURATION", TimeValue(timex=_timex(match["unit"], None))


def _long(match: Match) -> Reading:
    """Read "decades-old" has no number, "decade-long" and "weeklong" have one."""
    return "DURATION", TimeValue(timex=_timex(match["unit"], None if match["plural"] else 1))


_VAGUE_STRETCHES = {"recent": "PAST_REF", "past": "PAST_REF", "coming": "FUTURE_REF"}
"""Stretches of years without a number are no measure but a reference."""


def _stretch(match: Match) -> Reading | None:
    """Read "the past eight months", "the next two weeks", "recent years", "the first nine months"."""
    which, unit = match["which"].lower(), unit_name(match["unit"])
    amount = amount_of(match["last"] or match["amount"]) if match["amount"] else None
    if not match["amount"] and unit in ("quarter", "year", "decade", "century") and which in _VAGUE_STRETCHES:
        reference = _VAGUE_STRETCHES[which]
        return "DATE", TimeValue(timex=reference, direction="past" if reference == "PAST_REF" else "future")
    timex = TimeValue(timex=_timex(match["unit"], amount))
    if match.string.startswith(" of ", match.end()):
        return ("DURATION", timex) if match["amount"] else None
    if which in ("past", "last", "recent"):
        return "DURATION", span_value(unit, amount, -1, "past")
    if which in ("next", "coming"):
        return "DURATION", span_value(unit, amount, 1, "future")
    return ("DURATION", timex) if match["amount"] else None


def _unmeasured_time(_match: Match) -> Reading:
    return "DURATION", TimeValue(timex="PXX")


_PARTS_OF_CENTURY = {"quarter": 25, "half": 50}


def _part_of_century(match: Match) -> Reading:
    """Read "a quarter-century", "half a century" in years."""
    years = _PARTS_OF_CENTURY[match["size"].lower()] * (amount_of(match["amount"] or "a") or 1)
    return "DURATION", TimeValue(timex=duration_timex("year", years))


def _every(match: Match) -> Reading:
    word = match["word"].lower().rstrip(".")
    step = amount_of(match["amount"]) if match["amount"] else 2.0 if match["other"] else 1.0
    if word in WEEKDAYS:
        timex = f"XXXX-WXX-{WEEKDAYS[word]}"
    elif word in MONTHS:
        timex = f"XXXX-{MONTHS[word]:02d}"
    elif word in SEASON_NAMES:
        timex = f"XXXX-{SEASON_CODES[SEASON_NAMES[word]]}"
    elif word in ("morning", "afternoon", "evening"):
        timex = "P1D"
    else:
        timex = _timex(word, step)
    return "SET", TimeValue(timex=timex)


def _frequency(match: Match) -> Reading:
    return "SET", TimeValue(timex=_FREQUENCIES[" ".join(match["word"].lower().split())])


def _rate(match: Match) -> Reading:
    return "SET", TimeValue(timex=_timex(match["unit"], 1.0))


RULES: tuple[TimeRule, ...] = (
    make_rule(
        "duration_list",
        "unit",
        rf"{MODIFIER}(?P<amount>{NUMBER})(?:(?:, ?{NUMBER}){{0,3}},?(?: to | or | and | ?[-–] ?)(?P<last>{NUMBER}))[ -]{_EXTRA}(?P<unit>{ANY_UNIT})",
        _several,
    ),
    make_rule(
        "duration_half",
        "quarter",
        rf"{MODIFIER}(?P<amount>{NUMBER})[- ]+and[- ]+a[- ]+half[- ]+{_EXTRA}(?P<unit>{UNIT_PLURAL})",
        _and_half,
    ),
    make_rule(
        "duration_half",
        "quarter",
        rf"{MODIFIER}(?P<amount>{NUMBER}|an?) +(?P<unit>{ANY_UNIT}) +and +a +half",
        _and_half,
    ),
    make_rule(
        "duration",
        "unit",
        rf"(?:an?|the|this|that) +(?P<amount>{NUMBER}|{VAGUE}){HYPHEN}(?P<unit>{UNIT}) +(?:period|span|stretch)",
        _duration,
    ),
    make_rule(
        "duration",
        "unit",
        rf"(?:the +)?{MODIFIER}(?P<amount>{NUMBER}|a couple of|{VAGUE}|half an?) +{_EXTRA}(?P<unit>{ANY_UNIT})(?: +or so)?",
        _duration,
    ),
    make_rule(
        "duration",
        "unit",
        rf"{MODIFIER}(?P<amount>{NUMBER}|a couple of|{VAGUE}){HYPHEN}(?P<unit>{ANY_UNIT})(?:{HYPHEN}(?:old|long))?",
        _duration,
    ),
    make_rule(
        "duration_one",
        "unit",
        rf"(?:over +|{MODIFIER})(?P<amount>an?) +{_EXTRA}(?P<unit>{UNIT})(?: +or +(?:so|two|more))?",
        _duration,
    ),
    make_rule(
        "part_of_century",
        "century",
        rf"{MODIFIER}(?:(?P<amount>an?|{NUMBER}) +)?(?P<size>quarter|half)(?:(?: +|-| - )|(?: +of)? +a +)century",
        _part_of_century,
    ),
    make_rule("unmeasured", "word", rf"(?P<word>{any_of(load_words()['unmeasured']['words'])})", _unmeasured_time),
    make_rule("duration_vague", "unit", rf"(?:(?<=\bover )the +)?(?P<unit>{UNIT_PLURAL})", _unmeasured),
    make_rule(
        "duration_long",
        "unit",
        r"(?P<unit>(?:year|month|week|day|decade|hour|century)(?P<plural>s)?)(?:-| - )?(?:old|long)",
        _long,
    ),
    make_rule(
        "stretch",
        "unit",
        rf"(?:(?:the|these) +)?{MODIFIER}(?P<which>past|last|next|coming|recent|first|final|latest|following|previous) +(?:(?P<amount>{NUMBER}|few|several|couple of|many)(?: to (?P<last>{NUMBER}))? +)?{_EXTRA}(?P<unit>{UNIT_PLURAL})(?: +or so)?",
        _stretch,
    ),
    make_rule(
        "every",
        "every",
        rf"(?:every|each) +(?:fiscal +)?(?:(?P<other>other) +|(?P<amount>{NUMBER}) +)?(?P<word>{ANY_UNIT}|{SEASON}|morning|afternoon|evening|{any_of(load_words()['weekdays'])}|{any_of(load_words()['months'])})",
        _every,
    ),
    make_rule("frequency", "word", rf"(?P<word>{any_of(_FREQUENCIES)})", _frequency),
    make_rule("rate", "unit", r"per +(?P<unit>year|month|week|day|hour|minute)", _rate),
    make_rule(
        "times_in",
        "unit",
        rf"(?:{NUMBER}|{VAGUE}) +times +(?:an?|per|each|every) +(?P<unit>year|month|week|day|hour)",
        _rate,
    ),
    make_rule("rate_of", "unit", r"an? +(?P<unit>year|month|week|day|hour)", _rate),
)
