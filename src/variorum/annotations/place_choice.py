"""Which of the places of one name a report means.

A candidate's points are the logarithm of its people and what the report adds: the states it speaks of, the units and
towns that it names, words that say where the place is. Weights were set on one half of GeoWebNews (every second
document); docs/explanation tells them in words.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log10

from variorum.annotations.place_candidates import COUNTRY, FIRST, REGION, SECOND, Candidate
from variorum.annotations.place_distance import distance_km
from variorum.annotations.place_ground import Spot
from variorum.schema.names import fold
from variorum.schema.place_records import DIVISIONS

SAME_STATE = 3.0
"""Points for the share of the report's places that lie in a candidate's state."""
SAME_UNIT = 1.0
"""Points for a first-level unit that the report names, or in which another of its places lies."""
BESIDE = 1.5
"""Points for lying where another place of the report lies; they fall by e every `BESIDE_KM`."""
BESIDE_KM = 100.0
HOME = 0.5
"""Points for the state of the outlet."""
CAPITAL = 2.0
"""Points for a capital."""
OTHER_NAME = -1.5
"""Points for a name that is not the place's first."""
OWN_TOWN = -0.8
"""Points for a unit of which a town bears the name, where no word calls it a unit: Lagos is the town."""
UNIT = 0.5
"""Points for any other unit of the first level."""
CALLED_UNIT = 2.0
"""Points for a unit where a word calls it one ("Idlib province")."""
STRAY_PEOPLE = 15_000
"""A town with fewer people is not believed in where nothing else of the report lies in its state,"""
SETTLED = 3
"""and so many mentions of places lie in others."""
_ROUNDS = 2


@dataclass(slots=True, kw_only=True)
class Context:
    """What the places chosen so far say of where a report is set.

    states: mentions by state; own: those of each name, which say nothing for themselves. units: names by first-level
    unit. points: towns and lesser units as (name, degrees north, degrees east).
    """

    states: Counter[str] = field(default_factory=Counter)
    own: dict[str, Counter[str]] = field(default_factory=dict)
    units: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    points: list[tuple[str, float, float]] = field(default_factory=list)
    home: str | None = None


def choose_places(
    spots: Sequence[Spot], found: Mapping[str, Sequence[Candidate]], called: frozenset[str], home: str | None
) -> dict[int, Candidate]:
    """Choose a place for every spot that has candidates.

    Args:
        found: candidates by the name of a spot.
        called: names that a word beside calls a unit ("Idlib province").
        home: state of the outlet.

    Returns:
        Places by index of the spot. One name means one place in a report, unless words say where it is.
    """
    chosen: dict[int, Candidate] = {}
    context = Context(home=home)
    for _ in range(_ROUNDS + 1):
        chosen = _choose(spots, found, called, context)
        context = _read_context(spots, chosen, home)
    return {number: place for number, place in chosen.items() if not _is_stray(spots[number], place, context)}


def _is_stray(spot: Spot, place: Candidate, context: Context) -> bool:
    """A small town far from all that the report speaks of: rather a namesake that no gazetteer has."""
    if place.precision > SECOND or place.people >= STRAY_PEOPLE or spot.within is not None:
        return False
    states = context.states - context.own.get(fold(spot.name), Counter())
    return states.total() >= SETTLED and not states[place.country or ""]


def _choose(
    spots: Sequence[Spot], found: Mapping[str, Sequence[Candidate]], called: frozenset[str], context: Context
) -> dict[int, Candidate]:
    best: dict[str, Candidate] = {}
    bound: dict[int, Candidate] = {}
    held: dict[int, Candidate] = {}
    for number, spot in enumerate(spots):
        candidates = found[spot.name]
        if not candidates:
            continue
        inside = _inside(spot, candidates, found)
        if inside:
            bound[number] = _best(spot.name, inside, called, context)
            held[id(spot.within)] = bound[number]
        elif spot.name not in best:
            best[spot.name] = _best(spot.name, _eligible(candidates), called, context)
    for number, spot in enumerate(spots):
        if id(spot) in held and number not in bound:
            bound[number] = _best(spot.name, _holding(held[id(spot)], found[spot.name]), called, context)
    told = {spots[number].name: place for number, place in sorted(bound.items(), reverse=True)}
    return {
        number: bound.get(number) or told.get(spot.name) or best[spot.name]
        for number, spot in enumerate(spots)
        if found[spot.name]
    }


