"""Versions: one report that its source published more than once, with what it changed (versions.v2).

A later version is not a second witness: only the current one is read for what it tells. Two reports are versions of one
where they have the same source and

- the same address (a page for telephones or an AMP page has that of the page it stands for), and a third of the
  shorter one's sentences in common, or one of them retracts what the other told; or
- the same headline, and half of the shorter one's sentences in common; or
- nine tenths of each other's sentences in common;

and where the last two hold, no more than `MOST_DAYS` days between them. Reports of no known source are versions of
one only at one address; another outlet's reprint is none, whatever address its page names as canonical. A sentence is the same where its letters and digits are.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from variorum.links.clusters import cluster
from variorum.schema.dates import Bounds
from variorum.schema.linked import Version
from variorum.schema.reports import Report

AT_ONE_ADDRESS = 1 / 3
UNDER_ONE_HEADLINE = 0.5
ALL_BUT_ALL = 0.9
"""Shares of sentences in common, 0 to 1."""

MOST_DAYS = 3
"""Days between two versions where no address ties them. Outlets amend a report within days; the same words a week
later are a new report that uses old ones."""

MOST_SHARERS = 50
"""Reports. A sentence that more reports of one source have is a set phrase and brings no two together."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"’')]*\s+|\n")
_SHOWN_HOW = re.compile(
    r"^https?://(?:(?:www\d?|m|mobile|amp)\.(?=[^/]+\.))?|(?<=[^/]/)amp/(?=.)|/amp(?=/?$|/?\?)|\.amp(?=\.html?\b|$)"
    r"|[?&](?:amp(?:=1|=true)?|outputType=amp)$|/$",
    re.IGNORECASE,
)
"""Parts of an address that only say how its page is shown: scheme, host for telephones, AMP, a last slash."""

_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What of a report is compared: its folded sentences, headline, source and address, and whether it retracts."""

    report: Report
    sentences: frozenset[str]
    title: str
    source: str
    address: str
    retracts: bool


def find_versions(reports: Sequence[Report]) -> tuple[Version, ...]:
    """Find the reports that are versions of one, in order of time.

    Args:
        reports: those that were read, in any order.

    Returns:
        A row for each report that has another version, in order of id; the current one has no `superseded_by`.
        Where nothing tells which came later, the longer one does.
    """
    told = {r.report_id: _tell(r) for r in sorted(reports, key=lambda r: r.report_id)}
    reasons = {
        (left, right): reason
        for left, right in sorted(_candidates(told.values()))
        if (reason := _one_report(told[left], told[right])) is not None
    }
    of_report: dict[str, set[str]] = defaultdict(set)
    for (left, _), reason in reasons.items():
        of_report[left].add(reason)
    groups = [group for group in cluster(told, list(reasons)) if len(group) > 1]
    rows = [row for group in groups for row in _in_order([told[r].report for r in group], of_report)]
    return tuple(sorted(rows, key=lambda v: v.report_id))


def superseded(versions: Iterable[Version]) -> dict[str, str]:
    """The current version's report id for each report id that a later version replaced."""
    following = {v.report_id: v.superseded_by for v in versions}
    found = {}
    for report_id, next_one in following.items():
        current = next_one
        while current is not None:
            found[report_id] = current
            current = following[current]
    return found


def _tell(report: Report) -> _Told:
    sentences = (_folded(part) for part in _SENTENCE_END.split(report.text))
    return _Told(
        report=report,
        sentences=frozenset(s for s in sentences if len(s) > 20),
        title=_folded(report.title or ""),
        source=_folded(report.source or report.domain or ""),
        address=_SHOWN_HOW.sub("", report.url or ""),
        retracts=any(part.kind == "retraction" for part in report.parts),
    )


def _folded(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))


def _candidates(told: Iterable[_Told]) -> Iterator[tuple[str, str]]:
    """Pairs of one source, or one address, that share an address, a headline or a sentence."""
    holders: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for one in told:
        for key in _keys(one):
            holders[key].append(one.report.report_id)
    pairs = {pair for sharers in holders.values() if len(sharers) <= MOST_SHARERS for pair in _pairs(sharers)}
    yield from pairs


def _keys(one: _Told) -> Iterator[tuple[str, str, str]]:
    if one.address:
        yield "address", "", one.address
    if one.source:
        yield from (("sentence", one.source, sentence) for sentence in one.sentences)
        if one.title:
            yield "title", one.source, one.title


def _pairs(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    ordered = sorted(set(ids))
    for i, left in enumerate(ordered):
        yield from ((left, right) for right in ordered[i + 1 :])


def _one_report(one: _Told, two: _Told) -> str | None:
    """Why two reports are versions of one, in plain words; None where they are not."""
    common = len(one.sentences & two.sentences)
    shorter, longer = sorted((len(one.sentences), len(two.sentences)))
    if one.source and two.source and one.source != two.source:
        return None
    at_one_address = bool(one.address) and one.address == two.address
    if at_one_address and one.retracts != two.retracts:
        return "the same address, and a retraction there"
    if not shorter:
        return None
    if at_one_address and common >= AT_ONE_ADDRESS * shorter:
        return "the same address"
    if not one.source or not two.source or _apart(one.report.published, two.report.published):
        return None
    if one.title and one.title == two.title and common >= UNDER_ONE_HEADLINE * shorter:
        return "the same source and headline"
    return "the same source and nearly the same words" if common >= ALL_BUT_ALL * longer else None


def _apart(one: Bounds, two: Bounds) -> bool:
    """True where two publications are certainly more than a few days apart."""
    gaps = [(two.low, one.high), (one.low, two.high)]
    return any(low is not None and high is not None and (low - high).days > MOST_DAYS for low, high in gaps)


def _in_order(reports: Sequence[Report], reasons: Mapping[str, set[str]]) -> Iterator[Version]:
    ordered = sorted(reports, key=_moment)
    why = sorted({reason for report in ordered for reason in reasons.get(report.report_id, ())})
    unsure = any(_moment(a)[:2] == _moment(b)[:2] for a, b in pairwise(ordered))
    basis = ", ".join(why) + ("; which came later is not known, the longer one is taken" if unsure else "")
    for place, report in enumerate(ordered):
        following = ordered[place + 1].report_id if place + 1 < len(ordered) else None
        first = ordered[0].report_id
        yield Version(report_id=report.report_id, version_of=first, superseded_by=following, basis=basis)


def _moment(report: Report) -> tuple[date, str, int, str]:
    """When a version was made: its last change, else its publication, else the day by which it was seen."""
    days = (report.updated.low, report.updated.high, report.published.low, report.published.high)
    day = next((d for d in days if d is not None), date.min)
    time = report.updated_time or (report.published_time if report.updated.low is None else None) or ""
    return day, time, len(report.text), report.report_id
