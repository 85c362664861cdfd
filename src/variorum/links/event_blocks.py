"""Which event nodes are worth comparing: those of one story, and those of other stories that share a key.

A pair of other stories can only be one event where it counts the same large number; or where it has a kind, a side or a
place in common and its dates agree or lie near, one names the other's day, or the same sides met in the same place; or
where it is one deed told within weeks (`features.meet_across`). Each of these is a key, so that blocking loses no pair
that comparison would join. Cost grows with the size of blocks, not with that of the corpus.

Nodes that tell the same in every compared respect are compared once: their *telling* stands for them.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import product

from variorum.links.features import TELLING_COUNT, TOLD_NEAR, marks_of
from variorum.links.kinds import kinds_of
from variorum.links.when import MAX_DAYS, MOVED
from variorum.schema.nodes import EventNode, NodeKey

LONGEST = 100
"""Years. Of a longer time only its first hundred are keyed."""

STAND_INS = 2
"""Reports whose nodes stand for all of one telling."""

Key = tuple[str, ...]
YEAR = "year"
Telling = Hashable


def telling_of(node: EventNode) -> Telling:
    """All that comparison looks at; nodes of one telling compare alike with every other node of their story."""
    return (
        node.type,
        node.concepts,
        node.realis,
        node.roles,
        node.countries,
        (node.date.low, node.date.high, node.date.edtf, node.date_basis),
        tuple((t.value, t.bounds, t.phase) for t in node.times),
        node.places,
        node.figures,
        node.main,
        node.direction,
        node.context,
        node.names,
        node.lead,
        node.lone,
        node.groups,
        frozenset(m.lemma for m in node.mentions),
        any(m.definite for m in node.mentions),
        None if node.date.known else node.published,
    )


def candidate_pairs(
    nodes: Sequence[EventNode],
    story_of: Mapping[str, int],
    shared: Collection[frozenset[NodeKey]],
    alike: Callable[[EventNode, EventNode], bool],
) -> Iterator[tuple[EventNode, EventNode]]:
    """Pairs of nodes of different reports that share a key, each once.

    Args:
        shared: pairs that a shared passage tells; they are always told.
        alike: whether two nodes of one telling are one event; then one of them stands for all.
    """
    keys = {node.key: _keys(node, story_of[node.report_id]) for node in nodes}
    for number, pair in enumerate(sorted(map(sorted, shared))):
        for own in pair:
            keys[own] = (*keys[own], ("passage", f"{number:09}"))
    in_passage = frozenset(own for pair in shared for own in pair)
    stands, twins = _stand_ins(nodes, story_of, in_passage, alike)
    yield from twins
    blocks = Blocks([(keys[node.key], _is_wide(node)) for node in stands])
    for place, one in enumerate(stands):
        for other in blocks.partners(place):
            two = stands[other]
            if one.report_id != two.report_id:
                yield one, two


class Blocks:
    """Places in a row of items by the keys of each: those that share a key are partners.

    A year pairs no two narrow dates, since those share a month: a block of a year holds the wide ones apart too.
    """

    def __init__(self, rows: Sequence[tuple[Sequence[Key], bool]]) -> None:
        self._rows = rows
        self._all: dict[Key, list[int]] = defaultdict(list)
        self._wide: dict[Key, list[int]] = defaultdict(list)
        for place, (keys, wide) in enumerate(rows):
            for key in keys:
                self._all[key].append(place)
                if wide and key[0] == YEAR:
                    self._wide[key].append(place)

    def partners(self, place: int) -> list[int]:
        """The later places that share a key with a place, in order."""
        found: set[int] = set()
        keys, wide = self._rows[place]
        for key in keys:
            block = self._all[key] if wide or key[0] != YEAR else self._wide[key]
            found.update(block[bisect_right(block, place) :])
        return sorted(found)


def _stand_ins(
    nodes: Sequence[EventNode],
    story_of: Mapping[str, int],
    in_passage: Collection[NodeKey],
    alike: Callable[[EventNode, EventNode], bool],
) -> tuple[list[EventNode], list[tuple[EventNode, EventNode]]]:
    """The nodes that stand for all of their telling, and the pairs that tie those to them.

    Two stand for a telling, since one of them may be of the very report that it would be compared with.
    """
    groups: dict[tuple[int, Telling], list[EventNode]] = defaultdict(list)
    for node in sorted(nodes, key=lambda n: n.key):
        alone = node.key if node.key in in_passage else None
        groups[story_of[node.report_id], (alone, telling_of(node))].append(node)
    stands, twins = [], []
    for first, *others in groups.values():
        standing = {first.report_id}
        stands.append(first)
        for other in others:
            tied = other.report_id != first.report_id and alike(first, other)
            if tied and len(standing) == STAND_INS:
                twins.append((first, other))
            else:
                stands.append(other)
                standing.add(other.report_id)
    return sorted(stands, key=lambda n: n.key), twins


def _keys(node: EventNode, story: int) -> tuple[Key, ...]:
    """The keys of a node, sorted."""
    marks = marks_of(node)
    found: set[Key] = {("story", str(story))}
    found |= {(unit, cell, mark) for unit, cell in _cells(node) for mark in marks}
    found |= {("number", what, str(value)) for what, value in _telling_counts(node)}
    found |= {("day", day, mark) for day in _named_days(node) for mark in marks}
    if len(node.countries) > 1:
        found |= {("met", *sorted(node.countries), place) for place in node.places}
    found |= {("deed", *deed) for deed in product(_told_in(node), node.concepts, node.countries, node.places)}
    return tuple(sorted((unit, kind, *rest) for unit, *rest in found for kind in kinds_of(node)))


def _told_in(node: EventNode) -> Iterator[str]:
    """Spans of weeks in which a node was told; two that were told near each other share one."""
    low, high = node.published.low, node.published.high
    if low is not None and high is not None:
        yield from map(str, range(low.toordinal() // TOLD_NEAR, high.toordinal() // TOLD_NEAR + 2))


def _is_wide(node: EventNode) -> bool:
    return node.date.days is not None and node.date.days > MAX_DAYS


def _cells(node: EventNode) -> Iterator[tuple[str, str]]:
    """Months that a narrow date touches or lies near, and the years of any."""
    low, high = node.date.low, node.date.high
    if low is None or high is None:
        return
    yield from ((YEAR, str(year)) for year in range(low.year, min(high.year, low.year + LONGEST) + 1))
    if not _is_wide(node):
        near = timedelta(days=MOVED)
        low, high = max(low, date.min + near) - near, min(high, date.max - near) + near
        first, last = low.year * 12 + low.month, high.year * 12 + high.month
        yield from (("month", str(month)) for month in range(first, last + 1))


def _telling_counts(node: EventNode) -> Iterator[tuple[str, float]]:
    for what, count in node.figures:
        value = count.best or count.low or 0.0
        if value >= TELLING_COUNT:
            yield what, value


def _named_days(node: EventNode) -> Iterator[str]:
    """Days of a month, of whatever year: as named, and as known."""
    for time in node.times:
        if time.value.month is not None and time.value.day is not None:
            yield f"{time.value.month}-{time.value.day}"
        if time.bounds.days == 1 and time.bounds.low is not None:
            yield f"{time.bounds.low.month}-{time.bounds.low.day}"
