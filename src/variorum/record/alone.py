"""What one source alone has, and what it alone leaves out: read off the coverage of its reports (alone.v1).

A source tells what any of its reports tells. It leaves a thing out where none of its reports tells it though one is
blamed for that (`coverage.v2`). Where it is alone with an event, nothing is said of the event's findings.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.record.coverage import Row

TELLING = frozenset({"states", "copies", "contradicts"})

OTHERS = 2
"""Sources that must tell a thing before the only one that doesn't is alone in that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Who publishes what. source_of: of each report the name of its source; group_of: the process that it is on."""

    source_of: Mapping[str, str]
    group_of: Mapping[str, str]

    def peers(self) -> dict[str, set[str]]:
        """The sources on each process."""
        found: dict[str, set[str]] = {}
        for report_id, group in self.group_of.items():
            found.setdefault(group, set()).add(self.source_of[report_id])
        return found


def find_alone(coverage: Iterable[Row], event_of: Mapping[str, str], press: Masthead) -> tuple[Row, ...]:
    """Find what only one source has or leaves out.

    Args:
        coverage: rows of `coverage.find_coverage`.
        event_of: of each finding id the event that it is of.

    Returns:
        (source, subject_id, `has` or `leaves_out`), sorted. A source that has its process to itself has no row.
    """
    peers = press.peers()
    alone: dict[str, set[tuple[str, str]]] = {}
    for subject, rows in _by_subject(coverage).items():
        alone[subject] = _alone(rows, press, peers)
    return tuple(
        sorted(
            (source, subject, how)
            for subject, found in alone.items()
            for source, how in found
            if (source, how) not in alone.get(event_of.get(subject, ""), ())
        )
    )


def _by_subject(coverage: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in coverage:
        found.setdefault(row[1], []).append(row)
    return found


def _alone(rows: Sequence[Row], press: Masthead, peers: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    """The source that alone tells one subject, or alone leaves it out."""
    telling = {press.source_of[r] for r, _, how in rows if how in TELLING}
    silent = {press.source_of[r] for r, _, how in rows if how == "omits"} - telling
    asked = {source for r, _, how in rows if how in TELLING for source in peers[press.group_of[r]]}
    found = {(source, "has") for source in telling if len(telling) == 1 and len(asked) > 1}
    return found | {(s, "leaves_out") for s in silent if len(silent) == 1 and len(telling) >= OTHERS}
