"""In-report coreference of events: which mentions tell one event.

A mention joins an earlier event where nothing said of the two conflicts and something speaks for it:
it points back ("the talks"), or shares its day, or its participants and place. A new meeting of some
of those who met is a new event.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from variorum.annotations.event_tolls import CALAMITIES
from variorum.schema.annotations import EntityMention, EventMention, TimeMention
from variorum.schema.times import TimeValue

APART = frozenset({"mediation", "phone_call", "correspondence", "visit"})
"""Kinds of CONSULT that are not another word for a meeting."""

ALONE = -1
"""Number of a mention that is left out and is of no event told before, until all are read."""

LOOK_BACK = 40
"""Events. Further back nothing is compared."""

ACCORDS = frozenset({"agreement", "peace_agreement", "ceasefire"})
"""Kinds of AGREE that name one instrument now so, now so."""

POINTERS = frozenset(
    {"fighting", "violence", "hostility", "conflict", "bloodshed", "battle", "assault", "raid", "incident", "exchange"}
)
"""Nouns general enough to point back to an event named otherwise."""

GENERIC = frozenset({"war", "battle", "clash", "fighting", "conflict", "hostilities"})


TOLLS = frozenset({"killing", "death", "casualties", "fatality", "loss_of_life", "injury", "wounding"})
"""Kinds that tell only what violence did to people."""

BLOODLESS = frozenset(
    {"destruction", "kidnapping", "torture", "ethnic_cleansing", "territorial_capture", "theft", "censorship"}
)
"""Kinds of violence that a toll in the next sentence is hardly of."""

CAMPAIGNS = frozenset({"attack", "offensive", "invasion"})
"""Kinds that "the May fighting" points back to, where they were in May."""


@dataclass(slots=True)
class Chain:
    """What a report says so far of one event."""

    number: int
    mentions: list[EventMention] = field(default_factory=list)
    people: frozenset[int] = frozenset()
    times: list[TimeValue] = field(default_factory=list)
    places: set[int] = field(default_factory=set)
    figures: set[tuple[str, float | None]] = field(default_factory=set)
    further: bool = False

    @property
    def type(self) -> str:
        return self.mentions[0].type


class Chainer:
    """Assigns chain numbers to the events of one report, in text order."""

    def __init__(
        self,
        entities: Sequence[EntityMention],
        times: Sequence[TimeMention],
        counts: Sequence[tuple[str, float | None]],
    ) -> None:
        self._entities, self._times, self._counts = entities, times, counts
        self._chains: list[Chain] = []

    def assign(self, event: EventMention, *, further: bool = False) -> EventMention:
        """Number an event; one that points back to nothing and says nothing of its own is left out.

        What is left out gets the number of the event that it is of, ALONE where it is of none, and adds nothing to it.

        Args:
            further: its own words set it apart from what was told before ("also met", "met again").
        """
        chain = self._find(event, further=further)
        if event.left_out is not None:
            return replace(event, chain=chain.number if chain is not None and _is_of(event, chain) else ALONE)
        if chain is None and self._says_nothing(event):
            return replace(event, chain=ALONE, left_out="points_back")
        if chain is None:
            chain = Chain(number=len(self._chains), further=further)
            self._chains.append(chain)
        numbered = replace(event, chain=chain.number)
        self._add(chain, numbered)
        return numbered

    def _find(self, event: EventMention, *, further: bool) -> Chain | None:
        recent = sorted(self._chains[-LOOK_BACK:], key=lambda c: -c.mentions[-1].trigger.start)
        scored = [
            (self._score(event, chain), -place, chain)
            for place, chain in enumerate(recent)
            if not self._conflict(event, chain) and (chain.further or not further)
        ]
        best = max(scored, key=lambda row: row[:2], default=None)
        return best[2] if best and best[0] >= 1.0 else None

    def _add(self, chain: Chain, event: EventMention) -> None:
        chain.mentions.append(event)
        chain.people |= self._people(event)
        chain.places |= self._places(event)
        chain.figures |= self._figures(event)
        if event.time is not None:
            chain.times.append(self._times[event.time].value)

    def _people(self, event: EventMention) -> frozenset[int]:
        chains: set[int] = set()
        for role in event.roles:
            mention = self._entities[role.entity]
            if role.role not in ("mediator", "victim") or event.type == "CONSULT":
                chains |= set(mention.members) or {mention.chain}
        return frozenset(chains)

    def _places(self, event: EventMention) -> set[int]:
        exact = event.place is not None and self._entities[event.place].kind == "place"
        return {self._entities[event.place].chain} if exact and event.place is not None else set()

    def _figures(self, event: EventMention) -> set[tuple[str, float | None]]:
        return {self._counts[i] for i in event.figures}

    def _says_nothing(self, event: EventMention) -> bool:
        bare = event.time is None and not event.figures and not event.roles and event.place is None and not event.phase
        return event.definite and bare and not event.main and event.concept not in CALAMITIES

    def _conflict(self, event: EventMention, chain: Chain) -> bool:
        if event.type != chain.type or _realis_conflict(event, chain):
            return True
        if (
            event.time is not None
            and not _other_phase(event, chain)
            and any(clash(self._times[event.time].value, t) for t in chain.times)
        ):
            return True
        places = self._places(event)
        if places and chain.places and places.isdisjoint(chain.places) and not _is_calamity_told(event, chain):
            return True
        if not _same_kind(event, chain) and not self._recounts(event, chain) and not self._is_toll_of(event, chain):
            return True
        if self._told_on(event, chain) or self._is_toll_of(event, chain):
            return False
        if self._other_actor(event, chain):
            return True
        people = self._people(event)
        if people and chain.people and people.isdisjoint(chain.people):
            return not self._alike(people, chain.people) and not (
                event.definite and event.type == "CONSULT" and _follows(event, chain)
            )
        named = any(self._entities[r.entity].form != "group" for r in event.roles)
        fewer = people < chain.people or self._countries(people) < self._countries(chain.people)
        return named and not event.definite and fewer and len(people) > 1 and event.type == "CONSULT"

    def _other_actor(self, event: EventMention, chain: Chain) -> bool:
        """True where another side acts: who is attacked in one sentence and attacks in the next does two things."""
        mine = self._actors(event)
        theirs = frozenset().union(*(self._actors(m) for m in chain.mentions))
        return bool(mine and theirs) and mine.isdisjoint(theirs) and not self._alike(mine, theirs)

    def _actors(self, event: EventMention) -> frozenset[int]:
        held = (
            self._entities[r.entity]
            for r in event.roles
            if r.role == "actor" and self._entities[r.entity].form != "pronoun"
        )
        return frozenset(chain for m in held for chain in (m.members or (m.chain,)))

    def _countries(self, chains: frozenset[int]) -> set[str]:
        return {m.country for m in self._entities if m.chain in chains and m.country}

    def _alike(self, one: frozenset[int], two: frozenset[int]) -> bool:
        """Leaders and their states count as the same side."""
        return bool(self._countries(one) & self._countries(two))

    def _score(self, event: EventMention, chain: Chain) -> float:
        """What speaks for one event; from 1.0 on it is one."""
        aside = 0.5 if chain.further else 0.0
        told_on = self._told_on(event, chain) or self._recounts(event, chain) or self._is_toll_of(event, chain)
        again = 1.0 if told_on else 0.0
        return self._pointing(event, chain) + self._news(event, chain) + self._shared(event, chain) + again - aside

    def _told_on(self, event: EventMention, chain: Chain) -> bool:
        """True where an accident is told on, and not dated to some other year."""
        value = None if event.time is None else self._times[event.time].value
        return _is_calamity_told(event, chain) and (value is None or value.year is None or value.month is not None)

    def _recounts(self, event: EventMention, chain: Chain) -> bool:
        """ "Chile said only five had been killed in Arica": another's count of those whom the report has just counted."""
        counted = {what for what, _ in self._figures(event)}
        bare = event.concept in TOLLS and event.time is None and not self._people(event)
        near = self._places(event) & chain.places and _follows(event, chain)
        said = event.statement is not None and bare and bool(near)
        return said and bool(counted) and counted <= {what for what, _ in chain.figures}

    def _is_toll_of(self, event: EventMention, chain: Chain) -> bool:
        """ "Rebels shelled the town. Nine people were killed": victims counted right after violence are of it."""
        counted, last = {what for what, _ in self._figures(event)}, chain.mentions[-1]
        bare = event.concept in TOLLS and event.time is None and event.place is None and not self._actors(event)
        violent = chain.type == "ASSAULT" and not {m.concept for m in chain.mentions} & (TOLLS | BLOODLESS)
        done = event.realis == last.realis == "happened" and event.voice == last.voice
        follows = 0 <= event.sentence.start - last.sentence.end <= (SHORT if chain.figures else NEXT_SENTENCE)
        return (
            bare and violent and done and follows and bool(counted) and counted.isdisjoint(w for w, _ in chain.figures)
        )

    def _pointing(self, event: EventMention, chain: Chain) -> float:
        """Words that point back, the more so in the next sentence, to the accord that is the news, or with the same noun."""
        if not event.definite:
            return 0.0
        score = 1.0 if event.time is None else 0.4
        gap = event.sentence.start - chain.mentions[-1].sentence.end
        score += 0.6 if event.time is None and 0 <= gap <= NEXT_SENTENCE else 0.0
        news = event.type == "AGREE" and event.time is None and any(m.main for m in chain.mentions)
        score += 0.2 if news else 0.0
        return score + (0.3 if event.lemma.split()[-1] in {m.lemma.split()[-1] for m in chain.mentions} else 0.0)

    def _news(self, event: EventMention, chain: Chain) -> float:
        """Both are the day's news: a meeting without a day of its own is the meeting that the report is about."""
        people, main = self._people(event), any(m.main for m in chain.mentions)
        score = 0.7 if event.main and main else 0.0
        if event.type != "CONSULT":
            return score
        if event.main and not people and not chain.people:
            score += 0.4
        if main and event.time is None:
            covers = len(people) >= len(chain.people) and self._alike(people, chain.people)
            score += 1.0 if not chain.people else 0.3 if event.definite else 0.7 if covers else 0.0
        same_sentence = event.sentence == chain.mentions[-1].sentence and not (people and chain.people)
        return score + (0.7 if same_sentence else 0.0)

    def _one_war(self, event: EventMention, chain: Chain) -> bool:
        """A report that twice names a war and its year means one war, unless its sides are others."""
        times = chain.times if event.time is None else [self._times[event.time].value, *chain.times]
        years = {t.year for t in times}
        wars = {m.lemma.split()[-1] for m in (event, *chain.mentions)} == {"war"}
        people = self._people(event)
        return (
            wars
            and None not in years
            and len(years) == 1
            and (not people or not chain.people or self._alike(people, chain.people))
        )

    def _shared(self, event: EventMention, chain: Chain) -> float:
        """Days, people, places and counts that both have."""
        people, score = self._people(event), 0.0
        if event.time is not None and chain.times:
            score += 1.0 if self._one_war(event, chain) else 0.6
        if people and _follows(event, chain) and people <= chain.people:
            score += 0.5
        if people and chain.people and (people & chain.people or self._alike(people, chain.people)):
            score += 0.5 if people <= chain.people or chain.people <= people else 0.3
        score += 0.5 if self._places(event) & chain.places else 0.0
        return score + (0.8 if self._figures(event) & chain.figures else 0.0)


