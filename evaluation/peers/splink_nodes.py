"""Write the event nodes of planted worlds as rows, for linking by another program.

    python -m evaluation.peers.splink_nodes --first 1000 --last 1060 --out nodes.parquet

A row is what one report tells of one event, with the columns that links.features compares and, for scoring only,
`truth` (the happening) and `ours` (the event into which it was linked here).
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from evaluation.oracle.annotations import plant_annotations
from evaluation.oracle.printing import as_report
from evaluation.oracle.truth import plant
from variorum.config import Config

from variorum.pipeline import link_reports
from variorum.schema.nodes import EntityLookup, EventNode

Row = dict[str, object]


def rows_of(seed: int) -> Iterator[Row]:
    """The nodes of one world."""
    planted = plant(seed)
    own = {p.report_id: plant_annotations(p, planted.world.cast) for p in planted.printed}
    linked = link_reports([as_report(p) for p in planted.printed], own, config=Config())
    lookup = EntityLookup(linked.entities, own.values())
    for event, nodes in enumerate(linked.events.clusters):
        for node in nodes:
            yield {**row_of(node, lookup), "ours": f"{seed}/{event}",
                   "truth": f"{seed}/{node.key[1]}", "world": seed}  # fmt: skip


def row_of(node: EventNode, lookup: EntityLookup) -> Row:
    """What a node says, a column an attribute; None where it says nothing."""
    place = lookup.by_id[node.places[0]] if node.places else None
    of = {role: sorted(node.in_role(role)) or None for role in ("actor", "recipient")}
    killed = [q.best for what, q in node.figures if what == "killed"]
    return {
        "unique_id": f"{node.report_id}/{node.key[1]}",
        "report": node.report_id,
        "type": node.type,
        "kind": min(node.concepts, default=None),
        "words": min((m.lemma for m in node.mentions), default=None),
        "low": node.date.low and node.date.low.isoformat(),
        "high": node.date.high and node.date.high.isoformat(),
        "place": place and place.entity_id,
        "country": place and place.country,
        "sides": sorted(node.entities) or None,
        "actor": of["actor"] and of["actor"][0],
        "recipient": of["recipient"] and of["recipient"][0],
        "killed": float(killed[0]) if killed and killed[0] is not None else None,
    }


def main() -> None:
    """Write the nodes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, required=True)
    parser.add_argument("--last", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    rows = [row for seed in range(given.first, given.last + 1) for row in rows_of(seed)]
    pq.write_table(pa.Table.from_pylist(rows), given.out)
    print(f"{len(rows)} nodes of {given.last - given.first + 1} worlds: {given.out}")


if __name__ == "__main__":
    main()
