"""A state's forces are one by whatever word: "Sudan's army", "the Sudanese Armed Forces", "the military".

A word for forces without a state means those of the only state whose forces its report names, else of the state that its
report is set in: the one to which most of its places, people and bodies belong; else of the only state that its report
speaks of and whose forces other reports name. "Soldiers" are those of the state that the report is set in, where it names
no other's forces.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from variorum.links.entity_chains import Chain
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.lexicons import read_lexicon
from variorum.schema.names import fold

FORCES = "forces"
"""Key of the body that the gazetteer's words for an army share."""

_FORCE = ("army", "military", "forces", "troops", "armed forces", "defence force", "defence forces")
NATIONAL = frozenset(
    {"army", "military", "armed forces", "defence forces", "defense forces", "defence force", "defense force"}
    | {f"{whose} {force}" for whose in ("federal", "government", "regular", "national") for force in _FORCE}
)
"""Words that mean the forces of a state where none is named; "forces" and "troops" may be anybody's."""

SOLDIERS = frozenset({"soldiers"})
"""Words that mean them where a report is set in one state and speaks of nobody else's."""

MOST = 0.6
"""Least share of a report's mentions with a country that belong to the state it is set in."""
LEAST = 3
"""Least number of such mentions."""


@cache
def armies() -> dict[str, str]:
    """The keys of states' armed forces in the gazetteer, with the state's ISO 3166-1 alpha-3 code (lexicon `groups`)."""
    found: dict[str, str] = read_lexicon("groups")["armies"]
    return found


def unite_forces(chains: Sequence[Chain], gazetteer: Gazetteer) -> None:
    """Give the forces of one state one block; changes the chains, but no listed actor's."""
    forces = [chain for chain in chains if chain.kind == "armed_group" and not chain.actor]
    for chain in forces:
        state = _state_of(chain, gazetteer)
        if state:
            chain.block = ("armed_group", state, FORCES)
    named, tallies = _states_by_report(forces), _tallies(chains)
    everywhere = {state for states in named.values() for state in states}
    for chain in forces:
        if _has_state(chain) or not (is_army(chain) or _is_called(chain, SOLDIERS)):
            continue
        own, told = named.get(chain.key[0], set()), tallies.get(chain.key[0], Counter())
        seat = _setting(told)
        if not is_army(chain):
            state = seat if own <= {seat} else None
        else:
            state = _only(own) if own else seat or _only(everywhere & set(told))
        if state:
            chain.block = ("armed_group", state, FORCES)
            chain.countries[state] += 1


def _only(states: set[str]) -> str | None:
    return next(iter(states)) if len(states) == 1 else None


def _state_of(chain: Chain, gazetteer: Gazetteer) -> str | None:
    """The state whose forces a name means: an army by its own name, or a word for forces behind a state's adjective."""
    if chain.block[0] == "lexicon":
        return armies().get(chain.block[1])
    return next((state for name in sorted(chain.names) if (state := _owner(name, gazetteer))), None)


def is_of_forces(chain: Chain) -> bool:
    """Is a chain known to mean a state's forces?"""
    return chain.block[:1] == ("armed_group",) and chain.block[1].isupper() and chain.block[2:] == (FORCES,)


def calls_army(name: str) -> bool:
    """Does a description call forces an army or more than "forces": "Sudanese army", "Armed Forces", "the military"?"""
    words = fold(name).removeprefix("the ").split()
    return " ".join(words) in NATIONAL or (len(words) > 1 and words[-1] in ("army", "forces", "military"))


def names_state(name: str, gazetteer: Gazetteer) -> bool:
    """Does a name of forces say whose they are: "the Sudanese army"?"""
    return _owner(name.replace("\u2019s ", " ").replace("'s ", " "), gazetteer) is not None


def _owner(name: str, gazetteer: Gazetteer) -> str | None:
    words = name.split()
    for cut in range(1, len(words)):
        body = gazetteer.first(" ".join(words[cut:]).lower(), "body")
        state = gazetteer.first(" ".join(words[:cut]), "demonym", "country")
        if body is not None and body.key == FORCES and state is not None and state.country:
            return state.country
    return None


def _states_by_report(forces: Iterable[Chain]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for chain in forces:
        if len(chain.block) == 3 and chain.block[2] == FORCES and chain.block[1].isupper():
            found.setdefault(chain.key[0], set()).add(chain.block[1])
    return found


def _tallies(chains: Iterable[Chain]) -> dict[str, Counter[str]]:
    """How often each report speaks of what belongs to each state."""
    tallies: dict[str, Counter[str]] = {}
    for chain in chains:
        if chain.country:
            tallies.setdefault(chain.key[0], Counter())[chain.country] += chain.size
    return tallies


def _setting(tally: Counter[str]) -> str | None:
    """The state that a report is set in, where one stands out."""
    state = max(sorted(tally), key=lambda code: tally[code], default=None)
    return state if state is not None and tally[state] >= max(LEAST, MOST * tally.total()) else None


def is_army(chain: Chain) -> bool:
    """Do all names mean a state's forces, or their command: "the military", "General Command of the Armed Forces"?"""
    names = [fold(name).removeprefix("the ") for name in (*chain.names, *chain.descriptions)]
    return any(name in NATIONAL or name.split(" of the ")[-1] in NATIONAL for name in names)


def _has_state(chain: Chain) -> bool:
    """Is a chain known to be a state's, an analyst's actor, or a group of its own name?"""
    if chain.block[0] == "armed_group":
        return chain.block[1].isupper()
    return chain.block[0] != "alone" and not is_army(chain)


def _is_called(chain: Chain, words: frozenset[str]) -> bool:
    return any(fold(name).removeprefix("the ") in words for name in (*chain.names, *chain.descriptions))
