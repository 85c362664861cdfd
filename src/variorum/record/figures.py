"""Rows of `figures`: numbers as each report gives them, with their event, part, day and on whose word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.record.claim_drafts import figure_day
from variorum.record.counts import claimed_count, count_text
from variorum.record.rows import Evidence, Row
from variorum.record.values import Event
from variorum.schema.annotations import Annotations, FigureMention
from variorum.schema.dates import Bounds
from variorum.schema.ids import mint
from variorum.schema.nodes import EntityLookup


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSetting:
    """What the rows of figures are set against.

    event_of: (report_id, chain) -> event. published: report_id -> its days.
    claims: (event_id, report_id, attribute, value) -> claim_id.
    """

    event_of: Mapping[tuple[str, int], Event]
    published: Mapping[str, Bounds]
    claims: Mapping[tuple[str, str, str, str], str]
    lookup: EntityLookup


def figure_rows(annotations: Mapping[str, Annotations], setting: FigureSetting, evidence: Evidence) -> Iterator[Row]:
    """One row a figure; those of no event in the record are kept too, with no event."""
    for report_id in sorted(annotations):
        own = annotations[report_id]
        owner = {
            i: setting.event_of[report_id, m.chain]
            for m in own.events
            for i in m.figures
            if (report_id, m.chain) in setting.event_of
        }
        for number, figure in enumerate(own.figures):
            evidence.add(_id(report_id, figure), report_id, figure.span)
            yield _row(number, own, owner.get(number), setting)


def _id(report_id: str, figure: FigureMention) -> str:
    return mint("figure", report_id, figure.span.start, figure.span.end, figure.what)


def _row(number: int, own: Annotations, event: Event | None, setting: FigureSetting) -> Row:
    figure, report_id = own.figures[number], own.report_id
    count = count_text(claimed_count(figure))
    claim = (event.event_id, report_id, figure.what, count) if event and figure.claims else None
    return {
        "figure_id": _id(report_id, figure),
        "event_id": event.event_id if event else None,
        "report_id": report_id,
        "claim_id": setting.claims.get(claim) if claim else None,
        "what": figure.what,
        "of_whom": figure.of_whom,
        "of_kind": figure.of_kind,
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "scope": figure.scope,
        "realis": figure.realis,
        "basis": figure.basis,
        "part_of": _id(report_id, own.figures[figure.part_of]) if figure.part_of is not None else None,
        "attributed_to": _attributed_to(figure, own, setting.lookup),
        "as_of": figure_day(number, own, setting.published[report_id]),
    }


def _attributed_to(figure: FigureMention, own: Annotations, lookup: EntityLookup) -> str | None:
    """The speaker of the innermost statement whose content holds the figure."""
    held = [
        (len(content), statement.speaker)
        for statement in own.statements
        for content in statement.contents
        if content.start <= figure.span.start
        and figure.span.end <= content.end
        and statement.speaker is not None
        and statement.asserts
    ]
    said_by = lookup.of(own, min(held)[1]) if held else ()
    return said_by[0] if said_by else None
