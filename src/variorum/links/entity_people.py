"""Which named people of different reports are one: surname, given name, country and office must agree.

Two given names stay two people. A bare surname goes to the one bearer it can mean, the most
named where the countries leave several; where nothing speaks for one, the pair is unsure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from variorum.links.entity_chains import Chain
from variorum.schema.names import fold, given_of, nicknames, sound_key, state_stem, surname_of

_ALIKE_GIVEN = 84.0
_ALIKE_SURNAME = 88.0
_LEADING = frozenset({"president", "prime_minister", "chancellor", "monarch", "supreme_leader", "leader"})
_HELD = _LEADING - {"leader"} | {
    "vice_president", "deputy_prime_minister", "minister", "foreign_minister", "defence_minister", "interior_minister"
}  # fmt: skip
"""Offices that one person of a state holds at a time, or few do."""

_CLEAR = 2
_BONES = 3
"""Consonants that two spellings of one surname share at least, where only their vowels have changed places."""


@dataclass(slots=True, kw_only=True)
class Bearer:
    """One person across reports, while linking.

    givens: given names, each once. countries, offices, actors: of all its chains; size: their mentions.
    """

    surname: str
    givens: list[str]
    chains: list[Chain] = field(default_factory=list)
    why: dict[int, tuple[float, str]] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    size: int = 0

    def take(self, chain: Chain, score: float, why: str, given: str = "") -> None:
        """Add a chain with the reason, and with the given name that it has."""
        self.why[len(self.chains)] = (score, why)
        self.chains.append(chain)
        self.countries |= chain.countries.keys()
        self.offices |= chain.offices.keys()
        self.size += chain.size
        if chain.actor:
            self.actors.add(chain.actor)
        if given and given not in self.givens:
            self.givens.append(given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A chain that may be a bearer's, and may not."""

    chain: Chain
    bearer: Bearer
    why: str


def link_people(chains: Sequence[Chain]) -> tuple[list[Bearer], list[Doubt]]:
    """Cluster chains of kind person: full names, then bare surnames, then descriptions.

    Time grows with the number of chains and of namesakes: people are compared within blocks of like surnames.
    """
    bearers = Bearers()
    doubts: list[Doubt] = []
    present = _countries_by_report(chains)
    named = [chain for chain in chains if chain.names]
    full = {fold(chain.name) for chain in named if given_of(chain.name)}
    cores = {chain.key: _core(chain.name, full) for chain in named}
    for chain in sorted(
        (c for c in named if given_of(c.name)), key=lambda c: (-len(cores[c.key].split()), fold(c.name), c.key)
    ):
        _place_full(bearers, chain, cores[chain.key])
    for chain in sorted(
        (c for c in named if not given_of(c.name)), key=lambda c: (not c.countries, fold(c.name), c.key)
    ):
        _place_bare(bearers, doubts, chain, present)
    for chain in sorted((c for c in chains if not c.names), key=lambda c: c.key):
        _place_described(bearers, chain)
    return bearers.all, doubts


class Bearers:
    """People so far, in order, to be looked up by surnames that may be another's in other letters."""

    def __init__(self) -> None:
        self.all: list[Bearer] = []
        self._by_surname: dict[tuple[str, str], list[int]] = {}

    def add(self, bearer: Bearer) -> None:
        """Take in a person with its first chain."""
        for block in _surname_blocks(bearer.surname):
            self._by_surname.setdefault(block, []).append(len(self.all))
        self.all.append(bearer)

    def like(self, surname: str) -> list[Bearer]:
        """Those whose surname may be this one, in order."""
        numbers = {n for block in _surname_blocks(surname) for n in self._by_surname.get(block, ())}
        return [self.all[n] for n in sorted(numbers)]


def _surname_blocks(surname: str) -> Iterator[tuple[str, str]]:
    """Two keys, of the first and the last consonants: names that differ in one letter share at least one."""
    key = sound_key(surname)
    bones = key[:1] + key[1:].translate(_VOWELS)
    yield "first", bones[:2]
    yield "last", key[:1] + bones[-2:]


