"""Facets that are numbers: how many were on board, how many a force has, how old somebody is, speeds, magnitudes, the gravely hurt."""

import re
from collections.abc import Iterator

from variorum.record.counts import count_text
from variorum.record.facets import Facet, Page
from variorum.schema.nouns import noun_senses
from variorum.schema.quantities import Quantity
from variorum.schema.reports import Span

_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_HOW = (
    r"(?:(?P<how>at least|more than|over|up to|as many as|fewer than|less than|about|around|roughly|some|approximately|"
    r"an estimated|nearly|almost|close to)\s+)?"
)
_QUALIFIERS = {
    "at least": "at_least",
    "more than": "more_than",
    "over": "more_than",
    "up to": "at_most",
    "as many as": "at_most",
    "fewer than": "less_than",
    "less than": "less_than",
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "nearly",
}
_PEOPLE = r"(?:people|persons|passengers|souls|migrants|travell?ers|pilgrims|commuters)"
_VESSEL = (
    r"(?:plane|aircraft|airliner|jet|turboprop|helicopter|flight|ferry|boat|ship|vessel|bus|coach|train|tram|truck|lorry|"
    r"dinghy)"
)
_WHO = rf"(?P<who>{_PEOPLE}(?: and (?:\w+ )?crew(?: members)?)?)"
_ABOARD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_HOW}{_NUMBER}\s+{_WHO}\b[^.;]{{0,45}}?\b(?:on board|aboard|(?:crammed|packed|crowded|squeezed)\s+(?:in)?to)",
        rf"\b{_VESSEL}\b[^.;]{{0,45}}?\bcarr(?:ied|ying)\s+{_HOW}{_NUMBER}\s+{_WHO}\b",
    )
)
_CAPACITY = re.compile(
    r"\b(?:certified|licen[cs]ed|designed|capacity|authori[sz]ed|allowed|permitted|lawfully|sister ship|another|previous|last year)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\b(?:rescued|saved|brought|pulled|taken off|survived|survivors|killed|died|dead|missing|drowned)\b", re.IGNORECASE
)
BEFORE, AFTER = 40, 30
"""Code points around a number in which a sentence says what the number is of."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def read_aboard(page: Page) -> Iterator[Facet]:
    """How many were on board, where it is told of no capacity, no other year and nobody who was saved."""
    for match in (m for pattern in _ABOARD for m in pattern.finditer(page.text)):
        span = Span(start=match.start("how" if match["how"] else "number"), end=match.end())
        sentence = page.sentence(span)
        if _is_of_others(page, span, sentence) or page.is_quoted(span):
            continue
        word = "passengers" if match["who"].lower() == "passengers" else "people"
        count = _quantity(match["number"], match["how"])
        yield _count(page, ("aboard", word), f"{word.capitalize()} on board", count, span)


def _is_of_others(page: Page, span: Span, sentence: Span) -> bool:
    """True of what a vessel may carry, of those who were saved or lost, and of another year."""
    before = page.text[max(sentence.start, span.start - BEFORE) : span.end]
    around = page.text[span.start : min(sentence.end, span.end + AFTER)]
    return bool(_CAPACITY.search(before) or _OF_THEM.search(around) or _YEAR.search(page.said(sentence)))


_FORCE = r"(?:members|fighters|combatants|militants|rebels|guerrillas|insurgents|men under arms|men|armed men|troops)"
_STRENGTH = re.compile(
    rf"\b(?:has|have|had|with|commands?|numbers?|boasts?|fields?|counts?)\s+{_HOW}{_NUMBER}\s+(?:active |armed )?(?P<who>{_FORCE})\b",
    re.IGNORECASE,
)
_ARMED = re.compile(
    r"\b(?:under arms|armed|fighters|combatants|militants|rebels|guerrillas|insurg\w+)\b", re.IGNORECASE
)
_GROUP = re.compile(r"\b[Tt]he (?:\w+ )?(?:group|organi[sz]ation|movement|militia|army|force|rebels|guerrillas)\b")
SMALL = 50
"""A force of fewer is a party of it that did something."""


def read_strength(page: Page) -> Iterator[Facet]:
    """How many fighters or members a story's armed group has: the group that the sentence names, or the report's only one."""
    for match in _STRENGTH.finditer(page.text):
        span = Span(start=match.start("how" if match["how"] else "number"), end=match.end())
        sentence = page.sentence(span)
        group = _group_of(page, sentence)
        said = page.said(sentence)
        if group is None or page.is_quoted(span) or _YEAR.search(said[match.start() - sentence.start :]):
            continue
        count = _quantity(match["number"], match["how"])
        if (count.best or 0) >= SMALL:
            name = page.lookup.by_id[group].name
            yield _count(page, ("strength", group), f"Strength of {name}", count, span)


def _group_of(page: Page, sentence: Span) -> str | None:
    """The armed group that a sentence means by "the group", where the report has one above all others, or else names."""
    if _GROUP.search(page.said(sentence)):
        return main_group(page)
    named = {g for i, g in named_groups(page) if sentence.covers(page.own.entities[i].span)}
    return min(named) if len(named) == 1 else None


def main_group(page: Page) -> str | None:
    """The armed group that a report names at least twice as often as any other; None where there is none."""
    tally: dict[str, int] = {}
    for _, group in named_groups(page):
        tally[group] = tally.get(group, 0) + 1
    ranked = sorted(tally, key=lambda g: (-tally[g], g))
    if not ranked or (len(ranked) > 1 and tally[ranked[0]] < 2 * tally[ranked[1]]):
        return None
    return ranked[0]


_GROUP_KINDS = ("armed_group", "organization")


def named_groups(page: Page) -> Iterator[tuple[int, str]]:
    """Mentions by name of groups that bear arms against a state: indexes and entities."""
    for index, mention in enumerate(page.own.entities):
        if mention.kind not in _GROUP_KINDS or mention.form != "name":
            continue
        for entity in page.lookup.of(page.own, index):
            known = page.lookup.by_id[entity]
            if known.kind == "armed_group" and page.lookup.side(entity) not in page.lookup.states:
                yield index, entity


_AGED = re.compile(r"\b[Tt]he (?P<age>\d{1,2})-year-old (?P<role>(?:[a-z]+ ){0,2}?[a-z]+)\b")
_BARE = re.compile(r"\b[Tt]he (?P<age>\d{1,2})-year-old\b(?! [a-z]+ (?:of|from|who|whose)\b)")
ANYBODY = frozenset(
    """man woman boy girl child youth teenager person student victim passenger survivor mother father son daughter brother
    sister wife husband president minister premier leader spokesman spokeswoman spokesperson official officer general commander
    judge lawyer soldier source witness reporter other one patient resident neighbour neighbor friend""".split()
)
"""Words for anybody: two who are called so need not be one."""


def read_ages(page: Page) -> Iterator[Facet]:
    """How old a named person is, and who has a part that a story has once ("the 59-year-old captain")."""
    for deed in page.own.deeds:
        if deed.side == "aged" and (mention := _named(page, deed.chain, deed.verb)) is not None:
            entity, span = mention
            years = Quantity(low=float(deed.verb), best=float(deed.verb), high=float(deed.verb))
            yield _count(page, ("age", entity), f"Age of {page.lookup.by_id[entity].name}", years, span)
    yield from _ages_of_roles(page)


def _named(page: Page, chain: int, age: str) -> tuple[str, Span] | None:
    """The person of a chain, and the words that give the age: the number with what stands around it."""
    for index, mention in enumerate(page.own.entities):
        if mention.chain != chain or mention.kind != "person" or mention.form != "name":
            continue
        found = re.compile(rf"\b{age}\b").search(page.text, max(0, mention.span.start - 30), mention.span.end + 40)
        entities = page.lookup.of(page.own, index)
        if found is not None and len(entities) == 1:
            start, end = min(mention.span.start, found.start()), max(mention.span.end, found.end())
            return entities[0], Span(start=start, end=end)
    return None


def _ages_of_roles(page: Page) -> Iterator[Facet]:
    for match in _AGED.finditer(page.text):
        role = role_of(match["role"])
        if role is not None:
            yield _age_of(
                page, role, match["age"], Span(start=match.start(), end=match.start("role") + len(match["role"]))
            )
    for match in _BARE.finditer(page.text):
        follows = page.text[match.end() + 1 : match.end() + 30]
        if role_of(" ".join(re.findall(r"[a-z]+", follows)[:1])) is None:
            role = role_before(page, match.start())
            if role is not None:
                yield _age_of(page, role, match["age"], Span(start=match.start(), end=match.end()))


def _age_of(page: Page, role: str, age: str, span: Span) -> Facet:
    years = Quantity(low=float(age), best=float(age), high=float(age))
    return _count(page, ("age of the", role), f"Age of the {role}", years, span)


def role_of(words: str) -> str | None:
    """The last word of a description where it is a noun for somebody with a part of his own."""
    word = words.split()[-1] if words else ""
    sense = noun_senses().get(word)
    known = sense is not None and sense.kind == "person" and not sense.collective
    return word if word not in ANYBODY and (known or word.endswith(("master", "pilot", "captain", "driver"))) else None


NEARBY = 400
"""Code points within which a bare age goes back to somebody told of before."""


def role_before(page: Page, at: int) -> str | None:
    """The last somebody told of before an age that stands alone ("the 61-year-old denies it"); his lawyer is another."""
    before = page.text[max(0, at - NEARBY) : at]
    told = [m for m in re.finditer(r"\b[Tt]he ([a-z]+)\b", before) if role_of(m[1]) is not None]
    return told[-1][1] if told else None


_SPEED = re.compile(
    rf"{_HOW}(?P<number>\d{{2,3}})(?:\s?(?:to|-|–)\s?(?P<top>\d{{2,3}}))?\s?(?P<unit>mph|miles (?:per|an) hour|km/h|kph|kmh|kilomet(?:re|er)s (?:per|an) hour)",
    re.IGNORECASE,
)
_OTHER_SPEED = re.compile(
    r"\b(?:limit|wind|winds|gusts?|maximum|top speed|allowed|capable|storm|hurricane|typhoon)\b", re.IGNORECASE
)
_DRIVEN = re.compile(
    r"\b(?:truck|lorry|car|bus|coach|train|van|driver|plane|vehicle|boat|ferry|ship|tram|drove|travell?ing|speeding|speed)\b",
    re.IGNORECASE,
)
MILE = 1.609


def read_speeds(page: Page) -> Iterator[Facet]:
    """How fast the vehicle of the story went, in km/h; winds, limits and what a vehicle can do are none."""
    for match in _SPEED.finditer(page.text):
        span = Span(start=match.start(), end=match.end())
        said = page.said(page.sentence(span))
        if _OTHER_SPEED.search(said) or not _DRIVEN.search(said):
            continue
        factor = MILE if match["unit"].lower().startswith("m") else 1.0
        low, high = float(match["number"]) * factor, float(match["top"] or match["number"]) * factor
        pace = Quantity(low=0.9 * low, best=high, high=1.1 * high, qualifier="range")
        yield Facet(
            report_id=page.report_id,
            kind="figure",
            about=("speed",),
            name="Speed",
            value=match[0].strip(),
            comparable=pace,
            span=span,
        )


_MAGNITUDE = re.compile(r"\b(?:magnitude(?:[- ]of)?[- ](?P<one>\d\.\d)|(?P<two>\d\.\d)[- ]magnitude)\b", re.IGNORECASE)
_OTHER_SHOCK = re.compile(
    r"\b(?:aftershocks?|foreshocks?|another|second|later|previous|earlier|in (?:19|20)\d\d)\b", re.IGNORECASE
)


def read_magnitudes(page: Page) -> Iterator[Facet]:
    """The magnitude of a story's earthquake; not of aftershocks and other quakes."""
    for match in _MAGNITUDE.finditer(page.text):
        span = Span(start=match.start(), end=match.end())
        if not _OTHER_SHOCK.search(page.said(page.sentence(span))):
            size = float(match["one"] or match["two"])
            yield _count(page, ("magnitude",), "Magnitude", Quantity(low=size, best=size, high=size), span)


