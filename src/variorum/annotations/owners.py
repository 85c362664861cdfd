"""Which state or force a person is tied to by titles or modifiers, also where no almanac knows the state."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from variorum.schema.annotations import EntityMention
from variorum.schema.names import fold, state_stem

OWNED = frozenset({"person", "armed_group", "people", "government", "organization"})


def tie_to_states(text: str, entities: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """Set `owner` of the mentions whose own words name a state of the report, by its name or adjective."""
    states: dict[str, int] = {}
    for mention in entities:
        if mention.kind == "country" and mention.form in ("name", "demonym") and not mention.members:
            states.setdefault(state_stem(mention.name), mention.chain)
    return tuple(_tied(text, mention, states) for mention in entities)


def _tied(text: str, mention: EntityMention, states: dict[str, int]) -> EntityMention:
    if mention.kind not in OWNED or not states:
        return mention
    words = text[mention.titles.start : mention.titles.end].split() if mention.titles else []
    words += mention.name.split() if mention.form == "description" else []
    found = next((states[stem] for word in words if (stem := state_stem(word.strip("\u2019's,"))) in states), None)
    return replace(mention, owner=found) if found is not None else mention


def tie_to_forces(text: str, entities: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """Set `owner` of people without one whose titles name a force of the report: "army chief X", "RSF commander Y"."""
    forces: dict[str, int] = {}
    for mention in entities:
        if mention.kind == "armed_group" and mention.form in ("name", "description") and not mention.members:
            forces.setdefault(fold(mention.name).removeprefix("the "), mention.chain)
    return tuple(_in_force(text, mention, forces) for mention in entities)


def _in_force(text: str, mention: EntityMention, forces: Mapping[str, int]) -> EntityMention:
    if mention.kind != "person" or mention.owner is not None or mention.titles is None or not forces:
        return mention
    titles = fold(text[mention.titles.start : mention.titles.end])
    found = {chain for name, chain in forces.items() if re.search(rf"\b{re.escape(name)}\b", titles)}
    return replace(mention, owner=min(found)) if len(found) == 1 else mention
