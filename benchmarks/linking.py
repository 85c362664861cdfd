"""Measure what linking and reconciling cost beside annotating, and how that grows: a stream of planted stories.

    linking.py [--sizes 100 1000 5000] [--largest] [--ratio 1.0] [--exponent 1.2] [--sample 40] [--json]

Each size is measured in a process of its own: planted annotations are linked, reconciled and written as a record, so that
nothing is parsed. Beside it a sample of the same texts is annotated as a build does it. Printed are seconds of the
processor, their ratio to what annotating as many reports would take, the exponent with which they grow in the number of
event mentions (between sizes, and fitted to all), and memory. Fails where a ratio or the fitted exponent is above its
limit. --largest adds 20,000 reports, which takes some minutes.
"""

import argparse
import json
import math
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from seconds import Seconds

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

SIZES = (100, 1_000, 5_000)
LARGEST = 20_000

Row = dict[str, float]


def peak() -> float:
    """Most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(size: int) -> Row:
    """Plant a stream, make its record, and say what that took."""
    from evaluation.oracle.stream import make_stream
    from variorum.config import Config
    from variorum.pipeline import make_tables
    from variorum.store import publish

    reports, annotations = make_stream(size)
    before, linking, writing = peak(), Seconds(), Seconds()
    with linking.running():
        tables = make_tables(reports, annotations, config=Config())
    run = {"run_id": "b0", "inputs_hash": "0", "config_hash": "0", "config": "{}", "versions": "{}"}
    with tempfile.TemporaryDirectory() as folder, writing.running():
        publish(Path(folder) / "stream.variorum", tables, run={**run, "contract": None, "finished_at": None})
    return {
        "reports": len(reports),
        "mentions": sum(len(own.events) for own in annotations.values()),
        "events": len(tables["events"]),
        "linking": linking.processor,
        "writing": writing.processor,
        "before": before,
        "peak": peak(),
    }


def annotating(size: int) -> Row:
    """Seconds of the processor that annotating one report of the stream takes, as the mean of some reports."""
    from evaluation.oracle.stream import make_stream
    from variorum.annotations import annotate
    from variorum.config import Config

    reports, _ = make_stream(2 * size)
    took = Seconds()
    for report in reports[:3]:
        annotate(report, Config())
    with took.running():
        for report in reports[::2]:
            annotate(report, Config())
    return {"each": took.processor / size}


def in_own_process(what: str, size: int) -> Row:
    """Measure in a new process, so that memory is that of one size."""
    command = [sys.executable, __file__, "--one", what, str(size)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        sys.exit(f"measuring {size} reports failed: {ended.stderr.strip()[-500:]}")
    found: Row = json.loads(ended.stdout)
    return found


def total(row: Row) -> float:
    """Seconds from annotations to a record."""
    return row["linking"] + row["writing"]


def exponent(rows: Sequence[Row]) -> float:
    """The exponent of the power of event mentions that fits the seconds best; 1 is linear growth."""
    if len(rows) < 2:
        return 1.0
    return statistics.linear_regression(
        [math.log(row["mentions"]) for row in rows], [math.log(total(row)) for row in rows]
    ).slope


def show(row: Row, each: float, before: Row | None) -> str:
    """One size as a line."""
    grown = f"{exponent([before, row]):.2f}" if before else "-"
    return (
        f"{row['reports']:7.0f} {row['mentions']:9.0f} {row['linking']:9.2f} {row['writing']:9.2f} "
        f"{row['reports'] / total(row):10.0f} {total(row) / (each * row['reports']):7.2f} {grown:>9} "
        f"{row['peak']:8.0f} {row['peak'] - row['before']:9.0f}"
    )


def main() -> int:
    """Measure each size and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--largest", action="store_true")
    parser.add_argument("--ratio", type=float, default=1.0)
    parser.add_argument("--exponent", type=float, default=1.2)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        what, size = given.one
        print(json.dumps((annotating if what == "annotating" else measure)(int(size))))
        return 0
    each = in_own_process("annotating", given.sample)["each"]
    if not given.json:
        print(f"annotating takes {1000 * each:.0f} ms a report")
        print("reports  mentions   linking   writing  reports/s   ratio  exponent  peak MB  added MB", flush=True)
    rows: list[Row] = []
    for size in (*given.sizes, *([LARGEST] if given.largest else ())):
        rows.append(in_own_process("linking", size))
        if not given.json:
            print(show(rows[-1], each, rows[-2] if len(rows) > 1 else None), flush=True)
    grown, worst = exponent(rows), max(total(row) / (each * row["reports"]) for row in rows)
    if given.json:
        print(json.dumps({"annotating": each, "rows": rows, "exponent": grown, "ratio": worst}, sort_keys=True))
    else:
        print(f"exponent {grown:.2f}, at most {given.exponent}; ratio {worst:.2f}, at most {given.ratio}")
    return 0 if grown <= given.exponent and worst <= given.ratio else 1


if __name__ == "__main__":
    sys.exit(main())
