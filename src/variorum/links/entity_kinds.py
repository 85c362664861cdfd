"""What one report can't know and the corpus can: whose capital a town is, what kind of thing a name is, two names of one place.

Only names that no lexicon knows are touched. A kind changes where more reports say so than say otherwise.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from variorum.links.entity_chains import Chain
from variorum.links.entity_people import same_surname
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold, given_of, state_stem, surname_of

_KNOWN = ("country", "seat", "disputed", "region", "water", "historical", "organization", "group")
_UNSURE = frozenset({"person", "organization", "place", "country", "armed_group", "other"})
_UNTOLD = "other"
"""The kind of a name of which a report tells only what it did: no vote for any kind, and it follows any but a person's.

A bare surname may be of several people; whose it is, the names of people decide."""

_SURNAMES = frozenset({"organization", "place", "country", "other"})
"""Kinds that a bare surname is taken for."""

_NEEDED = 2
_BODY, _BODIES = 3, frozenset({"armed_group", "government"})
"""Parts of the key of a state's body: kind, stem of the state, body."""

_HEADS = (" valley", " river", " region", " enclave")


def settle_kinds(chains: Sequence[Chain], gazetteer: Gazetteer) -> None:
    """Give unknown names the kind and block that most reports show; changes the chains, but no listed actor's."""
    chains = [chain for chain in chains if not chain.actor]
    settle_surnames(chains, gazetteer)
    unknown = [c for c in chains if c.names and not c.country and c.kind in _UNSURE and _is_unknown(c, gazetteer)]
    _seat(unknown)
    officials = [c for c in chains if c.kind == "person" and c.country and c.names]
    _vote(unknown, officials, _stems(chains))
    _unite_aliases([c for c in chains if c.kind == "place" and c.names])


def _is_unknown(chain: Chain, gazetteer: Gazetteer) -> bool:
    return all(gazetteer.first(name, *_KNOWN) is None for name in chain.names)


def _seat(chains: Sequence[Chain]) -> None:
    """A capital that acts as a state is the state whose capital another report calls it."""
    owners: dict[str, set[str]] = {}
    for chain in chains:
        for name in chain.names if chain.capital_of else ():
            owners.setdefault(fold(name), set()).add(chain.capital_of)
    for chain in chains:
        found = set().union(*(owners.get(fold(name), {""}) for name in chain.names))
        if len(found) != 1 or "" in found:
            continue
        if chain.kind == "country":
            chain.block = ("state", next(iter(found)))
        elif chain.kind != "place":
            _rekind(chain, "place")


def _stems(chains: Sequence[Chain]) -> Counter[str]:
    """In how many reports adjectives of states no lexicon knows have forces, ministries or peoples ("Velmaran troops")."""
    found = {
        (chain.key[0], chain.block[1])
        for chain in chains
        if len(chain.block) == _BODY and not chain.names and not chain.country and chain.block[0] in _BODIES
    }
    return Counter(stem for _, stem in found)


def _vote(chains: Sequence[Chain], officials: Sequence[Chain], stems: Counter[str]) -> None:
    """One report, one vote, for every name; a surname votes with the full names, a state with the adjectives, of its stem.

    Args:
        officials: people of known states, who vote too; their own kind stands.
    """
    votes: dict[str, Counter[str]] = {}
    for chain in (*chains, *officials):
        for name in {fold(name) for name in chain.names} | _surnames(chain):
            votes.setdefault(name, Counter())[chain.kind] += _weight(chain)
    for chain in chains:
        total: Counter[str] = sum((votes[fold(name)] for name in sorted(chain.names)), Counter())
        total["country"] += sum(stems[stem] for stem in {state_stem(fold(name)) for name in chain.names})
        best = max(sorted(total), key=lambda kind: total[kind])
        needed = 1 if chain.kind == _UNTOLD else _NEEDED
        if best != chain.kind and total[best] >= needed and total[best] > total[chain.kind] and _may(chain, best):
            _rekind(chain, best)


def _weight(chain: Chain) -> int:
    """How far a report's word for a kind counts: a person with an office is surely one; what only acted is of no kind."""
    if chain.kind == _UNTOLD:
        return 0
    return _NEEDED if chain.kind == "person" and chain.offices else 1


def _surnames(chain: Chain) -> set[str]:
    if chain.kind != "person":
        return set()
    return {fold(surname_of(name)) for name in chain.names if given_of(name)}


def _may(chain: Chain, kind: str) -> bool:
    """A state or an armed group has more behind it than a vote on its name, unless the mention is bare."""
    if chain.block[:1] == ("state",) and all(m.form in ("name", "pronoun") for m in chain.mentions):
        return True
    if chain.block[:1] == ("state",) or chain.kind == "armed_group":
        return kind == "place" and chain.size == 1
    if chain.kind == _UNTOLD:
        return kind != "person"
    return not (chain.kind == "person" and chain.offices)


def _rekind(chain: Chain, kind: str) -> None:
    name = fold(chain.name)
    chain.kind = kind
    chain.block = (
        () if kind == "person" else ("state", state_stem(name)) if kind == "country"
        else ("place" if kind == "place" else "body", name)
    )  # fmt: skip


def _unite_aliases(places: Iterable[Chain]) -> None:
    """Places that share a name with one that a report gives two names are one with it."""
    places = list(places)
    heads: dict[str, tuple[str, ...]] = {}
    for chain in sorted((c for c in places if c.disputed or c.renamed), key=lambda c: c.key):
        keys = _keys(chain)
        known = next((heads[key] for key in sorted(keys) if key in heads), None)
        block = known or (chain.block if chain.block[0] == "lexicon" else ("place", min(keys)))
        heads.update(dict.fromkeys(keys, block))
    for chain in places:
        found = next((heads[key] for key in sorted(_keys(chain)) if key in heads), None)
        if found is not None and chain.block[0] in ("place", "lexicon") and not chain.ids:
            chain.block = found


def _keys(chain: Chain) -> set[str]:
    """Folded names without a lower-case head ("Karsk valley" is the Karsk)."""
    found = set()
    for name in chain.names:
        key = fold(name).removeprefix("the ")
        for head in _HEADS:
            key = key.removesuffix(head)
        found.add(key)
    return found


def settle_surnames(chains: Sequence[Chain], gazetteer: Gazetteer) -> None:
    """A bare name that is a surname of people is a person.

    So is one that an almanac has as a minor place, where its own report names somebody of that surname in full, in these
    letters or others; and one of which its report shows no kind, where any report does.
    """
    bearers: dict[str, set[str]] = {}
    called: set[str] = set()
    for chain in chains:
        if chain.kind == "person":
            bearers.setdefault(chain.key[0], set()).update(_surnames(chain))
            called |= {fold(name) for name in chain.names}
    everyone = set().union(called, *bearers.values())
    for chain in chains:
        if chain.loose and chain.name and fold(chain.name) in called and _is_unknown(chain, gazetteer):
            _rekind(chain, "person")
        if not _may_be_surname(chain) or not _is_unknown(chain, gazetteer):
            continue
        name = fold(chain.name)
        if _is_borne(name, bearers.get(chain.key[0], ())) or (chain.kind == _UNTOLD and name in everyone):
            _rekind(chain, "person")
            chain.countries.clear()
            chain.ids = ()


def _may_be_surname(chain: Chain) -> bool:
    return chain.kind in _SURNAMES and bool(chain.names) and len(chain.name.split()) == 1


def _is_borne(name: str, surnames: Collection[str]) -> bool:
    return name in surnames or any(same_surname(name, surname) for surname in sorted(surnames))
