"""Facets of what a side gives up, and of whether aid comes through: one report says so and another that nothing of it is so."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from variorum.record.facets import Facet, Page
from variorum.schema.reports import Span

_GIVEN_UP = r"(?:give up|gives up|gave up|given up|giving up|renounces?|renounced|renouncing|abandons?|abandoned|forswore|forsworn)"
_WHAT = (
    r"(?:all |the |its |their |any )?(?P<what>\w{4,}ing|hostage-taking|terrorism|violence|extortion|recruitment|sabotage|"
    r"nuclear weapons|rockets|child soldiers)\b"
)
_ASSENT = re.compile(rf"\b{_GIVEN_UP} {_WHAT}", re.IGNORECASE)
_DENIAL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:denied|denies|deny)\b[^.;]{{0,60}}\b{_GIVEN_UP} {_WHAT}",
        rf"\b(?:refus\w+ to|(?:has|have|had|did|does|will|would) not|never|n[’']t|not) {_GIVEN_UP} {_WHAT}",
        rf"\b(?:no|without any?) (?:commitment|promise|pledge|undertaking)(?: \w+)? (?:on|to end|to stop|about|over) {_WHAT}",
    )
)
_UNSURE = re.compile(
    r"\b(?:if|whether|unless|until|should|must|could|demand\w*|urg\w+|calls? (?:on|for)|called (?:on|for)|ask\w*|expected)\b[^.;]*$",
    re.IGNORECASE,
)


def read_pledges(page: Page) -> Iterator[Facet]:
    """What a side gives up by a report's own words, or is said there not to."""
    denials = [match for pattern in _DENIAL for match in pattern.finditer(page.text)]
    for match in denials:
        yield from _pledge(page, match, "not given up")
    for match in _ASSENT.finditer(page.text):
        if not any(other.start() <= match.start() < other.end() for other in denials):
            yield from _pledge(page, match, "given up")


def _pledge(page: Page, match: re.Match[str], side: str) -> Iterator[Facet]:
    span = Span(start=match.start(), end=match.end())
    sentence = page.sentence(span)
    if page.is_quoted(span) or _UNSURE.search(page.text[sentence.start : span.start]):
        return
    what = match["what"].lower()
    yield Facet(
        report_id=page.report_id,
        kind="outcome",
        about=("given up", what),
        name=f"Whether {what} is given up",
        value=side,
        comparable=frozenset({side}),
        span=span,
    )


_AID = r"(?:aid|food|medicines?|supplies|relief|help|convoys?|trucks?|lorries|lorry)"
_CAME = (
    r"(?:reach(?:es|ed|ing)?|arriv(?:es|ed|ing)|enter(?:s|ed|ing)?|got through|getting through|rolled into|delivered)"
)
_COMES = re.compile(rf"\b{_AID}\b(?: and \w+)? (?:\w+ ){{0,3}}?{_CAME}\b(?: \w+){{0,3}}", re.IGNORECASE)
_NONE = re.compile(
    rf"\b(?:no|not (?:a single|one|any)|none of the) (?:\w+ ){{0,2}}?{_AID}\b (?:\w+ ){{0,2}}?{_CAME}\b(?: \w+){{0,3}}",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:will|would|could|may|might|should|to be|not|never|n[’']t|if|before|ordered|due|plans?)\b", re.IGNORECASE
)
WEEK = timedelta(days=7)
"""How far apart reports may come out that speak of one state of things."""


def read_aid(pages: Sequence[Page]) -> Iterator[Facet]:
    """Whether aid comes through, by reports of one week of which one says that none does."""
    none = [(page, m) for page in pages for m in _NONE.finditer(page.text) if _is_told(page, m)]
    some = [
        (page, m)
        for page in pages
        for m in _COMES.finditer(page.text)
        if _is_told(page, m) and not _LATER.search(m[0]) and not any(p is page for p, _ in none)
    ]
    for side, told, others in (("none", none, some), ("some", some, none)):
        for page, match in told:
            if any(_are_near(page, other) for other, _ in others):
                yield _aid(page, match, side)


def _is_told(page: Page, match: re.Match[str]) -> bool:
    """True outside of quotation marks, and, but for "no aid", where no negation stands before it in the sentence."""
    span = Span(start=match.start(), end=match.end())
    before = page.text[page.sentence(span).start : span.start]
    return not page.is_quoted(span) and not re.search(
        r"\b(?:no|not|nor|never)\b(?: \w+){0,3} ?$", before, re.IGNORECASE
    )


def _are_near(one: Page, two: Page) -> bool:
    days = one.published.low, two.published.low
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= WEEK


def _aid(page: Page, match: re.Match[str], side: str) -> Facet:
    return Facet(
        report_id=page.report_id,
        kind="realis",
        about=("aid",),
        name="Whether aid comes through",
        value="no aid" if side == "none" else "aid that comes",
        comparable=frozenset({side}),
        span=Span(start=match.start(), end=match.end()),
    )
