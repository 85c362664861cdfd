"""Coverage in a terminal: who tells which event, what one source alone has and leaves out, what each calls things."""

from collections.abc import Sequence

from variorum.views.catalogue import Catalogue
from variorum.views.chronology import list_events
from variorum.views.glyphs import COVER_MARKS, TREATED
from variorum.views.matrix import Cell, Matrix, MatrixRow, cover_matrix
from variorum.views.naming import Naming, table_labels
from variorum.views.sources import Point, SourceEntry, list_sources
from variorum.views.terminal import BOLD, DIM, NARROWEST, Terminal

CELL = 5
"""Columns of the terminal for one report: a siglum of four letters and a blank."""

LABEL = 34
"""Columns for an event at least."""

ROWS, LABELS, POINTS = 40, 20, 12


def show_coverage(catalogue: Catalogue, *, source: str | None = None, width: int, color: bool, unicode: bool) -> str:
    """Show coverage as text; every line fits the width.

    Args:
        source: name of the one source wanted; then without the table of events.
    """
    term = Terminal(width=max(NARROWEST, width), color=color, unicode=unicode)
    entries = [entry for entry in list_sources(catalogue) if source in (None, entry.name)]
    lines: list[str] = []
    if source is None:
        lines += _matrix(term, cover_matrix(catalogue, list_events(catalogue)))
    for entry in entries:
        lines += _source(term, entry)
    if not entries:
        lines.append("No source to compare: no report was read.")
    if source is None:
        lines += _labels(term, table_labels(catalogue))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _matrix(term: Terminal, matrix: Matrix) -> list[str]:
    room = max(1, (term.width - LABEL) // CELL)
    lines = [term.heading("Who tells what"), *term.fill(_key(term), "", "")]
    for first in range(0, len(matrix.columns), room):
        lines += ["", *_panel(term, matrix, range(len(matrix.columns))[first : first + room])]
    if len(matrix.rows) + matrix.rows_left_out > ROWS:
        lines.append(f"and {len(matrix.rows) + matrix.rows_left_out - ROWS} more events told least: --json lists all")
    return [*lines, term.rule()]


def _key(term: Terminal) -> str:
    marks = ((term.plain(_mark(term, how)), COVER_MARKS[how][2]) for how in ("states", "copies", "contradicts"))
    return " · ".join([*(f"{mark} {words}" for mark, words in marks), "/ could not know", "blank: leaves it out"])


def _mark(term: Terminal, how: str) -> str:
    mark, plain, _ = COVER_MARKS[how]
    return mark if term.unicode and mark else plain


def _panel(term: Terminal, matrix: Matrix, columns: Sequence[int]) -> list[str]:
    """As many reports as fit beside the events."""
    label = term.width - CELL * len(columns)
    heads = "".join(matrix.columns[i].text[: CELL - 1].rjust(CELL) for i in columns)
    lines = [term.paint(" " * label + heads, BOLD)]
    for row in matrix.rows[:ROWS]:
        lines += _row(term, row, [row.cells[i] for i in columns], label)
    return [*lines, "told".rjust(label) + "".join(str(matrix.totals[i]).rjust(CELL) for i in columns)]


def _row(term: Terminal, row: MatrixRow, cells: Sequence[Cell], label: int) -> list[str]:
    lines = term.fill(row.label, "", "  ", columns=label - 2)
    lead = f"{term.mark(row.glyph)} {lines[0].ljust(label - 2)}"
    return [lead + "".join(_mark(term, c.how).rjust(CELL) for c in cells), *(f"  {line}" for line in lines[1:])]


def _source(term: Terminal, entry: SourceEntry) -> list[str]:
    n = len(entry.sigla)
    counts = " · ".join(f"{number} {TREATED[how]}" for how, number in entry.counts if number) or "asked of no event"
    lines = term.fill(f"{entry.siglum}  {entry.name}, {n} report{'' if n == 1 else 's'}", "", "  ")
    lines[0] = term.paint(lines[0], BOLD)
    lines += [term.paint(line, DIM) for line in term.fill(f"events: {counts}", "  ", "  ")]
    lines += _points(term, "it alone has", entry.has)
    return [*lines, *_points(term, "it alone leaves out", entry.leaves_out), ""]


def _points(term: Terminal, heading: str, points: Sequence[Point]) -> list[str]:
    lines = [f"  {heading}:{'' if points else ' nothing'}"]
    for point in points[:POINTS]:
        parts = [" ".join([d.text, f"“{d.words}”" if d.words else ""]).strip() for d in point.details]
        told = "; ".join(part for part in parts if part)
        body = term.fill(f"{point.label}: {told}" if told else point.label, "", "", columns=term.width - 6)
        lines += [f"    {term.mark(point.glyph)} {body[0]}", *(f"      {line}" for line in body[1:])]
    if len(points) > POINTS:
        lines.append(f"    and {len(points) - POINTS} more: --json lists all")
    return lines


def _labels(term: Terminal, naming: Naming) -> list[str]:
    """What several sources call differently, side by side."""
    lines = [term.rule(), term.heading("What each calls it, in its own voice")]
    shown = 0
    for row in naming.rows:
        own = [[use.label for use in cell if not use.quoted] for cell in row.cells]
        said = [f"{s.text} {', '.join(words)}" for s, words in zip(naming.columns, own, strict=True) if words]
        if len({tuple(words) for words in own if words}) > 1 and shown < LABELS:
            lines += term.fill(f"{row.name}: {' · '.join(said)}", "  ", "    ")
            shown += 1
    return lines if shown else [*lines, "  No two sources call one thing differently."]
