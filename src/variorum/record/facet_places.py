"""Facets that are places or people of a story's talks: the town where they are held, and who leads a delegation."""

import re
from collections.abc import Iterator, Sequence

from variorum.record.facets import Facet, Page
from variorum.schema.annotations import EventMention
from variorum.schema.nodes import SETTLED
from variorum.schema.reports import Span
from variorum.schema.resolution import resolve

GATHERINGS = frozenset({"CONSULT", "AGREE"})
RECENT = 21
"""Days back from a report within which its talks are those of its story."""


def read_venues(pages: Sequence[Page]) -> Iterator[Facet]:
    """The town in which the talks that are a report's news are held, among the towns of one country."""
    for page in pages:
        for mention in page.own.events:
            if mention.type in GATHERINGS and mention.main and mention.realis in SETTLED and mention.voice == "own":
                yield from _venue(page, mention)


def _venue(page: Page, mention: EventMention) -> Iterator[Facet]:
    held = page.lookup.of(page.own, mention.place) if mention.place is not None else ()
    towns = [page.lookup.by_id[e] for e in held if page.lookup.by_id[e].kind == "place"]
    for town in towns if mention.place is not None and _is_recent(page, mention) else ():
        if town.country and town.latitude is not None and town.external_ids:
            span = page.own.entities[mention.place or 0].span
            start = max(mention.sentence.start, span.start - 60)
            yield Facet(
                report_id=page.report_id,
                kind="place",
                about=("talks in", town.country),
                name="Place of the talks",
                value=town.name,
                comparable=frozenset({town.entity_id}),
                span=Span(start=start, end=span.end),
            )


def _is_recent(page: Page, mention: EventMention) -> bool:
    if mention.time is None:
        return True
    day = resolve(page.own.times[mention.time].value, page.published)
    if day.low is None or page.published.low is None:
        return True
    return abs((page.published.low - day.low).days) <= RECENT


_NAME = r"(?P<{0}>(?:[A-Z][\w’'-]+ ){{1,2}}[A-Z][\w’'-]+)"
_DELEGATION = (
    r"(?P<side>government|rebel|rebels|state|opposition)(?:[’']s?)?(?: \w+)? (?:delegation|team|negotiating team|side)"
)
_HEADS = (
    re.compile(_NAME.format("name") + rf",? (?:the )?(?:leader|head|chief) of the {_DELEGATION}"),
    re.compile(_NAME.format("name") + rf",? who (?:heads|headed|leads|led) the {_DELEGATION}"),
    re.compile(rf"(?:leader|head|chief) of the {_DELEGATION},? " + _NAME.format("name")),
    re.compile(
        r"[Tt]he (?P<side>government|rebels|state|opposition)[’'](?:s)?(?: delegation| team)? (?:is|was|has been) "
        r"(?:headed|led) by (?:the [a-z ]+, )?" + _NAME.format("name")
    ),
)


def read_heads(page: Page) -> Iterator[Facet]:
    """Who leads the delegation of the government, or of the rebels, by name."""
    if page.published.low is None:
        return
    for pattern in _HEADS:
        for match in pattern.finditer(page.text):
            person = _person(page, Span(start=match.start("name"), end=match.end("name")))
            if person is not None:
                side = match["side"].rstrip("s").replace("state", "government")
                yield Facet(
                    report_id=page.report_id,
                    kind="participant",
                    about=("head of delegation", side),
                    name=f"Head of the {side} delegation",
                    value=page.lookup.by_id[person].name,
                    comparable=frozenset({person}),
                    span=Span(start=match.start(), end=match.end()),
                )


def _person(page: Page, span: Span) -> str | None:
    """The one person whom a mention within some words names."""
    found = {
        e
        for index, mention in enumerate(page.own.entities)
        if mention.kind == "person" and mention.form == "name" and mention.span.overlaps(span)
        for e in page.lookup.of(page.own, index)
    }
    return found.pop() if len(found) == 1 else None
