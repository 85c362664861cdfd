"""Reports that are copies as a whole: they tell nothing of their own, so they neither join nor part events.

Each is set aside while its original is linked; then what it tells is attached to the original's events by
the passages that both have. Only what it adds in words of its own is compared like any other report's,
and joins one event at most.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from variorum.config import Config
from variorum.links.clusters import cluster
from variorum.links.features import Comparer
from variorum.links.kinds import kinds_of
from variorum.links.shared_sizes import MOSTLY, find_sharers, shared_sizes
from variorum.schema.linked import Copy, Dated, Lineage, Storyline
from variorum.schema.nodes import EventNode, LinkedEvents
from variorum.schema.reports import Report, Span


def find_reprints(reports: Sequence[Report], lineage: Lineage) -> dict[str, str]:
    """The original of every report that is mostly a copy of another.

    Returns:
        report id of the original for each reprint; originals are not keys. Among reports that are copies of
        each other the original is the credited or the earliest dated, then the longest.
    """
    by_id = {r.report_id: r for r in reports}
    sharers = find_sharers(reports, shared_sizes(lineage.copies), MOSTLY)
    pairs = [(report, other) for report, others in sharers.items() for other in sorted(others)]
    credited = _credited_names(lineage)
    found: dict[str, str] = {}
    for group in cluster(sorted(by_id), pairs):
        original = min(group, key=lambda r: _rank(by_id[r], credited))
        found |= {r: original for r in group if r != original}
    return found


WHOLE = 0.8
"""Share of a report from which it is another printed once more, so that "Monday" in it is the other's."""


def find_whole(reports: Sequence[Report], lineage: Lineage) -> dict[str, str]:
    """Of each report that is another printed once more, the earliest such; both state their days."""
    by_id = {r.report_id: r for r in reports}
    found: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for (one, other), size in shared_sizes(lineage.copies).items():
        own, first = by_id[one].published, by_id[other].published
        if size >= WHOLE * len(by_id[one].text) and own.low and first.low and first.high and first.high < own.low:
            found[one].append((first.low, other))
    return {one: min(others)[1] for one, others in found.items()}


def write_with_originals(dated: Mapping[str, Dated], whole: Mapping[str, str]) -> dict[str, Dated]:
    """Days of reports, those printed once more written when their originals were: a copy tells nothing later."""
    return {**dated, **{r: replace(dated[r], written=dated[original].anchor) for r, original in whole.items()}}


def _credited_names(lineage: Lineage) -> frozenset[str]:
    """Names of origins that are credited by what was first found of them."""
    first: dict[str, str] = {}
    for origin in lineage.origins:
        first.setdefault(origin.name, origin.basis)
    return frozenset(name for name, basis in first.items() if basis == "credited")


def _rank(report: Report, credited: frozenset[str]) -> tuple[bool, bool, date, int, str]:
    known = report.published.low or date.max
    return report.source not in credited, not report.published.known, known, -len(report.text), report.report_id


def attach_reprints(
    linked: LinkedEvents,
    nodes: Mapping[str, Sequence[EventNode]],
    reprints: Mapping[str, str],
    lineage: Lineage,
    *,
    comparer: Comparer,
    config: Config,
) -> LinkedEvents:
    """Add the nodes of reprints to the events of their originals; clusters are neither joined nor parted."""
    groups = [list(group) for group in linked.clusters]
    home = {node.key: i for i, group in enumerate(groups) for node in group}
    between, shelves = _copies_between(lineage), Shelves(linked.clusters)
    for report_id in sorted(reprints):
        original = reprints[report_id]
        passages = between.get(frozenset((report_id, original)), ())
        for node in nodes[report_id]:
            place = _place_of(node, nodes[original], passages, home)
            if place is None:
                near = {i: linked.clusters[i] for i in shelves.near(node)}
                place = _best_home(node, near, comparer, config)
            if place is None:
                place = len(groups)
                groups.append([])
            groups[place].append(node)
            home[node.key] = place
    clusters = tuple(tuple(sorted(group, key=lambda n: n.key)) for group in groups)
    return LinkedEvents(clusters=tuple(sorted(clusters, key=lambda g: g[0].key)), links=linked.links)


