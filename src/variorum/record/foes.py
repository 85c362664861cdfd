"""Who is at war with whom, by all that the reports tell: what one of two foes is said to have done, the other may have.

Two reports that name two states, or a state and an armed group, as the doer of one deed differ in detail where these are
allies, and contradict each other where they are foes.
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

TRUCES = frozenset({"ceasefire"})
"""Deeds that only those who fight each other can do together."""

PARLEY = frozenset({"AGREE", "CONSULT", "ACCUSE"})
"""Types of what a state has only with an armed group that it fights."""

TOLD_BY = 2
"""How many reports must tell in words of their own that two states fought, so that one slip of the pen makes no war."""

Foes = frozenset[frozenset[str]]


def find_foes(
    events: Iterable[Event], lookup: EntityLookup, copied: Mapping[str, Sequence[Span]] = MappingProxyType({})
) -> Foes:
    """Pairs of states and armed groups, as sides, of which two reports or more tell that they fought and fewer that they acted as one.

    Args:
        copied: passages of each report that reproduce another report's; what they tell is not counted again.
    """
    nodes = [node for event in events for node in event.nodes if is_own(node, copied)]
    against: Counter[frozenset[str]] = Counter()
    beside: Counter[frozenset[str]] = Counter()
    told = {
        (node.report_id, _kind_told(node, pair, lookup), pair) for node in nodes for pair in _fighting(node, lookup)
    }
    against.update(pair for *_, pair in told)
    joint = {(node.report_id, pair) for node in nodes for pair in _joined(node, lookup)}
    beside.update(pair for _, pair in joint)
    return frozenset(pair for pair, n in against.items() if n >= TOLD_BY and n > beside[pair])


def _kind_told(node: EventNode, pair: frozenset[str], lookup: EntityLookup) -> str:
    """What is told of a state and an armed group: a report that accuses and one that fights, or one report both, will do."""
    return "" if pair <= lookup.states else node.type


def _fighting(node: EventNode, lookup: EntityLookup) -> set[frozenset[str]]:
    """Pairs that force is used between: the only two in a fight, or the doer and the victim; and those who make truces."""
    if node.type in PARLEY:
        parties = _parties(node, lookup, "participant", "signatory", "actor", "recipient")
        ends_war = bool(node.concepts & TRUCES) or not parties <= lookup.states
        return {parties} if len(parties) == 2 and ends_war else set()
    if node.type not in FORCE or node.realis not in ("happened", "ongoing", "alleged"):
        return set()
    acting, hit = _parties(node, lookup, "actor"), _parties(node, lookup, "recipient", "victim")
    pairs = {frozenset((one, two)) for one in acting for two in hit if one != two}
    fought = _parties(node, lookup, "participant")
    return pairs | ({fought} if node.direction == "mutual" and len(fought) == 2 else set())


def _joined(node: EventNode, lookup: EntityLookup) -> set[frozenset[str]]:
    """Pairs that act together."""
    acting = _parties(node, lookup, "actor") if node.type in FORCE else frozenset()
    return {frozenset(pair) for pair in combinations(sorted(acting), 2)}


def _parties(node: EventNode, lookup: EntityLookup, *roles: str) -> frozenset[str]:
    return lookup.sides(node.in_role(*roles)) & lookup.belligerents
