"""Which places can be one: the same under two names, one within the other, or so near that words do not tell them apart."""

from collections.abc import Mapping
from math import cos, hypot, radians

from variorum.schema.annotations import Annotations
from variorum.schema.linked import Entity
from variorum.schema.nodes import EntityLookup

NEAR_KM = 60.0
"""A town, its suburb and its airport are one place to the press."""

KM_A_DEGREE = 111.2


class Places:
    """Compares the places of a record."""

    def __init__(self, lookup: EntityLookup, annotations: Mapping[str, Annotations]) -> None:
        self._by_id = lookup.by_id
        self._one: dict[str, str] = {}
        self._holders: dict[str, set[str]] = {}
        self._join_names()
        for own in annotations.values():
            self._read_holders(own, lookup)

    def _join_names(self) -> None:
        """Places that share a name are one, so that a town's two names are where some report tells both."""
        first: dict[str, str] = {}
        for entity in self._by_id.values():
            for name, _ in entity.names if entity.kind == "place" else ():
                other = first.setdefault(name.casefold(), entity.entity_id)
                one, two = self.root(other), self.root(entity.entity_id)
                if one != two and self._distance(one, two) <= NEAR_KM:
                    self._one[max(one, two)] = min(one, two)

    def _read_holders(self, own: Annotations, lookup: EntityLookup) -> None:
        at = {mention.span.start: index for index, mention in enumerate(own.entities)}
        for toponym in own.toponyms:
            index = at.get(toponym.span.start)
            units = {unit.casefold() for unit in (toponym.admin1, toponym.admin2) if unit}
            for entity in lookup.of(own, index) if index is not None and units else ():
                self._holders.setdefault(self.root(entity), set()).update(units)

    def root(self, entity_id: str) -> str:
        """The one place, of all that share a name, by which they go."""
        while entity_id in self._one:
            entity_id = self._one[entity_id]
        return entity_id

    def roots(self, entities: frozenset[str]) -> frozenset[str]:
        """Places under the ids by which they go."""
        return frozenset(self.root(e) for e in entities)

    def fit(self, one: frozenset[str], two: frozenset[str]) -> bool:
        """True where some place of one can be some place of the other."""
        return any(self._fit(a, b) for a in one for b in two)

    def _fit(self, one: str, two: str) -> bool:
        a, b = self._by_id[one], self._by_id[two]
        same = self.root(one) == self.root(two) or (self._distance(one, two) <= NEAR_KM and a.latitude is not None)
        return same or self._holds(a, b) or self._holds(b, a) or not (_is_exact(a) and _is_exact(b))

    def _holds(self, wide: Entity, narrow: Entity) -> bool:
        """True where words or the gazetteer say that a place lies in another."""
        if wide.kind == "country":
            return narrow.country in (None, wide.country)
        units = self._holders.get(self.root(narrow.entity_id), set())
        return any(name.casefold() in units for name, _ in wide.names)

    def _distance(self, one: str, two: str) -> float:
        """Kilometres between two places, 0 where either has no point."""
        a, b = self._by_id[one], self._by_id[two]
        if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
            return 0.0
        east = (a.longitude - b.longitude) * cos(radians((a.latitude + b.latitude) / 2))
        return KM_A_DEGREE * hypot(a.latitude - b.latitude, east)


def _is_exact(place: Entity) -> bool:
    """True of towns and places that no gazetteer has; not of seas, regions and lands in dispute."""
    return place.kind == "place" and (place.latitude is None or bool(place.external_ids)) and not place.disputed
