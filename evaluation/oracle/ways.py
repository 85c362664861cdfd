"""Ways from a planted press to a record: from its text through a build, and from planted annotations without a parser.

The latter also with perfect links: clusters of what is truly told of one happening, in place of those that linking found.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.oracle.annotations import plant_annotations
from evaluation.oracle.printing import as_report, file_name, write_files
from evaluation.oracle.truth import Planted
from variorum.config import Config
from variorum.pipeline import Linked, build, make_tables
from variorum.schema.nodes import EventNode, LinkedEvents
from variorum.schema.reports import Span
from variorum.store import open_reader

TABLES = (
    "reports",
    "mentions",
    "events",
    "event_relations",
    "findings",
    "claims",
    "finding_claims",
    "disagreements",
    "disagreement_values",
    "copies",
)

Tables = Mapping[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A record's tables beside the truth. id_of: of each report's number, None where it was not read.

    spans: where the sentences of each report, by number and place, stand in the record's text; None where they do not.
    """

    planted: Planted
    tables: Tables
    id_of: dict[int, str | None]
    spans: dict[tuple[int, int], Span | None]


def from_annotations(planted: Planted, *, perfect_links: bool = False) -> Made:
    """Link and reconcile planted annotations; with perfect links the events are the happenings, whatever linking found."""
    config = Config()
    reports = [as_report(p) for p in planted.printed]
    annotations = {p.report_id: plant_annotations(p, planted.world.cast) for p in planted.printed}
    tables = make_tables(reports, annotations, config=config, amend=link_as_planted if perfect_links else None)
    return Made(
        planted=planted,
        tables=tables,
        id_of={p.draft.number: p.report_id for p in planted.printed},
        spans={(p.draft.number, i): span for p in planted.printed for i, span in enumerate(p.spans)},
    )


def link_as_planted(linked: Linked) -> Linked:
    """Linked reports with one event for each happening: planted chains have its number."""
    told: dict[int, list[EventNode]] = {}
    for node in (node for cluster in linked.events.clusters for node in cluster):
        told.setdefault(node.key[1], []).append(node)
    clusters = tuple(tuple(sorted(told[number], key=lambda node: node.key)) for number in sorted(told))
    return replace(linked, events=LinkedEvents(clusters=clusters, links=linked.events.links))


def from_text(planted: Planted, config: Config | None = None) -> Made:
    """Write the reports to files, build a record of them, and read its tables."""
    with TemporaryDirectory() as name:
        folder, record = Path(name) / "reports", Path(name) / "oracle.variorum"
        folder.mkdir()
        write_files(planted.printed, planted.world, folder)
        build([folder], out=record, fresh=True, config=config or Config())
        with open_reader(record) as reader:
            tables = {table: [dict(row) for row in reader.rows(table)] for table in TABLES}
    by_file = {row["file"]: row for row in tables["reports"] if row["status"] == "read"}
    rows = {p.draft.number: by_file.get(file_name(p.draft)) for p in planted.printed}
    return Made(
        planted=planted,
        tables=tables,
        id_of={number: row["report_id"] if row else None for number, row in rows.items()},
        spans={
            (p.draft.number, i): _find(sentence.text, row["text"] if row else "")
            for p in planted.printed
            for row in (rows[p.draft.number],)
            for i, sentence in enumerate(p.draft.sentences)
        },
    )


def _find(sentence: str, text: str) -> Span | None:
    at = text.find(sentence)
    return Span(start=at, end=at + len(sentence)) if at >= 0 else None
