"""Days and places of events that their own words do not give: where the story of their report stands when it tells them."""

from dataclasses import replace

from variorum.schema.annotations import Annotations
from variorum.schema.nodes import DatedTime, EntityLookup, EventNode
from variorum.schema.resolution import named, resolve
from variorum.schema.times import TimeValue


def narrate(node: EventNode, annotations: Annotations, lookup: EntityLookup) -> EventNode:
    """Add the day of the story to an event without times, and its scenes; neither is a claim of the report."""
    scenes = tuple(
        dict.fromkeys(e for m in node.mentions if m.scene is not None for e in lookup.of(annotations, m.scene))
    )
    scenes = tuple(e for e in scenes if lookup.by_id[e].kind == "place" and _lies_there(e, node, lookup))
    told = next((m.told_at for m in node.mentions if m.told_at is not None), None)
    if node.times or node.date.edtf or told is None:
        return replace(node, scenes=scenes)
    value = _past(annotations.times[told].value)
    days = resolve(value, node.published)
    time = DatedTime(index=told, value=value, bounds=days, named=named(value, node.published), phase=None)
    basis = "inherited" if days.edtf else None
    return replace(node, scenes=scenes, date=days, date_basis=basis, times=(time,))


def _past(value: TimeValue) -> TimeValue:
    """A day without a year, as it is meant where it tells what has been."""
    near = not value.absolute and value.shift is None and value.base is None
    return replace(value, direction="past") if near and value.direction is None else value


def _lies_there(scene: str, node: EventNode, lookup: EntityLookup) -> bool:
    """False of a scene in another country than the one that the event is told to have been in."""
    country = lookup.by_id[scene].country
    told = {lookup.by_id[p].country for p in node.places} - {None}
    return country is None or not told or country in told
