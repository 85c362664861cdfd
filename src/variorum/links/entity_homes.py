"""The state that a minister serves where no report says: the one that all reports of him are about, by far."""

from collections import Counter
from collections.abc import Mapping, Sequence

from variorum.links.entity_chains import Chain

NATIONAL = frozenset({"president", "prime_minister", "chancellor", "minister", "foreign_minister", "defence_minister"})
"""Offices of a state's government, by their keys in `lexicons/offices.toml`."""

LEAST = 2
"""Mentions of a state in a report that may be about it."""

SHARE = 3
"""Times as often as all other states together that a report names the state it is about."""


def find_homes(chains: Sequence[Chain]) -> dict[str, str]:
    """The state that each report is about, by report: none where it speaks of several, or of one that no almanac knows."""
    told: dict[str, Counter[str]] = {}
    for chain in chains:
        if chain.kind == "country":
            told.setdefault(chain.key[0], Counter())[chain.country or ""] += chain.size
    homes = {}
    for report_id, counts in told.items():
        code, often = max(sorted(counts.items()), key=lambda row: row[1])
        if code and "" not in counts and often >= max(LEAST, SHARE * (counts.total() - often)):
            homes[report_id] = code
    return homes


def served_by(chains: Sequence[Chain], homes: Mapping[str, str]) -> str | None:
    """The state whose office the chains of one person tell, where reports that tell of him are about one state only.

    Where those name none, all reports together must be about one.
    """
    if not any(office in NATIONAL for chain in chains for office in chain.offices):
        return None
    found = {homes[chain.key[0]] for chain in chains if chain.key[0] in homes} or set(homes.values())
    return min(found) if len(found) == 1 else None