def number_apart(events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Give mentions that are of no event numbers of their own, after all others."""
    free = count(max((e.chain for e in events), default=ALONE) + 1)
    return tuple(replace(e, chain=next(free)) if e.chain == ALONE else e for e in events)


def _is_of(event: EventMention, chain: Chain) -> bool:
    """What is thought of, usual or intended is a told event only where the words point back to it, or where that is open too."""
    return event.definite or not any(m.realis in ("happened", "ongoing") for m in chain.mentions)


NEXT = 260
"""Code points. A mention this close behind another may carry it on."""

NEXT_SENTENCE = 4
"""Code points between two sentences that follow each other."""

SHORT = 40
"""Code points between two sentences with one of a few words between them, which gives another count, as "nine died" does."""


def _is_calamity_told(event: EventMention, chain: Chain) -> bool:
    """True where an accident is told on: "the disaster", "collided" in the next sentences, "left the rails and hit a house"."""
    concepts = {m.concept for m in chain.mentions}
    if not {event.concept, *concepts} <= CALAMITIES:
        return False
    if event.sentence == chain.mentions[-1].sentence and event.concept in concepts:
        return True
    if not any(m.main or m.definite for m in chain.mentions):
        return False
    again = event.concept in concepts and event.place is None
    told_on = event.main or event.definite or again or _follows(event, chain)
    return told_on and not (event.figures and chain.figures and chain.times and event.time is not None)


def _follows(event: EventMention, chain: Chain) -> bool:
    last = chain.mentions[-1].sentence
    return event.sentence.start - last.end <= NEXT and event.sentence.start >= last.start


def _other_phase(event: EventMention, chain: Chain) -> bool:
    """The beginning and the end of one thing have days of their own."""
    phases = {m.phase for m in chain.mentions if m.phase} | ({event.phase} if event.phase else set())
    return phases == {"begin", "end"}


def _realis_conflict(event: EventMention, chain: Chain) -> bool:
    settled = {"happened", "ongoing"}
    theirs = {m.realis for m in chain.mentions}
    if event.definite and event.realis in settled:
        return False
    if event.realis in settled:
        return not theirs & settled
    if event.realis == "called_off":
        return not event.definite
    return event.realis == "planned" and not theirs & {"planned", "called_off"}


def _same_kind(event: EventMention, chain: Chain) -> bool:
    """Two kinds of one type are one event only where one of the words is general ("the fighting", "the deal")."""
    kinds = {m.concept for m in chain.mentions}
    if event.concept in kinds:
        return True
    if event.type == "CONSULT":
        return not {event.concept, *kinds} & APART
    if event.type == "AGREE":
        placed = event.place is not None and bool(chain.places)
        return event.definite and not placed and {event.concept, *kinds} <= ACCORDS
    if "accident" in {event.concept, *kinds} and {event.concept, *kinds} <= CALAMITIES:
        return event.definite or event.main
    pointing = event.definite and event.place is None and event.lemma.split()[-1] in POINTERS
    return pointing and bool(kinds & (GENERIC if event.time is None else CAMPAIGNS))


def clash(one: TimeValue, two: TimeValue) -> bool:
    """True where two time expressions of one report cannot speak of the same time."""
    for part in ("year", "month", "day", "weekday", "season"):
        mine, theirs = getattr(one, part), getattr(two, part)
        if mine is not None and theirs is not None and mine != theirs:
            return True
    if _of_another_year(one, two) or _of_another_year(two, one):
        return True
    if one.unit == two.unit and one.shift is not None and two.shift is not None and one.shift != two.shift:
        return True
    return _distance(one) * _distance(two) < 0


def _of_another_year(one: TimeValue, two: TimeValue) -> bool:
    """A day or month without a year is of the report's own year; a year is said where it is another.

    Nor is news that is told by the day of the week dated by a month and its year alone.
    """
    if one.year is None or two.year is not None:
        return False
    if one.month is None:
        return two.month is not None or two.weekday is not None
    return one.day is None and two.month is None and two.weekday is not None


def _distance(value: TimeValue) -> int:
    """1 for this week's days, -1 for a month or more away, 0 where the words don't say."""
    if value.weekday is not None or value.unit == "day":
        return 1
    far = value.unit in ("month", "quarter", "year", "decade") and value.shift not in (None, 0)
    return -1 if far or (value.year is not None and value.month is None) else 0
