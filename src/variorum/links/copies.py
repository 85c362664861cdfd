"""Who copied whom: passages of one report that reproduce a passage of another, and where their words come from.

A passage is a sentence. Two sentences are one passage where most of their words are the same in
the same order. Words inside quotation marks don't count: two outlets that quote one public
statement share its words and copy nothing of each other.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Indel

from variorum.config import Config
from variorum.links.clusters import cluster
from variorum.schema.ids import mint
from variorum.schema.linked import Copy, Lineage, Origin
from variorum.schema.reports import Report, Span

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_QUOTED = re.compile(r"[“\"«„][^“”\"»]*[”\"»“]")
SHINGLE = 3
"""Words in a row that two sentences must share to be compared at all."""

MAX_SHARERS = 60
"""Sentences. A run of words that more share is a set phrase, not a trace of copying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence with the words that count for copying."""

    report_id: str
    span: Span
    words: tuple[str, ...]


def words_of(text: str) -> tuple[str, ...]:
    """Lower-cased words outside quotation marks."""
    return tuple(word.lower() for word in _WORD.findall(_QUOTED.sub(" ", text)))


def find_lineage(
    reports: Sequence[Report],
    sentences: Mapping[str, Sequence[Span]],
    *,
    config: Config,
    agencies: frozenset[str] = frozenset(),
) -> Lineage:
    """Find copied passages among reports and name their origins.

    Args:
        sentences: of each report, its sentences in text order.
        agencies: folded names of news agencies; a credit to one outranks a credit to an outlet.

    Returns:
        Copies in order of report and offset. Every report has an origin: what it credits, or itself, presumed.
    """
    passages = [
        Passage(report_id=report.report_id, span=span, words=words)
        for report in reports
        for span in sentences.get(report.report_id, ())
        if len(words := words_of(report.text[span.start : span.end])) >= config.copy_min_words
    ]
    pairs = [
        (i, j, score)
        for i, j in _candidates(passages)
        if (score := _similarity(passages[i], passages[j])) >= config.copy_similarity
    ]
    groups = cluster(range(len(passages)), [(i, j) for i, j, _ in pairs])
    own = {report.report_id: _report_origin(report) for report in reports}
    by_id = {report.report_id: report for report in reports}
    origins = {origin.origin_id: origin for origin in own.values()}
    of_passage: dict[str, list[tuple[Span, str]]] = {r.report_id: [] for r in reports}
    copies: list[Copy] = []
    for members in groups:
        found = [passages[i] for i in members]
        if len({p.report_id for p in found}) < 2:
            continue
        first, origin, basis = _first_of(found, by_id, own, agencies)
        origins[origin.origin_id] = origin
        for passage in found:
            of_passage[passage.report_id].append((passage.span, origin.origin_id))
        copies += [_copy(p, first, origin, basis) for p in found if p.report_id != first.report_id]
    of_report = {r.report_id: _as_whole(r, own[r.report_id], of_passage[r.report_id]) for r in reports}
    copies.sort(key=lambda c: (c.report_id, c.span.start))
    return Lineage(
        copies=tuple(copies),
        origins=tuple(sorted(origins.values(), key=lambda o: o.origin_id)),
        of_report=of_report,
        of_passage=of_passage,
    )


def _candidates(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Pairs of sentences of different reports that share a run of words: none that is alike is lost."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, passage in enumerate(passages):
        for at in range(len(passage.words) - SHINGLE + 1):
            holders[passage.words[at : at + SHINGLE]].append(i)
    pairs = {
        (i, j)
        for sharers in holders.values()
        if 1 < len(sharers) <= MAX_SHARERS
        for i, j in combinations(sorted(set(sharers)), 2)
        if passages[i].report_id != passages[j].report_id
    }
    return sorted(pairs)


def _similarity(one: Passage, two: Passage) -> float:
    return Indel.normalized_similarity(one.words, two.words)


def _report_origin(report: Report) -> Origin:
    if report.credit:
        return Origin(origin_id=mint("origin", report.credit.casefold()), name=report.credit, basis="credited")
    return Origin(origin_id=mint("origin", report.report_id), name=report.source or report.file, basis="presumed")


def _first_of(
    found: Sequence[Passage], reports: dict[str, Report], own: dict[str, Origin], agencies: frozenset[str]
) -> tuple[Passage, Origin, str]:
    """The passage that the others reproduce, its origin, and why: a credit to an agency, the earlier date, or not known."""
    found = sorted(found, key=lambda p: (p.report_id, p.span.start))
    credited = [p for p in found if own[p.report_id].basis == "credited"]
    to_agency = [p for p in credited if own[p.report_id].name.casefold() in agencies]
    for group in (to_agency, credited):
        if len({own[p.report_id].origin_id for p in group}) == 1:
            return group[0], own[group[0].report_id], "credit"
    earliest = min(
        found, key=lambda p: (reports[p.report_id].published.high is None, reports[p.report_id].published.high or 0)
    )
    high = reports[earliest.report_id].published.high
    if high and all(
        (low := reports[p.report_id].published.low) is not None and low > high
        for p in found
        if p.report_id != earliest.report_id
    ):
        return earliest, own[earliest.report_id], "date"
    sharers = sorted({p.report_id for p in found})
    name = " + ".join(sorted(reports[r].source or reports[r].file for r in sharers))
    return found[0], Origin(origin_id=mint("origin", *sharers), name=name, basis="shared"), "shared"


MOSTLY = 0.6
"""Share of a report's text from which it is a copy as a whole, short sentences included."""


def _as_whole(report: Report, own: Origin, passages: Sequence[tuple[Span, str]]) -> str:
    """The origin of a report as a whole: the one that most of its text has, or its own."""
    sizes: dict[str, int] = defaultdict(int)
    for span, origin in passages:
        sizes[origin] += len(span)
    largest = max(sorted(sizes), key=sizes.__getitem__, default=None)
    if own.basis == "presumed" and largest is not None and sizes[largest] >= MOSTLY * len(report.text):
        return largest
    return own.origin_id


def _copy(passage: Passage, first: Passage, origin: Origin, basis: str) -> Copy:
    return Copy(
        report_id=passage.report_id,
        span=passage.span,
        origin_id=origin.origin_id,
        of_report_id=first.report_id,
        of_span=first.span,
        similarity=round(_similarity(passage, first), 3),
        basis=basis,
    )
