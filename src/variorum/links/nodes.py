"""What one report tells of one event, made comparable: participants as entities, time as bounds, place, figures.

A node is an in-report chain of event mentions. It holds nothing of other reports.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from variorum.links.narrated import narrate
from variorum.links.surroundings import tell_surroundings
from variorum.schema.annotations import Annotations, EventMention
from variorum.schema.dates import UNKNOWN, Bounds, between, intersect
from variorum.schema.nodes import MUTUAL_TYPES, SETTLED, DatedTime, EntityLookup, EventNode
from variorum.schema.quantities import Quantity
from variorum.schema.reports import Span
from variorum.schema.resolution import named, resolve
from variorum.schema.times import TimeValue

MAX_WINDOW = 62
"""Days. "Monday" of a report whose date is no better known says nothing."""


def make_nodes(
    annotations: Annotations,
    lookup: EntityLookup,
    published: Bounds,
    names: Mapping[Span, frozenset[str]] | None = None,
) -> tuple[EventNode, ...]:
    """Gather a report's event mentions into nodes, times resolved against its publication.

    An event told as the day's news without a time of its own takes the day of the report's main event.

    Args:
        names: of sentences, the names in them (`named_things.name_sentences`).
    """
    published = published if published.days is not None and published.days <= MAX_WINDOW else UNKNOWN
    chains: dict[int, list[EventMention]] = {}
    for mention in annotations.events:
        chains.setdefault(mention.chain, []).append(mention)
    told = (_node(annotations, chain, mentions, lookup, published) for chain, mentions in sorted(chains.items()))
    nodes = [narrate(node, annotations, lookup) for node in told]
    return _standing(tell_surroundings(_inherit(nodes)), names or {})


def _standing(nodes: Sequence[EventNode], names: Mapping[Span, frozenset[str]]) -> tuple[EventNode, ...]:
    """Say which node the report is about, which are alone of their kind, and what names stand beside the bare ones."""
    lead = main_node(nodes)
    told = Counter(concept for n in nodes for concept in n.concepts)
    return tuple(
        replace(
            n,
            lead=n is lead,
            lone=all(told[concept] == 1 for concept in n.concepts),
            names=_beside(n, names),
        )
        for n in nodes
    )


def _beside(node: EventNode, names: Mapping[Span, frozenset[str]]) -> frozenset[str]:
    """The names in the sentences of a node that has neither side nor place."""
    if node.roles or node.places:
        return frozenset()
    return frozenset(name for m in node.mentions for name in names.get(m.sentence, ()))


def _node(
    annotations: Annotations, chain: int, mentions: Sequence[EventMention], lookup: EntityLookup, published: Bounds
) -> EventNode:
    roles = _roles(annotations, mentions, lookup)
    times = [
        _dated(m.time, _intended(annotations.times[m.time].value, m.realis, published), _phase(m), published)
        for m in mentions
        if m.time is not None
    ]
    date = _lasting(_joint_date(times), annotations, mentions)
    places = [e for m in mentions if m.place is not None for e in lookup.of(annotations, m.place)]
    counts = {i for m in mentions for i in m.figures}
    figures = tuple(
        (f.what, Quantity(low=f.low, best=f.best, high=f.high, qualifier=f.qualifier))
        for f in (annotations.figures[i] for i in sorted(counts))
        if f.claims and f.basis != "one"
    )
    return EventNode(
        key=(annotations.report_id, chain),
        mentions=tuple(mentions),
        type=mentions[0].type,
        concepts=frozenset(m.concept for m in mentions),
        realis=_ahead(_realis(mentions), times, published),
        roles=roles,
        countries=_sides(roles, lookup),
        date=date,
        date_basis="stated" if date.edtf else None,
        times=tuple(times),
        places=_most_exact(places, lookup),
        figures=figures,
        main=any(m.main for m in mentions),
        direction=_direction(mentions),
        published=published,
    )


def _sides(roles: Sequence[tuple[str, str]], lookup: EntityLookup) -> frozenset[str]:
    """The sides that an event is between or about: who only hosts or mediates is none, nor are nameless forces."""
    named = [(r, e) for r, e in roles if lookup.by_id[e].name[:1].isupper()]
    taking_part = [e for r, e in named if r not in ("mediator", "host")]
    return lookup.sides(
        taking_part if len(taking_part) > 1 or len(taking_part) == len(named) else [e for _, e in named]
    )


def _intended(value: TimeValue, realis: str, published: Bounds) -> TimeValue:
    """The day of what was planned or called off lies on the nearer side of publication, that of what happened before it."""
    undirected = value.direction is None and not value.absolute and value.shift is None
    if realis == "happened" and published.days == 1 and (undirected or _lies_ahead(value, published)):
        named_day = value.weekday is not None or value.month is not None
        return replace(value, direction="past") if named_day and value.base is None else value
    if (
        realis not in ("planned", "called_off")
        or value.absolute
        or value.shift is not None
        or published.low is None
        or value.direction == "future"
    ):
        return value
    readings = [replace(value, direction=d) for d in ("past", "future")]
    days = [(abs((named(v, published).low or published.low) - published.low), i) for i, v in enumerate(readings)]
    return readings[min(days)[1]]


def _lies_ahead(value: TimeValue, published: Bounds) -> bool:
    """True of a bare day or month that is read as after publication: what happened was not then."""
    if value.absolute or value.shift is not None or value.base is not None or value.direction != "future":
        return False
    day = named(value, published).low
    return day is not None and published.high is not None and day > published.high


def _dated(index: int, value: TimeValue, phase: str | None, published: Bounds) -> DatedTime:
    return DatedTime(
        index=index, value=value, bounds=resolve(value, published), named=named(value, published), phase=phase
    )


def _roles(
    annotations: Annotations, mentions: Sequence[EventMention], lookup: EntityLookup
) -> tuple[tuple[str, str], ...]:
    """Each entity in the role in which the report most often has it; who only hosts or mediates keeps that role."""
    votes: dict[str, dict[str, int]] = {}
    for mention in mentions:
        for role in mention.roles:
            for entity in lookup.of(annotations, role.entity):
                tally = votes.setdefault(entity, {})
                tally[role.role] = tally.get(role.role, 0) + (2 if role.role in ("mediator", "host") else 1)
    chosen = ((max(sorted(tally), key=tally.__getitem__), entity) for entity, tally in votes.items())
    return _without_states_of_leaders(sorted(chosen), lookup)


def _without_states_of_leaders(roles: Sequence[tuple[str, str]], lookup: EntityLookup) -> tuple[tuple[str, str], ...]:
    """Where a state's leader takes part in a meeting, the state itself adds nothing."""
    return tuple((r, e) for r, e in roles if not lookup.stands_behind(e, [x for _, x in roles]))


