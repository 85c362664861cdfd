"""Measure how the cost of lineage grows: planted reports, doubled step by step, each size in a process of its own.

    lineage.py [--sizes 500 1000 2000] [--most 2.3] [--times 2] [--full]

Prints seconds of the processor (the least of --times runs), their ratio to the size before, peak memory of the process and what lineage added to it; fails where
a doubling costs more than --most times. --full measures 5,000 to 40,000 reports. Only ratios mean anything on another
machine. The planted reports are those of evaluation/lineage; their sentences are given, as in a build.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "evaluation" / "lineage"))

SMALL = (500, 1_000, 2_000)
FULL = (5_000, 10_000, 20_000, 40_000)
OUTLETS_SHARE = 0.01
"""Part of the reports that print one wire story: large families grow with the corpus."""


def peak() -> float:
    """Most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(size: int) -> dict[str, float]:
    """Plant reports, trace them, and say what it took."""
    from oracle import as_reports
    from planting import plant_many
    from words import AGENCIES

    from variorum.config import Config
    from variorum.links.copies import find_lineage

    planted = plant_many(size, wire=int(size * OUTLETS_SHARE))
    reports, sentences = as_reports(planted)
    del planted
    before, began = peak(), time.process_time()
    agencies = frozenset(name.casefold() for name in AGENCIES)
    lineage = find_lineage(reports, sentences, config=Config(), agencies=agencies)
    took = time.process_time() - began
    return {"reports": len(reports), "seconds": took, "before": before, "peak": peak(), "copies": len(lineage.copies)}


def measure_anew(size: int, times: int) -> dict[str, float]:
    """The quickest of several measurements, each in a new process, so that memory is that of one size."""
    return min((in_own_process(size) for _ in range(times)), key=lambda row: row["seconds"])


def in_own_process(size: int) -> dict[str, float]:
    """Measure in a new process."""
    command = [sys.executable, __file__, "--one", str(size)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        sys.exit(f"measuring {size} reports failed: {ended.stderr.strip()[-500:]}")
    found: dict[str, float] = json.loads(ended.stdout)
    return found


def main() -> int:
    """Measure each size and judge the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SMALL)
    parser.add_argument("--most", type=float, default=2.3)
    parser.add_argument("--times", type=int, default=2)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one)))
        return 0
    print("reports   copies   seconds   ratio   peak MB   added MB")
    last, held = None, True
    for size in FULL if given.full else given.sizes:
        row = measure_anew(size, given.times)
        ratio = row["seconds"] / last if last else None
        held = held and (ratio is None or ratio <= given.most)
        print(
            f"{row['reports']:7.0f} {row['copies']:8.0f} {row['seconds']:9.2f}   {f'{ratio:.2f}' if ratio else '   -'}  "
            f"{row['peak']:8.0f} {row['peak'] - row['before']:10.0f}",
            flush=True,
        )
        last = row["seconds"]
    print("holds" if held else f"a doubling costs more than {given.most} times")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
