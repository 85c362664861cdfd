"""Rows of mentions and links for what refers without a name."""

from variorum.record.entity_mentions import referent_links, referent_spans
from variorum.schema.annotations import Annotations, EntityMention, ReferentMention
from variorum.schema.linked import Entity, LinkedEntities, LinkedReferents, Referent
from variorum.schema.reports import Span

OLSEN = EntityMention(span=Span(start=0, end=5), kind="person", form="name", name="Olsen", chain=0)
ENTITIES = LinkedEntities(
    entities=(Entity(entity_id="e1", kind="person", name="Olsen", names=(("Olsen", 1),), chains=(("r1", 0),)),),
    of_chain={("r1", 0): ("e1",)},
    links=(),
)
FOUND = LinkedReferents(of_chain={("r1", 1): Referent(target="e1", score=0.7, why="called so")})


def telling(kind: str) -> Annotations:
    noun = ReferentMention(
        span=Span(start=10, end=15), kind=kind, form="description", name="skald", chain=1, head="skald"
    )
    return Annotations(report_id="r1", entities=(OLSEN,), referents=(noun,))


def test_listed_noun_has_a_mention_and_a_link() -> None:
    own = telling("person")
    assert [entity for _, entity in referent_spans(own, ENTITIES, FOUND)] == ["e1"]
    assert len(list(referent_links({"r1": own}, ENTITIES, FOUND))) == 1


def test_vague_noun_has_neither() -> None:
    own = telling("other")
    assert not list(referent_spans(own, ENTITIES, FOUND))
    assert not list(referent_links({"r1": own}, ENTITIES, FOUND))
