"""How far two readers of positions agree, and over a file of second labels.

    python evaluation/positions/agreement.py SECOND

SECOND has a line an item, as guide.md asks: number, position or position/second, y or n, target words, parted by
tabs. Numbers are those of labels.jsonl; only items marked `second_reader` count. Printed: items; share with the same
first choice and its kappa (Cohen); share where a second choice of either reader meets the other's first; share and
kappa of conditional; for each position how often each reader gave it, and both; the pairs that differ.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

LABELS = Path(__file__).parent / "labels.jsonl"
Pair = tuple[str, str]


def read_second(path: Path) -> dict[int, tuple[str, ...]]:
    """The second reader's choices and y or n, by number.

    Raises:
        ValueError: a line is not as the guide asks.
    """
    read = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        number, position, conditional, *_ = (part.strip() for part in line.split("\t"))
        if conditional not in {"y", "n"}:
            raise ValueError(f"neither y nor n: {line!r}")
        read[int(number.rstrip("."))] = (conditional, *position.split("/"))
    return read


def kappa(pairs: Sequence[Pair]) -> float:
    """Cohen's kappa of two readers' labels."""
    same = sum(a == b for a, b in pairs) / len(pairs)
    one, two = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(one[kind] * two[kind] for kind in one) / len(pairs) ** 2
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("second", type=Path)
    second = read_second(parser.parse_args().second)
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    both = [(row, second[row["number"]]) for row in rows if row["second_reader"] and row["number"] in second]
    first: list[Pair] = [(row["position"], other[1]) for row, other in both]
    tied: list[Pair] = [("y" if row["conditional"] else "n", other[0]) for row, other in both]
    near = sum(row["position"] in other[1:] or row.get("or") == other[1] for row, other in both)
    print(f"items {len(both)} of {sum(row['second_reader'] for row in rows)}")
    print(f"position: same {sum(a == b for a, b in first) / len(first):.3f} kappa {kappa(first):.3f}")
    print(f"position: same, with a second choice of either {near / len(both):.3f}")
    print(f"conditional: same {sum(a == b for a, b in tied) / len(tied):.3f} kappa {kappa(tied):.3f}")
    for kind in sorted({k for pair in first for k in pair}):
        print(
            f"  {kind:9} first {sum(a == kind for a, _ in first):3} second {sum(b == kind for _, b in first):3}"
            f" both {sum(a == b == kind for a, b in first):3}"
        )
    for (a, b), n in sorted(Counter(p for p in first if p[0] != p[1]).items()):
        print(f"  {a} read as {b}: {n}")


if __name__ == "__main__":
    main()
