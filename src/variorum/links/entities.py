"""Entities of the whole corpus: chains of all reports clustered into the canonical who and where.

Knows names, countries, offices and decisions. It reads no text and decides nothing about events.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from variorum.links.entity_chains import Chain, gather_chains
from variorum.links.entity_bodies import unite_short_names
from variorum.links.entity_clusters import Clusters, ruled, settle
from variorum.links.entity_forces import unite_forces
from variorum.links.entity_rebels import unite_rebels
from variorum.links.entity_homes import find_settings, served_by
from variorum.links.entity_kinds import settle_kinds
from variorum.links.entity_loose import acting_chains, let_go
from variorum.links.entity_people import Doubt, link_people
from variorum.links.entity_records import make_entity
from variorum.schema.actors import Actor
from variorum.schema.annotations import Annotations
from variorum.schema.gazetteer import Gazetteer, load_gazetteer
from variorum.schema.ids import mint
from variorum.schema.linked import ChainKey, Decision, Entity, Link, LinkedEntities
from variorum.schema.names import fold

RULE = "entities.v1"


def link_entities(
    annotations: Sequence[Annotations],
    decisions: Sequence[Decision] = (),
    *,
    gazetteer: Gazetteer | None = None,
    actors: Sequence[Actor] = (),
) -> LinkedEntities:
    """Cluster the chains of all reports into entities.

    Args:
        decisions: rulings *same* and *different*; the mentions that they saw must still exist to count.
        actors: the analyst's list; what an entity that is one of it is called, is, and where, the list says.

    Returns:
        Entities by id; every chain's entities (a group's are its members'); a link for each merge
        across reports, from every chain to its cluster's first, and the pairs left unsure.
        Nothing depends on the order of the reports.
    """
    gazetteer = gazetteer or load_gazetteer()
    chains, groups = gather_chains(annotations, gazetteer)
    _settle(chains, gazetteer)
    chains = let_go(chains, acting_chains(annotations))
    same, why, doubts = _judge(chains)
    rulings = ruled(chains, decisions)
    clusters = settle(chains, same, rulings)
    entities = _entities(chains, clusters, gazetteer, {actor.key: actor for actor in reversed(actors)})
    of_chain: dict[ChainKey, tuple[str, ...]] = {
        key: (entity.entity_id,) for entity in entities for key in entity.chains
    }
    for key, members in groups.items():
        of_chain[key] = tuple(dict.fromkeys(i for member in members for i in of_chain.get(member, ())))
    links = _links(clusters, why, doubts, rulings)
    return LinkedEntities(entities=tuple(entities), of_chain=of_chain, links=links)


def _settle(chains: Sequence[Chain], gazetteer: Gazetteer) -> None:
    """Give chains the kinds and keys that all reports together show; changes the chains."""
    settle_kinds(chains, gazetteer)
    _unite_towns(chains)
    _unite_acronyms(chains)
    unite_short_names(chains)
    unite_forces(chains, gazetteer)
    unite_rebels(chains, gazetteer)


def _judge(
    chains: Sequence[Chain],
) -> tuple[list[list[ChainKey]], dict[ChainKey, tuple[float, str]], list[Doubt]]:
    """What the rules hold to be one: by key for things, by name for people."""
    why: dict[ChainKey, tuple[float, str]] = {}
    blocks: dict[tuple[str, ...], list[ChainKey]] = {}
    for chain in chains:
        if chain.actor:
            blocks.setdefault(chain.block, []).append(chain.key)
            why[chain.key] = (1.0, f"the list of actors gives both names to {chain.actor.removeprefix('actor:')}")
        elif chain.kind != "person":
            blocks.setdefault(chain.block, []).append(chain.key)
            why[chain.key] = (1.0 if chain.block[0] in ("country", "lexicon") else 0.9, f"same {' '.join(chain.block)}")
    bearers, doubts = link_people([chain for chain in chains if chain.kind == "person"])
    for bearer in bearers:
        for number, chain in enumerate(bearer.chains):
            why.setdefault(chain.key, bearer.why[number])
    same = [blocks[block] for block in sorted(blocks)] + [[chain.key for chain in bearer.chains] for bearer in bearers]
    return same, why, doubts


def _unite_towns(chains: Sequence[Chain]) -> None:
    """A town named without an id is the one of that name that has one, where there is just one."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for chain in chains:
        if chain.kind == "place" and chain.ids and chain.block[0] == "place":
            for name in chain.names:
                known.setdefault(fold(name), set()).add(chain.block)
    for chain in chains:
        found = known.get(fold(chain.name), set()) if chain.kind == "place" and not chain.ids else set()
        if len(found) == 1 and chain.block[0] == "place":
            chain.block = next(iter(found))


