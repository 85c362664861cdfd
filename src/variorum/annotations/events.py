"""Find events: who did what to whom, when, where, and whether it happened (events.v1).

A predicate-argument reading over the parse and the event lexicon. It refuses words that name nothing
reportable, and mentions that point back to nothing.

Source: PLOVER types and modes (`schema/ontology.toml`), event lexicon (`schema/lexicons/events`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_assertions import Assertions
from variorum.annotations.event_background import mark_background
from variorum.annotations.event_chains import ALONE, Chainer, number_apart
from variorum.annotations.event_composition import compose_act
from variorum.annotations.event_effects import absorb_effects, effect_owner
from variorum.annotations.event_realis import find_realis, is_presupposed
from variorum.annotations.event_roles import EntityIndex, find_place, find_roles, places_of
from variorum.annotations.event_triggers import Trigger, find_triggers, find_weak_triggers
from variorum.annotations.parse import span_of, text_of, trimmed
from variorum.schema.annotations import (
    EntityMention,
    EventMention,
    FigureMention,
    RoleMention,
    StatementMention,
    TimeMention,
)
from variorum.schema.concepts import load_concepts, load_wide_concepts
from variorum.schema.reports import Span

ANNOTATOR = "events.v1"
POINTING = frozenset({"the", "this", "these", "that", "those", "such", "both", "its", "their"})
SCENE_MARKS = frozenset({"in ", "at ", "In "})
BOTH = 2
"""Sides that make a plan without a day worth telling although only somebody says so."""

LEAD = 3
"""Sentences after the title that tell the day's news."""

UNTOLD = frozenset({"hypothetical", "habitual"})
"""What is merely thinkable or usual makes no event of the record; such mentions say so in `left_out`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the other annotators found in the report."""

    entities: Sequence[EntityMention]
    times: Sequence[TimeMention]
    figures: Sequence[FigureMention]
    statements: Sequence[StatementMention]
    title: Span | None


def find_events(doc: Doc, found: Found) -> tuple[EventMention, ...]:
    """Find the event mentions of a report in text order, numbered by in-report coreference.

    Those that make no event of the record say why in `left_out`, and have the number of an event that they are of, or
    one of their own after all others.
    """
    index = EntityIndex(doc, found.entities)
    strong = find_triggers(doc, load_concepts(), index.kinds())
    triggers, effects = absorb_effects(strong)
    reader = _Reader(doc, found, index, triggers, effects)
    chainer = Chainer(found.entities, found.times, [(f.what, f.best or f.low) for f in found.figures])
    read = [(reader.read(trigger), _is_further(trigger)) for trigger in triggers]
    placed = mark_background([event for event, _ in read], found.times)
    numbered = [chainer.assign(event, further=further) for event, (_, further) in zip(placed, read, strict=True)]
    weak = find_weak_triggers(doc, load_wide_concepts(), index.kinds(), strong)
    numbered += [replace(reader.read(trigger, weak=True), chain=ALONE) for trigger in weak]
    return number_apart(sorted(numbered, key=lambda event: event.trigger.start))


