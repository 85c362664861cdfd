"""Unpacking of gzip, bzip2 and xz as a stream that stops where the limits say."""

import bz2
import gzip
import io
import lzma
import zlib
from typing import IO

from variorum.reports.containers.vessel import Budget, Vessel, check_ratio

GZIP, BZIP2, XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ"
MARKS = (GZIP, BZIP2, XZ)
BROKEN = (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
"""What the standard library raises for packed bytes that are broken or break off."""


class Expanding(io.RawIOBase):
    """Unpacked bytes, counted against the budget and the ratio while they are read."""

    def __init__(self, unpacked: IO[bytes], vessel: Vessel, budget: Budget) -> None:
        super().__init__()
        self._unpacked = unpacked
        self._vessel = vessel
        self._budget = budget
        self._size = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill a buffer; what is beyond the limits raises `Quarantine`."""
        piece = self._unpacked.read(len(buffer))
        self._size += len(piece)
        self._budget.spend(len(piece))
        check_ratio(self._size, self._vessel.stream.tell(), self._vessel.config)
        buffer[: len(piece)] = piece
        return len(piece)


def is_packed(head: bytes) -> bool:
    """True of bytes packed by gzip, bzip2 or xz."""
    return head.startswith(MARKS)


def expand(vessel: Vessel, budget: Budget) -> IO[bytes]:
    """Open a vessel's bytes unpacked; bytes that are not packed as they are."""
    if not is_packed(vessel.head):
        return io.BufferedReader(_Shared(vessel.rewound()))
    return io.BufferedReader(Expanding(_unpacked(vessel.head, vessel.rewound()), vessel, budget))


class _Shared(io.RawIOBase):
    """A view of a stream that others close."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def _unpacked(head: bytes, stream: IO[bytes]) -> IO[bytes]:
    if head.startswith(GZIP):
        return gzip.GzipFile(fileobj=stream, mode="rb")  # type: ignore[return-value]
    return bz2.BZ2File(stream) if head.startswith(BZIP2) else lzma.LZMAFile(stream)


def peek(vessel: Vessel, size: int = 1_024) -> bytes:
    """The first unpacked bytes; fewer or none where the bytes are broken."""
    if not is_packed(vessel.head):
        return vessel.head[:size]
    try:
        return _unpacked(vessel.head, vessel.rewound()).read(size)
    except BROKEN:
        return b""