def _unite_acronyms(chains: Sequence[Chain]) -> None:
    """ "TLF" is the Temmin Liberation Front where a report has both and no other body has those initials."""
    full: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    bodies = [chain for chain in chains if chain.block and chain.block[0] in ("body", "lexicon")]
    for chain in bodies:
        words = [word for word in chain.name.split() if word[0].isupper()]
        if len(words) > 1:
            full.setdefault((chain.key[0], "".join(word[0] for word in words)), set()).add(chain.block)
    renamed: dict[tuple[str, ...], tuple[str, ...]] = {}
    for chain in bodies:
        found = full.get((chain.key[0], chain.name), set())
        if len(found) == 1 and chain.block[0] == "body":
            renamed[chain.block] = next(iter(found))
    for chain in bodies:
        chain.block = renamed.get(chain.block, chain.block)


def _entities(
    chains: Sequence[Chain], clusters: Clusters, gazetteer: Gazetteer, actors: Mapping[str, Actor]
) -> list[Entity]:
    by_key = {chain.key: chain for chain in chains}
    corpus: Counter[str] = Counter()
    for chain in chains:
        if chain.kind == "country" and chain.country:
            corpus[chain.country] += chain.size
    taken: dict[str, int] = {}
    settings = find_settings(chains, gazetteer)
    groups = [[by_key[key] for key in cluster] for cluster in clusters.all()]
    made = [make_entity(group, gazetteer, corpus, actors, home=served_by(group, settings)) for group in groups]
    entities = []
    for entity, key in sorted(made, key=lambda pair: (pair[0].entity_id, -len(pair[0].chains), pair[0].chains)):
        twin = taken.get(entity.entity_id, 0)
        taken[entity.entity_id] = twin + 1
        first = entity.chains[0]
        entities.append(entity if not twin else replace(entity, entity_id=mint("entity", *key, first[0], first[1])))
    return sorted(entities, key=lambda entity: entity.entity_id)


def _links(
    clusters: Clusters,
    why: dict[ChainKey, tuple[float, str]],
    doubts: Sequence[Doubt],
    rulings: Sequence[tuple[Decision, ChainKey, ChainKey]],
) -> tuple[Link, ...]:
    links: dict[tuple[str, str], Link] = {}
    for decision, left, right in rulings:
        link = _link(left, right, decision.kind, 1.0, why=decision.reason, by=decision.author)
        links[link.left_id, link.right_id] = link
    for cluster in clusters.all():
        first = cluster[0]
        for key in cluster[1:]:
            score, reason = why[key] if why[key][1] else why[first]
            link = _link(first, key, "same", score, why=reason, by=RULE)
            if first[0] != key[0]:
                links.setdefault((link.left_id, link.right_id), link)
    for doubt in doubts:
        other = doubt.bearer.chains[0].key
        if clusters.find(other) != clusters.find(doubt.chain.key):
            link = _link(other, doubt.chain.key, "unsure", 0.5, why=doubt.why, by=RULE)
            links.setdefault((link.left_id, link.right_id), link)
    return tuple(links[key] for key in sorted(links))


def _link(left: ChainKey, right: ChainKey, judgement: str, score: float, *, why: str, by: str) -> Link:
    a, b = sorted((left, right))
    return Link(
        kind="entity",
        left_id=f"{a[0]}#{a[1]}",
        right_id=f"{b[0]}#{b[1]}",
        judgement=judgement,
        score=score,
        evidence=why,
        decided_by=by,
    )
