"""Facets of who did it: which side attacked on a day, and what one side says was done while the other denies it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.record.claim_drafts import WHOLE
from variorum.record.facet_names import find_main_group
from variorum.record.facets import Facet, Page
from variorum.schema.annotations import EventMention
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue
from variorum.schema.resolution import named, resolve

LONG_AGO = timedelta(days=14)
"""What lies so far back is told as one attack of a day; of recent days each report tells what it knows of."""

GROUP, STATE = "the group", "the state"
FORCES = ("armed_group", "government", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An attack as one report tells it. places: the places named with it."""

    page: Page
    mention: EventMention
    day: date
    side: str
    doer: str
    places: frozenset[str]


def read_attackers(pages: Sequence[Page]) -> Iterator[Facet]:
    """Which side attacked on a day, the story's armed group or the state that it fights.

    Attacks of one day are one where they are told of one place, or lie so far back that each report tells one only.
    """
    group = find_main_group(pages)
    deeds = [deed for page in pages for deed in _deeds(page, group)] if group else []
    for deed in deeds:
        same = [d for d in deeds if d.side != deed.side and d.page is not deed.page and _is_one(d, deed)]
        if same:
            day = min(deed.day, *(d.day for d in same))
            yield Facet(
                report_id=deed.page.report_id,
                kind="direction",
                about=("attack", day.isoformat()),
                name=f"Attack of {day.isoformat()}",
                value=f"{deed.doer} attacking",
                comparable=frozenset({deed.side}),
                span=deed.mention.clause,
            )


def _is_one(one: Deed, two: Deed) -> bool:
    if abs((one.day - two.day).days) > 1:
        return False
    return bool(one.places & two.places) or (_is_long_ago(one) and _is_long_ago(two) and one.day.month == two.day.month)


def _is_long_ago(deed: Deed) -> bool:
    published = deed.page.published.low
    return published is not None and published - deed.day >= LONG_AGO


def _deeds(page: Page, group: str | None) -> Iterator[Deed]:
    for mention in page.own.events:
        if mention.concept not in WHOLE or mention.direction != "directed" or mention.realis != "happened":
            continue
        acting = {e for r in mention.roles if r.role == "actor" for e in page.lookup.of(page.own, r.entity)}
        sides = {side for e in acting if (side := _side(page, e, group)) is not None}
        day = _day(page, mention)
        if len(sides) == 1 and day is not None:
            yield Deed(
                page=page,
                mention=mention,
                day=day,
                side=min(sides),
                doer=min(page.lookup.by_id[e].name for e in acting),
                places=_places(page, mention),
            )


def _side(page: Page, entity: str, group: str | None) -> str | None:
    if entity == group:
        return GROUP
    return STATE if page.lookup.by_id[entity].kind in FORCES else None


def _day(page: Page, mention: EventMention) -> date | None:
    """The one day that a deed's words, its sentence or the sentence before name."""
    if mention.time is not None:
        return _one_day(page, [page.own.times[mention.time].span])
    inside = [t.span for t in page.own.times if mention.sentence.covers(t.span)]
    return _one_day(page, inside or [t.span for t in page.own.times if _before(page, mention).covers(t.span)])


def _before(page: Page, mention: EventMention) -> Span:
    earlier = [s for s in page.own.sentences if s.end <= mention.sentence.start]
    near = earlier[-1] if earlier else mention.sentence
    return near if "\n" not in page.text[near.end : mention.sentence.start] else mention.sentence


def _one_day(page: Page, spans: Sequence[Span]) -> date | None:
    found = {_nearest(page, time.value) for time in page.own.times if time.span in spans} - {None}
    return found.pop() if len(found) == 1 else None


def _nearest(page: Page, value: TimeValue) -> date | None:
    """The day that words name; of a day without a year the one nearest to the report, None of anything wider."""
    days = named(value, page.published)
    if days.days == 1 or not (days.low and days.high and page.published.low):
        return days.low if days.days == 1 else None
    if value.day is None or value.month is None or value.year is not None:
        return None
    published = page.published.low
    return min((days.low, days.high), key=lambda day: (abs(day - published), day))


def _places(page: Page, mention: EventMention) -> frozenset[str]:
    """Places, no countries, named in a deed's sentence or the one before."""
    near = (mention.sentence, _before(page, mention))
    return frozenset(
        e
        for index, entity in enumerate(page.own.entities)
        if entity.kind == "place" and any(s.covers(entity.span) for s in near)
        for e in page.lookup.of(page.own, index)
    )


_REJECTED = re.compile(
    r"\b(?:reject(?:s|ed)|dismiss(?:es|ed)|den(?:ies|ied)|refut(?:es|ed)|call(?:s|ed))\b[^.;]{0,40}?"
    r"\b(?:claims?|allegations?|accusations?|reports?|suggestions?|charges?)\b[^.;]{0,20}?\b(?:that|of)\b",
    re.IGNORECASE,
)


