"""The sides of an event: for whom those named in it act, and when it is contested which of them acted."""

from collections.abc import Collection, Iterable

from variorum.record.foes import Foes
from variorum.record.values import Claim, Comparable, Event
from variorum.schema.annotations import Annotations, EventMention
from variorum.schema.nodes import EntityLookup, EventNode

MUTUAL = frozenset({"mutual"})
"""Who acts where both sides do."""


def acting_sides(mention: EventMention, own: Annotations, lookup: EntityLookup) -> frozenset[str] | None:
    """Names of the sides that act, or MUTUAL; None where the words don't say."""
    if mention.direction == "mutual":
        return MUTUAL
    actors = {e for r in mention.roles if r.role == "actor" for e in lookup.of(own, r.entity)}
    if mention.type == "COERCE" and not any(_wields_power(e, lookup) for e in actors):
        return None
    sides = frozenset(name for e in actors if (name := _side_name(e, lookup)))
    return sides if sides and mention.direction == "directed" else None


def _wields_power(entity_id: str, lookup: EntityLookup) -> bool:
    """True of states and forces, and of persons who act for one: "the arrest of X" and "X's arrest" are read alike."""
    entity = lookup.by_id[entity_id]
    return entity.kind in ("country", "government", "armed_group") or lookup.side(entity_id) != entity_id


def _side_name(entity_id: str, lookup: EntityLookup) -> str | None:
    """The name of the state that an actor acts for, else its own; nameless forces are no side."""
    side = lookup.side(entity_id)
    name = lookup.state_names.get(side) or lookup.by_id[side if side in lookup.by_id else entity_id].name
    return name if name[:1].isupper() else None


def leave_out_uncontested(
    claims: Iterable[Claim], event: Event, lookup: EntityLookup, foes: Foes = frozenset()
) -> list[Claim]:
    """Claims, without those of who acted that set no two sides against each other.

    Where reports name other actors (a group, its leader, the police), they differ in detail; who acted is in
    dispute only where one report's actor is the other's victim, one of two who fought, or one at war with it.
    """
    held = list(claims)
    acting = {c.claim_id: c.comparable for c in held if c.attribute == "direction"}
    if len(set(acting.values())) < 2:
        return held
    affected = _affected(event, lookup) | _opposed(event, lookup, foes)
    lone = {i for i, sides in acting.items() if sides != MUTUAL and affected.isdisjoint(_names(sides))}
    return [c for c in held if c.claim_id not in lone]


def _names(sides: Comparable) -> Collection[str]:
    return sides if isinstance(sides, frozenset) else ()


def _affected(event: Event, lookup: EntityLookup) -> frozenset[str]:
    """Names of the sides that something is done to, or that take part on equal terms."""
    held = [e for n in event.nodes for r, e in n.roles if r in ("recipient", "participant")]
    fought = any(n.direction == "mutual" for n in event.nodes)
    held += [e for n in event.nodes if _between_states(n, lookup, fought=fought) for e in n.in_role("actor")]
    return frozenset(name for e in held if (name := _side_name(e, lookup)))


def _opposed(event: Event, lookup: EntityLookup, foes: Foes) -> frozenset[str]:
    """Names of the foes of which each alone is said to have acted."""
    acting = [lookup.sides(node.in_role("actor")) & lookup.belligerents for node in event.nodes]
    alone = frozenset(side for sides in acting if len(sides) == 1 for side in sides)
    sides = frozenset(side for pair in foes if pair <= alone for side in pair)
    held = (e for node in event.nodes for e in node.in_role("actor") if lookup.side(e) in sides)
    return frozenset(name for e in held if (name := _side_name(e, lookup)))


def _between_states(node: EventNode, lookup: EntityLookup, *, fought: bool) -> bool:
    """True where one state acts on another: whether it did, or both fought, can be in dispute."""
    acting, hit = (lookup.sides(node.in_role(role)) for role in ("actor", "recipient"))
    return bool(acting & lookup.states) and (fought or bool(hit & lookup.states)) and acting.isdisjoint(hit)