def _core(name: str, full: set[str]) -> str:
    """The end of a name that is a full name by itself elsewhere: what stands before it is no part of it."""
    words = name.split()
    tails = (" ".join(words[start:]) for start in range(len(words) - 2, 0, -1))
    return next((tail for tail in tails if fold(tail) in full and given_of(tail)), name)


def _countries_by_report(chains: Sequence[Chain]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for chain in chains:
        found.setdefault(chain.key[0], set()).update(chain.countries)
    return found


def same_surname(left: str, right: str) -> bool:
    """Are two surnames one in different transliterations?"""
    a, b = sound_key(left), sound_key(right)
    if a == b:
        return True
    short = min(len(a), len(b))
    return (
        short >= 5 and a[0] == b[0] and (a.rstrip("aeiou") == b.rstrip("aeiou") or fuzz.ratio(a, b) >= _ALIKE_SURNAME)
    )


def same_given(left: str, right: str) -> bool:
    """Are two given names one: equal, an initial, a short or pet form, another transliteration, or one with words before it?

    What stands before a name may be taken for part of it ("Councilman Jumaane"): the end of the longer counts too.
    """
    if not left or not right:
        return True
    one, two = left.split(), right.split()
    if _same_word(one[0], two[0]):
        return True
    long, short = sorted((one, two), key=len, reverse=True)
    return len(long) > len(short) and [fold(w) for w in long[-len(short) :]] == [fold(w) for w in short]


def _same_word(left: str, right: str) -> bool:
    a, b = sound_key(left), sound_key(right)
    if not a or not b:
        return False
    if min(len(a), len(b)) == 1:
        return a[0] == b[0]
    if min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)):
        return True
    skeleton = a.translate(_VOWELS) == b.translate(_VOWELS) and a[0] == b[0] and min(len(a), len(b)) > 4
    return skeleton or _is_pet_form(fold(left), fold(right)) or fuzz.ratio(a, b) >= _ALIKE_GIVEN


def _is_pet_form(left: str, right: str) -> bool:
    """Is one the pet form of the other, or are both of one name ("Bill" and "William", "Bob" and "Bobby")?"""
    known = nicknames()
    one, two = known.get(left, frozenset()) | {left}, known.get(right, frozenset()) | {right}
    return (left in known or right in known) and bool(one & two)


_VOWELS = str.maketrans("", "", "aeiou")


def _fits(bearer: Bearer, chain: Chain) -> bool:
    """Do the countries agree, and are they not two actors of the analyst's list?"""
    if chain.actor and bearer.actors - {chain.actor}:
        return False
    return not bearer.countries or not chain.countries or not bearer.countries.isdisjoint(chain.countries)


def _place_full(bearers: Bearers, chain: Chain, name: str) -> None:
    given, surname = given_of(name), surname_of(name)
    for bearer in bearers.like(surname):
        if _is_same_name(bearer, given, surname) and _fits(bearer, chain):
            bearer.take(chain, 0.95, f"surname and given name agree ({chain.name})", given)
            return
    new = Bearer(surname=surname, givens=[given])
    new.take(chain, 1.0, "")
    bearers.add(new)


def _is_same_name(bearer: Bearer, given: str, surname: str) -> bool:
    """Do surname and given name agree? Under one given name a surname's vowels may change places ("Darien", "Darein")."""
    if same_surname(bearer.surname, surname):
        return all(same_given(g, given) for g in bearer.givens)
    a, b = fold(bearer.surname), fold(surname)
    mixed = a[:1] == b[:1] and a[-1:] == b[-1:] and a != b and sorted(a) == sorted(b)
    bones = a.translate(_VOWELS) == b.translate(_VOWELS) and len(a.translate(_VOWELS)) >= _BONES
    return mixed and bones and all(fold(g) == fold(given) for g in bearer.givens)


