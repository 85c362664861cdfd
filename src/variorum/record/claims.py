"""Claims: what each report says of each attribute of each event, with the words that say it (claims.v1)."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from variorum.record.attribution import attribution_chain, statements_around
from variorum.record.values import Claim, Comparable, Event
from variorum.schema.annotations import Annotations, EventMention, FigureMention
from variorum.schema.ids import mint
from variorum.schema.nodes import EntityLookup, EventNode
from variorum.schema.quantities import Quantity
from variorum.schema.reports import Span

ANNOTATOR = "claims.v1"
DIRECTED_TYPES = frozenset({"ASSAULT", "COERCE", "THREATEN"})

OPEN = ("hypothetical", "habitual")
"""Realis of mentions that hold an event to be no fact and no plan: claims of it, on which no finding rests."""

Draft = tuple[str, str, Comparable, EventMention, tuple[Span, ...]]
"""attribute, value, what it is compared by, the mention that makes it, the words."""


def make_claims(
    event: Event, annotations: Mapping[str, Annotations], texts: Mapping[str, str], lookup: EntityLookup
) -> tuple[Claim, ...]:
    """All claims of one event, in order of report, attribute and value; one a report, attribute and value."""
    found: dict[str, Claim] = {}
    for node in event.nodes:
        own = annotations[node.report_id]
        for attribute, value, comparable, mention, spans in _drafts(node, own, lookup):
            text = texts[node.report_id]
            said_by = _attributed_to(mention, own, text, lookup)
            claim = _claim(event, text, node.report_id, (attribute, value, comparable, mention, spans), said_by)
            found.setdefault(claim.claim_id, claim)
    kept = _contested(found.values(), _affected(event, lookup))
    return tuple(sorted(kept, key=lambda c: (c.report_id, c.attribute, c.value, c.claim_id)))


def _contested(claims: Iterable[Claim], affected: Collection[str]) -> list[Claim]:
    """Claims, without those of who acted that set no two sides against each other.

    Where reports name other actors (a group, its leader, the police), they differ in detail; who acted is in
    dispute only where one report's actor is the other's victim, or one of two who fought.
    """
    held = list(claims)
    acting = {c.claim_id: c.comparable for c in held if c.attribute == "direction"}
    if len(set(acting.values())) < 2:
        return held
    lone = {i for i, sides in acting.items() if sides != MUTUAL and not set(_names(sides)) & set(affected)}
    return [c for c in held if c.claim_id not in lone]


def _names(sides: Comparable) -> Collection[str]:
    return sides if isinstance(sides, frozenset) else ()


def _affected(event: Event, lookup: EntityLookup) -> frozenset[str]:
    """Names of the sides that something is done to, or that take part on equal terms."""
    held = [e for n in event.nodes for r, e in n.roles if r in ("recipient", "participant")]
    fought = any(n.direction == "mutual" for n in event.nodes)
    held += [e for n in event.nodes if _between_states(n, lookup, fought=fought) for e in n.in_role("actor")]
    return frozenset(name for e in held if (name := _side_name(e, lookup)))


def _between_states(node: EventNode, lookup: EntityLookup, *, fought: bool) -> bool:
    """True where one state acts on another: whether it did, or both fought, can be in dispute."""
    acting, hit = (lookup.sides(node.in_role(role)) for role in ("actor", "recipient"))
    states = {e.country or e.entity_id for e in lookup.by_id.values() if e.kind == "country"}
    return bool(acting & states) and (fought or bool(hit & states)) and acting.isdisjoint(hit)


def _drafts(node: EventNode, own: Annotations, lookup: EntityLookup) -> Iterator[Draft]:
    first = node.mentions[0]
    telling = next((m for m in node.mentions if m.realis == node.realis), first)
    yield "realis", node.realis, node.realis, telling, (telling.realis_cue or telling.clause,)
    for mention in own.unrecorded:
        if mention.chain == node.key[1] and mention.realis in OPEN:
            yield "realis", mention.realis, mention.realis, mention, (mention.realis_cue or mention.clause,)
    yield from _dates(node, own)
    yield from _places(node, own, lookup)
    yield from _sides(node, own, lookup)
    yield from _figures(node, own)


def _dates(node: EventNode, own: Annotations) -> Iterator[Draft]:
    for mention in node.mentions:
        if mention.time is not None:
            dated = next(t for t in node.times if t.index == mention.time)
            attribute = {"begin": "start", "end": "end", None: "date"}[mention.phase]
            yield (
                attribute,
                dated.named.edtf or dated.value.timex,
                dated.named,
                mention,
                (own.times[mention.time].span,),
            )
        if mention.duration is not None:
            time = own.times[mention.duration]
            yield "duration", time.value.timex, time.value.timex, mention, (time.span,)


def _places(node: EventNode, own: Annotations, lookup: EntityLookup) -> Iterator[Draft]:
    for mention in node.mentions:
        if mention.place is not None:
            entities = lookup.of(own, mention.place)
            if entities:
                yield (
                    "place",
                    lookup.by_id[entities[0]].name,
                    frozenset(entities),
                    mention,
                    (own.entities[mention.place].span,),
                )


def _sides(node: EventNode, own: Annotations, lookup: EntityLookup) -> Iterator[Draft]:
    for mention in node.mentions:
        for attribute, roles in (
            ("participants", ("participant", "host", "mediator", "signatory")),
            ("actor", ("actor",)),
            ("recipient", ("recipient", "victim")),
        ):
            held = [r.entity for r in mention.roles if r.role in roles]
            entities = frozenset(e for i in held for e in lookup.of(own, i))
            if entities:
                value = ", ".join(sorted(lookup.by_id[e].name for e in entities))
                yield attribute, value, entities, mention, tuple(own.entities[i].span for i in held)
        if node.type in DIRECTED_TYPES and (acting := _direction(mention, own, lookup)):
            who = "mutual" if acting == MUTUAL else "by " + ", ".join(sorted(acting))
            yield "direction", who, acting, mention, (mention.clause,)


MUTUAL = frozenset({"mutual"})


def _direction(mention: EventMention, own: Annotations, lookup: EntityLookup) -> frozenset[str] | None:
    """Names of the sides that act, or MUTUAL; None where the words don't say."""
    if mention.direction == "mutual":
        return MUTUAL
    actors = {e for r in mention.roles if r.role == "actor" for e in lookup.of(own, r.entity)}
    sides = frozenset(name for e in actors if (name := _side_name(e, lookup)))
    return sides if sides and mention.direction == "directed" else None


