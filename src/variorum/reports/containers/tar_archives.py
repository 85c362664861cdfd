"""Tar archives, packed or not: members in their order, streamed, each opened again as whatever it is."""

import tarfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from lzma import LZMAError
from typing import IO

from variorum.errors import Quarantine
from variorum.reports.containers.unpacking import expand, peek
from variorum.reports.containers.members import is_ignored, is_listing, leads_out, member_rows, tidy
from variorum.reports.containers.vessel import Budget, Found, Opener, Vessel, chunks_of, member_name, spool
from variorum.reports.listing import Row

_MARK, _AT = b"ustar", 257
_BROKEN = (tarfile.TarError, zlib.error, LZMAError, EOFError, OSError, ValueError)


def is_tape(vessel: Vessel) -> bool:
    """True of a tar archive (POSIX or GNU), packed or not."""
    return peek(vessel)[_AT : _AT + len(_MARK)] == _MARK


def read_tape(vessel: Vessel, open_member: Opener) -> Iterator[Found]:
    """Read the members of a tar archive, which may be packed by gzip, bzip2 or xz. It is read twice: tables first.

    Raises:
        Quarantine: the archive is broken before its first member, or comes to more than the limits allow.
    """
    rows, issues = member_rows(_find_tables(vessel), vessel)
    yield from issues
    with closing(expand(vessel, vessel.budget)) as stream:
        yield from _read_members(stream, vessel, rows, open_member)


def _find_tables(vessel: Vessel) -> dict[str, bytes]:
    """The tables of reports in the archive. Where it breaks off, the second reading says so."""
    found: dict[str, bytes] = {}
    limit = vessel.config.max_report_bytes
    try:
        with (
            closing(expand(vessel, Budget(vessel.config.max_expanded_bytes))) as stream,
            tarfile.open(fileobj=stream, mode="r|") as tape,
        ):
            for info in tape:
                if info.isreg() and is_listing(info.name) and info.size <= limit:
                    packed = tape.extractfile(info)
                    found[tidy(info.name)] = packed.read() if packed else b""
    except (*_BROKEN, Quarantine):
        return found
    return found


def _read_members(stream: IO[bytes], vessel: Vessel, rows: dict[str, Row], open_member: Opener) -> Iterator[Found]:
    done = 0
    try:
        with tarfile.open(fileobj=stream, mode="r|") as tape:
            for info in tape:
                done += 1
                if not info.isdir() and not is_ignored(info.name):
                    yield from _read_member(tape, info, vessel, rows, open_member)
    except _BROKEN as error:
        raise Quarantine(
            f"a tar archive that breaks off or is broken after {done} members ({error}); get it again"
        ) from error


def _read_member(
    tape: tarfile.TarFile, info: tarfile.TarInfo, vessel: Vessel, rows: dict[str, Row], open_member: Opener
) -> Iterator[Found]:
    name = member_name(vessel.name, tidy(info.name))
    if leads_out(info.name):
        yield vessel.lost(name, "its name leads out of the archive; pack it anew with relative names")
        return
    packed = tape.extractfile(info) if info.isreg() else None
    if packed is None:
        yield vessel.issue("link_in_archive", "a link or device, which is not followed; pack the file itself", name)
        return
    with spool(chunks_of(packed), packed=max(info.size, 1), vessel=_unbudgeted(vessel)) as unpacked:
        yield from open_member(vessel.member(name, unpacked, row=rows.get(tidy(info.name))))


def _unbudgeted(vessel: Vessel) -> Vessel:
    """The same vessel for copying what was already counted when the tape was unpacked."""
    return replace(vessel, budget=Budget(vessel.config.max_expanded_bytes))
