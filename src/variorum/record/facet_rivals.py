"""Facets of which only one way can be true: a man was caught or gave himself up, trains met head-on or from behind.

The ways and their words are in `rivals.toml`. What is told of a person is told of the one whom the sentence names last before
the words; of a story, where it has one crash or one cause.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.record.facet_counts import role_before, role_of
from variorum.record.facets import Facet, Page
from variorum.schema.lexicons import read_lexicon
from variorum.schema.reports import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """One thing with its ways: patterns by way; a person's, or a story's."""

    key: str
    kind: str
    name: str
    personal: bool
    ways: Mapping[str, re.Pattern[str]]
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@cache
def rivals() -> tuple[Rivals, ...]:
    """Everything that the lexicon lists."""
    return tuple(_rivals(key, entry) for key, entry in read_lexicon("rivals").items())


def _rivals(key: str, entry: Mapping[str, Any]) -> Rivals:
    def compiled(name: str) -> re.Pattern[str] | None:
        words = entry.get(name)
        return re.compile(str(words), re.IGNORECASE) if words else None

    ways = {way: re.compile(rf"\b(?:{'|'.join(told)})", re.IGNORECASE) for way, told in entry["ways"].items()}
    return Rivals(
        key=key,
        kind=str(entry.get("kind", "outcome")),
        name=str(entry["name"]),
        personal=entry["of"] == "person",
        ways=ways,
        needs=compiled("needs"),
        unless=compiled("unless"),
    )


def read_rivals(pages: Sequence[Page]) -> Iterator[Facet]:
    """Every way that the reports of a story tell, of a person or of the story."""
    names = _surnames(pages)
    for page in pages:
        for sentence in page.own.sentences:
            said = page.said(sentence)
            for each in rivals():
                if each.needs is None or each.needs.search(said):
                    yield from _ways(page, sentence, said, each, names)


def _ways(page: Page, sentence: Span, said: str, each: Rivals, names: Mapping[str, str]) -> Iterator[Facet]:
    for way, pattern in each.ways.items():
        match = pattern.search(said)
        if match is None or (each.unless and each.unless.search(said[: match.start()] if each.personal else said)):
            continue
        about = _bearer(page, sentence.start, said[: match.start()], names) if each.personal else ""
        if about is None:
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if page.is_quoted(Span(start=start, end=end)):
            continue
        shown = sentence.start + _start(said, match.start(), about, names)
        span = Span(start=shown, end=min(sentence.end, page.clause_end(end, LONGEST)))
        known = page.lookup.by_id.get(about)
        whose = f"{known.name if known else 'The ' + about}: {each.name.lower()}" if about else each.name
        yield Facet(
            report_id=page.report_id,
            kind=each.kind,
            about=(each.key, about),
            name=whose,
            value=page.said(Span(start=start, end=end)).strip(),
            comparable=frozenset({way}),
            span=span,
        )


LONGEST = 80
"""Code points from a name to the words told of it within which both are shown."""


def _start(said: str, at: int, bearer: str, names: Mapping[str, str]) -> int:
    """Where the words to be shown begin: at the bearer's name if it is near, else at the words themselves."""
    found = [m.start() for m in _NAME.finditer(said[:at]) if names.get(m[0]) == bearer] if bearer else []
    return found[-1] if found and at - found[-1] <= LONGEST else at


_NAME = re.compile(r"[^\W\d_][\w’'-]*[^\W_]")


_THE = re.compile(r"\b[Tt]he (?:\d{1,2}-year-old(?: (?P<aged>[a-z]+))?|(?P<role>[a-z]+))\b")


def _bearer(page: Page, start: int, before: str, names: Mapping[str, str]) -> str | None:
    """Whom the words before tell of last: a person of the record, or somebody with a part that a story has once.

    Args:
        start: where the words stand in the report.
    """
    found = [(m.start(), names[m[0]]) for m in _NAME.finditer(before) if m[0] in names]
    for match in _THE.finditer(before):
        beside = _NAME.search(before[: match.start()].removesuffix(", ").rpartition(" ")[2])
        if beside is not None and beside[0] in names and before[: match.start()].endswith(", "):
            continue
        role = role_of(match["role"] or match["aged"] or "")
        if role is None and match["role"] is None:
            role = role_before(page, start + match.start())
        if role is not None:
            found.append((match.start(), role))
    return max(found)[1] if found else None


def _surnames(pages: Sequence[Page]) -> dict[str, str]:
    """Last names of the persons whom a story names, with whom they mean; a name that two have means nobody."""
    told = {e for page in pages for index in range(len(page.own.entities)) for e in page.lookup.of(page.own, index)}
    people = [pages[0].lookup.by_id[e] for e in sorted(told)]
    found: dict[str, str | None] = {}
    for entity in (known for known in people if known.kind == "person"):
        for name, _ in entity.names:
            last = name.split()[-1]
            if len(last) > 2 and last[:1].isupper():
                found[last] = entity.entity_id if found.setdefault(last, entity.entity_id) == entity.entity_id else None
    return {name: entity for name, entity in found.items() if entity is not None}