def _copies_between(lineage: Lineage) -> dict[frozenset[str], list[Copy]]:
    """The copied passages of each two reports, whichever copied."""
    found: dict[frozenset[str], list[Copy]] = defaultdict(list)
    for copy in lineage.copies:
        found[frozenset((copy.report_id, copy.of_report_id))].append(copy)
    return found


def _place_of(
    node: EventNode,
    originals: Sequence[EventNode],
    passages: Sequence[Copy],
    home: Mapping[tuple[str, int], int],
) -> int | None:
    """The event of the original that a reprint's node tells: the same words in a passage that both have."""
    scored = [(_overlap(node, other, passages), -other.key[1], other) for other in originals if other.type == node.type]
    best = max(scored, key=lambda row: row[:2], default=None)
    if best is not None and best[0] > 0:
        return home[best[2].key]
    alike = [
        o for o in originals if o.concepts & node.concepts and _lemmas(o) & _lemmas(node) and o.times == node.times
    ]
    return home[alike[0].key] if len(alike) == 1 else None


def _overlap(node: EventNode, other: EventNode, passages: Sequence[Copy]) -> int:
    """How many mentions of two nodes stand in the same passages with the same trigger words."""
    return sum(
        mine.lemma == theirs.lemma and _in_one_passage(node.report_id, mine.trigger, theirs.trigger, passages)
        for mine in node.mentions
        for theirs in other.mentions
    )


def _in_one_passage(report_id: str, mine: Span, theirs: Span, passages: Sequence[Copy]) -> bool:
    for copy in passages:
        here, there = (copy.span, copy.of_span) if copy.report_id == report_id else (copy.of_span, copy.span)
        if here.covers(mine) and there.covers(theirs):
            return True
    return False


def _lemmas(node: EventNode) -> frozenset[str]:
    return frozenset(m.lemma for m in node.mentions)


class Shelves:
    """Events by their kinds with the sides and places that they name, under which a node of its own words is looked up."""

    def __init__(self, clusters: Sequence[Sequence[EventNode]]) -> None:
        self._places: dict[tuple[str, str], set[int]] = defaultdict(set)
        for place, members in enumerate(clusters):
            for node in members:
                for mark in (ANY, *(_named(node) or (NONE,))):
                    for kind in kinds_of(node):
                        self._places[kind, mark].add(place)

    def near(self, node: EventNode) -> list[int]:
        """The places of events of a node's kinds that share a side or a place with it, or where one names none."""
        named = _named(node)
        marks = (*named, NONE) if named else (ANY,)
        return sorted(set().union(*(self._places.get((kind, m), ()) for kind in kinds_of(node) for m in marks)))


ANY, NONE = "any", "none"


def _named(node: EventNode) -> tuple[str, ...]:
    return (*node.countries, *node.places)


def _best_home(
    node: EventNode, clusters: Mapping[int, Sequence[EventNode]], comparer: Comparer, config: Config
) -> int | None:
    """The event that words of a reprint's own are most like, if they are of one. clusters: by their place."""
    best, found = config.link_threshold, None
    for place, members in clusters.items():
        compared = [comparer.compare(node, other, one_story=True) for other in members]
        if any(c.bar for c in compared):
            continue
        score = max((c.score for c in compared), default=0.0)
        if score > best or (score == best and found is None):
            best, found = score, place
    return found


def place_in_stories(storyline: Storyline, reprints: Mapping[str, str]) -> Storyline:
    """Put every reprint into its original's story."""
    stories = [list(members) for members in storyline.stories]
    home = {report: i for i, members in enumerate(stories) for report in members}
    for report_id, original in sorted(reprints.items()):
        stories[home[original]].append(report_id)
    return Storyline(
        stories=tuple(tuple(sorted(members)) for members in stories),
        processes=storyline.processes,
        links=storyline.links,
    )
