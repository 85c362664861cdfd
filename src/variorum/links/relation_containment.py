"""What lies within what by time, place and parties: the capture within the offensive (relation_containment.v1)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.links.event_gists import EventGist
from variorum.links.relation_choice import Candidate, pair_words
from variorum.links.where import lies_in
from variorum.schema.nodes import EntityLookup, NodeKey
from variorum.schema.relation_words import load_relation_words

RULE = "relation_containment.v1"

OPEN = 30
"""Days after its beginning in which an offensive without a known end is taken to go on, for what its own side does in its
own place."""

LONGEST = 3700
"""Days. What is told to have lasted longer than some ten years holds too much."""

TWO = 2


def relations_of_parts(
    gists: Sequence[EventGist], processes: Mapping[str, int], lookup: EntityLookup
) -> list[Candidate]:
    """Put what was done within the days, between the parties or in the place, of a war or offensive into it.

    Of several that hold it the narrowest does.

    Args:
        processes: the process that each report is of. What holds another shares a process and a party with it.
    """
    ordered = sorted(gists, key=lambda g: g.key)
    holders: dict[tuple[int, str], dict[NodeKey, EventGist]] = defaultdict(dict)
    for gist in (g for g in ordered if g.rank and g.settled and g.days.low):
        for place in _blocks(gist, processes):
            holders[place][gist.key] = gist
    found = []
    for part in (g for g in ordered if g.settled and g.dated):
        near = {key: h for place in _blocks(part, processes) for key, h in holders.get(place, {}).items()}
        found.append(_narrowest(part, [near[key] for key in sorted(near)], lookup))
    return [c for c in found if c is not None]


def _blocks(gist: EventGist, processes: Mapping[str, int]) -> list[tuple[int, str]]:
    return [(process, side) for process in sorted(gist.among(processes)) for side in sorted(gist.sides)]


def _narrowest(part: EventGist, holders: Sequence[EventGist], lookup: EntityLookup) -> Candidate | None:
    held = [(h, why) for h in holders if h.key != part.key and (why := _why(part, h, lookup))]
    if not held:
        return None
    holder, why = min(held, key=lambda pair: (pair[0].rank, pair[0].days.days or OPEN, pair[0].key))
    supports = pair_words((part, holder))
    return Candidate(relation="part_of", event=part, other=holder, rule=RULE, basis=why, supports=supports)


def _why(part: EventGist, holder: EventGist, lookup: EntityLookup) -> str:
    """Why one lies within the other, in plain words; empty where it does not."""
    why = ""
    if holder.lasting and _days_within(part, holder):
        why = _within(part, holder, lookup)
    elif not holder.lasting:
        why = _in_course(part, holder, lookup)
    return why if load_relation_words().holds(holder.concept, part.concept, part.type) else ""


def _within(part: EventGist, holder: EventGist, lookup: EntityLookup) -> str:
    if len(part.sides & holder.sides) >= TWO:
        return "within its days, between its parties"
    if part.sides & holder.sides and _in_place(part, holder, lookup):
        return "within its days, in its place, by one of its parties"
    return ""


def _in_course(part: EventGist, holder: EventGist, lookup: EntityLookup) -> str:
    """In the days after a beginning: only what the same side does to the same other in the same place."""
    begun, day = holder.days.low, part.days.low
    soon = holder.dated and begun is not None and day is not None and 0 <= (day - begun).days <= OPEN
    same = part.actors and part.actors == holder.actors and part.targets & holder.targets
    if soon and same and _in_place(part, holder, lookup):
        return "soon after its beginning, in its place, by the same side against the same side"
    return ""


def _days_within(part: EventGist, holder: EventGist) -> bool:
    outer, inner = holder.days, part.days
    if outer.low is None or outer.high is None or inner.low is None or inner.high is None:
        return False
    narrower = (inner.high - inner.low) < (outer.high - outer.low)
    return narrower and (outer.high - outer.low).days <= LONGEST and outer.low <= inner.low <= inner.high <= outer.high


def _in_place(part: EventGist, holder: EventGist, lookup: EntityLookup) -> bool:
    """True where a place of the one is one of the other's or lies in it."""
    return any(p == h or lies_in(lookup.by_id[p], lookup.by_id[h], lookup) for p in part.places for h in holder.places)
