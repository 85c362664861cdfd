"""Clusters from judged pairs: *same* joins, *different* keeps apart and is stronger than any chain of *same*.

Source: the judgement algebra follows nomenklatura's (positive, negative, unsure), restated for sets.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import product
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def cluster(
    items: Iterable[Item],
    same: Sequence[tuple[Item, Item]],
    different: Iterable[tuple[Item, Item]] = (),
    *,
    apart: Callable[[Item, Item, tuple[Item, Item]], bool] | None = None,
    telling: Callable[[Item], Hashable] | None = None,
) -> list[list[Item]]:
    """Join items by pairs judged same, strongest first, never across a pair judged different.

    Args:
        items: all items; each ends up in exactly one cluster. Their order is kept.
        same: pairs to join, in the order in which they should be tried.
        different: pairs that must stay apart.
        apart: says it of two items that a pair is about to join; asked of items that are told alike only once.
        telling: what of an item `apart` looks at.

    Returns:
        Clusters in order of their first item.
    """
    order = list(items)
    members: dict[Item, list[Item]] = {item: [item] for item in order}
    home: dict[Item, Item] = {item: item for item in order}
    enemies: dict[Item, set[Item]] = {item: set() for item in order}
    for left, right in different:
        if left in enemies and right in enemies:
            enemies[left].add(right)
            enemies[right].add(left)
    kinds: dict[Item, dict[Hashable, Item]] = {item: {telling(item) if telling else item: item} for item in order}
    for left, right in same:
        one, two = home[left], home[right]
        if one == two or not enemies[one].isdisjoint(members[two]):
            continue
        if apart and any(apart(a, b, (left, right)) for a, b in product(kinds[one].values(), kinds[two].values())):
            continue
        members[one] += members[two]
        enemies[one] |= enemies[two]
        kinds[one] = kinds.pop(two) | kinds[one]
        for item in members.pop(two):
            home[item] = one
    place = {item: i for i, item in enumerate(order)}
    groups = [sorted(group, key=place.__getitem__) for group in members.values()]
    return sorted(groups, key=lambda group: place[group[0]])