def read_denied(pages: Sequence[Page]) -> Iterator[Facet]:
    """Attacks on a place that one report gives as a rejected claim and others as done, of days that can be one."""
    told = [(page, m, e) for page in pages for m in page.own.events if m.type == "ASSAULT" for e in _place(page, m)]
    denied = [(page, m, e) for page, m, e in told if _is_rejected(page, m)]
    for place in sorted({e for _, _, e in denied}):
        days = {day for page, m, e in denied if e == place and (day := _day(page, m)) is not None}
        for page, mention, where in told:
            if where == place and mention.realis in ("happened", "ongoing", "alleged"):
                rejected, day = _is_rejected(page, mention), _day(page, mention)
                if rejected or (mention.realis != "alleged" and (day in days or _may_be(page, mention, days))):
                    yield _denied(page, mention, place, rejected=rejected)


def _may_be(page: Page, mention: EventMention, days: set[date]) -> bool:
    """True where a deed is dated no closer, and one of some days lies within."""
    if mention.time is None:
        return False
    bounds = resolve(page.own.times[mention.time].value, page.published)
    return any(bounds.low is not None and bounds.high is not None and bounds.low <= d <= bounds.high for d in days)


def _place(page: Page, mention: EventMention) -> tuple[str, ...]:
    held = page.lookup.of(page.own, mention.place) if mention.place is not None else ()
    return tuple(e for e in held if page.lookup.by_id[e].kind == "place")


def _is_rejected(page: Page, mention: EventMention) -> bool:
    before = page.text[mention.sentence.start : mention.trigger.start]
    return _REJECTED.search(before) is not None


def _denied(page: Page, mention: EventMention, place: str, *, rejected: bool) -> Facet:
    match = _REJECTED.search(page.text, mention.sentence.start, mention.trigger.start) if rejected else None
    start = match.start() if match is not None else mention.clause.start
    return Facet(
        report_id=page.report_id,
        kind="realis",
        about=("attack on", place),
        name=f"Attack on {page.lookup.by_id[place].name}",
        value="it rejected as a claim" if rejected else "it as done",
        comparable=frozenset({"denied" if rejected else "happened"}),
        span=Span(start=start, end=max(start, mention.clause.end)),
    )


_DENIES = re.compile(
    r"\b(?:den(?:ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed))\b[^.;]{0,60}?"
    r"\b(?:allegations?|accusations?|claims?|charges?|having|that (?:he|she|it|they))\b",
    re.IGNORECASE,
)
_TELLING = re.compile(r"\b[a-z]{5,}\b|\b\d{2,}\b")
_OF_CHARGES = frozenset(
    """allegation allegations accusation accusations accused having claim claims charge charges denied rejected dismissed false
    malicious about against their there would which after before""".split()
)


def read_accused(pages: Sequence[Page]) -> Iterator[Facet]:
    """Of what a person is accused, and what that person denies, where the words of both have two in common."""
    told = [each for page in pages for each in _pleas(page)]
    for plea in told:
        others = [o for o in told if o.person == plea.person and o.denies != plea.denies and o.page is not plea.page]
        if any(len(o.words & plea.words) > 1 for o in others):
            name = plea.page.lookup.by_id[plea.person].name
            yield Facet(
                report_id=plea.page.report_id,
                kind="realis",
                about=("accused", plea.person),
                name=f"What {name} is accused of",
                value="denial" if plea.denies else "accusation",
                comparable=frozenset({"denied" if plea.denies else "accused"}),
                span=plea.span,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plea:
    """What one report says that a person is accused of or denies. words: those that tell what it is."""

    page: Page
    person: str
    denies: bool
    words: frozenset[str]
    span: Span


def _pleas(page: Page) -> Iterator[Plea]:
    for mention in (*page.own.events, *page.own.unrecorded):
        denial = _DENIES.search(page.text, mention.sentence.start, mention.sentence.end)
        accuses = mention.concept == "accusation" and " of " in page.said(mention.clause)
        denies = denial is not None and mention.trigger.start <= denial.start() < mention.trigger.end
        people = _people(page, mention, "actor" if denies else "recipient") if accuses or denies else frozenset()
        if len(people) == 1 and not page.is_quoted(mention.trigger):
            rest = Span(start=mention.trigger.start, end=mention.sentence.end)
            words = frozenset(_TELLING.findall(page.said(rest).lower())) - _OF_CHARGES
            yield Plea(page=page, person=min(people), denies=denies, words=words, span=rest)


def _people(page: Page, mention: EventMention, role: str) -> frozenset[str]:
    held = (e for r in mention.roles if r.role == role for e in page.lookup.of(page.own, r.entity))
    return frozenset(e for e in held if page.lookup.by_id[e].kind == "person")
