"""Coverage by finding: what each report does with each finding of the events that more than one report tells."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.views.attested import finding_line
from variorum.views.catalogue import Catalogue, Row
from variorum.views.glyphs import Glyph
from variorum.views.matrix import TELLING, Cell, Matrix, MatrixRow, show_cell
from variorum.views.sources import words_of

MOST_FINDINGS = 120
"""Rows beyond which the table ends: with forty columns it is the largest of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One finding across the reports; `total` counts those that tell it."""

    finding_id: str
    attribute: str
    value: str
    glyph: Glyph
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """The findings of one event."""

    event_id: str
    label: str
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingMatrix:
    """The table, in the columns of the matrix of events. n_rows are shown, n_left_out are not."""

    groups: tuple[FindingGroup, ...]
    n_rows: int
    n_left_out: int


def cover_findings(catalogue: Catalogue, matrix: Matrix) -> FindingMatrix:
    """The findings of the events of a matrix that more than one report tells, in its order and columns."""
    columns = [siglum.report_id for siglum in matrix.columns]
    groups: list[FindingGroup] = []
    shown, wanted = 0, 0
    for event in (row for row in matrix.rows if row.total > 1):
        findings = _findings(catalogue, event.event_id)
        kept = findings[: max(0, MOST_FINDINGS - shown)]
        shown, wanted = shown + len(kept), wanted + len(findings)
        if kept:
            groups.append(_group(catalogue, event, kept, columns))
    return FindingMatrix(groups=tuple(groups), n_rows=shown, n_left_out=wanted - shown)


def _findings(catalogue: Catalogue, event_id: str) -> list[Row]:
    """The findings of an event that reports are asked of, in order of attribute."""
    found = catalogue.of("findings", "subject_id", event_id)
    asked = (f for f in found if catalogue.of("coverage", "subject_id", f["finding_id"]))
    return sorted(asked, key=lambda f: (f["attribute"], f["finding_id"]))


def _group(catalogue: Catalogue, event: MatrixRow, findings: Sequence[Row], columns: Sequence[str]) -> FindingGroup:
    rows = tuple(_row(catalogue, finding, columns) for finding in findings)
    return FindingGroup(event_id=event.event_id, label=event.label, rows=rows)


def _row(catalogue: Catalogue, finding: Row, columns: Sequence[str]) -> FindingRow:
    finding_id = finding["finding_id"]
    line = finding_line(catalogue, finding)
    how = {row["report_id"]: row["how"] for row in catalogue.of("coverage", "subject_id", finding_id)}
    words = {report: words_of(catalogue, finding_id, frozenset({report})) for report in columns if report in how}
    targets = {report: found["evidence_id"] for report, found in words.items() if found}
    cells = tuple(show_cell(how.get(report, "not_asked"), targets.get(report)) for report in columns)
    total = sum(cell.how in TELLING for cell in cells)
    return FindingRow(
        finding_id=finding_id,
        attribute=line.attribute,
        value=line.value,
        glyph=line.glyph,
        cells=cells,
        total=total,
    )
