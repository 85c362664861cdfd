"""JSON read piece by piece: a list's members or a file's lines, one in memory at a time, within stated limits."""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from variorum.config import Config

_CHUNK = 1 << 16
_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[{]|[\]}]', re.DOTALL)
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One JSON value with its number from 1: of the line, or of the place in the list.

    value: None where it is none; `fault` says why.
    """

    number: int
    value: Any = None
    fault: str | None = None


def pieces_of_lines(stream: IO[bytes], config: Config) -> Iterator[Piece]:
    """Read one JSON value a line. A line that is too long is passed over without being held."""
    for number, (line, size) in enumerate(bounded_lines(stream, config.max_line_bytes), start=1):
        if line is None:
            yield Piece(number=number, fault=_too_long(size, config))
        elif line.strip():
            yield _line(line.decode("utf-8-sig", "replace"), number, config)


def bounded_lines(stream: IO[bytes], most: int) -> Iterator[tuple[bytes | None, int]]:
    """Lines with their length in bytes; None for a line of more than `most`."""
    while line := stream.readline(most + 1):
        if len(line) <= most or line.endswith(b"\n"):
            yield line, len(line)
            continue
        size = len(line)
        while (more := stream.readline(most + 1)) and not more.endswith(b"\n"):
            size += len(more)
        yield None, size + len(more)


def pieces_of_list(stream: IO[bytes], config: Config) -> Iterator[Piece]:
    """Read the members of a list one by one. After one that is no JSON nothing more can be told apart."""
    scroll = _Scroll(stream, config)
    scroll.open_list()
    number = 0
    while scroll.next_mark() not in {"", "]"}:
        number += 1
        try:
            yield Piece(number=number, value=scroll.read_value())
        except ValueError as error:
            yield Piece(number=number, fault=f"{error}; what follows in the list is not read")
            return


def only_piece(stream: IO[bytes], config: Config) -> Piece:
    """Read the one value of a stream."""
    try:
        return Piece(number=1, value=_Scroll(stream, config).read_value())
    except ValueError as error:
        return Piece(number=1, fault=str(error))


class _Scroll:
    """Text of a stream, of which only what is not read yet is held."""

    def __init__(self, stream: IO[bytes], config: Config) -> None:
        self._stream = stream
        self._config = config
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._text = ""
        self._start = 0
        self.next_mark()

    def open_list(self) -> None:
        self._start += 1

    def next_mark(self) -> str:
        """The next character that is no blank or comma; empty at the end."""
        while True:
            blank = _BETWEEN.match(self._text, self._start)
            self._start = blank.end() if blank else self._start
            if self._start < len(self._text) or not self._read_on(_CHUNK):
                return self._text[self._start : self._start + 1]

    def _read_on(self, size: int) -> bool:
        more = self._stream.read(size)
        self._text, self._start = self._text[self._start :] + self._decode(more, not more), 0
        return bool(more)

    def read_value(self) -> Any:
        """Read one value; a ValueError says in words why there is none."""
        step = _CHUNK
        while True:
            if is_deep(self._text, self._start, self._config.max_nesting):
                raise ValueError(_too_deep(self._config))
            try:
                value, self._start = _DECODER.raw_decode(self._text, self._start)
            except json.JSONDecodeError as error:
                if len(self._text) - self._start > self._config.max_line_bytes:
                    raise ValueError(_too_long(len(self._text) - self._start, self._config)) from error
                if not self._read_on(step):
                    raise ValueError(f"is no JSON ({error.msg}); check where it was written") from error
                step *= 2
            else:
                return value


def _line(text: str, number: int, config: Config) -> Piece:
    if is_deep(text, 0, config.max_nesting):
        return Piece(number=number, fault=_too_deep(config))
    try:
        return Piece(number=number, value=json.loads(text, strict=False))
    except ValueError as error:
        return Piece(number=number, fault=f"is no JSON ({error}); check where it was written")


def is_deep(text: str, start: int, most: int) -> bool:
    """True of JSON whose brackets lie within each other more than `most` deep; the parser recurses for each."""
    depth = 0
    for match in _BRACKET.finditer(text, start):
        mark = match[0]
        if mark in "[{":
            depth += 1
            if depth > most:
                return True
        elif mark in "]}":
            depth -= 1
            if depth <= 0:
                return False
    return False


def _too_long(size: int, config: Config) -> str:
    return f"{size} bytes or more, more than max_line_bytes = {config.max_line_bytes}; split it or raise the limit"


def _too_deep(config: Config) -> str:
    return f"nests deeper than max_nesting = {config.max_nesting}; no report does"
