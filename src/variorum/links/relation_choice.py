"""Which of the relations that speak for themselves stand together: no contradiction in time, one of a pair, no circles."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.links.event_gists import EventGist, is_before
from variorum.schema.linked import EventRelation, Support
from variorum.schema.nodes import NodeKey

SAID = "relation_words.v1"
ORDER = ("responds_to", "announced_by", "part_of", "follows")
"""Of two relations between the same events that have as much behind them the one that says more stands."""


OPEN = 1100
"""Days after which a war or an offensive without a known end is over, as far as its parts go: some three years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A relation that words or circumstances speak for."""

    relation: str
    event: EventGist
    other: EventGist
    rule: str
    basis: str
    supports: tuple[Support, ...]

    @property
    def rank(self) -> tuple[object, ...]:
        """What is said comes before what is inferred, what more reports say first; then an order that no input sets."""
        reports = len({report for report, _ in self.supports})
        kind = ORDER.index(self.relation)
        return self.rule != SAID, -reports, kind, self.rule, self.event.key, self.other.key


def choose_relations(candidates: Iterable[Candidate]) -> tuple[EventRelation, ...]:
    """The relations that hold together, in order of relation and events, whatever the order of the candidates.

    No two stand between the same events, none contradicts what is known of the days of both, and no chain of one kind
    leads back to where it began: of a circle the one with least behind it is left out.
    """
    chosen: list[Candidate] = []
    paths = _Paths()
    taken: set[frozenset[NodeKey]] = set()
    for found in sorted(candidates, key=lambda c: c.rank):
        pair = frozenset((found.event.key, found.other.key))
        if len(pair) == 1 or pair in taken or contradicts(found) or paths.closes(found):
            continue
        taken.add(pair)
        paths.add(found)
        chosen.append(found)
    chosen.sort(key=lambda c: (c.relation, c.event.key, c.other.key))
    return tuple(_settle(found) for found in chosen)


def contradicts(found: Candidate) -> bool:
    """True where the days of both rule the relation out: what follows came first, what is a part lies outside.

    What is told to have begun on a day may go on: of a war or an offensive only an end that reports give is one.
    """
    if is_before(found.event.days, found.other.days):
        return True
    if found.relation != "part_of":
        return False
    goes_on = found.other.rank > 0 and not found.other.lasting
    return is_before(found.other.days, found.event.days, days=OPEN if goes_on else 0)


class _Paths:
    """What leads to what, by relation."""

    def __init__(self) -> None:
        self._next: dict[tuple[str, NodeKey], list[NodeKey]] = defaultdict(list)

    def add(self, found: Candidate) -> None:
        self._next[found.relation, found.event.key].append(found.other.key)

    def closes(self, found: Candidate) -> bool:
        """True where the other already leads to the event."""
        waiting, seen = [found.other.key], set()
        while waiting:
            key = waiting.pop()
            if key == found.event.key:
                return True
            if key not in seen:
                seen.add(key)
                waiting += self._next.get((found.relation, key), ())
        return False


def _settle(found: Candidate) -> EventRelation:
    return EventRelation(
        relation=found.relation,
        event=_keys(found.event),
        other=_keys(found.other),
        rule=found.rule,
        basis=found.basis,
        supports=tuple(sorted(set(found.supports), key=lambda s: (s[0], s[1].start, s[1].end))),
    )


def _keys(gist: EventGist) -> tuple[NodeKey, ...]:
    return tuple(node.key for node in gist.nodes)


def pair_words(gists: Sequence[EventGist]) -> tuple[Support, ...]:
    """The words of events that a relation which no report says rests on."""
    return tuple(gist.words() for gist in gists)
