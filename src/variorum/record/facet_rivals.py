"""Facets of which only one way can be true: a man was caught or gave himself up, trains met head-on or from behind.

The ways and their words are in `rivals.toml`. What is told of a person is told of the one whom the sentence names last before
the words; of a story, where it has one crash or one cause.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from variorum.record.facets import Facet, Page
from variorum.schema.lexicons import read_lexicon
from variorum.schema.reports import Span

KIND = "outcome"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """One thing with its ways: patterns by way; a person's, or a story's."""

    key: str
    name: str
    personal: bool
    ways: Mapping[str, re.Pattern[str]]
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@cache
def rivals() -> tuple[Rivals, ...]:
    """Everything that the lexicon lists."""
    return tuple(_rivals(key, entry) for key, entry in read_lexicon("rivals").items())


def _rivals(key: str, entry: Mapping[str, object]) -> Rivals:
    def compiled(name: str) -> re.Pattern[str] | None:
        words = entry.get(name)
        return re.compile(str(words), re.IGNORECASE) if words else None

    ways = entry["ways"]
    assert isinstance(ways, Mapping)
    patterns = {way: re.compile(rf"\b(?:{'|'.join(told)})", re.IGNORECASE) for way, told in ways.items()}
    return Rivals(
        key=key,
        name=str(entry["name"]),
        personal=entry["of"] == "person",
        ways=patterns,
        needs=compiled("needs"),
        unless=compiled("unless"),
    )


def read_rivals(page: Page) -> Iterator[Facet]:
    """Every way that a report tells, of a person or of the story."""
    names = _surnames(page)
    for sentence in page.own.sentences:
        said = page.said(sentence)
        for each in rivals():
            if (each.needs is None or each.needs.search(said)) and not (each.unless and each.unless.search(said)):
                yield from _ways(page, sentence, said, each, names)


def _ways(page: Page, sentence: Span, said: str, each: Rivals, names: Mapping[str, str]) -> Iterator[Facet]:
    for way, pattern in each.ways.items():
        match = pattern.search(said)
        if match is None:
            continue
        about = _person(said[: match.start()], names) if each.personal else ""
        if about is None:
            continue
        start = _start(said, match.start(), about if each.personal else None, names)
        span = Span(start=sentence.start + start, end=sentence.start + match.end())
        name = f"{page.lookup.by_id[about].name}: {each.name.lower()}" if about else each.name
        yield Facet(
            report_id=page.report_id,
            kind=KIND,
            about=(each.key, about),
            name=name,
            value=page.said(Span(start=sentence.start + match.start(), end=span.end)),
            comparable=frozenset({way}),
            span=span,
        )


LONGEST = 80
"""Code points from a name to the words told of it within which both are shown."""


def _start(said: str, at: int, person: str | None, names: Mapping[str, str]) -> int:
    """Where the words to be shown begin: at the person's name if it is near, else at the words themselves."""
    found = [m.start() for m in _NAME.finditer(said[:at]) if names.get(m[0]) == person] if person else []
    return found[-1] if found and at - found[-1] <= LONGEST else at


_NAME = re.compile(r"[^\W\d_][\w’'-]*[^\W_]")


def _person(before: str, names: Mapping[str, str]) -> str | None:
    """The person named last in some words, None where none is."""
    found = [names[m[0].removesuffix("’s").removesuffix("'s")] for m in _NAME.finditer(before) if m[0] in names]
    return found[-1] if found else None


def _surnames(page: Page) -> dict[str, str]:
    """Last names of the persons of the record, with whom they mean; a name that two have means nobody."""
    found: dict[str, str | None] = {}
    for entity in page.lookup.by_id.values():
        if entity.kind != "person":
            continue
        for name, _ in entity.names:
            last = name.split()[-1]
            if len(last) > 2 and last[:1].isupper():
                found[last] = entity.entity_id if found.setdefault(last, entity.entity_id) == entity.entity_id else None
    return {name: entity for name, entity in found.items() if entity is not None}
