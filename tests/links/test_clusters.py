"""Clusters of judged pairs: joined by *same*, kept apart by *different*."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.links.clusters import cluster

items = st.integers(0, 11)
pairs = st.lists(st.tuples(items, items), max_size=20)


def components(count: int, edges: list[tuple[int, int]]) -> set[frozenset[int]]:
    """Connected components by plain union-find."""
    parent = list(range(count))

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for left, right in edges:
        parent[root(left)] = root(right)
    groups: dict[int, set[int]] = {}
    for node in range(count):
        groups.setdefault(root(node), set()).add(node)
    return {frozenset(group) for group in groups.values()}


@given(pairs)
def test_clusters_are_connected_components_when_nothing_is_different(same):
    found = cluster(range(12), same)
    assert {frozenset(group) for group in found} == components(12, same)


@given(pairs, pairs)
def test_every_item_is_in_exactly_one_cluster(same, different):
    found = cluster(range(12), same, different)
    assert sorted(item for group in found for item in group) == list(range(12))


@given(pairs, st.lists(st.tuples(items, items).filter(lambda p: p[0] != p[1]), max_size=10))
def test_no_cluster_holds_a_pair_judged_different(same, different):
    home = {item: i for i, group in enumerate(cluster(range(12), same, different)) for item in group}
    assert all(home[left] != home[right] for left, right in different)


@given(pairs, pairs)
def test_clusters_never_reach_beyond_the_components(same, different):
    whole = components(12, same)
    assert all(any(set(group) <= component for component in whole) for group in cluster(range(12), same, different))


@given(pairs, pairs, st.randoms(use_true_random=False))
def test_order_of_different_pairs_does_not_matter(same, different, shuffler):
    shuffled = list(different)
    shuffler.shuffle(shuffled)
    assert cluster(range(12), same, different) == cluster(range(12), same, [(b, a) for a, b in shuffled])


def test_different_is_stronger_than_a_chain_of_same():
    assert cluster("abc", [("a", "b"), ("b", "c")], [("a", "c")]) == [["a", "b"], ["c"]]


def test_different_holds_through_clusters_already_joined():
    found = cluster("abcd", [("a", "b"), ("c", "d"), ("b", "c")], [("a", "d")])
    assert found == [["a", "b"], ["c", "d"]]


def test_stronger_pair_wins_when_two_cannot_both_hold():
    assert cluster("abc", [("b", "c"), ("a", "b")], [("a", "c")]) == [["a"], ["b", "c"]]


def test_clusters_keep_the_order_of_the_items():
    assert cluster("dcba", [("a", "d")]) == [["d", "a"], ["c"], ["b"]]


def test_pairs_about_unknown_items_are_passed_over_when_different():
    assert cluster("ab", [("a", "b")], [("a", "z")]) == [["a", "b"]]


@given(pairs, pairs)
def test_what_is_held_apart_on_joining_is_what_is_told_different(same, different):
    told = {frozenset(pair) for pair in different}
    asked = cluster(range(12), same, apart=lambda one, two, _link: frozenset((one, two)) in told)
    assert asked == cluster(range(12), same, different)


def test_items_told_alike_are_asked_about_once():
    asked = []

    def apart(one: int, two: int, _link: tuple[int, int]) -> bool:
        asked.append((one, two))
        return False

    found = cluster(range(6), [(i, i + 1) for i in range(5)], apart=apart, telling=lambda _item: "alike")
    assert found == [[0, 1, 2, 3, 4, 5]]
    assert len(asked) == 5
