"""Zip archives: members in order of their names, each opened again as whatever it is.

Nothing is unpacked to a path: a member goes to an anonymous temporary file of bounded size.
"""

import zipfile
import zlib
from collections.abc import Iterator

from variorum.errors import Quarantine
from variorum.reports.containers.members import is_ignored, is_listing, leads_out, member_rows, tidy
from variorum.reports.containers.vessel import Found, Opener, Vessel, check_ratio, chunks_of, member_name, spool
from variorum.reports.listing import Row

_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = 0x1
_LINK = 0o120000
_KIND = 0o170000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def is_zip(vessel: Vessel) -> bool:
    """True of a zip archive that is no office document: those are zip archives too."""
    return vessel.head.startswith(_MARKS) and not is_office(vessel)


def is_office(vessel: Vessel) -> bool:
    """True of a document that is packed as a zip archive: DOCX and its kin, OpenDocument, EPUB."""
    try:
        with zipfile.ZipFile(vessel.rewound()) as archive:
            names = set(archive.namelist()[:50])
    except _BROKEN:
        return False
    return "[Content_Types].xml" in names or "mimetype" in names


def read_zip(vessel: Vessel, open_member: Opener) -> Iterator[Found]:
    """Read the members of a zip archive.

    Raises:
        Quarantine: the archive is broken, or comes to more than the limits allow.
    """
    try:
        archive = zipfile.ZipFile(vessel.rewound())
    except _BROKEN as error:
        raise Quarantine(f"a zip archive that is broken ({error}); get it again") from error
    with archive:
        members = [info for info in sorted(archive.infolist(), key=lambda info: info.filename) if not info.is_dir()]
        listed = {info.filename: _unpack(archive, info) for info in members if _is_table(info, vessel)}
        rows, issues = member_rows(listed, vessel)
        yield from issues
        for info in members:
            if not is_ignored(info.filename):
                yield from _read_member(archive, info, vessel, rows, open_member)


def _is_table(info: zipfile.ZipInfo, vessel: Vessel) -> bool:
    return is_listing(info.filename) and info.file_size <= vessel.config.max_report_bytes


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A table of reports; empty where it cannot be read, which its reader tells."""
    try:
        return archive.read(info)
    except _BROKEN:
        return b""


def _read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, vessel: Vessel, rows: dict[str, Row], open_member: Opener
) -> Iterator[Found]:
    name = member_name(vessel.name, tidy(info.filename))
    reason = _refused(info)
    if (info.external_attr >> 16) & _KIND == _LINK:
        yield vessel.issue("link_in_archive", "a symbolic link, which is not followed; pack the file itself", name)
        return
    if reason is not None:
        yield vessel.lost(name, reason)
        return
    try:
        check_ratio(info.file_size, info.compress_size, vessel.config)
        with archive.open(info) as packed:
            stream = spool(chunks_of(packed), packed=info.compress_size, vessel=vessel)
    except _BROKEN as error:
        yield vessel.lost(name, f"is broken in its archive ({error}); get the archive again")
        return
    except Quarantine as refused:
        yield vessel.lost(name, str(refused))
        return
    with stream:
        yield from open_member(vessel.member(name, stream, row=rows.get(tidy(info.filename))))


def _refused(info: zipfile.ZipInfo) -> str | None:
    """Why a member is not unpacked at all, or None."""
    if leads_out(info.filename):
        return "its name leads out of the archive; pack it anew with relative names"
    return "is encrypted; unpack it with its password first" if info.flag_bits & _ENCRYPTED else None
