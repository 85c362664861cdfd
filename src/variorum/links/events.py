"""Which nodes of different reports are one event: block, compare by named features, judge, cluster (links.events.v1).

Ids do not depend on order: an event is named by its first mention in order of report and offset.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from variorum.config import Config
from variorum.links.clusters import cluster
from variorum.links.event_blocks import candidate_pairs, telling_of
from variorum.links.features import PARTING, Comparer
from variorum.schema.linked import Decision, Link
from variorum.schema.nodes import EventNode, LinkedEvents, NodeKey, mention_id

RULE = "events.v1"


def link_events(
    nodes: Sequence[EventNode],
    comparer: Comparer,
    story_of: Mapping[str, int],
    decisions: Sequence[Decision],
    *,
    config: Config,
) -> LinkedEvents:
    """Link nodes into events.

    Args:
        decisions: human rulings; a *different* holds against any chain of *same*.

    Returns:
        Every node is in exactly one cluster.
    """
    by_key = {node.key: node for node in nodes}
    forced, forbidden, links = _rulings(nodes, decisions)
    same: list[tuple[float, NodeKey, NodeKey]] = []

    def _joins(one: EventNode, two: EventNode) -> bool:
        found = comparer.compare(one, two, one_story=True)
        return found.bar is None and found.score >= config.link_threshold

    for one, two in candidate_pairs(nodes, story_of, comparer.shared, _joins):
        found = comparer.compare(one, two, one_story=story_of[one.report_id] == story_of[two.report_id])
        if found.bar is None and found.score >= config.link_threshold:
            same.append((found.score, min(one.key, two.key), max(one.key, two.key)))
        if found.score >= config.link_threshold / 2:
            links.append(_link(one, two, found.score, found.features, config.link_threshold))
    ruled = {key: i for i, group in enumerate(cluster(sorted(by_key), forced, forbidden)) for key in group}
    single = Counter(ruled.values())
    special = frozenset(key for pair in comparer.shared for key in pair)

    def _apart(left: NodeKey, right: NodeKey) -> bool:
        """No chain of links joins two that cannot be one; people may."""
        together = ruled[left] == ruled[right]
        return not together and comparer.compare(by_key[left], by_key[right], one_story=True).bar in PARTING

    def _telling(key: NodeKey) -> Hashable:
        return key if key in special or single[ruled[key]] > 1 else telling_of(by_key[key])

    ordered = [*forced, *((left, right) for _, left, right in sorted(same, key=lambda row: (-row[0], row[1], row[2])))]
    groups: list[list[NodeKey]] = cluster(sorted(by_key), ordered, forbidden, apart=_apart, telling=_telling)
    return LinkedEvents(clusters=tuple(tuple(by_key[k] for k in group) for group in groups), links=tuple(links))


def _link(one: EventNode, two: EventNode, score: float, features: Sequence[str], threshold: float) -> Link:
    left, right = sorted((mention_id(one, 0), mention_id(two, 0)))
    judgement = "same" if score >= threshold else "unsure"
    return Link(
        kind="event",
        left_id=left,
        right_id=right,
        judgement=judgement,
        score=score,
        evidence=", ".join(features),
        decided_by=RULE,
    )


Pair = tuple[NodeKey, NodeKey]


def _rulings(nodes: Sequence[EventNode], decisions: Sequence[Decision]) -> tuple[list[Pair], list[Pair], list[Link]]:
    """Pairs that people joined or parted, and the links that say so."""
    home = {mention_id(node, i): node.key for node in nodes for i in range(len(node.mentions))}
    forced: list[Pair] = []
    forbidden: list[Pair] = []
    links = []
    for decision in decisions:
        left = sorted({home[m] for m in decision.left_seen if m in home})
        right = sorted({home[m] for m in decision.right_seen if m in home})
        if not left or not right or decision.kind not in ("same", "different"):
            continue
        pairs = [(a, b) for a in left for b in right if a != b]
        (forced if decision.kind == "same" else forbidden).extend(pairs)
        ends = sorted((decision.left_id, decision.right_id or ""))
        links.append(
            Link(
                kind="event",
                left_id=ends[0],
                right_id=ends[1],
                judgement=decision.kind,
                score=1.0,
                evidence=decision.reason,
                decided_by=decision.author,
            )
        )
    return forced, forbidden, links
