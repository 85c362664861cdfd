"""`reports.tsv`: what a person says of the files beside it. Read strictly: what is not understood is an issue."""

from dataclasses import dataclass, fields
from pathlib import Path

from variorum.schema.reports import Issue

LISTING = "reports.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The values that `reports.tsv` gives for one file; None where it says nothing."""

    source: str | None = None
    published: str | None = None
    url: str | None = None
    credit: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None


COLUMNS = tuple(field.name for field in fields(Row))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The rows of one `reports.tsv`, each with the file name it gives, in the order written."""

    rows: tuple[tuple[str, Row], ...] = ()
    issues: tuple[Issue, ...] = ()


def read_listing(path: Path) -> Listing:
    """Read a table of reports: tab separated, a header first, a column `file`.

    Lines with a wrong number of fields, unknown columns and files named twice are issues; the rest is used.
    """
    try:
        return parse_listing(path.read_bytes(), path.name)
    except OSError as error:
        return Listing(issues=(_issue(path.name, "unreadable", f"cannot be read ({error}); check its permissions"),))


def parse_listing(data: bytes, path: str) -> Listing:
    """Read the bytes of a table of reports; `path` is its name in issues."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Listing(issues=(_issue(path, "unreadable", f"cannot be read ({error}); save it as UTF-8 text"),))
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if not lines:
        return Listing(issues=(_issue(path, "empty", "is empty; its first line must name the columns"),))
    header = [name.strip().casefold() for name in lines[0][1].split("\t")]
    if "file" not in header:
        return Listing(issues=(_issue(path, "no_file_column", "has no column 'file'; nothing of it is used"),))
    return _read_rows(path, header, lines[1:])


def _read_rows(path: str, header: list[str], lines: list[tuple[int, str]]) -> Listing:
    unknown = [name for name in header if name != "file" and name not in COLUMNS]
    issues = [
        _issue(
            path, "unknown_column", f"column '{name}' is not known and not used; known are file, {', '.join(COLUMNS)}"
        )
        for name in unknown
    ]
    rows: dict[str, Row] = {}
    for number, line in lines:
        parts = [part.strip() for part in line.split("\t")]
        values = dict(zip(header, parts, strict=False))
        if len(parts) != len(header):
            what = f"line {number} has {len(parts)} fields, the header has {len(header)}; the line is not used"
            issues.append(_issue(path, "wrong_fields", what))
        elif not values["file"] or values["file"] in rows:
            what = f"line {number} names no file, or one named before; the line is not used"
            issues.append(_issue(path, "repeated_file", what))
        else:
            rows[values["file"]] = Row(**{name: values.get(name) or None for name in COLUMNS})
    return Listing(rows=tuple(rows.items()), issues=tuple(issues))


def _issue(path: str, kind: str, what: str) -> Issue:
    return Issue(stage="reports", kind=kind, what=f"{path}: {what}", file=path)
