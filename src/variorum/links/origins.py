"""The first origin of linked passages: chains are followed to their roots, and of each root it is said whose words it has."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.links.credits import Naming, Sources, credits_of, find_namings, named_near
from variorum.links.direction import contains, precedes, rank
from variorum.links.parents import Group, Link, Order
from variorum.links.passages import Corpus, Passage
from variorum.links.runs import Place, place_of
from variorum.schema.ids import mint
from variorum.schema.linked import Origin
from variorum.schema.reports import Report, Span

NAMED = 5
"""Sources named in the name of a shared origin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A link with what is known of its direction (see `vocabulary.COPY_BASES`) and its origin."""

    link: Link
    basis: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """What reports say of where their words are from: of each report that shares any, by its place in the corpus."""

    corpus: Corpus
    sources: Sources
    credited: Mapping[int, frozenset[str]]
    namings: Mapping[int, Sequence[Naming]]

    def of(self, passage: Passage) -> frozenset[str]:
        """Folded names of whom a report credits as a whole, or names in a passage or the sentences next to it."""
        sentences = self.corpus.sentences[passage.report]
        around = sentences[max(0, passage.sentence - 1) : passage.sentence + 2]
        near = named_near(self.namings[passage.report], Span(start=around[0].start, end=around[-1].end))
        return self.credited[passage.report] | near

    def credits(self, passage: Passage) -> frozenset[str]:
        """Folded names of whom a passage's report credits as a whole."""
        return self.credited[passage.report]

    def own_name(self, passage: Passage) -> frozenset[str]:
        """The folded name of the source of a passage's report, alone or none."""
        return frozenset(name for name in (self.source(passage),) if name)

    def source(self, passage: Passage) -> str | None:
        """Folded name of the source of a passage's report."""
        return self.sources.called(self.corpus.reports[passage.report].source)


def hear(groups: Iterable[Group], corpus: Corpus, agencies: frozenset[str]) -> Testimony:
    """Read what the reports of groups say of their sources."""
    sources = Sources(reports=corpus.reports, agencies=agencies)
    numbers = sorted({passage.report for group in groups for passage in group.members()})
    return Testimony(
        corpus=corpus,
        sources=sources,
        credited={n: credits_of(corpus.reports[n], sources) for n in numbers},
        namings={n: find_namings(corpus.reports[n], sources) for n in numbers},
    )


def order_of(group: Group, testimony: Testimony) -> Order:
    """Place the passages of a group: agencies that others in it credit first, then outlets that they credit, then by date."""
    members = group.members()
    credited = {name for passage in members for name in testimony.of(passage)}
    reports = testimony.corpus.reports
    numbers = {p.report: testimony.source(p) for p in members}
    ranks = {
        number: (_credit_rank(source, credited, testimony), rank(reports[number])) for number, source in numbers.items()
    }
    return lambda p: (ranks[p.report], p.sentence, p.kind)


def _credit_rank(source: str | None, credited: Collection[str], testimony: Testimony) -> int:
    """0 for an agency that is credited, 1 for another source that is, 2 for all others."""
    if source is None or source not in credited:
        return 2
    return 0 if testimony.sources.is_agency(source) else 1


def own_origins(reports: Sequence[Report], sources: Sources) -> list[Origin]:
    """The origin of each report by itself: whom it credits, or itself, presumed."""
    credited: dict[str, Origin] = {}
    for report in reports:
        if (name := sources.called(report.credit)) and name not in credited:
            credited[name] = Origin(origin_id=mint("origin", name), name=str(report.credit), basis="credited")
    return [
        credited[name]
        if (name := sources.called(report.credit))
        else Origin(origin_id=mint("origin", report.report_id), name=report.source or report.file, basis="presumed")
        for report in reports
    ]


def find_origins(links: Sequence[Link], testimony: Testimony, own: Sequence[Origin]) -> list[Traced]:
    """Say of every link its direction and its first origin."""
    shared = _shared_words(links)
    of_child: dict[Place, list[Link]] = defaultdict(list)
    for link in links:
        of_child[place_of(link.child)].append(link)
    trees: dict[Place, list[Link]] = defaultdict(list)
    for link in links:
        trees[root_of(link, of_child)].append(link)
    known = {testimony.sources.called(o.name) or "": o for o in set(own) if o.basis == "credited"}
    found: list[Traced] = []
    for (root, _), tree in trees.items():
        bases = [_basis(link, testimony, shared) for link in tree]
        origin = _credited(root, tree, testimony, own, known)
        if origin is not None and origin.basis == "credited":
            bases = [_seen_by_credit(li, b, origin, testimony) for li, b in zip(tree, bases, strict=True)]
        origin = origin or _dated(root, tree, bases, testimony.corpus.reports, own)
        found += [Traced(link=li, basis=b, origin=origin) for li, b in zip(tree, bases, strict=True)]
    return found


