"""Clusters of chains under decisions: a *different* is stronger than any chain of *same*, a decision than a rule."""

from collections.abc import Iterable, Sequence

from variorum.links.entity_chains import Chain, mention_ids
from variorum.schema.linked import ChainKey, Decision


class Clusters:
    """Disjoint sets of chains that never hold a pair ruled different."""

    def __init__(self, keys: Iterable[ChainKey]) -> None:
        self._root: dict[ChainKey, ChainKey] = {key: key for key in keys}
        self._members: dict[ChainKey, list[ChainKey]] = {key: [key] for key in self._root}
        self._apart: dict[ChainKey, set[ChainKey]] = {}

    def find(self, key: ChainKey) -> ChainKey:
        """The first chain of the cluster that a chain is in."""
        return self._root[key]

    def keep_apart(self, left: ChainKey, right: ChainKey) -> None:
        """Rule that two chains never share a cluster; to be said before they are joined."""
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)

    def join(self, left: ChainKey, right: ChainKey) -> bool:
        """Join two clusters unless a ruling forbids it; say whether they are one now."""
        a, b = sorted((self._root[left], self._root[right]))
        if a == b:
            return True
        if any(self._root[foe] == a for key in self._members[b] for foe in self._apart.get(key, ())):
            return False
        for key in self._members[b]:
            self._root[key] = a
        self._members[a] += self._members.pop(b)
        return True

    def all(self) -> list[list[ChainKey]]:
        """Every cluster, chains in order, clusters by their first chain."""
        return [sorted(self._members[key]) for key in sorted(self._members)]


def ruled(chains: Sequence[Chain], decisions: Sequence[Decision]) -> list[tuple[Decision, ChainKey, ChainKey]]:
    """The pairs of chains that decisions of kind same and different speak of, in a fixed order.

    A decision that would part mentions of one chain is left out: coreference within a report is not linking's.
    """
    where = {mention: chain.key for chain in chains for mention in mention_ids(chain)}
    found: set[tuple[str, str, ChainKey, ChainKey]] = set()
    by_id = {decision.decision_id: decision for decision in decisions if decision.kind in ("same", "different")}
    for decision in by_id.values():
        left = {where[m] for m in decision.left_seen if m in where}
        right = {where[m] for m in decision.right_seen if m in where}
        found |= {(decision.kind, decision.decision_id, a, b) for a in left for b in right if a != b}
    return [(by_id[number], a, b) for _, number, a, b in sorted(found)]


def settle(
    chains: Sequence[Chain],
    groups: Sequence[Sequence[ChainKey]],
    rulings: Sequence[tuple[Decision, ChainKey, ChainKey]],
) -> Clusters:
    """Join what rules hold to be one, under the rulings; what a ruling parts regroups among itself."""
    clusters = Clusters(chain.key for chain in chains)
    for decision, left, right in rulings:
        if decision.kind == "different":
            clusters.keep_apart(left, right)
    for decision, left, right in rulings:
        if decision.kind == "same":
            clusters.join(left, right)
    for group in groups:
        rest = sorted(group)
        while rest:
            first, *others = rest
            rest = [key for key in others if not clusters.join(first, key)]
    return clusters
