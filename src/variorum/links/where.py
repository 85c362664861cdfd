"""Where it happened, compared: the same place, one that lies in the other, or another one."""

from collections.abc import Sequence

from variorum.schema.linked import Entity
from variorum.schema.nodes import EntityLookup, EventNode

WIDE = frozenset({"country"})


def place_features(one: EventNode, two: EventNode, lookup: EntityLookup) -> list[str]:
    """What the places say, one name at most; none where one has no place, or both are too wide to tell."""
    if not one.places or not two.places:
        return []
    mine, theirs = ([lookup.by_id[p] for p in n.places] for n in (one, two))
    if any(p.kind == "place" for p in mine if p.entity_id in two.places):
        return ["place"]
    if set(one.places) & set(two.places):
        return ["country"]
    if any(lies_in(a, b, lookup) or lies_in(b, a, lookup) for a in mine for b in theirs):
        return ["within"]
    both = all(any(is_exact(p) for p in places) for places in (mine, theirs))
    if both:
        return ["other_place"]
    return ["other_country"] if _in_other_countries(mine, theirs) else []


def _in_other_countries(mine: Sequence[Entity], theirs: Sequence[Entity]) -> bool:
    """True where it is known of all places in which country they are, and none is in both."""
    lands, others = ({p.country for p in places if not p.disputed} for places in (mine, theirs))
    return None not in lands | others and bool(lands and others) and lands.isdisjoint(others)


def lies_in(narrow: Entity, wide: Entity, lookup: EntityLookup) -> bool:
    """True where a place is known to lie in another: by its country, or by the units that reports and gazetteer name."""
    if wide.kind in WIDE:
        return narrow.country is not None and narrow.country == wide.country
    units = lookup.units.get(narrow.entity_id)
    return units is not None and not units.isdisjoint(lookup.folded_names(wide.entity_id))


def is_exact(place: Entity) -> bool:
    """True of places small enough to part two events: towns and unknown places, not seas and regions."""
    known = place.latitude is None or bool(place.external_ids)
    return place.kind == "place" and known and not place.disputed
