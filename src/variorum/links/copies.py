"""Who copied whom: passages of one report that reproduce a passage of another, and where their words come from.

A passage is a sentence, or the part of one that is alike in both. Only the reporter's words count: public words
(quotations, printed statements) that two reports have in common are told apart as shared words.
The design is told in docs/decisions/0019-lineage.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.config import Config
from variorum.links.alike import LEAST_QUOTED, Alignment, Edge, find_alike, is_copy
from variorum.links.credits import Sources, credited_sentences, find_namings
from variorum.links.direction import rank
from variorum.links.extents import extents
from variorum.links.origins import Traced, find_origins, hear, order_of, own_origins
from variorum.links.parents import Credits, Link, group_readings, trace
from variorum.links.passages import Corpus, Passage, Weights, read_passages, weigh_words
from variorum.links.runs import extend_runs
from variorum.links.shared_sizes import MOSTLY, WHOLLY, find_sharers, shared_sizes
from variorum.schema.ids import mint
from variorum.schema.linked import Copy, Credit, Lineage, Origin, SharedWords
from variorum.schema.reports import Report, Span

ALONE_MORE = 2.0
"""Words more that must be telling where two reports have one passage only in common: that may be a set phrase."""

QUOTERS = 2
"""Reports that print words between marks, from which the same words without marks are public too."""

PRINTED = 0.8
"""Share of a passage's words that others quote, from which it is public words."""