def _place_bare(bearers: Bearers, doubts: list[Doubt], chain: Chain, present: dict[str, set[str]]) -> None:
    found = [b for b in bearers.like(chain.name) if same_surname(b.surname, chain.name) and _fits(b, chain)]
    first = [] if found else [b for b in bearers.all if _is_first_name(b, chain.name) and _fits(b, chain)]
    if len(first) == 1:
        first[0].take(chain, 0.7, f"first name {chain.name}, which nobody else has")
        return
    chosen = _choose(found, chain, present)
    if chosen is not None:
        chosen.take(
            chain, 0.85 if len(found) == 1 else 0.7, f"surname {chain.name}, nobody else of that name fits as well"
        )
        return
    new = Bearer(surname=chain.name, givens=[])
    new.take(chain, 1.0, "")
    doubts.extend(Doubt(chain=chain, bearer=b, why=f"surname {chain.name}, several of that name") for b in found)
    bearers.add(new)


def _is_first_name(bearer: Bearer, name: str) -> bool:
    """Is a bare name the first of a full one? Where people have no family names, reports use the first alone."""
    return any(fold(given.split()[0]) == fold(name) for given in bearer.givens if given)


def _choose(found: Sequence[Bearer], chain: Chain, present: dict[str, set[str]]) -> Bearer | None:
    if len(found) <= 1:
        return found[0] if found else None
    held = [b for b in found if not b.offices.isdisjoint(chain.offices)]
    near = [b for b in found if b.countries & present[chain.key[0]]]
    for narrowed in (held, near, found):
        ranked = sorted(narrowed, key=lambda b: (-b.size, sound_key(b.chains[0].name)))
        if len(ranked) == 1 or (len(ranked) > 1 and ranked[0].size >= _CLEAR * ranked[1].size):
            return ranked[0]
    return None


def _place_described(bearers: Bearers, chain: Chain) -> None:
    """A description goes to the one person of that country and office in all reports, else stays its own."""
    fits = [b for b in bearers.all if b.givens and _is_holder(b, chain)]
    if len(fits) == 1:
        fits[0].take(chain, 0.8, f"only {fits[0].chains[0].name} has that country and office ({chain.name})")
        return
    here = [b for b in bearers.all if b.givens and _is_named_holder(b, chain)]
    if len(here) == 1:
        here[0].take(chain, 0.7, f"the only one of that office whom its report names ({chain.name})")
        return
    same = [
        b for b in bearers.all if not b.givens and not b.chains[0].names and _is_same_description(b.chains[0], chain)
    ]
    if same:
        same[0].take(chain, 0.6, f"same country and office ({chain.name})")
        return
    new = Bearer(surname=chain.name, givens=[])
    new.take(chain, 1.0, "")
    bearers.add(new)


def _is_holder(bearer: Bearer, chain: Chain) -> bool:
    offices = set(chain.offices)
    if not chain.countries or not offices or bearer.countries.isdisjoint(chain.countries):
        return False
    return bool(offices & bearer.offices) or ("leader" in offices and bool(_LEADING & bearer.offices))


def _is_named_holder(bearer: Bearer, chain: Chain) -> bool:
    """Is it one whom the report of a description without a state names, and whom any report gives its office?"""
    offices = set(chain.offices) & _HELD
    if chain.countries or chain.anyone or not offices & set(bearer.offices):
        return False
    return any(held.key[0] == chain.key[0] for held in bearer.chains)


def _is_same_description(left: Chain, right: Chain) -> bool:
    if not set(left.offices) & set(right.offices) & _LEADING:
        return False
    if left.countries or right.countries:
        return set(left.countries) == set(right.countries)
    a, b = left.name.split(), right.name.split()
    return len(a) > 1 < len(b) and a[0][0].isupper() and state_stem(a[0]) == state_stem(b[0])
