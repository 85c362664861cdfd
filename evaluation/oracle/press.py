"""The press of a world: who reports what on which day, in whose words, and who copies whom."""

import random
from datetime import timedelta

from evaluation.oracle import names
from evaluation.oracle.beliefs import Beliefs
from evaluation.oracle.composing import Composer
from evaluation.oracle.drafts import Draft, Outlet
from evaluation.oracle.world import Happening, World

MOST, LEAST = 25, 8
COPYING, AGENCY_LEADS, CREDITING = 0.4, 0.55, 0.6


def make_outlets(world: World, rng: random.Random) -> list[Outlet]:
    """Two papers of each side that lean to it, three of others, and two agencies."""
    papers = rng.sample(names.PAPERS, len(names.PAPERS))
    found = []
    for state in ("state:0", "state:0", "state:1", "state:1", "state:2", "state:3", "state:2"):
        town = world.cast.towns(state)[len(found) % 3].name
        lean = state if state in ("state:0", "state:1") else None
        found.append(Outlet(name=f"The {town} {papers.pop()}", lean=lean))
    return found + [Outlet(name=name, agency=True) for name in rng.sample(names.AGENCIES, 2)]


class Press:
    """Plans and writes all reports of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.rng = random.Random(f"press {world.seed}")  # noqa: S311 - a planted corpus, no secret
        self.outlets = make_outlets(world, self.rng)
        self.beliefs = Beliefs(world, [o.name for o in self.outlets if o.agency], self.rng)
        self.composer = Composer(world, self.beliefs, self.rng)
        self.drafts: list[Draft] = []

    def write(self) -> list[Draft]:
        """Plan the reports, write them in order of their days, number them."""
        plans = sorted(self._plans(), key=lambda d: (d.published, d.main.number, not d.outlet.agency, d.outlet.name))
        for draft in plans:
            self._compose(draft)
            self.drafts.append(draft)
        self._drop_agency()
        for number, draft in enumerate(self.drafts):
            draft.number = number
        return self.drafts

    def _plans(self) -> list[Draft]:
        coverage = {h.number: self.rng.choice((2, 2, 3, 3, 4)) for h in self.world.happenings}
        while sum(coverage.values()) > MOST - 3:
            widest = max(coverage, key=lambda n: (coverage[n], -n))
            if coverage[widest] == 1:
                break
            coverage[widest] -= 1
        while sum(coverage.values()) < LEAST:
            coverage[min(coverage, key=lambda n: (coverage[n], n))] += 1
        found: list[Draft] = []
        for happening in self.world.happenings:
            found += self._coverage(happening, coverage[happening.number])
        room = MOST - len(found)
        return found + self._previews()[: max(0, room)]

    def _coverage(self, happening: Happening, count: int) -> list[Draft]:
        chosen = self.rng.sample(self.outlets[:7], min(count, 7))
        if self.rng.random() < AGENCY_LEADS:
            chosen[0] = self.rng.choice(self.outlets[7:])
        self.beliefs.plant_error(happening, chosen)
        found = []
        for place, outlet in enumerate(chosen):
            late = 0 if place == 0 else self.rng.choice((0, 0, 1, 1, 2))
            mode, day = "happened", happening.day + timedelta(days=late)
            if happening.status == "called_off":
                mode, day = "called_off", happening.day - timedelta(days=1)
            elif happening.kind != "talks" or late:
                day += timedelta(days=1 if late == 0 and self.rng.random() < 0.5 else 0)
            if self.beliefs.error(outlet, happening, "realis"):
                mode = "called_off"
            found.append(Draft(outlet=outlet, published=day, main=happening, mode=mode))
        return found

    def _previews(self) -> list[Draft]:
        """Reports of talks that are planned, and of those put off."""
        found = []
        for talks in self.world.happenings:
            if talks.announced is None:
                continue
            outlet = self.rng.choice(self.outlets[:7])
            found.append(Draft(outlet=outlet, published=talks.announced, main=talks, mode="planned"))
            if talks.status == "postponed" and talks.first_day:
                other = self.rng.choice([o for o in self.outlets[:7] if o != outlet])
                day = talks.first_day - timedelta(days=1)
                found.append(Draft(outlet=other, published=day, main=talks, mode="postponed"))
        return found

    def _compose(self, draft: Draft) -> None:
        source = self._source(draft)
        if source is not None:
            self._copy(draft, source)
        else:
            draft.sentences = self.composer.compose(draft)

    def _source(self, draft: Draft) -> Draft | None:
        """The report that one copies from: of the same happening, of that day or the day before."""
        near = [
            d
            for d in self.drafts
            if d.main is draft.main
            and d.mode == draft.mode
            and 0 <= (draft.published - d.published).days <= 1
            and draft.outlet.name != d.outlet.name
            and self._is_current(d, draft)
        ]
        if not near or draft.outlet.agency or self.rng.random() > COPYING:
            return None
        return self.rng.choice(near[:2])

    def _is_current(self, source: Draft, draft: Draft) -> bool:
        """True where what the source said of the toll was still the toll."""
        main = source.main
        return not main.tolls or main.toll(source.published) == main.toll(draft.published)

    def _copy(self, draft: Draft, source: Draft) -> None:
        """Take the source's sentences on the happening; the title and all else are the copier's own."""
        same_day = source.published == draft.published
        told = [s for s in source.sentences[1:] if s.happening == source.main.number and not s.quoted]
        taken = [s for s in told if same_day or s.movable]
        if not taken or taken[0].follow:
            draft.sentences = self.composer.compose(draft)
            return
        if source.outlet.agency and self.rng.random() < CREDITING:
            draft.credit = source.outlet.name
        elif source.credit:
            draft.credit = source.credit
        draft.sentences = self.composer.surround(draft, taken, source)

    def _drop_agency(self) -> None:
        """Now and then an agency's report is not in the corpus, only those that credit it."""
        for draft in [d for d in self.drafts if d.outlet.agency]:
            credited = any(d.credit == draft.outlet.name and d.main is draft.main for d in self.drafts)
            if credited and len(self.drafts) > LEAST and self.rng.random() < 0.3:
                self.drafts.remove(draft)


def write_press(world: World) -> list[Draft]:
    """All reports of a world, in order of their days."""
    return Press(world).write()
