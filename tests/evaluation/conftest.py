"""The scripts of evaluation/peers, evaluation/positions and benchmarks can be imported here."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

for folder in (ROOT / "evaluation" / "peers", ROOT / "evaluation" / "positions", ROOT / "benchmarks"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
