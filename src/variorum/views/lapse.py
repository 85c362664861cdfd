"""How much later one report was published than another, in plain words and no more exact than known."""

from datetime import datetime

from variorum.views.catalogue import Row
from variorum.views.days import as_day

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def later_by(first: Row | None, second: Row | None) -> str:
    """ "two days later", "three hours later"; "later" where the bounds allow no number."""
    if first is None or second is None:
        return "later"
    minutes = _minutes(first["published_time"], second["published_time"])
    if minutes is not None and 0 < minutes < 24 * 60:
        return _counted(minutes, "minute") if minutes < 90 else _counted(round(minutes / 60), "hour")
    days = _days(first, second)
    return "on the same day, later" if days == 0 else _counted(days, "day") if days and days > 0 else "later"


def say_number(number: int, noun: str) -> str:
    """ "two days", "14 days"."""
    word = NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)
    return f"{word} {noun}{'' if number == 1 else 's'}"


def _counted(number: int, noun: str) -> str:
    return f"{say_number(number, noun)} later"


def _days(first: Row, second: Row) -> int | None:
    """Whole days between two reports whose days are known, else None."""
    days = [{as_day(row[f"published_{end}"]) for end in ("low", "high")} for row in (first, second)]
    (one, *more), (other, *others) = days
    if more or others or one is None or other is None:
        return None
    return (other - one).days


def _minutes(first: str | None, second: str | None) -> int | None:
    """Minutes between two times as stated; None where one is missing, cannot be read, or only one has a zone."""
    try:
        start, end = (datetime.fromisoformat(text or "") for text in (first, second))
    except ValueError:
        return None
    if (start.tzinfo is None) != (end.tzinfo is None):
        return None
    return int((end - start).total_seconds() // 60)
