"""A vessel: an opened input or a member of one, whose kind is not known yet, and what it may cost to read it."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO

from variorum.config import Config
from variorum.errors import Quarantine
from variorum.reports.items import Item, readable_name
from variorum.reports.lines import Clue
from variorum.reports.listing import Row
from variorum.schema.reports import Issue

HEAD = 65_536
"""Bytes at the front by which a kind is told."""

CHUNK = 1 << 20
_IN_MEMORY = 16_000_000
_RATIO_FROM = 1_000_000

Found = Item | Issue


class Budget:
    """What one input may still come to when unpacked, in bytes; shared by all containers within it."""

    __slots__ = ("_most", "_spent")

    def __init__(self, most: int) -> None:
        self._most = most
        self._spent = 0

    def spend(self, size: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            Quarantine: the input comes to more than `max_expanded_bytes`.
        """
        self._spent += size
        if self._spent > self._most:
            raise Quarantine(
                f"comes to more than max_expanded_bytes = {self._most} when unpacked; split it or raise the limit"
            )


@dataclass(frozen=True, kw_only=True)
class Vessel:
    """Bytes of an unknown kind, with what is known of them. Not slotted: its head is read once.

    name: of the items in it. stream: seekable, read from its start.
    ending: of its name or, fetched, of its content type (".csv"); it only breaks ties.
    row: what a person says of it. stated: what the container around it says. depth: containers around it.
    """

    name: str
    stream: IO[bytes]
    ending: str
    config: Config
    budget: Budget
    row: Row | None = None
    stated: tuple[Clue, ...] = ()
    charset: str | None = None
    depth: int = 0

    @cached_property
    def head(self) -> bytes:
        """The first bytes; the stream stays where it is."""
        here = self.stream.tell()
        self.stream.seek(0)
        first = self.stream.read(HEAD)
        self.stream.seek(here)
        return first

    @cached_property
    def size(self) -> int:
        """Bytes in all; the stream stays where it is."""
        here = self.stream.tell()
        end = self.stream.seek(0, io.SEEK_END)
        self.stream.seek(here)
        return end

    def rewound(self) -> IO[bytes]:
        """The stream, at its start."""
        self.stream.seek(0)
        return self.stream

    def member(self, name: str, stream: IO[bytes], *, row: Row | None = None, ending: str | None = None) -> "Vessel":
        """A vessel for a member, one container deeper."""
        inherited = row or general_row(self.row)
        kind = ending_of(name) if ending is None else ending
        return replace(self, name=name, stream=stream, ending=kind, row=inherited, depth=self.depth + 1, charset=None)

    def stated_of(self, name: str) -> tuple[Clue, ...]:
        """What holds of an item by this name: all where it is the vessel itself, of a member when it was seen."""
        return self.stated if name == self.name else tuple(clue for clue in self.stated if clue.kind == "seen")

    def row_of(self, name: str) -> Row | None:
        """The row of an item by this name: the vessel's own, of a member what holds for all."""
        return self.row if name == self.name else general_row(self.row)

    def whole(self) -> bytes:
        """All bytes, for kinds that are read at once.

        Raises:
            Quarantine: it is larger than one report may be.
        """
        if self.size > self.config.max_report_bytes:
            raise Quarantine(
                f"{self.size} bytes, more than max_report_bytes = {self.config.max_report_bytes}; "
                "split it or raise the limit"
            )
        return self.rewound().read()

    def issue(self, kind: str, what: str, name: str | None = None) -> Issue:
        """Something not understood of this container."""
        file = name or self.name
        return Issue(stage="reports", kind=kind, what=f"{file}: {what}", file=file)

    def lost(self, name: str, reason: str) -> Item:
        """A member that cannot be read."""
        return Item(file=name, data=b"", row=self.row_of(name), reason=reason)


Opener = Callable[[Vessel], Iterator[Found]]
"""Opens a member that may be of any kind."""


def general_row(row: Row | None) -> Row | None:
    """What a person says of a container that holds for each report in it."""
    return Row(source=row.source, credit=row.credit, language=row.language) if row else None


def member_name(container: str, member: str | int) -> str:
    """The name of a report in a container: "dump.zip!/folder/a.html"."""
    return readable_name(f"{container}!/{member}")


def ending_of(name: str) -> str:
    """The ending of a name, in lower case: ".html"; empty where it has none."""
    return PurePosixPath(name.rpartition("!/")[2]).suffix.lower()


def spool(chunks: Iterable[bytes], *, packed: int, vessel: Vessel) -> IO[bytes]:
    """Unpack into a temporary file, which is in memory while it is small.

    Args:
        packed: bytes before unpacking, for the ratio.

    Raises:
        Quarantine: it comes to more than the limits allow.
    """
    target = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - its reader is who is done with it
    size = 0
    for chunk in chunks:
        size += len(chunk)
        vessel.budget.spend(len(chunk))
        check_ratio(size, packed, vessel.config)
        target.write(chunk)
    target.seek(0)
    return target


def check_ratio(size: int, packed: int, config: Config) -> None:
    """Refuse what unpacks to far more than any text does.

    Raises:
        Quarantine: the ratio is above `max_ratio`.
    """
    if size > _RATIO_FROM and size > config.max_ratio * max(packed, 1):
        raise Quarantine(f"unpacks to more than max_ratio = {config.max_ratio} times its size; not unpacked")


def chunks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """What is left of a stream, in pieces of bounded size."""
    while chunk := stream.read(CHUNK):
        yield chunk
