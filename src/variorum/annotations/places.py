"""Toponyms of one report: every name of a place, with the place that it names and whether it is meant as a place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from variorum.annotations.place_candidates import (
    COUNTRY,
    NEAR,
    REGION,
    SECOND,
    SITES,
    Candidate,
    find_candidates,
    find_sounding,
)
from variorum.annotations.place_choice import choose_places
from variorum.annotations.place_ground import Ground, Spot
from variorum.annotations.place_spots import find_spots
from variorum.schema.annotations import EntityMention, ToponymMention
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold
from variorum.schema.reports import Span

ANNOTATOR = "toponyms.v1"
_UNIT_WORDS = frozenset("province state region oblast governorate county district prefecture department".split())
_STATES = frozenset({"PCLI", "PCLH", "ZN"})
_WHERE = frozenset("in into inside within across throughout from to near around outside at through".split())


def find_toponyms(
    doc: Doc, mentions: Sequence[EntityMention], gazetteer: Gazetteer, *, home: str | None = None
) -> tuple[ToponymMention, ...]:
    """Find and place the toponyms of a report.

    Args:
        mentions: what the entity annotator found: names of people hold no places.
        home: ISO 3166-1 alpha-3 of the outlet's country, a weak hint.

    Returns:
        Toponyms in text order, never overlapping; those that no gazetteer has are without a point.
    """
    ground = Ground(doc, gazetteer, mentions)
    spots = find_spots(ground)
    found = {spot.name: find_candidates(spot, gazetteer) for spot in spots}
    states = {c.country for candidates in found.values() for c in candidates if c.precision == COUNTRY}
    for name in [name for name, candidates in found.items() if not candidates]:
        found[name] = find_sounding(name, gazetteer, states)
    called = frozenset(spot.name for spot in spots if ground.word(spot.end) in _UNIT_WORDS)
    chosen = choose_places(spots, found, called, home)
    chosen.update(_placed_near(spots, chosen))
    return tuple(_mention(ground, spot, chosen.get(number)) for number, spot in enumerate(spots))


def _placed_near(spots: Sequence[Spot], chosen: Mapping[int, Candidate]) -> dict[int, Candidate]:
    """What no gazetteer has lies near the town that the words say it is in; a street or house near the town last named."""
    numbers = {id(spot): number for number, spot in enumerate(spots)}
    found: dict[int, Candidate] = {}
    last: Candidate | None = None
    for number, spot in enumerate(spots):
        place = chosen.get(number)
        if place is not None:
            last = place if place.feature_class == "P" and spot.form == "name" else last
            continue
        stated = chosen.get(numbers[id(spot.within)]) if spot.within is not None else None
        holder = stated or (last if fold(spot.name).split()[-1] in SITES else None)
        if holder is not None and holder.precision <= SECOND:
            found[number] = replace(holder, name=spot.name, geonames_id=None, precision=NEAR, feature_code="")
    return found


def _mention(ground: Ground, spot: Spot, place: Candidate | None) -> ToponymMention:
    owner = ground.owner[spot.start]
    form = "metonym" if owner is not None and owner.form == "metonym" and spot.form == "name" else spot.form
    span = Span(start=ground.begins[spot.start], end=ground.ends_at(spot.end))
    if place is None:
        return ToponymMention(span=span, name=spot.name, form=form, literal=form == "name")
    return ToponymMention(
        span=span,
        name=spot.name,
        form=form,
        literal=_is_literal(ground, spot, form, place),
        geonames_id=place.geonames_id,
        latitude=place.latitude,
        longitude=place.longitude,
        country=_state(ground.gazetteer, place),
        admin1=place.admin1 or None,
        admin2=place.admin2 or None,
        feature_class=place.feature_class or None,
        feature_code=place.feature_code or None,
        precision=place.precision,
    )


def _is_literal(ground: Ground, spot: Spot, form: str, place: Candidate) -> bool:
    """Names of towns mean the town; a state's means its territory only where something is in it, from it or near it."""
    if form != "name" or place.feature_code not in _STATES:
        return form == "name"
    before = spot.start - 2 if ground.word(spot.start - 1) == "the" else spot.start - 1
    return ground.word(before) in _WHERE


def _state(gazetteer: Gazetteer, place: Candidate) -> str | None:
    """ISO 3166-1 alpha-3, None where the place or the unit that holds it is disputed."""
    held = gazetteer.place_of_id(place.geonames_id) if place.geonames_id and place.precision < REGION else None
    return gazetteer.state_of(held) if held is not None else place.country


def tie_to_places(mentions: Sequence[EntityMention], toponyms: Sequence[ToponymMention]) -> tuple[EntityMention, ...]:
    """Give places among the entities the GeoNames id of the town or unit that the report means by them."""
    numbers = {
        (t.span.start, t.span.end): f"geonames:{t.geonames_id}"
        for t in toponyms
        if t.geonames_id is not None and t.precision is not None and t.precision < REGION
    }
    return tuple(_tied(mention, numbers) for mention in mentions)


def _tied(mention: EntityMention, numbers: Mapping[tuple[int, int], str]) -> EntityMention:
    number = numbers.get((mention.span.start, mention.span.end))
    if number is None or mention.kind != "place" or mention.form != "name":
        return mention
    others = tuple(i for i in mention.external_ids if not i.startswith("geonames:"))
    return replace(mention, external_ids=(number, *others))
