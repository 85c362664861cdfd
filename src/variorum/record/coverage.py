"""Who states what and who leaves it out: report by event, and report by finding (coverage.v3).

A report older than an event could not know it, nor could one that came before anybody had said a thing; a report of
another process is not asked of an event, nor one that came out months from all that tell it; one of another story is not
asked of its findings. A short item is not blamed for what it leaves out: it has no row there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from variorum.record.values import Claim, Event, Finding
from variorum.schema.dates import Bounds
from variorum.schema.linked import Lineage, Support
from variorum.schema.reports import Span

Row = tuple[str, str, str]
"""report_id, subject_id, how."""

REACH = 62
"""Days. How far from the reports of an event others are asked of it: in a stream of years, what it had passed over by then."""

SHORT = 400
"""Code points. An item of some sixty words has room for its news only."""


class Calendar:
    """Reports by the days of their publication, numbered as by `date.toordinal`."""

    def __init__(self, reports: Sequence[str], published: Mapping[str, Bounds]) -> None:
        self._undated = [r for r in reports if not published[r].known]
        dated = ((b.low.toordinal(), b.high.toordinal(), r) for r in reports if (b := published[r]).low and b.high)
        self._dated = sorted(dated)
        self._firsts = [first for first, _, _ in self._dated]
        self._widest = max((last - first for first, last, _ in self._dated), default=0)

    def within(self, low: date | None, high: date | None) -> list[str]:
        """Those that may have come out in some days or within `REACH` of them; all where the days are open."""
        if low is None or high is None:
            return [*self._undated, *(r for _, _, r in self._dated)]
        least = low.toordinal() - REACH
        first, last = (
            bisect_left(self._firsts, least - self._widest),
            bisect_right(self._firsts, high.toordinal() + REACH),
        )
        return [*self._undated, *(r for _, end, r in self._dated[first:last] if end >= least)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """The reports that are asked. process_of, story_of: ids of each report; published: its days; lengths: of its text.

    copied: its passages that reproduce another report's.
    """

    process_of: Mapping[str, str]
    published: Mapping[str, Bounds]
    story_of: Mapping[str, str] = field(default_factory=dict)
    lengths: Mapping[str, int] = field(default_factory=dict)
    copied: Mapping[str, Sequence[Span]] = field(default_factory=dict)

    def is_short(self, report_id: str) -> bool:
        """True of an item that has no room for more than its news."""
        return self.lengths.get(report_id, SHORT) < SHORT

    def came_before(self, report_id: str, day: date | None) -> bool:
        """True where a report was surely out before a day."""
        published = self.published[report_id].high
        return day is not None and published is not None and published < day

    def asked_near(self, tellers: Collection[str], reports: Calendar) -> list[str]:
        """Those of some reports that came out near others, or on a day that nobody knows."""
        days = [self.published[r] for r in tellers]
        if not all(b.known for b in days):
            return reports.within(None, None)
        return reports.within(min(b.low for b in days if b.low), max(b.high for b in days if b.high))

    def grouped(self, groups: Mapping[str, str]) -> dict[str, list[str]]:
        """Reports by the group that they are in, in order of id."""
        found: dict[str, list[str]] = {}
        for report_id in sorted(groups):
            found.setdefault(groups[report_id], []).append(report_id)
        return found


def find_coverage(
    events: Sequence[Event], findings: Mapping[str, Sequence[Finding]], press: Press, lineage: Lineage
) -> tuple[Row, ...]:
    """Rows for every event against the reports of its process near it, and for its findings against those of its story.

    Args:
        findings: of each event id.
    """
    press = replace(press, copied=lineage.copied_spans())
    by_story = press.grouped(press.story_of)
    calendars = {p: Calendar(own, press.published) for p, own in press.grouped(press.process_of).items()}
    rows: list[Row] = []
    for event in events:
        tellers = {n.report_id for n in event.nodes}
        found = findings[event.event_id]
        against = {c.report_id for f in found for c in f.opposing}
        processes = {press.process_of[t] for t in tellers}
        asked = tellers.union(*(press.asked_near(tellers, calendars[p]) for p in processes))
        known = _first_day(event, tellers, press)
        told: dict[str, list[Support]] = {r: [] for r in tellers}
        for support in event.supports:
            told[support[0]].append(support)
        rows += _rows(Asked(subject=event.event_id, told=told, against=against, known=known), asked, press)
        near = {r for s in {press.story_of[t] for t in tellers if t in press.story_of} for r in by_story[s]}
        for finding in found:
            asked_of = _asked_of(finding, known, press)
            rows += _rows(asked_of, near | tellers | asked_of.told.keys(), press)
    return tuple(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What reports are asked of. told: the words of those that tell it; against: those that contradict it.

    known: the first day on which it could be known.
    """

    subject: str
    told: Mapping[str, Sequence[Support]]
    against: Collection[str]
    known: date | None


def _asked_of(finding: Finding, known: date | None, press: Press) -> Asked:
    """A finding could be known when its event could, and when somebody had told it."""
    claims: list[Claim] = [*finding.supporting, *finding.opposing]
    told: dict[str, list[Support]] = {}
    for claim in claims:
        told.setdefault(claim.report_id, []).extend(claim.grounds)
    first = _first_telling(told, press)
    latest = max((d for d in (known, first) if d is not None), default=None)
    against = {c.report_id for c in finding.opposing}
    return Asked(subject=finding.finding_id, told=told, against=against, known=latest)


def _rows(asked_of: Asked, reports: Collection[str], press: Press) -> list[Row]:
    """Rows of one subject: of each report what it does with it."""
    rows = []
    for report_id in sorted(reports):
        if report_id in asked_of.against:
            how = "contradicts"
        elif report_id in asked_of.told:
            copies = _only_copies(asked_of.told[report_id], press.copied.get(report_id, ()))
            how = "copies" if copies else "states"
        elif press.came_before(report_id, asked_of.known):
            how = "could_not_know"
        elif press.is_short(report_id):
            continue
        else:
            how = "omits"
        rows.append((report_id, asked_of.subject, how))
    return rows


def _first_telling(tellers: Collection[str], press: Press) -> date | None:
    """The first day on which one of some reports may have been out; None where nothing bounds that."""
    days = [press.published[r].low for r in tellers]
    return min((d for d in days if d is not None), default=None) if None not in days else None


def _first_day(event: Event, tellers: Collection[str], press: Press) -> date | None:
    """The day of an event; of one whose day nobody tells, and of one that is planned, that of the first report of it."""
    first = _first_telling(tellers, press)
    if event.date.low is None or event.realis == "planned":
        return first
    return min(event.date.low, first) if first is not None else event.date.low


def _only_copies(supports: Sequence[Support], copied: Sequence[Span]) -> bool:
    """True where all that a report says of it stands in passages that reproduce another report's."""
    return all(any(passage.overlaps(span) for passage in copied) for _, span in supports)
