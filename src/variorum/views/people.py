"""People and parties: names and variants, kind, country, and the events they took part in."""

from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row

KIND_HEADINGS = {
    "person": "People",
    "government": "Governments",
    "country": "Countries",
    "organization": "Organizations",
    "armed_group": "Armed groups",
    "people": "Peoples",
    "place": "Places",
    "other": "Other",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One entity. `about` is country, sector and office as far as known; `events` are (id, label, role)."""

    entity_id: str
    name: str
    variants: tuple[tuple[str, int], ...]
    about: str
    n_mentions: int
    events: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyGroup:
    """All entities of one kind."""

    heading: str
    parties: tuple[Party, ...]


def group_parties(catalogue: Catalogue) -> tuple[PartyGroup, ...]:
    """Entities by kind, those mentioned most first."""
    groups = []
    for kind, heading in KIND_HEADINGS.items():
        parties = [_party(catalogue, row) for row in catalogue.of("entities", "kind", kind)]
        if parties:
            ordered = sorted(parties, key=lambda p: (-p.n_mentions, p.name, p.entity_id))
            groups.append(PartyGroup(heading=heading, parties=tuple(ordered)))
    return tuple(groups)


def _party(catalogue: Catalogue, entity: Row) -> Party:
    entity_id = entity["entity_id"]
    names = catalogue.of("entity_names", "entity_id", entity_id)
    variants = sorted(((row["name"], row["n_mentions"]) for row in names), key=lambda v: (-v[1], v[0]))
    disputed = "disputed: no country assigned" if entity["disputed"] else None
    about = [entity["office"], entity["country"], entity["sector"], disputed]
    return Party(
        entity_id=entity_id,
        name=entity["name"],
        variants=tuple(variants),
        about=" · ".join(str(part).replace("_", " ") for part in about if part),
        n_mentions=sum(count for _, count in variants),
        events=_events(catalogue, entity_id),
    )


def _events(catalogue: Catalogue, entity_id: str) -> tuple[tuple[str, str, str], ...]:
    rows = [(row["event_id"], row["role"]) for row in catalogue.of("event_roles", "entity_id", entity_id)]
    rows += [(row["event_id"], "place") for row in catalogue.of("events", "place_id", entity_id)]
    named = [(event_id, catalogue.name_of(event_id), role) for event_id, role in rows]
    return tuple(sorted((event_id, label, role) for event_id, label, role in named if label))
