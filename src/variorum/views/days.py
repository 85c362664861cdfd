"""Days, months and bounds in plain words, and no more exact than they are known."""

import re
from datetime import date, timedelta
from typing import Any

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
UNDATED = "undated"


def as_day(value: Any) -> date | None:
    """A day from what a record holds (a date, ISO text or null)."""
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value)[:10])


def show_bounds(edtf: str | None, low: Any, high: Any) -> str:
    """Say when something was, as far as known.

    Args:
        edtf: EDTF text or null; it may say more than the bounds ("XXXX-05").
        low: first possible day, or null.
        high: last possible day, or null.
    """
    first, last = as_day(low), as_day(high)
    if first and last:
        return _closed(first, last, edtf)
    month = re.fullmatch(r"XXXX-(\d\d)", edtf or "")
    if (first or last) and month and 1 <= int(month.group(1)) <= 12:
        name, year = MONTHS[int(month.group(1)) - 1], (first or last or date.min).year
        return f"{name}, {year} or {'later' if first else 'earlier'}"
    if first:
        return f"{_day(first)} or later"
    if last:
        return f"{_day(last)} or earlier"
    return _partial(edtf)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _closed(first: date, last: date, edtf: str | None) -> str:
    season = re.fullmatch(r"(\d{4})-(2[1-4])", edtf or "")
    if season:
        return f"{SEASONS[season.group(2)]} {season.group(1)}"
    if first == last:
        return _day(first)
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} – {last.year}"
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _partial(edtf: str | None) -> str:
    weekday = re.fullmatch(r"[X\d]{4}-WXX-([1-7])", edtf or "")
    if weekday:
        return f"a {WEEKDAYS[int(weekday.group(1)) - 1]}, {UNDATED}"
    month = re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?", edtf or "")
    if month and 1 <= int(month.group(1)) <= 12:
        day = f"{int(month.group(2))} " if month.group(2) else ""
        return f"{day}{MONTHS[int(month.group(1)) - 1]}, year unknown"
    return UNDATED


def show_edtf(text: str) -> str:
    """EDTF text in words: a day, month, season, year, or an interval of them; other text as it is."""
    low, slash, high = text.partition("/")
    if slash:
        if high in ("", ".."):
            return f"{show_edtf(low)} or later"
        return f"{show_edtf(high)} or earlier" if low in ("", "..") else f"{show_edtf(low)} – {show_edtf(high)}"
    if "X" in text:
        return _partial(text)
    parts = [int(part) for part in text.split("-") if part.isdigit()]
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text) or len(parts) == 1:
        return text
    if len(parts) == 2:
        season = SEASONS.get(text[5:])
        return f"{season or (MONTHS[parts[1] - 1] if 1 <= parts[1] <= 12 else parts[1])} {parts[0]}"
    return f"{parts[2]} {MONTHS[parts[1] - 1]} {parts[0]}" if 1 <= parts[1] <= 12 else text
