"""Who took part, compared: sides, people, who acted, who was acted on, who mediated."""

from collections.abc import Mapping
from dataclasses import dataclass

from variorum.links.namesakes import find_namesakes
from variorum.schema.nodes import EntityLookup, EventNode, NodeKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Who took which part in what a node tells: sides, and people by the side that they stand for.

    lands: countries in which it was. by_people: some are people of whom it is not known for whom they act: those who sign an accord are of the sides to it.
    """

    sides: frozenset[str]
    actors: frozenset[str]
    hit: frozenset[str]
    mediators: frozenset[str]
    people: Mapping[str, frozenset[str]]
    by_people: bool
    lands: frozenset[str]


class Casts:
    """The parts of nodes, each worked out once."""

    def __init__(self, lookup: EntityLookup) -> None:
        self._lookup = lookup
        self._shorter = find_namesakes(lookup.by_id.values())
        self._of: dict[NodeKey, tuple[EventNode, Parts]] = {}

    def of(self, node: EventNode) -> Parts:
        """Who took which part in what a node tells."""
        held = self._of.get(node.key)
        if held is None or held[0] is not node:
            held = self._of[node.key] = (node, self._read(node))
        return held[1]

    def _read(self, node: EventNode) -> Parts:
        people: dict[str, set[str]] = {}
        for role, entity in node.roles:
            if self._is_named_person(entity) and role not in ("mediator", "host"):
                people.setdefault(self._lookup.side(entity), set()).add(entity)
        mediators = self._sides(node.in_role("mediator", "host"))
        return Parts(
            sides=frozenset(self._shorter.get(side, side) for side in node.countries) - mediators,
            actors=self._sides(node.in_role("actor")),
            hit=self._sides(node.in_role("recipient", "victim")),
            mediators=mediators,
            people={side: frozenset(held) for side, held in people.items()},
            by_people=any(side in held for side, held in people.items()),
            lands=frozenset(c for p in node.places if (c := self._lookup.by_id[p].country)),
        )

    def _sides(self, entities: frozenset[str]) -> frozenset[str]:
        return frozenset(self._shorter.get(side, side) for side in self._lookup.sides(entities))

    def _is_named_person(self, entity: str) -> bool:
        """True of people known by name: "the minister" may be anyone who is one."""
        held = self._lookup.by_id[entity]
        return held.kind == "person" and any(name[:1].isupper() for name, _ in held.names)


def side_features(one: EventNode, two: EventNode, casts: Casts) -> list[str]:
    """What those who took part say."""
    mine, theirs = casts.of(one), casts.of(two)
    meeting = one.type == two.type == "CONSULT"
    return [
        f
        for f in (
            _sides(one, two, mine, theirs),
            _people(mine, theirs),
            _pair("actor", mine.actors, theirs.actors),
            _pair("recipient", mine.hit, theirs.hit),
            _pair("mediator", mine.mediators, theirs.mediators),
            "turned" if one.type == two.type and _are_turned(mine, theirs) else "",
            "other_company" if meeting and other_company(mine.sides, theirs.sides) else "",
            "more_met" if meeting and other_round(one, two, mine, theirs) else "",
        )
        if f
    ]


def _are_turned(mine: Parts, theirs: Parts) -> bool:
    """True where who acts in one is acted on in the other; of a dismissal and a resignation that says nothing."""
    return bool(mine.actors & theirs.hit or mine.hit & theirs.actors)


def _sides(one: EventNode, two: EventNode, mine: Parts, theirs: Parts) -> str:
    if one.countries and one.countries == two.countries:
        return "participants" if len(one.countries) > 1 else "one_side"
    if not mine.sides or not theirs.sides:
        return "some_participants" if one.countries & two.countries else ""
    if mine.sides & theirs.sides:
        return "some_participants"
    if one.type == two.type == "AGREE" and mine.by_people != theirs.by_people:
        return ""
    if mine.sides <= theirs.lands or theirs.sides <= mine.lands:
        return ""
    return "other_pair" if min(len(mine.sides), len(theirs.sides)) > 1 else "other_sides"


def _people(mine: Parts, theirs: Parts) -> str:
    """The same person, or for one side only others."""
    if any(mine.people[side] & theirs.people[side] for side in mine.people.keys() & theirs.people.keys()):
        return "person"
    return "other_person" if mine.people.keys() & theirs.people.keys() else ""


def _pair(name: str, mine: frozenset[str], theirs: frozenset[str]) -> str:
    if not mine or not theirs:
        return ""
    return name if mine & theirs else f"other_{name}"


def other_company(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """True where two or more met in both, and each has one whom the other lacks."""
    return min(len(mine), len(theirs)) > 1 and bool(mine - theirs) and bool(theirs - mine) and bool(mine & theirs)


def other_round(one: EventNode, two: EventNode, mine: Parts, theirs: Parts) -> bool:
    """True where one meeting was of fewer: a meeting of two beside one of three, host and mediator counted.

    One that names both its day and its place as the other does is told with fewer.
    """
    if {one.date_basis, two.date_basis} == {"stated"} or set(one.places) & set(two.places):
        return False
    return _are_fewer(one, mine, theirs) or _are_fewer(two, theirs, mine)


def _are_fewer(few: EventNode, own: Parts, others: Parts) -> bool:
    company, wider = own.sides | own.mediators, others.sides | others.mediators
    lacking = others.sides - company
    return len(own.sides) > 1 and company < wider and bool(lacking) and not any(m.definite for m in few.mentions)
