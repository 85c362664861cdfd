"""When a report was published, by all that it and its container say: weighed, narrowed, and what is not followed kept.

The most trusted statement is taken; others that can hold beside it narrow it (an address's month, a dateline's day);
those that cannot are kept as contradicting. A change or a crawl bounds publication from above only.
Refused here: days of the text's own words, which are resolved over the annotations.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from variorum.reports.dates.dayfirst import settle_by_bounds, settle_by_style
from variorum.reports.identity.trust import rank_date
from variorum.reports.lexicon import load_furniture
from variorum.reports.lines import Clue
from variorum.reports.dates.moments import read_moment, time_of
from variorum.schema.dates import UNKNOWN, Bounds, between, intersect, on_day
from variorum.schema.reports import DateEvidence

_SLACK = {"dateline": 2, "file name": 1}
"""Days by which a day may miss the chosen one and still agree: a dateline says when it was written, a file's name may
follow another zone's clock."""

_ADDRESS_DAYS = timedelta(days=1)
"""An address may hold another zone's day, or that of the printed paper: of 100 reports of a corpus with a day in their
address 11 were published one day before or after it, one at another time, the others on it."""
_YEAR = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """What the evidence comes to: bounds and times, the basis in plain words, each piece with its verdict."""

    published: Bounds = UNKNOWN
    basis: str | None = None
    published_time: str | None = None
    updated: Bounds = UNKNOWN
    updated_time: str | None = None
    evidence: tuple[DateEvidence, ...] = ()


def weigh_dates(clues: Sequence[Clue], text: str) -> Dating:
    """Weigh a report's clues about time.

    Args:
        clues: of any kind, in order of trust within one basis.
        text: the report's words: how it writes other dates settles 02/11/2022.
    """
    said = sorted(_of_kind(clues, "published"), key=lambda clue: rank_date(clue.basis))
    pieces = [_piece(clue, "published", clue.bounds) for clue in _settled(said, text)]
    pieces = [*pieces, *_year_less(clues, _narrow(pieces)[0])]
    pieces.extend(_piece(clue, "updated", between(None, clue.bounds.high)) for clue in _of_kind(clues, "updated"))
    pieces.extend(_piece(clue, "seen", between(None, clue.bounds.high)) for clue in _of_kind(clues, "seen"))
    bounds, judged = _narrow(pieces)
    changed = _last_change(clues)
    return Dating(
        published=bounds,
        basis=_basis(judged),
        published_time=_time_on(judged, bounds),
        updated=changed.bounds if changed else UNKNOWN,
        updated_time=time_of(changed) if changed else None,
        evidence=judged,
    )


def complete_moment(clue: Clue) -> Clue:
    """Read the words of a clue about time that came without bounds; one that holds no day stays without."""
    if clue.kind not in ("published", "updated", "seen") or clue.bounds != UNKNOWN:
        return clue
    bounds, time = read_moment(clue.value)
    return replace(clue, bounds=bounds, time=clue.time or time) if bounds else clue


def contradictions(dating: Dating) -> Iterator[DateEvidence]:
    """Statements of publication that cannot hold beside what was chosen; a file's name alone contradicts nobody."""
    for piece in dating.evidence:
        if piece.verdict == "contradicts" and piece.role == "published" and piece.basis != "file name":
            yield piece


def _of_kind(clues: Sequence[Clue], kind: str) -> Iterator[Clue]:
    return (clue for clue in clues if clue.kind == kind and clue.bounds != UNKNOWN)


def _piece(clue: Clue, role: str, bounds: Bounds) -> DateEvidence:
    if clue.basis == "address" and bounds.low and bounds.low == bounds.high:
        bounds = between(bounds.low - _ADDRESS_DAYS, bounds.low + _ADDRESS_DAYS)
    return DateEvidence(role=role, basis=clue.basis, words=clue.value, bounds=bounds, time=time_of(clue))


def _settled(said: Sequence[Clue], text: str) -> Iterator[Clue]:
    """Settle days of two readings: by the other statements, else by how the report writes its dates."""
    for clue in said:
        others = [other.bounds for other in said if other is not clue]
        settled = settle_by_bounds(clue, others)
        yield settled if clue.basis == "reports.tsv" else settle_by_style(settled, text)


