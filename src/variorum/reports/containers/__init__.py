"""Containers: what holds reports, found by content first and by ending only to break ties.

A kind is one small module with two functions, and one line in `KINDS`: the first says whether a vessel's bytes are of
the kind, the second reads items out of it and gives members that may be anything to `open_vessel`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from variorum.errors import Quarantine
from variorum.reports.containers.zip_archives import is_zip, read_zip
from variorum.reports.containers.parquet_files import is_parquet, read_parquet
from variorum.reports.containers.warc_files import is_crawl, read_crawl
from variorum.reports.containers.feeds import is_feed, read_feed
from variorum.reports.containers.messages import is_message, read_message
from variorum.reports.containers.json_files import is_json, read_json
from variorum.reports.containers.packed_files import is_single, read_single
from variorum.reports.containers.records import with_host
from variorum.reports.containers.csv_tables import is_table, read_table
from variorum.reports.containers.tar_archives import is_tape, read_tape
from variorum.reports.containers.vessel import Budget, Found, Opener, Vessel
from variorum.reports.documents import form_of
from variorum.reports.items import Item

__all__ = ["KINDS", "Budget", "Found", "Kind", "Vessel", "open_vessel"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of container."""

    name: str
    recognise: Callable[[Vessel], bool]
    read: Callable[[Vessel, Opener], Iterator[Found]]


KINDS = (
    Kind(name="WARC", recognise=is_crawl, read=read_crawl),
    Kind(name="tar", recognise=is_tape, read=read_tape),
    Kind(name="packed", recognise=is_single, read=read_single),
    Kind(name="zip", recognise=is_zip, read=read_zip),
    Kind(name="Parquet", recognise=is_parquet, read=read_parquet),
    Kind(name="feed", recognise=is_feed, read=read_feed),
    Kind(name="JSON", recognise=is_json, read=read_json),
    Kind(name="message", recognise=is_message, read=read_message),
    Kind(name="table", recognise=is_table, read=read_table),
)
"""In order of how sure their marks are: a table's are the weakest."""


def open_vessel(vessel: Vessel) -> Iterator[Found]:
    """Read the items of a vessel, whatever it is: those of a container, or the one that it is itself.

    What cannot be read is an item with a reason, or, where items were read before, an issue.
    """
    kind = next((kind for kind in KINDS if kind.recognise(vessel)), None)
    given = 0
    try:
        for found in _read(kind, vessel):
            given += 1
            yield found
    except Quarantine as reason:
        if given:
            yield vessel.issue("broken_container", f"{reason}; what was read before it is kept")
        else:
            yield Item(file=vessel.name, data=b"", row=vessel.row, reason=str(reason))
        return
    if kind is not None and not given:
        yield vessel.issue("empty_container", f"a {kind.name} file in which there is no report")


def _read(kind: Kind | None, vessel: Vessel) -> Iterator[Found]:
    if kind is None:
        yield read_one(vessel)
        return
    if vessel.depth >= vessel.config.max_depth:
        most = vessel.config.max_depth
        raise Quarantine(f"a {kind.name} file in more than max_depth = {most} containers; unpack it first")
    yield from kind.read(vessel, open_vessel)


def read_one(vessel: Vessel) -> Item:
    """The item that a vessel is itself.

    Raises:
        Quarantine: it is larger than one report may be.
    """
    data = vessel.whole()
    stated = with_host(vessel.stated)
    form = form_of(data, vessel.ending)
    return Item(file=vessel.name, data=data, row=vessel.row, stated=stated, form=form, charset=vessel.charset)
