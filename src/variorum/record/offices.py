"""Who held which office, as of which days: what the reports say before and in names ("former president X").

An office is dated by the reports that state it, no finer: whoever a report of 3 May calls president held the office
that day, as far as that report goes. One that is told as over was over by then. Nothing is taken from elsewhere.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from variorum.record.rows import Evidence, Row
from variorum.schema.annotations import Annotations, EntityMention
from variorum.schema.dates import UNKNOWN, Bounds
from variorum.schema.ids import mint
from variorum.schema.nodes import EntityLookup
from variorum.schema.reports import Span

RULE = "offices.v1"
_SAID: Mapping[str, str] = {
    "former": "former|ex|the late|ousted|deposed|retired|one-time|onetime",
    "then": "then",
    "acting": "acting|interim|caretaker",
    "coming": "incoming|designate|elect|newly elected",
}
"""Words that say how an office is held (keys of `vocabulary.STANDINGS`); without any of them it is held. Source: general English."""

_WORDS = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in _SAID.items()}
_NEAR = 24
"""Code points before a mention in which such a word may stand ("the former Velmaran president")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One report's word for an office. country: of the office, ISO 3166-1 alpha-3."""

    entity_id: str
    office: str
    standing: str
    country: str | None
    report_id: str
    span: Span
    day: Bounds


def office_rows(
    annotations: Mapping[str, Annotations],
    lookup: EntityLookup,
    published: Mapping[str, Bounds],
    texts: Mapping[str, str],
    evidence: Evidence,
) -> list[Row]:
    """Make the rows of `offices`, with the words behind each as evidence.

    Args:
        annotations, published, texts: by report id.
    """
    told: dict[tuple[str, str, str, str | None], list[Held]] = {}
    for report_id in sorted(annotations):
        for held in _held(annotations[report_id], lookup, published.get(report_id, UNKNOWN), texts[report_id]):
            told.setdefault((held.entity_id, held.office, held.standing, held.country), []).append(held)
    return [
        _row(key, held, evidence)
        for key, held in sorted(told.items(), key=lambda item: (*item[0][:3], item[0][3] or ""))
    ]


def _held(own: Annotations, lookup: EntityLookup, day: Bounds, text: str) -> Iterator[Held]:
    for index, mention in enumerate(own.entities):
        ids = lookup.of(own, index)
        if mention.office is None or mention.members or len(ids) != 1 or lookup.by_id[ids[0]].kind != "person":
            continue
        whole = Span(start=mention.titles.start if mention.titles else mention.span.start, end=mention.span.end)
        yield Held(
            entity_id=ids[0],
            office=mention.office,
            standing=standing_of(mention, text),
            country=mention.country,
            report_id=own.report_id,
            span=whole,
            day=day,
        )


def standing_of(mention: EntityMention, text: str) -> str:
    """How the words of a mention have an office: one of `vocabulary.STANDINGS`.

    They are the words of the name's titles or of the description, and those shortly before in the same clause.
    """
    start = mention.titles.start if mention.titles else mention.span.start
    before = re.split(r"[.,;:!?\n]", text[max(0, start - _NEAR) : start])[-1]
    end = mention.span.start if mention.titles else mention.span.end
    words = f"{before if _leads(before) else ''} {text[start:end]}"
    return next((name for name, pattern in _WORDS.items() if pattern.search(words)), "held")


def _leads(before: str) -> bool:
    """True where the last words before a mention go with it: nothing but a determiner's phrase."""
    last = before.split()[-2:]
    return any(pattern.search(" ".join(last)) for pattern in _WORDS.values())


def _row(key: tuple[str, str, str, str | None], held: Sequence[Held], evidence: Evidence) -> Row:
    entity_id, office, standing, country = key
    office_id = mint("office", *key)
    for one in held:
        evidence.add(office_id, one.report_id, one.span)
    firsts: list[date] = [one.day.high for one in held if one.day.high]
    lasts: list[date] = [one.day.low for one in held if one.day.low]
    return {
        "office_id": office_id,
        "entity_id": entity_id,
        "office": office,
        "standing": standing,
        "country": country,
        "first_day": min(firsts, default=None),
        "last_day": max(lasts, default=None),
        "n_reports": len({one.report_id for one in held}),
    }
