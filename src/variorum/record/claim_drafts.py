"""What one report says of one event, attribute by attribute, each with the mention and the words that say it.

Who denies a thing says nothing else of it but where: not when it was, nor who did it, nor how many it hit.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.record.counts import claimed_count, count_text
from variorum.record.sides import MUTUAL, acting_sides
from variorum.record.values import Comparable
from variorum.schema.annotations import MERELY_THOUGHT, Annotations, EventMention
from variorum.schema.dates import Bounds, between
from variorum.schema.nodes import EntityLookup, EventNode
from variorum.schema.reports import Span
from variorum.schema.resolution import resolve
from variorum.schema.times import TimeValue

DIRECTED_TYPES = frozenset({"ASSAULT", "COERCE"})
"""Types of which one side or the other did it; threats go both ways."""

WHOLE = frozenset(
    """attack offensive invasion war battle clash violence ceasefire_violation shooting shelling raid ambush airstrike
    bombing drone_attack missile_strike""".split()
)
"""Kinds that a whole fight can be told as. A killing, a capture or a blast in its course contradicts no clash."""

UTTERED = timedelta(days=3)
"""How long before its report words may have been spoken: the "today" that they name is theirs."""

CONTESTED = ("alleged", "denied")
"""Realis that somebody stands for: a report tells both where it gives both sides."""

OUTCOME = "outcome"
"""The contrast set of words that judge what came of an event."""

OUTCOMES = {"praising": "a success", "blaming": "a failure"}
"""What such a word says, by its class."""

ContrastSet = Callable[[str], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim to be: the words that say it, the mention that makes it, and the last day that they can speak of."""

    attribute: str
    value: str
    comparable: Comparable
    mention: EventMention
    spans: tuple[Span, ...]
    as_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one report tells of an event, with all that its words are read by. published: the days of the report."""

    node: EventNode
    own: Annotations
    lookup: EntityLookup
    published: Bounds
    contrast_set: ContrastSet

    @property
    def asserting(self) -> tuple[EventMention, ...]:
        """The mentions that do not deny the event."""
        return tuple(m for m in self.node.mentions if m.realis != "denied")


def draft_claims(telling: Telling) -> Iterator[Draft]:
    """Yield everything that a report says of an event; of one attribute and value once or more."""
    yield from _realis(telling)
    yield from _dates(telling)
    yield from _places(telling)
    yield from _sides(telling)
    yield from _directions(telling)
    yield from _figures(telling)
    yield from _outcomes(telling)


def _realis(telling: Telling) -> Iterator[Draft]:
    node = telling.node
    first = next((m for m in node.mentions if m.realis == node.realis), node.mentions[0])
    yield _realis_draft(node.realis, first)
    for mention in node.mentions:
        told = mention.voice == "quoted" or mention.statement is not None
        if mention.realis in (node.realis, *CONTESTED) and (told or mention.realis == node.realis):
            yield _realis_draft(mention.realis, mention)
    for mention in telling.own.unrecorded:
        if mention.chain == node.key[1] and mention.realis in MERELY_THOUGHT:
            yield _realis_draft(mention.realis, mention)


def _realis_draft(realis: str, mention: EventMention) -> Draft:
    spans = (mention.realis_cue or mention.clause,)
    return Draft(attribute="realis", value=realis, comparable=realis, mention=mention, spans=spans)


def _dates(telling: Telling) -> Iterator[Draft]:
    for mention in telling.asserting:
        if mention.time is not None:
            dated = next(t for t in telling.node.times if t.index == mention.time)
            attribute = {"begin": "start", "end": "end", None: "date"}[mention.phase]
            said = dated.named.edtf or dated.value.timex
            spans = (telling.own.times[mention.time].span,)
            days = _as_spoken(dated.named, dated.value) if mention.voice == "quoted" else dated.named
            yield Draft(attribute=attribute, value=said, comparable=days, mention=mention, spans=spans)
        if mention.duration is not None:
            time = telling.own.times[mention.duration]
            said = time.value.timex
            yield Draft(attribute="duration", value=said, comparable=said, mention=mention, spans=(time.span,))


def _as_spoken(days: Bounds, value: TimeValue) -> Bounds:
    """The days that "today" or "yesterday" can be within words that were spoken up to some days before the report."""
    if value.shift is None or value.unit != "day" or days.low is None or days.high is None:
        return days
    return between(days.low - UTTERED, days.high)


def _places(telling: Telling) -> Iterator[Draft]:
    for mention in telling.node.mentions:
        held = telling.lookup.of(telling.own, mention.place) if mention.place is not None else ()
        if mention.place is not None and held:
            spans = (telling.own.entities[mention.place].span,)
            name = telling.lookup.by_id[held[0]].name
            yield Draft(attribute="place", value=name, comparable=frozenset(held), mention=mention, spans=spans)


PARTS = (
    ("participants", ("participant", "host", "mediator", "signatory")),
    ("actor", ("actor",)),
    ("recipient", ("recipient", "victim")),
)


def _sides(telling: Telling) -> Iterator[Draft]:
    """Who a report names in a part, all its mentions of one voice together; a state adds nothing beside its people."""
    for attribute, roles in PARTS:
        for voice in ("own", "quoted"):
            saying = [
                (m, indexes) for m in telling.asserting if m.voice == voice and (indexes := _named(m, roles, telling))
            ]
            if saying:
                yield _side_draft(attribute, saying, telling)


def _named(mention: EventMention, roles: Sequence[str], telling: Telling) -> list[int]:
    """Indexes of the entity mentions in some roles that lead to entities."""
    held = (r.entity for r in mention.roles if r.role in roles)
    return [i for i in held if telling.lookup.of(telling.own, i)]


def _side_draft(attribute: str, saying: Sequence[tuple[EventMention, list[int]]], telling: Telling) -> Draft:
    lookup, own = telling.lookup, telling.own
    named = frozenset(e for _, indexes in saying for i in indexes for e in lookup.of(own, i))
    entities = frozenset(e for e in named if not lookup.stands_behind(e, named))
    shown: dict[str, Span] = {}
    for _, indexes in saying:
        for i in indexes:
            for entity in lookup.of(own, i):
                shown.setdefault(entity, own.entities[i].span)
    spans = sorted({shown[e] for e in entities}, key=lambda s: s.start)
    value = ", ".join(sorted(lookup.by_id[e].name for e in entities))
    return Draft(attribute=attribute, value=value, comparable=entities, mention=saying[0][0], spans=tuple(spans))


def _directions(telling: Telling) -> Iterator[Draft]:
    """Who acted. That sides were at war says nothing of it."""
    if telling.node.type not in DIRECTED_TYPES:
        return
    for mention in telling.asserting:
        acting = acting_sides(mention, telling.own, telling.lookup)
        if acting and not (acting == MUTUAL and mention.concept == "war"):
            who = "mutual" if acting == MUTUAL else "by " + ", ".join(sorted(acting))
            yield Draft(attribute="direction", value=who, comparable=acting, mention=mention, spans=(mention.clause,))


def _figures(telling: Telling) -> Iterator[Draft]:
    for mention in telling.asserting:
        for number in mention.figures:
            figure = telling.own.figures[number]
            if figure.claims:
                count = claimed_count(figure)
                yield Draft(
                    attribute=figure.what,
                    value=count_text(count),
                    comparable=count,
                    mention=mention,
                    spans=(figure.span,),
                    as_of=figure_day(number, telling.own, telling.published),
                )


def figure_day(number: int, own: Annotations, published: Bounds) -> date | None:
    """The last day that a figure can speak of: of the time told with it where that is past, else of the report.

    A time that dates what happened ("killed 12 on Monday") says nothing of when they were counted.
    """
    time = own.figures[number].time
    dating = {m.time for m in own.events if number in m.figures}
    told = resolve(own.times[time].value, published).high if time is not None and time not in dating else None
    if told is not None and published.high is not None:
        return min(told, published.high)
    return told or published.high


def _outcomes(telling: Telling) -> Iterator[Draft]:
    """What came of it, where a report says so with a word of its own that praises or blames."""
    own = telling.own
    judging = (m for m in own.labels if m.event is not None and m.voice == "own" and m.distance is None)
    for label in judging:
        mention, said = own.events[label.event or 0], OUTCOMES.get(label.loaded or "")
        of_this = mention.chain == telling.node.key[1] and telling.contrast_set(label.label) == OUTCOME
        if of_this and said is not None:
            yield Draft(attribute="outcome", value=said, comparable=said, mention=mention, spans=(label.span,))
