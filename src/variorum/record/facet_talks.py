"""Facets of what became of a story's talks: whether they brought an agreement, and whether a delegation has left the town."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from variorum.record.facets import Facet, Page, may_lie_within
from variorum.schema.reports import Span

_TALKS = r"(?:talks|negotiations|meeting|summit|round|dialogue|conference)"
_DEAL = r"(?:agreement|deal|accord|breakthrough|compromise|result)"
_NO_DEAL = (
    re.compile(
        rf"\b{_TALKS}\b[^.;!?]{{0,120}}?\b(?P<deed>(?:ended|broke up|broken up|closed|concluded|finished|wound up|adjourned) "
        rf"(?:\w+ ){{0,2}}?(?:without (?:any |an |a )?|with no ){_DEAL}\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_TALKS}\b[^.;!?]{{0,120}}?\b(?P<deed>(?:brought|produced|yielded|led to) no {_DEAL}\b)",
        re.IGNORECASE,
    ),
)
_AGREED = re.compile(
    r"\b(?:[Tt]hey|(?:[Bb]oth|[Tt]he two) (?:sides|parties|delegations|governments)|[Tt]he (?:sides|parties|delegations)|"
    r"[A-Z][\w().’' -]{1,60}? and (?:the )?[A-Z][\w().’' -]{1,60}?) "
    r"(?:have |had |also )?(?P<deed>(?:agreed (?:on \w+ )?(?:in [A-Z]\w+(?: [A-Z]\w+)? )?(?:on \w+ )?[“\"]?to (?!disagree|meet|talk|resume|continue)\w+"
    r"|(?:reached|struck|sealed) an? (?:\w+ )?(?:agreement|deal|accord)\b))"
)
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December) \d{1,2}\b"
)
APART = timedelta(days=7)
"""How far apart reports may come out that speak of one weekday by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words of one report that take a side. keys: what the sentence must share with another's to be of one thing."""

    page: Page
    side: str
    keys: frozenset[str]
    span: Span


def read_results(pages: Sequence[Page]) -> Iterator[Facet]:
    """Whether talks of one day brought an agreement, by reports of which one says that they ended without."""
    none = [_told(p, m, "no agreement") for p in pages for pattern in _NO_DEAL for m in pattern.finditer(p.text)]
    some = [_told(p, m, "agreement") for p in pages for m in _AGREED.finditer(p.text)]
    yield from _at_odds(none, some, "outcome", ("result of the talks",), "Result of the talks")


REST = 60
"""Code points to the end of a sentence that are shown with the words before it, as they may take something back."""


def _told(page: Page, match: re.Match[str], side: str) -> Told:
    """Words with the days that their sentence, or else the one before in their paragraph, names."""
    sentence = page.sentence(Span(start=match.start("deed"), end=match.end()))
    end = sentence.end if sentence.end - match.end() <= REST else page.clause_end(match.end(), REST)
    before = page.text[page.text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
    days = _DAY.findall(page.said(sentence)) or _DAY.findall(before)
    span = Span(start=match.start("deed"), end=max(end, match.end()))
    return Told(page=page, side=side, keys=frozenset(days), span=span)


def _at_odds(
    ones: Sequence[Told], others: Sequence[Told], kind: str, about: tuple[str, ...], name: str
) -> Iterator[Facet]:
    ones = [t for t in ones if not t.page.is_quoted(t.span)]
    others = [t for t in others if not t.page.is_quoted(t.span)]
    for told, against in ((ones, others), (others, ones)):
        for one in told:
            if any(_are_of_one(one, two) for two in against):
                yield Facet(
                    report_id=one.page.report_id,
                    kind=kind,
                    about=about,
                    name=name,
                    value=one.side,
                    comparable=frozenset({one.side}),
                    span=one.span,
                )


def _are_of_one(one: Told, two: Told) -> bool:
    near = may_lie_within(one.page, two.page, APART)
    return near and one.page is not two.page and bool(one.keys & two.keys)


_TEAM = r"(?P<team>delegation|delegates|negotiators|negotiating team|envoys|representatives)"
_LEFT = re.compile(
    rf"\b{_TEAM} (?:\w+ ){{0,2}}?(?:flew out of|flew home from|departed from|departed|left|walked out of|pulled out of) "
    r"(?:the )?(?P<town>[A-Z]\w+(?: [A-Z]\w+)?)"
)
_STAYED = re.compile(
    rf"\b{_TEAM} (?:of [\w ]{{1,30}} )?(?:(?:are|were|was|is) still|(?:have |has )?(?:remain|remains|remained|stayed|stay)) "
    r"(?:\w+ ){0,4}?in (?P<town>[A-Z]\w+(?: [A-Z]\w+)?)"
)
_UNSURE = re.compile(
    r"\b(?:if|whether|unless|until|would|could|should|might|may|not|never|nor)\b[^.;]*$", re.IGNORECASE
)


def read_departures(pages: Sequence[Page]) -> Iterator[Facet]:
    """Whether a delegation has left the town of the talks, by a report that came out no earlier than the other.

    A report without a day may have come out at any time, so that only its weekday speaks for it.
    """
    left = [t for p in pages for m in _LEFT.finditer(p.text) for t in _in_town(p, m, "left")]
    stayed = [t for p in pages for m in _STAYED.finditer(p.text) for t in _in_town(p, m, "stayed")]
    pairs = [(a, b) for a in left for b in stayed if _are_of_one(a, b) and _came_first(a.page, b.page)]
    towns = sorted({town for a, b in pairs for town in a.keys & b.keys})
    for town in towns:
        gone = [a for a, b in pairs if town in a.keys & b.keys]
        there = [b for a, b in pairs if town in a.keys & b.keys]
        yield from _at_odds(gone, there, "outcome", ("delegation in", town), f"Delegation in {town}")


def _came_first(leaving: Page, staying: Page) -> bool:
    """True unless the report of the stay is known to be the older one, which may only not know yet."""
    known = staying.published.high, leaving.published.low
    return known[0] is None or known[1] is None or known[1] <= known[0]


def _in_town(page: Page, match: re.Match[str], side: str) -> Iterator[Told]:
    span = Span(start=match.start(), end=match.end())
    sentence = page.sentence(span)
    if _UNSURE.search(page.text[sentence.start : span.start]):
        return
    at = Span(start=match.start("town"), end=match.end("town"))
    named = any(m.span.overlaps(at) and m.kind in ("place", "country") for m in page.own.entities)
    dated = side == "stayed" or page.published.days == 1 or _DAY.search(page.said(sentence))
    if named and dated:
        yield Told(page=page, side=side, keys=frozenset({match["town"].split()[0]}), span=span)
