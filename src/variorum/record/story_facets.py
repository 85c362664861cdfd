"""All facets of the stories of a record, and what reports have in dispute about them (facets.v1)."""

from collections.abc import Iterator, Mapping, Sequence

from variorum.record.facet_counts import (
    read_aboard,
    read_ages,
    read_critical,
    read_magnitudes,
    read_speeds,
    read_strength,
)
from variorum.record.facet_names import read_accident_names, read_group_names
from variorum.record.facet_places import read_heads, read_venues
from variorum.record.facet_rivals import read_rivals
from variorum.record.facet_sides import read_accused, read_attackers, read_denied
from variorum.record.facet_times import read_hours, read_truces
from variorum.record.facets import Facet, Page, find_facet_disputes
from variorum.record.values import Disagreement
from variorum.schema.annotations import Annotations
from variorum.schema.dates import Bounds
from variorum.schema.nodes import EntityLookup
from variorum.schema.quotation_marks import pair_marks
from variorum.schema.reports import Span

READERS = (
    read_aboard,
    read_strength,
    read_ages,
    read_speeds,
    read_magnitudes,
    read_critical,
    read_rivals,
    read_truces,
    read_accused,
    read_heads,
)
STORY_READERS = (read_group_names, read_accident_names, read_hours, read_attackers, read_denied, read_venues)


def find_story_disputes(
    stories: Mapping[str, Sequence[str]],
    annotations: Mapping[str, Annotations],
    texts: Mapping[str, str],
    published: Mapping[str, Bounds],
    lookup: EntityLookup,
    sigla: Mapping[str, str],
    known: Sequence[Disagreement],
    shared: Mapping[str, Sequence[Span]],
) -> Iterator[Disagreement]:
    """Yield what the reports of each story have in dispute beside its events.

    Args:
        stories: report ids of each story of two reports and more. known: what is in dispute already.
        shared: passages of each report that another has as well.
    """
    for story_id, reports in sorted(stories.items()):
        pages = [
            Page(
                report_id=r,
                text=texts[r],
                own=annotations[r],
                lookup=lookup,
                published=published[r],
                marked=tuple(inner for quotation in pair_marks(texts[r])[0] for inner in quotation.inners),
                shared=tuple(shared.get(r, ())),
            )
            for r in sorted(reports)
        ]
        facets = [facet for page in pages for facet in read_facets(page)]
        facets += [facet for reader in STORY_READERS for facet in reader(pages)]
        yield from find_facet_disputes(story_id, facets, sigla, known)


def read_facets(page: Page) -> Iterator[Facet]:
    """Every facet that a report tells."""
    for reader in READERS:
        yield from reader(page)