def _seen_by_credit(link: Link, basis: str, origin: Origin, testimony: Testimony) -> str:
    """Credit where one of the two names the origin of the words or is that origin; else what else is known of them."""
    name = testimony.sources.called(origin.name)
    told = testimony.of(link.child) | testimony.of(link.parent) | testimony.own_name(link.parent)
    return "credit" if name in told else basis


def root_of(link: Link, of_child: Mapping[Place, Sequence[Link]]) -> Place:
    """The first passage that a chain of copies leads to."""
    seen = {place_of(link.child)}
    while (above := _above(link, of_child)) is not None and place_of(above.child) not in seen:
        link = above
        seen.add(place_of(link.child))
    return place_of(link.parent)


def _above(link: Link, of_child: Mapping[Place, Sequence[Link]]) -> Link | None:
    """The link by which the same words of a link's parent are themselves copied."""
    start, end = link.alignment.right
    sized = [
        (min(end, up.alignment.left[1]) - max(start, up.alignment.left[0]), -i, up)
        for i, up in enumerate(of_child.get(place_of(link.parent), ()))
    ]
    overlap, _, best = max(sized, key=lambda row: row[:2], default=(0, 0, None))
    return best if 2 * overlap >= end - start else None


def _shared_words(links: Sequence[Link]) -> dict[tuple[int, int], int]:
    """How many words of each child report are alike in each parent report."""
    found: dict[tuple[int, int], int] = defaultdict(int)
    for link in links:
        found[link.child.report, link.parent.report] += link.alignment.matched
    return found


def _basis(link: Link, testimony: Testimony, shared: Mapping[tuple[int, int], int]) -> str:
    """What tells that the child is the copy: credit, date, containment; or nothing (shared)."""
    corpus, source = testimony.corpus, testimony.source(link.parent)
    child, parent = link.child.report, link.parent.report
    if source and source in testimony.of(link.child) and source != testimony.source(link.child):
        return "credit"
    if precedes(corpus.reports[parent], corpus.reports[child]):
        return "date"
    if precedes(corpus.reports[child], corpus.reports[parent]):
        return "shared"
    if contains(corpus.size(parent), corpus.size(child), shared[child, parent]):
        return "containment"
    return "shared"


def _credited(
    root: int, tree: Sequence[Link], testimony: Testimony, own: Sequence[Origin], known: Mapping[str, Origin]
) -> Origin | None:
    """The one agency, or else the one outlet, that reports sharing words credit; None where there is none or several."""
    passages = {p.report: p for link in tree for p in (link.parent, link.child)}
    heard = frozenset(name for passage in passages.values() for name in testimony.of(passage))
    named = {name for name in heard if testimony.sources.is_agency(name)}
    credits = {name for number in passages for name in testimony.credited[number]}
    first = testimony.sources.called(testimony.corpus.reports[root].source)
    for names in (named, credits):
        if first in names and not testimony.sources.is_agency(str(first)):
            return own[root]
        name = first if first in names else next(iter(names)) if len(names) == 1 else None
        if name is not None:
            written = testimony.sources.written.get(name, name.title())
            return known.get(name) or Origin(origin_id=mint("origin", name), name=written, basis="credited")
    return None


def _dated(
    root: int, tree: Sequence[Link], bases: Sequence[str], reports: Sequence[Report], own: Sequence[Origin]
) -> Origin:
    """The root's own origin where every copy is known to be one; else all that may be the first, together."""
    unknown = {link.child.report for link, basis in zip(tree, bases, strict=True) if basis == "shared"} - {root}
    if not unknown:
        return own[root]
    sharers = [reports[number] for number in sorted({root, *unknown})]
    names = sorted({report.source or report.file for report in sharers})
    more = f" + {len(names) - NAMED} more" if len(names) > NAMED else ""
    origin_id = mint("origin", *(report.report_id for report in sharers))
    return Origin(origin_id=origin_id, name=" + ".join(names[:NAMED]) + more, basis="shared")
