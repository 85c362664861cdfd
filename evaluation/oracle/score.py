"""Score the record of planted worlds, from text and from planted annotations, by kind.

    python -m evaluation.oracle.score [--first 1] [--last 20] [--text 0] [--misses 0] [--links planted] [--json]

Seeds 1 to 99 are for building; 1000 to 1199 are for scoring, and nobody looks at their misses. The first --text seeds
are read from their text by a build, the others from planted annotations.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.floors import hold_floors
from evaluation.oracle.matching import Match, named
from evaluation.oracle.relating import found_relations, known_relations, true_relations
from evaluation.oracle.truth import Planted, TrueDisagreement, plant
from evaluation.oracle.ways import Made, from_annotations, from_text

FLOORS = Path(__file__).parents[1] / "floors.toml"

SCORING = 1000
"""Seeds from here on are for scoring only."""

GOALS = {
    "event_pairs_f1": 0.93,
    "status_accuracy": 0.93,
    "disagreement_precision": 0.95,
    "disagreement_recall": 0.90,
    "origins_exact": 0.95,
    "relation_precision": 0.95,
    "relation_recall": 0.80,
}


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts over worlds. Each is of (right, of how many), by kind."""

    worlds: int = 0
    reports: int = 0
    pairs_found: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    pairs_true: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    statuses: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    confusion: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    precise: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    recalled: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    related: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    relations: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    passages: list[int] = field(default_factory=lambda: [0, 0])
    exact_worlds: int = 0
    origins: list[int] = field(default_factory=lambda: [0, 0])
    misses: list[str] = field(default_factory=list)

    def count(self, into: dict[str, list[int]], kind: str, *, right: bool) -> None:
        """Add one to a kind and to the total."""
        for name in (kind, "all"):
            into[name][0] += right
            into[name][1] += 1

    def figures(self) -> dict[str, float]:
        """The figures that have goals."""
        precision, recall = share(self.pairs_found["all"]), share(self.pairs_true["all"])
        return {
            "event_pairs_f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            "status_accuracy": share(self.statuses["all"]),
            "disagreement_precision": share(self.precise["all"]),
            "disagreement_recall": share(self.recalled["all"]),
            "origins_exact": share(self.passages),
            "relation_precision": share(self.related["all"]),
            "relation_recall": share(self.relations["all"]),
        }


def share(counts: list[int]) -> float:
    """The share of the right ones; 1 where there are none."""
    return counts[0] / counts[1] if counts[1] else 1.0


def add_world(made: Made, tally: Tally) -> None:
    """Add a record to the counts."""
    match = Match(made)
    tally.worlds += 1
    tally.reports += len(made.planted.printed)
    _score_pairs(match, tally)
    _score_statuses(match, tally)
    _score_disagreements(match, tally)
    _score_origins(match, tally)
    _score_relations(match, tally)


def _score_pairs(match: Match, tally: Tally) -> None:
    """Pairs of units of different reports: in one event of the record, and of one happening in truth."""
    kinds = {h.number: h.kind for h in match.planted.world.happenings}
    for one, two in combinations(sorted(match.event_of), 2):
        if one[1] == two[1]:
            continue
        event, other = match.event_of[one], match.event_of[two]
        together, truly = event is not None and event == other, one[0] == two[0]
        if together:
            tally.count(tally.pairs_found, kinds[one[0]], right=truly)
        if truly:
            tally.count(tally.pairs_true, kinds[one[0]], right=together)
            if not together:
                _note(match, tally, f"PAIR {kinds[one[0]]} {one[0]}: reports {one[1]} and {two[1]} apart")
        elif together:
            _note(match, tally, f"PAIR {kinds[one[0]]} {one[0]} with {kinds[two[0]]} {two[0]}: {one[1]} and {two[1]}")


def _score_statuses(match: Match, tally: Tally) -> None:
    for true in match.planted.findings:
        row = match.finding(true.happening, true.attribute)
        found = row["status"] if row else "missing"
        tally.count(tally.statuses, true.attribute, right=found == true.status)
        tally.confusion[true.attribute, true.status, found] += 1
        if row and "disputed" not in (found, true.status):
            if row["n_origins"] != true.n_origins:
                held = [(s.report, s.origin) for s in true.stated]
                _note(
                    match,
                    tally,
                    f"COUNT {true.happening} {true.attribute}: {true.n_origins} {held}, found {row['n_origins']}",
                )
            tally.origins[0] += row["n_origins"] == true.n_origins
            tally.origins[1] += 1
        if found != true.status:
            _note(match, tally, f"STATUS {true.happening} {true.attribute}: {true.status}, found {found}")


def _score_relations(match: Match, tally: Tally) -> None:
    """A relation is right where the two happenings truly stand so, and missed where a reader could know that they do."""
    found, true, known = found_relations(match), true_relations(match.planted), known_relations(match.planted)
    for row in sorted(found):
        tally.count(tally.related, row[0], right=row in true)
        if row not in true:
            _note(match, tally, f"UNRELATED {row}")
    for row in sorted(known):
        tally.count(tally.relations, row[0], right=row in found)
        if row not in found:
            _note(match, tally, f"RELATION {row}")


