"""What an outlet holds to have happened: the truth as known on a day, with its errors, leanings and omissions."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from evaluation.oracle.drafts import Outlet
from evaluation.oracle.values import say_count, say_day
from evaluation.oracle.world import Happening, World
from evaluation.oracle.writing import Telling

OMITTED = {
    "killed": 0.15,
    "wounded": 0.4,
    "mediator": 0.4,
    "date": 0.08,
    "released": 0.15,
    "troops": 0.3,
    "recipient": 0.05,
}
LOOSE_DAY, LOOSE_PLACE, ERRING = 0.12, 0.3, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """What one outlet has wrong of one happening. value: a key, a number of days, a factor, by kind."""

    kind: str
    value: Any


def draw_error(world: World, happening: Happening, rng: random.Random) -> Error:
    """An error that the happening allows; of its day one always can err, so that is drawn less."""
    makers = (_wrong_figure, _wrong_date, _wrong_place, _wrong_direction, _wrong_person, _wrong_realis)
    possible = [error for make in makers if (error := make(world, happening, rng))]
    weights = [1 if error.kind == "date" else 2 for error in possible]
    return rng.choices(possible, weights)[0]


def _wrong_figure(_world: World, happening: Happening, rng: random.Random) -> Error | None:
    counted = happening.tolls or happening.numbers.get("released") or happening.numbers.get("people")
    return Error(kind="figure", value=rng.choice((0.5, 0.6, 1.6, 2.2, 3))) if counted else None


def _wrong_date(_world: World, happening: Happening, rng: random.Random) -> Error:
    """A day off where the same might happen twice, up to three where it cannot."""
    repeatable = happening.kind in ("attack", "clash", "protest", "exchange")
    return Error(kind="date", value=-1 if repeatable else rng.choice((-3, -2, -1)))


def _wrong_place(world: World, happening: Happening, rng: random.Random) -> Error | None:
    """Only where days and people still say which happening it is: another town taken would be another capture."""
    if happening.kind not in ("talks", "signing", "exchange"):
        return None
    used = {h.place for h in world.happenings}
    free = [t.key for t in world.cast.towns(world.cast.things[happening.place].owner or "") if t.key not in used]
    return Error(kind="place", value=rng.choice(free)) if free else None


def _wrong_direction(_world: World, happening: Happening, rng: random.Random) -> Error | None:
    return Error(kind="direction", value=rng.choice(("mutual", "turned"))) if happening.kind == "attack" else None


def _wrong_person(_world: World, happening: Happening, rng: random.Random) -> Error | None:
    leaders = happening.kind in ("talks", "signing") and happening.parties == ("person:00", "person:10")
    return Error(kind="participant", value=rng.randrange(2)) if leaders else None


def _wrong_realis(_world: World, happening: Happening, _rng: random.Random) -> Error | None:
    """Talks that were held are said to have been called off."""
    held = happening.kind == "talks" and happening.status == "held"
    return Error(kind="realis", value="called_off") if held else None


class Beliefs:
    """Makes tellings of happenings for reports of one world."""

    def __init__(self, world: World, agencies: Sequence[str], rng: random.Random) -> None:
        self.world, self.agencies, self.rng = world, agencies, rng
        self.errors: dict[tuple[str, int], Error] = {}
        self.loose: dict[int, str] = {}

    def plant_error(self, happening: Happening, outlets: list[Outlet]) -> None:
        """Give one of several outlets an error about a happening; those that lean to the doer hide who did it."""
        if len(outlets) > 1 and happening.kind in ("clash", "withdrawal") and self.rng.random() < LOOSE_PLACE:
            self.loose[happening.number] = self.rng.choice(outlets).name
        if len(outlets) < 2 or self.rng.random() > ERRING:
            return
        error = draw_error(self.world, happening, self.rng)
        leaning = [o for o in outlets if o.lean == happening.actor and o.lean]
        chosen = leaning[0] if error.kind == "direction" and leaning else self.rng.choice(outlets)
        if not (error.kind == "direction" and chosen.lean == happening.recipient):
            self.errors[chosen.name, happening.number] = error

    def error(self, outlet: Outlet, happening: Happening, kind: str) -> Error | None:
        """The error of a kind that an outlet makes about a happening."""
        found = self.errors.get((outlet.name, happening.number))
        return found if found is not None and found.kind == kind else None

    def tell(self, outlet: Outlet, happening: Happening, published: date, *, realis: str = "happened") -> Telling:
        """What an outlet tells of a happening on a day."""
        facts: dict[str, Any] = {"place": happening.place, **self._sides(outlet, happening)}
        if happening.region:
            facts["region"] = happening.region
        if happening.pact:
            facts["pact"] = happening.pact
        facts["date"] = self._day(outlet, happening, published, realis)
        facts |= self._counts(outlet, happening, published) if realis == "happened" else {}
        wrong = self.error(outlet, happening, "place")
        if wrong:
            facts["place"] = wrong.value
        facts |= self._region(outlet, happening)
        kept = {
            k: v
            for k, v in facts.items()
            if (k == "date" and realis == "planned") or self.rng.random() >= OMITTED.get(k, 0)
        }
        relation, beside = happening.beside
        if beside is not None and relation != "parent" and realis == "happened":
            kept["site"] = self.world.happenings[beside].place
        turned = self.error(outlet, happening, "direction")
        kind = "clash" if turned and turned.value == "mutual" else happening.kind
        return Telling(
            happening=happening.number,
            kind=kind,
            facts=kept,
            flavour=happening.flavour,
            beside=beside if realis == "happened" else None,
            relation=relation if realis == "happened" else "",
            realis=realis,
        )

    def _region(self, outlet: Outlet, happening: Happening) -> Mapping[str, Any]:
        """Where one outlet names only the region, the others say that the town lies in it."""
        if happening.number not in self.loose:
            return {}
        region = self.world.cast.things[happening.place].region
        return {"place" if self.loose[happening.number] == outlet.name else "within": region}

    def _sides(self, outlet: Outlet, happening: Happening) -> Mapping[str, Any]:
        turned = self.error(outlet, happening, "direction")
        if turned and turned.value == "mutual":
            return {"parties": (happening.actor, happening.recipient)}
        found: dict[str, Any] = {}
        pair = (happening.recipient, happening.actor) if turned else (happening.actor, happening.recipient)
        found |= {k: v for k, v in zip(("actor", "recipient"), pair, strict=True) if v}
        if happening.parties:
            found["parties"] = self._parties(outlet, happening)
        if happening.mediator:
            found["mediator"] = happening.mediator
        return found

    def _parties(self, outlet: Outlet, happening: Happening) -> tuple[str, ...]:
        keys = list(happening.parties)
        wrong = self.error(outlet, happening, "participant")
        if wrong:
            keys[wrong.value] = keys[wrong.value][:-1] + "1"
        self.rng.shuffle(keys)
        return tuple(keys)

    def _day(self, outlet: Outlet, happening: Happening, published: date, realis: str) -> Any:
        day = happening.day
        if (
            realis in ("planned", "called_off")
            and happening.first_day
            and published < happening.first_day - timedelta(days=1)
        ):
            day = happening.first_day
        wrong = self.error(outlet, happening, "date")
        if wrong and realis == "happened":
            day += timedelta(days=wrong.value)
        loose = realis == "happened" and not wrong and self.rng.random() < LOOSE_DAY
        return say_day(day, published, self.rng, loose=loose)

    def _counts(self, outlet: Outlet, happening: Happening, published: date) -> Mapping[str, Any]:
        wrong = self.error(outlet, happening, "figure")
        counted = dict(happening.numbers)
        if happening.tolls:
            counted["killed"], counted["wounded"] = happening.toll(published)
        found = {}
        for slot, key in (
            ("killed", "killed"),
            ("wounded", "wounded"),
            ("released", "released"),
            ("troops", "troops"),
            ("crowd", "people"),
        ):
            if key in counted:
                factor = wrong.value if wrong and slot not in ("wounded", "troops") else 1
                n = max(1, round(counted[key] * factor))
                found[slot] = say_count(n, self.rng, loose=False if factor != 1 else None)
        return found
