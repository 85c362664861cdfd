"""Facets of what a side is said to have promised and denies, and of attacks said to be halted that go on by another report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from variorum.record.facets import Facet, Page, may_lie_within
from variorum.schema.reports import Span

_BOUND = r"(?:agreed|promised|pledged|consented|undertaken|undertook|(?:committed|bound) (?:itself|himself|herself|themselves))"
_DEED = (
    r"(?: (?:on|in|at) [A-Z]\w+(?: [A-Z]\w+)?| \w+day)*,? to (?P<deed>[a-z]+(?: (?:over|up|back|off|out|down|away)\b)?)"
)
_DENIED = (
    re.compile(
        rf"\b(?:denied|denies|rejected claims|denying) (?:that )?(?:it|he|she|they) (?:had|has|have) (?:ever )?{_BOUND}{_DEED}"
    ),
    re.compile(rf"\b(?:denied|denies|denying) (?:ever )?having {_BOUND}{_DEED}"),
    re.compile(rf"\b(?:had|has|have) (?:not|never) {_BOUND}{_DEED}"),
)
_PROMISED = re.compile(rf"\b{_BOUND}{_DEED}")
_UNSURE = re.compile(
    r"\b(?:if|whether|unless|until|should|must|could|would|not|never|nor|refus\w+|denie[sd]|deny\w*|demand\w*|urg\w+)\b[^.;]*$",
    re.IGNORECASE,
)
NOT_DEEDS = frozenset(
    "a an the nothing having any all such this that meet talk resume continue discuss hold work keep be do have".split()
)
"""Words after "agreed to" that name no deed by which two reports could mean the same one."""
WEEKS = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words of one report on one deed or attack. names: the sides or places in the sentence by which it is the same one.

    denies: the words say that something did not stop.
    """

    page: Page
    about: str
    names: frozenset[str]
    span: Span
    denies: bool = False


def read_promises(pages: Sequence[Page]) -> Iterator[Facet]:
    """Whether a side agreed to a deed: one report has it so, and by another the side denies to have agreed to it."""
    denied = [t for p in pages for pattern in _DENIED for m in pattern.finditer(p.text) for t in _promise(p, m)]
    promised = [
        t
        for p in pages
        for m in _PROMISED.finditer(p.text)
        if not _UNSURE.search(p.text[p.sentence(Span(start=m.start(), end=m.end())).start : m.start()])
        for t in _promise(p, m)
    ]
    pairs = [(a, b) for a in promised for b in denied if _is_one(a, b)]
    for promise, denial in pairs:
        for told, value in ((promise, "agreed"), (denial, "denied")):
            yield _facet(told, value, "realis", "agreed to", f"Whether it was agreed to {told.about}")


def _promise(page: Page, match: re.Match[str]) -> Iterator[Told]:
    span = Span(start=match.start(), end=match.end())
    sentence = page.sentence(span)
    names = _names(page, Span(start=sentence.start, end=span.start), PARTIES)
    if names and not page.is_quoted(span) and match["deed"] not in NOT_DEEDS:
        yield Told(page=page, about=match["deed"], names=names, span=span)


PARTIES = ("country", "government", "organization", "armed_group", "person")
SITES = ("place", "country")


def _names(page: Page, span: Span, kinds: Sequence[str]) -> frozenset[str]:
    """What a stretch of text names: the sides of parties, or places."""
    return frozenset(
        page.lookup.side(entity)
        for index, mention in enumerate(page.own.entities)
        if mention.kind in kinds and mention.form in ("name", "pronoun", "metonym") and span.covers(mention.span)
        for entity in page.lookup.of(page.own, index)
    )


def _is_one(one: Told, two: Told) -> bool:
    near = may_lie_within(one.page, two.page, WEEKS)
    return near and one.page is not two.page and one.about == two.about and bool(one.names & two.names)


def _facet(told: Told, value: str, kind: str, what: str, name: str) -> Facet:
    return Facet(
        report_id=told.page.report_id,
        kind=kind,
        about=(what, told.about),
        name=name,
        value=value,
        comparable=frozenset({value}),
        span=told.span,
    )


_FIRE = (
    r"(?:bombing|bombardment|shelling|air ?strikes|strikes|raids|offensive|operations?|attacks|fighting|siege|blockade)"
)
_HALTED = re.compile(
    rf"\b[Tt]he (?:\w+ )?{_FIRE} (?:(?:in|on|of|around|against) (?:the )?[A-Z]\w+(?: [A-Z]\w+)? )?"
    r"(?:was|were|has been|have been|had been) (?:\w+ly )?(?:suspended|halted|stopped|ended|called off|lifted)\b[^.;,]{0,30}"
)
_GOES_ON = re.compile(
    rf"\b[Tt]he (?:\w+ )?{_FIRE} (?:(?:in|on|of|around|against) (?:the )?[A-Z]\w+(?: [A-Z]\w+)? )?"
    r"(?:(?:has|have|had|did|was|were) (?:not|never) (?:been )?(?:ceased?|stop(?:ped)?|end(?:ed)?|halted|lifted|suspended|let up)|"
    r"(?:is|are) still going on|(?:goes|go) on|continues?|(?:has|have) continued)\b[^.;,]{0,30}"
)


_NOT = re.compile(r"\b(?:not|never)\b")


def read_halts(pages: Sequence[Page]) -> Iterator[Facet]:
    """Whether attacks on a place were halted: one report says so, and by another, of that day or later, they go on."""
    halted = [t for p in pages for m in _HALTED.finditer(p.text) for t in _attack(p, m)]
    going = [t for p in pages for m in _GOES_ON.finditer(p.text) for t in _attack(p, m)]
    for halt in halted:
        for on in going:
            if _is_one(halt, on) and _came_first(halt.page, on):
                place = min(halt.names & on.names)
                for told, value in ((halt, "halted"), (on, "goes on")):
                    name = (
                        f"Attacks on {told.page.lookup.by_id[place].name}"
                        if place in told.page.lookup.by_id
                        else "Attacks"
                    )
                    yield _facet(told, value, "realis", f"halt {place}", name)


def _came_first(halt: Page, on: Told) -> bool:
    """True unless the report of attacks that go on came out first; one without a day must deny that they stopped."""
    first = halt.published.high
    if first is None or halt.published.days != 1:
        return False
    return on.page.published.low >= first if on.page.published.days == 1 and on.page.published.low else on.denies


def _attack(page: Page, match: re.Match[str]) -> Iterator[Told]:
    """Words on attacks with the places of their sentence, or else of the one before in their paragraph."""
    span = Span(start=match.start(), end=match.end())
    sentence = page.sentence(span)
    paragraph = Span(start=page.text.rfind("\n", 0, sentence.start) + 1, end=sentence.end)
    places = _names(page, sentence, SITES) or _names(page, paragraph, SITES)
    if places and not page.is_quoted(span):
        yield Told(page=page, about="attacks", names=places, span=span, denies=_NOT.search(match[0]) is not None)
