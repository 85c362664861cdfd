"""Find events: who did what to whom, when, where, and whether it happened (events.v2).

A predicate-argument reading over the parse and the event lexicon. It refuses words that name nothing
reportable, and mentions that point back to nothing.

Source: PLOVER types and modes (`schema/ontology.toml`), event lexicon (`schema/lexicons/events`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_assertions import Assertions
from variorum.annotations.event_background import mark_background
from variorum.annotations.event_chains import ALONE, Chainer, number_apart
from variorum.annotations.event_composition import compose_act
from variorum.annotations.event_demands import find_demands
from variorum.annotations.event_effects import absorb_effects
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_figures import attach_figures
from variorum.annotations.event_generic import is_general
from variorum.annotations.event_deeds import find_acts, is_act
from variorum.annotations.event_narrative import Narrative, Stand, is_told
from variorum.annotations.event_nesting import Nesting
from variorum.annotations.event_parties import ACTING
from variorum.annotations.event_places import EventPlaces
from variorum.annotations.event_realis import find_realis, is_presupposed
from variorum.annotations.event_partners import gather_parties, join_partners
from variorum.annotations.event_roles import find_sides
from variorum.annotations.event_rounds import find_rounds
from variorum.annotations.event_senses import settle_senses
from variorum.annotations.event_settings import Settings
from variorum.annotations.event_times import EventTimes
from variorum.annotations.event_tolls import find_tolls, told_deaths, without_tolls
from variorum.annotations.event_triggers import Trigger, find_triggers, find_weak_triggers
from variorum.annotations.event_vouching import is_vouched, only_announces
from variorum.annotations.event_words import clause_of, hull_of, is_background, is_further, points_back
from variorum.annotations.parse import span_of, trimmed
from variorum.annotations.verb_places import Forms
from variorum.schema.annotations import (
    MERELY_THOUGHT,
    EntityMention,
    EventMention,
    FigureMention,
    PartyMention,
    ReferentMention,
    RoleMention,
    StatementMention,
    TimeMention,
)
from variorum.schema.concepts import load_concepts, load_wide_concepts
from variorum.schema.reports import Span

ANNOTATOR = "events.v2"
LEAD = 3
"""Sentences after the title that tell the day's news."""

BOTH = 2
"""Sides that make a plan without a day worth telling although only somebody says so."""

FORMAL = frozenset({"recommend", "order", "direct", "instruct", "decree"})
"""Verbs of speech by which a board, court or ministry acts."""

BINDING = frozenset({"undertake"})
"""Verbs of speech that bind who says it: "the parties undertook to keep the truce" is an agreement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the other annotators found in the report."""

    entities: Sequence[EntityMention]
    times: Sequence[TimeMention]
    figures: Sequence[FigureMention]
    statements: Sequence[StatementMention]
    referents: Sequence[ReferentMention]
    title: Span | None
    dateline: Span | None = None


def find_events(doc: Doc, found: Found) -> tuple[EventMention, ...]:
    """Find the event mentions of a report in text order, numbered by in-report coreference.

    Those that make no event of the record say why in `left_out`, and have the number of an event that they are of, or
    one of their own after all others.
    """
    index = EntityIndex(doc, found.entities, found.referents)
    settings, forms = Settings(doc), Forms([token.lemma_.lower() for token in doc], index.kinds())
    strong = find_triggers(doc, load_concepts(), index.kinds())
    strong = _with_rounds(doc, strong, settings)
    plain, owners = absorb_effects(strong)
    named = {trigger.governor.i for trigger in strong}
    demands = [trigger for trigger in find_demands(doc, index) if trigger.head.i not in named]
    plain = tuple(sorted([*plain, *demands], key=lambda trigger: trigger.head.i))
    triggers = settle_senses(plain, forms, settings)
    tolls = find_tolls(doc, found.figures, found.times, triggers, owners)
    triggers = without_tolls(triggers, tolls)
    by_head = {trigger.head.i: trigger for trigger in triggers}
    effects = {word: by_head[owner.head.i] for word, owner in owners.items() if owner.head.i in by_head}
    nesting, dated = Nesting(triggers, tolls | effects), Nesting(triggers, told_deaths(doc, tolls) | effects)
    reader = _Reader(doc, found, index, triggers, nesting, times=_times(doc, found, dated), settings=settings)
    read = [(reader.read(trigger), is_further(trigger)) for trigger in triggers]
    known = [*strong, *demands]
    weak = settle_senses(find_weak_triggers(doc, load_wide_concepts(), index.kinds(), known), forms, settings)
    acts = find_acts(doc, {*tolls, *owners, *(w.i for t in known for w in (*t.words, t.governor))})
    wide = Nesting([*triggers, *acts, *weak], tolls | effects)
    late = _Reader(
        doc, found, index, [*triggers, *acts, *weak], wide, times=_times(doc, found, wide), settings=settings
    )
    told = {trigger.governor.i for trigger, (event, _) in zip(triggers, read, strict=True) if event.left_out is None}
    less_sure = late.read_late(weak, acts, told, counted={i for event, _ in read for i in event.figures})
    read += [pair for pair in less_sure if pair[0].left_out is None]
    aside = [replace(event, chain=ALONE) for event, _ in less_sure if event.left_out is not None]
    chainer = Chainer(found.entities, found.times, [(f.what, f.best or f.low) for f in found.figures])
    numbered = [*_number(read, chainer, found.times), *aside]
    return number_apart(sorted(numbered, key=lambda event: event.trigger.start))


