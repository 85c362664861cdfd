"""What relations between events must hold before they are written: both ends are there, one a pair, no circles."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Rows = Sequence[Mapping[str, Any]]


def find_relation_faults(tables: Mapping[str, Rows]) -> Iterator[str]:
    """Say what is wrong with the rows of `event_relations`."""
    rows = tables.get("event_relations", ())
    events = {row["event_id"] for row in tables.get("events", ())}
    pairs: dict[frozenset[str], str] = {}
    after: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        event, other = row["event_id"], row["other_event_id"]
        for end in (event, other):
            if end not in events:
                yield f"relation {row['relation_id']} is of event {end}, which is not there"
        first = pairs.setdefault(frozenset((event, other)), row["relation_id"])
        if event == other or first != row["relation_id"]:
            yield f"relation {row['relation_id']} stands between events that are one, or that another relation has"
        after[row["relation"], event].append(other)
    for row in rows:
        if row["event_id"] in _reached(row["relation"], row["other_event_id"], after):
            yield f"relation {row['relation_id']} ({row['relation']}) is part of a circle"


def _reached(relation: str, start: str, after: Mapping[tuple[str, str], Sequence[str]]) -> set[str]:
    """The events that a chain of one relation leads to."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        event = waiting.pop()
        if event not in found:
            found.add(event)
            waiting += after.get((relation, event), ())
    return found
