"""A record as the library's user holds it: opened, shown, explained, exported, ruled on."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum.views.catalogue import Catalogue, read_catalogue
from variorum.views.choose import choose_report, choose_source
from variorum.views.coverage_listing import list_coverage
from variorum.views.decide import record_decision
from variorum.views.explain import explain_item
from variorum.views.explanation import Explanation
from variorum.views.export import export_record
from variorum.views.listings import list_copying, list_reports, list_versions
from variorum.views.show import show_record
from variorum.views.show_coverage import show_coverage
from variorum.views.show_lineage import show_lineage
from variorum.views.show_reports import show_reports
from variorum.views.show_versions import show_versions
from variorum.views.summary import summarize


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record with its rows as they were when it was opened; nothing keeps the file open."""

    path: Path
    catalogue: Catalogue

    def show(self, *, width: int = 80, color: bool = False, unicode: bool = True) -> str:
        """Show the record as a terminal page.

        Args:
            width: columns; fewer than 60 are taken as 60.
            color: with ANSI colours for status.
            unicode: with status glyphs; else their plain ASCII forms.
        """
        return show_record(self.catalogue, width=width, color=color, unicode=unicode)

    def summary(self) -> dict[str, Any]:
        """Reports, events in order, and disagreements, as plain values for JSON."""
        return summarize(self.catalogue)

    def reports(self, report: str | None = None) -> dict[str, Any]:
        """What was read, cut, dated and set aside, as plain values for JSON.

        Args:
            report: siglum or id (or its beginning) of the one report wanted.

        Raises:
            InputError: no report is called so, or several are.
        """
        return list_reports(self.catalogue, choose_report(self.catalogue, report))

    def lineage(self, report: str | None = None) -> dict[str, Any]:
        """Who copied whom: origins with their trees, pairs with their passages, shared words, as plain values for JSON.

        Args:
            report: siglum or id (or its beginning); only what touches this report.

        Raises:
            InputError: no report is called so, or several are.
        """
        return list_copying(self.catalogue, choose_report(self.catalogue, report))

    def coverage(self, source: str | None = None) -> dict[str, Any]:
        """Who tells what: sources with what each alone has and leaves out, events, findings, labels, for JSON.

        Args:
            source: name or siglum of the one source wanted.

        Raises:
            InputError: no source is called so.
        """
        return list_coverage(self.catalogue, choose_source(self.catalogue, source))

    def versions(self, report: str | None = None) -> dict[str, Any]:
        """What outlets changed in reports of which there are several versions, as plain values for JSON.

        Args:
            report: siglum or id (or its beginning) of one of the versions.

        Raises:
            InputError: no report is called so, or several are.
        """
        return list_versions(self.catalogue, choose_report(self.catalogue, report))

    def show_reports(
        self,
        report: str | None = None,
        *,
        removals: bool = False,
        set_aside: bool = False,
        width: int = 80,
        color: bool = False,
        unicode: bool = True,
    ) -> str:
        """Show what was read as a terminal page; see `reports` and `show`.

        Args:
            removals: with every piece that cleaning took away.
            set_aside: only what was set aside, every file.
        """
        return show_reports(
            self.catalogue,
            report_id=choose_report(self.catalogue, report),
            removals=removals,
            set_aside=set_aside,
            width=width,
            color=color,
            unicode=unicode,
        )

    def show_lineage(
        self, report: str | None = None, *, width: int = 80, color: bool = False, unicode: bool = True
    ) -> str:
        """Show who copied whom as a terminal page; see `lineage` and `show`."""
        chosen = choose_report(self.catalogue, report)
        return show_lineage(self.catalogue, report_id=chosen, width=width, color=color, unicode=unicode)

    def show_coverage(
        self, source: str | None = None, *, width: int = 80, color: bool = False, unicode: bool = True
    ) -> str:
        """Show who tells what as a terminal page; see `coverage` and `show`."""
        chosen = choose_source(self.catalogue, source)
        return show_coverage(self.catalogue, source=chosen, width=width, color=color, unicode=unicode)

    def show_versions(
        self, report: str | None = None, *, width: int = 80, color: bool = False, unicode: bool = True
    ) -> str:
        """Show what outlets changed as a terminal page; see `versions` and `show`."""
        chosen = choose_report(self.catalogue, report)
        return show_versions(self.catalogue, report_id=chosen, width=width, color=color, unicode=unicode)

    def write_dossier(self, path: Path | str) -> None:
        """Write the dossier: one HTML page that opens from disk.

        Raises:
            InputError: the path cannot be written.
        """
        from variorum.views.dossier import make_dossier, render_dossier
        from variorum.views.export import write_text

        write_text(Path(path), render_dossier(make_dossier(self.catalogue)))

    def explain(self, item_id: str) -> Explanation:
        """Say what an item is, what it rests on, and what would change it.

        Raises:
            InputError: no row has this id, or several begin with it.
        """
        return explain_item(self.catalogue, item_id)

    def export(self, to: str, path: Path | str | None = None) -> str:
        """Export the tables of the contract, sorted, without clock times.

        Args:
            to: json (one object) or csv (a folder with a file a table).
            path: where to write; None returns the JSON text.

        Returns:
            The JSON text, or where it was written.

        Raises:
            InputError: an unknown format, csv without a folder, or a path that cannot be written.
        """
        return export_record(self.catalogue, to, None if path is None else Path(path))

    def decide(
        self,
        kind: str,
        left: str,
        right: str | None = None,
        *,
        field: str | None = None,
        value: str | None = None,
        reason: str,
        author: str,
    ) -> str:
        """Write a ruling that the next build obeys.

        Args:
            kind: same or different (two entities or two events), or set (one column of one of them).
            left: id ruled on.
            right: the other id, for same and different.
            field: column to set, for set.
            value: its value, for set.

        Returns:
            The decision's id: the same ruling has the same id.

        Raises:
            InputError: an unknown id, ids of different kinds, a column that may not be set, no reason or no author.
        """
        return record_decision(
            self.path,
            self.catalogue,
            kind,
            left,
            right,
            field=field,
            value=value,
            reason=reason,
            author=author,
        )


def open_record(path: Path | str) -> Record:
    """Open a record.

    Raises:
        InputError: the path is missing, is no record, or is a record of another version.
    """
    return Record(path=Path(path), catalogue=read_catalogue(Path(path)))
