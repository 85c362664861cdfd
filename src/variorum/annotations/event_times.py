"""When an event was: the time expressions that its words govern, stand beside, or inherit."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_nesting import Nesting, phrases_after
from variorum.annotations.event_scenes import clause_of_outcome, is_aside, noun_where, phrase_before
from variorum.annotations.event_triggers import Trigger
from variorum.schema.annotations import TimeMention
from variorum.schema.reports import Span


class EventTimes:
    """The times of the events of one doc, as indexes into its time mentions; the day of the dateline is of no event."""

    def __init__(
        self, doc: Doc, times: Sequence[TimeMention], nesting: Nesting, *, dateline: Span | None = None
    ) -> None:
        self._doc, self._times, self._nesting, self._dateline = doc, times, nesting, dateline
        self._attached: dict[int, list[int]] = {}
        self._clause_verb: dict[int, int] = {}
        self._attach()

    def _attach(self) -> None:
        """Hang each time expression on the event that it depends on, nearest first."""
        for number, time in enumerate(self._times):
            part = self._doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if part is None:
                continue
            self._clause_verb[number] = syntax.finite_verb(part.root).i
            if _is_topic(part.root):
                continue
            owner = self._nesting.above(part.root)
            if owner is not None:
                self._attached.setdefault(owner.head.i, []).append(number)

    def is_repeated(self, trigger: Trigger) -> bool:
        """True where a set of times belongs to it ("every Friday")."""
        return any(self._times[i].type == "SET" for i in self._of(trigger))

    def is_future(self, number: int | None) -> bool:
        """True where a time says that it lies ahead."""
        return number is not None and self._times[number].value.direction == "future"

    def duration_of(self, trigger: Trigger) -> int | None:
        """How long the event took."""
        return next((i for i in self._of(trigger) if self._times[i].type == "DURATION"), None)

    def phase_of(self, trigger: Trigger, time: int | None) -> str | None:
        """Which end of the event the time is of; "since" gives the beginning."""
        nest = self._nesting
        since = any(p.lower_ == "since" and nest.of(o) for p, o in syntax.prepositional(trigger.governor))
        if time is not None and (self._times[time].value.bound == "since" or since):
            return "begin"
        if time is not None and self._is_of_making(trigger, time):
            return None
        return {"begin": "begin", "end": "end"}.get(trigger.light_kind or "")

    def _is_of_making(self, trigger: Trigger, time: int) -> bool:
        """Does a time belong to a participle beside the noun ("a truce signed in May collapsed"), not to its light verb?"""
        span = self._times[time].span
        part = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        above = [] if part is None else [t for t in syntax.ancestors(part.root) if t.head == trigger.head]
        return trigger.light is not None and any(t.dep_ == "acl" and t != trigger.light for t in above)

    def time_of(self, trigger: Trigger) -> int | None:
        """When the event was: its own time, else the one right after its noun, else that of what it was part of."""
        dated = [i for i in self._of(trigger) if self._dates(i, trigger)]
        if dated:
            return min(dated, key=lambda i: abs(self._times[i].span.start - trigger.head.idx))
        for find in (self._adjacent, self._inherited, self._shared):
            found = find(trigger)
            if found is not None:
                return found
        return None

    def _of(self, trigger: Trigger) -> Sequence[int]:
        return self._attached.get(trigger.head.i, ())

    def _adjacent(self, trigger: Trigger) -> int | None:
        """A time that follows an event noun at once, wherever the parser hangs it: "the meeting on 6 October"."""
        if not trigger.nominal:
            return None
        reach = phrases_after(trigger.head)
        return next((i for i, t in enumerate(self._times) if t.span.start in reach and self._dates(i, trigger)), None)

    def _dates(self, number: int, trigger: Trigger) -> bool:
        """A day or longer that the event was on; "the first convoy since March" was not in March."""
        time = self._times[number]
        if self._dateline is not None and self._dateline.covers(time.span):
            return False
        ranking = trigger.nominal and trigger.light is None and time.value.bound == "since"
        return time.type in ("DATE", "TIME") and not ranking

    def _shared(self, trigger: Trigger) -> int | None:
        """The time before "when" or "where", or that of the clause that the event's clause is joined to."""
        ending = clause_of_outcome(trigger.governor)
        verb = trigger.governor if ending is None else ending
        when = next((t for t in verb.children if t.lower_ == "when" and t.tag_ == "WRB"), None)
        dated = [i for i in range(len(self._times)) if self._dates(i, trigger)]
        if when is not None:
            return next((i for i in dated if 0 <= when.idx - self._times[i].span.end <= 2), None)
        if trigger.nominal and is_aside(trigger.head):
            return None
        noun = noun_where(verb)
        if noun is not None:
            return next((i for i in dated if self._times[i].span.start in phrase_before(noun)), None)
        outer = (
            self._nesting.plain_clause(trigger) or _clause_ended_with(trigger) or clause_of_outcome(trigger.governor)
        )
        return next((i for i in dated if self._clause_verb.get(i) == outer.i), None) if outer is not None else None

    def _inherited(self, trigger: Trigger) -> int | None:
        """The time of what an event was part of ("during the war of 2020, X took Y"), or that it names as its scene."""
        scene = self._nesting.of_clause_where(trigger)
        if scene is not None and self._own_time(scene) is not None:
            return self._own_time(scene)
        for prep, obj in syntax.prepositional(trigger.governor):
            inner = self._nesting.of(obj)
            ending = prep.lower_ == "with" and trigger.light_kind == "end"
            if (
                (prep.lower_ in ("in", "during", "at", "following", "since") or ending)
                and inner is not None
                and inner != trigger
            ):
                return self._own_time(inner)
            if prep.lower_ == "after" and inner is not None and inner != trigger:
                return self._year_of(inner)
        outer = self._nesting.scene_of(trigger)
        if outer is None and trigger.nominal and trigger.head.dep_ == "pobj" and trigger.head.head.lower_ == "for":
            outer = self._nesting.above(trigger.head.head)
            outer = outer if outer is not None and outer.concept.type == trigger.concept.type else None
        return self._own_time(outer) if outer is not None else None

    def _year_of(self, trigger: Trigger) -> int | None:
        """The time of an event that another followed, where it is said no closer than by the year."""
        time = self._own_time(trigger)
        value = self._times[time].value if time is not None else None
        return time if value is not None and value.year is not None and value.month is None else None

    def _own_time(self, trigger: Trigger) -> int | None:
        return next((i for i in self._of(trigger) if self._dates(i, trigger)), None)


def _clause_ended_with(trigger: Trigger) -> Token | None:
    """The verb that an end is joined to: "they signed on 3 May, and the war was over"."""
    verb = trigger.governor
    return verb.head if trigger.light_kind == "end" and verb.dep_ == "conj" else None


def _is_topic(time: Token) -> bool:
    """True for a time that is told of and dates nothing: "the future of the firm"."""
    return time.pos_ == "NOUN" and time.dep_ in ("dobj", "nsubj") and time.lower_ in TOPICS


TOPICS = frozenset({"future", "past", "present"})
"""Nouns of times that are mostly spoken about."""
