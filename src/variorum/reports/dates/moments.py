"""Moments in words: the first day that they name and, where one stands beside it, the time of day with its zone.

The zone is kept as stated. Marks that name several zones ("IST", "ET") give a time without one: it is never guessed.
"""

import re
from functools import cache

from variorum.reports.lexicon import load_furniture
from variorum.reports.lines import Clue
from variorum.reports.dates.stamps import FoundDate, find_date
from variorum.schema.dates import Bounds

_ZONES = {
    "z": "Z",
    "gmt": "+00:00",
    "utc": "+00:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "trt": "+03:00",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "hkt": "+08:00",
    "aest": "+10:00",
    "aedt": "+11:00",
    "nzst": "+12:00",
    "nzdt": "+13:00",
}
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?\s*"
    r"(?:(?P<half>[ap])\.?m\b\.?)?\s*\(?"
    r"(?:(?:GMT|UTC)?(?P<sign>[+-])(?P<zh>\d{1,2}):?(?P<zm>[0-5]\d)?(?!\d)|(?P<zone>[A-Z]{1,4})\b)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?P<day>(?:19|20)\d{6})T?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?(?P<z>Z?)"
)
_NEAR = 24


def read_moment(words: str) -> tuple[Bounds | None, str | None]:
    """Read the first day in some words, and the time of day that stands beside it.

    Returns:
        Bounds of the day, or None; and ISO 8601 "2022-10-31T18:05:00+04:00" as far as stated, or None.
    """
    compact = _COMPACT.fullmatch(words.strip())
    if compact:
        day = compact["day"]
        words = f"{day[:4]}-{day[4:6]}-{day[6:]}T{compact['hour']}:{compact['minute']}{compact['z']}"
    found = find_date(words)
    if found is None or found.bounds is None:
        return None, None
    return found.bounds, time_beside(words, found)


def time_beside(words: str, found: FoundDate) -> str | None:
    """The time of day that some words state of a day found in them, as ISO 8601; None where there is none."""
    low, high = (found.bounds.low, found.bounds.high) if found.bounds else (None, None)
    clock = _find_clock(words, found.start, found.end) if low and low == high else None
    return f"{low.isoformat()}T{clock}" if low and clock else None


def _find_clock(words: str, start: int, end: int) -> str | None:
    """The time of day within a date's own words, right after them, or right before."""
    inside = _CLOCK.search(words, start + 10) if re.match(r"\d{4}-\d\d-\d\d[T ]", words[start:]) else None
    after = inside or _CLOCK.search(words, end, end + _NEAR + 12)
    if after and after.start() - end <= _NEAR and not _another_day(words, end, after.start()):
        return _iso_clock(after)
    before = list(_CLOCK.finditer(words, max(0, start - _NEAR), start))
    beside = before and not words[before[-1].end() : start].strip(" ,|–-")
    return _iso_clock(before[-1]) if beside else None


def _another_day(words: str, start: int, end: int) -> bool:
    """True where a digit or another label stands between a day and a time: it is another moment's."""
    between = words[start : max(start, end)].casefold()
    return any(char.isdigit() for char in between) or any(label in between for label in _labels())


@cache
def _labels() -> tuple[str, ...]:
    known = load_furniture()
    return tuple(word for word in (*known.published, *known.updated) if len(word) > 4)


def _iso_clock(match: re.Match[str]) -> str | None:
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].casefold() == "p" else 0)
    second = f":{match['second']}" if match["second"] else ""
    return f"{hour:02d}:{match['minute']}{second}{_zone(match)}"


def _zone(match: re.Match[str]) -> str:
    if match["sign"]:
        hours = int(match["zh"])
        return f"{match['sign']}{hours:02d}:{match['zm'] or '00'}" if hours <= 14 else ""
    return _ZONES.get((match["zone"] or "").casefold(), "")


def time_of(clue: Clue) -> str | None:
    """The time of day that a clue states: its own field, else what its words hold."""
    return clue.time or read_moment(clue.value)[1]
