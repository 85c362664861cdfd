"""The dossier: one HTML page that opens from disk, with everything in it and nothing fetched.

All text of a report passes through autoescape; the page's policy forbids every request
and every script but its own.
"""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.views.axis import Axis, draw_axis
from variorum.views.catalogue import Catalogue
from variorum.views.chronology import EventEntry, list_events
from variorum.views.finding_matrix import FindingMatrix, cover_findings
from variorum.views.front import Front, make_front
from variorum.views.glyphs import GLYPHS, TREATED, Glyph
from variorum.views.leaves import LAYERS, Leaf, turn_leaves
from variorum.views.lineage import Lineage
from variorum.views.matrix import Matrix, cover_matrix
from variorum.views.measure import percent
from variorum.views.naming import Naming, table_labels
from variorum.views.parting import Parting, list_partings
from variorum.views.people import PartyGroup, group_parties
from variorum.views.provenance import NOTICES, Provenance, SetAside, list_provenance, list_set_aside
from variorum.views.quoted_alike import SharedWords, list_shared_words
from variorum.views.revisions import Revision, list_revisions
from variorum.views.sources import SourceEntry, list_sources
from variorum.views.speech import Speaker, list_speakers
from variorum.views.stemma import Stemma, draw_stemma
from variorum.views.stemma_picture import Picture, draw_pictures

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that the page shows, in its order."""

    front: Front
    glyphs: tuple[Glyph, ...]
    axis: Axis | None
    events: tuple[EventEntry, ...]
    partings: tuple[Parting, ...]
    speakers: tuple[Speaker, ...]
    matrix: Matrix
    by_finding: FindingMatrix
    sources: tuple[SourceEntry, ...]
    stemma: Stemma
    pictures: tuple[Picture, ...]
    lineages: tuple[Lineage, ...]
    shared: tuple[SharedWords, ...]
    naming: Naming
    groups: tuple[PartyGroup, ...]
    told: tuple[Provenance, ...]
    revisions: tuple[Revision, ...]
    set_aside: tuple[SetAside, ...]
    leaves: tuple[Leaf, ...]


def make_dossier(catalogue: Catalogue) -> Dossier:
    """Build the page's model from a record's rows."""
    events = list_events(catalogue)
    stemma, matrix = draw_stemma(catalogue), cover_matrix(catalogue, events)
    return Dossier(
        front=make_front(catalogue, events),
        glyphs=tuple(GLYPHS.values()),
        axis=draw_axis(events),
        events=events,
        partings=list_partings(catalogue),
        speakers=list_speakers(catalogue),
        matrix=matrix,
        by_finding=cover_findings(catalogue, matrix),
        sources=list_sources(catalogue),
        stemma=stemma,
        pictures=draw_pictures(catalogue, stemma),
        lineages=stemma.lineages,
        shared=list_shared_words(catalogue),
        naming=table_labels(catalogue),
        groups=group_parties(catalogue),
        told=list_provenance(catalogue),
        revisions=list_revisions(catalogue),
        set_aside=list_set_aside(catalogue),
        leaves=turn_leaves(catalogue),
    )


def render_dossier(dossier: Dossier) -> str:
    """Write the page: UTF-8 HTML, the same for the same record."""
    style, script = _static("dossier.css"), _static("dossier.js")
    template = _environment().get_template("dossier.html")
    allowed = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    page = template.render(
        d=dossier,
        layers=LAYERS,
        notices=NOTICES,
        percent=percent,
        treatments=TREATED,
        style=style,
        script=script,
        script_hash=allowed,
    )
    return page + "\n"


def _static(name: str) -> str:
    return (HERE / "static" / name).read_text(encoding="utf-8").strip()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
