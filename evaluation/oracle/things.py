"""Who and what a planted world has: states, people, towns, regions, forces. Everything is known by a key ("state:0")."""

import random
from dataclasses import dataclass, field

from evaluation.oracle.names import FORCES, OFFICES, Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something with a name. kind: as of entities. owner: key of the state that it belongs to; office: as known.

    other_name: what those across the line call a town.
    """

    key: str
    kind: str
    name: str
    adjective: str = ""
    owner: str | None = None
    office: str | None = None
    title: str = ""
    region: str | None = None
    other_name: str | None = None


@dataclass(slots=True, kw_only=True)
class Cast:
    """All things of a world by key; the first two states are at odds, the others mediate or look on."""

    things: dict[str, Thing] = field(default_factory=dict)

    def add(self, thing: Thing) -> None:
        self.things[thing.key] = thing

    def of(self, kind: str, owner: str | None = None) -> list[Thing]:
        """Things of a kind, in the order in which they were made."""
        return [t for t in self.things.values() if t.kind == kind and owner in (None, t.owner)]

    def towns(self, owner: str) -> list[Thing]:
        """Towns of a state, not its regions."""
        return [t for t in self.of("place", owner) if t.key.startswith("town:")]

    def regions(self, owner: str) -> list[Thing]:
        """Regions of a state."""
        return [t for t in self.of("place", owner) if t.key.startswith("region:")]

    def holds(self, wide: str, narrow: str) -> bool:
        """True where a place lies in another."""
        place = self.things[narrow]
        return wide in (place.region, place.owner)

    def side(self, key: str) -> str:
        """The state that something stands for, else itself."""
        thing = self.things[key]
        return thing.owner or thing.key if thing.kind != "armed_group" else thing.key


TOWNS_EACH, STATES = 9, 4
TWICE_NAMED = (0, 5)
"""Towns of the two sides that have another name across the line."""


def cast(rng: random.Random, names: Names | None = None) -> Cast:
    """Draw the cast of a world: four states with two officers, two regions and nine towns each, one armed group."""
    made, names = Cast(), names or Names()
    towns, regions = rng.sample(names.towns, len(names.towns)), rng.sample(names.regions, len(names.regions))
    given, family = rng.sample(names.given, len(names.given)), rng.sample(names.family, len(names.family))
    for n, (name, adjective) in enumerate(rng.sample(names.states, STATES)):
        state = f"state:{n}"
        made.add(Thing(key=state, kind="country", name=name, adjective=adjective))
        offices = rng.choice((OFFICES[0], OFFICES[1])), OFFICES[2]
        for i, (title, office) in enumerate(offices):
            person = f"{given.pop()} {family.pop()}"
            made.add(Thing(key=f"person:{n}{i}", kind="person", name=person, owner=state, office=office, title=title))
        for i in range(2):
            made.add(Thing(key=f"region:{n}{i}", kind="place", name=regions.pop(), owner=state))
        for i in range(TOWNS_EACH):
            region = f"region:{n}{i % 2}"
            other = towns.pop() if n < 2 and i in TWICE_NAMED else None
            made.add(
                Thing(key=f"town:{n}{i}", kind="place", name=towns.pop(), owner=state, region=region, other_name=other)
            )
    force = f"{made.things['region:10'].name} {rng.choice(FORCES)}"
    made.add(Thing(key="group:0", kind="armed_group", name=force, owner="state:0"))
    return made
