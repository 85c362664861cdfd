"""What a peer is: a program beside ours that answers tasks, with a clock around its own work.

`own` is what a program does by itself, `parse` what spaCy did before it; a program without spaCy has no parse.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from variorum.evaluate.values import Document

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from seconds import Seconds

__all__ = ["Answer", "Peer", "PeerError", "Seconds", "Work", "answer_each"]


class PeerError(Exception):
    """A peer that is installed could not be run at all; says why."""


@dataclass(slots=True)
class Work:
    """What a program did on documents. notes: what a reader of its figures must know, and how often it was so."""

    answers: dict[str, Sequence[Any]] = field(default_factory=dict)
    own: Seconds = field(default_factory=Seconds)
    parse: Seconds = field(default_factory=Seconds)
    notes: dict[str, int] = field(default_factory=dict)

    def note(self, what: str) -> None:
        """Count one more of something."""
        self.notes[what] = self.notes.get(what, 0) + 1

    def add(self, other: "Work") -> None:
        """Add what was done on other documents."""
        self.answers |= other.answers
        self.own.add(other.own)
        self.parse.add(other.parse)
        for what, count in other.notes.items():
            self.notes[what] = self.notes.get(what, 0) + count


Answer = Callable[[Sequence[Document]], Work]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A program to be run beside ours.

    package: its distribution. module: what must be importable. answer: by task. remedy: how it is installed.
    lacking: says what else is missing, or nothing. about: how it is run, for a reader of its figures.
    """

    name: str
    package: str
    module: str
    answer: Mapping[str, Answer]
    about: str
    remedy: str = "make peers, or pip install 'variorum[evaluation]'"
    lacking: Callable[[], str | None] = lambda: None

    def missing(self) -> str | None:
        """Why it can't be run here and what would help; None where it can."""
        if find_spec(self.module) is None:
            return f"{self.package} is not installed: {self.remedy}"
        return self.lacking()

    def version(self) -> str:
        """The installed version, or "unknown"."""
        try:
            return version(self.package)
        except PackageNotFoundError:
            return "unknown"


def answer_each(documents: Sequence[Document], find: Callable[[Document, Work], Sequence[Any]]) -> Work:
    """Answer documents one by one; a text on which a program breaks has no answers and is counted.

    Args:
        find: answers one document and keeps its own clocks. It is called once on the first before all others, so
            that what is loaded at first use counts for nothing.
    """
    work = Work()
    for document in documents[:1]:
        _try(find, document, Work())
    for document in documents:
        work.answers[document.id] = _try(find, document, work)
    return work


def _try(find: Callable[[Document, Work], Sequence[Any]], document: Document, work: Work) -> Sequence[Any]:
    try:
        return find(document, work)
    except Exception as error:  # noqa: BLE001 - a peer may break in any way; that is told, by kind
        work.note(f"texts without an answer, since it broke ({type(error).__name__})")
        return ()
