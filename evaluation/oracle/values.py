"""Values that reports state, in the words of the press: days and counts, exact, bounded, rounded or vague.

Each value has its words and what they leave possible. The bounds are the oracle's own reading of plain English.
"""

import random
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.schema.times import TimeValue

INFINITE = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A day or a longer time as said. lead: the preposition with its space; low, high: what the words leave possible."""

    lead: str
    words: str
    low: date
    high: date
    meaning: TimeValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number as said. low, high: what the words leave possible; best: the number said, if any."""

    words: str
    low: float
    high: float
    best: float | None
    qualifier: str


def say_day(day: date, published: date, rng: random.Random, *, loose: bool = False) -> Days:
    """Put a day in words as a report of some day would. loose: no closer than a week or a month."""
    if loose and day <= published:
        return _loosely(day, published, rng)
    gap = (published - day).days
    ways = ["day_month", "month_day"]
    ways += ["weekday"] * 3 if -6 <= gap <= 6 and gap != 0 else []
    ways += ["next_to"] if abs(gap) == 1 else []
    ways += ["full"] if abs(gap) > 6 else []
    return _said(rng.choice(ways), day, published)


def _said(way: str, day: date, published: date) -> Days:
    gap = (published - day).days
    direction = "past" if gap >= 0 else "future"
    month = f"{day:%B}"
    if way == "weekday":
        week = day.isoweekday()
        value = TimeValue(timex=f"XXXX-WXX-{week}", weekday=week, direction=direction)
        return _exact("on ", f"{day:%A}", day, value)
    if way == "next_to":
        value = TimeValue(timex=day.isoformat(), unit="day", shift=-gap)
        return _exact("", "yesterday" if gap == 1 else "tomorrow", day, value)
    if way == "full":
        value = TimeValue(timex=day.isoformat(), year=day.year, month=day.month, day=day.day)
        return _exact("on ", f"{day.day} {month} {day.year}", day, value)
    value = TimeValue(timex=f"XXXX-{day:%m-%d}", month=day.month, day=day.day, direction=direction)
    return _exact("on ", f"{day.day} {month}" if way == "day_month" else f"{month} {day.day}", day, value)


def _exact(lead: str, words: str, day: date, value: TimeValue) -> Days:
    return Days(lead=lead, words=words, low=day, high=day, meaning=value)


def _loosely(day: date, published: date, rng: random.Random) -> Days:
    """As "last week", "earlier this month" or a month's name; a day of this week is said exactly."""
    monday = published - timedelta(days=published.isoweekday() - 1)
    last = monday - timedelta(days=7)
    first = day.replace(day=1)
    if last <= day < monday and rng.random() < 0.6:
        value = TimeValue(timex="P1W", unit="week", shift=-1, direction="past")
        return Days(lead="", words="last week", low=last, high=monday - timedelta(days=1), meaning=value)
    if day >= monday:
        return say_day(day, published, rng)
    if first == published.replace(day=1):
        value = TimeValue(timex=f"{day:%Y-%m}", unit="month", shift=0, part="earlier", direction="past")
        return Days(lead="", words="earlier this month", low=first, high=published, meaning=value)
    value = TimeValue(timex=f"XXXX-{day:%m}", month=day.month, direction="past")
    end = day.replace(day=monthrange(day.year, day.month)[1])
    return Days(lead="in ", words=f"{day:%B}", low=first, high=end, meaning=value)


SMALL = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
SPELLED = 100
"""Numbers below are spelled out where they open a sentence."""


def spell(n: int) -> str:
    """A number below a hundred in words."""
    if n < len(SMALL):
        return SMALL[n]
    return TENS[n // 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")


def figures(n: int, *, first: bool) -> str:
    """A number as style guides want it: in words below ten, and below a hundred where it opens a sentence."""
    return spell(n) if n < 10 or (first and n < SPELLED) else f"{n:,}"


QUALIFIED = ("exact", "exact", "exact", "exact", "at_least", "more_than", "about", "collective")


def say_count(n: int, rng: random.Random, *, loose: bool | None = None) -> Count:
    """Choose how a true number is said. loose: False for the exact number, True never exact, None as it comes."""
    ways = QUALIFIED if loose is None else ("exact",) if not loose else QUALIFIED[4:]
    way = rng.choice(ways)
    tens = max(10, n // 10 * 10)
    rounded = round(n, -1) if n < 1000 else round(n, -2)
    if way == "at_least":
        return Count(words="at least {}", low=n, high=INFINITE, best=n, qualifier=way)
    if way == "more_than" and n > tens:
        return Count(words="more than {}", low=tens, high=INFINITE, best=tens, qualifier=way)
    if way == "about" and n >= 20 and abs(rounded - n) <= 0.09 * rounded:
        words = rng.choice(("about {}", "around {}", "some {}"))
        return Count(words=words, low=0.9 * rounded, high=1.1 * rounded, best=rounded, qualifier=way)
    if way == "collective" and n >= 24:
        name, least = ("thousands", 2000) if n >= 2000 else ("hundreds", 200) if n >= 200 else ("dozens", 24)
        return Count(words=name, low=least, high=INFINITE, best=None, qualifier=name)
    return Count(words="{}", low=n, high=n, best=n, qualifier="exact")


def word_count(count: Count, *, first: bool) -> str:
    """A count's words with its number, as they stand in a sentence or open it."""
    if count.best is None:
        return count.words
    return count.words.format(figures(int(count.best), first=first and count.words == "{}"))
