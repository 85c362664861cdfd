"""Names that one report leaves open: joined with what another report knows by that name, kept where they act, else let go."""

from collections.abc import Iterable, Sequence

from variorum.links.entity_chains import Chain
from variorum.schema.annotations import Annotations
from variorum.schema.linked import ChainKey


def acting_chains(annotations: Iterable[Annotations]) -> frozenset[ChainKey]:
    """The chains that speak or take part in an event, in their own report."""
    found: set[ChainKey] = set()
    for own in annotations:
        held = [role.entity for event in own.events for role in event.roles]
        held += [statement.speaker for statement in own.statements if statement.speaker is not None]
        found.update((own.report_id, own.entities[index].chain) for index in held)
    return frozenset(found)


def let_go(chains: Sequence[Chain], acting: frozenset[ChainKey]) -> list[Chain]:
    """The chains without those of loose names that no other report explains and that do nothing.

    A person's name is explained by the names of people; any other by a chain of the same key that is not loose, or by a
    second report that has a name of several words.
    """
    firm = {chain.block for chain in chains if not chain.loose}
    told: dict[tuple[str, ...], set[str]] = {}
    for chain in chains:
        told.setdefault(chain.block, set()).add(chain.key[0])
    return [
        chain
        for chain in chains
        if not chain.loose
        or chain.kind == "person"
        or chain.key in acting
        or chain.block in firm
        or (" " in chain.name and len(told[chain.block]) > 1)
    ]
