"""Time a build against bare spaCy over the same reports, in one run, as whole processes, turn about.

    bench.py [--shared DIR] [--times 3] [--most 3.0]

A: start Python, import spaCy, load the model, parse each text. B: `variorum build --fresh --quiet`.
Prints both medians and their ratio; fails above --most. Only the ratio means anything on another machine.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from variorum.config import Config

ROOT = Path(__file__).parents[1]
BARE = """
import sys, spacy
nlp = spacy.load(sys.argv[1])
for path in sys.argv[2:]:
    with open(path, encoding="utf-8", errors="replace") as stream:
        nlp(stream.read())
"""


def find_reports(shared: Path) -> Path:
    """The folder to measure on: the real reports where they are, else the example."""
    real = shared / "reports" / "sochi"
    return real if real.is_dir() else ROOT / "examples" / "sochi-retold" / "reports"


def seconds(command: list[str]) -> float:
    """Run a command to its end and say how long it took."""
    began = time.perf_counter()
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        sys.exit(f"{' '.join(command[:4])} ... failed: {ended.stderr.strip()[-500:]}")
    return time.perf_counter() - began


def measure(reports: Path, times: int) -> tuple[list[float], list[float]]:
    """Seconds of bare spaCy and of a build, alternating."""
    files = [str(path) for path in sorted(reports.iterdir()) if path.suffix in {".txt", ".html"}]
    bare, built = [], []
    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "bench.variorum")
        for _ in range(times):
            bare.append(seconds([sys.executable, "-c", BARE, Config().model, *files]))
            build = [sys.executable, "-m", "variorum", "build", str(reports), "-o", record, "--fresh", "--quiet"]
            built.append(seconds(build))
    return bare, built


def main() -> int:
    """Measure and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--most", type=float, default=3.0)
    given = parser.parse_args()
    reports = find_reports(given.shared)
    bare, built = measure(reports, given.times)
    ratio = statistics.median(built) / statistics.median(bare)
    print(f"reports     {reports}")
    for name, took in (("bare spaCy", bare), ("a build", built)):
        each = ", ".join(f"{one:.2f}" for one in took)
        print(f"{name:10}  median {statistics.median(took):.2f} s ({each})")
    print(f"ratio       {ratio:.2f}, at most {given.most:.2f}")
    return 0 if ratio <= given.most else 1


if __name__ == "__main__":
    sys.exit(main())
