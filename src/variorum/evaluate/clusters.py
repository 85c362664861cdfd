"""Clusters beside clusters: MUC, B-cubed and CEAFe, each as sums that can be added up over topics.

A clustering is a mapping from item to the name of its cluster; both sides hold the same items. Every function
returns for each group of items (a topic, say) what that group adds to the sums, so that figures of all, and bootstrap
intervals over groups, come from the same numbers. Clusters that cross groups are scored as what they are.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping

from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from variorum.errors import InputError
from variorum.evaluate.values import Counts, Figures, f1, share

Clustering = Mapping[Hashable, Hashable]
Groups = Mapping[Hashable, str]
Sums = dict[str, Counter[str]]


def compare_clusterings(gold: Clustering, found: Clustering, groups: Groups) -> Sums:
    """All sums of the three measures by group.

    Args:
        gold, found: the cluster of every item.
        groups: the group of every item; gold clusters should not cross groups.

    Raises:
        InputError: the two sides hold different items.
    """
    _check(gold, found, groups)
    sums: Sums = defaultdict(Counter)
    for measure in (_muc, count_items, _ceaf_e):
        for group, counts in measure(gold, found, groups).items():
            sums[group].update(counts)
    return sums


def _check(gold: Clustering, found: Clustering, groups: Groups) -> None:
    if gold.keys() != found.keys() or gold.keys() != groups.keys():
        raise InputError("clusterings to be compared must hold the same items")


def conll(counts: Counts) -> Figures:
    """CoNLL F1 and its three parts from summed counts.

    Source: Pradhan et al. 2012 (the mean of the three); Vilain et al. 1995 (MUC); Bagga and Baldwin 1998 (B-cubed);
    Luo 2005 (CEAF with phi4, entity based).
    """
    muc = f1(counts.get("muc_p", 0), counts.get("muc_answers", 0), counts.get("muc_r", 0), counts.get("muc_gold", 0))
    bcubed = bcubed_f1(counts)
    phi = counts.get("ceaf_phi", 0)
    ceaf = f1(phi, counts.get("ceaf_answers", 0), phi, counts.get("ceaf_gold", 0))
    return {"conll_f1": (muc + bcubed + ceaf) / 3, "muc_f1": muc, "bcubed_f1": bcubed, "ceafe_f1": ceaf}


def bcubed_f1(counts: Counts) -> float:
    """B-cubed F1 from summed counts. Source: Bagga and Baldwin 1998."""
    items = counts.get("items", 0)
    return f1(counts.get("b3_p", 0), items, counts.get("b3_r", 0), items)


def adjusted_rand(counts: Counts) -> float:
    """The adjusted Rand index from summed counts, 0 where it is below what chance gives.

    Source: Hubert and Arabie 1985. One cluster on both sides, or lone items on both, are alike wholly: 1.
    """
    items = counts.get("items", 0)
    right, answers, gold = (counts.get(f"pairs_{name}", 0) for name in ("right", "answers", "gold"))
    by_chance = share(answers * gold, items * (items - 1))
    most = (answers + gold) / 2
    if not items:
        return 0.0
    return min(1.0, max(0.0, (right - by_chance) / (most - by_chance))) if most != by_chance else 1.0


def pair_f1(counts: Counts) -> float:
    """F1 over pairs of items that share a cluster."""
    right = counts.get("pairs_right", 0)
    return f1(right, counts.get("pairs_answers", 0), right, counts.get("pairs_gold", 0))


def members(clustering: Clustering) -> dict[Hashable, list[Hashable]]:
    """Items by cluster, in the order of the clustering."""
    found: dict[Hashable, list[Hashable]] = defaultdict(list)
    for item, cluster in clustering.items():
        found[cluster].append(item)
    return found


def _muc(gold: Clustering, found: Clustering, groups: Groups) -> Sums:
    """Links of each cluster that the other side keeps: size less the number of pieces it is in there."""
    sums: Sums = defaultdict(Counter)
    for side, other, (kept, all_links) in (
        (gold, found, ("muc_r", "muc_gold")),
        (found, gold, ("muc_p", "muc_answers")),
    ):
        for items in members(side).values():
            pieces = len({other[item] for item in items})
            sums[groups[items[0]]].update({kept: len(items) - pieces, all_links: len(items) - 1})
    return sums


def count_items(gold: Clustering, found: Clustering, groups: Groups) -> Sums:
    """For each item, which share of its cluster on either side it has in common with that on the other, and its pairs.

    What B-cubed, pairs and the adjusted Rand index are made of; needs no SciPy.

    Raises:
        InputError: the two sides hold different items.
    """
    _check(gold, found, groups)
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    in_gold, in_found = Counter(gold.values()), Counter(found.values())
    in_both: Counter[tuple[Hashable, Hashable]] = Counter()
    for item, cluster in gold.items():
        in_both[cluster, found[item]] += 1
    for item, cluster in gold.items():
        both = in_both[cluster, found[item]]
        own = sums[groups[item]]
        own["items"] += 1
        own["b3_p"] += share(both, in_found[found[item]])  # type: ignore[assignment]  # a Counter holds fractions as well
        own["b3_r"] += share(both, in_gold[cluster])  # type: ignore[assignment]
        own["pairs_right"] += both - 1
        own["pairs_answers"] += in_found[found[item]] - 1
        own["pairs_gold"] += in_gold[cluster] - 1
    return sums


def _ceaf_e(gold: Clustering, found: Clustering, groups: Groups) -> Sums:
    """The best one-to-one assignment of clusters to clusters, each pair worth 2 |A and B| / (|A| + |B|)."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    keys, answers = members(gold), members(found)
    for name, side in (("ceaf_gold", keys), ("ceaf_answers", answers)):
        for items in side.values():
            sums[groups[items[0]]][name] += 1
    both = Counter((cluster, found[item]) for item, cluster in gold.items())
    worth = {(k, a): 2 * n / (len(keys[k]) + len(answers[a])) for (k, a), n in both.items()}
    for key, phi in assign_best(worth).items():
        sums[groups[keys[key][0]]]["ceaf_phi"] += phi  # type: ignore[assignment]  # a Counter holds fractions as well
    return sums


def assign_best(worth: Mapping[tuple[Hashable, Hashable], float]) -> dict[Hashable, float]:
    """The worth that each left side gets in the one-to-one assignment that is worth most in all."""
    if not worth:
        return {}
    lefts = {left: i for i, left in enumerate(dict.fromkeys(left for left, _ in worth))}
    rights = {right: len(lefts) + j for j, right in enumerate(dict.fromkeys(right for _, right in worth))}
    rows, columns = [lefts[left] for left, _ in worth], [rights[right] for _, right in worth]
    size = len(lefts) + len(rights)
    graph = coo_array((list(worth.values()), (rows, columns)), shape=(size, size)).tocsr()
    _, piece_of = connected_components(graph, directed=False)
    pieces: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for node in range(size):
        pieces[piece_of[node]][node >= len(lefts)].append(node)
    names, got = list(lefts), {}
    for some, others in pieces.values():
        table = graph[some][:, others].toarray()
        for i, j in zip(*linear_sum_assignment(table, maximize=True), strict=True):
            got[names[some[i]]] = float(table[i, j])
    return got
