"""Draw pairs of passages for a reader to label: what was sampled, and how, stands here; the labels in pairs.jsonl.

Pairs come from reports of one story (../shared/gold/stories) or of one topic and three days (timelines/egypt and
timelines/haiti; h1n1 is left for reading while building). A pair is two sentences of eight words or more in different
reports. Pairs are drawn by the Jaccard overlap of their words, as many from each of five bands, at most two
of one pair of reports, with a fixed seed. Nothing of the system is used.

    python evaluation/lineage/sample_pairs.py ../shared/gold --sheet sheet.txt > pairs.jsonl
"""

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

BANDS = ((0.25, 0.4), (0.4, 0.55), (0.55, 0.7), (0.7, 0.9), (0.9, 1.01))
PER_BAND = 36
PER_REPORT_PAIR = 2
SEED = 20261122
LEAST_WORDS = 8
DAYS_APART = 3
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?]+(?!\s+[a-z])[”\"’')]*|\.(?=\s+[a-z])[^\n.!?]*|$|(?=\n))", re.MULTILINE)
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def read_reports(gold: Path) -> dict[str, list[dict[str, Any]]]:
    """Reports by the group within which pairs are drawn."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for name in ("stories/basil", "stories/news-cluster", "timelines/egypt/reports", "timelines/haiti/reports"):
        path = gold / f"{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            groups[f"{name}:{row.get('story', '')}"].append({**row, "file": name})
    return groups


def sentences(text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Start, end and words of each sentence that is long enough."""
    for match in _SENTENCE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = start + len(match[0].strip())
        words = _WORD.findall(text[start:end].lower())
        if len(words) >= LEAST_WORDS:
            yield start, end, frozenset(words)


def near_in_time(one: dict[str, Any], two: dict[str, Any]) -> bool:
    """True for reports of one story, and for reports of one topic that are a few days apart."""
    if one.get("story"):
        return True
    days = [date.fromisoformat(row["published"]) for row in (one, two)]
    return abs((days[0] - days[1]).days) <= DAYS_APART


def draw(gold: Path) -> list[dict[str, Any]]:
    """Draw the pairs, in random order."""
    rng = random.Random(SEED)  # noqa: S311 - a sample, no secret
    by_band: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for rows in read_reports(gold).values():
        split = [(row, list(sentences(row["text"]))) for row in rows]
        for (a, of_a), (b, of_b) in combinations(split, 2):
            if near_in_time(a, b):
                for band, pair in _pairs(a, of_a, b, of_b):
                    by_band[band].append(pair)
    chosen: list[dict[str, Any]] = []
    used: dict[tuple[str, str], int] = defaultdict(int)
    for band in range(len(BANDS)):
        pool = by_band[band]
        rng.shuffle(pool)
        taken = 0
        for pair in pool:
            key = (pair["left"], pair["right"])
            if taken < PER_BAND and used[key] < PER_REPORT_PAIR:
                used[key] += 1
                taken += 1
                chosen.append(pair)
    rng.shuffle(chosen)
    return [{"pair": f"p{number:03}", **pair} for number, pair in enumerate(chosen, start=1)]


def _pairs(a: dict[str, Any], of_a: list[Any], b: dict[str, Any], of_b: list[Any]) -> Iterator[tuple[int, Any]]:
    for start, end, words in of_a:
        for other_start, other_end, others in of_b:
            overlap = len(words & others) / len(words | others)
            band = next((i for i, (low, high) in enumerate(BANDS) if low <= overlap < high), None)
            if band is not None:
                yield (
                    band,
                    {
                        "file": a["file"],
                        "left": a["id"],
                        "left_start": start,
                        "left_end": end,
                        "right": b["id"],
                        "right_start": other_start,
                        "right_end": other_end,
                    },
                )


def write_sheet(pairs: list[dict[str, Any]], gold: Path, sheet: Path) -> None:
    """Write what a reader sees: both passages between >>> and <<< with some words of context, outlet and date."""
    by_id = {row["id"]: row for rows in read_reports(gold).values() for row in rows}
    parts = []
    for pair in pairs:
        parts.append(f"=== {pair['pair']}")
        for side in ("left", "right"):
            row = by_id[pair[side]]
            text, start, end = row["text"], pair[f"{side}_start"], pair[f"{side}_end"]
            context = f"{text[max(0, start - 250) : start]}>>>{text[start:end]}<<<{text[end : end + 200]}"
            parts.append(f"[{side}: {row['source']}, {row['published']}] ...{context}...")
    sheet.write_text("\n".join(parts) + "\n", encoding="utf-8")


def main() -> int:
    """Print the pairs as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--sheet", type=Path)
    given = parser.parse_args()
    pairs = draw(given.gold)
    if given.sheet:
        write_sheet(pairs, given.gold, given.sheet)
    for pair in pairs:
        print(json.dumps(pair))
    return 0


if __name__ == "__main__":
    sys.exit(main())
