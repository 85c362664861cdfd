"""Which named people of different reports are one: surname, given name, country and office must agree.

Two given names stay two people. A bare surname goes to the one bearer it can mean, the most
named where the countries leave several; where nothing speaks for one, the pair is unsure.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from variorum.links.entity_chains import Chain
from variorum.schema.names import fold, given_of, sound_key, state_stem, surname_of

_ALIKE_GIVEN = 84.0
_ALIKE_SURNAME = 88.0
_LEADING = frozenset({"president", "prime_minister", "chancellor", "monarch", "supreme_leader", "leader"})
_CLEAR = 2


@dataclass(slots=True, kw_only=True)
class Bearer:
    """One person across reports, while linking."""

    surname: str
    givens: list[str]
    chains: list[Chain] = field(default_factory=list)
    why: dict[int, tuple[float, str]] = field(default_factory=dict)

    @property
    def countries(self) -> Counter[str]:
        return sum((chain.countries for chain in self.chains), Counter())

    @property
    def offices(self) -> Counter[str]:
        return sum((chain.offices for chain in self.chains), Counter())

    @property
    def size(self) -> int:
        return sum(chain.size for chain in self.chains)

    def take(self, chain: Chain, score: float, why: str) -> None:
        """Add a chain with the reason."""
        self.why[len(self.chains)] = (score, why)
        self.chains.append(chain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A chain that may be a bearer's, and may not."""

    chain: Chain
    bearer: Bearer
    why: str


def link_people(chains: Sequence[Chain]) -> tuple[list[Bearer], list[Doubt]]:
    """Cluster chains of kind person: full names, then bare surnames, then descriptions."""
    bearers: list[Bearer] = []
    doubts: list[Doubt] = []
    present = _countries_by_report(chains)
    named = [chain for chain in chains if chain.names]
    for chain in sorted(
        (c for c in named if given_of(c.name)), key=lambda c: (-len(c.name.split()), fold(c.name), c.key)
    ):
        _place_full(bearers, chain)
    for chain in sorted(
        (c for c in named if not given_of(c.name)), key=lambda c: (not c.countries, fold(c.name), c.key)
    ):
        _place_bare(bearers, doubts, chain, present)
    for chain in sorted((c for c in chains if not c.names), key=lambda c: c.key):
        _place_described(bearers, chain)
    return bearers, doubts


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
    """Are two given names one: equal, an initial, a short form, or another transliteration?"""
    if not left or not right:
        return True
    a, b = sound_key(left.split()[0]), sound_key(right.split()[0])
    if min(len(a), len(b)) == 1:
        return a[0] == b[0]
    if min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)):
        return True
    skeleton = a.translate(_VOWELS) == b.translate(_VOWELS) and a[0] == b[0] and min(len(a), len(b)) > 4
    return skeleton or fuzz.ratio(a, b) >= _ALIKE_GIVEN


_VOWELS = str.maketrans("", "", "aeiou")


def _fits(bearer: Bearer, chain: Chain) -> bool:
    return not bearer.countries or not chain.countries or bool(set(bearer.countries) & set(chain.countries))


def _place_full(bearers: list[Bearer], chain: Chain) -> None:
    given, surname = given_of(chain.name), surname_of(chain.name)
    for bearer in bearers:
        if (
            same_surname(bearer.surname, surname)
            and all(same_given(g, given) for g in bearer.givens)
            and _fits(bearer, chain)
        ):
            bearer.take(chain, 0.95, f"surname and given name agree ({chain.name})")
            bearer.givens.append(given)
            return
    new = Bearer(surname=surname, givens=[given])
    new.take(chain, 1.0, "")
    bearers.append(new)


def _place_bare(bearers: list[Bearer], doubts: list[Doubt], chain: Chain, present: dict[str, set[str]]) -> None:
    found = [b for b in bearers if same_surname(b.surname, chain.name) and _fits(b, chain)]
    chosen = _choose(found, chain, present)
    if chosen is not None:
        chosen.take(
            chain, 0.85 if len(found) == 1 else 0.7, f"surname {chain.name}, nobody else of that name fits as well"
        )
        return
    new = Bearer(surname=chain.name, givens=[])
    new.take(chain, 1.0, "")
    doubts.extend(Doubt(chain=chain, bearer=b, why=f"surname {chain.name}, several of that name") for b in found)
    bearers.append(new)


def _choose(found: Sequence[Bearer], chain: Chain, present: dict[str, set[str]]) -> Bearer | None:
    if len(found) <= 1:
        return found[0] if found else None
    held = [b for b in found if set(b.offices) & set(chain.offices)]
    near = [b for b in found if set(b.countries) & present[chain.key[0]]]
    for narrowed in (held, near, found):
        ranked = sorted(narrowed, key=lambda b: (-b.size, sound_key(b.chains[0].name)))
        if len(ranked) == 1 or (len(ranked) > 1 and ranked[0].size >= _CLEAR * ranked[1].size):
            return ranked[0]
    return None


def _place_described(bearers: list[Bearer], chain: Chain) -> None:
    """A description goes to the one person of that country and office in all reports, else stays its own."""
    fits = [b for b in bearers if b.givens and _is_holder(b, chain)]
    if len(fits) == 1:
        fits[0].take(chain, 0.8, f"only {fits[0].chains[0].name} has that country and office ({chain.name})")
        return
    same = [b for b in bearers if not b.givens and not b.chains[0].names and _is_same_description(b.chains[0], chain)]
    if same:
        same[0].take(chain, 0.6, f"same country and office ({chain.name})")
        return
    new = Bearer(surname=chain.name, givens=[])
    new.take(chain, 1.0, "")
    bearers.append(new)


def _is_holder(bearer: Bearer, chain: Chain) -> bool:
    offices = set(chain.offices)
    if not chain.countries or not offices or not set(bearer.countries) & set(chain.countries):
        return False
    return bool(offices & set(bearer.offices)) or ("leader" in offices and bool(_LEADING & set(bearer.offices)))


def _is_same_description(left: Chain, right: Chain) -> bool:
    if not set(left.offices) & set(right.offices) & _LEADING:
        return False
    if left.countries or right.countries:
        return set(left.countries) == set(right.countries)
    a, b = left.name.split(), right.name.split()
    return len(a) > 1 < len(b) and a[0][0].isupper() and state_stem(a[0]) == state_stem(b[0])
