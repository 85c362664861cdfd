"""Stories and processes: which reports tell one happening, and which stories are rounds of one conflict.

Two reports are of one story where their words are alike (TF-IDF cosine) and their main events can be
one event. Stories are of one process where the same sides stand in their middle.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from variorum.config import Config
from variorum.links.clusters import cluster
from variorum.links.features import PARTING, Comparer
from variorum.links.nodes import main_node
from variorum.schema.dates import Bounds
from variorum.schema.linked import Link, Storyline
from variorum.schema.nodes import EventNode
from variorum.schema.reports import Report

RULE = "stories.v1"
MAX_GAP = timedelta(days=21)
"""Days between publications from which two reports are not of one story."""

MAX_SHARE = 0.5
"""Share of a large corpus from which a word is too common to bring two reports together."""

_WORD = re.compile(r"[^\W\d_]{3,}")


Vector = dict[str, float]


def find_stories(
    reports: Sequence[Report],
    nodes: Mapping[str, Sequence[EventNode]],
    published: Mapping[str, Bounds],
    comparer: Comparer,
    *,
    config: Config,
) -> Storyline:
    """Group reports into stories and stories into processes.

    Returns:
        Every report is in exactly one story; order does not depend on the order given.
    """
    ordered = sorted(reports, key=lambda r: r.report_id)
    vectors = _vectors(ordered)
    links, same = [], []
    for score, left, right in _alike(vectors, config.story_similarity):
        reason = _apart(nodes[left], nodes[right], published[left], published[right], comparer)
        links.append(_link(left, right, score, reason))
        if reason is None:
            same.append((left, right))
    stories = cluster([r.report_id for r in ordered], same, _distinct(links))
    groups = tuple(tuple(sorted(group)) for group in stories)
    return Storyline(
        stories=groups,
        processes=_processes(groups, nodes),
        links=tuple(sorted(links, key=lambda x: (x.left_id, x.right_id))),
    )


def _distinct(links: Sequence[Link]) -> list[tuple[str, str]]:
    return [(link.left_id, link.right_id) for link in links if link.judgement == "different"]


def _vectors(reports: Sequence[Report]) -> dict[str, Vector]:
    """Length-normalized TF-IDF vectors of the reports' words."""
    counts = {r.report_id: Counter(w.lower() for w in _WORD.findall(r.text)) for r in reports}
    spread = Counter(word for words in counts.values() for word in words)
    total = len(reports)
    vectors = {}
    for report_id, words in counts.items():
        weighed = {w: (1 + math.log(n)) * math.log(1 + total / spread[w]) for w, n in words.items()}
        length = math.sqrt(sum(x * x for x in weighed.values())) or 1.0
        vectors[report_id] = {w: x / length for w, x in weighed.items()}
    return vectors


def _alike(vectors: Mapping[str, Vector], threshold: float) -> list[tuple[float, str, str]]:
    """Pairs of reports with a cosine of at least the threshold, the most alike first."""
    holders: dict[str, list[str]] = defaultdict(list)
    for report_id, vector in vectors.items():
        for word in vector:
            holders[word].append(report_id)
    limit = max(20, MAX_SHARE * len(vectors))
    dots: dict[tuple[str, str], float] = defaultdict(float)
    for word, sharers in holders.items():
        if len(sharers) > limit:
            continue
        for i, left in enumerate(sharers):
            for right in sharers[i + 1 :]:
                dots[left, right] += vectors[left][word] * vectors[right][word]
    found = [(round(dot, 6), left, right) for (left, right), dot in dots.items() if dot >= threshold]
    return sorted(found, key=lambda row: (-row[0], row[1], row[2]))


def _apart(
    mine: Sequence[EventNode], theirs: Sequence[EventNode], one: Bounds, two: Bounds, comparer: Comparer
) -> str | None:
    """Why two reports cannot be of one story, or None."""
    if _gap(one, two) > MAX_GAP or _gap(two, one) > MAX_GAP:
        return "published too far apart"
    pair = _decisive(mine, theirs)
    bar = comparer.compare(*pair, one_story=True).bar if pair else None
    return bar if bar in PARTING else None


def _gap(one: Bounds, two: Bounds) -> timedelta:
    """The least time from one publication to the next; none where an end is open."""
    return two.low - one.high if one.high and two.low else timedelta(0)


DECISIVE = ("CONSULT", "ASSAULT", "NONE", "PROTEST", "COERCE")
"""Types by how surely two of them tell whether two reports have one piece of news."""


def _decisive(mine: Sequence[EventNode], theirs: Sequence[EventNode]) -> tuple[EventNode, EventNode] | None:
    """The main events of two reports that are of one type, the most telling type first."""
    for kind in DECISIVE:
        left, right = (main_node([n for n in nodes if n.type == kind]) for nodes in (mine, theirs))
        if left is not None and right is not None:
            return left, right
    return None


def _link(left: str, right: str, score: float, reason: str | None) -> Link:
    evidence = f"words alike {score:.2f}" + (f"; main events: {reason}" if reason else "; main events can be one")
    judgement = "different" if reason else "same"
    return Link(
        kind="story",
        left_id=left,
        right_id=right,
        judgement=judgement,
        score=min(1.0, score),
        evidence=evidence,
        decided_by=RULE,
    )


def _processes(
    stories: Sequence[tuple[str, ...]], nodes: Mapping[str, Sequence[EventNode]]
) -> tuple[tuple[int, ...], ...]:
    sides = [central_sides([n for report in story for n in nodes[report]]) for story in stories]
    same = [
        (i, j) for i in range(len(sides)) for j in range(i + 1, len(sides)) if len(set(sides[i]) & set(sides[j])) >= 2
    ]
    return tuple(tuple(group) for group in cluster(range(len(stories)), same))


def central_sides(nodes: Sequence[EventNode], *, most: int = 3) -> tuple[str, ...]:
    """The sides (states by code, others by id) that most events of a story name, most frequent first."""
    tally = Counter(side for node in nodes for side in node.countries for _ in node.mentions)
    ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    return tuple(side for side, n in ranked[:most] if n > 1 or len(ranked) <= most)
