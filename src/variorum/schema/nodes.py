"""What one report tells of one event, as linking and reconciling see it, and how mentions lead to entities."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.schema.annotations import Annotations, EventMention
from variorum.schema.dates import UNKNOWN, Bounds
from variorum.schema.ids import mint
from variorum.schema.names import state_stem
from variorum.schema.linked import Entity, Link, LinkedEntities
from variorum.schema.quantities import Quantity
from variorum.schema.times import TimeValue

NodeKey = tuple[str, int]
"""(report_id, event chain)."""

SETTLED = frozenset({"happened", "ongoing"})
MUTUAL_TYPES = frozenset({"CONSULT", "AGREE"})
BODIES = frozenset({"government", "armed_group", "people"})
STATE_BOUND = frozenset({"person", "country", "government", "armed_group", "people"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedTime:
    """A time expression of an event with what it resolves to.

    bounds: with "since", "by", ... applied; named: the days that the words themselves name.
    """

    index: int
    value: TimeValue
    bounds: Bounds
    named: Bounds
    phase: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventNode:
    """What one report tells of one event.

    scenes: places that the story or the dateline had reached, where the event names none.
    For linking only: `context`: when it may have been by what is told just before; `published`: when the report was;
    `names`: of what has neither side nor place, the names in its sentences; `lead`: it is what the report is about;
    `lone`: no other event of the report is of its kind; `groups`: numbers of the groups of its story's words that its own
    are of, None where these are no words that are grouped.
    """

    key: NodeKey
    mentions: tuple[EventMention, ...]
    type: str
    concepts: frozenset[str]
    realis: str
    roles: tuple[tuple[str, str], ...]
    countries: frozenset[str]
    date: Bounds
    date_basis: str | None
    times: tuple[DatedTime, ...]
    places: tuple[str, ...]
    figures: tuple[tuple[str, Quantity], ...]
    main: bool
    direction: str | None
    scenes: tuple[str, ...] = ()
    context: Bounds = UNKNOWN
    published: Bounds = UNKNOWN
    names: frozenset[str] = frozenset()
    lead: bool = False
    lone: bool = False
    groups: frozenset[int] | None = None

    @property
    def report_id(self) -> str:
        return self.key[0]

    @property
    def entities(self) -> frozenset[str]:
        return frozenset(entity for _, entity in self.roles)

    def in_role(self, *roles: str) -> frozenset[str]:
        return frozenset(entity for role, entity in self.roles if role in roles)


class EntityLookup:
    """From mentions to entities, countries and places. units: of each place, the names of what it lies in, folded.

    states: those that are named, as sides; state_names: their names by code; belligerents: states and named armed groups.
    """

    def __init__(self, linked: LinkedEntities, annotations: Iterable[Annotations] = ()) -> None:
        annotations = tuple(annotations)
        self._of_chain = linked.of_chain
        self.by_id: dict[str, Entity] = {e.entity_id: e for e in linked.entities}
        self._state = self._by_adjective() | self._states(annotations)
        self.units = self._units(annotations)
        self._folded: dict[str, frozenset[str]] = {}
        states = [e for e in linked.entities if e.kind == "country"]
        self.state_names = {e.country: e.name for e in states if e.country}
        self.states = frozenset(e.country or e.entity_id for e in states)
        armed = (e.entity_id for e in linked.entities if e.kind == "armed_group" and e.names)
        self.belligerents = self.states | {self.side(entity_id) for entity_id in armed}

    def folded_names(self, entity_id: str) -> frozenset[str]:
        """The names of an entity, folded."""
        if entity_id not in self._folded:
            self._folded[entity_id] = frozenset(name.casefold() for name, _ in self.by_id[entity_id].names)
        return self._folded[entity_id]

    def _units(self, annotations: Iterable[Annotations]) -> dict[str, frozenset[str]]:
        """The districts and regions that reports and the gazetteer put each place in."""
        found: dict[str, set[str]] = {}
        for own in annotations:
            named = {t.span: {t.admin1, t.admin2} - {None} for t in own.toponyms if t.admin1 or t.admin2}
            for index, mention in enumerate(own.entities):
                for entity in self.of(own, index) if mention.span in named else ():
                    found.setdefault(entity, set()).update(str(n).casefold() for n in named[mention.span])
        return {e: frozenset(names) - {n.casefold() for n, _ in self.by_id[e].names} for e, names in found.items()}

    def _states(self, annotations: Iterable[Annotations]) -> dict[str, str]:
        """The state that each person or force is most often tied to, as an entity."""
        votes: dict[str, Counter[str]] = {}
        for own in annotations:
            for index, mention in enumerate(own.entities):
                states = self._of_chain.get((own.report_id, mention.owner), ()) if mention.owner is not None else ()
                for entity in self.of(own, index) if len(states) == 1 else ():
                    votes.setdefault(entity, Counter())[states[0]] += 1
        return {entity: min(tally, key=lambda s: (-tally[s], s)) for entity, tally in votes.items()}

    def _by_adjective(self) -> dict[str, str]:
        """The state, unknown to the gazetteer, of forces and bodies that have its adjective ("Velmaran troops")."""
        stems = {
            state_stem(name): e.entity_id
            for e in self.by_id.values()
            if e.kind == "country" and not e.country
            for name, _ in e.names
        }
        found: dict[str, str] = {}
        for entity in self.by_id.values() if stems else ():
            first, _, rest = entity.name.partition(" ")
            if entity.kind in BODIES and not entity.country and rest and first[:1].isupper():
                state = stems.get(state_stem(first))
                found |= {entity.entity_id: state} if state else {}
        return found

    def of(self, annotations: Annotations, mention: int) -> tuple[str, ...]:
        return self._of_chain.get((annotations.report_id, annotations.entities[mention].chain), ())

    def sides(self, entities: Sequence[str] | frozenset[str]) -> frozenset[str]:
        """States by code, others by id: a leader stands for the state."""
        return frozenset(self.side(e) for e in entities)

    def stands_behind(self, entity_id: str, others: Iterable[str]) -> bool:
        """True for a state or people whose leader is among the others: it adds nothing beside him."""
        if self.by_id[entity_id].kind not in ("country", "people"):
            return False
        side = self.side(entity_id)
        return any(self.by_id[o].kind == "person" and self.side(o) == side for o in others if o != entity_id)

    def side(self, entity_id: str) -> str:
        """The side that an entity stands for: the code of its state, the id of a state without one, or its own id."""
        entity = self.by_id[entity_id]
        if entity.kind not in STATE_BOUND:
            return entity_id
        state = self._state.get(entity_id)
        return entity.country or (self.side(state) if state and state != entity_id else entity_id)


def mention_id(node: EventNode, number: int) -> str:
    """The id of an event mention, from its place in its report."""
    trigger = node.mentions[number].trigger
    return mint("mention", node.report_id, "event", trigger.start, trigger.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEvents:
    """Clusters of nodes, each sorted by key, and the links behind them. A cluster is one event."""

    clusters: tuple[tuple[EventNode, ...], ...]
    links: tuple[Link, ...]
