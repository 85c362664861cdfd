"""Score lineage on pairs of passages that a reader labelled before any of it was written (pairs.jsonl).

    score_pairs.py ../shared/gold [--parity odd|even] [--misses]

For each pair lineage runs over its two reports with the others of their story, or of their topic within three days of
either. A pair is called a copy where copied passages trace both sentences to one passage, shared_words where only public
words do. Pairs that the reader left unsure don't count. --misses prints ids and offsets of
wrong calls of even pairs only: odd pairs are never looked at.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from floors import hold_floors
from sample_pairs import BANDS, near_in_time, read_reports
from segments import sentences_of

from variorum.config import Config
from variorum.links.copies import find_lineage
from variorum.schema.dates import UNKNOWN, on_day
from variorum.schema.linked import Copy, Lineage, SharedWords
from variorum.schema.lexicons import read_lexicon
from variorum.schema.reports import Report, Span

Row = dict[str, Any]
PAIRS = Path(__file__).parent / "pairs.jsonl"
LEAST = 0.5
"""Share of the shorter of a sentence and a found span that must lie in the other."""


def as_report(row: Row) -> Report:
    """A report of the gold folder with what its metadata hold."""
    day = row.get("published")
    return Report(
        report_id=row["id"],
        file=row["id"],
        text=row["text"],
        digest=row["id"],
        source=row.get("source"),
        published=on_day(date.fromisoformat(day[:10])) if day else UNKNOWN,
    )


def trace(rows: Sequence[Row]) -> Lineage:
    """Run lineage over some reports."""
    agencies = frozenset(a["name"].casefold() for a in read_lexicon("agencies")["agency"])
    reports = [as_report(row) for row in rows]
    return find_lineage(
        reports, {r.report_id: sentences_of(r.text) for r in reports}, config=Config(), agencies=agencies
    )


def companions(pair: Row, group: Sequence[Row]) -> list[Row]:
    """The two reports of a pair with those of their story, or near either in time."""
    two = [row for row in group if row["id"] in (pair["left"], pair["right"])]
    return [row for row in group if row in two or any(near_in_time(row, one) for one in two)]


def call(pair: Row, lineage: Lineage) -> str:
    """What lineage says of a pair: whether both sentences are traced, step by step, to one passage."""
    if _one_passage(pair, lineage.copies):
        return "copy"
    return "shared_words" if _one_passage(pair, (*lineage.shared_words, *lineage.copies)) else "independent"


def _one_passage(pair: Row, rows: Sequence[Copy | SharedWords]) -> bool:
    of_report: dict[str, list[Copy | SharedWords]] = defaultdict(list)
    for row in rows:
        of_report[row.report_id].append(row)
    left, right = (
        _ancestry(pair[side], Span(start=pair[f"{side}_start"], end=pair[f"{side}_end"]), of_report)
        for side in ("left", "right")
    )
    return any(a == c and _meets(b, d) for a, b in left for c, d in right)


def _ancestry(report: str, span: Span, of_report: dict[str, list[Copy | SharedWords]]) -> list[tuple[str, Span]]:
    """A passage and all that it is traced to."""
    found, waiting = [], [(report, span)]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.append(at)
            waiting += [(c.of_report_id, c.of_span) for c in of_report[at[0]] if _meets(c.span, at[1])]
    return found


def _meets(one: Span, two: Span) -> bool:
    overlap = min(one.end, two.end) - max(one.start, two.start)
    return overlap >= LEAST * min(len(one), len(two))


def band_of(pair: Row, texts: dict[str, str]) -> str:
    """The band of overlap of words that a pair was drawn from."""
    from sample_pairs import _WORD

    one, two = (
        frozenset(_WORD.findall(texts[pair[s]][pair[f"{s}_start"] : pair[f"{s}_end"]].lower()))
        for s in ("left", "right")
    )
    overlap = len(one & two) / len(one | two)
    return next(f"{low:.2f} to {min(1.0, high):.2f}" for low, high in BANDS if low <= overlap < high)


def show(name: str, called: Sequence[tuple[Row, str]]) -> None:
    """Print precision and recall of copy, and of shared words."""
    sure = [(pair["label"], said) for pair, said in called if pair["label"] != "unsure"]
    print(f"{name}: {len(sure)} pairs ({len(called) - len(sure)} unsure left out)")
    for label in ("copy", "shared_words"):
        right = sum(a == b == label for a, b in sure)
        said, true = sum(b == label for _, b in sure), sum(a == label for a, _ in sure)
        print(f"  {label}: precision {_share(right, said)}, recall {_share(right, true)}")
    print("  labelled, called:", dict(sorted(Counter(sure).items())))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part} of {whole})" if whole else "none"


def show_agreement(pairs: Sequence[Row]) -> None:
    """Print how far a second reader agrees: share of equal labels, and Cohen's kappa."""
    both = [(p["label"], p["second"]) for p in pairs if p.get("second")]
    if not both:
        return
    equal = sum(a == b for a, b in both) / len(both)
    firsts, seconds = Counter(a for a, _ in both), Counter(b for _, b in both)
    chance = sum(firsts[label] * seconds[label] for label in firsts) / len(both) ** 2
    print(f"two readers: {len(both)} pairs, {equal:.3f} equal, kappa {(equal - chance) / (1 - chance):.3f}")
    is_copy = sum((a == "copy") == (b == "copy") for a, b in both) / len(both)
    print(f"  on copy or not: {is_copy:.3f} equal")


def main() -> int:
    """Score the pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--parity", choices=("odd", "even"))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--floors", type=Path)
    given = parser.parse_args()
    if not (given.gold / "stories").is_dir() or not (given.gold / "timelines").is_dir():
        print(f"skipped: no stories and timelines in {given.gold}")
        return 0
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    groups = read_reports(given.gold)
    home = {row["id"]: group for group in groups.values() for row in group}
    texts = {row["id"]: row["text"] for group in groups.values() for row in group}
    traced: dict[tuple[str, ...], Lineage] = {}
    called = []
    for pair in pairs:
        rows = companions(pair, home[pair["left"]])
        key = tuple(row["id"] for row in rows)
        if key not in traced:
            traced[key] = trace(rows)
        called.append((pair, call(pair, traced[key])))
    parity = {
        "odd": [c for c in called if int(c[0]["pair"][1:]) % 2],
        "even": [c for c in called if not int(c[0]["pair"][1:]) % 2],
    }
    for name, chosen in {"all": called, **parity}.items():
        if given.parity in (None, name):
            show(name, chosen)
    bands: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for pair, said in called:
        bands[band_of(pair, texts)].append((pair, said))
    for band in sorted(bands):
        show(f"overlap {band}", bands[band])
    show_agreement(pairs)
    for pair, said in parity["even"] if given.misses else ():
        if pair["label"] not in (said, "unsure"):
            print(json.dumps({**pair, "called": said}))
    return hold_floors("lineage-pairs", _figures(called), given.floors)


def _figures(called: Sequence[tuple[Row, str]]) -> dict[str, float]:
    """Precision and recall of copy over the sure pairs."""
    sure = [(pair["label"], said) for pair, said in called if pair["label"] != "unsure"]
    right = sum(a == b == "copy" for a, b in sure)
    said, true = sum(b == "copy" for _, b in sure), sum(a == "copy" for a, _ in sure)
    return {"copy_precision": right / max(1, said), "copy_recall": right / max(1, true)}


if __name__ == "__main__":
    sys.exit(main())
