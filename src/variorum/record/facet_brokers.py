"""Facets of who brokered a story's truce or talks: lists of parties of which each names one that the other leaves out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.record.facets import Facet, Page
from variorum.schema.reports import Span

_DONE = r"(?:brokered|mediated|facilitated|sponsored|guaranteed|co-sponsored|underwritten)"
_BY = re.compile(rf"\b{_DONE} (?:jointly )?by (?:the )?(?=\S)", re.IGNORECASE)
_WHO = re.compile(
    rf",? (?:(?:which|who) )?(?:(?:had|has|have) )?(?:jointly )?{_DONE} (?:the |a |an |this |that |their )",
    re.IGNORECASE,
)
_THINGS = {
    "truce": r"truce|cease-?fire|armistice|cessation of hostilities|pause in (?:the )?fighting",
    "talks": r"talks|negotiations|peace process",
    "agreement": r"(?:peace )?(?:agreement|deal|accord|pact)",
}
"""Nouns for what is brokered, by the one thing that they name."""
_THING = re.compile("|".join(rf"\b(?P<{key}>{words})\b" for key, words in _THINGS.items()), re.IGNORECASE)
_LINK = re.compile(r"(?:,|,? and|,? as well as|,? along with|,? together with) (?:the )?")
_PAST = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:previous|earlier|last year|years? ago)\b", re.IGNORECASE)
KINDS = frozenset({"country", "government", "organization", "armed_group", "person", "place"})
NEAR = 60
"""Code points before the words "brokered by" within which a sentence says what was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Who brokered one thing in one report. names: those of the sides, by side."""

    page: Page
    thing: str
    names: dict[str, str]
    span: Span

    @property
    def sides(self) -> frozenset[str]:
        return frozenset(self.names)


def read_brokers(pages: Sequence[Page]) -> Iterator[Facet]:
    """Who brokered a truce or talks, where two lists share a party and each has one that the other leaves out.

    A list within another is only shorter, and lists that share nobody are of two rounds.
    """
    found = [listing for page in pages for listing in _listings(page)]
    for one in found:
        if any(_part(one, two) for two in found):
            yield Facet(
                report_id=one.page.report_id,
                kind="participant",
                about=("brokers", one.thing),
                name=f"Brokers of the {one.thing}",
                value=", ".join(one.names[side] for side in sorted(one.names, key=lambda s: one.names[s])),
                comparable=frozenset({",".join(sorted(one.sides))}),
                span=one.span,
            )


def _part(one: Listing, two: Listing) -> bool:
    mine, theirs = one.sides, two.sides
    return (
        one.page is not two.page
        and one.thing == two.thing
        and bool(mine & theirs)
        and bool(mine - theirs)
        and bool(theirs - mine)
    )


def _listings(page: Page) -> Iterator[Listing]:
    for match in _BY.finditer(page.text):
        sentence = page.sentence(Span(start=match.start(), end=match.end()))
        told = list(_THING.finditer(page.text, max(sentence.start, match.start() - NEAR), match.start()))
        if told:
            yield from _listing(page, told[-1], match, _forwards(page, match.end()))
    for match in _WHO.finditer(page.text):
        thing = _THING.search(page.text, match.end(), match.end() + NEAR // 2)
        if thing is not None:
            yield from _listing(page, thing, match, _backwards(page, match.start()))


def _listing(
    page: Page, thing: re.Match[str], told: re.Match[str], members: Sequence[tuple[Span, str]]
) -> Iterator[Listing]:
    names = {page.lookup.side(entity): page.lookup.by_id[entity].name for _, entity in members}
    if len(names) < 2:
        return
    span = Span(start=min(told.start(), members[0][0].start), end=max(told.end(), members[-1][0].end))
    if page.is_quoted(span) or _PAST.search(page.said(page.sentence(span))):
        return
    yield Listing(page=page, thing=str(thing.lastgroup), names=names, span=span)


def _forwards(page: Page, at: int) -> list[tuple[Span, str]]:
    """The parties that a list names from an offset on, with where they stand."""
    found: list[tuple[Span, str]] = []
    while (each := _party(page, at, at_start=True)) is not None:
        found.append(each)
        link = _LINK.match(page.text, each[0].end)
        if link is None:
            break
        at = link.end()
    return found


def _backwards(page: Page, at: int) -> list[tuple[Span, str]]:
    """The parties that a list names up to an offset, with where they stand."""
    found: list[tuple[Span, str]] = []
    while (each := _party(page, at, at_start=False)) is not None:
        found.insert(0, each)
        links = _LINK.finditer(page.text, max(0, each[0].start - 20), each[0].start)
        ending = [m for m in links if m.end() == each[0].start]
        if not ending:
            break
        at = ending[0].start()
    return found


def _party(page: Page, at: int, *, at_start: bool) -> tuple[Span, str] | None:
    """The longest name that begins, or ends, at an offset, and the one entity that it means."""
    best: tuple[Span, str] | None = None
    for index, mention in enumerate(page.own.entities):
        span = mention.span
        edge = span.start if at_start else span.end
        reaches = edge == at or (at_start and page.text[span.start : at].lower() == "the ")
        entities = page.lookup.of(page.own, index) if reaches and mention.kind in KINDS else ()
        if len(entities) == 1 and (best is None or len(page.said(span)) > len(page.said(best[0]))):
            best = (span, entities[0])
    return best
