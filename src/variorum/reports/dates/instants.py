"""Instants as machines write them (ISO 8601, RFC 2822, seconds since 1970), read as clues with their day.

The day is the one of the zone that is written: a report of 23:30 in New York is of that day there.
"""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from variorum.reports.lines import Clue
from variorum.reports.dates.stamps import parse_date
from variorum.schema.dates import UNKNOWN, Bounds, between, on_day

_YEARS = range(1800, 2200)
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d{6})?Z?")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?")
_MILLISECONDS = re.compile(r"\d{12,13}")


def date_clue(kind: str, value: object, basis: str) -> Clue | None:
    """Read a date or time as a clue.

    Args:
        kind: published, updated or seen; what was seen on a day was published on it or before.
        value: words, a number of seconds or milliseconds since 1970, or a datetime.

    Returns:
        A clue whose value is ISO 8601 with its zone where one is given, else the words; None for what is no date.
    """
    words = value.isoformat() if isinstance(value, datetime) else " ".join(str(value or "").split())
    moment = _moment(words)
    bounds = on_day(moment.date()) if moment else parse_date(words)
    if bounds is None or bounds == UNKNOWN:
        return None
    shown = moment.isoformat() if moment else words
    bounds = _by(bounds) if kind == "seen" else bounds
    return Clue(kind=kind, value=shown, basis=basis, bounds=bounds, time=shown if moment else None)


def _by(bounds: Bounds) -> Bounds:
    return between(None, bounds.high)


def _moment(words: str) -> datetime | None:
    try:
        moment = _read_moment(words)
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None
    return moment if moment and moment.year in _YEARS else None


def _read_moment(words: str) -> datetime | None:
    if _STAMP.fullmatch(words):
        return datetime.fromisoformat(re.sub(r"\s*(?:UTC|GMT)$", "+00:00", words))
    if _MILLISECONDS.fullmatch(words):
        return datetime.fromtimestamp(int(words) / 1000, UTC)
    if _SECONDS.fullmatch(words):
        return datetime.fromtimestamp(float(words), UTC)
    compact = _COMPACT.fullmatch(words)
    if compact:
        clock = compact[4] or "000000"
        return datetime.strptime("".join(compact.group(1, 2, 3)) + clock + "+0000", "%Y%m%d%H%M%S%z")
    return parsedate_to_datetime(words) if "," in words or ":" in words else None
