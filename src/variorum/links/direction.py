"""Which of two reports had the words first, as far as dates, times and sizes tell."""

from datetime import UTC, date, datetime

from variorum.schema.reports import Report

Rank = tuple[bool, date, bool, datetime, int, str]

NEARLY_ALL = 0.8
"""Share of a report's words from which all of it stands in another."""

CLEARLY_MORE = 1.5
"""Times as many words as the report that it contains: then it is the fuller report, the other an extract."""

_LAST = datetime.max.replace(tzinfo=UTC)


def rank(report: Report) -> Rank:
    """An order in which no report stands before one that is known to be earlier; the longer first where none is."""
    time = time_of(report)
    high = report.published.high
    return high is None, high or date.max, time is None, time or _LAST, -len(report.text), report.report_id


def time_of(report: Report) -> datetime | None:
    """The moment of publication, or None where it is not given with its zone."""
    try:
        time = datetime.fromisoformat(report.published_time or "")
    except ValueError:
        return None
    return time.astimezone(UTC) if time.tzinfo else None


def precedes(one: Report, two: Report) -> bool:
    """True where a report was surely published before another: on an earlier day, or earlier on the same one."""
    high, low = one.published.high, two.published.low
    if high is not None and low is not None and high < low:
        return True
    first, second = time_of(one), time_of(two)
    if first is None or second is None or one.published != two.published:
        return False
    return first < second


def contains(whole: int, part: int, shared: int) -> bool:
    """True where a report of `part` words is an extract of one of `whole` words, `shared` of them being alike."""
    return shared >= NEARLY_ALL * part and whole >= CLEARLY_MORE * part
