"""Reports: bytes in, `Report` out, or set aside with a reason. No annotation happens here."""

from variorum.reports.discovery import Discovery, Input, discover_inputs
from variorum.reports.listing import Row
from variorum.reports.reading import read_input

__all__ = ["Discovery", "Input", "Row", "discover_inputs", "read_input"]
