"""RSS and Atom: each entry a report, its text in the feed or on the page it links to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from variorum.errors import Quarantine
from variorum.reports.containers.records import compose_item, plain_words, with_host
from variorum.reports.containers.vessel import Found, Opener, Vessel, member_name
from variorum.reports.documents.nesting import check_nesting
from variorum.reports.fetching import Fetched, fetch_all
from variorum.reports.items import Item
from variorum.reports.lines import Clue
from variorum.reports.dates.instants import date_clue

_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)\b[^>]*>")
_BEFORE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>|\s+)*", re.DOTALL
)
_FULL_WORDS = 150
"""Words from which a description is the report itself: teasers are shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: its name among the items, what the feed says of it, its text there, and where its page is.

    full: True where the text is the report, not a teaser.
    """

    name: str
    title: str
    text: str
    full: bool
    link: str | None
    stated: tuple[Clue, ...]


def is_feed(vessel: Vessel) -> bool:
    """True of XML whose root is RSS, Atom or RDF."""
    before = _BEFORE.match(vessel.head)
    return bool(before and _ROOT.match(vessel.head, before.end()))


def read_feed(vessel: Vessel, _open_member: Opener) -> Iterator[Found]:
    """Read the entries of a feed; where one is a teaser its page is fetched, unless the config says offline.

    Raises:
        Quarantine: it is too large, nests too deep or holds no entry.
    """
    import feedparser

    data = vessel.whole()
    check_nesting(data.decode("utf-8", "replace"), vessel.config)
    feed: Any = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    fault = str(feed.get("bozo_exception", "")) if feed.get("bozo") else ""
    if not feed.entries:
        raise Quarantine(f"a feed without entries{f' ({fault})' if fault else ''}; check that it is whole")
    if fault and "encoding" not in fault.lower() and "declared as" not in fault:
        what = f"bad XML ({' '.join(fault.split())}); {len(feed.entries)} entries could be read"
        yield vessel.issue("bad_feed", what)
    entries = [_entry(vessel, feed.feed, dict(found), number) for number, found in enumerate(feed.entries, start=1)]
    yield from _items(vessel, entries)


def _entry(vessel: Vessel, feed: Any, found: Any, number: int) -> Entry:
    contents = [str(one.get("value", "")) for one in found.get("content", ())]
    summary = str(found.get("summary", ""))
    text = max([*contents, ""], key=len) or summary
    full = bool(contents and text.strip()) or len(plain_words(text).split()) >= _FULL_WORDS
    link = str(found.get("link", "")).strip()
    return Entry(
        name=member_name(vessel.name, str(found.get("id") or link or number)),
        title=plain_words(str(found.get("title", ""))),
        text=text,
        full=full,
        link=link if link.startswith(("http://", "https://")) else None,
        stated=(*_clues(feed, found), *vessel.stated_of("")),
    )


def _clues(feed: Any, found: Any) -> Iterator[Clue]:
    origin = found.get("source", {})
    named = {
        "title": found.get("title"),
        "author": found.get("author"),
        "source": origin.get("title") if origin else feed.get("title"),
        "url": found.get("link"),
        "language": found.get("language") or feed.get("language"),
        "section": ", ".join(str(tag.get("term") or "") for tag in found.get("tags", ()) if tag.get("term")),
    }
    for kind, value in named.items():
        words = plain_words(str(value or ""))
        if words:
            yield Clue(kind=kind, value=words, basis="feed")
    for kind in ("published", "updated"):
        clue = date_clue(kind, found.get(kind), "feed")
        if clue:
            yield clue


def _items(vessel: Vessel, entries: Sequence[Entry]) -> Iterator[Item]:
    """Items in the order of the entries; pages are fetched a few at once."""
    wanted = [entry.link for entry in entries if not entry.full and entry.link]
    config = vessel.config
    pages = fetch_all([] if config.offline else wanted, config, patiently=False)
    for entry in entries:
        if entry.full or not entry.link:
            yield _item(vessel, entry)
        elif config.offline:
            yield _teaser(vessel, entry, "offline: its page was not fetched")
        else:
            yield _page(vessel, entry, next(pages))


def _item(vessel: Vessel, entry: Entry) -> Item:
    if not plain_words(entry.text):
        return vessel.lost(entry.name, "an entry without text or link")
    return compose_item(vessel, entry.name, entry.title, entry.text, entry.stated)


def _page(vessel: Vessel, entry: Entry, fetched: Fetched | Quarantine) -> Item:
    if isinstance(fetched, Quarantine):
        return _teaser(vessel, entry, f"its page {fetched}")
    row, stated = vessel.row_of(entry.name), with_host(entry.stated)
    return Item(file=entry.name, data=fetched.content, row=row, stated=stated, charset=fetched.charset)


def _teaser(vessel: Vessel, entry: Entry, why: str) -> Item:
    """The summary as the report, told as such."""
    item = _item(vessel, entry)
    if item.reason is not None:
        return replace(item, reason=why)
    return replace(item, notes=(*item.notes, ("summary_only", f"{why}; the feed's summary stands for the report")))
