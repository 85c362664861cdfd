"""Stories and processes: which reports tell one happening, and which stories are rounds of one conflict.

Reports are grouped by how alike their words are, with average linkage: a report joins a story where it is like its
reports on the whole, so that no chain of half-alike reports makes one. Two whose main events cannot be one count as
not alike at all. Stories are of one process where the same sides stand in their middle.

Source: average linkage (Sokal and Michener 1958) by scipy; the threshold was set on one half of the development
stories.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from variorum.links.clusters import cluster
from variorum.links.features import DATED, Comparer
from variorum.links.nodes import main_node
from variorum.links.text_likeness import Texts
from variorum.schema.dates import Bounds
from variorum.schema.linked import Link, Storyline
from variorum.schema.nodes import EventNode
from variorum.schema.reports import Report

RULE = "stories.v2"
LARGEST = 4_000
"""Reports that are grouped at once; a larger heap is first parted by its closer likenesses."""

PARTED = -2.0
"""Evidence (logarithm of the odds) for two main events below which they part their reports. On the building half of the
development stories any number from 0 to -5 gives the same stories."""

Pair = tuple[int, int]


def find_stories(
    reports: Sequence[Report],
    nodes: Mapping[str, Sequence[EventNode]],
    published: Mapping[str, Bounds],
    comparer: Comparer,
    *,
    likeness: float,
    texts: Texts | None = None,
) -> Storyline:
    """Group reports into stories and stories into processes.

    Args:
        reports: in order of id.
        likeness: 0 to 1, from which reports are of one story on average.
        texts: the reports' words, where they are known from before.

    Returns:
        Every report is in exactly one story. Links are between reports at least as alike as that: *same* in one story,
        *different* where their main events part them, else *unsure*.
    """
    ids = [r.report_id for r in reports]
    dates = [published[i] for i in ids]
    texts = texts or Texts(reports)
    pairs = texts.alike(dates, likeness)
    alike = dict(zip(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True), pairs.likeness.tolist(), strict=True))
    news = [_news(nodes[i]) for i in ids]
    apart = {(i, j): why for i, j in alike if (why := _apart(news[i], news[j], comparer))}
    groups = list(_group(texts, dates, alike, apart, likeness))
    stories = tuple(sorted(tuple(sorted(ids[i] for i in group)) for group in groups))
    story_of = {report: n for n, story in enumerate(stories) for report in story}
    links = [_link(ids[i], ids[j], score, apart.get((i, j)), story_of) for (i, j), score in alike.items()]
    return Storyline(
        stories=stories,
        processes=_processes(stories, nodes),
        links=tuple(sorted(links, key=lambda x: (x.left_id, x.right_id))),
    )


def _group(
    texts: Texts, dates: Sequence[Bounds], alike: Mapping[Pair, float], apart: Mapping[Pair, str], likeness: float
) -> Iterator[list[int]]:
    """Stories by average linkage. Each hangs together by pairs above the threshold, so that heaps of those are enough."""
    parted: dict[int, list[int]] = defaultdict(list)
    for i, j in apart:
        parted[i].append(j)
    waiting = [(heap, likeness) for heap in _heaps(range(len(dates)), [p for p in alike if p not in apart])]
    while waiting:
        heap, least = waiting.pop()
        if len(heap) <= LARGEST:
            yield from _part(heap, texts, dates, parted, likeness)
            continue
        inside, closer = set(heap), least * 1.25
        own = [p for p, score in alike.items() if score >= closer and p not in apart and p[0] in inside]
        waiting += [(smaller, closer) for smaller in _heaps(heap, own)]


def _heaps(rows: Sequence[int], pairs: Sequence[Pair]) -> list[list[int]]:
    """Rows that pairs connect, by whatever chain."""
    place = {row: n for n, row in enumerate(rows)}
    left, right = ([place[pair[side]] for pair in pairs] for side in (0, 1))
    graph = coo_array((np.ones(len(pairs)), (left, right)), shape=(len(place), len(place)))
    _, labels = connected_components(graph, directed=False)
    heaps: dict[int, list[int]] = {}
    for row, label in zip(rows, labels.tolist(), strict=True):
        heaps.setdefault(label, []).append(row)
    return list(heaps.values())


def _part(
    heap: Sequence[int], texts: Texts, dates: Sequence[Bounds], apart: Mapping[int, Sequence[int]], likeness: float
) -> list[list[int]]:
    """The stories of one heap. apart: of a report those, after it, whose main events cannot be its own."""
    if len(heap) == 1:
        return [list(heap)]
    square, place = texts.square(heap, dates), {row: n for n, row in enumerate(heap)}
    for i in heap:
        for j in apart.get(i, ()):
            if j in place:
                square[min(place[i], place[j]), max(place[i], place[j])] = 0.0
    distances = np.clip(1 - square[np.triu_indices(len(heap), 1)], 0, None)
    labels = fcluster(linkage(distances, method="average"), 1 - likeness, criterion="distance").tolist()
    return [[row for row, own in zip(heap, labels, strict=True) if own == label] for label in sorted(set(labels))]


News = dict[str, EventNode]
"""The main event of a report of each type that is decisive, the most telling type first."""


def _apart(mine: News, theirs: News, comparer: Comparer) -> str | None:
    """Why the main events of two reports, of the first type that both have, cannot be one; or None.

    Where one of them was published on no known day, what parts them is outweighed by a day in common alone.
    """
    kind = next((kind for kind in mine if kind in theirs), None)
    if kind is None:
        return None
    pair = mine[kind], theirs[kind]
    found = comparer.compare(*pair, one_story=True)
    lonely = not all(node.published.known for node in pair) and DATED.isdisjoint(found.features)
    return found.parted_by if lonely or found.evidence < PARTED else None


DECISIVE = ("CONSULT", "ASSAULT", "NONE", "PROTEST", "COERCE")
"""Types by how surely two of them tell whether two reports have one piece of news."""


def _news(nodes: Sequence[EventNode]) -> News:
    main = {kind: main_node([n for n in nodes if n.type == kind]) for kind in DECISIVE}
    return {kind: node for kind, node in main.items() if node is not None}


def _link(left: str, right: str, score: float, reason: str | None, story_of: Mapping[str, int]) -> Link:
    together = story_of[left] == story_of[right]
    if together:
        why = (
            "of one story on the whole"
            if reason is None
            else f"main events: {reason}, and yet of one story on the whole"
        )
    else:
        why = f"main events: {reason}" if reason else "less like the rest of each other's stories"
    return Link(
        kind="story",
        left_id=left,
        right_id=right,
        judgement="same" if together else "different" if reason else "unsure",
        score=min(1.0, score),
        evidence=f"words alike {score:.2f}; {why}",
        decided_by=RULE,
    )


def _processes(
    stories: Sequence[tuple[str, ...]], nodes: Mapping[str, Sequence[EventNode]]
) -> tuple[tuple[int, ...], ...]:
    first: dict[tuple[str, ...], int] = {}
    same = []
    for n, story in enumerate(stories):
        sides = central_sides([node for report in story for node in nodes[report]])
        same += [(first.setdefault(pair, n), n) for pair in combinations(sorted(sides), 2)]
    return tuple(tuple(group) for group in cluster(range(len(stories)), same))


def central_sides(nodes: Sequence[EventNode], *, most: int = 3) -> tuple[str, ...]:
    """The sides (states by code, others by id) that most events of a story name, most frequent first."""
    tally = Counter(side for node in nodes for side in node.countries for _ in node.mentions)
    ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    return tuple(side for side, n in ranked[:most] if n > 1 or len(ranked) <= most)
