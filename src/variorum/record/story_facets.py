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
from variorum.record.facet_rivals import read_rivals
from variorum.record.facets import Facet, Page, find_facet_disputes
from variorum.record.values import Disagreement
from variorum.schema.annotations import Annotations
from variorum.schema.dates import Bounds
from variorum.schema.nodes import EntityLookup
from variorum.schema.quotation_marks import pair_marks

READERS = (
    read_aboard,
    read_strength,
    read_ages,
    read_speeds,
    read_magnitudes,
    read_critical,
    read_rivals,
)


def find_story_disputes(
    stories: Mapping[str, Sequence[str]],
    annotations: Mapping[str, Annotations],
    texts: Mapping[str, str],
    published: Mapping[str, Bounds],
    lookup: EntityLookup,
    sigla: Mapping[str, str],
    known: Sequence[Disagreement],
) -> Iterator[Disagreement]:
    """Yield what the reports of each story have in dispute beside its events.

    Args:
        stories: report ids of each story of two reports and more. known: what is in dispute already.
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
            )
            for r in sorted(reports)
        ]
        facets = [facet for page in pages for facet in read_facets(page)]
        yield from find_facet_disputes(story_id, facets, sigla, known)


def read_facets(page: Page) -> Iterator[Facet]:
    """Every facet that a report tells."""
    for reader in READERS:
        yield from reader(page)
