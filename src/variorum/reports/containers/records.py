"""Records of named fields (a JSON object, a row of a table, an entry of a feed) made into items.

The headline is part of a report's text, as it is with pages: where the body does not begin with it, the item's bytes
are the headline, a blank line and the body, and every offset into the raw text is into that.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import Any
from urllib.parse import urlsplit

from variorum.reports.containers.record_shapes import Shape
from variorum.reports.containers.vessel import Vessel
from variorum.reports.lexicon import headline_key
from variorum.reports.items import Item
from variorum.reports.lines import Clue
from variorum.reports.dates.instants import date_clue

_MARKUP = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|table|blockquote|figure|article|section|span|a|em|strong|b|i)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]+>")
_WORDS = ("title", "subtitle", "source", "author", "credit", "url", "language", "section")
_DATES = ("published", "updated")


def make_item(vessel: Vessel, name: str, record: Mapping[str, Any], shape: Shape, basis: str) -> Item:
    """Make an item of a record.

    Args:
        name: of the item.
        basis: what its clues rest on ("json", "table").

    Returns:
        An item; without text one with a reason.
    """
    body = first_text(record, shape.fields["text"])
    if not body.strip():
        return vessel.lost(name, f"has no text in its field {shape.fields['text'][0]}; --map text=FIELD names another")
    title = first_text(record, shape.fields["title"])
    stated = (*read_clues(record, shape, basis), *vessel.stated_of(name))
    return compose_item(vessel, name, title, body, stated)


def compose_item(
    vessel: Vessel, name: str, title: str, body: str, stated: tuple[Clue, ...], *, markup: bool | None = None
) -> Item:
    """Make an item of a headline and a body, either of which may hold markup.

    Args:
        markup: True for a body of HTML; None where its words must tell.
    """
    html = bool(_MARKUP.search(body)) if markup is None else markup
    data = with_title(title, body, html=html).encode("utf-8", "replace")
    form = "fragment" if html else "text"
    return Item(file=name, data=data, row=vessel.row_of(name), stated=with_host(stated), form=form)


def with_title(title: str, body: str, *, html: bool) -> str:
    """Put the headline before the body where that does not begin with it."""
    plain = plain_words(title)
    opening = headline_key(plain_words(body[: 4 * len(plain) + 2_000]) if html else body[: 2 * len(plain) + 200])
    if not plain or opening.startswith(headline_key(plain)):
        return body
    return f"<h1>{escape(plain, quote=False)}</h1>\n{body}" if html else f"{plain}\n\n{body}"


def plain_words(text: str) -> str:
    """Words without tags and entities, on one line."""
    return " ".join(unescape(_TAG.sub(" ", text)).split()) if "<" in text or "&" in text else " ".join(text.split())


def with_host(stated: tuple[Clue, ...]) -> tuple[Clue, ...]:
    """Add the host of the address as the weakest word on who published it."""
    url = next((clue.value for clue in stated if clue.kind == "url"), None)
    host = host_of(url) if url else None
    known = any(clue.kind == "source" for clue in stated)
    return (*stated, Clue(kind="source", value=host, basis="address")) if host and not known else stated


def host_of(url: str) -> str | None:
    """The host of an address without "www."; None where it has none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def read_clues(record: Mapping[str, Any], shape: Shape, basis: str) -> Iterator[Clue]:
    """What a record says of its report, kind by kind; what is empty or no date says nothing."""
    for kind in _WORDS:
        words = joined_words(record, shape.fields.get(kind, ()), several=kind == "author")
        if words and not (kind == "url" and not words.startswith(("http://", "https://"))):
            yield Clue(kind=kind, value=words, basis=basis)
    for kind in _DATES:
        clue = _first_date(record, shape.fields.get(kind, ()), kind, basis)
        if clue:
            yield clue
    seen = _first_date(record, shape.fields.get("seen", ()), "seen", "crawl date")
    if seen:
        yield seen


def _first_date(record: Mapping[str, Any], paths: tuple[str, ...], kind: str, basis: str) -> Clue | None:
    values = (value for path in paths for value in walk(record, path))
    return next((clue for value in values if (clue := date_clue(kind, value, basis))), None)


def first_text(record: Mapping[str, Any], paths: tuple[str, ...]) -> str:
    """The first of the paths that holds words, as they are written; paragraphs given as a list are joined."""
    for path in paths:
        values = [value for value in walk(record, path) if isinstance(value, str) and value.strip()]
        if values:
            return values[0] if path.endswith(".value") else "\n\n".join(values)
    return ""


def joined_words(record: Mapping[str, Any], paths: tuple[str, ...], *, several: bool) -> str:
    """The words of the first path that has any, without markup; of several values all (authors) or the first."""
    for path in paths:
        values = [plain_words(value) for value in walk(record, path) if isinstance(value, str) and value.strip()]
        if any(values):
            return ", ".join(dict.fromkeys(value for value in values if value)) if several else values[0]
    return ""


def walk(value: Any, path: str) -> Iterator[Any]:
    """The values at a path; a list stands for each of its members."""
    if isinstance(value, list):
        for one in value:
            yield from walk(one, path)
    elif not path:
        if value is not None:
            yield value
    elif isinstance(value, Mapping):
        name, _, rest = path.partition(".")
        if path in value:
            yield from walk(value[path], "")
        elif name in value:
            yield from walk(value[name], rest)
