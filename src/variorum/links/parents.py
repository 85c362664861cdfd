"""From like passages to links: each passage is traced to the passages, in reports before its own, that it reproduces."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.links.alike import Alignment, Edge
from variorum.links.passages import Passage

Order = Callable[[Passage], tuple[object, ...]]
"""Places the passages of a group: a passage may reproduce only those before it."""

Names = Callable[[Passage], frozenset[str]]
"""The folded names of sources that a passage has to do with: its own report's, or those that it credits."""

SAME_STRETCH = 0.3
"""Share of the shorter of two stretches from which they are the same words."""

AS_MUCH = 0.8
"""Share of the most words alike from which an earlier passage is preferred to the likest one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A passage and an earlier one that it reproduces. alignment: left is the child's side."""

    child: Passage
    parent: Passage
    alignment: Alignment


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Readings connected by likeness: the passages of each, and of each the others that it is like."""

    passages: Mapping[int, Sequence[Passage]]
    edges: Mapping[int, Sequence[tuple[int, Alignment]]]

    def members(self) -> list[Passage]:
        """All passages of the group."""
        return [passage for passages in self.passages.values() for passage in passages]


def group_readings(passages: Sequence[Sequence[Passage]], edges: Iterable[Edge], alone: Sequence[bool]) -> list[Group]:
    """Connect readings by likeness.

    Args:
        passages: of each reading.
        alone: of each reading, whether two reports that both have exactly it share it.

    Returns:
        Groups in which more than one report has a part.
    """
    near: dict[int, list[tuple[int, Alignment]]] = defaultdict(list)
    home: dict[int, int] = {}
    for edge in edges:
        near[edge.left].append((edge.right, edge.alignment))
        near[edge.right].append((edge.left, edge.alignment.turned()))
        _join(home, edge.left, edge.right)
    groups: dict[int, list[int]] = defaultdict(list)
    for reading, holders in enumerate(passages):
        if reading in near or (alone[reading] and len(holders) > 1):
            groups[_root(home, reading)].append(reading)
    made = [Group(passages={r: passages[r] for r in g}, edges={r: near.get(r, ()) for r in g}) for g in groups.values()]
    return [group for group in made if len({p.report for p in group.members()}) > 1]


def _root(home: dict[int, int], item: int) -> int:
    while (above := home.get(item, item)) != item:
        home[item] = home.get(above, above)
        item = above
    return item


def _join(home: dict[int, int], one: int, two: int) -> None:
    low, high = sorted((_root(home, one), _root(home, two)))
    home[high] = low


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Who is credited. source: of a passage its report's own name, none or one. named: whom it credits."""

    source: Names
    named: Names


NO_CREDITS = Credits(source=lambda _: frozenset(), named=lambda _: frozenset())


def trace(
    group: Group, order: Order, weigh: Callable[[str], float], alone: Sequence[bool], credits: Credits = NO_CREDITS
) -> list[Link]:
    """Link every passage of a group to the earlier ones that it reproduces; of several to one that it credits."""
    ordered = {reading: sorted(passages, key=order) for reading, passages in group.passages.items()}
    firsts = {reading: _Firsts.among(passages, credits) for reading, passages in ordered.items()}
    links: list[Link] = []
    for reading, passages in ordered.items():
        same = _identity(passages[0].words, weigh) if alone[reading] else None
        near = [*group.edges[reading], *([(reading, same)] if same else [])]
        for passage in passages:
            links += _parents(passage, near, firsts, order, credits.named(passage))
    return links


@dataclass(frozen=True, slots=True, kw_only=True)
class _Firsts:
    """Of the passages of one reading the first, the first of another report, and the first of each source."""

    of_two: Sequence[Passage]
    of_source: Mapping[str, Passage]

    @classmethod
    def among(cls, ordered: Sequence[Passage], credits: Credits) -> "_Firsts":
        other = next((p for p in ordered if p.report != ordered[0].report), None)
        of_source: dict[str, Passage] = {}
        for passage in ordered:
            for name in credits.source(passage):
                of_source.setdefault(name, passage)
        return cls(of_two=[ordered[0], *([other] if other else [])], of_source=of_source)

    def before(self, passage: Passage, order: Order, named: frozenset[str]) -> Passage | None:
        """The earlier passage that one may reproduce: of a source that it credits, else the first."""
        credited = sorted((self.of_source[name] for name in named if name in self.of_source), key=order)
        options = [p for p in (*credited, *self.of_two) if p.report != passage.report and order(p) < order(passage)]
        return options[0] if options else None


def _identity(words: str, weigh: Callable[[str], float]) -> Alignment:
    whole = (0, len(words))
    return Alignment(left=whole, right=whole, matched=len(words), clashes=0, weight=weigh(words))


def _parents(
    passage: Passage,
    near: Sequence[tuple[int, Alignment]],
    firsts: Mapping[int, _Firsts],
    order: Order,
    named: frozenset[str],
) -> list[Link]:
    """The earlier passages that the words of one come from: most words first, each stretch once."""
    options = [
        Link(child=passage, parent=parent, alignment=alignment)
        for reading, alignment in near
        if (parent := firsts[reading].before(passage, order, named)) is not None
    ]
    credited = {
        first[name].report for r, _ in near for first in [firsts[r].of_source] for name in named if name in first
    }
    chosen: list[Link] = []
    while options:
        most = max(option.alignment.matched for option in options)
        good = [option for option in options if option.alignment.matched >= AS_MUCH * most]
        best = min(
            good,
            key=lambda o: (o.parent.report not in credited, order(o.parent), -o.alignment.matched, o.alignment.left),
        )
        chosen.append(best)
        options = [o for o in options if not same_stretch(o.alignment.left, best.alignment.left)]
    return chosen


def same_stretch(one: tuple[int, int], two: tuple[int, int]) -> bool:
    """True where two stretches of a passage are mostly the same words."""
    overlap = min(one[1], two[1]) - max(one[0], two[0])
    return overlap >= SAME_STRETCH * max(1, min(one[1] - one[0], two[1] - two[0]))
