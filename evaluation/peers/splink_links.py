"""Link event nodes with Splink and score it beside our own links on the same nodes.

    python evaluation/peers/splink_links.py build.parquet score.parquet

Needs `splink` (5.0, DuckDB) in an environment of its own; the files are of `splink_nodes.py`. Splink learns on
the nodes to be scored: *untold* without labels, as a user would, *told* with their truth, which is more than anyone has.
The threshold is chosen on the first file. Pairs F1 is of pairs
of nodes that are one happening, after clustering.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import pandas as pd
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

THRESHOLDS = (0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999)

DATES = cl.CustomComparison(
    output_column_name="date",
    comparison_levels=[
        cll.CustomLevel("low_l IS NULL OR low_r IS NULL", "unknown").configure(is_null_level=True),
        cll.CustomLevel("low_l <= high_r AND low_r <= high_l", "overlap"),
        cll.CustomLevel("greatest(date_diff('day', high_l, low_r), date_diff('day', high_r, low_l)) <= 1", "next day"),
        cll.CustomLevel("greatest(date_diff('day', high_l, low_r), date_diff('day', high_r, low_l)) <= 10", "near"),
        cll.ElseLevel(),
    ],
)
KINDS = cl.CustomComparison(
    output_column_name="kind",
    comparison_levels=[
        cll.NullLevel("type"),
        cll.CustomLevel("kind_l = kind_r", "kind"),
        cll.CustomLevel("type_l = type_r", "type"),
        cll.ElseLevel(),
    ],
)


def learn(rows: pd.DataFrame, *, labelled: bool) -> pd.DataFrame:
    """Pairs with their chance of being one, learnt by expectation maximisation on these rows, or told what is one."""
    api = DuckDBAPI()
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            KINDS,
            DATES,
            cl.ExactMatch("place"),
            cl.ArrayIntersectAtSizes("sides", [2, 1]),
            cl.ExactMatch("actor"),
            cl.ExactMatch("recipient"),
            cl.ExactMatch("words"),
            cl.ExactMatch("killed"),
        ],
        blocking_rules_to_generate_predictions=[block_on("world")],
        max_iterations=50,
    )
    linker = Linker(api.register(rows), settings)
    linker.training.estimate_probability_two_random_records_match([block_on("world", "kind", "low")], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    if labelled:
        linker.training.estimate_m_from_label_column("truth")
        return linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    for block in (block_on("world", "kind"), block_on("world", "place"), block_on("world", "low")):
        linker.training.estimate_parameters_using_expectation_maximisation(block)
    return linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()


def clusters(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Connected components: the least id of each."""
    head = {each: each for each in ids}

    def root(each: str) -> str:
        while head[each] != each:
            each = head[each]
        return each

    for one, two in pairs:
        low, high = sorted((root(one), root(two)))
        head[high] = low
    return {each: root(each) for each in head}


def pairs_in(groups: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """Pairs of ids with one group."""
    of: dict[str, list[str]] = defaultdict(list)
    for each, group in groups:
        of[group].append(each)
    return {frozenset(pair) for ids in of.values() for pair in combinations(ids, 2)}


def score(found: set[frozenset[str]], true: set[frozenset[str]]) -> tuple[float, float, float]:
    """Precision, recall, F1 of pairs."""
    right = len(found & true)
    precision, recall = right / max(len(found), 1), right / max(len(true), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def scored(rows: pd.DataFrame, linked: pd.DataFrame, threshold: float) -> tuple[float, float, float]:
    """Of what Splink links at a threshold."""
    kept = linked[linked.match_probability >= threshold]
    groups = clusters(rows.unique_id, zip(kept.unique_id_l, kept.unique_id_r, strict=True))
    return score(pairs_in(groups.items()), true_pairs(rows))


def true_pairs(rows: pd.DataFrame) -> set[frozenset[str]]:
    """Pairs that are one happening."""
    return pairs_in(zip(rows.unique_id, rows.truth, strict=True))


def read(path: str) -> pd.DataFrame:
    """Rows with days as dates."""
    rows = pd.read_parquet(path)
    rows["unique_id"] = rows["world"].astype(str) + "/" + rows["unique_id"]
    return rows.assign(low=pd.to_datetime(rows.low), high=pd.to_datetime(rows.high))


def main(files: Sequence[str]) -> None:
    """Choose the threshold on the first file, score on the second."""
    build, held = (read(path) for path in files)
    ours = pairs_in(zip(held.unique_id, held.ours, strict=True))
    print(f"nodes {len(held)}, pairs that are one {len(true_pairs(held))}")
    for labelled in (False, True):
        of_build = learn(build, labelled=labelled)
        best = max(THRESHOLDS, key=lambda t: scored(build, of_build, t)[2])
        show(f"Splink {'told' if labelled else 'untold'} {best}", scored(held, learn(held, labelled=labelled), best))
    show("links", score(ours, true_pairs(held)))


def show(name: str, found: tuple[float, float, float]) -> None:
    """One line."""
    print(f"{name:20} precision {found[0]:.3f} recall {found[1]:.3f} F1 {found[2]:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