def _score_disagreements(match: Match, tally: Tally) -> None:
    """A disagreement is right where it is of the kind and happening of a true one and sets two of its reports apart."""
    hit: set[int] = set()
    for row in match.made.tables["disagreements"]:
        same = [i for i, true in enumerate(match.planted.disagreements) if is_same(match, row, true)]
        hit.update(same)
        tally.count(tally.precise, row["kind"], right=bool(same))
        if not same:
            _note(match, tally, f"FALSE {row['kind']}: {row['summary']}")
    for i, true in enumerate(match.planted.disagreements):
        tally.count(tally.recalled, true.kind, right=i in hit)
        if i not in hit:
            _note(match, tally, f"MISSED {true.kind} {true.happening} {true.attribute}: reports {sorted(true.pairs)}")


def is_same(match: Match, row: Mapping[str, Any], true: TrueDisagreement) -> bool:
    """True where a disagreement of the record is a planted one."""
    if row["kind"] != true.kind or not match.pairs(row["disagreement_id"]) & true.pairs:
        return False
    if true.kind in ("wording", "label") or not str(row["subject_id"]).startswith("v"):
        return True
    if match.happening_of.get(row["subject_id"]) != true.happening:
        return False
    attribute = match.attribute(dict(row)) if true.kind == "figure" else None
    return attribute is None or named(attribute) == true.attribute


def _score_origins(match: Match, tally: Tally) -> None:
    """A passage's origin is exact where those reports share it, of those that tell the happening, that share it in truth."""
    found = {p: origin_at(match, p.report, match.placed(p.report, p.span)) for p in match.planted.passages}
    right = 0
    for passage, origin in found.items():
        beside = {p: o for p, o in found.items() if p.happening == passage.happening}
        truly = {p.report for p in beside if p.origin == passage.origin}
        held = {p.report for p, other in beside.items() if other == origin}
        right += origin is not None and truly == held
        if truly != held:
            _note(match, tally, f"ORIGIN {passage.report} {passage.origin}: {sorted(truly)}, found {sorted(held)}")
    tally.passages[0] += right
    tally.passages[1] += len(found)
    tally.exact_worlds += right == len(found)


def origin_at(match: Match, report: int, span: Any) -> str | None:
    """The origin of a passage by the tables: of the copy that covers most of it, else of its report."""
    report_id = match.made.id_of[report]
    if report_id is None or span is None:
        return None
    most, origin = 0, match.report_origins[report_id]
    for start, end, other in match.copied.get(report_id, ()):
        held = min(end, span.end) - max(start, span.start)
        if held > most:
            most, origin = held, match.one_voice(other)
    return origin


def _note(match: Match, tally: Tally, what: str) -> None:
    tally.misses.append(f"seed {match.planted.world.seed}: {what}")


def score_seeds(first: int, last: int, n_text: int, *, perfect_links: bool = False) -> dict[str, Tally]:
    """Score the worlds of a range of seeds, by way and together: the first `n_text` from text, the others planted.

    perfect_links: what is planted is reconciled with the events that are true, so that the record's rules are judged alone.
    """
    tallies = {"text": Tally(), "planted": Tally(), "both": Tally()}
    for seed in range(first, last + 1):
        planted: Planted = plant(seed)
        way = "text" if seed - first < n_text else "planted"
        made = from_text(planted) if way == "text" else from_annotations(planted, perfect_links=perfect_links)
        add_world(made, tallies[way])
        if 0 < n_text <= last - first:
            add_world(made, tallies["both"])
    return tallies


def show(way: str, tally: Tally) -> None:
    """Print the counts of one way."""
    print(f"\n{way}: {tally.worlds} worlds, {tally.reports} reports")
    for name, value in tally.figures().items():
        print(f"  {name:24} {value:.3f}  (goal {GOALS[name]:.2f})")
    print(
        f"  origins: worlds wholly exact {tally.exact_worlds}, findings with the right number {share(tally.origins):.3f}"
    )
    tables = {
        "event pairs, precision": tally.pairs_found,
        "event pairs, recall": tally.pairs_true,
        "status": tally.statuses,
        "disagreements, precision": tally.precise,
        "disagreements, recall": tally.recalled,
        "relations, precision": tally.related,
        "relations, recall": tally.relations,
    }
    for title, table in tables.items():
        print(f"  {title}: " + ", ".join(f"{k} {share(c):.3f} ({c[0]}/{c[1]})" for k, c in sorted(table.items())))
    wrong = Counter({key: n for key, n in tally.confusion.items() if key[1] != key[2]})
    print("  statuses taken for others: " + "; ".join(f"{a} {t} as {f} {n}" for (a, t, f), n in wrong.most_common(14)))


def main() -> int:
    """Score and print; 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--last", type=int, default=20)
    parser.add_argument("--text", type=int, default=0)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--links", choices=("found", "planted"), default="found")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    given = parser.parse_args()
    if given.misses and given.last >= SCORING:
        parser.error(f"misses of seeds from {SCORING} on are not to be read: they are for scoring")
    perfect = given.links == "planted"
    scored = score_seeds(given.first, given.last, given.text, perfect_links=perfect)
    tallies = {way: t for way, t in scored.items() if t.worlds}
    if given.json:
        print(json.dumps({way: tally.figures() for way, tally in tallies.items()}, sort_keys=True, indent=1))
        return 0
    for way, tally in tallies.items():
        show(way, tally)
        for miss in tally.misses[: given.misses]:
            print("   ", miss)
    figures = {f"{way}_{name}": value for way, tally in tallies.items() for name, value in tally.figures().items()}
    return 0 if perfect else hold_floors("oracle", figures, given.floors)


if __name__ == "__main__":
    sys.exit(main())