_CRITICAL = re.compile(
    rf"{_HOW}{_NUMBER}(?:\s+(?:people|persons|victims|others|patients))?\s+(?:of them\s+)?(?:(?:are|were|was|remain|remained|lay)\s+)?"
    r"(?:still\s+)?(?:critically|(?:in\s+)?(?:a\s+)?critical(?:\s+(?:condition|state))?)\b",
    re.IGNORECASE,
)


def read_critical(page: Page) -> Iterator[Facet]:
    """How many are in critical condition, of the day on which a report came out."""
    day = page.published.edtf if page.published.days == 1 else None
    for match in _CRITICAL.finditer(page.text) if day else ():
        span = Span(start=match.start(), end=match.end())
        if not page.is_quoted(span):
            count = _quantity(match["number"], match["how"])
            yield _count(page, ("critical", str(day)), "In critical condition", count, span)


def _quantity(number: str, how: str | None) -> Quantity:
    value = float(number.replace(",", ""))
    qualifier = _QUALIFIERS.get((how or "").lower(), "about" if how else "exact")
    low = 0.0 if qualifier in ("at_most", "less_than") else value
    high = None if qualifier in ("at_least", "more_than") else value
    return Quantity(low=low, best=value, high=high, qualifier=qualifier)


def _count(page: Page, about: tuple[str, ...], name: str, count: Quantity, span: Span) -> Facet:
    return Facet(
        report_id=page.report_id,
        kind="figure",
        about=about,
        name=name,
        value=count_text(count),
        comparable=count,
        span=span,
    )
