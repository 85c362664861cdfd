"""Variorum: many press reports in, one auditable record out.

The public surface is three names: `build` makes a record, `open` reads one, `VariorumError`
is what both may raise. They are loaded on first use, so that importing the package is cheap.
"""

import logging
from typing import TYPE_CHECKING, Any

from variorum.errors import VariorumError

if TYPE_CHECKING:
    from variorum.pipeline import build
    from variorum.views.shelf import open_record as open

__version__ = "0.1.0"
__all__ = ["VariorumError", "__version__", "build", "open"]

# A library says nothing on its own: without this, Python would print logged tracebacks on a user's terminal.
logging.getLogger("variorum").addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    if name == "build":
        from variorum.pipeline import build

        return build
    if name == "open":
        from variorum.views.shelf import open_record

        return open_record
    raise AttributeError(f"module 'variorum' has no attribute {name!r}")
