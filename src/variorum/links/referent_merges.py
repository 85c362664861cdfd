"""What linking the unnamed changes of entities: those that reports only describe, and that are one, become one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from variorum.schema.linked import ChainKey, Entity, Link, LinkedEntities, LinkedReferents
from variorum.schema.nodes import EventNode, LinkedEvents

RULE = "referents.v1"


def merge_described(entities: LinkedEntities, referents: LinkedReferents) -> tuple[LinkedEntities, dict[str, str]]:
    """Make one of described entities that are one thing, or that are a named one.

    Returns:
        The entities, with a link for each merge; and of each entity that is gone the id of the one that it is.
    """
    moved = _moved(entities, referents)
    if not moved:
        return entities, {}
    parts: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities.entities:
        parts[moved.get(entity.entity_id, entity.entity_id)].append(entity)
    whole = [
        _joined(next(e for e in several if e.entity_id == kept), several) for kept, several in sorted(parts.items())
    ]
    of_chain = {
        key: tuple(dict.fromkeys(moved.get(entity, entity) for entity in ids)) for key, ids in entities.of_chain.items()
    }
    links = (*entities.links, *_links(entities, referents, moved))
    return LinkedEntities(entities=tuple(whole), of_chain=of_chain, links=links), moved


def _moved(entities: LinkedEntities, referents: LinkedReferents) -> dict[str, str]:
    """Entities by the entity that they are: a named one, else the first of those that share a target."""
    known = {entity.entity_id for entity in entities.entities}
    sharing: dict[str, set[str]] = defaultdict(set)
    for key, referent in referents.of_chain.items():
        ids = entities.of_chain.get(key, ())
        if len(ids) == 1:
            sharing[referent.target].add(ids[0])
    moved = {}
    for target, alike in sharing.items():
        kept = target if target in known else min(alike)
        moved.update({entity: kept for entity in alike if entity != kept})
    return moved


def _joined(kept: Entity, several: Sequence[Entity]) -> Entity:
    return replace(kept, chains=tuple(sorted(chain for entity in several for chain in entity.chains)))


def _links(entities: LinkedEntities, referents: LinkedReferents, moved: Mapping[str, str]) -> Iterator[Link]:
    first = {entity.entity_id: entity.chains[0] for entity in entities.entities}
    for key in sorted(referents.of_chain):
        ids = entities.of_chain.get(key, ())
        if len(ids) == 1 and ids[0] in moved:
            found = referents.of_chain[key]
            yield link_chains(first[moved[ids[0]]], key, found.score, found.why)


def link_chains(left: ChainKey, right: ChainKey, score: float, why: str) -> Link:
    """A link *same* of two chains."""
    one, two = sorted((left, right))
    return Link(
        kind="entity",
        left_id=f"{one[0]}#{one[1]}",
        right_id=f"{two[0]}#{two[1]}",
        judgement="same",
        score=score,
        evidence=why,
        decided_by=RULE,
    )


def rename_entities(events: LinkedEvents, moved: Mapping[str, str]) -> LinkedEvents:
    """The events with every entity that is gone under the id of the one that it is."""
    if not moved:
        return events
    clusters = tuple(tuple(_renamed(node, moved) for node in cluster) for cluster in events.clusters)
    return replace(events, clusters=clusters)


def _renamed(node: EventNode, moved: Mapping[str, str]) -> EventNode:
    roles = dict.fromkeys((role, moved.get(entity, entity)) for role, entity in node.roles)
    return replace(
        node,
        roles=tuple(roles),
        countries=frozenset(moved.get(side, side) for side in node.countries),
        places=tuple(dict.fromkeys(moved.get(place, place) for place in node.places)),
    )