def find_lineage(
    reports: Sequence[Report],
    sentences: Mapping[str, Sequence[Span]],
    *,
    config: Config,
    agencies: frozenset[str] = frozenset(),
) -> Lineage:
    """Find copied passages among reports and name their origins.

    Args:
        sentences: of each report, its sentences in text order.
        agencies: folded names of news agencies; a credit to one outranks a credit to an outlet.

    Returns:
        Copies and shared words in order of report and offset. Every report has an origin: what it credits, what
        most of it is copied from, or itself, presumed.
    """
    reports = sorted(reports, key=lambda report: report.report_id)
    corpus = read_passages(reports, sentences)
    readings = collect_readings(corpus, config)
    weights = weigh_words(corpus.vocabulary, readings.words)
    likeness = compare_readings(readings, weights, config)
    copied = group_readings(readings.passages, likeness.copies, likeness.copied)
    testimony = hear(copied, corpus, agencies)
    credits = Credits(source=testimony.own_name, named=testimony.credits)
    links = [
        link
        for group in copied
        for link in trace(group, order_of(group, testimony), weights.of, likeness.copied, credits)
    ]
    links = drop_chances(links, config)
    own = own_origins(reports, testimony.sources)
    traced = find_origins(extend_runs(links, corpus, weights, config), testimony, own)
    placed = [(t, *extents(t.link, corpus)) for t in traced]
    copies = sorted((_copy(*row, corpus) for row in placed), key=_place)
    of_passage = _origins_of_passages(placed, corpus, own)
    credited = _credited(corpus, testimony.sources)
    return Lineage(
        copies=tuple(copies),
        origins=_all_origins(own, traced, [origin for _, _, origin in credited]),
        of_report={
            r.report_id: _as_whole(r, o, of_passage[r.report_id], testimony.sources)
            for r, o in zip(reports, own, strict=True)
        },
        of_passage={r: [*((s, o.origin_id) for at, s, o in credited if at == r), *of_passage[r]] for r in of_passage},
        shared_words=tuple(_find_shared(readings, likeness, weights, corpus, copies)),
        of_source=_credited_sources(reports, [*own, *(origin for _, _, origin in credited)], testimony.sources),
        credits=tuple(Credit(report_id=r, span=span, origin_id=o.origin_id) for r, span, o in credited),
        of_credit={r.report_id: o.origin_id for r, o in zip(reports, own, strict=True) if o.basis == "credited"},
        sharers=find_sharers(reports, shared_sizes(copies), WHOLLY),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Different passages, in order of their words: exactly equal ones are one reading.

    public: whether the words are quoted or printed ones. passages: who has each.
    """

    words: Sequence[str]
    public: Sequence[bool]
    passages: Sequence[Sequence[Passage]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Which readings are alike, parted into copies and shared words.

    copied, shared: of each reading, whether two reports that have exactly it copy or share it.
    """

    copies: Sequence[Edge]
    shares: Sequence[Edge]
    copied: Sequence[bool]
    shared: Sequence[bool]


def collect_readings(corpus: Corpus, config: Config) -> Readings:
    """Gather equal passages that are long enough to be compared."""
    found: dict[tuple[str, bool], list[Passage]] = defaultdict(list)
    for passage in corpus.own:
        if len(passage.words) >= config.copy_min_words - 1:
            found[passage.words, False].append(passage)
    for passage in corpus.public:
        if len(passage.words) >= LEAST_QUOTED:
            found[passage.words, True].append(passage)
    keys = sorted(found)
    return Readings(
        words=[words for words, _ in keys], public=[public for _, public in keys], passages=[found[k] for k in keys]
    )


def compare_readings(readings: Readings, weights: Weights, config: Config) -> Likeness:
    """Find what is alike, and tell copies from shared words."""
    edges = list(find_alike(readings.words, readings.public, weights, config))
    quoted = _quoted_elsewhere(readings, edges)
    open_words = [public or number in quoted for number, public in enumerate(readings.public)]
    shares = [e for e in edges if readings.public[e.left] or readings.public[e.right] or {e.left, e.right} <= quoted]
    sharing = {id(edge) for edge in shares}
    return Likeness(
        copies=[edge for edge in edges if id(edge) not in sharing],
        shares=shares,
        copied=[
            not known and len(holders) > 1 and _is_telling(words, weights, config)
            for words, known, holders in zip(readings.words, open_words, readings.passages, strict=True)
        ],
        shared=open_words,
    )


def _is_telling(words: str, weights: Weights, config: Config) -> bool:
    """True where two reports can't have exactly these words by chance."""
    whole = (0, len(words))
    phrased = weights.of(weights.in_phrases(words))
    weight = weights.of(words)
    same = Alignment(left=whole, right=whole, matched=len(words), clashes=0, weight=weight, phrased=phrased)
    return is_copy(same, words, words, config)


def drop_chances(links: Sequence[Link], config: Config) -> list[Link]:
    """Keep links that are telling enough: a passage that is all two reports have in common needs more."""
    shared: dict[frozenset[int], set[tuple[int, int]]] = defaultdict(set)
    for link in links:
        shared[frozenset((link.child.report, link.parent.report))].add((link.child.report, link.child.sentence))
    return [
        link
        for link in links
        if link.alignment.weight >= config.copy_min_telling + ALONE_MORE
        or len(shared[frozenset((link.child.report, link.parent.report))]) > 1
    ]


def _quoted_elsewhere(readings: Readings, edges: Iterable[Edge]) -> set[int]:
    """Readings without marks that several reports print between them: words known to be public."""
    quoters: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        for mine, other, (start, end) in (
            (edge.left, edge.right, edge.alignment.left),
            (edge.right, edge.left, edge.alignment.right),
        ):
            if readings.public[other] and end - start >= PRINTED * len(readings.words[mine]):
                quoters[mine] |= {p.report for p in readings.passages[other]}
    return {mine for mine, reports in quoters.items() if not readings.public[mine] and len(reports) >= QUOTERS}


def _find_shared(
    readings: Readings, likeness: Likeness, weights: Weights, corpus: Corpus, copies: Sequence[Copy]
) -> list[SharedWords]:
    """Rows for public words that two reports have, but where a passage copied from the same report holds them."""
    ranks = [rank(report) for report in corpus.reports]
    links = [
        link
        for group in group_readings(readings.passages, likeness.shares, likeness.shared)
        for link in trace(group, lambda p: (ranks[p.report], p.sentence, p.kind), weights.of, likeness.shared)
    ]
    taken: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for copy in copies:
        taken[copy.report_id, copy.of_report_id].append(copy.span)
    made = [_shared(link, corpus) for link in links]
    free = [s for s in made if not any(span.covers(s.span) for span in taken[s.report_id, s.of_report_id])]
    return sorted(free, key=_place)


def _shared(link: Link, corpus: Corpus) -> SharedWords:
    span, of_span = extents(link, corpus)
    return SharedWords(
        report_id=corpus.reports[link.child.report].report_id,
        span=span,
        of_report_id=corpus.reports[link.parent.report].report_id,
        of_span=of_span,
        similarity=round(link.alignment.likeness, 3),
        reason="document" if "document" in (link.child.kind, link.parent.kind) else "quotation",
    )


def _copy(traced: Traced, span: Span, of_span: Span, corpus: Corpus) -> Copy:
    link = traced.link
    return Copy(
        report_id=corpus.reports[link.child.report].report_id,
        span=span,
        origin_id=traced.origin.origin_id,
        of_report_id=corpus.reports[link.parent.report].report_id,
        of_span=of_span,
        similarity=round(link.alignment.likeness, 3),
        basis=traced.basis,
    )


def _place(row: Copy | SharedWords) -> tuple[str, int, int, str, int]:
    return row.report_id, row.span.start, row.span.end, row.of_report_id, row.of_span.start


Pieces = list[tuple[Span, str]]
"""Stretches of a report with the ids of their origins."""


def _origins_of_passages(
    placed: Sequence[tuple[Traced, Span, Span]], corpus: Corpus, own: Sequence[Origin]
) -> dict[str, Pieces]:
    """Of each report its shared passages with their origin, in text order; of a first one all that others have of it."""
    copied: dict[int, Pieces] = defaultdict(list)
    for traced, span, _ in placed:
        copied[traced.link.child.report].append((span, traced.origin.origin_id))
    found: dict[int, dict[tuple[int, int], str]] = defaultdict(dict)
    for traced, span, of_span in placed:
        child, parent, origin = traced.link.child.report, traced.link.parent.report, traced.origin.origin_id
        inner = sorted(
            (s.start, s.end, o) for s, o in copied[parent] if s.start < of_span.end and of_span.start < s.end
        )
        if not inner:
            found[parent].setdefault((of_span.start, of_span.end), origin)
        texts = (corpus.reports[child].text, corpus.reports[parent].text)
        if inner and texts[0][span.start : span.end] == texts[1][of_span.start : of_span.end]:
            shift = span.start - of_span.start
            for start, end, of_piece in _parted(of_span, inner, own[parent].origin_id):
                found[child][start + shift, end + shift] = of_piece
        else:
            found[child][span.start, span.end] = origin
    return {
        report.report_id: [(Span(start=start, end=end), origin) for (start, end), origin in sorted(found[n].items())]
        for n, report in enumerate(corpus.reports)
    }


def _parted(whole: Span, inner: Sequence[tuple[int, int, str]], rest: str) -> list[tuple[int, int, str]]:
    """A passage that is copied word for word: what its report had of others, and between these its own words."""
    found, at = [], whole.start
    for start, end, origin in inner:
        last = min(end, whole.end)
        found += [(at, start, rest), (max(start, at), last, origin)]
        at = max(at, last)
    return [piece for piece in (*found, (at, whole.end, rest)) if piece[0] < piece[1]]


def _credited(corpus: Corpus, sources: Sources) -> list[tuple[str, Span, Origin]]:
    """The sentences of all reports that give what they tell to another source, with the origin that this names."""
    found = []
    for report, sentences in zip(corpus.reports, corpus.sentences, strict=True):
        namings = find_namings(report, sources)
        for span, name in credited_sentences(report, sentences, sources, namings):
            written = sources.written.get(name, name.title())
            origin = Origin(origin_id=mint("origin", name), name=written, basis="credited")
            found.append((report.report_id, span, origin))
    return found


def _credited_sources(reports: Sequence[Report], own: Sequence[Origin], sources: Sources) -> dict[str, str]:
    """Of each report by a source that another report credits as a whole, the origin of that credit."""
    named = {sources.called(o.name): o.origin_id for o in own if o.basis == "credited"}
    return {r.report_id: named[name] for r in reports if (name := sources.called(r.source)) in named}


def _all_origins(own: Sequence[Origin], traced: Sequence[Traced], named: Sequence[Origin]) -> tuple[Origin, ...]:
    origins = {origin.origin_id: origin for origin in (*named, *own, *(t.origin for t in traced))}
    return tuple(sorted(origins.values(), key=lambda origin: origin.origin_id))


def _as_whole(report: Report, own: Origin, passages: Sequence[tuple[Span, str]], sources: Sources) -> str:
    """The origin of a report as a whole: the agency that it credits, else the one that most of its text has, else its own."""
    sizes: dict[str, int] = defaultdict(int)
    reached: dict[str, int] = defaultdict(int)
    for span, origin in passages:
        sizes[origin] += max(0, span.end - max(span.start, reached[origin]))
        reached[origin] = max(reached[origin], span.end)
    largest = max(sorted(sizes), key=sizes.__getitem__, default=None)
    agency = own.basis == "credited" and sources.is_agency(sources.called(own.name) or "")
    if not agency and largest is not None and sizes[largest] >= MOSTLY * len(report.text):
        return largest
    return own.origin_id