class _Reader:
    """Reads triggers of one doc into event mentions."""

    def __init__(
        self, doc: Doc, found: Found, index: EntityIndex, triggers: Sequence[Trigger], effects: dict[int, Trigger]
    ) -> None:
        self._doc, self._found = doc, found
        self._index = index
        self._assertions = Assertions(doc, found.statements)
        self._owner = dict(effects) | {w.i: t for t in triggers for w in (*t.words, t.governor)}
        self._violent = {t.head.i: t for t in triggers if t.concept.type in ("ASSAULT", "NONE")}
        self._clause_verb: dict[int, int] = {}
        self._times = self._attach([t.span for t in found.times])
        self._figures = self._attach_figures()
        self._sentences = list(doc.sents)
        self._first_body = next((i for i, s in enumerate(self._sentences) if not self._in_title(s[0])), 0)

    def tells(self, trigger: Trigger, event: EventMention) -> bool:
        """True where a mention is an event of the record: no mere thought or habit, and more than said."""
        repeated = any(self._found.times[i].type == "SET" for i in self._times.get(trigger.head.i, ()))
        only_promised = event.statement is not None and event.realis == "planned" and event.time is None
        return not (
            event.realis in UNTOLD
            or (repeated and event.realis == "ongoing")
            or self._only_said(trigger, event.roles)
            or _meets_nobody(trigger, event.roles)
            or only_promised
        )

    def read(self, trigger: Trigger, *, weak: bool = False) -> EventMention:
        place = self._place_in_text(trigger)
        time = self._time_of(trigger)
        headline = self._in_title(trigger.head)
        future = time is not None and self._found.times[time].value.direction == "future"
        realis, cue = find_realis(trigger, headline=headline, future=future)
        repeated = any(self._found.times[i].type == "SET" for i in self._times.get(trigger.head.i, ()))
        realis = "habitual" if repeated and realis == "ongoing" else realis
        statement = self._assertions.at(trigger.head)
        realis = realis if is_presupposed(trigger) else self._assertions.realis(realis, statement)
        roles = self._with_scene(trigger, find_roles(trigger, self._index))
        return EventMention(
            trigger=self._hull(trigger),
            clause=clause_of(trigger),
            sentence=trimmed(self._doc, *syntax.sentence_bounds(trigger.head)),
            lemma=" ".join(t.lemma_.lower() for t in trigger.words),
            concept=trigger.concept.name,
            type=trigger.concept.type,
            mode=trigger.concept.mode,
            contexts=trigger.concept.contexts,
            cameo=trigger.concept.cameo,
            realis=realis,
            realis_cue=span_of(cue) if cue is not None else None,
            direction=trigger.concept.direction,
            phase=self._phase_of(trigger, time),
            voice=self._assertions.voice(trigger.head),
            statement=statement,
            roles=roles,
            time=time,
            duration=self._duration_of(trigger),
            place=self._place_of(trigger),
            figures=self._figures.get(trigger.head.i, ()),
            main=headline
            or (
                place <= self._first_body + LEAD - 1
                and (trigger.light_kind != "end" or trigger.concept.type == "CONSULT")
                and not _background(trigger)
            ),
            definite=_points_back(trigger),
            left_out="weak"
            if weak or _meets_nobody(trigger, roles)
            else self._left_out(
                trigger, realis, roles, intent=statement is not None and time is None and len(roles) < BOTH
            ),
            act=compose_act(trigger),
            weight=trigger.weight,
        )

    def _left_out(self, trigger: Trigger, realis: str, roles: Sequence[RoleMention], *, intent: bool) -> str | None:
        """Why a mention makes no event of the record, None where it may."""
        if realis in UNTOLD:
            return realis
        if self._only_said(trigger, roles):
            return "said"
        return "intent" if intent and realis == "planned" else None

    def _phase_of(self, trigger: Trigger, time: int | None) -> str | None:
        """Which end of the event the time is of; "since" gives the beginning."""
        since = any(p.lower_ == "since" and o.i in self._owner for p, o in syntax.prepositional(trigger.governor))
        if time is not None and (self._found.times[time].value.bound == "since" or since):
            return "begin"
        return {"begin": "begin", "end": "end"}.get(trigger.light_kind or "")

    def _only_said(self, trigger: Trigger, roles: Sequence[RoleMention]) -> bool:
        """A verb of speech is a statement; it is an event too only where it is done to somebody."""
        said = (s for s in self._found.statements if s.asserts and s.attitude != "believes")
        cue = any(s.cue.start <= trigger.head.idx < s.cue.end for s in said)
        return cue and not any(r.role == "recipient" for r in roles)

    def _with_scene(self, trigger: Trigger, roles: tuple[RoleMention, ...]) -> tuple[RoleMention, ...]:
        """Who acts "during talks" or "at a meeting" takes part in it."""
        outer = self._scene_of(trigger)
        taking_part = [r for r in roles if r.role == "participant"]
        if outer is None or len(taking_part) > 1 or trigger.concept.type != "CONSULT":
            return roles
        known = {r.entity for r in roles}
        more = [
            r.entity
            for r in find_roles(outer, self._index)
            if r.role in ("actor", "participant") and r.entity not in known
        ]
        return (*roles, *(RoleMention(role="participant", entity=e) for e in more))

    def _scene_of(self, trigger: Trigger) -> Trigger | None:
        """The event that is told to have been done in the course of this one."""
        head = trigger.head
        if not trigger.nominal or trigger.light_kind not in (None, "broker", "happen") or head.dep_ != "pobj":
            return None
        if head.head.lower_ not in ("in", "during", "at"):
            return None
        outer = self._owner_above(head.head)
        return outer if outer is not None and outer.head != head else None

    def _place_of(self, trigger: Trigger) -> int | None:
        """The event's own place, else that of the event in whose course it was."""
        own = find_place(trigger, self._index)
        if own is not None:
            return own
        if trigger.nominal:
            reach = self._phrases_after(trigger.head)
            beside = [
                i
                for i, e in enumerate(self._found.entities)
                if e.kind == "place"
                and e.span.start in reach
                and text_of(self._doc)[e.span.start - 3 : e.span.start] in SCENE_MARKS
            ]
            if beside:
                return beside[0]
        outer = self._plain_clause(trigger)
        if outer is not None and (found := places_of(outer, self._index)) is not None:
            return found
        for prep, obj in syntax.prepositional(trigger.governor, "during", "at", "after", "following"):
            inner = self._owner.get(obj.i)
            if inner is not None and inner.head != trigger.head and prep.lower_ in ("during", "at"):
                return find_place(inner, self._index)
        return None

    def _in_title(self, token: Token) -> bool:
        title = self._found.title
        return title is not None and title.start <= token.idx < title.end

    def _place_in_text(self, trigger: Trigger) -> int:
        return next((i for i, s in enumerate(self._sentences) if s.start <= trigger.head.i < s.end), 0)

    def _hull(self, trigger: Trigger) -> Span:
        """The trigger's words, and its light verb where that stands close by."""
        words = [w for w in trigger.words if trigger.nominal or trigger.head.i - w.i <= 2]
        if trigger.light is not None and abs(trigger.light.i - trigger.head.i) <= 4:
            words.append(trigger.light)
        indexes = [w.i for w in words]
        return trimmed(self._doc, min(indexes), max(indexes) + 1)

    def _attach(self, spans: Sequence[Span]) -> dict[int, list[int]]:
        """Time expressions by the head of the event that they depend on, nearest first."""
        attached: dict[int, list[int]] = {}
        for number, span in enumerate(spans):
            part = self._doc.char_span(span.start, span.end, alignment_mode="expand")
            if part is not None:
                self._clause_verb[number] = syntax.finite_verb(part.root).i
            owner = self._owner_above(part.root) if part is not None else None
            if owner is not None:
                attached.setdefault(owner.head.i, []).append(number)
        return attached

    def _owner_above(self, token: Token) -> Trigger | None:
        for node in (token, *syntax.ancestors(token)):
            if node.i in self._owner:
                return self._owner[node.i]
            own_clause = node.dep_ == "conj" and any(t.dep_ in syntax.SUBJECTS for t in node.children)
            if node.pos_ in ("VERB", "AUX") and (node.dep_ in ("ccomp", "relcl") or own_clause):
                return None
        return None

    def _attach_figures(self) -> dict[int, tuple[int, ...]]:
        attached: dict[int, list[int]] = {}
        for number, figure in enumerate(self._found.figures):
            part = self._doc.char_span(figure.governor, figure.governor + 1, alignment_mode="expand")
            if part is None:
                continue
            token = part[0]
            owner = self._owner.get(token.i) or effect_owner(token, self._violent) or self._owner_above(token)
            if owner is not None and figure_fits(figure.what, owner):
                attached.setdefault(owner.head.i, []).append(number)
        return {head: tuple(numbers) for head, numbers in attached.items()}

    def _time_of(self, trigger: Trigger) -> int | None:
        dated = [i for i in self._times.get(trigger.head.i, ()) if self._dates(i, trigger)]
        if dated:
            return min(dated, key=lambda i: abs(self._found.times[i].span.start - trigger.head.idx))
        for find in (self._adjacent_time, self._inherited_time, self._shared_time):
            found = find(trigger)
            if found is not None:
                return found
        return None

    def _adjacent_time(self, trigger: Trigger) -> int | None:
        """A time that follows an event noun at once, wherever the parser hangs it: "the meeting on 6 October"."""
        if not trigger.nominal:
            return None
        reach = self._phrases_after(trigger.head)
        return next(
            (i for i, t in enumerate(self._found.times) if t.span.start in reach and self._dates(i, trigger)), None
        )

    def _phrases_after(self, head: Token) -> frozenset[int]:
        """Offsets of the words in the prepositional phrases that follow a noun without a break."""
        found: list[int] = []
        expected = True
        for token in self._doc[head.i + 1 : min(head.i + 14, syntax.sentence_bounds(head)[1])]:
            participle = token.tag_ in ("VBN", "VBD") and token.i == head.i + 1
            if token.pos_ in ("VERB", "AUX", "CCONJ", "PRON", "SCONJ") and not participle:
                break
            if token.is_punct and token.text not in ("-", "."):
                break
            expected = expected and (token.pos_ == "ADP" or participle)
            if expected or found:
                found.append(token.idx)
            if not found:
                break
            expected = False
        return frozenset(found)

    def _dates(self, number: int, trigger: Trigger) -> bool:
        """A day or longer that the event was on; "the first convoy since March" was not in March."""
        time = self._found.times[number]
        ranking = trigger.nominal and trigger.light is None and time.value.bound == "since"
        return time.type in ("DATE", "TIME") and not ranking

    def _shared_time(self, trigger: Trigger) -> int | None:
        """The time before "when", or that of the clause that the event's clause is joined to."""
        when = next((t for t in trigger.governor.children if t.lower_ == "when" and t.tag_ == "WRB"), None)
        dated = [i for i in range(len(self._found.times)) if self._dates(i, trigger)]
        if when is not None:
            return next((i for i in dated if 0 <= when.idx - self._found.times[i].span.end <= 2), None)
        outer = self._plain_clause(trigger)
        return next((i for i in dated if self._clause_verb.get(i) == outer.i), None) if outer is not None else None

    def _plain_clause(self, trigger: Trigger) -> Token | None:
        """The verb, itself no event, that the event's clause is joined to or that the event noun sets the scene of."""
        governor, head = trigger.governor, trigger.head
        verb = governor.head if governor.dep_ == "conj" else None
        if (
            trigger.nominal
            and trigger.light is None
            and head.dep_ == "pobj"
            and head.head.lower_ in ("in", "during", "at")
        ):
            verb = syntax.finite_verb(head.head.head)
        elif trigger.nominal and trigger.light is None and head.dep_ in syntax.SUBJECTS:
            verb = head.head
        elif governor.dep_ in ("ccomp", "relcl", "advcl") and _is_cleft(governor.head):
            verb = governor.head
        return verb if verb is not None and verb.pos_ in ("VERB", "AUX") and verb.i not in self._owner else None

    def _inherited_time(self, trigger: Trigger) -> int | None:
        """The time of what an event was part of ("during the war of 2020, X took Y"), or that it names as its scene."""
        for prep, obj in syntax.prepositional(trigger.governor):
            inner = self._owner.get(obj.i)
            ending = prep.lower_ == "with" and trigger.light_kind == "end"
            if (
                (prep.lower_ in ("in", "during", "at", "following", "since") or ending)
                and inner is not None
                and inner != trigger
            ):
                return self._own_time(inner)
            if prep.lower_ == "after" and inner is not None and inner != trigger:
                return self._year_of(inner)
        outer = self._scene_of(trigger)
        if outer is None and trigger.nominal and trigger.head.dep_ == "pobj" and trigger.head.head.lower_ == "for":
            outer = self._owner_above(trigger.head.head)
            outer = outer if outer is not None and outer.concept.type == trigger.concept.type else None
        return self._own_time(outer) if outer is not None else None

    def _year_of(self, trigger: Trigger) -> int | None:
        """The time of an event that another followed, where it is said no closer than by the year."""
        time = self._own_time(trigger)
        value = self._found.times[time].value if time is not None else None
        return time if value is not None and value.year is not None and value.month is None else None

    def _own_time(self, trigger: Trigger) -> int | None:
        return next((i for i in self._times.get(trigger.head.i, ()) if self._dates(i, trigger)), None)

    def _duration_of(self, trigger: Trigger) -> int | None:
        return next((i for i in self._times.get(trigger.head.i, ()) if self._found.times[i].type == "DURATION"), None)


