"""Whom a report names as the source of its words: its credit, its dateline, and "according to X", "X reported"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from variorum.schema.lexicons import read_lexicon
from variorum.schema.reports import Report, Span

_BEFORE = re.compile(
    r"\b(?:according to|citing|quoting|told|quoted by|cited by|(?:first |earlier )?reported (?:by|in)"
    r"|reports? (?:by|from|in)|published (?:by|in)|interview with|seen by|obtained by|via)\s+",
    re.IGNORECASE,
)
_OUTLETS = (
    r"(?:news )?(?:agency|newspaper|paper|daily|weekly|magazine|website|site|portal|outlet|broadcaster|channel|service)"
)
"""What a source is called beside its name. Source: general English."""

_AFTER = re.compile(
    rf"(?:\s+{_OUTLETS})?(?:\s*,\s+(?:citing|quoting)|\s+(?:(?:first|also|earlier|later|had|has|have)\s+){{0,2}}"
    r"(?:reported|reports|wrote|writes|said|says|quoted|quotes|cited|cites|citing|quoting|learned|revealed"
    r"|(?:was|were) (?:the )?first to report))\b"
)
_LEADING = re.compile(rf"(?:(?:an?|the|local|state|state-run|private|{_OUTLETS})\s+)+", re.IGNORECASE)
"""Words before the name of a source: "the daily X", "a report"."""
_WORD = re.compile(r"[^\s,;:()“”\"]+")
LONGEST = 6
"""Words of the longest name of a source that is looked for."""

_REACH = 80
"""Code points before "reported" in which a name of a source may stand."""


def fold_name(name: str) -> str:
    """A name of a source as it is compared: small letters, no article, no mark at its end."""
    folded = " ".join(name.casefold().replace("’", "'").split()).strip(".,;:'")
    return folded.removeprefix("the ").removesuffix("'s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A source that the words at an offset name, folded."""

    offset: int
    name: str


@dataclass(frozen=True, kw_only=True)
class Sources:
    """The names of sources: those of the corpus's reports, and news agencies under all their marks.

    agencies: folded names of the agencies, by which they are known as origins.
    """

    reports: Sequence[Report]
    agencies: frozenset[str]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Folded name of each folded mark."""
        marks = {
            fold_name(mark): fold_name(row["name"])
            for row in read_lexicon("agencies")["agency"]
            if fold_name(row["name"]) in self.known_agencies
            for mark in row["marks"]
        }
        own = {fold_name(report.source): fold_name(report.source) for report in self.reports if report.source}
        return own | {name: name for name in self.known_agencies} | marks

    @cached_property
    def written(self) -> Mapping[str, str]:
        """Folded names of sources as their reports write them."""
        return {self.called(r.source) or "": r.source for r in reversed(self.reports) if r.source}

    @cached_property
    def known_agencies(self) -> frozenset[str]:
        """The agencies, folded as names are compared here."""
        return frozenset(fold_name(agency) for agency in self.agencies)

    def called(self, name: str | None) -> str | None:
        """The folded name that a name stands for: an agency's own for its mark, else itself."""
        return self.names.get(fold_name(name), fold_name(name)) if name else None

    def is_agency(self, folded: str) -> bool:
        """True of the folded name of a news agency."""
        return folded in self.known_agencies


def credits_of(report: Report, sources: Sources) -> frozenset[str]:
    """Folded names of whom a report as a whole credits: in its credit, or in its dateline an agency."""
    dated = report.dateline or ""
    inside = re.search(r"\(([^()]+)\)", dated)
    named = sources.called(inside[1].strip() if inside else dated)
    found = {sources.called(report.credit), named if named and sources.is_agency(named) else None}
    return frozenset(name for name in found if name) - {sources.called(report.source) or ""}


def find_namings(report: Report, sources: Sources) -> tuple[Naming, ...]:
    """The other sources that a report's words name as where they have something from, in text order."""
    own = sources.called(report.source)
    found = {(at, name) for at, name in _named(report.text, sources.names) if name != own}
    return tuple(Naming(offset=at, name=name) for at, name in sorted(found))


def _named(text: str, names: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for cue in _BEFORE.finditer(text):
        if (name := _name_from(text, cue.end(), names)) is not None:
            yield cue.start(), name
    for cue in _AFTER.finditer(text):
        words = [m.span() for m in _WORD.finditer(text, max(0, cue.start() - _REACH), cue.start())][-LONGEST:]
        for start, _ in words:
            if (name := names.get(fold_name(text[start : cue.start()]))) is not None:
                yield start, name
                break


def _name_from(text: str, start: int, names: Mapping[str, str]) -> str | None:
    """The longest name of a source that begins at an offset, or after words such as "the daily"."""
    leading = _LEADING.match(text, start)
    for begin in (start, leading.end()) if leading else (start,):
        words = [m.span() for m in _first(_WORD.finditer(text, begin, begin + _REACH))]
        for first, end in _spans_from(words):
            if (name := names.get(fold_name(text[first:end]))) is not None:
                return name
    return None


def _first(matches: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    for _, match in zip(range(LONGEST), matches, strict=False):
        yield match


def _spans_from(words: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """From the first word, or the second after an article, to each later one, longest first."""
    for end in range(len(words), 0, -1):
        yield words[0][0], words[end - 1][1]


_CITED = re.compile(r"\b(?:citing|quoting|quoted by|cited by|told)\b", re.IGNORECASE)
"""Before the source that another source has it from."""


def credited_sentences(
    report: Report, sentences: Sequence[Span], sources: Sources, namings: Sequence[Naming]
) -> tuple[tuple[Span, str], ...]:
    """The sentences in which a report gives what it tells to another source, in whatever words ("as X reported").

    Returns:
        Each with the folded name of the one whose word it is: of several the one that another cites, then an agency,
        then the first named.
    """
    found = []
    for sentence in sentences:
        inside = [n for n in namings if sentence.start <= n.offset < sentence.end]
        if inside:
            cited = [n for n in inside if _CITED.match(report.text, n.offset)]
            agencies = [n for n in inside if sources.is_agency(n.name)]
            found.append((sentence, (cited or agencies or inside)[0].name))
    return tuple(found)


def named_near(namings: Sequence[Naming], span: Span) -> frozenset[str]:
    """The sources that are named within a span."""
    return frozenset(n.name for n in namings if span.start <= n.offset < span.end)
