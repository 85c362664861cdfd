"""What all reports together tell of one event, as far as its relations to others depend on it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from variorum.schema.dates import UNKNOWN, Bounds, between, intersect
from variorum.schema.linked import Support
from variorum.schema.nodes import SETTLED, EntityLookup, EventNode, NodeKey
from variorum.schema.relation_words import load_relation_words

VAGUE = 62
"""Days. A date wider than this is no day on which something was."""

SPARE = frozenset({"mediator", "host"})
"""Roles of those whose event it is not."""

UNDONE = frozenset({"called_off", "denied"})

HALF = 2
"""One in so many nodes that name sides must name a side that is one of the event's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGist:
    """An event for the finding of relations.

    key: its first node, which stands for it. concept, type: what most mentions make of it. days: those that the reports leave possible: what all can agree on, else
    all that any says. sides: parties, as of `EntityLookup.side`. settled, undone: more
    reports tell that it happened than that it was called off or is denied, or as many the other way round; plans are neither.
    """

    key: NodeKey
    nodes: tuple[EventNode, ...]
    days: Bounds
    concept: str
    type: str
    sides: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    places: frozenset[str]
    settled: bool
    undone: bool

    @property
    def dated(self) -> bool:
        """True where it is known to the day or week when it was."""
        return self.days.days is not None and self.days.days <= VAGUE

    @property
    def lasting(self) -> bool:
        """True where its days are a beginning and an end that reports give, not a date known only roughly."""
        return self.days.known and "/" in (self.days.edtf or "")

    @property
    def rank(self) -> int:
        """How wide a holder of fighting it is, 0 for what holds none."""
        return load_relation_words().holders["fighting"].ranks.get(self.concept, 0)

    def among(self, processes: Mapping[str, int]) -> set[int]:
        """The processes that its reports are of."""
        return {processes[n.report_id] for n in self.nodes if n.report_id in processes}

    def words(self) -> Support:
        """The clause of its first node, of one with a time where there is such."""
        nodes = sorted(self.nodes, key=lambda n: (n.date_basis != "stated", n.key))
        return nodes[0].report_id, nodes[0].mentions[0].clause


def make_gist(nodes: Sequence[EventNode], lookup: EntityLookup) -> EventGist:
    """Gather what the nodes of one event tell."""
    nodes = tuple(sorted(nodes, key=lambda n: n.key))
    done, undone = (sum(n.realis in kinds for n in nodes) for kinds in (SETTLED, UNDONE))
    return EventGist(
        key=nodes[0].key,
        nodes=nodes,
        days=joint_days([n.date for n in nodes if n.date_basis and n.date.edtf]),
        concept=_most(m.concept for n in nodes for m in n.mentions),
        type=_most(m.type for n in nodes for m in n.mentions),
        sides=_told_often([lookup.sides(_taking_part(n)) for n in nodes]),
        actors=_told_often([lookup.sides(n.in_role("actor")) for n in nodes]),
        targets=_told_often([lookup.sides(n.in_role("recipient", "victim")) for n in nodes]),
        places=_told_often([frozenset(n.places) for n in nodes]),
        settled=done > undone,
        undone=undone > 0 and undone >= done,
    )


def _most(values: Iterable[str]) -> str:
    votes = Counter(values)
    return min(votes, key=lambda value: (-votes[value], value))


def _taking_part(node: EventNode) -> frozenset[str]:
    return frozenset(entity for role, entity in node.roles if role not in SPARE)


def _told_often(held: Iterable[frozenset[str]]) -> frozenset[str]:
    """What at least half of those say that say anything."""
    said = [one for one in held if one]
    votes = Counter(value for one in said for value in one)
    return frozenset(value for value, n in votes.items() if n * HALF >= len(said))


def joint_days(dates: Iterable[Bounds]) -> Bounds:
    """What all dates leave possible together; where they cannot all hold, all that any of them allows."""
    ordered = sorted(dates, key=lambda b: (b.days is None, b.days or 0, str(b.low), str(b.high)))
    return reduce(_join, ordered[1:], ordered[0]) if ordered else UNKNOWN


def _join(one: Bounds, two: Bounds) -> Bounds:
    both = intersect(one, two)
    if both is not None:
        return both
    lows, highs = (one.low, two.low), (one.high, two.high)
    return between(
        None if None in lows else min(d for d in lows if d), None if None in highs else max(d for d in highs if d)
    )


def is_before(one: Bounds, two: Bounds, *, days: int = 0) -> bool:
    """True where one is over more than so many days before the other can begin."""
    return one.high is not None and two.low is not None and (two.low - one.high).days > days
