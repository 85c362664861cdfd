"""Coverage: events down, reports across, who states, copies, contradicts, leaves out or could not know."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue
from variorum.views.glyphs import COVER_MARKS, Glyph
from variorum.views.chronology import EventEntry, event_status
from variorum.views.editions import standing_reports
from variorum.views.voices import Siglum, siglum_of

MOST_COLUMNS = 40
"""Columns beyond which the matrix shows only the reports that cover most."""

MOST_ROWS = 150
"""Rows beyond which the matrix shows only the events told most."""

TELLING = ("states", "copies", "contradicts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One report's treatment of one event; `target` is the words, or None where it says nothing."""

    how: str
    mark: str
    words: str
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One event across the reports; `total` counts those that tell it."""

    event_id: str
    label: str
    glyph: Glyph
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The table, with totals by column, and how much of it is not shown."""

    columns: tuple[Siglum, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[int, ...]
    rows_left_out: int
    columns_left_out: int


def cover_matrix(catalogue: Catalogue, events: Sequence[EventEntry]) -> Matrix:
    """The coverage of events, most told first, with reports that tell most to the left."""
    standing = {row["report_id"] for row in standing_reports(catalogue)}
    cells = {(r["subject_id"], r["report_id"]): r["how"] for r in catalogue.rows("coverage")}
    told = {e.event_id: 0 for e in events if catalogue.of("coverage", "subject_id", e.event_id)}
    telling: dict[str, int] = {}
    for (subject, report), how in cells.items():
        if subject in told and report in standing and how in TELLING:
            told[subject] += 1
            telling[report] = telling.get(report, 0) + 1
    ids = {report for subject, report in cells if subject in told and report in standing}
    reports = sorted(ids, key=lambda r: (-telling.get(r, 0), siglum_of(catalogue, r).text, r))
    subjects = sorted(told, key=lambda s: (-told[s], [cells.get((s, r)) not in TELLING for r in reports], s))
    columns, shown = reports[:MOST_COLUMNS], subjects[:MOST_ROWS]
    return Matrix(
        columns=tuple(siglum_of(catalogue, report) for report in columns),
        rows=tuple(_row(catalogue, subject, columns, cells, told[subject]) for subject in shown),
        totals=tuple(telling.get(report, 0) for report in columns),
        rows_left_out=len(subjects) - len(shown),
        columns_left_out=len(reports) - len(columns),
    )


def _row(
    catalogue: Catalogue, event_id: str, columns: Sequence[str], cells: dict[tuple[str, str], str], total: int
) -> MatrixRow:
    event = catalogue.by("events", "event_id")[event_id][0]
    first: dict[str, str] = {}
    for evidence in catalogue.of("evidence", "item_id", event_id):
        first.setdefault(evidence["report_id"], evidence["evidence_id"])
    return MatrixRow(
        event_id=event_id,
        label=event["label"],
        glyph=event_status(catalogue, event),
        cells=tuple(show_cell(cells.get((event_id, report), "not_asked"), first.get(report)) for report in columns),
        total=total,
    )


def show_cell(how: str, target: str | None) -> Cell:
    """A cell from a value of coverage, or `not_asked`."""
    mark, _, words = COVER_MARKS[how]
    return Cell(how=how, mark=mark, words=words, target=target)
