"""Reports: bytes in, `Report` out, or set aside with a reason. No annotation happens here."""

from variorum.reports.discovery import Discovery, Input, discover_inputs
from variorum.reports.listing import Row
from variorum.reports.reading import read_input
from variorum.reports.repeats import cut_repeated, find_repeated

__all__ = ["Discovery", "Input", "Row", "cut_repeated", "discover_inputs", "find_repeated", "read_input"]