def _with_rounds(doc: Doc, triggers: Sequence[Trigger], settings: Settings) -> tuple[Trigger, ...]:
    taken = {word.i for trigger in triggers for word in (*trigger.words, trigger.governor)}
    return tuple(sorted([*triggers, *find_rounds(doc, taken, settings)], key=lambda trigger: trigger.head.i))


def _times(doc: Doc, found: Found, nesting: Nesting) -> EventTimes:
    return EventTimes(doc, found.times, nesting, dateline=found.dateline)


def _number(
    read: Sequence[tuple[EventMention, bool]], chainer: Chainer, times: Sequence[TimeMention]
) -> list[EventMention]:
    """Number events, each with whether its words set it apart, in text order."""
    ordered = sorted(read, key=lambda pair: pair[0].trigger.start)
    placed = mark_background([event for event, _ in ordered], times)
    return [chainer.assign(event, further=further) for event, (_, further) in zip(placed, ordered, strict=True)]


class _Reader:
    """Reads triggers of one doc into event mentions."""

    def __init__(
        self,
        doc: Doc,
        found: Found,
        index: EntityIndex,
        triggers: Sequence[Trigger],
        nesting: Nesting,
        *,
        times: EventTimes,
        settings: Settings,
    ) -> None:
        self._doc, self._found = doc, found
        self._index, self._nesting = index, nesting
        self._times = times
        self._assertions, self._settings = Assertions(doc, found.statements), settings
        self._places = EventPlaces(doc, index, nesting)
        self._narrative = Narrative(doc, found.times, index, dateline=found.dateline)
        self._figures = attach_figures(doc, found.figures, triggers, nesting, found.times)
        self._sentences = list(doc.sents)
        self._first_body = next((i for i, s in enumerate(self._sentences) if not self._in_title(s[0])), 0)

    def read_late(
        self, weak: Sequence[Trigger], acts: Sequence[Trigger], told: Collection[int], *, counted: Collection[int]
    ) -> list[tuple[EventMention, bool]]:
        """Read words of little weight, and verbs that no lexicon has: events where what is told of them makes sure of it.

        Args:
            told: words of the events that the record has (token indexes). counted: figures that those have.

        Returns:
            Events, each with whether its words set it apart: all words of little weight, and the verbs that tell an act.
        """
        pairs = [(trigger, self._read_weak(trigger, told, counted)) for trigger in weak]
        known = {*told, *(w.i for trigger, event in pairs if event.left_out is None for w in trigger.words)}
        done = ((act, self._read_act(act, known, counted)) for act in acts if act.head.i not in known)
        pairs += [(act, event) for act, event in done if event is not None]
        return [(event, is_further(trigger)) for trigger, event in pairs]

    def _read_weak(self, trigger: Trigger, told: Collection[int], counted: Collection[int]) -> EventMention:
        event = _uncounted(self.read(trigger), counted)
        vouched = is_vouched(trigger, event, self._index) and not only_announces(trigger, told)
        return event if vouched else replace(event, left_out="weak")

    def _read_act(self, act: Trigger, told: Collection[int], counted: Collection[int]) -> EventMention | None:
        event = replace(_uncounted(self.read(act), counted), main=False)
        event = replace(event, roles=tuple(r for r in event.roles if r.entity != event.place))
        sure = event.left_out is None and is_act(act, event, self._index) and not only_announces(act, told)
        return event if sure else None

    def read(self, trigger: Trigger) -> EventMention:
        time = self._times.time_of(trigger)
        headline = self._in_title(trigger.head)
        realis, cue = find_realis(trigger, headline=headline, future=self._times.is_future(time))
        realis = "habitual" if realis == "ongoing" and self._times.is_repeated(trigger) else realis
        statement = self._assertions.at(trigger.head)
        realis = realis if is_presupposed(trigger) else self._assertions.realis(realis, statement)
        sides = find_sides(trigger, self._index, self._nesting.effects_of(trigger))
        roles, parties = self._with_partners(trigger, sides.role_mentions()), sides.party_mentions()
        sides_told = len(roles) + sum(p.entity is not None or p.kind in ACTING for p in parties)
        voice, place = self._assertions.voice(trigger.head), self._places.place_of(trigger)
        stand = self._stand(trigger, realis, voice, dated=time is not None)
        intent = realis == "planned" and statement is not None and time is None and sides_told < BOTH
        intent = intent and not (sides_told and self._assertions.is_announced(statement))
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
            voice=voice,
            statement=statement,
            roles=roles,
            parties=parties,
            time=time,
            duration=self._times.duration_of(trigger),
            place=place,
            told_at=stand.time if stand is not None else None,
            scene=self._scene(trigger, stand) if place is None and realis == "happened" else None,
            figures=self._figures.get(trigger.head.i, ()),
            main=headline or self._is_news(trigger),
            definite=points_back(trigger),
            left_out=self._left_out(trigger, realis, roles, parties, intent=intent),
            act=compose_act(trigger),
            weight=trigger.weight,
        )

    def _stand(self, trigger: Trigger, realis: str, voice: str, *, dated: bool) -> Stand | None:
        """Where the story stands at what happened without a day of its own."""
        told = realis == "happened" and voice == "own" and not dated
        return self._narrative.stand_at(trigger) if told else None

    def _scene(self, trigger: Trigger, stand: Stand | None) -> int | None:
        """The place that the story has reached; of what is told first, that of the dateline."""
        if stand is not None and stand.place is not None:
            return stand.place
        told = is_told(syntax.finite_verb(trigger.governor))
        return self._places.dateline_of(trigger, self._found.dateline) if told else None

    def _left_out(
        self,
        trigger: Trigger,
        realis: str,
        roles: Sequence[RoleMention],
        parties: Sequence[PartyMention],
        *,
        intent: bool,
    ) -> str | None:
        """Why a mention makes no event of the record, None where it may."""
        if trigger.idle or is_general(trigger) or _meets_nobody(trigger, roles) or self._settings.is_no_news(trigger):
            return "weak"
        if realis in MERELY_THOUGHT:
            return realis
        if self._only_said(trigger, roles, parties):
            return "said"
        return "intent" if intent else None

    def _is_news(self, trigger: Trigger) -> bool:
        """Told in the first sentences, as more than background."""
        place = next((i for i, s in enumerate(self._sentences) if s.start <= trigger.head.i < s.end), 0)
        over = trigger.light_kind == "end" and trigger.concept.type != "CONSULT"
        return place <= self._first_body + LEAD - 1 and not over and not is_background(trigger)

    def _only_said(self, trigger: Trigger, roles: Sequence[RoleMention], parties: Sequence[PartyMention]) -> bool:
        """A verb of speech is a statement; it is an event too only where it is done to somebody or something."""
        said = (s for s in self._found.statements if s.asserts and s.attitude != "believes")
        cue = any(s.cue.start <= trigger.head.idx < s.cue.end for s in said) and not _say_together(trigger)
        done_to = any(r.role == "recipient" for r in roles) or any(p.role == "recipient" for p in parties)
        formal = trigger.head.lemma_.lower() in FORMAL and any(p.kind == "organization" for p in parties)
        return cue and not done_to and not formal and trigger.head.lemma_.lower() not in BINDING

    def _with_partners(self, trigger: Trigger, roles: tuple[RoleMention, ...]) -> tuple[RoleMention, ...]:
        met = gather_parties(trigger, self._with_scene(trigger, roles), self._index)
        return join_partners(trigger, met, self._found.entities)

    def _with_scene(self, trigger: Trigger, roles: tuple[RoleMention, ...]) -> tuple[RoleMention, ...]:
        """Who acts "during talks" or "at a meeting", or signs "after talks", takes part in it."""
        outer = self._nesting.scene_of(trigger) or self._nesting.outcome_of(trigger)
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


def _uncounted(event: EventMention, counted: Collection[int]) -> EventMention:
    """An event without the figures that another has."""
    return replace(event, figures=tuple(i for i in event.figures if i not in counted))


def _say_together(trigger: Trigger) -> bool:
    """True where several say one thing on equal terms: "the three undertook not to use force"."""
    tags = {t.tag_ for t in syntax.expand(syntax.subjects(trigger.head))}
    return trigger.concept.type == "AGREE" and trigger.mutual and bool(tags & {"NNS", "NNPS", "CD"})


def _meets_nobody(trigger: Trigger, roles: Sequence[RoleMention]) -> bool:
    """ "The river meets the sea": who meets and who is met are no party."""
    verb = trigger.head
    return not roles and not trigger.nominal and verb.lemma_ == "meet" and bool(syntax.objects(verb))