def _is_cleft(verb: Token) -> bool:
    """True for "it was" of "It was in May that ..."."""
    return verb.lemma_.lower() == "be" and any(t.lower_ == "it" and t.dep_ in syntax.SUBJECTS for t in verb.children)


VICTIMS = frozenset({"killed", "wounded", "missing", "casualties"})


def figure_fits(what: str, trigger: Trigger) -> bool:
    """Tell whether a kind of count can be said of a kind of event: nobody is killed by an agreement."""
    if what in VICTIMS:
        return trigger.concept.type in ("ASSAULT", "NONE", "COERCE", "PROTEST")
    if what == "troops":
        return trigger.concept.type in ("MOBILIZE", "RETREAT", "ASSAULT", "AID", "COOPERATE", "SUPPORT")
    return True


def _background(trigger: Trigger) -> bool:
    """A noun that only sets the scene ("after clashes", "since the war", "amid talks") is not the news."""
    head = trigger.head
    if trigger.light is not None or not trigger.nominal:
        return trigger.governor.dep_ in ("relcl", "advcl") or any(
            t.lower_ == "had" for t in trigger.governor.children if t.dep_ == "aux"
        )
    return head.dep_ == "pobj" and head.head.lower_ in (
        "after",
        "since",
        "amid",
        "despite",
        "following",
        "before",
        "over",
        "from",
        "of",
        "between",
        "against",
    )


