"""Canonical events from clusters of nodes: realis over time, joint date, place, roles, and a label in plain words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from variorum.record.titles import title_of
from variorum.record.values import Event
from variorum.schema.dates import UNKNOWN, Bounds, compatible, intersect
from variorum.schema.ids import mint
from variorum.schema.linked import Lineage, Support
from variorum.schema.nodes import MUTUAL_TYPES, SETTLED, EntityLookup, EventNode, mention_id

RULE = "events.v2"
REALIS_ORDER = ("happened", "ongoing", "called_off", "denied", "alleged", "planned", "habitual", "hypothetical")
SHOWN_ALONE = frozenset({"happened", "ongoing", "planned", "called_off", "alleged", "denied"})


def make_events(
    clusters: Sequence[Sequence[EventNode]],
    lookup: EntityLookup,
    lineage: Lineage,
    story_of: Mapping[str, str],
    bases: Mapping[str, str],
) -> tuple[Event, ...]:
    """Make one event of each cluster that says enough to be one.

    Args:
        story_of: story id of each report. bases: basis (credited, shared, presumed) of each origin id.

    Returns:
        Events in order of date, undated last, then id.
    """
    made = [_event(nodes, lookup, lineage, story_of, bases) for nodes in clusters if _says_enough(nodes)]
    return tuple(sorted(made, key=lambda e: (e.date.low is None, str(e.date.low), e.event_id)))


def _says_enough(nodes: Sequence[EventNode]) -> bool:
    """An event is told as a fact, plan, claim or denial of someone's, and with enough to know it by."""
    if not any(n.realis in SHOWN_ALONE for n in nodes):
        return False
    if all(n.realis == "denied" for n in nodes) and not any(m.statement is not None for n in nodes for m in n.mentions):
        return False
    return any(_knowable(n) for n in nodes)


VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
COMMON = frozenset({"agreement", "meeting", "talks", "mediation", "summit"})
"""Kinds that say little by themselves."""

PREDICATED = frozenset({"ASSAULT", "PROTEST", "NONE"})


def _knowable(node: EventNode) -> bool:
    """Who, where, when or how many: two of them, or one where the words are a clause of their own."""
    sides, dated = len(node.entities), bool(node.times) and node.date_basis != "inherited"
    directed = bool(node.in_role("actor")) and bool(node.in_role("recipient", "victim"))
    placed = any(node.places)
    if node.type in VERBAL:
        settled = node.realis in SETTLED or node.realis == "alleged"
        if node.type == "SUPPORT" and len(node.in_role("participant", "signatory")) > 1:
            return True
        return settled and (directed or (bool(node.in_role("actor")) and dated))
    if node.concepts == {"mediation"}:
        return sides >= 2 and dated
    predicate = any(m.phase or m.lemma.count(" ") or len(m.clause) > len(m.trigger) + 12 for m in node.mentions)
    counted = bool(node.figures) or (node.type == "AID" and any(m.figures for m in node.mentions))
    if counted or directed or (dated and (sides or placed or node.main or predicate)):
        return True
    if node.type in ("CONSULT", "AGREE"):
        telling = predicate and not node.concepts <= COMMON and any(m.voice == "own" for m in node.mentions)
        return sides >= 2 or telling or (placed and (node.main or sides > 0)) or (dated and node.main)
    return (
        (sides > 0 and (placed or predicate))
        or (placed and predicate)
        or (predicate and node.type in PREDICATED and any(m.phase for m in node.mentions))
    )


def _event(
    nodes: Sequence[EventNode],
    lookup: EntityLookup,
    lineage: Lineage,
    story_of: Mapping[str, str],
    bases: Mapping[str, str],
) -> Event:
    supports = tuple((n.report_id, m.clause) for n in nodes for m in n.mentions)
    realis = min((n.realis for n in nodes), key=REALIS_ORDER.index)
    told = type_told(nodes)
    kind = "AGREE" if realis == "planned" and told == "CONSULT" else told
    date, basis = joint_date(nodes, lineage)
    place = _place(nodes, lookup)
    roles = _roles(nodes, lookup)
    return Event(
        event_id=mint("event", min(mention_id(n, i) for n in nodes for i in range(len(n.mentions)))),
        nodes=tuple(nodes),
        label=title_of(nodes, roles, place, realis, lookup),
        type=kind,
        realis=realis,
        date=date,
        date_basis=basis,
        place_id=place,
        roles=roles,
        supports=supports,
        origins=lineage.independent(supports),
        all_presumed=presumed(supports, lineage, bases),
        story_id=_story(nodes, story_of),
        salience=_salience(nodes),
    )


