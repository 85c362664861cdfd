"""Pages of a story as readers of facets see them, made without a parser: sentences by their full stops, names by their words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from variorum.record.facets import Facet, Page
from variorum.schema.annotations import Annotations, Deed, EntityMention, EventMention, RoleMention, TimeMention
from variorum.schema.dates import UNKNOWN, on_day
from variorum.schema.linked import Entity, LinkedEntities
from variorum.schema.nodes import EntityLookup
from variorum.schema.quotation_marks import pair_marks
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue

DAY = date(2021, 3, 10)


def make_pages(
    *texts: str,
    names: Mapping[str, str] | None = None,
    days: Mapping[str, TimeValue] | None = None,
    shared: Sequence[str] = (),
    published: date | None = DAY,
) -> list[Page]:
    """A page a text, in reports r1, r2, ...

    Args:
        names: kind of each name that the texts have. days: values of words that are times. shared: passages of several reports.
    """
    kinds = names or {}
    entities = tuple(
        Entity(entity_id=name, name=name, kind=kind, names=((name, 1),), chains=()) for name, kind in kinds.items()
    )
    of_chain = {(f"r{i}", n): (name,) for i in range(1, len(texts) + 1) for n, name in enumerate(kinds)}
    lookup = EntityLookup(LinkedEntities(entities=entities, of_chain=of_chain, links=()))
    return [
        Page(
            report_id=f"r{i}",
            text=text,
            own=_annotations(f"r{i}", text, kinds, days or {}),
            lookup=lookup,
            published=on_day(published) if published else UNKNOWN,
            marked=tuple(inner for quotation in pair_marks(text)[0] for inner in quotation.inners),
            shared=tuple(find(text, passage) for passage in shared if passage in text),
        )
        for i, text in enumerate(texts, start=1)
    ]


def _annotations(report_id: str, text: str, kinds: Mapping[str, str], days: Mapping[str, TimeValue]) -> Annotations:
    mentions = [
        EntityMention(span=span, kind=kinds[name], form="name", name=name, chain=list(kinds).index(name))
        for name in kinds
        for span in find_all(text, name.split()[-1])
    ]
    aged = [
        Deed(chain=list(kinds).index(name), verb=found[1], side="aged")
        for name in kinds
        if (found := re.search(rf"{name}, (\d+),", text))
    ]
    times = [
        TimeMention(span=span, type="DATE", value=value, rule="test")
        for words, value in days.items()
        for span in find_all(text, words)
    ]
    return Annotations(
        report_id=report_id,
        sentences=tuple(
            Span(start=m.start(), end=m.end()) for m in re.finditer(r"\S.*?(?:\.(?=\s+[A-Z“]|\s*$)|$)", text)
        ),
        entities=tuple(sorted(mentions, key=lambda m: m.span.start)),
        deeds=tuple(aged),
        times=tuple(sorted(times, key=lambda t: t.span.start)),
    )


def find(text: str, words: str) -> Span:
    """Where words stand first in a text."""
    at = text.index(words)
    return Span(start=at, end=at + len(words))


def find_all(text: str, words: str) -> list[Span]:
    """Every place where words stand in a text."""
    return [Span(start=m.start(), end=m.end()) for m in re.finditer(rf"\b{re.escape(words)}\b", text)]


def with_events(page: Page, *events: EventMention) -> Page:
    """A page with events of its own."""
    return replace(page, own=replace(page.own, events=events))


def make_event_mention(
    page: Page, words: str, concept: str, kind: str, *, roles=(), place: str | None = None, main: bool = True, **more
) -> EventMention:
    """An event told by some words of a page; roles and place name entities of the page."""
    span = find(page.text, words)

    def at(name: str) -> int:
        return next(i for i, m in enumerate(page.own.entities) if m.name == name)

    return EventMention(
        trigger=span,
        clause=page.sentence(span),
        sentence=page.sentence(span),
        lemma=concept,
        concept=concept,
        type=kind,
        mode=None,
        contexts=(),
        cameo="19",
        realis="happened",
        main=main,
        roles=tuple(RoleMention(role=role, entity=at(name)) for role, name in roles),
        place=at(place) if place else None,
        **more,
    )


def values(facets: Sequence[Facet]) -> list[tuple[str, str]]:
    """Report and value of each facet."""
    return [(facet.report_id, facet.value) for facet in facets]
