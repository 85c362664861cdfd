"""Which nodes of different reports are one event: block, compare by named features, judge, cluster (links.events.v2).

Ids do not depend on order: an event is named by its first mention in order of report and offset.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.config import Config
from variorum.links.clusters import cluster
from variorum.links.event_blocks import candidate_pairs, telling_of
from variorum.links.features import Comparer, Comparison
from variorum.links.learning import learn
from variorum.schema.linked import Decision, Link
from variorum.schema.nodes import EventNode, LinkedEvents, NodeKey, mention_id

RULE = "events.v2"

LEAST_AGAINST = 1.5
"""Evidence (logarithm of the odds) against two nodes up to which any link joins them; from there on, so much less than
the link has for it."""

Pair = tuple[NodeKey, NodeKey]
Compared = tuple[EventNode, EventNode, Comparison]


def link_events(
    nodes: Sequence[EventNode],
    comparer: Comparer,
    story_of: Mapping[str, int],
    decisions: Sequence[Decision],
    *,
    config: Config,
) -> LinkedEvents:
    """Link nodes into events.

    Nodes are linked twice: the second time what a node does not say it takes from the event that it was linked into.

    Args:
        decisions: human rulings; a *different* holds against any chain of *same*.

    Returns:
        Every node is in exactly one cluster.
    """
    forced, forbidden, ruled = _rulings(nodes, decisions)
    linking = _Linking(comparer=comparer, story_of=story_of, forced=forced, forbidden=forbidden, config=config)
    first, _ = linking.link(nodes)
    groups, links = linking.link(learn(first))
    by_key = {node.key: node for node in nodes}
    clusters = tuple(tuple(by_key[n.key] for n in group) for group in groups)
    return LinkedEvents(clusters=clusters, links=(*ruled, *links))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Linking:
    """What one pass needs. forced, forbidden: pairs that people joined or parted.

    known: what pairs of nodes showed in an earlier pass; of those that learned nothing since, it still holds.
    """

    comparer: Comparer
    story_of: Mapping[str, int]
    forced: Sequence[Pair]
    forbidden: Sequence[Pair]
    config: Config
    known: dict[Pair, Compared] = field(default_factory=dict)

    def link(self, nodes: Sequence[EventNode]) -> tuple[list[list[EventNode]], list[Link]]:
        """Compare and cluster: the nodes of each event, and the links between them."""
        by_key, least = {node.key: node for node in nodes}, self.config.link_threshold
        same: list[tuple[float, NodeKey, NodeKey]] = []
        links = []
        for one, two in candidate_pairs(nodes, self.story_of, self.comparer.shared, self._joins):
            found = self._compare(one, two)
            if found.bar is None and found.score >= least:
                left, right = sorted((one, two), key=_by_words)
                same.append((found.evidence, left.key, right.key))
            if found.score >= least / 2:
                links.append(_link(one, two, found, least))
        same.sort(key=lambda row: (-row[0], _by_words(by_key[row[1]]), _by_words(by_key[row[2]])))
        return self._cluster(by_key, same), links

    def _compare(self, one: EventNode, two: EventNode) -> Comparison:
        known = self.known.get((one.key, two.key))
        if known is not None and known[0] is one and known[1] is two:
            return known[2]
        one_story = self.story_of[one.report_id] == self.story_of[two.report_id]
        found = self.comparer.compare(one, two, one_story=one_story)
        self.known[one.key, two.key] = one, two, found
        return found

    def _joins(self, one: EventNode, two: EventNode) -> bool:
        found = self.comparer.compare(one, two, one_story=True)
        return found.bar is None and found.score >= self.config.link_threshold

    def _cluster(
        self, by_key: Mapping[NodeKey, EventNode], same: Sequence[tuple[float, NodeKey, NodeKey]]
    ) -> list[list[EventNode]]:
        ruled = {k: i for i, group in enumerate(cluster(sorted(by_key), self.forced, self.forbidden)) for k in group}
        size = Counter(ruled.values())
        special = frozenset(key for pair in self.comparer.shared for key in pair)

        strength = {(left, right): evidence for evidence, left, right in same}

        def _apart(left: NodeKey, right: NodeKey, link: Pair) -> bool:
            """No link joins two that have more against being one than it has for it; people may.

            What one report tells by other kinds of happening is one only where something speaks for it.
            """
            if ruled[left] == ruled[right]:
                return False
            against = -self.comparer.compare(by_key[left], by_key[right], one_story=True).evidence
            if left[0] == right[0] and by_key[left].concepts.isdisjoint(by_key[right].concepts):
                return against > 0
            return against > LEAST_AGAINST + strength.get(link, 0.0)

        def _telling(key: NodeKey) -> Hashable:
            return key if key in special or size[ruled[key]] > 1 else telling_of(by_key[key])

        ordered = [*self.forced, *((left, right) for _, left, right in same)]
        groups = cluster(sorted(by_key), ordered, self.forbidden, apart=_apart, telling=_telling)
        return [[by_key[key] for key in group] for group in groups]


def _by_words(node: EventNode) -> tuple[str, int, str, NodeKey]:
    """An order of nodes in which a copy stands where its original does: ids come last."""
    first = node.mentions[0]
    return str(node.published.low), first.trigger.start, first.lemma, node.key


def _link(one: EventNode, two: EventNode, found: Comparison, threshold: float) -> Link:
    left, right = sorted((mention_id(one, 0), mention_id(two, 0)))
    judgement = "same" if found.score >= threshold else "unsure"
    return Link(
        kind="event",
        left_id=left,
        right_id=right,
        judgement=judgement,
        score=found.score,
        evidence=", ".join(found.features),
        decided_by=RULE,
    )


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