def _side_name(entity_id: str, lookup: EntityLookup) -> str | None:
    """The name of the state that an actor acts for, else its own; nameless forces are no side."""
    side = lookup.side(entity_id)
    states = {e.country: e.name for e in lookup.by_id.values() if e.kind == "country" and e.country}
    name = states.get(side) or lookup.by_id[side if side in lookup.by_id else entity_id].name
    return name if name[:1].isupper() else None


def _figures(node: EventNode, own: Annotations) -> Iterator[Draft]:
    for mention in node.mentions:
        for number in mention.figures:
            figure = own.figures[number]
            if not figure.claims:
                continue
            count = claimed_count(figure)
            yield figure.what, count_text(count), count, mention, (figure.span,)


def claimed_count(figure: FigureMention) -> Quantity:
    """What a figure claims of its event. One victim named or described leaves open whether there were others."""
    if figure.basis == "one":
        return Quantity(low=figure.low, best=figure.best, high=None, qualifier="at_least")
    return Quantity(low=figure.low, best=figure.best, high=figure.high, qualifier=figure.qualifier)


def count_text(count: Quantity) -> str:
    """A count in words: "at least 286", "about 2000", "12 to 15"."""
    said = count.best if count.best is not None else count.low
    number = "" if said is None else f"{said:.12g}"
    words = {
        "at_least": "at least ",
        "more_than": "more than ",
        "about": "about ",
        "nearly": "nearly ",
        "at_most": "at most ",
        "less_than": "less than ",
    }
    if count.qualifier == "range" and count.low is not None and count.high is not None:
        return f"{count.low:.12g} to {count.high:.12g}"
    if count.qualifier in ("dozens", "scores", "hundreds", "thousands"):
        return count.qualifier
    return words.get(count.qualifier, "") + number


def _attributed_to(
    mention: EventMention, own: Annotations, text: str, lookup: EntityLookup
) -> tuple[str | None, str | None]:
    """Whose word the report gives for it, and the chain of those who passed it on.

    The word is that of the innermost statement that it stands in and whose speaker is an entity.
    """
    if mention.statement is None:
        return None, None
    around = statements_around(own, mention.statement)
    speakers = (own.statements[number].speaker for number in reversed(around))
    said_by = next((found[0] for s in speakers if s is not None and (found := lookup.of(own, s))), None)
    return said_by, attribution_chain(own, mention.statement, text, lookup)


def _claim(event: Event, text: str, report_id: str, draft: Draft, said_by: tuple[str | None, str | None]) -> Claim:
    attribute, value, comparable, mention, spans = draft
    return Claim(
        claim_id=mint("claim", event.event_id, report_id, attribute, value),
        report_id=report_id,
        event_id=event.event_id,
        attribute=attribute,
        value=value,
        original=" ... ".join(text[s.start : s.end] for s in spans),
        comparable=comparable,
        realis=mention.realis,
        polarity="denied" if mention.realis == "denied" else "affirmed",
        attributed_to=said_by[0],
        chain=said_by[1],
        voice=mention.voice,
        supports=tuple((report_id, s) for s in spans),
    )
