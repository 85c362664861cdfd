"""TIMEX3 values of times on a day of publication: one reading each, the usual one in the news.

Source: TIMEX3 (TimeML 1.2.1).
"""

from dataclasses import replace
from datetime import date

from variorum.schema.dates import Bounds
from variorum.schema.named_units import counted_from, units_on
from variorum.schema.times import TimeValue

_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_SAME_DAY = 12
"""Hours ago that are usually of the day of publication."""


def timex_on(value: TimeValue, published: date | None) -> str:
    """The TIMEX3 value on a day of publication; as the words have it where that is not known or not needed.

    Without direction a day, month or quarter of the year is the nearest one, anything else the past one, as usual in
    the news.
    """
    head, mark, clock = value.timex.partition("T")
    if value.grain is None or head.startswith("P") or value.timex.endswith("_REF"):
        return value.timex
    if value.absolute and not (value.hangs or value.feast):
        return value.timex
    found = _usual(value, published)
    if found is None or found.low is None:
        return value.timex
    same_day = value.grain == "hour" and -_SAME_DAY < (value.shift or 0) < 0
    return _timex_of(value, found.high if same_day and found.high else found.low) + mark + clock


def _usual(value: TimeValue, published: date | None) -> Bounds | None:
    """The one unit that is usually meant in the news where neither words nor tense say past or future."""
    if value.base is not None and value.hangs:
        base = _usual(value.base.until or value.base, published)
        return counted_from(base.high, value) if base and base.high else None
    nearest = value.month or value.feast or (value.season and value.season[0] == "Q")
    value = value if nearest else replace(value, direction=value.direction or "past")
    told = value.weekday if value.day else None
    found = [one for one in units_on(value, published) if one.low and told in (None, one.low.isoweekday())]
    if published is None:
        return found[0] if found else None
    return min(found, key=lambda one: abs(((one.low or published) - published).days), default=None)


def _timex_of(value: TimeValue, low: date) -> str:
    match value.grain:
        case "day" | "hour":
            return low.isoformat()
        case "week" | "weekend":
            iso = low.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if value.grain == "weekend" else "")
        case "month":
            return f"{low.year:04d}-{low.month:02d}"
        case "quarter":
            return f"{low.year:04d}-Q{(low.month + 2) // 3}"
        case "half":
            return f"{low.year:04d}-H{1 if low.month < 7 else 2}"
        case "decade":
            return f"{low.year // 10:03d}"
        case "century":
            return f"{low.year // 100:02d}"
        case "season":
            return f"{low.year:04d}-{_CODES[value.season or 'spring']}"
    return f"{low.year:04d}"
