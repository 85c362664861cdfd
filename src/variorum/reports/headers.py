"""Front matter: the "key: value" lines that some files put above the report, fenced by --- or not."""

import re
from collections.abc import Iterator, Sequence

from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.clocks import read_moment
from variorum.reports.stamps import parse_date

_KEYS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "pubdate": "published",
    "publication date": "published",
    "publication_date": "published",
    "source": "source",
    "publisher": "source",
    "outlet": "source",
    "newspaper": "source",
    "updated": "updated",
    "modified": "updated",
    "lastmod": "updated",
    "subtitle": "subtitle",
    "standfirst": "subtitle",
    "deck": "subtitle",
    "section": "section",
    "category": "section",
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
_FENCES = ("---", "+++", "***")


def find_headers(lines: Sequence[Line]) -> tuple[tuple[Cut, ...], tuple[Clue, ...]]:
    """Find the lines of front matter and read them. A title's words stay in the text; its key goes.

    Without a fence, the first two lines at least must be known keys.
    """
    last = _block_end(lines)
    if last is None:
        return (), ()
    cuts: list[Cut] = []
    clues: list[Clue] = []
    for index in range(last):
        match = _LINE.match(lines[index].text)
        clue = _clue(match) if match else None
        title = match is not None and clue is not None and clue.kind == "title"
        cuts.append(Cut(index=index, reason="header", end=_value_start(match) if match and title else None))
        clues.extend((clue,) if clue else ())
    return tuple(cuts), tuple(clues)


def _block_end(lines: Sequence[Line]) -> int | None:
    """Index after the last line of front matter, or None where there is none."""
    fenced = bool(lines) and lines[0].text in _FENCES
    if fenced:
        close = next((at for at, line in enumerate(lines[1:30], start=1) if line.text in _FENCES), None)
        inside = [_LINE.match(line.text) for line in lines[1:close]] if close else []
        return close + 1 if close and any(match and _known(match) for match in inside) else None
    count = next((at for at, line in enumerate(lines) if not _is_header(line)), len(lines))
    return count if count >= 2 and count < len(lines) else None


def _is_header(line: Line) -> bool:
    match = _LINE.match(line.text)
    return bool(match and _known(match))


def _known(match: re.Match[str]) -> bool:
    return match["key"].casefold() in _KEYS


def _value_start(match: re.Match[str]) -> int:
    return match.start("value") + (
        1 if match["value"][:1] in "\"'" and match["value"][-1:] == match["value"][:1] else 0
    )


def _clue(match: re.Match[str]) -> Clue | None:
    kind = _KEYS.get(match["key"].casefold())
    value = match["value"].strip().strip("\"'")
    if kind is None or not value:
        return None
    if kind in ("published", "updated"):
        bounds = parse_date(value)
        time = read_moment(value)[1]
        return Clue(kind=kind, value=value, basis="front matter", bounds=bounds, time=time) if bounds else None
    return Clue(kind=kind, value=value, basis="front matter")


def undated_headers(lines: Sequence[Line]) -> Iterator[str]:
    """Values of date lines in front matter that are no date, for an issue."""
    last = _block_end(lines) or 0
    for line in lines[:last]:
        match = _LINE.match(line.text)
        if (
            match
            and _KEYS.get(match["key"].casefold()) == "published"
            and parse_date(match["value"].strip("\"' ")) is None
        ):
            yield match["value"]
