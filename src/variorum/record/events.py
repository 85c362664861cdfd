"""Canonical events from clusters of nodes: realis over time, joint date, place, roles, and a label in plain words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.record.titles import title_of
from variorum.record.values import Event
from variorum.schema.annotations import EventMention
from variorum.schema.dates import UNKNOWN, Bounds, compatible, intersect
from variorum.schema.ids import mint
from variorum.schema.linked import Lineage, Support
from variorum.schema.nodes import MUTUAL_TYPES, SETTLED, EntityLookup, EventNode, NodeKey, mention_id
from variorum.schema.open_acts import is_open_act
from variorum.schema.reports import Span

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
    ground = _Ground(lookup=lookup, lineage=lineage, copied=lineage.copied_spans(), story_of=story_of, bases=bases)
    made = [_event(nodes, ground) for nodes in clusters if _says_enough(nodes)]
    return tuple(sorted(made, key=lambda e: (e.date.low is None, str(e.date.low), e.event_id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What events are made on. copied: passages of each report that reproduce another's; else as for `make_events`."""

    lookup: EntityLookup
    lineage: Lineage
    copied: Mapping[str, Sequence[Span]]
    story_of: Mapping[str, str]
    bases: Mapping[str, str]


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

DONE = frozenset(
    {
        "investigation",
        "inquiry",
        "lawsuit",
        "political_concession",
        "easing_restrictions",
        "reopening",
        "pardon",
        "granting",
        "restoring",
    }
)
"""Kinds of the types in `VERBAL` that are done, not said."""

PEOPLE = ("person", "people", "organization")
"""Kinds of those who act, in words."""

PREDICATED = frozenset({"ASSAULT", "PROTEST", "NONE"})


def _knowable(node: EventNode) -> bool:
    """Who, where, when or how many: two of them, or one where the words are a clause of their own."""
    if any(is_open_act(concept) for concept in node.concepts):
        return True
    if node.type in VERBAL and not node.concepts <= DONE:
        return _is_knowable_speech(node)
    sides, dated = len(node.entities), bool(node.times) and node.date_basis != "inherited"
    placed = any(node.places)
    if node.concepts == {"mediation"}:
        return sides >= 2 and dated
    predicate = any(m.phase or m.lemma.count(" ") or len(m.clause) > len(m.trigger) + 12 for m in node.mentions)
    counted = bool(node.figures) or (node.type == "AID" and any(m.figures for m in node.mentions))
    if counted or _is_directed(node) or (dated and (sides or placed or node.main or predicate)):
        return True
    if node.type in ("CONSULT", "AGREE"):
        telling = predicate and not node.concepts <= COMMON and any(m.voice == "own" for m in node.mentions)
        verbal = any(len(m.trigger) > len(m.lemma) + len("was") for m in node.mentions)
        return sides >= 2 or telling or (placed and (node.main or sides > 0 or verbal)) or (dated and node.main)
    return (
        (sides > 0 and (placed or predicate))
        or (placed and predicate)
        or (predicate and _is_done_by_somebody(node))
        or (predicate and node.type in PREDICATED and any(m.phase for m in node.mentions))
    )


def _is_knowable_speech(node: EventNode) -> bool:
    """What is said to somebody, or on a day: by whom, and to whom or when."""
    if node.type == "SUPPORT" and len(node.in_role("participant", "signatory")) > 1:
        return True
    settled = node.realis in SETTLED or node.realis == "alleged"
    dated = bool(node.times) and node.date_basis != "inherited"
    return settled and (_is_directed(node) or (bool(node.in_role("actor")) and dated) or _is_put_by_a_body(node))


def _is_directed(node: EventNode) -> bool:
    """True where who does it and whom it is done to are known, one of the two by name."""
    actors, met = node.in_role("actor"), node.in_role("recipient", "victim")
    if actors and met:
        return True
    if not actors and not met:
        return False
    other, kinds = ("recipient", PEOPLE) if actors else ("actor", ("organization",))
    return any(_acting(m, other, kinds=kinds) for m in node.mentions)


