"""A state's forces are one by whatever word: "Sudan's army", "the Sudanese Armed Forces", "the military".

A word for forces without a state means those of the only state whose forces its report names, else of the state that its
report is set in: the one to which most of its places, people and bodies belong.
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

NATIONAL = frozenset({"army", "military", "armed forces", "national army"})
"""Words that mean the forces of a state where none is named; "forces", "troops" and "soldiers" may be anybody's."""

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
    named = _states_by_report(forces)
    seats = _settings(chains)
    for chain in forces:
        if chain.block[0] == "alone" and _is_bare(chain):
            report = chain.key[0]
            own = named.get(report, set())
            state = next(iter(own)) if len(own) == 1 else None if own else seats.get(report)
            if state:
                chain.block = ("armed_group", state, FORCES)
                chain.countries[state] += 1


def _state_of(chain: Chain, gazetteer: Gazetteer) -> str | None:
    """The state whose forces a name means: an army by its own name, or a word for forces behind a state's adjective."""
    if chain.block[0] == "lexicon":
        return armies().get(chain.block[1])
    return next((state for name in sorted(chain.names) if (state := _owner(name, gazetteer))), None)


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
        if len(chain.block) == 3 and chain.block[2] == FORCES:
            found.setdefault(chain.key[0], set()).add(chain.block[1])
    return found


def _settings(chains: Iterable[Chain]) -> dict[str, str]:
    """The state that each report is set in, where one stands out."""
    tallies: dict[str, Counter[str]] = {}
    for chain in chains:
        if chain.country:
            tallies.setdefault(chain.key[0], Counter())[chain.country] += chain.size
    found = {report: max(sorted(tally), key=lambda code: tally[code]) for report, tally in tallies.items()}
    return {
        report: state
        for report, state in found.items()
        if tallies[report][state] >= max(LEAST, MOST * tallies[report].total())
    }


def _is_bare(chain: Chain) -> bool:
    return any(fold(name).removeprefix("the ") in NATIONAL for name in (*chain.names, *chain.descriptions))