def type_told(nodes: Sequence[EventNode]) -> str:
    """Find the type that most reports tell, then most mentions; of two told alike one that says more than NONE, then by name.

    The signing of what others call an accord is told as one.
    """
    reports: dict[str, set[str]] = {}
    mentions: Counter[str] = Counter()
    accord = any(m.type == "AGREE" for n in nodes for m in n.mentions)
    for node in nodes:
        for mention in node.mentions:
            told = "AGREE" if accord and mention.concept == "signing" else mention.type
            reports.setdefault(told, set()).add(node.report_id)
            mentions[told] += 1
    return min(reports, key=lambda t: (-len(reports[t]), -mentions[t], t == "NONE", t))


def presumed(supports: Sequence[Support], lineage: Lineage, bases: Mapping[str, str]) -> bool:
    """True where every origin is only presumed to be independent."""
    return all(bases[lineage.origin_at(report, span)] == "presumed" for report, span in supports)


def joint_date(nodes: Sequence[EventNode], lineage: Lineage) -> tuple[Bounds, str | None]:
    """The days that most independent reports leave possible; stated dates before inherited ones."""
    for basis in ("stated", "inherited"):
        dated = [n for n in nodes if n.date_basis == basis and n.date.edtf]
        if dated:
            return _best_joint(dated, lineage), basis
    return UNKNOWN, None


def _best_joint(nodes: Sequence[EventNode], lineage: Lineage) -> Bounds:
    ranked = sorted(nodes, key=lambda n: (-_backing(n, nodes, lineage), n.date.days or 10**6, n.key))
    joint = ranked[0].date
    for node in ranked[1:]:
        both = intersect(joint, node.date)
        if both is not None and (both.low or both.high):
            joint = both
    return joint


def _backing(node: EventNode, nodes: Sequence[EventNode], lineage: Lineage) -> int:
    """How many independent origins have a date that can hold with this one."""
    fitting = [n for n in nodes if compatible(n.date, node.date)]
    return len(lineage.independent((n.report_id, m.clause) for n in fitting for m in n.mentions))


def _place(nodes: Sequence[EventNode], lookup: EntityLookup) -> str | None:
    votes = Counter(p for n in nodes for p in n.places)
    exact = {p: n for p, n in votes.items() if lookup.by_id[p].kind == "place"}
    pool = exact or votes
    return min(pool, key=lambda p: (-pool[p], p), default=None)


MANY = 4
"""Reports. Of an event that so many tell, who one report alone names is left to its claims."""


def _roles(nodes: Sequence[EventNode], lookup: EntityLookup) -> tuple[tuple[str, str], ...]:
    """Each entity in its most frequent role; a state adds nothing where its leader takes part."""
    votes: dict[str, Counter[str]] = {}
    for node in nodes:
        for role, entity in node.roles:
            votes.setdefault(entity, Counter())[role] += 2 if role in ("mediator", "host") else 1
    most = max((sum(tally.values()) for tally in votes.values()), default=0)
    all_kept = len(nodes) < MANY or most < MANY or type_told(nodes) in MUTUAL_TYPES
    told = {e: t for e, t in votes.items() if all_kept or sum(t.values()) > 1}
    chosen = sorted((min(tally, key=lambda r: (-tally[r], r)), entity) for entity, tally in told.items())
    return tuple((r, e) for r, e in chosen if not lookup.stands_behind(e, [x for _, x in chosen]))


def _story(nodes: Sequence[EventNode], story_of: Mapping[str, str]) -> str:
    """The story of most of its reports."""
    votes = Counter(story_of[n.report_id] for n in nodes)
    return min(votes, key=lambda s: (-votes[s], s))


def _salience(nodes: Sequence[EventNode]) -> float:
    """0 to 1: how many reports tell it, how often, and whether it is the news of one."""
    told, reports = sum(len(n.mentions) for n in nodes), len({n.report_id for n in nodes})
    settled = any(n.realis in SETTLED for n in nodes)
    score = (
        0.15 * reports
        + 0.05 * told
        + 0.2 * any(n.main for n in nodes)
        + 0.1 * settled
        + 0.1 * any(n.figures for n in nodes)
    )
    return round(min(1.0, score), 3)
