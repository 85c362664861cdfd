"""What simpler ways find in the same planted reports: whole reports by MinHash, sentences by their runs of three words."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from oracle import SHORTEST, Score, as_reports, count_words, hull, score, share, show, stretches, trace
from planting import Planted

from variorum.schema.linked import Copy, Lineage, Origin
from variorum.schema.reports import Report, Span

ALIKE = 0.5
"""Jaccard overlap from which reports or sentences count as copies: the usual threshold for near duplicates."""

PERMUTATIONS = 128


def shingles(text: str) -> frozenset[str]:
    """Runs of three words."""
    words = text.lower().split()
    return frozenset(" ".join(words[i : i + 3]) for i in range(len(words) - 2))


def show_baselines(corpora: Sequence[Sequence[Planted]]) -> None:
    """Print both, and the system by the measure of whole reports."""
    found = Score()
    for planted in corpora:
        score(planted, sentence_jaccard(planted), found)
    show("sentences by Jaccard of runs of three words", found)
    show_pairs("lineage", corpora, lineage_pairs)
    show_pairs("whole reports by MinHash", corpora, minhash_pairs)


def sentence_jaccard(planted: Sequence[Planted]) -> Lineage:
    """Every pair of sentences in different reports whose runs of words overlap enough; the earlier id is the origin."""
    reports, sentences = as_reports(planted)
    holders: dict[str, list[int]] = defaultdict(list)
    rows = [(report, span) for report in reports for span in sentences[report.report_id]]
    sets = [shingles(report.text[span.start : span.end]) for report, span in rows]
    for number, runs in enumerate(sets):
        for run in runs:
            holders[run].append(number)
    pairs = {pair for numbers in holders.values() for pair in combinations(numbers, 2)}
    copies = [
        _copy(rows[i], rows[j]) for i, j in sorted(pairs) if _alike(sets[i], sets[j]) and rows[i][0] != rows[j][0]
    ]
    origin = Origin(origin_id="o", name="", basis="presumed")
    return Lineage(copies=tuple(copies), origins=(origin,), of_report={}, of_passage={})


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= ALIKE * len(one | two)


def _copy(first: tuple[Report, Span], second: tuple[Report, Span]) -> Copy:
    return Copy(
        report_id=second[0].report_id,
        span=second[1],
        origin_id="o",
        of_report_id=first[0].report_id,
        of_span=first[1],
        similarity=1.0,
        basis="shared",
    )


def lineage_pairs(planted: Sequence[Planted]) -> Iterator[tuple[int, int]]:
    """Pairs of reports that the system traces to one origin by a copied passage."""
    sharers: dict[str, set[int]] = defaultdict(set)
    for copy in trace(planted).copies:
        sharers[copy.of_report_id + str(copy.of_span.start)] |= {int(copy.report_id[1:]), int(copy.of_report_id[1:])}
    for numbers in sharers.values():
        yield from combinations(sorted(numbers), 2)


def minhash_pairs(planted: Sequence[Planted]) -> Iterator[tuple[int, int]]:
    """Pairs of reports whose MinHash signatures say that they overlap enough."""
    from rensa import RMinHash

    signed = []
    for report in planted:
        signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update(sorted(shingles(report.text)))
        signed.append((report.number, signature))
    for (one, mine), (two, theirs) in combinations(signed, 2):
        if mine.jaccard(theirs) >= ALIKE:
            yield one, two


def true_pairs(planted: Sequence[Planted]) -> set[tuple[int, int]]:
    """Pairs of reports that have eight or more words of one first sentence."""
    by_root = defaultdict(list)
    for stretch in stretches(planted):
        by_root[stretch.root].append(stretch)
    texts = {p.number: p.text for p in planted}
    pairs = [(a, b) for found in by_root.values() for a, b in combinations(found, 2) if a.report != b.report]
    return {
        (min(a.report, b.report), max(a.report, b.report))
        for a, b in pairs
        if count_words(texts[a.report][slice(*hull(a, b))]) >= SHORTEST
    }


def show_pairs(
    name: str, corpora: Sequence[Sequence[Planted]], find: Callable[[Sequence[Planted]], Iterator[tuple[int, int]]]
) -> None:
    """Print how many pairs of reports that share words are found at all."""
    right = said = true = 0
    for planted in corpora:
        found, truth = set(find(planted)), true_pairs(planted)
        right, said, true = right + len(found & truth), said + len(found), true + len(truth)
    print(f"pairs of reports, {name}: precision {share(right, said)}, recall {share(right, true)}")
