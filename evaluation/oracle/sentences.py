"""Sentences with what stands where in them: names, words for happenings, times, counts, quotations; and what they claim."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a sentence with their meaning; start and end are code points within the sentence.

    kind: name (key of a thing, `form` as of entity mentions), word (number of a happening, `value` its words),
    time, count (slot), label (the word's class), cue, content.
    """

    kind: str
    start: int
    end: int
    key: Any = None
    form: str = ""
    value: Any = None

    def moved(self, by: int) -> "Mark":
        """The same further on."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a sentence says of an attribute of a happening. voice: "own", or who is said to say so.

    as_of: the day of which it is said, where that is not the day of the report.
    """

    happening: int
    attribute: str
    value: Any
    voice: str = "own"
    as_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence as composed.

    happening: what it tells, None where nothing; realis and voice: as of event mentions. speaker: key of a thing.
    root: names the sentence as first written, the same in every copy. agency: whom the sentence itself credits.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    claims: tuple[Claim, ...] = ()
    happening: int | None = None
    realis: str = "happened"
    voice: str = "own"
    speaker: str | None = None
    root: str = ""
    agency: str | None = None
    quoted: bool = False
    movable: bool = True
    follow: bool = False

    def begun(self) -> "Sentence":
        """With a capital and a full stop."""
        text = (self.text[:1].upper() + self.text[1:]).removesuffix(",")
        return replace(self, text=text if text.endswith((".", ".”")) else text + ".")
