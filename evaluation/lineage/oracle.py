"""Score lineage on planted reports: passages found, by kind; direction; public quotations taken for copies.

    oracle.py [--first 101] [--last 120] [--stories 30] [--misses 0] [--baselines]

Seeds 1 to 20 are for building, 101 to 120 for scoring: nothing was chosen by looking at those.
A found copy is right where its two reports share the words of a sentence somebody first wrote, and its span covers
at least half of the longer of the two on both sides. Frames of quotations of fewer than eight words count neither way.
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from floors import hold_floors
from planting import KINDS, Planted, plant
from words import AGENCIES

from variorum.config import Config
from variorum.links.copies import find_lineage
from variorum.schema.dates import UNKNOWN, on_day
from variorum.schema.linked import Copy, Lineage
from variorum.schema.reports import Part, Report, Span

SHORTEST = 8
"""Words. A planted passage of fewer counts neither way: the project calls nothing that short a copy by itself."""


@dataclass(slots=True, kw_only=True)
class Score:
    """Counts over seeds. kinds: (found, planted) by kind of copying."""

    right: int = 0
    wrong: int = 0
    kinds: dict[str, list[int]] = field(default_factory=lambda: {kind: [0, 0] for kind in KINDS})
    directed: int = 0
    knowable: int = 0
    quotations: int = 0
    shared: int = 0
    shared_planted: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of one first sentence in one report: where its parts stand."""

    root: int
    report: int
    parts: dict[int, tuple[int, int]]
    kind: str
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One corpus being scored. matched: of each first sentence and report, the found copies that have it right."""

    planted: dict[int, Planted]
    of_report: dict[int, list[Stretch]]
    names: dict[str, str]
    matched: dict[tuple[int, int], list[Copy]]

    def holders(self, root: int) -> set[int]:
        """The reports that have words of a first sentence."""
        return {n for n, stretches in self.of_report.items() if any(s.root == root for s in stretches)}


def as_reports(planted: Sequence[Planted]) -> tuple[list[Report], dict[str, list[Span]]]:
    """Planted reports as the links room gets them, with their sentences."""
    reports = [
        Report(
            report_id=f"r{p.number:06}",
            file=f"{p.number:06}.txt",
            text=p.text,
            digest=str(p.number),
            source=p.source,
            credit=p.credit,
            published=on_day(p.day) if p.day else UNKNOWN,
            published_time=p.time,
            parts=(Part(kind="document", span=Span(start=p.document[0], end=p.document[1])),) if p.document else (),
        )
        for p in planted
    ]
    sentences = {r.report_id: [Span(start=s, end=e) for s, e in p.spans] for r, p in zip(reports, planted, strict=True)}
    return reports, sentences


def trace(planted: Sequence[Planted]) -> Lineage:
    """Run the lineage of the package."""
    reports, sentences = as_reports(planted)
    return find_lineage(reports, sentences, config=Config(), agencies=frozenset(a.casefold() for a in AGENCIES))


def stretches(planted: Sequence[Planted]) -> list[Stretch]:
    """The reporters' words of every first sentence in every report that has them."""
    found = []
    for report in planted:
        parts: dict[tuple[int, int], dict[int, tuple[int, int]]] = defaultdict(dict)
        kinds: dict[int, str] = {}
        for p in report.placed:
            if p.root is not None and not p.quoted:
                parts[p.root, p.sentence][p.part] = (p.start, p.end)
                kinds[p.sentence] = p.kind
        for (root, sentence), spans in parts.items():
            words = sum(count_words(report.text[s:e]) for s, e in spans.values())
            found.append(Stretch(root=root, report=report.number, parts=spans, kind=kinds[sentence], words=words))
    return found


def count_words(text: str) -> int:
    """Words of a text."""
    return len(re.findall(r"\w+", text))


def hull(stretch: Stretch, other: Stretch) -> tuple[int, int]:
    """Where the parts stand that another report has too."""
    both = [span for part, span in stretch.parts.items() if part in other.parts]
    return (min(s for s, _ in both), max(e for _, e in both)) if both else (0, 0)


def covers(span: Span, truth: tuple[int, int]) -> bool:
    """True where two spans overlap by at least half of the longer one."""
    overlap = min(span.end, truth[1]) - max(span.start, truth[0])
    return 2 * overlap >= max(len(span), truth[1] - truth[0]) > 0


