"""Mentions and links of entities as rows: chains are told by their first mention, referents beside named mentions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from variorum.schema.annotations import Annotations, ReferentMention
from variorum.schema.ids import mint
from variorum.schema.linked import ChainKey, Link, LinkedEntities, LinkedReferents
from variorum.schema.reports import Span

RULE = "referents.v1"


def mention_at(report_id: str, span: Span) -> str:
    """The id of an entity's mention."""
    return mint("mention", report_id, "entity", span.start, span.end)


def first_mentions(annotations: Iterable[Annotations]) -> dict[str, str]:
    """The id of the mention that tells a chain best, its first name or else its first, by the chain's address.

    A chain that only pronouns and vague nouns tell has none, for these are no rows.
    """
    found: dict[str, str] = {}
    for own in annotations:
        ranked = sorted(own.entities, key=lambda m: (m.form != "name", m.span.start))
        told = [(m.chain, m.span) for m in ranked] + [(m.chain, m.span) for m in own.referents if _is_row(m)]
        for chain, span in told:
            found.setdefault(f"{own.report_id}#{chain}", mention_at(own.report_id, span))
    return found


def at_mentions(links: Iterable[Link], first: Mapping[str, str]) -> Iterator[Link]:
    """Links of chains as links of their first mentions, so that both ends lead to words; others as they are."""
    for link in links:
        left, right = (first.get(end, end) for end in (link.left_id, link.right_id))
        same = (left, right) == (link.left_id, link.right_id)
        yield link if same else replace(link, left_id=left, right_id=right)


def _is_row(referent: ReferentMention) -> bool:
    return referent.form != "pronoun" and not referent.is_vague


def referent_spans(
    own: Annotations, entities: LinkedEntities, referents: LinkedReferents
) -> Iterator[tuple[Span, str]]:
    """The spans of a report's referents that are one entity, with its id."""
    named = {mention.span for mention in own.entities}
    for referent in own.referents:
        if referent.span in named:
            continue
        entity = entity_of((own.report_id, referent.chain), entities, referents)
        if entity is not None and _is_row(referent):
            yield referent.span, entity


def entity_of(key: ChainKey, entities: LinkedEntities, referents: LinkedReferents) -> str | None:
    """The one entity that a chain is, by itself or as what it refers to."""
    ids = entities.of_chain.get(key, ())
    return ids[0] if len(ids) == 1 else None if ids else referents.entity_of(key)


def referent_links(
    annotations: Mapping[str, Annotations], entities: LinkedEntities, referents: LinkedReferents
) -> Iterator[Link]:
    """A link *same* of each unnamed chain that has a mention with the first chain of the entity that it is."""
    told = {(r, m.chain) for r, own in annotations.items() for m in own.referents if _is_row(m)}
    chains = {entity.entity_id: entity.chains[0] for entity in entities.entities}
    for key in sorted(referents.of_chain):
        entity = referents.entity_of(key)
        if key in entities.of_chain or entity not in chains or key not in told:
            continue
        found, other = referents.of_chain[key], chains[entity]
        yield Link(
            kind="entity",
            left_id=f"{other[0]}#{other[1]}",
            right_id=f"{key[0]}#{key[1]}",
            judgement="same",
            score=found.score,
            evidence=found.why,
            decided_by=RULE,
        )
