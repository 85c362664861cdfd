"""The stemma: for each origin a tree from the first report that has its words down to the last copy."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.days import as_day, show_bounds
from variorum.views.editions import is_replaced, standing_reports
from variorum.views.lapse import say_number
from variorum.views.lineage import Lineage, list_lineages
from variorum.views.measure import Portion, copied_share, measure_reports
from variorum.views.voices import Siglum, siglum_of


DEEPEST = 24
"""Steps below the root to which a chain of copies is shown; what follows hangs from there and says from whom it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One report in a tree, with those that took from it. `link` is None where nothing was taken from another report.

    `portion` says how much of the whole report is copied; `others` are further reports that it shares passages with.
    """

    report_id: str
    siglum: Siglum
    source: str
    when: str
    portion: Portion
    link: Lineage | None
    why: str
    others: tuple[Siglum, ...]
    children: tuple["Branch", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """One origin and all that has its words. `basis` is credited, shared or presumed."""

    origin_id: str
    name: str
    basis: str
    n_reports: int
    branches: tuple[Branch, ...]

    @property
    def about(self) -> str:
        """The basis in plain words."""
        return {
            "credited": f"credited, {say_number(self.n_reports, 'report')}",
            "shared": f"{say_number(self.n_reports, 'report')}; not known who was first",
        }.get(self.basis, say_number(self.n_reports, "report"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemma:
    """All trees, the largest first, and the pairs that they are made of.

    `alone` are reports that share no passage and credit nobody; `share` is that of all words which are copied, 0 to 1.
    """

    summary: str
    n_reports: int
    n_origins: int
    share: float
    stocks: tuple[Stock, ...]
    alone: tuple[Siglum, ...]
    portions: Mapping[str, Portion]
    lineages: tuple[Lineage, ...]


def draw_stemma(catalogue: Catalogue) -> Stemma:
    """Arrange a record's reports by whose words they have."""
    standing = standing_reports(catalogue)
    lineages = list_lineages(catalogue)
    portions = measure_reports(catalogue)
    stocks = _stocks(catalogue, standing, lineages, portions)
    placed = {branch.report_id for stock in stocks for branch in walk(stock.branches)}
    share = copied_share(portions.values())
    n_origins = len({row["origin_id"] for row in standing if row["origin_id"]})
    counted = f"{_count(len(standing), 'report')}, {_count(n_origins, 'origin')}"
    return Stemma(
        summary=f"{counted}; {share:.0%} of all words are copied".replace("%", " %"),
        n_reports=len(standing),
        n_origins=n_origins,
        share=share,
        stocks=stocks,
        alone=tuple(siglum_of(catalogue, r["report_id"]) for r in _ordered(standing) if r["report_id"] not in placed),
        portions=portions,
        lineages=lineages,
    )


def walk(branches: Iterable[Branch]) -> Iterator[Branch]:
    """Every branch of a tree, parents before children."""
    for branch in branches:
        yield branch
        yield from walk(branch.children)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _ordered(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda r: (r["siglum"] or "~", str(r["published_low"] or "9"), r["report_id"]))


def _stocks(
    catalogue: Catalogue, standing: Sequence[Row], lineages: Sequence[Lineage], portions: Mapping[str, Portion]
) -> tuple[Stock, ...]:
    links: dict[str, list[Lineage]] = {}
    for x in lineages:
        links.setdefault(x.origin_id, []).append(x)
    crediting: dict[str, list[str]] = {}
    for row in standing:
        if row["origin_basis"] == "credited" and row["origin_id"]:
            crediting.setdefault(row["origin_id"], []).append(row["report_id"])
    made = [
        _stock(catalogue, origin_id, links.get(origin_id, []), crediting.get(origin_id, []), portions)
        for origin_id in sorted({*links, *crediting})
    ]
    return tuple(sorted(made, key=lambda s: (-s.n_reports, s.name, s.origin_id)))