def score(planted: Sequence[Planted], lineage: Lineage, into: Score, most_notes: int = 0) -> None:
    """Add one corpus to a score."""
    of_report: dict[int, list[Stretch]] = defaultdict(list)
    for stretch in stretches(planted):
        of_report[stretch.report].append(stretch)
    scene = Scene(
        planted={p.number: p for p in planted},
        of_report=of_report,
        names={origin.origin_id: origin.name for origin in lineage.origins},
        matched=defaultdict(list),
    )
    for copy in lineage.copies:
        _judge(copy, scene, into, most_notes)
    for report in planted:
        for stretch in of_report[report.number]:
            if stretch.kind in KINDS and stretch.words >= SHORTEST and _has_other(stretch, scene):
                _recall(stretch, report, scene, into, most_notes)
    _count_shared(planted, lineage, into)


def _judge(copy: Copy, scene: Scene, into: Score, most_notes: int) -> None:
    """Count one found copy as right, wrong or neither."""
    one, two = int(copy.report_id[1:]), int(copy.of_report_id[1:])
    near = [(a, b) for a in scene.of_report[one] for b in scene.of_report[two] if a.root == b.root]
    pairs = [(a, b) for a, b in near if hull(a, b) != (0, 0)]
    hits = [(a, b) for a, b in pairs if _matches(copy, a, b, scene.planted)] or _merged_hits(copy, pairs)
    for a, _ in hits:
        scene.matched[a.root, one].append(copy)
        scene.matched[a.root, two].append(copy)
    into.right += bool(hits)
    mine, theirs = scene.planted[one], scene.planted[two]
    if hits or _too_short(copy, mine):
        return
    into.wrong += 1
    into.quotations += _is_quotation(copy, mine)
    if len(into.notes) < most_notes:
        words = (mine.text[copy.span.start : copy.span.end], theirs.text[copy.of_span.start : copy.of_span.end])
        into.notes.append("WRONG {!r}\n   OF {!r}".format(*words))


def _matches(copy: Copy, one: Stretch, two: Stretch, by_number: dict[int, Planted]) -> bool:
    sides = ((copy.span, one, two), (copy.of_span, two, one))
    return all(_fits(span, a, b, by_number[a.report]) for span, a, b in sides)


def _merged_hits(copy: Copy, pairs: Sequence[tuple[Stretch, Stretch]]) -> list[tuple[Stretch, Stretch]]:
    """All pairs that a span takes in together where both reports have the same merged sentence."""
    near = [(a, b) for a, b in pairs if _inside(copy.span, hull(a, b)) and _inside(copy.of_span, hull(b, a))]
    if len(near) < 2:
        return []
    sides = ([hull(a, b) for a, b in near], [hull(b, a) for a, b in near])
    wide = [(min(s for s, _ in side), max(e for _, e in side)) for side in sides]
    return near if covers(copy.span, wide[0]) and covers(copy.of_span, wide[1]) else []


def _inside(span: Span, truth: tuple[int, int]) -> bool:
    return span.start <= truth[0] + 1 and truth[1] - 1 <= span.end


def _fits(span: Span, one: Stretch, two: Stretch, report: Planted) -> bool:
    """A span may also take in the quotation that the words stand around."""
    start, end = hull(one, two)
    quoted = [p for p in report.placed if p.quoted and (p.start <= end + 3 and start <= p.end + 3)]
    wide = (min([start, *(p.start for p in quoted)]), max([end, *(p.end for p in quoted)]))
    return covers(span, (start, end)) or covers(span, wide)


def _too_short(copy: Copy, report: Planted) -> bool:
    """True of words that count neither way: a short frame of a quotation that was itself copied."""
    near = [p for p in report.placed if p.start < copy.span.end and copy.span.start < p.end]
    own = sum(count_words(report.text[p.start : p.end]) for p in near if not p.quoted)
    return any(p.quoted or p.kind == "quote" for p in near) and own < SHORTEST


def _is_quotation(copy: Copy, report: Planted) -> bool:
    inside = sum(max(0, min(p.end, copy.span.end) - max(p.start, copy.span.start)) for p in report.placed if p.quoted)
    return 2 * inside >= len(copy.span)


def _has_other(stretch: Stretch, scene: Scene) -> bool:
    """True where another report in the corpus has eight or more of the same words."""
    text = scene.planted[stretch.report].text
    for number in scene.holders(stretch.root) - {stretch.report}:
        for other in scene.of_report[number]:
            start, end = hull(stretch, other) if other.root == stretch.root else (0, 0)
            if count_words(text[start:end]) >= SHORTEST:
                return True
    return False


