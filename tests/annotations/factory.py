"""Texts read by all annotators, with what was found given back in words."""

from dataclasses import dataclass

import pytest
from _pytest.mark import ParameterSet

from variorum.annotations.annotate import annotate_doc
from variorum.annotations.parse import load_parser
from variorum.config import Config
from variorum.schema.annotations import Annotations, EventMention
from variorum.schema.reports import Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text with its annotations. Roles are given as (role, words of the mention)."""

    text: str
    found: Annotations

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @property
    def events(self) -> tuple[EventMention, ...]:
        return self.found.events

    def mention(self, word: str) -> EventMention:
        """The one event mention whose trigger holds a word, those that make no event of the record included."""
        held = (*self.events, *(m for m in self.found.unrecorded if m.left_out != "weak"))
        hits = [e for e in held if word.lower() in self.words(e.trigger).lower()]
        assert len(hits) == 1, f"{len(hits)} mentions are named by {word!r}; all are {self.outline()}"
        return hits[0]

    def cue(self, event: EventMention) -> str | None:
        return None if event.realis_cue is None else self.words(event.realis_cue)

    def triggers(self) -> list[str]:
        return [self.words(e.trigger) for e in self.events]

    def event(self, word: str) -> EventMention:
        """The one event whose trigger holds a word."""
        hits = [e for e in self.events if word.lower() in self.words(e.trigger).lower()]
        assert len(hits) == 1, f"{len(hits)} events are named by {word!r}; all are {self.outline()}"
        return hits[0]

    def of_type(self, *types: str) -> list[EventMention]:
        return [e for e in self.events if e.type in types]

    def roles(self, event: EventMention) -> set[tuple[str, str]]:
        return {(r.role, self.found.entities[r.entity].name) for r in event.roles}

    def held(self, event: EventMention, role: str) -> set[str]:
        return {name for r, name in self.roles(event) if r == role}

    def parties(self, event: EventMention) -> set[tuple[str, str]]:
        """Who or what has a role in words that name no entity, as (role, words)."""
        return {(p.role, self.words(p.span)) for p in event.parties}

    def sides(self, event: EventMention) -> set[tuple[str, str]]:
        """All roles, by name or in words."""
        return self.roles(event) | self.parties(event)

    def place(self, event: EventMention) -> str | None:
        return None if event.place is None else self.found.entities[event.place].name

    def time(self, event: EventMention) -> str | None:
        return None if event.time is None else self.words(self.found.times[event.time].span)

    def counts(self, event: EventMention) -> list[tuple[str, float | None]]:
        figures = [self.found.figures[i] for i in event.figures]
        return [(f.what, f.best if f.best is not None else f.low) for f in figures]

    def outline(self) -> list[str]:
        return [
            f"{self.words(e.trigger)}/{e.concept}/{e.type}/{e.realis}/{sorted(self.roles(e))}#{e.chain}"
            for e in self.events
        ]


def annotate_text(text: str, *, title: str | None = None) -> Reading:
    """Read a text, its title as the first line where one is given."""
    whole = text if title is None else f"{title}\n{text}"
    span = None if title is None else Span(start=0, end=len(title))
    report = Report(report_id="r1", file="one.txt", text=whole, digest="0", title=title, title_span=span)
    return Reading(text=whole, found=annotate_doc(load_parser(Config())(whole), report))


def known_bug(*values: object, why: str) -> ParameterSet:
    """A case that a reader would expect and the code does not give yet."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=False, reason=why))
