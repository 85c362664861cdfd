"""A planted world: what truly happened, day by day, and between whom. Rounds of talks recur; captures lie in offensives."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from evaluation.oracle.names import Names
from evaluation.oracle.things import Cast, cast

SIDES = ("state:0", "state:1")
MEDIATORS = ("state:2", "state:3")
LATELY = timedelta(days=30)
APART = 6
"""Days between two happenings of one kind, so that a day told wrongly is not the day of another."""


@dataclass(slots=True, kw_only=True)
class Happening:
    """What truly happened, or was planned and did not.

    places and people are keys of the cast. tolls: of each day from the first, (killed, wounded) as then known.
    status: held, called_off or postponed (then `first_day` is the day first planned). part_of, follows, answers, agreed_in: numbers of others.
    """

    number: int
    kind: str
    day: date
    place: str
    actor: str | None = None
    recipient: str | None = None
    parties: tuple[str, ...] = ()
    mediator: str | None = None
    region: str | None = None
    flavour: str = ""
    pact: str = ""
    numbers: dict[str, int] = field(default_factory=dict)
    tolls: tuple[tuple[int, int], ...] = ()
    status: str = "held"
    first_day: date | None = None
    announced: date | None = None
    part_of: int | None = None
    follows: int | None = None
    answers: int | None = None
    agreed_in: int | None = None
    contested: bool = False
    outcome: str | None = None

    @property
    def beside(self) -> tuple[str, int | None]:
        """The happening that sentences on this one may name, with how it stands to it: as keys of `kinds.RELATIONS`."""
        known = {"parent": self.part_of, "cause": self.answers, "terms": self.agreed_in}
        return next(((form, number) for form, number in known.items() if number is not None), ("", None))

    def toll(self, day: date) -> tuple[int, int]:
        """Killed and wounded as known on a day."""
        return self.tolls[max(0, min((day - self.day).days, len(self.tolls) - 1))]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The cast and the happenings, in order of their days."""

    seed: int
    cast: Cast
    happenings: tuple[Happening, ...]


class Maker:
    """Draws happenings one after the other."""

    def __init__(self, seed: int, names: Names | None = None, start: date | None = None) -> None:
        self.rng = random.Random(f"world {seed}")  # noqa: S311 - a planted corpus, no secret
        self.cast = cast(self.rng, names)
        drawn = date(self.rng.randint(2003, 2022), self.rng.randint(1, 12), self.rng.randint(1, 28))
        self.start = start or drawn
        self.made: list[Happening] = []
        self.towns = {state: [t.key for t in self.cast.towns(state)] for state in (*SIDES, *MEDIATORS)}
        for towns in self.towns.values():
            self.rng.shuffle(towns)

    def day(self, kind: str, earliest: int = 3, latest: int = 38) -> date:
        """A day on which nothing of the kind lies near."""
        taken = [d for h in self.made if h.kind in _near(kind) for d in (h.day, h.first_day) if d]
        days = [self.start + timedelta(days=n) for n in range(earliest, latest)]
        free = [d for d in days if all(abs((d - t).days) >= APART for t in taken)]
        return self.rng.choice(free or days)

    def town(self, state: str) -> str:
        """A town of a state where nothing else happens."""
        return self.towns[state].pop()

    def add(self, kind: str, day: date, place: str, **more: object) -> Happening:
        """Note a happening."""
        made = Happening(number=len(self.made), kind=kind, day=day, place=place, **more)  # type: ignore[arg-type]
        self.made.append(made)
        return made

    def tolls(self, most: int) -> tuple[tuple[int, int], ...]:
        """Dead and wounded as counted on three days: the count only grows."""
        killed, wounded = self.rng.randint(3, most), self.rng.randint(5, 2 * most)
        rows = [(killed, wounded)]
        for _ in range(2):
            if self.rng.random() < 0.4:
                killed, wounded = killed + self.rng.randint(1, 5), wounded + self.rng.randint(0, 6)
            rows.append((killed, wounded))
        return tuple(rows)

    def round_of_talks(self, follows: int | None) -> Happening:
        """A round of talks of leaders, ministers or unnamed delegations: held, postponed or called off."""
        level = self.rng.choice(("person:{}0", "person:{}1", "state:{}"))
        host = self.rng.choice(MEDIATORS)
        day = self.day("talks", earliest=6)
        talks = self.add(
            "talks",
            day,
            self.town(host),
            parties=(level.format(0), level.format(1)),
            mediator=self.rng.choice((host, f"person:{host[-1]}0")),
            follows=follows,
            announced=day - timedelta(days=self.rng.randint(2, 5)),
        )
        fate = self.rng.random()
        if fate < 0.15:
            talks.status = "called_off"
        elif fate < 0.3:
            talks.status, talks.first_day = "postponed", day - timedelta(days=3)
            talks.announced = talks.first_day - timedelta(days=3)
        elif fate < 0.7:
            talks.outcome = self.rng.choice(("good", "bad"))
        return talks

    def attack(self) -> None:
        """An attack of one side on a town of the other; who did it may be contested."""
        actor, recipient = self.rng.sample(SIDES, 2)
        self.add(
            "attack",
            self.day("attack"),
            self.town(recipient),
            actor=actor,
            recipient=recipient,
            flavour=self.rng.choice(("shelling", "drone", "airstrike", "raid")),
            tolls=self.tolls(60 if self.rng.random() < 0.4 else 20),
            contested=self.rng.random() < 0.4,
        )

    def clash(self) -> None:
        """A clash on the line between the two sides."""
        place = self.town(self.rng.choice(SIDES))
        self.add("clash", self.day("clash"), place, parties=SIDES, tolls=self.tolls(15))

    def offensive(self) -> None:
        """An offensive in a region, with the capture of towns in it."""
        actor, recipient = self.rng.sample(SIDES, 2)
        region = self.cast.regions(recipient)[0].key
        begun = self.add("offensive", self.day("offensive", 3, 20), region, actor=actor, recipient=recipient)
        inside = [t for t in self.towns[recipient] if self.cast.things[t].region == region]
        for n, town in enumerate(inside[: self.rng.randint(1, 2)]):
            self.towns[recipient].remove(town)
            day = begun.day + timedelta(days=2 + 7 * n + self.rng.randint(0, 2))
            self.add("capture", day, town, actor=actor, recipient=recipient, part_of=begun.number, region=region)

    def signing(self, after: date) -> None:
        """A pact signed by the two sides some days after a round of talks."""
        host = self.rng.choice(MEDIATORS)
        level = self.rng.choice(("person:{}0", "state:{}"))
        self.add(
            "signing",
            after + timedelta(days=self.rng.randint(5, 9)),
            self.town(host),
            parties=(level.format(0), level.format(1)),
            mediator=host,
            pact=self.rng.choice(("ceasefire agreement", "peace agreement", "truce agreement")),
            numbers={"term": self.rng.randrange(5), "variant": self.rng.randrange(2)},
        )

    def exchange(self) -> None:
        """Prisoners of both sides are exchanged."""
        self.add(
            "exchange",
            self.day("exchange"),
            self.town(self.rng.choice(SIDES)),
            parties=SIDES,
            mediator=self.rng.choice(MEDIATORS),
            numbers={"released": self.rng.randint(8, 90)},
        )

    def withdrawal(self) -> None:
        """One side leaves a town of the other."""
        actor, recipient = self.rng.sample(SIDES, 2)
        troops = self.rng.randint(3, 30) * 50
        self.add("withdrawal", self.day("withdrawal"), self.town(recipient), actor=actor, numbers={"troops": troops})

    def protest(self) -> None:
        """People in a town protest against their government."""
        state = self.rng.choice(SIDES)
        crowd = self.rng.randint(3, 60) * 100
        self.add("protest", self.day("protest"), self.town(state), recipient=state, numbers={"people": crowd})

    def sanction(self) -> None:
        """A state that is no party puts sanctions on one that is."""
        actor, recipient = self.rng.choice(MEDIATORS), self.rng.choice(SIDES)
        self.add("sanction", self.day("sanction"), actor, actor=actor, recipient=recipient)


