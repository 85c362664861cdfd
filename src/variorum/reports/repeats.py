"""Lines that one source puts into report after report: calls to subscribe, section names, addresses.

Seen only across reports. A line goes where at least three reports of a source, or six of no known source, that are no copies of each other
have it at their head or foot, and it is no sentence, or one that speaks to the reader or gives an address. Background that an
outlet repeats carries claims and stays: so does every line that tells what happened with a figure.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from variorum.reports.lexicon import fold
from variorum.reports.cleaning.readers import speaks_to_reader
from variorum.reports.cleaning.shapes import is_paragraph
from variorum.schema.lexicons import read_lexicon
from variorum.schema.reports import Part, Removal, Report, Span

REASON = "repeated furniture"
LEAST_REPORTS = 3
LEAST_UNNAMED = 6
"""Reports of no known source that must have a line: they may be of several, so that a phrase all use is less strange."""

_HEAD, _FOOT = 3, 6
_MOST_ALIKE = 0.5
_ADDRESS = re.compile(
    r"https?://|www\.|(?<=[\w.+-])@[\w-]+\.\w+|(?<!\w)[@#]\w{3,}|(?<=\w)\.(?:com|org|net)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_FEW_WORDS = 4
_KEPT_PARTS = ("correction", "retraction", "document")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a report: its number, place and folded words."""

    number: int
    span: Span
    key: str


def find_repeated(reports: Iterable[Report]) -> dict[str, tuple[Span, ...]]:
    """Find the repeated furniture of each source.

    Args:
        reports: in any order; those set aside are passed over, those of no known source are taken together.

    Returns:
        For each report that has some the spans of whole lines, in text order, by report id.
    """
    sources: dict[str, dict[str, Report]] = defaultdict(dict)
    for report in reports:
        name = fold(report.source) if report.source else report.domain or ""
        if report.status == "read":
            sources[name][report.report_id] = report
    found = (
        _of_source(list(group.values()), LEAST_REPORTS if name else LEAST_UNNAMED) for name, group in sources.items()
    )
    return {report_id: spans for group in found for report_id, spans in group.items()}


def cut_repeated(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Take the repeated furniture of their sources off reports, in the order given.

    Text, headline's place, parts and the places of lines follow; each line is a removal with its raw place.
    A report that would be left without text stays whole.
    """
    found = find_repeated(reports)
    return tuple(_without(report, found.get(report.report_id, ())) for report in reports)


def _of_source(reports: Sequence[Report], least: int) -> dict[str, tuple[Span, ...]]:
    if len(reports) < least:
        return {}
    lines = {report.report_id: _split(report) for report in reports}
    edges = {report.report_id: tuple(_edges(report, lines[report.report_id])) for report in reports}
    holders: dict[str, set[str]] = defaultdict(set)
    for report_id, at_edge in edges.items():
        for line in at_edge:
            holders[line.key].add(report_id)

    @cache
    def own_lines(report_id: str) -> frozenset[str]:
        return frozenset(line.key for line in lines[report_id] if not may_be_furniture(line.key))

    repeated = {key for key, ids in holders.items() if _count_apart(ids, own_lines) >= least}
    found = {key: tuple(line.span for line in at_edge if line.key in repeated) for key, at_edge in edges.items()}
    return {report_id: spans for report_id, spans in found.items() if spans}


def _split(report: Report) -> tuple[_Line, ...]:
    start, found = 0, []
    for number, text in enumerate(report.text.split("\n")):
        found.append(_Line(number=number, span=Span(start=start, end=start + len(text)), key=" ".join(text.split())))
        start += len(text) + 1
    return tuple(found)


def _edges(report: Report, lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines at head and foot that may be furniture; the headline, a correction and a statement's text are none."""
    kept = [part.span for part in report.parts if part.kind in _KEPT_PARTS]
    kept.extend([report.title_span] if report.title_span else [])
    for line in lines:
        edge = line.number < _HEAD or line.number >= len(lines) - _FOOT
        if edge and not any(line.span.overlaps(span) for span in kept) and may_be_furniture(line.key):
            yield line


def may_be_furniture(text: str) -> bool:
    """True of a line that is no sentence, speaks to the reader, or gives an address, and does not tell what happened."""
    if not text or (re.search(r"\d", text) and _past().search(text)):
        return False
    if _ADDRESS.search(text) or speaks_to_reader(text):
        return True
    return not is_paragraph(text) and not (_SENTENCE_END.search(text) and len(text.split()) > _FEW_WORDS)


@cache
def _past() -> re.Pattern[str]:
    """Words that tell what happened: a regular past, or one of the verbs that news tell it with."""
    words = "|".join(read_lexicon("furniture")["reader"]["past"])
    return re.compile(rf"\b(?:{words}|[a-z]{{2,}}ed)\b")


def _count_apart(ids: Collection[str], own_lines: Callable[[str], frozenset[str]]) -> int:
    """Count reports, those that are copies of each other, also by way of others, as one; no further than matters."""
    if len(ids) < LEAST_REPORTS:
        return len(ids)
    groups: list[list[str]] = []
    for report_id in sorted(ids):
        own = own_lines(report_id)
        near = [group for group in groups if any(_alike(own, own_lines(other)) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([report_id, *(other for group in near for other in group)])
        if len(groups) >= 2 * LEAST_UNNAMED:
            break
    return len(groups)


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """True where at least half of the shorter report's lines of its own stand in the longer; also where it has none."""
    return len(one & two) >= _MOST_ALIKE * min(len(one), len(two))


def _without(report: Report, spans: Sequence[Span]) -> Report:
    """A report without some of its lines."""
    lines = _split(report)
    gone = {line.number for line in lines for span in spans if span == line.span}
    kept = [line for line in lines if line.number not in gone]
    if not gone or not any(line.key for line in kept):
        return report
    raws = report.line_raws
    known = len(raws) == len(lines)
    cut = (Removal(raw_start=raws[n][0], raw_end=raws[n][1], reason=REASON) for n in sorted(gone) if known)
    ordered = sorted((*report.removals, *cut), key=lambda removal: (removal.raw_start, removal.raw_end))
    return replace(
        report,
        text="\n".join(report.text[line.span.start : line.span.end] for line in kept),
        title_span=_moved(report.title_span, lines, gone) if report.title_span else None,
        parts=tuple(_moved_parts(report.parts, lines, gone)),
        removals=tuple(ordered),
        line_raws=tuple(raws[line.number] for line in kept) if known else (),
    )


def _moved_parts(parts: Iterable[Part], lines: Sequence[_Line], gone: set[int]) -> Iterator[Part]:
    for part in parts:
        span = _moved(part.span, lines, gone)
        if span is not None:
            yield replace(part, span=span)


def _moved(span: Span, lines: Sequence[_Line], gone: set[int]) -> Span | None:
    """Where a span lies once lines are gone; None where nothing of it is left."""
    kept = [line for line in lines if line.number not in gone and line.span.overlaps(span)]
    if not kept:
        return None
    shift = [
        sum(len(x.span) + 1 for x in lines if x.number in gone and x.number < at.number) for at in (kept[0], kept[-1])
    ]
    start = max(span.start, kept[0].span.start) - shift[0]
    end = min(span.end, kept[-1].span.end) - shift[1]
    return Span(start=start, end=end)
