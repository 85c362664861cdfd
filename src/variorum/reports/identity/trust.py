"""Who published a report: clues in the text, and the orders in which clues are trusted, for the day as well.

What no clue says stays unknown. A credit is not a publisher, a quoted agency is not a publisher, and neither a file's
age nor today is a date.
"""

import re
from collections.abc import Sequence
from pathlib import PurePath

from variorum.reports.lexicon import fold, is_agency, is_media_name
from variorum.reports.lines import Clue, Line
from variorum.reports.dates.stamps import find_date
from variorum.schema.dates import Bounds

_NAME = r"(?P<name>(?:[A-Z][\w&.]*|[A-Z]?\d+)(?:[ -](?:[A-Z][\w&.]*|\d+|of|the)){0,4})"
_HERE = (
    r"(?:here at|from us at|all of us at|join us (?:at|on)|listen to us on|you are (?:reading|watching|listening to))"
)
_SELF = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:was|is|as|were)\s+(?:a\s+|the\s+)?{_NAME}[’']s?\s+(?:special\s+|studio\s+)?guest\b",
        rf"\b{_HERE}\s+(?:the\s+)?{_NAME}",
        rf"\b{_NAME} (?:has learned|has learnt|can reveal|can exclusively reveal|understands that)\b",
        rf"\b[Tt]his (?:reporter|correspondent) (?:for|of) (?:the\s+)?{_NAME}",
    )
)
_FILE_DATE = re.compile(
    r"(?<!\d)(\d{4})[-_](\d{2})[-_](\d{2})(?!\d)|(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)"
)
_SOURCE_ORDER = (
    "reports.tsv",
    "front matter",
    "feed",
    "json",
    "table",
    "mail",
    "page metadata",
    "title line",
    "masthead",
    "copyright line",
    "self reference",
    "address",
)
_DATE_ORDER = (
    "reports.tsv",
    "front matter",
    "feed",
    "json",
    "table",
    "mail",
    "page metadata",
    "published line",
    "date line",
    "address",
    "dateline",
    "updated line",
    "file name",
    "embedded post",
)


def find_self_references(lines: Sequence[Line]) -> tuple[Clue, ...]:
    """Find words in which an outlet speaks of itself ("was Kelvan TV's guest"); none where two outlets do.

    "told X" is no such word: reports quote what was told to others.
    """
    names = {_trim(match["name"]) for line in lines for pattern in _SELF for match in pattern.finditer(line.text)}
    found = sorted(name for name in names if is_media_name(name) and not is_agency(name))
    return (Clue(kind="source", value=found[0], basis="self reference"),) if len(found) == 1 else ()


def _trim(name: str) -> str:
    return re.sub(r"^(?:The|In|At|On|But|And)\s+", "", name)


def find_address(lines: Sequence[Line]) -> tuple[Clue, ...]:
    """Read an address on the first line: where the report was found, and by its host who published it."""
    match = re.fullmatch(r"https?://(?:www\.)?(?P<host>[\w.-]+\.[a-z]{2,})/\S{3,}", lines[0].text) if lines else None
    if match is None:
        return ()
    basis = "address"
    return Clue(kind="url", value=match[0], basis=basis), Clue(kind="source", value=match["host"], basis=basis)


def choose_source(clues: Sequence[Clue]) -> Clue | None:
    """Choose who published it: what the user says, then the report's own metadata, then its words."""
    found = [clue for clue in clues if clue.kind == "source"]
    return min(found, key=lambda clue: _rank(_SOURCE_ORDER, clue.basis), default=None)


def rank_date(basis: str) -> int:
    """How far a basis of a date is trusted: 0 is most."""
    return _rank(_DATE_ORDER, basis)


def _rank(order: Sequence[str], basis: str) -> int:
    """Place of a basis in an order; one that is not listed is a container's statement, and stands before the page's."""
    return order.index(basis) if basis in order else order.index("page metadata")


def first_value(clues: Sequence[Clue], kind: str) -> str | None:
    """The first value of a kind, clues being in order of trust."""
    return next((clue.value for clue in clues if clue.kind == kind), None)


def join_credits(clues: Sequence[Clue]) -> str | None:
    """The credits as written, each once, in order of trust and text, joined by "; "."""
    own = fold(first_value(clues, "source") or "")
    credits = [clue for clue in clues if clue.kind == "credit"]
    values = dict.fromkeys(clue.value for clue in credits if clue.basis != "byline" or fold(clue.value) != own)
    return "; ".join(values) or None


def file_date(file: str) -> Clue | None:
    """Read a date that a file's name clearly holds (2022-11-02, 20221102)."""
    matches = list(_FILE_DATE.finditer(PurePath(file).stem))
    if len(matches) != 1:
        return None
    words = "-".join(part for part in matches[0].groups() if part)
    found = find_date(words)
    bounds: Bounds | None = found.bounds if found else None
    return Clue(kind="published", value=words, basis="file name", bounds=bounds) if bounds else None