def _recall(stretch: Stretch, report: Planted, scene: Scene, into: Score, most_notes: int) -> None:
    """Count one planted passage as found or missed, and its direction where that can be known."""
    rows, holders = scene.matched.get((stretch.root, stretch.report), []), scene.holders(stretch.root)
    into.kinds[stretch.kind][0] += bool(rows)
    into.kinds[stretch.kind][1] += 1
    note = ""
    if not rows:
        start, end = (min(s for s, _ in stretch.parts.values()), max(e for _, e in stretch.parts.values()))
        note = f"MISSED {stretch.kind} {report.number} of {sorted(holders)} {report.text[start:end]!r}"
    elif knowable(report, scene.planted, holders):
        into.knowable += 1
        good = any(_directed(row, report, scene) for row in rows)
        into.directed += good
        found = [(row.report_id, row.of_report_id, row.basis) for row in rows]
        note = "" if good else f"DIRECTION {report.number} of {report.parents}: {found}"
    if note and len(into.notes) < most_notes:
        into.notes.append(note)


def knowable(report: Planted, by_number: dict[int, Planted], holders: set[int]) -> bool:
    """True where a credit, days, or times of one day tell that a report has words from those it took them from."""
    if report.credit:
        return True
    before = [by_number[n] for n in report.parents if n in holders]
    return bool(before) and all(_earlier(parent, report) for parent in before)


def _earlier(one: Planted, two: Planted) -> bool:
    if one.day is None or two.day is None:
        return False
    return one.day < two.day or (one.day == two.day and bool(one.time and two.time and one.time < two.time))


def _directed(row: Copy, report: Planted, scene: Scene) -> bool:
    """The report is the copy, of one it descends from; or both are of the origin that it descends from."""
    by_number, line = scene.planted, set[int]()
    waiting = list(report.parents)
    while waiting:
        number = waiting.pop()
        if number not in line:
            line.add(number)
            waiting += by_number[number].parents if number in by_number else ()
    firsts = {by_number[n].agency or by_number[n].source for n in line if n in by_number} | {report.agency}
    mine = int(row.report_id[1:]) == report.number and row.basis != "shared"
    return (mine and int(row.of_report_id[1:]) in line) or (
        row.basis != "shared" and scene.names[row.origin_id] in firsts
    )


def _count_shared(planted: Sequence[Planted], lineage: Lineage, into: Score) -> None:
    """How many public quotations that two independent reports print are told as shared words."""
    holders: dict[int, set[int]] = defaultdict(set)
    for report in planted:
        for p in report.placed:
            if p.quoted and p.root is not None and not report.parents:
                holders[p.root].add(report.number)
    told = {n for s in lineage.shared_words for n in (int(s.report_id[1:]), int(s.of_report_id[1:]))}
    several = [numbers for numbers in holders.values() if len(numbers) > 1]
    into.shared += sum(len(numbers & told) == len(numbers) for numbers in several)
    into.shared_planted += len(several)


def share(part: int, whole: int) -> str:
    """A share in per cent with its counts."""
    return f"{part / whole:.1%} ({part} of {whole})" if whole else "none"


def show(name: str, found: Score) -> None:
    """Print a score."""
    recalled = [sum(counts[i] for counts in found.kinds.values()) for i in (0, 1)]
    print(f"{name}: precision {share(found.right, found.right + found.wrong)}, recall {share(*recalled)}")
    print("  " + ", ".join(f"{kind} {share(*counts)}" for kind, counts in found.kinds.items()))
    print(
        f"  direction {share(found.directed, found.knowable)}; public quotations counted as copying {found.quotations}"
    )
    print(f"  public quotations told as shared words {share(found.shared, found.shared_planted)}")
    for note in found.notes:
        print("   ", note)


def main() -> int:
    """Score the seeds; 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=101)
    parser.add_argument("--last", type=int, default=120)
    parser.add_argument("--stories", type=int, default=30)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--baselines", action="store_true")
    parser.add_argument("--floors", type=Path, default=Path(__file__).parents[1] / "floors.toml")
    given = parser.parse_args()
    found = Score()
    corpora = [plant(seed, given.stories) for seed in range(given.first, given.last + 1)]
    for planted in corpora:
        score(planted, trace(planted), found, given.misses)
    print(f"{sum(map(len, corpora))} planted reports of seeds {given.first} to {given.last}")
    show("lineage", found)
    if given.baselines:
        from baselines import show_baselines

        show_baselines(corpora)
    recalled = [sum(counts[i] for counts in found.kinds.values()) for i in (0, 1)]
    figures = {
        "precision": found.right / (found.right + found.wrong),
        "recall": recalled[0] / recalled[1],
        "direction": found.directed / found.knowable,
        "no_quotation_copied": float(found.quotations == 0),
    }
    return hold_floors("lineage-oracle", figures, given.floors)


if __name__ == "__main__":
    sys.exit(main())
