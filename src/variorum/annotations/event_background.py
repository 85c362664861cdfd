"""Background beside the day's news: what a report dates to another month or year, however near its head it tells it."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotations.event_chains import clash
from variorum.schema.annotations import EventMention, TimeMention
from variorum.schema.times import TimeValue


def mark_background(events: Sequence[EventMention], times: Sequence[TimeMention]) -> tuple[EventMention, ...]:
    """Take the mark of the day's news from events of another time than the first news that has a day.

    "X and Y met on Monday. They fought a war in 1995": only the meeting is the news. A report whose news has no day of
    its own is left as it is. A year is said where it is not the report's own.
    """
    days = (times[e.time].value for e in events if e.main and e.left_out is None and e.time is not None)
    news = next((day for day in days if _has_day(day)), None)
    if news is None:
        return tuple(events)
    return tuple(replace(e, main=False) if _is_apart(e, news, times) else e for e in events)


def _has_day(value: TimeValue) -> bool:
    return value.day is not None or value.weekday is not None or value.unit == "day"


def _is_apart(event: EventMention, news: TimeValue, times: Sequence[TimeMention]) -> bool:
    value = times[event.time].value if event.time is not None else None
    if value is None or _has_day(value) or (value.year or value.month) is None:
        return False
    return clash(value, news) or (value.year is not None and news.year is None)