def _stock(
    catalogue: Catalogue,
    origin_id: str,
    links: Sequence[Lineage],
    crediting: Sequence[str],
    portions: Mapping[str, Portion],
) -> Stock:
    origin = catalogue.one("origins", origin_id)
    ids = {report for x in links for report in (x.of.report_id, x.copy.report_id)} | set(crediting)
    parents = _parents(catalogue, ids, links)
    hanging: dict[str, list[str]] = {}
    for report in parents:
        hanging.setdefault(_hung_from(report, parents), []).append(report)
    tree = _Tree(
        catalogue=catalogue,
        taken=_by_copy(links),
        parents=parents,
        hanging=hanging,
        portions=portions,
        crediting=frozenset(crediting),
    )
    roots = [report for report in ids if report not in parents]
    return Stock(
        origin_id=origin_id,
        name=str(origin["name"]) if origin else "unknown",
        basis=str(origin["basis"]) if origin else "presumed",
        n_reports=len(ids),
        branches=tuple(_branch(tree, report) for report in _by_day(catalogue, roots)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    """What is needed to hang branches, by id: the pairs a report is the copy in, the one it hangs by, what hangs from it."""

    catalogue: Catalogue
    taken: Mapping[str, Sequence[Lineage]]
    parents: Mapping[str, Lineage]
    hanging: Mapping[str, Sequence[str]]
    portions: Mapping[str, Portion]
    crediting: frozenset[str]


def _parents(catalogue: Catalogue, ids: Iterable[str], links: Sequence[Lineage]) -> dict[str, Lineage]:
    """For each report that took from another, the pair by which it took most; no report is its own forebear."""
    parents: dict[str, Lineage] = {}
    taken = _by_copy(links)
    for report in _by_day(catalogue, ids):
        for x in sorted(taken.get(report, ()), key=lambda x: (not x.directed, -x.share, x.of.report_id)):
            if report not in _forebears(x.of.report_id, parents):
                parents[report] = x
                break
    return parents


def _by_copy(links: Iterable[Lineage]) -> dict[str, list[Lineage]]:
    taken: dict[str, list[Lineage]] = {}
    for x in links:
        taken.setdefault(x.copy.report_id, []).append(x)
    return taken


def _hung_from(report: str, parents: Mapping[str, Lineage]) -> str:
    """Where a report is shown: beneath what it took from; in a very long chain beneath a forebear that is not so deep."""
    line = _forebears(report, parents)[::-1]
    return line[min(len(line) - 2, DEEPEST - 1)]


def _forebears(report: str, parents: Mapping[str, Lineage]) -> list[str]:
    line = [report]
    while line[-1] in parents:
        line.append(parents[line[-1]].of.report_id)
    return line


def _by_day(catalogue: Catalogue, ids: Iterable[str]) -> list[str]:
    def key(report_id: str) -> tuple[str, str, str, str]:
        row = catalogue.one("reports", report_id)
        if row is None:
            return ("9", "", "", report_id)
        day = as_day(row["published_low"]) or as_day(row["published_high"])
        return (str(day or "9"), row["published_time"] or "", row["siglum"] or "~", report_id)

    return sorted(ids, key=key)


def _branch(tree: _Tree, report_id: str) -> Branch:
    row = tree.catalogue.one("reports", report_id)
    link = tree.parents.get(report_id)
    touching = [x for x in tree.taken.get(report_id, ()) if x is not link]
    children = tree.hanging.get(report_id, ())
    return Branch(
        report_id=report_id,
        siglum=siglum_of(tree.catalogue, report_id, None if link is None else link.copy.target),
        source=_source(row),
        when=show_bounds(row["published"], row["published_low"], row["published_high"]) if row else "",
        portion=tree.portions.get(report_id, Portion(words=0, copied=0, alike=0)),
        link=link,
        why=_why(tree, row, link),
        others=tuple(x.of for x in touching),
        children=tuple(_branch(tree, child) for child in _by_day(tree.catalogue, children)),
    )


def _source(row: Row | None) -> str:
    if row is None:
        return "not in the record"
    return (row["source"] or "source unknown") + (" (an earlier version)" if is_replaced(row) else "")


def _why(tree: _Tree, row: Row | None, link: Lineage | None) -> str:
    """How a report belongs to its tree: how it took from the one above, or what it is to the agency at the root."""
    if link is not None:
        above = _hung_from(link.copy.report_id, tree.parents)
        return link.basis if above == link.of.report_id else f"from {link.of.text}, {link.basis}"
    if row is None or row["report_id"] not in tree.crediting:
        return ""
    origin = tree.catalogue.one("origins", row["origin_id"])
    own = origin is not None and str(row["source"]).casefold() == str(origin["name"]).casefold()
    return "its own report" if own else "credits it"
