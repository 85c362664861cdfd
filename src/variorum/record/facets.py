"""Facets: what each report of a story says of one thing that the story has once, whatever events it was linked to.

A facet is found by words of its own (how many were aboard, how old a named person is, at what hour it was, whether a man was
caught or gave himself up), so that reports can be set against each other where no event holds them together. Each reader
of facets says what it takes for one thing; here reports are compared (facets.v1):

- a report that gives two values that do not fit, in its own voice, speaks of two things and is compared with none;
- words that a report takes from another to say that they are false are not its own, and are not read;
- what an event of the record already has in dispute on the same words is not told again.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from variorum.record.summaries import list_sources
from variorum.record.values import Comparable, Disagreement, Holding
from variorum.schema.annotations import Annotations
from variorum.schema.dates import Bounds
from variorum.schema.ids import mint
from variorum.schema.nodes import EntityLookup
from variorum.schema.quantities import Quantity
from variorum.schema.quantities import compatible as counts_agree
from variorum.schema.reports import Span

RULE = "facets.v1"
WEIGHT = {
    "figure": 0.6,
    "date": 0.55,
    "outcome": 0.55,
    "direction": 0.6,
    "place": 0.5,
    "label": 0.4,
    "participant": 0.5,
    "realis": 0.6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One value of one thing in one report.

    kind: of the disagreement that it may come to. about: the thing, the same for all reports that speak of it.
    name: the thing in words ("people on board"). value: what the report says, in words.
    """

    report_id: str
    kind: str
    about: tuple[str, ...]
    name: str
    value: str
    comparable: Comparable
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A report of a story as readers of facets see it.

    published: the days on which it came out. marked: what stands between quotation marks. shared: passages that another
    report has as well.
    """

    report_id: str
    text: str
    own: Annotations
    lookup: EntityLookup
    published: Bounds
    marked: tuple[Span, ...] = ()
    shared: tuple[Span, ...] = ()

    def said(self, span: Span) -> str:
        """The words at a span."""
        return self.text[span.start : span.end]

    def is_quoted(self, span: Span) -> bool:
        """True where words begin between quotation marks."""
        return any(m.start <= span.start < m.end for m in self.marked)

    def is_own(self, span: Span) -> bool:
        """True of words outside of quotation marks that no other report has too."""
        return not self.is_quoted(span) and not any(shared.covers(span) for shared in self.shared)

    def sentence(self, span: Span) -> Span:
        """The sentence that some words begin in; they themselves where none is known."""
        return next((s for s in self.own.sentences if s.overlaps(span)), span)

    def clause_end(self, at: int, most: int) -> int:
        """Where the clause ends in which some words end: at the next mark or at a word that joins, if that is near."""
        found = _JOINT.search(self.text, at, at + most)
        return found.start() if found else at


_JOINT = re.compile(r"[,;:.!?–\n]|\s(?:and|but|while|who|which|where|when|as)\b")


def may_lie_within(one: Page, two: Page, most: timedelta) -> bool:
    """True unless two reports are known to have come out farther apart."""
    days = one.published, two.published
    return all(a.low - b.high <= most for a, b in (days, days[::-1]) if a.low is not None and b.high is not None)


Fit = Callable[[Comparable, Comparable], bool]


def fit(one: Comparable, two: Comparable) -> bool:
    """True where two values of one thing can both hold."""
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        return counts_agree(one, two)
    if isinstance(one, frozenset) and isinstance(two, frozenset):
        return bool(one & two)
    return one == two


def find_facet_disputes(
    story_id: str, facets: Iterable[Facet], sigla: Mapping[str, str], known: Sequence[Disagreement]
) -> tuple[Disagreement, ...]:
    """One disagreement for each thing of a story of which reports give values that do not fit.

    Args:
        known: what is in dispute already; the same words are not set against each other twice.
    """
    groups: dict[tuple[str, ...], list[Facet]] = {}
    for facet in facets:
        groups.setdefault((facet.kind, *facet.about), []).append(facet)
    kept: list[Disagreement] = []
    for key, group in sorted(groups.items()):
        found = _dispute(story_id, key, group, sigla)
        named = any(other.kind == key[0] and other.subject_id in key for other in known)
        if found is not None and not named and not any(_is_told(found, other) for other in (*known, *kept)):
            kept.append(found)
    return tuple(kept)


def _dispute(
    story_id: str, key: tuple[str, ...], group: Sequence[Facet], sigla: Mapping[str, str]
) -> Disagreement | None:
    telling = _of_one_mind(group)
    at_odds = [f for f in telling if any(not fit(f.comparable, other.comparable) for other in telling)]
    if len({f.report_id for f in at_odds}) < 2:
        return None
    held = {(f.report_id, f.value): f for f in sorted(at_odds, key=lambda f: (-f.span.start, f.span.end))}
    ordered = [held[each] for each in sorted(held)]
    return Disagreement(
        disagreement_id=mint("disagreement", "facet", story_id, *key),
        kind=group[0].kind,
        subject_id=story_id,
        summary=_summary(ordered, sigla),
        weight=WEIGHT[group[0].kind],
        rule=RULE,
        holdings=tuple(
            Holding(value=f.value, side=f.value, support=(f.report_id, f.span), voice="own") for f in ordered
        ),
    )


def _of_one_mind(group: Sequence[Facet]) -> list[Facet]:
    """Facets of reports that say nothing of the thing that does not fit with what else they say of it."""
    torn = {
        one.report_id
        for one, two in combinations(group, 2)
        if one.report_id == two.report_id and not fit(one.comparable, two.comparable)
    }
    return [f for f in group if f.report_id not in torn]


def _summary(facets: Sequence[Facet], sigla: Mapping[str, str]) -> str:
    sides: dict[str, set[str]] = {}
    for facet in facets:
        sides.setdefault(facet.value, set()).add(sigla[facet.report_id])
    told = (
        f"{list_sources(sorted(who))} {'has' if len(who) == 1 else 'have'} “{value}”"
        for value, who in sorted(sides.items(), key=lambda side: (-len(side[1]), side[0]))
    )
    return f"{facets[0].name}: {'; '.join(told)}"


def _is_told(found: Disagreement, other: Disagreement) -> bool:
    """True where another disagreement of the kind has words of two of the reports that this one sets apart."""
    if found.kind != other.kind:
        return False
    shared = {
        mine.support[0]
        for mine in found.holdings
        for theirs in other.holdings
        if mine.support[0] == theirs.support[0] and mine.support[1].overlaps(theirs.support[1])
    }
    return len(shared) > 1
