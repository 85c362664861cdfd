"""Outlets, and the reports that they print, as drafts of sentences."""

from dataclasses import dataclass, field
from datetime import date

from evaluation.oracle.sentences import Sentence
from evaluation.oracle.world import Happening
from evaluation.oracle.writing import Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A source of reports. lean: the state that it favours, or None."""

    name: str
    lean: str | None = None
    agency: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """A report. sentences: the title first. mode: how it tells of `main`, the happening that it is about.

    copied: the report whose sentences on `main` it has. cited: the agency on whose word it tells of `main`.
    credit: the agency that it credits as a whole.
    """

    outlet: Outlet
    published: date
    main: Happening
    mode: str
    sentences: list[Sentence] = field(default_factory=list)
    credit: str | None = None
    copied: "Draft | None" = None
    cited: str | None = None
    telling: Telling | None = None
    number: int = 0

    @property
    def told(self) -> Telling:
        """What the report tells of `main`.

        Raises:
            ValueError: it is not composed yet.
        """
        if self.telling is None:
            raise ValueError(f"{self.outlet.name}: nothing told yet")
        return self.telling