def _narrow(pieces: Sequence[DateEvidence]) -> tuple[Bounds, tuple[DateEvidence, ...]]:
    """Take the first piece, and of each further one what it narrows. Bounds of publication, and verdicts in order."""
    bounds = UNKNOWN
    judged = []
    for piece in pieces:
        both = intersect(bounds, piece.bounds)
        if both is None:
            near = _days_apart(bounds, piece.bounds) <= _SLACK.get(piece.basis, 0)
            judged.append(replace(piece, verdict="agrees" if near else "contradicts"))
        elif (both.low, both.high) != (bounds.low, bounds.high):
            judged.append(replace(piece, verdict="used"))
            bounds = both
        else:
            judged.append(replace(piece, verdict="agrees"))
    return bounds, tuple(judged)


def _days_apart(one: Bounds, two: Bounds) -> int:
    """Days between two bounds that do not meet."""
    gaps = [
        (later.low - earlier.high).days
        for earlier, later in ((one, two), (two, one))
        if earlier.high and later.low and later.low > earlier.high
    ]
    return max(gaps, default=0)


def _basis(judged: Sequence[DateEvidence]) -> str | None:
    used = [piece for piece in judged if piece.verdict == "used"]
    return " and ".join(dict.fromkeys(_in_words(piece) for piece in used)) or None


def _in_words(piece: DateEvidence) -> str:
    """A basis in plain words, which say where it bounds from one side only."""
    if piece.bounds.low is None:
        return f"no later than its {piece.basis}"
    return piece.basis if piece.bounds.high else f"no earlier than its {piece.basis}"


def _time_on(judged: Sequence[DateEvidence], bounds: Bounds) -> str | None:
    """The first time of day that is stated of the day of publication."""
    day = bounds.low.isoformat() if bounds.low and bounds.low == bounds.high else None
    stated = (piece.time for piece in judged if piece.role == "published" and piece.time)
    return next((time for time in stated if day and time.startswith(day)), None)


def _last_change(clues: Sequence[Clue]) -> Clue | None:
    """The latest change that the most trusted basis states."""
    changes = list(_of_kind(clues, "updated"))
    best = min((rank_date(clue.basis) for clue in changes), default=0)
    trusted = [clue for clue in changes if rank_date(clue.basis) == best]
    return max(trusted, key=lambda clue: (clue.bounds.high or date.min, time_of(clue) or ""), default=None)


@cache
def _day_and_month() -> re.Pattern[str]:
    month = "(?P<{}>" + "|".join(re.escape(name) for name, _ in load_furniture().months) + r")\b\.?"
    return re.compile(
        rf"\b(?:{month.format('m1')}\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\.?\s+{month.format('m2')})(?!\d)",
        re.IGNORECASE,
    )


def _year_less(clues: Sequence[Clue], known: Bounds) -> Iterator[DateEvidence]:
    """The day of a dateline without a year, where the other evidence leaves one year that it can be of."""
    if known.days is None or known.days > _YEAR or any(c.basis == "dateline" for c in _of_kind(clues, "published")):
        return
    for clue in clues:
        match = _day_and_month().search(clue.value) if clue.kind == "dateline" else None
        days = _days_near(match, known) if match else []
        if match and len(days) == 1:
            yield DateEvidence(role="published", basis="dateline", words=match[0], bounds=on_day(days[0]))


def _days_near(match: re.Match[str], known: Bounds) -> list[date]:
    """The days of that name within the bounds; where there are none, the nearest within half a year."""
    if known.low is None or known.high is None:
        return []
    month = dict(load_furniture().months)[(match["m1"] or match["m2"]).casefold()]
    days = [
        day
        for year in range(known.low.year - 1, known.high.year + 2)
        if (day := _day_of(year, month, int(match["d1"] or match["d2"])))
    ]
    inside = [day for day in days if known.low <= day <= known.high]
    half = timedelta(days=_YEAR // 2)
    near = [day for day in days if known.low - half <= day <= known.high + half]
    return inside or (near if len(near) == 1 else [])


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
