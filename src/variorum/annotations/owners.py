"""Which state a person or force is tied to by its titles or modifiers, also where no almanac knows the state."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.schema.annotations import EntityMention
from variorum.schema.names import state_stem

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
