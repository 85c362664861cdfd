"""Things and bodies called now in full, now by the end of their name: "MS Vesna Rose" and the "Vesna Rose"."""

from collections.abc import Iterable

from variorum.schema.linked import Entity
from variorum.schema.names import fold

THINGS = frozenset({"organization", "other"})

SHORTEST = 2
"""Words. One word alone ends too many names."""


def find_namesakes(entities: Iterable[Entity]) -> dict[str, str]:
    """Find the entity of the shorter name that stands for each one whose name ends with it, by their ids.

    Only things and bodies that no state is known of; the shortest of several names counts.
    """
    things = sorted((e for e in entities if e.kind in THINGS and not e.country), key=lambda e: e.entity_id)
    by_name: dict[str, str] = {}
    for entity in things:
        by_name.setdefault(fold(entity.name), entity.entity_id)
    found = {}
    for entity in things:
        words = fold(entity.name).split()
        ends = (" ".join(words[start:]) for start in range(len(words) - SHORTEST, -1, -1))
        shorter = next((by_name[end] for end in ends if end in by_name), entity.entity_id)
        if shorter != entity.entity_id:
            found[entity.entity_id] = shorter
    return found