def _phase(mention: EventMention) -> str | None:
    """Which end of a happening its time is of. An accord is of the day on which it takes effect, however long it holds."""
    return None if mention.type == "AGREE" and mention.phase == "begin" else mention.phase


def _lasting(date: Bounds, annotations: Annotations, mentions: Sequence[EventMention]) -> Bounds:
    """The days of what is only known to have ended, where the report says how many days it took."""
    if date.low is not None or date.high is None:
        return date
    spans = (annotations.times[m.duration].value for m in mentions if m.duration is not None)
    days = next((n for n in (_days_in(span) for span in spans) if n), None)
    return between(date.high - timedelta(days=days - 1), date.high) if days else date


def _days_in(span: TimeValue) -> int | None:
    """Days of a length of time that is told in days or weeks."""
    told = LENGTH.fullmatch(span.timex)
    return int(told[1]) * (7 if told[2] == "W" else 1) if told else None


LENGTH = re.compile(r"P(\d{1,3})([DW])")
"""A length as TIMEX3 writes it."""


def _joint_date(times: Sequence[DatedTime]) -> Bounds:
    """What the times of all mentions leave possible together; a beginning gives the low end, an end the high."""
    joint = UNKNOWN
    for time in times:
        bounds = time.bounds
        if time.phase == "begin":
            bounds = between(time.named.low, None) if time.named.low else bounds
        elif time.phase == "end":
            bounds = between(None, time.named.high) if time.named.high else bounds
        both = intersect(joint, bounds)
        joint = both if both is not None and (both.low or both.high or both.edtf) else (joint if joint.edtf else bounds)
    return joint


