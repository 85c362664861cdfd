"""Rules for times of the clock, with their zones."""

from variorum.annotations.figure_numbers import any_of, load_words as load_numbers, read_number
from variorum.annotations.time_lexicon import Match, Reading, TimeRule, load_words, make_rule, said
from variorum.schema.times import TimeValue

_ZONES: dict[str, str] = load_words()["zones"]
_ZONE_SAID = rf"(?: ?,)? ?(?P<zone>{any_of(_ZONES)})(?: ?(?P<off>[+-]\d{{1,2}})(?::?(?P<off_minute>[0-5]\d))?)?"
_ZONE = f"(?:{_ZONE_SAID})?"


def _clock(match: Match) -> Reading | None:
    said_hour = match["hour"]
    hour = int(said_hour) if said_hour.isdigit() else int(read_number(said_hour) or 0)
    minute = int(said(match, "minute") or 0)
    half = _half(match, hour)
    if hour > (12 if half else 24) or minute > 59:
        return None
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    return "TIME", clock_value(f"{hour:02d}:{minute:02d}", _zone(match))


def _half(match: Match, hour: int) -> str:
    """Read "am" or "pm" as said, or from "in the morning", "at night"; "" where neither is."""
    half, when = said(match, "half"), said(match, "when")
    if half:
        return half.lower().replace(".", "")
    if not when or hour > 12:
        return ""
    early = when.lower().endswith("morning") or (when.lower().endswith("night") and hour % 12 < 6)
    return "am" if early else "pm"


def _zone(match: Match) -> str | None:
    """What the zone said stands off UTC; None where none is said or its name is that of several."""
    if not match["zone"]:
        return None
    if match["off"]:
        sign, hours = match["off"][0], int(match["off"][1:])
        return f"{sign}{hours:02d}:{match['off_minute'] or '00'}" if hours <= 14 else None
    return _ZONES[" ".join(match["zone"].lower().split())] or None


def _midday(match: Match) -> Reading:
    return "TIME", clock_value("24:00" if match["word"].lower() == "midnight" else "12:00", _zone(match))


def clock_value(clock: str, zone: str | None = None) -> TimeValue:
    """A time of the clock on a day that is not said."""
    return TimeValue(timex=f"XXXX-XX-XXT{clock}", zone=zone)


_HALF = r"(?P<half>[ap]\.m\b\.?|[ap]m\b)"
_ABOUT = r"(?:(?:about|around|approximately|roughly) +)?"

_HOUR_WORD = any_of([word for word, value in load_numbers()["digits"].items() if 0 < value <= 12])
_WHEN = r"(?P<when> +in +the +(?:morning|afternoon|evening)| +at +night)?"

RULES: tuple[TimeRule, ...] = (
    make_rule("clock", "clock", rf"{_ABOUT}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?{_HALF}{_ZONE}", _clock),
    make_rule(
        "clock", "clock", rf"{_ABOUT}(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?{_WHEN}{_ZONE}", _clock
    ),
    make_rule("clock", "clock", rf"{_ABOUT}(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) ?(?:hrs|hours){_ZONE}", _clock),
    make_rule("clock", "clock", rf"{_ABOUT}(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d){_ZONE_SAID}", _clock),
    make_rule("clock", "clock", rf"{_ABOUT}(?P<hour>\d{{1,2}}|{_HOUR_WORD}) ?o ?['’] ?clock{_WHEN}{_ZONE}", _clock),
    make_rule("midday", "word", rf"{_ABOUT}(?P<word>noon|midnight|midday){_ZONE}", _midday),
)
