"""Who "the rebels" are: the armed group that their report is about."""

from collections import Counter
from collections.abc import Sequence

from variorum.links.entity_chains import Chain
from variorum.links.entity_forces import armies, is_army
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold

_REBEL = ("rebel", "guerrilla", "paramilitary", "separatist", "secessionist", "insurgent")
_GROUP = ("group", "groups", "force", "forces", "fighters", "militia", "movement", "army")
REBELS = frozenset(
    {"rebels", "guerrillas", "paramilitaries", "separatists", "secessionists", "insurgents"}
    | {f"{who} {what}" for who in _REBEL for what in _GROUP}
)
"""Words for one side of a conflict; "gunmen", "militants" and "bandits" may be anybody."""

OF_STATES = frozenset("police gendarmerie navy guard guards ministry command staff corps".split())
"""Words in the names of forces that are a state's."""

SHARE = 3
"""Times as often as all others together that a report names the group it is about."""


def unite_rebels(chains: Sequence[Chain], gazetteer: Gazetteer) -> None:
    """Give words for rebels the block of the armed group that their report is about; changes the chains.

    In a report that names several alike, or none, they stay who they are: its own. "MILF fighters" are the MILF anywhere.
    """
    armed = [chain for chain in chains if chain.kind == "armed_group" and not chain.actor and not _is_of_state(chain)]
    named: dict[str, Counter[tuple[str, ...]]] = {}
    for chain in armed:
        chain.block = chain.block if chain.names else _group_before(chain, gazetteer) or chain.block
        if chain.names or chain.block[0] == "lexicon":
            named.setdefault(chain.key[0], Counter())[chain.block] += chain.size
    for chain in armed:
        if not chain.names and _are_rebels(chain):
            chain.block = _outstanding(named.get(chain.key[0], Counter())) or chain.block


def _outstanding(told: Counter[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The group that a report names by far most often."""
    block = max(sorted(told), key=lambda group: told[group], default=None)
    return block if block is not None and told[block] >= SHARE * (told.total() - told[block]) else None


def _group_before(chain: Chain, gazetteer: Gazetteer) -> tuple[str, ...] | None:
    """The group that stands before a word for its people ("MILF fighters")."""
    entries = (gazetteer.first(name.rsplit(" ", 1)[0], "group") for name in sorted(chain.descriptions) if " " in name)
    return next((("lexicon", e.key) for e in entries if e is not None and e.key not in armies()), None)


def _is_of_state(chain: Chain) -> bool:
    """Is it a state's: its forces, its police, its guard?"""
    if chain.block[0] == "armed_group":
        return chain.block[1].isupper()
    if is_army(chain) or (chain.block[0] == "lexicon" and chain.block[1] in armies()):
        return True
    return any(word in OF_STATES for name in chain.names for word in fold(name).split())


def _are_rebels(chain: Chain) -> bool:
    names = [fold(name).removeprefix("the ") for name in chain.descriptions]
    return any(name in REBELS or name.split()[-1] in REBELS for name in names)