def _is_put_by_a_body(node: EventNode) -> bool:
    """True for what a body asks in the report's own words, of whomever: "a board recommended that ..."."""
    asks = (m for m in node.mentions if m.voice == "own" and node.type == "REQUEST")
    known = bool(node.in_role("actor"))
    return any(_acting(m, "actor", kinds=("organization",)) or (known and m.parties) for m in asks)


def _is_done_by_somebody(node: EventNode) -> bool:
    """True for what people or a body without a name do, told by the report itself."""
    return any(m.voice == "own" and m.statement is None and _acting(m, "actor") for m in node.mentions)


def _acting(mention: EventMention, role: str, *, kinds: Sequence[str] = PEOPLE) -> bool:
    return any(p.role == role and p.kind in kinds for p in mention.parties)


def is_own(node: EventNode, copied: Mapping[str, Sequence[Span]]) -> bool:
    """True where a report tells an event in words that it did not copy. copied: its passages that reproduce another's."""
    passages = copied.get(node.report_id, ())
    return any(not any(passage.overlaps(mention.clause) for passage in passages) for mention in node.mentions)


def _in_own_words(nodes: Sequence[EventNode], copied: Mapping[str, Sequence[Span]]) -> tuple[EventNode, ...]:
    """The nodes that decide what an event is: copies add no vote to what they copy; all where none is its own."""
    return tuple(n for n in nodes if is_own(n, copied)) or tuple(nodes)


def _event(nodes: Sequence[EventNode], ground: _Ground) -> Event:
    lookup, lineage, voting = ground.lookup, ground.lineage, _in_own_words(nodes, ground.copied)
    supports = tuple((n.report_id, m.clause) for n in nodes for m in n.mentions)
    realis = min((n.realis for n in nodes), key=REALIS_ORDER.index)
    told = type_told(voting)
    kind = "AGREE" if realis == "planned" and told == "CONSULT" else told
    date, basis = joint_date(nodes, lineage)
    place = _place(voting, lookup)
    roles = _roles(voting, lookup)
    return Event(
        event_id=mint("event", min(mention_id(n, i) for n in nodes for i in range(len(n.mentions)))),
        nodes=tuple(nodes),
        label=title_of(voting, roles, place, realis, lookup),
        type=kind,
        realis=realis,
        date=date,
        date_basis=basis,
        place_id=place,
        roles=roles,
        supports=supports,
        origins=lineage.independent(supports),
        all_presumed=presumed(supports, lineage, ground.bases),
        story_id=_story(voting, ground.story_of),
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
    ranked = sorted(nodes, key=lambda n: (-_backing(n, nodes, lineage), n.date.days or 10**6, *_by_telling(n)))
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
    """The place that most reports tell, those by their story or dateline among them; a town before a state."""
    votes = Counter(p for n in nodes for p in _places_told(n, lookup))
    exact = {p: n for p, n in votes.items() if lookup.by_id[p].kind == "place"}
    pool = exact or votes
    return min(pool, key=lambda p: (-pool[p], p), default=None)


def _places_told(node: EventNode, lookup: EntityLookup) -> Sequence[str]:
    exact = [p for p in node.places if lookup.by_id[p].kind == "place"]
    return exact or node.scenes or node.places


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
    """The story of most of its reports; of two the one that told it first, since ids turn with what is added."""
    votes = Counter(story_of[n.report_id] for n in nodes)
    first = {story_of[n.report_id]: n for n in sorted(nodes, key=_by_telling, reverse=True)}
    return min(votes, key=lambda s: (-votes[s], *_by_telling(first[s])))


def _by_telling(node: EventNode) -> tuple[bool, int, int, str, NodeKey]:
    """An order of nodes in which a copy stands where its original does, or after it: ids come last."""
    day, trigger = node.published.low, node.mentions[0].trigger
    return day is None, day.toordinal() if day else 0, trigger.start, node.mentions[0].lemma, node.key


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
