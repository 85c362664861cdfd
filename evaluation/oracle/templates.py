"""Sentence patterns read and taken apart. The marks are explained in `patterns.toml`."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Something that a report says of the happening; form: how."""

    name: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Words that name the happening, or one that it stands to in a relation: `form` as keys of `kinds.RELATIONS`."""

    text: str
    form: str

    @property
    def beside(self) -> bool:
        """True of words for another happening."""
        return bool(self.form)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What is left out where the report does not say it."""

    pieces: tuple[Any, ...]


Pieces = tuple[Any, ...]
FORMS = {"^": "parent", "!": "cause", "=": "terms"}
_MARK = re.compile(r"\{([a-z_.]+)\}|\[([^\]]+)\]|([<>])")


def parse(pattern: str) -> Pieces:
    """Take a pattern apart."""
    stack: list[list[Any]] = [[]]
    at = 0
    for mark in _MARK.finditer(pattern):
        if mark.start() > at:
            stack[-1].append(Text(text=pattern[at : mark.start()]))
        at = mark.end()
        if mark[3] == "<":
            stack.append([])
        elif mark[3] == ">":
            inside = tuple(stack.pop())
            stack[-1].append(Option(pieces=inside))
        else:
            stack[-1].append(_piece(mark))
    if at < len(pattern):
        stack[-1].append(Text(text=pattern[at:]))
    return tuple(stack[0])


def _piece(mark: re.Match[str]) -> Slot | Word:
    if mark[1]:
        name, _, form = mark[1].partition(".")
        return Slot(name=name, form=form)
    form = FORMS.get(mark[2][-1], "")
    return Word(text=mark[2][:-1] if form else mark[2], form=form)


def needs(pieces: Pieces) -> set[str]:
    """The slots without which a pattern says nothing; the form of a word where it needs a happening that this one stands to."""
    found = {p.name for p in pieces if isinstance(p, Slot)}
    return found | {p.form for p in pieces if isinstance(p, Word) and p.form}


def kept(pieces: Pieces, told: set[str]) -> Iterator[Any]:
    """The pieces that are said where a report tells only some slots."""
    for piece in pieces:
        if not isinstance(piece, Option):
            yield piece
        elif needs(piece.pieces) <= told:
            yield from kept(piece.pieces, told)


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("patterns.toml").read_text(encoding="utf-8"))


@cache
def patterns(kind: str, way: str) -> tuple[Pieces, ...]:
    """The patterns of a kind of happening and way of telling it; none where the kind is not told in that way."""
    return tuple(parse(line) for line in lines(kind, way))


@cache
def lines(kind: str, way: str) -> tuple[str, ...]:
    """The patterns as they are written."""
    return tuple(_tables()[kind].get(way, "").strip().splitlines())


def words_of(kind: str, name: str) -> tuple[str, ...]:
    """A list of words of the file."""
    return tuple(_tables()[kind][name])
