"""What readers of broken documents raise: they trust a file's own tables, which may say anything."""

import struct
import zipfile
import zlib

BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""Caught around one library call at a time, never around code of ours."""
