"""How much of each report stands in each other one, all copied passages taken together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from variorum.schema.linked import Copy
from variorum.schema.reports import Report, Span

MOSTLY = 0.6
"""Share of a report's text from which it is a copy as a whole, short sentences included."""

WHOLLY = 0.9
"""The same, from which it is another report printed once more, but for sentences too short to be told from chance."""

SIBLINGS = 50
"""Copies of one passage up to which they are also set against each other; of more, each only against the first."""

Pair = tuple[str, str]


def shared_sizes(copies: Iterable[Copy]) -> dict[Pair, int]:
    """Code points that each report shares with each other one, copies of one passage taken together."""
    holders: dict[tuple[str, int], list[tuple[str, Span]]] = defaultdict(list)
    sizes: dict[Pair, int] = defaultdict(int)
    for copy in copies:
        sizes[copy.report_id, copy.of_report_id] += len(copy.span)
        sizes[copy.of_report_id, copy.report_id] += len(copy.of_span)
        holders[copy.of_report_id, copy.of_span.start].append((copy.report_id, copy.span))
    for members in holders.values():
        if len(members) <= SIBLINGS:
            for (one, span), (two, other) in combinations(members, 2):
                if one != two:
                    sizes[one, two] += len(span)
                    sizes[two, one] += len(other)
    return sizes


def find_sharers(reports: Sequence[Report], sizes: Mapping[Pair, int], least: float) -> dict[str, frozenset[str]]:
    """The others in which at least such a share of its text stands, of each report that has such."""
    lengths = {report.report_id: len(report.text) for report in reports}
    found: dict[str, set[str]] = defaultdict(set)
    for (one, other), size in sizes.items():
        if size >= least * lengths[one]:
            found[one].add(other)
    return {report: frozenset(found[report]) for report in sorted(found)}
