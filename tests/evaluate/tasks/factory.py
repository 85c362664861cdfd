"""Annotations of a text made by hand, and a coder that hands them out: answers are tested without a parser."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from variorum.config import Config
from variorum.evaluate.coding import Coding, read_document
from variorum.evaluate.values import Document
from variorum.links.link import Linked
from variorum.schema.annotations import Annotations, EntityMention, EventMention, RoleMention
from variorum.schema.linked import Lineage, LinkedEntities, OccurrenceKey, Storyline
from variorum.schema.nodes import LinkedEvents
from variorum.schema.reports import Span

NO_ENTITIES = LinkedEntities(entities=(), of_chain={}, links=())
NO_EVENTS = LinkedEvents(clusters=(), links=())
NO_STORIES = Storyline(stories=(), processes=(), links=())


@dataclass(frozen=True, slots=True, kw_only=True)
class StubCoder:
    """Hands out annotations by document id, and links made by hand."""

    annotations: Mapping[str, Annotations] = field(default_factory=dict)
    entities: LinkedEntities = NO_ENTITIES
    events: LinkedEvents = NO_EVENTS
    storyline: Storyline = NO_STORIES
    occurrences: tuple[tuple[OccurrenceKey, ...], ...] = ()
    config: Config = field(default_factory=Config)

    def annotate(self, documents: Sequence[Document]) -> Mapping[str, Annotations]:
        return {d.id: self.annotations.get(d.id, Annotations(report_id=d.id)) for d in documents}

    def link(self, documents: Sequence[Document]) -> Coding:
        linked = Linked(
            entities=self.entities,
            events=self.events,
            storyline=self.storyline,
            lineage=Lineage(copies=(), origins=(), of_report={}, of_passage={}),
            dated={},
            occurrences=self.occurrences,
        )
        reports = {d.id: read_document(d) for d in documents}
        return Coding(reports=reports, annotations=self.annotate(documents), linked=linked)


def place_of(text: str, words: str) -> Span:
    """Where some words stand first."""
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def entity_at(text: str, words: str, chain: int, *, form: str = "name", kind: str = "country", **more) -> EntityMention:
    """A mention of an entity over some words."""
    return EntityMention(span=place_of(text, words), kind=kind, form=form, name=words, chain=chain, **more)


def event_at(
    text: str,
    words: str,
    type: str,
    *,
    concept: str = "attack",
    cameo: str = "19",
    realis: str = "happened",
    roles: Sequence[tuple[str, int]] = (),
    **more,
) -> EventMention:
    """A mention of an event over some words; roles are (role, index of an entity)."""
    whole = Span(start=0, end=len(text))
    return EventMention(
        trigger=place_of(text, words),
        clause=whole,
        sentence=whole,
        lemma=words,
        concept=concept,
        type=type,
        mode=None,
        contexts=(),
        cameo=cameo,
        realis=realis,
        roles=tuple(RoleMention(role=role, entity=entity) for role, entity in roles),
        **more,
    )