def _eligible(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """A state's or region's name means no town that words do not locate: China is not the one in Texas."""
    firm = any(c.precision >= REGION for c in candidates)
    return [c for c in candidates if c.precision >= FIRST] if firm else candidates


def _inside(spot: Spot, candidates: Sequence[Candidate], found: Mapping[str, Sequence[Candidate]]) -> list[Candidate]:
    """The candidates that lie in what the words after a comma name."""
    firm = any(c.precision >= REGION for c in candidates)
    holders = found[spot.within.name] if spot.within is not None and spot.within.form != "demonym" else ()
    states = set() if firm else {h.country for h in holders if h.precision == COUNTRY}
    units = {(h.country, h.admin1) for h in holders if h.precision == FIRST}
    return [
        c
        for c in candidates
        if c.precision < COUNTRY and (c.country in states or (c.country, c.admin1) in units) and c not in holders
    ]


def _holding(place: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that hold a place: its unit, or its state."""
    return [
        c
        for c in candidates
        if c.country == place.country
        and (c.precision == COUNTRY or (c.precision == FIRST and c.admin1 == place.admin1))
    ]


def _best(name: str, candidates: Sequence[Candidate], called: frozenset[str], context: Context) -> Candidate:
    def rank(place: Candidate) -> tuple[float, float, int]:
        own = place.feature_code in DIVISIONS and _has_own_town(place, candidates)
        return _points(name, place, called, context, own=own), place.people, -(place.geonames_id or 0)

    return max(candidates, key=rank)


def _has_own_town(place: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Does a town of a unit go by the unit's name?"""
    return any(c.feature_class == "P" and (c.country, c.admin1) == (place.country, place.admin1) for c in candidates)


def _points(name: str, place: Candidate, called: frozenset[str], context: Context, *, own: bool) -> float:
    """The points of a candidate. own: it is a unit of which a town bears the name."""
    key = fold(name)
    points = log10(place.people + 10)
    points += 0 if place.main or fold(place.name) == f"{key} city" else OTHER_NAME
    if place.feature_code == "PPLC" and place.main:
        points += CAPITAL
    if place.feature_code in DIVISIONS:
        points += CALLED_UNIT if name in called else OWN_TOWN if own else UNIT if place.precision == FIRST else 0
    if place.country is not None:
        states = context.states - context.own.get(key, Counter())
        points += SAME_STATE * states[place.country] / states.total() if states else 0
        points += HOME if place.country == context.home else 0
        others = context.units.get((place.country, place.admin1), set()) - {key}
        points += SAME_UNIT if place.admin1 and others and place.precision < COUNTRY else 0
    return points + _beside(key, place, context)


def _beside(key: str, place: Candidate, context: Context) -> float:
    if place.precision >= FIRST:
        return 0.0
    near = (distance_km(place.latitude, place.longitude, n, e) for other, n, e in context.points if other != key)
    return BESIDE * exp(-min(near, default=1e9) / BESIDE_KM)


def _read_context(spots: Sequence[Spot], chosen: Mapping[int, Candidate], home: str | None) -> Context:
    """States count once a mention, towns and units once a name."""
    context = Context(home=home)
    seen: set[str] = set()
    for number, place in chosen.items():
        key = fold(spots[number].name)
        if place.country is not None:
            context.states[place.country] += 1
            context.own.setdefault(key, Counter())[place.country] += 1
        if key in seen or place.precision >= COUNTRY or place.country is None:
            continue
        seen.add(key)
        context.units.setdefault((place.country, place.admin1), set()).add(key)
        if place.precision < FIRST:
            context.points.append((key, place.latitude, place.longitude))
    return context
