"""Who does and suffers the same within a story is one: "the driver" who was charged and the one named who was."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.schema.annotations import Annotations
from variorum.schema.linked import ChainKey, LinkedEntities, Referent
from variorum.schema.names import is_womans

_LIGHT = frozenset(
    "say tell be have do make go get take come give see know think want need use seem add ask become keep let put call "
    "show look find try help report start begin include receive".split()
)
_LEAST = 0.5
_AHEAD = 1.5
_UNNAMED = "unnamed:"
_WORDS = {"does": "{}", "suffers": "is object of {}", "aged": "{} years old"}
_FLIP = {"does": "suffers", "suffers": "does", "aged": "young"}


@dataclass(slots=True)
class _Party:
    """One person or unnamed cluster of a story. deeds: (verb, side) with how often."""

    deeds: Counter[tuple[str, str]] = field(default_factory=Counter)
    genders: Counter[bool] = field(default_factory=Counter)
    chains: list[ChainKey] = field(default_factory=list)


def join_by_deeds(
    reports: Sequence[Annotations], entities: LinkedEntities, found: Mapping[ChainKey, Referent]
) -> dict[ChainKey, Referent]:
    """Give clusters of unnamed single people in one story a target that does the same.

    Returns:
        The chains that have another target than in `found`.
    """
    parties = _gather(reports, entities, found)
    holders = Counter(deed for party in parties.values() for deed in party.deeds)
    joined = {}
    for name in sorted(parties):
        other = _match(name, parties, holders) if name.startswith(_UNNAMED) else None
        if other is not None:
            joined[name] = other
    return {
        key: Referent(target=_last(target, joined), score=0.5, why=_told(parties[name], parties[target]))
        for name, target in joined.items()
        for key in parties[name].chains
    }


def _gather(
    reports: Sequence[Annotations], entities: LinkedEntities, found: Mapping[ChainKey, Referent]
) -> dict[str, _Party]:
    parties: dict[str, _Party] = {}
    many: set[str] = set()
    for own in reports:
        for chain, kind, several, female in _members(own):
            key = (own.report_id, chain)
            target = _target(key, entities, found)
            if target is None or kind != "person":
                continue
            many |= {target} if several else set()
            party = parties.setdefault(target, _Party())
            party.genders.update([female] if female is not None else [])
            if key in found and key not in party.chains:
                party.chains.append(key)
        for deed in own.deeds:
            target = _target((own.report_id, deed.chain), entities, found)
            if target in parties and deed.verb not in _LIGHT:
                parties[target].deeds[deed.verb, deed.side] += 1
    return {name: party for name, party in parties.items() if name not in many}


def _members(own: Annotations) -> Iterator[tuple[int, str, bool, bool | None]]:
    for mention in own.entities:
        female = is_womans(mention.name) if mention.form == "name" and mention.kind == "person" else None
        yield mention.chain, mention.kind, bool(mention.members), female
    for referent in own.referents:
        yield referent.chain, referent.kind, referent.plural, referent.female


def _target(key: ChainKey, entities: LinkedEntities, found: Mapping[ChainKey, Referent]) -> str | None:
    if key in found:
        return found[key].target
    ids = entities.of_chain.get(key, ())
    return ids[0] if len(ids) == 1 else None


def _match(name: str, parties: Mapping[str, _Party], holders: Counter[tuple[str, str]]) -> str | None:
    """The one other party that shares by far the most deeds, rare ones counting most."""
    party = parties[name]
    scored = []
    for other in sorted(parties):
        if other == name or (other.startswith(_UNNAMED) and _weight(parties[other]) <= _weight(party)):
            continue
        score = _alike(party, parties[other], holders)
        if score >= _LEAST:
            scored.append((score, other))
    scored.sort(key=lambda row: (-row[0], row[1]))
    if not scored or (len(scored) > 1 and scored[0][0] < _AHEAD * scored[1][0]):
        return None
    return scored[0][1]


def _weight(party: _Party) -> int:
    return sum(party.deeds.values())


def _alike(one: _Party, two: _Party, holders: Counter[tuple[str, str]]) -> float:
    if one.genders and two.genders and _gender(one) != _gender(two):
        return 0.0
    if (ages := _ages(one)) and (others := _ages(two)) and not ages & others:
        return 0.0
    shared = [deed for deed in one.deeds if deed in two.deeds]
    against = [deed for deed in one.deeds if deed not in two.deeds and (deed[0], _FLIP[deed[1]]) in two.deeds]
    if not shared or len(against) > len(shared) / 2:
        return 0.0
    return sum(1 / (holders[deed] - 1) for deed in shared) - len(against) / 2


def _ages(party: _Party) -> set[str]:
    return {verb for verb, side in party.deeds if side == "aged"}


def _gender(party: _Party) -> bool:
    return max(sorted(party.genders), key=lambda female: party.genders[female])


def _last(target: str, joined: Mapping[str, str]) -> str:
    """Follow joins to their end; each leads to one with more deeds or a name, so that there is one."""
    while target in joined:
        target = joined[target]
    return target


def _told(one: _Party, two: _Party) -> str:
    shared = sorted(_WORDS[side].format(verb) for verb, side in one.deeds if (verb, side) in two.deeds)
    return f"does or suffers the same in this story, or is as old: {', '.join(shared[:4])}"
