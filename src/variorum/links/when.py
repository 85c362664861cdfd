"""When it happened, compared: days that agree, how far others lie apart, and what a weekday or a month alone says."""

from functools import reduce

from variorum.links.kinds import may_be_begun
from variorum.schema.dates import Bounds, compatible, intersect
from variorum.schema.nodes import SETTLED, DatedTime, EventNode
from variorum.schema.times import TimeValue

MAX_PERIOD, LIKE = 190, 0.4
"""Days, and share of the longer of two periods that they have in common."""

MAX_DAYS = 400
"""Days. Dates wider than this say nothing of whether two events are one."""

OVERLAPS = ((3, "day"), (9, "week"), (62, "month"))
GAPS = ((1, "gap_1"), (3, "gap_3"), (10, "gap_10"), (31, "gap_month"))
"""Days up to which two dates lie apart, and the feature of it; farther is `gap_far`."""

MOVED = 10
"""Days by which what is planned is commonly put off."""

WIDE = ((MOVED, 0), (62, 10))
"""Days that a date spans, and how far apart from it another counts at least: a month that is over is over."""

CONTEXT_APART = 62
"""Days from which surroundings tell of other times."""

NARROW = 14
"""Days of surroundings that tell when something was, not only about when."""

SOON = 4
"""Days after which the press no longer tells a happening as the news of the day."""


def date_features(one: EventNode, two: EventNode) -> list[str]:
    """What the dates say, at most a few names; none where one has none."""
    ends = _ends(one, two)
    if ends is not None:
        return _of_ends(one, two, ends)
    if not compatible(one.date, two.date):
        return [_gap(one, two)]
    found = _overlap(one.date, two.date)
    if found == "day" and "inherited" in (one.date_basis, two.date_basis):
        return ["day_of_main"]
    if found:
        return [found]
    return [f for f in _parts(one, two) or [_context(one, two) or _told(one, two)] if f]


def dates_agree(one: EventNode, two: EventNode) -> bool:
    """True where both dates are known, overlap, and are together no wider than a year or so."""
    both = intersect(one.date, two.date)
    known = one.date.known and two.date.known
    return known and both is not None and both.days is not None and both.days <= MAX_DAYS


def named_alike(one: EventNode, two: EventNode) -> bool:
    """True where one names the day and month of the other, though its year is not known."""
    return any(
        _names_day_of(a.value, b.bounds) or _names_day_of(b.value, a.bounds) for a in one.times for b in two.times
    )


def _overlap(one: Bounds, two: Bounds) -> str:
    both = intersect(one, two)
    if both is None or both.days is None or not (one.known and two.known):
        return ""
    widest = max(one.days or 0, two.days or 0)
    found = next((name for most, name in OVERLAPS if widest <= most), "")
    if found:
        return found
    if widest <= MAX_PERIOD and both.days >= LIKE * widest:
        return "period"
    return "year" if widest <= MAX_DAYS else ""


def _ends(one: EventNode, two: EventNode) -> tuple[Bounds, Bounds] | None:
    """The days on which the same thing, or what is called as widely, began or ended; None where both are told whole.

    A thing's beginning may be told as the whole of it, but what comes after its first day may still be within it.
    """
    phases = [_open_phase(n) for n in (one, two)]
    if not any(phases) or {"begin", "end"} <= set(phases) or (None in phases and not may_be_begun(one, two)):
        return None
    mine, theirs = (n.date if p is None else _end_of(n) for n, p in zip((one, two), phases, strict=True))
    within = None in phases and compatible(one.date, two.date) and not compatible(mine, theirs)
    return None if within or not (mine.known and theirs.known) else (mine, theirs)


def _of_ends(one: EventNode, two: EventNode, ends: tuple[Bounds, Bounds]) -> list[str]:
    """What the days of a beginning or an end say: how narrowly they agree, or how far apart they lie.

    Reports differ by years in when a state of things began that each of them only looks back to.
    """
    if compatible(*ends):
        return [found for found in [_overlap(*ends)] if found]
    if _open_phase(one) and _open_phase(two):
        return ["other_start"]
    days = gap_between(*ends)
    return [next((name for most, name in GAPS if days <= most), "gap_far")]


def _open_phase(node: EventNode) -> str | None:
    """Which end alone is told of what lasts; None of what has a date of its own."""
    phases = {time.phase for time in node.times}
    return next(iter(phases)) if node.date.days is None and len(phases) == 1 else None


def _end_of(node: EventNode) -> Bounds:
    """The days that a node names as those of one end."""
    return reduce(lambda a, b: intersect(a, b) or a, (time.named for time in node.times))


def _gap(one: EventNode, two: EventNode) -> str:
    """How far apart; plans move, and the start of one state is told differently."""
    days = gap_between(one.date, two.date)
    planned = [n.realis not in SETTLED for n in (one, two)]
    if any(planned) and days <= MOVED:
        return "moved"
    if all(any(t.phase == "begin" for t in n.times) for n in (one, two)):
        return "other_start"
    if "inherited" in (one.date_basis, two.date_basis) and days <= MOVED:
        return "gap_of_main"
    widest = max(one.date.days or MAX_DAYS, two.date.days or MAX_DAYS)
    days = max(days, next((least for most, least in WIDE if widest <= most), MAX_DAYS))
    return next((name for most, name in GAPS if days <= most), "gap_far")


