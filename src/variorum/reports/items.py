"""An item: the bytes of one report with what its file's name, its container and a person say of it."""

import re
from dataclasses import dataclass

from variorum.reports.lines import Clue
from variorum.reports.listing import Row

FORMS = ("text", "markdown", "page", "fragment", "pdf", "docx")
"""text: plain text. page: a whole HTML page. fragment: HTML that is all report (a feed's entry)."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def readable_name(name: str) -> str:
    """A file's or member's name as text that can be written: of bytes that are not UTF-8 each is U+FFFD."""
    return _SURROGATE.sub("\ufffd", name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One report's bytes.

    file: path relative to the folder given, or base name; within a container its name, "!", and the member's.
    stated: what the container says of it, for example a feed of its entry.
    form: one of `FORMS` where the container tells; None where the bytes must.
    charset: the encoding that the container names; it counts where the bytes are not UTF-8.
    reason: why nothing can be read of it; None where it can.
    notes: (kind, words) of what to tell of it though it can be read, without its name.
    """

    file: str
    data: bytes
    row: Row | None = None
    stated: tuple[Clue, ...] = ()
    form: str | None = None
    charset: str | None = None
    reason: str | None = None
    notes: tuple[tuple[str, str], ...] = ()
