"""Datelines: the place, day and agency before a report's first words ("ORSK, Nov 1 (AFP) -"). They stay in the text."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from variorum.reports.cleaning.credits import split_names
from variorum.reports.lexicon import agency_pattern, fold, load_furniture, looks_like_agency
from variorum.reports.lines import Clue, Line
from variorum.reports.cleaning.shapes import head_size
from variorum.reports.dates.stamps import find_date

_REACH = 160
_END = re.compile(r"[-–—:]\s")


@cache
def _pattern() -> re.Pattern[str]:
    place = r"[A-ZÀ-ÞİŞÇ][\w.’'\-]*(?:[ /][\w.’'\-]+){0,4}"
    agency = agency_pattern()
    return re.compile(
        rf"^(?:(?P<place>{place}(?:,\s?{place}){{0,2}}),?\s*)?(?P<when>[^()—–]{{0,30}}?)\s*"
        rf"(?:\((?P<who>[^()]{{2,60}})\)\s*[-–—:]{{1,2}}\s|[/,]?\s*(?P<bare>{agency})/?\s*[-–—:]{{1,2}}\s|[-–—]{{1,2}}\s)"
    )


@cache
def _stopped() -> re.Pattern[str]:
    """The form that ends in a full stop: "ORSK, NOVEMBER 1, KELPRESS. The mediator ..."."""
    place = r"[A-ZÀ-ÞİŞÇ][A-ZÀ-ÞİŞÇ’'\- ]{2,30}"
    return re.compile(
        rf"^(?P<place>{place})[,.]\s*(?P<when>[\w. ]{{0,20}}?)[,.]?\s*/?(?P<bare>{agency_pattern()})/?[.:]\s"
    )


@cache
def _dated_stop() -> re.Pattern[str]:
    """The form of offices: "Orsk, 3 May 2021. The ministry ..."."""
    place = r"[A-ZÀ-ÞİŞÇ][\w.’'\-]*(?: [A-ZÀ-ÞİŞÇ][\w.’'\-]*){0,3}"
    month = "|".join(re.escape(name) for name, _ in load_furniture().months)
    return re.compile(
        rf"^(?P<place>{place}),\s+(?P<when>\d{{1,2}}\s+(?:{month})\s+\d{{4}}|(?:{month})\s+\d{{1,2}},\s+\d{{4}})\.\s+(?=[“\"A-Z])",
        re.IGNORECASE,
    )


@cache
def _day() -> re.Pattern[str]:
    month = "|".join(re.escape(name) for name, _ in load_furniture().months)
    return re.compile(
        rf"\b(?:(?:{month})\b\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:{month})\b)|\b(?:{'|'.join(load_furniture().weekdays)})\b",
        re.IGNORECASE,
    )


def find_dateline(lines: Sequence[Line]) -> tuple[Clue, ...]:
    """Read the dateline of the first paragraph: as written, its agency, and its day where it has a year."""
    head = head_size(lines)
    first = lines[head].text[:_REACH] if head < len(lines) else ""
    stopped = _stopped().match(first) or _dated_stop().match(first)
    match = stopped or (_pattern().match(first) if _END.search(first) else None)
    if match is None:
        return ()
    parts = match.groupdict()
    who = parts.get("who") or parts.get("bare") or ""
    names = [name for name in split_names(who) if looks_like_agency(name) or _is_named(name, parts)] if who else []
    clues = [Clue(kind="credit", value=name, basis="dateline") for name in names]
    found = find_date(match[0])
    if found and found.bounds:
        words = match[0][found.start : found.end]
        clues.append(Clue(kind="published", value=words, basis="dateline", bounds=found.bounds))
    if _is_dateline(match[0], parts["place"] or "", agency=bool(names)):
        clues.append(Clue(kind="dateline", value=match[0].rstrip(" .:" if stopped else " -–—:"), basis="dateline"))
    return tuple(clues)


def _is_named(name: str, parts: Mapping[str, str | None]) -> bool:
    """True of a name in brackets behind a day: "ORSK, June 9 (Pell)"; right behind the place it may be its state."""
    place, when = parts.get("place") or "", parts.get("when") or ""
    capitals = place.split(",")[0].isupper() or _day().search(place) is not None
    dated = _day().search(when) is not None or _day().search(place) is not None
    return capitals and dated and re.fullmatch(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}", name) is not None


def _is_dateline(words: str, place: str, *, agency: bool) -> bool:
    """True where an agency, a day or a place in capitals shows that the words before the dash are a dateline."""
    capitals = place.split(",")[0]
    if fold(capitals) in load_furniture().heads:
        return False
    return agency or _day().search(words) is not None or (len(capitals) > 2 and capitals.isupper())