def _near(kind: str) -> tuple[str, ...]:
    fighting = ("attack", "clash", "capture", "offensive")
    return fighting if kind in fighting else (kind,)


def relate(happenings: Sequence[Happening]) -> None:
    """Say what follows what, what is sanctioned, and what was agreed on: it is in the days and the parties, nothing is drawn."""
    rounds = sorted((h for h in happenings if h.kind == "talks" and h.status != "called_off"), key=lambda h: h.day)
    for talks in (h for h in happenings if h.kind == "talks"):
        talks.follows = None
    for early, late in pairwise(rounds):
        late.follows = early.number
    for one in happenings:
        before = [h for h in happenings if timedelta(0) < one.day - h.day <= LATELY]
        if one.kind == "sanction":
            caused = [h for h in before if h.kind == "attack" and h.actor == one.recipient and not h.contested]
            one.answers = max(caused, key=lambda h: h.day).number if caused else None
        if one.kind == "exchange":
            one.agreed_in = next((h.number for h in before if h.kind == "signing"), None)


def make_world(seed: int, names: Names | None = None, start: date | None = None) -> World:
    """Draw a world of 5 to 15 happenings. The same seed gives the same world.

    Args:
        names: those to draw from, else the few of this package.
        start: the day on which it begins, else one drawn of twenty years.
    """
    maker = Maker(seed, names, start)
    last: int | None = None
    for _ in range(maker.rng.randint(1, 3)):
        last = maker.round_of_talks(last).number
    for _ in range(maker.rng.randint(1, 3)):
        maker.attack()
    if last is not None and maker.rng.random() < 0.6:
        maker.signing(maker.made[last].day)
    for kind, chance in (("clash", 0.7), ("offensive", 0.5), ("exchange", 0.6), ("withdrawal", 0.5)):
        if maker.rng.random() < chance:
            getattr(maker, kind)()
    for kind, chance in (("protest", 0.6), ("sanction", 0.6)):
        if maker.rng.random() < chance:
            getattr(maker, kind)()
    while len(maker.made) < 5:
        maker.attack()
    relate(maker.made)
    return World(seed=seed, cast=maker.cast, happenings=tuple(maker.made))