FURTHER = frozenset({"also", "separately", "again", "alone", "privately"})


def _is_further(trigger: Trigger) -> bool:
    """True for a meeting that its own words set beside another: "also met", "met again", "held separate talks"."""
    if trigger.concept.type != "CONSULT" or trigger.light_kind not in (None, "happen"):
        return False
    if any(t.lower_ == "each" for t in trigger.governor.doc[trigger.governor.left_edge.i : trigger.governor.i]):
        return False
    said = {t.lower_ for t in syntax.children_of(trigger.governor, "advmod")}
    described = {t.lower_ for t in trigger.head.children if t.dep_ == "amod"} if trigger.nominal else set()
    return bool(said & FURTHER or described & {"separate", "another", "second", "further"})


def _meets_nobody(trigger: Trigger, roles: Sequence[RoleMention]) -> bool:
    """ "The river meets the sea": who meets and who is met are no party."""
    verb = trigger.head
    return not roles and not trigger.nominal and verb.lemma_ == "meet" and bool(syntax.objects(verb))


def _points_back(trigger: Trigger) -> bool:
    if not trigger.nominal:
        return False
    marks = [t for t in trigger.head.children if t.dep_ in ("det", "poss", "predet")]
    return any(t.lower_ in POINTING for t in marks)


def clause_of(trigger: Trigger) -> Span:
    """The words of the trigger's clause or noun phrase, other clauses left out at its ends."""
    top = trigger.governor
    verbal = trigger.light is not None or not trigger.nominal
    cut = ("relcl", "advcl", "ccomp", "parataxis", "conj") if verbal else ("relcl", "conj", "appos")
    keep = {trigger.head.i, *(w.i for w in trigger.words)}
    inside = {top.i}
    for child in top.children:
        subtree = [t.i for t in child.subtree if verbal or not _in_relative_clause(t, top)]
        if child.dep_ not in cut or (child.pos_ not in ("VERB", "AUX") and child.dep_ == "conj") or keep & set(subtree):
            inside |= set(subtree)
    if trigger.light is not None and trigger.light.dep_ in ("acl", "relcl"):
        inside |= {t.i for t in trigger.head.subtree}
    return trimmed(top.doc, min(inside), max(inside) + 1)


def _in_relative_clause(token: Token, top: Token) -> bool:
    """True for the words of a relative clause below a noun: they tell of something else."""
    for node in (token, *syntax.ancestors(token)):
        if node == top:
            return False
        if node.dep_ == "relcl":
            return True
    return False
