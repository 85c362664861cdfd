"""What nodes learn from the event that they were linked into: what one does not say, and the others agree on."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.links.when import MOVED, gap_between
from variorum.schema.nodes import EventNode

EXACT = 62
"""Days. A date no wider than this is worth learning."""


def learn(groups: Sequence[Sequence[EventNode]]) -> list[EventNode]:
    """The nodes of all events, each with the sides, places and days that it lacks and that its event has but one of."""
    return [learned for group in groups for learned in _taught(group)]


def _taught(group: Sequence[EventNode]) -> list[EventNode]:
    told = [n for n in group if n.date_basis == "stated" and n.date.days is not None and n.date.days <= EXACT]
    dated = _one(told, [n.date for n in told])
    named = [n for n in group if n.countries]
    sided = _one(sorted(named, key=lambda n: (-len(n.roles), n.roles)), [n.countries for n in named])
    placed = _one([n for n in group if n.places], [n.places for n in group if n.places])
    return [_with_sides(_with_place(_with_date(node, dated), placed), sided) for node in group]


def _one(nodes: Sequence[EventNode], values: Sequence[object]) -> EventNode | None:
    """The first of nodes that all say the same."""
    return nodes[0] if len(set(values)) == 1 else None


def _with_date(node: EventNode, teacher: EventNode | None) -> EventNode:
    if teacher is None or node.date.edtf or node.times or gap_between(node.context, teacher.date) > MOVED:
        return node
    return replace(node, date=teacher.date, date_basis=teacher.date_basis, times=teacher.times)


def _with_place(node: EventNode, teacher: EventNode | None) -> EventNode:
    return node if teacher is None or node.places else replace(node, places=teacher.places)


def _with_sides(node: EventNode, teacher: EventNode | None) -> EventNode:
    if teacher is None or node.roles:
        return node
    return replace(node, countries=teacher.countries, roles=teacher.roles)
