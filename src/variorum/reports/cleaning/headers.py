"""Front matter: the "key: value" lines that some files put above the report, fenced by --- or +++, or not.

Of YAML, plain and quoted values and lists are read; of TOML (between +++) strings, dates and arrays.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.dates.instants import date_clue

_KEYS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "pubdate": "published",
    "publication date": "published",
    "publication_date": "published",
    "updated": "updated",
    "modified": "updated",
    "lastmod": "updated",
    "subtitle": "subtitle",
    "section": "section",
    "category": "section",
    "source": "source",
    "publisher": "source",
    "outlet": "source",
    "newspaper": "source",
    "standfirst": "subtitle",
    "deck": "subtitle",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "url": "url",
    "link": "url",
    "credit": "credit",
    "agency": "credit",
    "language": "language",
    "lang": "language",
}
_LINE = re.compile(r"^(?P<key>[A-Za-z_]+(?: [A-Za-z]+)?)\s*:\s+(?P<value>\S.*)$")
_TOML = re.compile(r"^(?P<key>[A-Za-z_]+)\s*=\s*(?P<value>\S.*)$")
_BARE = re.compile(r"^(?P<key>[A-Za-z_]+)\s*:$")
_MEMBER = re.compile(r"^-\s+(?P<value>\S.*)$")
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([^,"\']+)')
_FENCES = ("---", "+++", "***")
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: the index of its line, its kind or None, its value without quotation marks, and where that stands."""

    index: int
    kind: str | None
    value: str
    start: int
    end: int


def find_headers(lines: Sequence[Line]) -> tuple[tuple[Cut, ...], tuple[Clue, ...]]:
    """Find the lines of front matter and read them. A title's words stay in the text; its key goes.

    Without a fence, the first two lines at least must be known keys.
    """
    last = _block_end(lines)
    if last is None:
        return (), ()
    fields = tuple(_fields(lines[:last]))
    titles = {field.index: field for field in fields if field.kind == "title"}
    cuts = tuple(_cut(index, titles.get(index)) for index in range(last))
    clues = (clue for field in fields if (clue := _clue(field)) is not None)
    return cuts, tuple(sorted(clues, key=lambda clue: clue.kind == "updated"))


def _cut(index: int, title: Field | None) -> Cut:
    return (
        Cut(index=index, reason="header", end=title.start, until=title.end)
        if title
        else Cut(index=index, reason="header")
    )


def _block_end(lines: Sequence[Line]) -> int | None:
    """Index after the last line of front matter, or None where there is none."""
    fence = lines[0].text if lines else ""
    if fence in _FENCES:
        close = next((at for at, line in enumerate(lines[1:_LONGEST], start=1) if line.text in (fence, "...")), None)
        inside = lines[: close + 1] if close else ()
        return close + 1 if close and any(field.kind for field in _fields(inside)) else None
    count = next((at for at, line in enumerate(lines) if not _is_header(line)), len(lines))
    return count if count >= 2 and count < len(lines) else None


def _is_header(line: Line) -> bool:
    match = _LINE.match(line.text)
    return bool(match and match["key"].casefold() in _KEYS)


def _fields(lines: Sequence[Line]) -> Iterator[Field]:
    """The fields in lines of front matter; a list below a key is one field, on the line of the key."""
    pattern = _TOML if lines and lines[0].text == "+++" else _LINE
    for index, line in enumerate(lines):
        match, bare = pattern.match(line.text), _BARE.match(line.text)
        if match:
            yield _field(index, match)
        elif bare:
            members = ", ".join(_unquoted(value) for value in _members(lines[index + 1 :]))
            yield Field(index=index, kind=_KEYS.get(bare["key"].casefold()), value=members, start=0, end=0)


def _members(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        match = _MEMBER.match(line.text)
        if match is None:
            return
        yield match["value"]


def _field(index: int, match: re.Match[str]) -> Field:
    value = match["value"].strip()
    quoted = len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]
    start = match.start("value") + quoted
    return Field(
        index=index,
        kind=_KEYS.get(match["key"].casefold()),
        value=_row(value) if value.startswith("[") and value.endswith("]") else _unquoted(value),
        start=start,
        end=match.start("value") + len(value) - quoted,
    )


def _row(value: str) -> str:
    """The members of a list on one line, joined by commas."""
    words = ((one or two or bare).strip() for one, two, bare in _WORD.findall(value[1:-1]))
    return ", ".join(word for word in words if word)


def _unquoted(value: str) -> str:
    return value.strip().strip("\"'")


def _clue(field: Field) -> Clue | None:
    if field.kind is None or not field.value:
        return None
    if field.kind in {"published", "updated"}:
        return date_clue(field.kind, field.value, "front matter")
    return Clue(kind=field.kind, value=field.value, basis="front matter")


def undated_headers(lines: Sequence[Line]) -> Iterator[str]:
    """Values of date lines in front matter that are no date, for an issue."""
    for field in _fields(lines[: _block_end(lines) or 0]):
        if field.kind == "published" and field.value and _clue(field) is None:
            yield field.value
