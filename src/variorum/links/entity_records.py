"""From a cluster of chains to an entity: its name, country, sector, office, coordinates and id."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from variorum.links.entity_chains import Chain
from variorum.links.entity_forces import calls_army, is_of_forces, names_state
from variorum.schema.actors import Actor
from variorum.schema.countries import Entry
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.ids import mint
from variorum.schema.linked import Entity
from variorum.schema.names import fold, given_of, sound_key
from variorum.schema.place_records import PlaceRecord

_CITY = 50_000
_IN_WORDS = frozenset({"person", "place", "country"})
_INITIALS, _DESCRIBED, _NUMERAL = 5, 4, 3
_SERVING = frozenset({"person", "organization", "government"})
_NO_OFFICE = frozenset({"honorific", "epithet", "official", "expert", "head"})


def make_entity(
    chains: Sequence[Chain],
    gazetteer: Gazetteer,
    corpus: Counter[str],
    actors: Mapping[str, Actor] = MappingProxyType({}),
    *,
    home: str | None = None,
) -> tuple[Entity, tuple[str, ...]]:
    """Make the entity of a cluster.

    Args:
        corpus: how often each country is mentioned in all reports; it helps to choose among towns of one name.
        actors: the analyst's list by key; of an actor's entity it decides name, kind, country and sector.
        home: the state that a person or body serves where no report says which.

    Returns:
        The entity with a provisional id, and the key that identifies it.
    """
    kinds: Counter[str] = Counter()
    for chain in chains:
        kinds[chain.kind] += chain.size
    kind = max(sorted(kinds), key=lambda found: kinds[found])
    names = _names(chains)
    lexical = _lexical(names, gazetteer) if kind not in ("person", "country") else None
    disputed = (lexical is not None and lexical.type == "disputed") or (
        kind == "place" and any(chain.disputed for chain in chains)
    )
    place = None if lexical or kind != "place" else _choose_place(chains, gazetteer, corpus)
    name = in_ordinary_print(
        _name(kind, chains, names, gazetteer, lexical), names, whole=bool(names) and kind in _IN_WORDS
    )
    country = None if disputed else (gazetteer.state_of(place) if place else _country(chains, lexical))
    country = country or (home if kind in _SERVING else None)
    state = gazetteer.country_entry(country) if kind == "country" and country else None
    point, numbered = lexical or place or state, place or state
    entity = Entity(
        entity_id="",
        name=name,
        kind=kind,
        names=tuple(sorted(names.items(), key=lambda row: (-row[1], row[0]))),
        chains=tuple(sorted(chain.key for chain in chains)),
        country=country,
        sector=_sector(kind, chains, gazetteer, lexical),
        office=_office(chains) if kind == "person" else None,
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        disputed=disputed,
        external_ids=(f"geonames:{numbered.geonames_id}",) if numbered and numbered.geonames_id else (),
    )
    actor = next((actors[chain.actor] for chain in chains if chain.actor in actors), None)
    if actor is not None:
        return _as_listed(entity, actor), ("actor", actor.name)
    key = (kind, *_key(entity, chains, lexical))
    return replace(entity, entity_id=mint("entity", *key)), key


def _as_listed(entity: Entity, actor: Actor) -> Entity:
    """The entity of an actor of the list: what the list leaves open stays as found, where the kind is the same."""
    same = entity.kind == actor.kind
    return replace(
        entity,
        entity_id=mint("entity", "actor", actor.name),
        name=actor.name,
        kind=actor.kind,
        country=actor.country or (entity.country if same else None),
        sector=actor.sector or (entity.sector if same else None),
        office=entity.office if actor.kind == "person" else None,
        latitude=entity.latitude if actor.kind == "place" else None,
        longitude=entity.longitude if actor.kind == "place" else None,
        external_ids=entity.external_ids if actor.kind == "place" else (),
    )


def _names(chains: Sequence[Chain]) -> Counter[str]:
    """Real names and metonyms as written; the people of a state are called by their demonym."""
    found: Counter[str] = Counter()
    for chain in chains:
        found += chain.names
    if is_of_forces(chains[0]):
        found += Counter(
            m.name for chain in chains for m in chain.mentions if m.form == "description" and calls_army(m.name)
        )
    if not found and chains[0].kind == "people":
        found = Counter(m.name for chain in chains for m in chain.mentions if m.form == "demonym")
    return found


def _lexical(names: Counter[str], gazetteer: Gazetteer) -> Entry | None:
    types = ("disputed", "region", "water", "historical", "organization", "group")
    found = (gazetteer.first(name, *types) for name in sorted(names, key=lambda n: (-names[n], n)))
    return next((entry for entry in found if entry is not None), None)


def _name(kind: str, chains: Sequence[Chain], names: Counter[str], gazetteer: Gazetteer, lexical: Entry | None) -> str:
    if kind == "person" and names:
        whole = {name for name in names if given_of(name)} or set(names)
        return max(sorted(whole), key=lambda name: (names[name], len(name)))
    if kind == "country":
        called = Counter(m.name for chain in chains for m in chain.mentions if m.form == "name")
        known = _country(chains, None)
        if called:
            return max(sorted(called), key=lambda name: (called[name], len(name)))
        return (gazetteer.country_name(known) if known else None) or chains[0].name
    if is_of_forces(chains[0]) and lexical is None:
        return _described(chains, gazetteer, [name for name in names if names_state(name, gazetteer)] or list(names))
    return _called(names, lexical) if names else _described(chains, gazetteer)


def in_ordinary_print(name: str, names: Collection[str], *, whole: bool) -> str:
    """A name that a report shouts, as another writes it; else its long words with one capital each.

    Args:
        names: all names of the same thing, as written; none where it is only described.
        whole: of a person, a place or a state, whose names are words and no initials.
    """
    named = _INITIALS if names else _DESCRIBED
    shortest = named if not whole else 1 if name.isupper() and " " in name else _NUMERAL
    shouted = {word for word in name.split() if _is_shouted(word, shortest)}
    calm = [other for other in names if fold(other) == fold(name) and not shouted & set(other.split())]
    if not shouted or calm or (" " not in name and not whole):
        return min(calm, default=name) if shouted else name
    return " ".join(word.title() if word in shouted else word for word in name.split())


def _is_shouted(word: str, shortest: int) -> bool:
    """Is it in capitals and too long to be initials or a numeral ("GOMA", not "EU", "XIV", "FARC")?"""
    letters = re.sub(r"[-'’]", "", word)
    return word.isupper() and letters.isalpha() and len(letters) > shortest and not set(letters) <= set("IVX")


def _called(names: Counter[str], lexical: Entry | None) -> str:
    """The most frequent name of a thing, or a fuller one that holds it or that it abbreviates."""
    best = max(sorted(names), key=lambda name: (names[name], len(name)))
    full = [name for name in names if len(name.split()) > len(best.split()) and fold(best) in fold(name)]
    if lexical and best.isupper() and lexical.name in names:
        return lexical.name
    full += [name for name in names if best.isupper() and len(name) > len(best) and len(name.split()) > 1]
    return max(sorted(full), key=len, default=best)


def _described(chains: Sequence[Chain], gazetteer: Gazetteer, among: Collection[str] = ()) -> str:
    """The most telling description of what has no name; only one of `among`, where any is given."""
    described: Counter[str] = sum((chain.descriptions for chain in chains), Counter())
    described = Counter({name: n for name, n in described.items() if name in among}) or described
    best = max(sorted(described), key=lambda name: (any(c.isupper() for c in name), len(name.split()), described[name]))
    state = (
        gazetteer.country_name(known)
        if not any(c.isupper() for c in best) and (known := _country(chains, None))
        else None
    )
    return f"{state}'s {best}" if state else _without_start(best, gazetteer)


def _without_start(described: str, gazetteer: Gazetteer) -> str:
    """A description without the capital of a sentence's start: "Former envoy", "Troops"."""
    first = described.split()[0]
    if not (first.istitle() and gazetteer.first(first, "modifier", "office", "body", "plural") is not None):
        return described
    return first.lower() + described.removeprefix(first)


