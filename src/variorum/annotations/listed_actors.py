"""The analyst's list of actors in one report: its names outvote whatever the annotators took the words for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from variorum.schema.actors import Actor
from variorum.schema.annotations import EntityMention
from variorum.schema.dates import Bounds
from variorum.schema.reports import Span


@dataclass(frozen=True, slots=True)
class _Hit:
    span: Span
    actor: Actor


def apply_actors(
    text: str, entities: Sequence[EntityMention], actors: Sequence[Actor], published: Bounds
) -> tuple[EntityMention, ...]:
    """Make every name of the list that stands in a text a mention of its actor.

    A chain that names one actor is that actor's as a whole, pronouns too. Of a chain that names several each keeps its
    names. A single word within a longer name ("Baker" in "Ada Baker") is that name's, not the actor's.

    Args:
        published: bounds of the report's day; rows that hold on none of it are left out.

    Returns:
        Mentions in text order, never overlapping; actors' carry their key in `external_ids`.
    """
    hits = [hit for hit in _find(text, actors, published) if not _is_inner(hit, text, entities)]
    if not hits:
        return tuple(entities)
    chains = _chains(hits, entities)
    kept = [_told(m, chains) for m in entities if not any(hit.span.overlaps(m.span) for hit in hits)]
    fresh = max((c for m in entities for c in (m.chain, *m.members)), default=-1) + 1
    numbers = {key: fresh + n for n, key in enumerate(dict.fromkeys(hit.actor.key for hit in hits))}
    numbers |= {actor.key: min(c for c, a in chains.items() if a.key == actor.key) for actor in chains.values()}
    old = {(m.span.start, m.span.end): m for m in entities}
    made = [_mention(text, hit, numbers[hit.actor.key], old.get((hit.span.start, hit.span.end))) for hit in hits]
    merged = {chain: numbers[actor.key] for chain, actor in chains.items()}
    moved = [_renumbered(mention, merged) for mention in kept]
    return tuple(sorted([*made, *moved], key=lambda m: m.span.start))


def _find(text: str, actors: Sequence[Actor], published: Bounds) -> list[_Hit]:
    """The names that stand in a text, the longest at each place."""
    held = {name: actor for actor in actors if actor.holds(published) for name in actor.names}
    if not held:
        return []
    return [_Hit(Span(start=m.start(), end=m.end()), held[m.group()]) for m in _pattern(tuple(held)).finditer(text)]


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _is_inner(hit: _Hit, text: str, entities: Sequence[EntityMention]) -> bool:
    """Is a hit of one word only part of a longer name?"""
    if " " in text[hit.span.start : hit.span.end]:
        return False
    return any(m.form == "name" and m.span.covers(hit.span) and len(m.span) > len(hit.span) for m in entities)


def _chains(hits: Sequence[_Hit], entities: Sequence[EntityMention]) -> Mapping[int, Actor]:
    """Chains that name one actor and nobody else: another full name in a person's chain is another person's."""
    found: dict[int, dict[str, Actor]] = {}
    others: set[int] = set()
    for mention in entities:
        if mention.members or mention.form == "pronoun":
            continue
        own = [hit.actor for hit in hits if hit.span.overlaps(mention.span)]
        found.setdefault(mention.chain, {}).update((actor.key, actor) for actor in own)
        if not own and mention.kind == "person" and mention.form == "name":
            others.add(mention.chain)
    return {chain: next(iter(of.values())) for chain, of in found.items() if len(of) == 1 and chain not in others}


def _told(mention: EntityMention, chains: Mapping[int, Actor]) -> EntityMention:
    actor = chains.get(mention.chain)
    if actor is None or mention.members:
        return mention
    return replace(mention, kind=actor.kind, country=actor.country, external_ids=(actor.key,))


def _renumbered(mention: EntityMention, numbers: Mapping[int, int]) -> EntityMention:
    return replace(
        mention,
        chain=numbers.get(mention.chain, mention.chain),
        members=tuple(numbers.get(c, c) for c in mention.members),
        owner=numbers.get(mention.owner, mention.owner) if mention.owner is not None else None,
    )


def _mention(text: str, hit: _Hit, chain: int, old: EntityMention | None) -> EntityMention:
    return EntityMention(
        span=hit.span,
        kind=hit.actor.kind,
        form="name",
        name=text[hit.span.start : hit.span.end],
        chain=chain,
        country=hit.actor.country,
        office=old.office if old is not None else None,
        titles=old.titles if old is not None else None,
        external_ids=(hit.actor.key,),
    )
