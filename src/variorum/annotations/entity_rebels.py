"""Whom "the rebels" and "the guerrillas" are in a report that names one armed group before all others."""

from collections import Counter

from variorum.annotations.entity_page import Draft, Key
from variorum.annotations.entity_scene import Scene

_REBELS = frozenset("rebels rebel insurgents guerrillas separatists secessionists mutineers".split())
"""Words that mean the group of which a report tells, with an article or without."""

_THE_REBELS = _REBELS | frozenset("militants terrorists jihadists militia militiamen extremists paramilitaries".split())
"""Words that mean it after "the"."""

_BARE = ("armed_group", "", "rebels")
_LEAST = 2
_CLEAR = 2
_STATELY = frozenset({"MIL", "GOV"})


def join_rebels(scene: Scene) -> None:
    """Give bare words for rebels the key of the one group that the report is about; changes the drafts."""
    group = _main_group(scene)
    if group is None:
        return
    page = scene.page
    for draft in scene.drafts:
        word, before = page.word(draft.end - 1), page.word(draft.start - 1)
        bare = draft.key[:3] == _BARE and draft.form == "description" and draft.end - draft.start == 1
        if bare and (word in _REBELS or (before == "the" and word in _THE_REBELS)):
            draft.key, draft.kind = group.key, group.kind


def _main_group(scene: Scene) -> Draft | None:
    """The armed group, no state's, that is named at least twice and twice as often as any other."""
    named = [d for d in scene.drafts if d.kind == "armed_group" and _is_named(d) and not _is_states(scene, d)]
    tally: Counter[Key] = Counter(draft.key for draft in named)
    ranked = sorted(tally, key=lambda key: (-tally[key], key))
    if not ranked or tally[ranked[0]] < _LEAST:
        return None
    if len(ranked) > 1 and tally[ranked[0]] < _CLEAR * tally[ranked[1]]:
        return None
    return next(draft for draft in named if draft.key == ranked[0])


def _is_named(draft: Draft) -> bool:
    """A name, or fighters with a name before them ("TLF rebels"), which have its key."""
    return draft.form == "name" or (draft.form == "description" and len(draft.key) < len(_BARE))


def _is_states(scene: Scene, draft: Draft) -> bool:
    entry = scene.gazetteer.first(draft.name, "group", "organization")
    return entry is not None and entry.sector in _STATELY