def _realis(mentions: Sequence[EventMention]) -> str:
    """The reading that the mentions bear out most; own voice before quoted, and a fact before a plan."""
    order = ("happened", "ongoing", "called_off", "denied", "planned", "alleged", "hypothetical", "habitual")
    telling = [m for m in mentions if not m.definite] or mentions
    own = [m.realis for m in telling if m.voice == "own"] or [m.realis for m in telling]
    if "called_off" in own or any(m.realis == "called_off" and m.voice == "own" for m in mentions):
        return "called_off"
    return min(own, key=order.index)


def _ahead(realis: str, times: Sequence[DatedTime], published: Bounds) -> str:
    """What a report in the present tense puts on a day after its own is planned ("The sides meet on 3 April")."""
    days = [t.bounds.low for t in times]
    later = published.high is not None and bool(days) and all(day is not None and day > published.high for day in days)
    return "planned" if realis == "ongoing" and later else realis


def _direction(mentions: Sequence[EventMention]) -> str | None:
    """directed where some mention has an actor and an affected side, else mutual where the words are."""
    for mention in mentions:
        held = {r.role for r in mention.roles}
        if mention.direction == "directed" and "actor" in held:
            return "directed"
    return next((m.direction for m in mentions if m.direction == "mutual"), None)


def _most_exact(places: Sequence[str], lookup: EntityLookup) -> tuple[str, ...]:
    exact = [p for p in places if lookup.by_id[p].kind == "place"]
    return tuple(dict.fromkeys(exact or places))


def _inherit(nodes: Sequence[EventNode]) -> tuple[EventNode, ...]:
    """Give undated news of the day, and meetings within the main meeting, the day of the report's main event.

    Where that has no day of its own, meetings and accords take that of the main event among those that have one.
    """
    about, lead = main_node(nodes), main_node([n for n in nodes if n.date.edtf])
    if about is None or lead is None:
        return tuple(nodes)
    return tuple(
        replace(node, date=lead.date, date_basis="inherited", times=tuple(lead.times))
        if _takes_day(node, lead) and (about is lead or node.type in MUTUAL_TYPES)
        else node
        for node in nodes
    )


def _takes_day(node: EventNode, lead: EventNode) -> bool:
    dateless = not node.times and node.realis in SETTLED and lead.realis in SETTLED
    shared = bool(node.entities & lead.entities or node.countries & lead.countries)
    return dateless and (node.main or (node.type == lead.type == "CONSULT" and shared))


def main_node(nodes: Sequence[EventNode]) -> EventNode | None:
    """The event that a report is about: told in its lead, dated or placed, and told most often."""
    leads = [n for n in nodes if n.main]

    def worth(node: EventNode) -> tuple[bool, int, int, int]:
        settled = node.realis in SETTLED or node.realis == "planned"
        return settled, bool(node.times) + bool(node.places), len(node.mentions), -node.key[1]

    return max(leads, key=worth, default=None)


def near(one: Bounds, two: Bounds, *, days: int) -> bool:
    """True where two day-exact bounds lie within some days of each other."""
    if not (one.known and two.known and one.low and two.low and one.high and two.high):
        return False
    gap = max(one.low, two.low) - min(one.high, two.high)
    return gap <= timedelta(days=days)
