"""One report at different times: which rows of `reports` are versions of each other, and which one stands.

A version that was replaced is kept with its text. It is no witness, and no view counts it as one.
"""

from variorum.views.catalogue import Catalogue, Row


def is_replaced(report: Row) -> bool:
    """True for an earlier version, which a later one of the same report replaces."""
    return report["superseded_by"] is not None


def standing_reports(catalogue: Catalogue) -> list[Row]:
    """Reports that were read and that no later version replaces, in order of id."""
    return [row for row in catalogue.rows("reports") if row["status"] == "read" and not is_replaced(row)]


def first_version(report: Row) -> str:
    """The id that all versions of a report share: its first one's."""
    return str(report["version_of"] or report["report_id"])


def joins_versions(catalogue: Catalogue, row: Row) -> bool:
    """True for a row of `copies` whose two sides are versions of one report: that is no copying."""
    here, there = (catalogue.one("reports", row[column]) for column in ("report_id", "of_report_id"))
    return here is not None and there is not None and first_version(here) == first_version(there)


def list_editions(catalogue: Catalogue) -> tuple[tuple[Row, ...], ...]:
    """Reports of which the record has two versions or more, each with its versions from first to last."""
    families: dict[str, list[Row]] = {}
    for row in catalogue.rows("reports"):
        if row["status"] == "read":
            families.setdefault(first_version(row), []).append(row)
    ordered = [_in_order(rows) for rows in families.values() if len(rows) > 1]
    return tuple(sorted(ordered, key=lambda rows: (rows[-1]["siglum"] or "~", rows[-1]["report_id"])))


def describe_edition(catalogue: Catalogue, report: Row) -> str | None:
    """ "version 1 of 3, replaced by a later one", or None where a report has one version only."""
    family = first_version(report)
    first = [row for row in (catalogue.one("reports", family),) if row is not None and row["version_of"] is None]
    ids = [row["report_id"] for row in _in_order([*first, *catalogue.of("reports", "version_of", family)])]
    if len(ids) < 2 or report["report_id"] not in ids:
        return None
    place = f"version {ids.index(report['report_id']) + 1} of {len(ids)}"
    return f"{place}, replaced by a later one" if is_replaced(report) else f"{place}, the last"


def _in_order(rows: list[Row]) -> tuple[Row, ...]:
    """Versions by the chain of what replaced them; any that the chain does not reach come first, by day."""
    by_id = {row["report_id"]: row for row in rows}
    replaced = {row["superseded_by"] for row in rows}
    chain: list[Row] = []
    at = next((row for row in _by_day(rows) if row["report_id"] not in replaced), None)
    while at is not None and at not in chain:
        chain.append(at)
        at = by_id.get(at["superseded_by"] or "")
    return (*(row for row in _by_day(rows) if row not in chain), *chain)


def _by_day(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda r: (str(r["updated_low"] or r["published_low"] or ""), r["report_id"]))
