"""Members of archives: which names are read, which are ignored, which lead out, and the rows of a table beside them."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from variorum.reports.containers.vessel import Vessel
from variorum.reports.listing import LISTING, Listing, Row, parse_listing
from variorum.schema.reports import Issue

_DRIVE = re.compile(r"[A-Za-z]:")


def is_ignored(name: str) -> bool:
    """True of what is passed over by name, as in folders: hidden names, a Mac's copies of attributes, the table itself."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in parts)
    return hidden or "__MACOSX" in parts or is_listing(name)


def is_listing(name: str) -> bool:
    """True of the table reports.tsv, in whatever folder of the archive."""
    return PurePosixPath(name).name == LISTING


def leads_out(name: str) -> bool:
    """True of names that would be written outside the folder into which an archive is unpacked."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or _DRIVE.match(plain) is not None or ".." in plain.split("/")


def tidy(name: str) -> str:
    """A member's name without "./" before it."""
    return PurePosixPath(name).as_posix()


def member_rows(listings: dict[str, bytes], vessel: Vessel) -> tuple[dict[str, Row], list[Issue]]:
    """Rows by member, from the tables in an archive; each names files relative to its own folder."""
    rows: dict[str, Row] = {}
    issues: list[Issue] = []
    for name in sorted(listings):
        listing: Listing = parse_listing(listings[name], LISTING)
        folder = PurePosixPath(name).parent
        rows |= {(folder / file).as_posix(): row for file, row in listing.rows}
        full = f"{vessel.name}!/{name}"
        issues += [replace(issue, file=full, what=f"{vessel.name}!/{issue.what}") for issue in listing.issues]
    return rows, issues