def _country(chains: Sequence[Chain], lexical: Entry | None) -> str | None:
    if lexical is not None:
        return lexical.country or None
    found = sum((chain.countries for chain in chains), Counter())
    return max(sorted(found), key=lambda code: found[code], default=None)


def _office(chains: Sequence[Chain]) -> str | None:
    found = sum((chain.offices for chain in chains), Counter())
    told = {
        office: n for office, n in found.items() if office not in _NO_OFFICE and (office != "leader" or len(found) == 1)
    }
    return max(sorted(told), key=lambda office: told[office], default=next(iter(sorted(found)), None))


def _sector(kind: str, chains: Sequence[Chain], gazetteer: Gazetteer, lexical: Entry | None) -> str | None:
    if kind == "country":
        return "GOV"
    if kind == "place":
        return None
    if lexical is not None:
        return lexical.sector or None
    if kind == "person":
        office = _office(chains)
        return _office_sector(gazetteer, office) if office else None
    for chain in chains:
        words = chain.name.split()
        bodies = (gazetteer.first(" ".join(words[i:]), "body") for i in range(len(words)))
        body = next((entry for entry in bodies if entry is not None), None)
        if body is not None:
            return body.sector
    if kind == "armed_group" and not any(chain.countries for chain in chains):
        return "REB"
    return {"armed_group": "MIL", "government": "GOV", "people": "CVL"}.get(kind)


def _office_sector(gazetteer: Gazetteer, office: str) -> str | None:
    entry = gazetteer.first(office.replace("_", " "), "office")
    return entry.sector if entry else "GOV"


def _choose_place(chains: Sequence[Chain], gazetteer: Gazetteer, corpus: Counter[str]) -> PlaceRecord | None:
    """The place that the reports' own ids name, else the largest of that name in a country the reports speak of."""
    ids = Counter(i for chain in chains for i in chain.ids)
    name = chains[0].name
    wanted = max(sorted(ids), key=lambda i: ids[i], default=None)
    if wanted is not None:
        return gazetteer.place_of_id(int(wanted.removeprefix("geonames:")))
    found = gazetteer.find_places(name)
    spoken = [place for place in found if corpus[place.country]]
    return next(iter(spoken or [place for place in found if place.population >= _CITY]), None)


def _key(entity: Entity, chains: Sequence[Chain], lexical: Entry | None) -> tuple[str, ...]:
    """What identifies an entity: its code or lexicon key, its GeoNames id, else its name."""
    if lexical is not None:
        return (lexical.key,)
    if entity.kind == "country" and entity.country:
        return (entity.country,)
    if entity.external_ids:
        return entity.external_ids
    if entity.kind == "person" and entity.names:
        return (sound_key(entity.name),)
    return tuple(chains[0].block) or (fold(entity.name), *map(str, chains[0].key))
