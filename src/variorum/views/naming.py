"""What each source calls a thing: labels by subject and source, own voice apart from quoted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.sources import source_name
from variorum.views.voices import Siglum, siglum_of

MOST_SUBJECTS = 60
"""Subjects beyond which only those with most different labels are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A label one source uses; `target` leads to the words, `loaded` is the lexicon's class of it."""

    label: str
    target: str | None
    quoted: bool
    loaded: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingRow:
    """One subject with each source's labels, in the order of the columns."""

    subject_id: str
    name: str
    cells: tuple[tuple[Use, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The table of labels."""

    columns: tuple[Siglum, ...]
    rows: tuple[NamingRow, ...]
    left_out: int


def table_labels(catalogue: Catalogue, *, most_columns: int = 24) -> Naming:
    """Labels by subject and source; subjects named in most different ways first."""
    groups = {
        subject: rows for subject, rows in catalogue.by("labels", "subject_id").items() if catalogue.name_of(subject)
    }
    subjects = sorted(groups, key=lambda s: (-_variety(groups[s]), catalogue.name_of(s) or "", s))
    columns = _columns(catalogue, (row["report_id"] for rows in groups.values() for row in rows))[:most_columns]
    telling = [subject for subject in subjects if _tells(groups[subject])]
    shown = telling[:MOST_SUBJECTS]
    return Naming(
        columns=tuple(siglum_of(catalogue, reports[0]) for reports in columns),
        rows=tuple(_row(catalogue, subject, groups[subject], columns) for subject in shown),
        left_out=len(subjects) - len(shown),
    )


def _columns(catalogue: Catalogue, using: Iterable[str]) -> list[list[str]]:
    """The reports of each source that uses labels, the source that uses most first.

    Args:
        using: the report of each label.
    """
    times = Counter(using)
    sources: dict[str, list[str]] = {}
    for report_id in sorted(times):
        report = catalogue.one("reports", report_id)
        sources.setdefault(source_name(report) if report else report_id, []).append(report_id)
    return sorted(sources.values(), key=lambda r: (-sum(times[i] for i in r), siglum_of(catalogue, r[0]).text, r))


def _variety(rows: list[Row]) -> int:
    return len({row["label"].casefold() for row in rows if row["voice"] == "own"})


def _tells(rows: list[Row]) -> bool:
    """True where a row of the table shows something: several labels, several reports, or a loaded word."""
    names, reports = {row["label"].casefold() for row in rows}, {row["report_id"] for row in rows}
    return len(names) > 1 or len(reports) > 1 or any(row["loaded"] for row in rows)


def _row(catalogue: Catalogue, subject: str, rows: list[Row], columns: list[list[str]]) -> NamingRow:
    cells = tuple(_uses(catalogue, [row for row in rows if row["report_id"] in reports]) for reports in columns)
    return NamingRow(subject_id=subject, name=catalogue.name_of(subject) or subject, cells=cells)


def _uses(catalogue: Catalogue, rows: list[Row]) -> tuple[Use, ...]:
    uses: dict[tuple[str, bool], Use] = {}
    for row in rows:
        quoted = row["voice"] == "quoted"
        evidence = catalogue.of("evidence", "item_id", row["label_id"])
        target = evidence[0]["evidence_id"] if evidence else None
        use = Use(label=row["label"], target=target, quoted=quoted, loaded=row["loaded"])
        uses.setdefault((row["label"].casefold(), quoted), use)
    return tuple(sorted(uses.values(), key=lambda u: (u.quoted, u.label)))
