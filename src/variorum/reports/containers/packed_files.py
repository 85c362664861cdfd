"""Single packed files (.gz, .bz2, .xz): unpacked, then opened as whatever is in them, under the file's own name."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from variorum.errors import Quarantine
from variorum.reports.containers.unpacking import BROKEN, expand, is_packed
from variorum.reports.containers.vessel import Budget, Found, Opener, Vessel, chunks_of, ending_of, spool


def is_single(vessel: Vessel) -> bool:
    """True of packed bytes; a packed tar archive is another kind."""
    return is_packed(vessel.head)


def read_single(vessel: Vessel, open_member: Opener) -> Iterator[Found]:
    """Read a packed file.

    Raises:
        Quarantine: it breaks off, is broken, or comes to more than the limits allow.
    """
    inner = vessel.name.rpartition(".")[0] if vessel.ending in {".gz", ".bz2", ".xz"} else vessel.name
    try:
        with closing(expand(vessel, Budget(vessel.config.max_expanded_bytes))) as unpacked:
            stream = spool(chunks_of(unpacked), packed=vessel.size, vessel=vessel)
    except BROKEN as error:
        raise Quarantine(f"its packed bytes break off or are broken ({error}); get the file again") from error
    with stream:
        member = vessel.member(vessel.name, stream, row=vessel.row, ending=ending_of(inner))
        yield from open_member(replace(member, charset=vessel.charset))