def gap_between(one: Bounds, two: Bounds) -> int:
    """Days between two dates that do not overlap; 0 where they do."""
    early, late = (one, two) if one.high and two.low and one.high < two.low else (two, one)
    return (late.low - early.high).days if late.low and early.high and late.low > early.high else 0


def _parts(one: EventNode, two: EventNode) -> list[str]:
    """What dates that are known in part say: the day's name, or another month or weekday."""
    if named_alike(one, two):
        return ["named_day"]
    if _next_day(one, two):
        return ["gap_1"]
    pairs = [(a, b) for a in one.times for b in two.times]
    if any(_parts_clash(a.value, b.value, b.bounds) or _parts_clash(b.value, a.value, a.bounds) for a, b in pairs):
        return ["other_part"]
    return ["weekday"] if _weekdays_fit(one, two) else []


def _context(one: EventNode, two: EventNode) -> str:
    """Whether the one's date fits the days that the other's surroundings allow, or those of both fit each other."""
    if one.date.edtf and two.date.edtf:
        return ""
    mine, theirs = (n.date if n.date.edtf else n.context for n in (one, two))
    if not (mine.known and theirs.known):
        return "background" if is_background(one) != is_background(two) and not (mine.edtf and theirs.edtf) else ""
    if compatible(mine, theirs):
        days = (one.date if one.date.known else two.date).days
        return "context" if days is not None and days <= 31 else ""
    gap = gap_between(mine, theirs)
    narrow = all(n.context.days is not None and n.context.days <= NARROW for n in (one, two) if not n.date.edtf)
    return "other_context" if gap > CONTEXT_APART else "off_context" if narrow and gap > MOVED else ""


def _told(one: EventNode, two: EventNode) -> str:
    """What publication says of what has no date: told as done before the other was, or in the days after it."""
    if (one.date.edtf and two.date.edtf) or is_background(one) or is_background(two):
        return ""
    if not one.date.edtf and not two.date.edtf:
        days = gap_between(one.published, two.published)
        together = one.published.known and two.published.known and days <= SOON
        return "told_together" if together else ""
    dated, loose = (one, two) if one.date.edtf else (two, one)
    if loose.published.high is None or dated.date.low is None or dated.date.high is None:
        return ""
    if loose.published.high < dated.date.low and loose.realis in SETTLED:
        return "told_before"
    return "told_after" if gap_between(loose.published, dated.date) <= SOON else ""


def is_background(node: EventNode) -> bool:
    """True of what is told beside a date that was long over: it is no news."""
    return not node.date.edtf and node.context.known and gap_between(node.context, node.published) > CONTEXT_APART


def _next_day(one: EventNode, two: EventNode) -> bool:
    """Weekdays that follow each other may be one day told differently."""
    mine, theirs = ({d for t in n.times if (d := _weekday(t)) is not None} for n in (one, two))
    named = any(t.value.weekday is not None for n in (one, two) for t in n.times)
    return named and not mine & theirs and any((a - b) % 7 in (1, 6) for a in mine for b in theirs)


def _parts_clash(value: TimeValue, other: TimeValue, known: Bounds) -> bool:
    """True where a month, day or weekday said in one cannot be the other's month, day or weekday."""
    for part in ("month", "weekday"):
        mine, theirs = getattr(value, part), getattr(other, part)
        if mine is not None and theirs is not None and mine != theirs:
            return True
    if known.days == 1 and known.low is not None:
        day = {"month": known.low.month, "day": known.low.day, "weekday": known.low.isoweekday()}
        return value.part is None and any(getattr(value, p) not in (None, day[p]) for p in day)
    if known.low is not None and known.high is not None and known.days is not None and known.days <= 31:
        return value.month not in (None, known.low.month, known.high.month)
    return False


def _weekdays_fit(one: EventNode, two: EventNode) -> bool:
    """True where one names a weekday that the other's known day is."""
    pairs = [(a.value, b.bounds) for a in one.times for b in two.times]
    pairs += [(b.value, a.bounds) for a in one.times for b in two.times]
    return any(
        v.weekday is not None and k.days == 1 and k.low is not None and v.weekday == k.low.isoweekday()
        for v, k in pairs
    )


def _weekday(time: DatedTime) -> int | None:
    """1 Monday to 7 Sunday: as said, or of the day that is known."""
    known = time.bounds.low if time.bounds.days == 1 else None
    return time.value.weekday if time.value.weekday is not None else known.isoweekday() if known else None


def _names_day_of(value: TimeValue, known: Bounds) -> bool:
    return (
        value.day is not None
        and known.days == 1
        and known.low is not None
        and (value.month, value.day) == (known.low.month, known.low.day)
    )
