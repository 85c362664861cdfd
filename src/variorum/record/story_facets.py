"""All facets of the stories of a record, and what reports have in dispute about them (facets.v1)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.record.facet_brokers import read_brokers
from variorum.record.facet_counts import (
    read_aboard,
    read_ages,
    read_critical,
    read_magnitudes,
    read_speeds,
    read_strength,
)
from variorum.record.facet_holders import read_holders
from variorum.record.facet_names import read_accident_names, read_group_names
from variorum.record.facet_places import read_heads, read_venues
from variorum.record.facet_pledges import read_aid, read_pledges
from variorum.record.facet_promises import read_halts, read_promises
from variorum.record.facet_rivals import read_rivals
from variorum.record.facet_sides import read_accused, read_attackers, read_denied
from variorum.record.facet_talks import read_departures, read_results
from variorum.record.facet_times import read_hours, read_truces
from variorum.record.facet_tolls import read_late_tolls
from variorum.record.facets import Facet, Page, find_facet_disputes
from variorum.record.values import Disagreement
from variorum.schema.annotations import Annotations
from variorum.schema.dates import Bounds
from variorum.schema.linked import Lineage
from variorum.schema.nodes import EntityLookup
from variorum.schema.quotation_marks import pair_marks
from variorum.schema.reports import Report

READERS = (
    read_aboard,
    read_strength,
    read_ages,
    read_speeds,
    read_magnitudes,
    read_critical,
    read_truces,
    read_heads,
    read_pledges,
)
STORY_READERS = (
    read_group_names,
    read_accident_names,
    read_rivals,
    read_hours,
    read_attackers,
    read_denied,
    read_accused,
    read_venues,
    read_brokers,
    read_holders,
    read_results,
    read_departures,
    read_promises,
    read_halts,
    read_late_tolls,
    read_aid,
)


def make_pages(
    reports: Iterable[Report],
    annotations: Mapping[str, Annotations],
    lookup: EntityLookup,
    published: Mapping[str, Bounds],
    lineage: Lineage,
) -> tuple[Page, ...]:
    """Reports as readers of facets see them, those that were annotated, in order of id."""
    return tuple(
        Page(
            report_id=report.report_id,
            text=report.text,
            own=annotations[report.report_id],
            lookup=lookup,
            published=published[report.report_id],
            marked=tuple(inner for quotation in pair_marks(report.text)[0] for inner in quotation.inners),
            shared=tuple(span for span, _ in lineage.of_passage.get(report.report_id, ())),
        )
        for report in sorted(reports, key=lambda r: r.report_id)
        if report.report_id in annotations
    )


def find_story_disputes(
    story_of: Mapping[str, str], pages: Iterable[Page], sigla: Mapping[str, str], *, known: Sequence[Disagreement]
) -> Iterator[Disagreement]:
    """Yield what the reports of each story have in dispute beside its events.

    Args:
        story_of: the story of each report. known: what is in dispute already.
    """
    told: dict[str, list[Page]] = {}
    for page in pages:
        told.setdefault(story_of[page.report_id], []).append(page)
    disputed: dict[str, dict[str, Disagreement]] = {}
    for each in known:
        for holding in each.holdings:
            disputed.setdefault(story_of[holding.support[0]], {})[each.disagreement_id] = each
    for story_id, members in sorted(told.items()):
        if len(members) > 1:
            facets = [facet for page in members for facet in read_facets(page)]
            facets += [facet for reader in STORY_READERS for facet in reader(members)]
            yield from find_facet_disputes(story_id, facets, sigla, tuple(disputed.get(story_id, {}).values()))


def read_facets(page: Page) -> Iterator[Facet]:
    """Every facet that a report tells."""
    for reader in READERS:
        yield from reader(page)
