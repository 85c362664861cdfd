"""States at war with each other, by all that the reports tell: what one of them is said to have done, the other may have.

Two reports that name two states as the doer of one deed differ in detail where these are allies, and contradict each
other where they are foes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from variorum.record.events import is_own
from variorum.record.values import Event
from variorum.schema.nodes import EntityLookup, EventNode
from variorum.schema.reports import Span

FORCE = frozenset({"ASSAULT"})
"""Types of deeds that foes do to each other."""

TOLD_BY = 2
"""How many reports must tell in words of their own that two states fought, so that one slip of the pen makes no war."""

Foes = frozenset[frozenset[str]]


def find_foes(
    events: Iterable[Event], lookup: EntityLookup, copied: Mapping[str, Sequence[Span]] = MappingProxyType({})
) -> Foes:
    """Pairs of states, as sides, of which two reports or more tell that they fought and fewer that they acted as one.

    Args:
        copied: passages of each report that reproduce another report's; what they tell is not counted again.
    """
    nodes = [node for event in events for node in event.nodes if is_own(node, copied)]
    against: Counter[frozenset[str]] = Counter()
    beside: Counter[frozenset[str]] = Counter()
    told = {(node.report_id, pair) for node in nodes for pair in _fighting(node, lookup)}
    against.update(pair for _, pair in told)
    joint = {(node.report_id, pair) for node in nodes for pair in _joined(node, lookup)}
    beside.update(pair for _, pair in joint)
    return frozenset(pair for pair, n in against.items() if n >= TOLD_BY and n > beside[pair])


def _fighting(node: EventNode, lookup: EntityLookup) -> set[frozenset[str]]:
    """Pairs of states that force is used between: the only two that take part in a fight, or the doer and the victim."""
    if node.type not in FORCE or node.realis not in ("happened", "ongoing", "alleged"):
        return set()
    acting, hit = _states(node, lookup, "actor"), _states(node, lookup, "recipient", "victim")
    pairs = {frozenset((one, two)) for one in acting for two in hit if one != two}
    fought = _states(node, lookup, "participant")
    return pairs | ({fought} if node.direction == "mutual" and len(fought) == 2 else set())


def _joined(node: EventNode, lookup: EntityLookup) -> set[frozenset[str]]:
    """Pairs of states that act together."""
    acting = _states(node, lookup, "actor") if node.type in FORCE else frozenset()
    return {frozenset(pair) for pair in combinations(sorted(acting), 2)}


def _states(node: EventNode, lookup: EntityLookup, *roles: str) -> frozenset[str]:
    return lookup.sides(node.in_role(*roles)) & lookup.states
