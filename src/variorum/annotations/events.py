"""Find events: who did what to whom, when, where, and whether it happened (events.v1).

A predicate-argument reading over the parse and the event lexicon. It refuses words that name nothing
reportable, and mentions that point back to nothing.

Source: PLOVER types and modes (`schema/ontology.toml`), event lexicon (`schema/lexicons/events`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_chains import Chainer
from variorum.annotations.event_effects import absorb_effects
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_figures import attach_figures
from variorum.annotations.event_nesting import Nesting
from variorum.annotations.event_places import EventPlaces
from variorum.annotations.event_realis import find_realis, is_presupposed
from variorum.annotations.event_roles import find_sides
from variorum.annotations.event_times import EventTimes
from variorum.annotations.event_triggers import Trigger, find_triggers
from variorum.annotations.event_words import clause_of, hull_of, is_background, is_further, points_back
from variorum.annotations.parse import span_of, text_of, trimmed
from variorum.schema.annotations import (
    EntityMention,
    EventMention,
    FigureMention,
    PartyMention,
    ReferentMention,
    RoleMention,
    StatementMention,
    TimeMention,
)
from variorum.schema.concepts import load_concepts
from variorum.schema.reports import Span

ANNOTATOR = "events.v1"
LEAD = 3
"""Sentences after the title that tell the day's news."""

UNTOLD = frozenset({"hypothetical", "habitual"})
"""What is merely thinkable or usual is no event of the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the other annotators found in the report."""

    entities: Sequence[EntityMention]
    times: Sequence[TimeMention]
    figures: Sequence[FigureMention]
    statements: Sequence[StatementMention]
    referents: Sequence[ReferentMention]
    title: Span | None


def find_events(doc: Doc, found: Found) -> tuple[EventMention, ...]:
    """Find the event mentions of a report in text order, numbered by in-report coreference."""
    index = EntityIndex(doc, found.entities, found.referents)
    triggers, effects = absorb_effects(find_triggers(doc, load_concepts(), index.kinds()))
    reader = _Reader(doc, found, index, triggers, Nesting(triggers, effects))
    chainer = Chainer(found.entities, found.times, [(f.what, f.best or f.low) for f in found.figures])
    numbered = [
        chainer.assign(event, further=is_further(trigger))
        for trigger in triggers
        if (event := reader.read(trigger)) is not None
    ]
    return tuple(event for event in numbered if event is not None)


class _Reader:
    """Reads triggers of one doc into event mentions."""

    def __init__(
        self, doc: Doc, found: Found, index: EntityIndex, triggers: Sequence[Trigger], nesting: Nesting
    ) -> None:
        self._doc, self._found = doc, found
        self._index, self._nesting = index, nesting
        self._times = EventTimes(doc, found.times, nesting)
        self._places = EventPlaces(doc, index, nesting)
        self._figures = attach_figures(doc, found.figures, triggers, nesting)
        self._sentences = list(doc.sents)
        self._first_body = next((i for i, s in enumerate(self._sentences) if not self._in_title(s[0])), 0)

    def read(self, trigger: Trigger) -> EventMention | None:
        time = self._times.time_of(trigger)
        headline = self._in_title(trigger.head)
        realis, cue = find_realis(trigger, headline=headline, future=self._times.is_future(time))
        if realis in UNTOLD or (realis == "ongoing" and self._times.is_repeated(trigger)):
            return None
        statement = self._statement_at(trigger.head)
        realis = realis if is_presupposed(trigger) else self._as_asserted(realis, statement)
        sides = find_sides(trigger, self._index, self._nesting.effects_of(trigger))
        roles = self._with_scene(trigger, sides.role_mentions())
        if (
            self._only_said(trigger, roles, sides.party_mentions())
            or _meets_nobody(trigger, roles)
            or (statement is not None and realis == "planned" and time is None)
        ):
            return None
        return EventMention(
            trigger=hull_of(trigger),
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
            phase=self._times.phase_of(trigger, time),
            voice="quoted" if self._quoted(trigger.head) else "own",
            statement=statement,
            roles=roles,
            parties=sides.party_mentions(),
            time=time,
            duration=self._times.duration_of(trigger),
            place=self._places.place_of(trigger),
            figures=self._figures.get(trigger.head.i, ()),
            main=headline or self._is_news(trigger),
            definite=points_back(trigger),
        )

    def _is_news(self, trigger: Trigger) -> bool:
        """Told in the first sentences, as more than background."""
        place = next((i for i, s in enumerate(self._sentences) if s.start <= trigger.head.i < s.end), 0)
        over = trigger.light_kind == "end" and trigger.concept.type != "CONSULT"
        return place <= self._first_body + LEAD - 1 and not over and not is_background(trigger)

    def _only_said(self, trigger: Trigger, roles: Sequence[RoleMention], parties: Sequence[PartyMention]) -> bool:
        """A verb of speech is a statement; it is an event too only where it is done to somebody or something."""
        cue = any(s.cue.start <= trigger.head.idx < s.cue.end for s in self._found.statements)
        done_to = any(r.role == "recipient" for r in roles) or any(p.role == "recipient" for p in parties)
        return cue and not done_to

    def _with_scene(self, trigger: Trigger, roles: tuple[RoleMention, ...]) -> tuple[RoleMention, ...]:
        """Who acts "during talks" or "at a meeting" takes part in it."""
        outer = self._nesting.scene_of(trigger)
        taking_part = [r for r in roles if r.role == "participant"]
        if outer is None or len(taking_part) > 1 or trigger.concept.type != "CONSULT":
            return roles
        known = {r.entity for r in roles}
        more = [
            r.entity
            for r in find_sides(outer, self._index).role_mentions()
            if r.role in ("actor", "participant") and r.entity not in known
        ]
        return (*roles, *(RoleMention(role="participant", entity=e) for e in more))

    def _in_title(self, token: Token) -> bool:
        title = self._found.title
        return title is not None and title.start <= token.idx < title.end

    def _statement_at(self, token: Token) -> int | None:
        for number, statement in enumerate(self._found.statements):
            if any(c.start <= token.idx < c.end for c in statement.contents):
                return number
        return None

    def _quoted(self, token: Token) -> bool:
        """True inside quotation marks of its sentence."""
        before = text_of(self._doc)[self._doc[syntax.sentence_bounds(token)[0]].idx : token.idx]
        opened = sum(before.count(mark) for mark in "“«") - sum(before.count(mark) for mark in "”»")
        return opened > 0 or before.count('"') % 2 == 1

    def _as_asserted(self, realis: str, statement: int | None) -> str:
        """What a speaker claims or denies is alleged or denied, not told by the outlet."""
        if statement is None:
            return realis
        attitude = self._found.statements[statement].attitude
        if attitude == "denies":
            return "denied"
        if realis in ("happened", "ongoing") and attitude in ("claims", "accuses"):
            return "alleged"
        return realis


def _meets_nobody(trigger: Trigger, roles: Sequence[RoleMention]) -> bool:
    """ "The river meets the sea": who meets and who is met are no party."""
    verb = trigger.head
    return not roles and not trigger.nominal and verb.lemma_ == "meet" and bool(syntax.objects(verb))
