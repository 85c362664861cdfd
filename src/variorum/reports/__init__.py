"""Reports: bytes in, `Report` out, or set aside with a reason. No annotation happens here."""

from variorum.reports.discovery import Discovery, Input, discover_inputs
from variorum.reports.items import Item
from variorum.reports.listing import Row
from variorum.reports.opening import batches, open_inputs
from variorum.reports.reading import read_input, read_item
from variorum.reports.repeats import cut_repeated, find_repeated

__all__ = [
    "Discovery",
    "Input",
    "Item",
    "Row",
    "batches",
    "cut_repeated",
    "discover_inputs",
    "find_repeated",
    "open_inputs",
    "read_input",
    "read_item",
]
