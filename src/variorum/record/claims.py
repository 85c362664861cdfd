"""Claims: what each report says of each attribute of each event, with the words that say it (claims.v2)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from variorum.record.attribution import attribution_chain, statements_around
from variorum.record.attack_outcomes import draft_attack_outcomes
from variorum.record.claim_drafts import WHOLE, ContrastSet, Draft, Telling, draft_claims
from variorum.record.foes import Foes
from variorum.record.sides import leave_out_uncontested
from variorum.record.terms import draft_terms
from variorum.record.values import Claim, Event
from variorum.schema.annotations import Annotations, EventMention
from variorum.schema.dates import UNKNOWN, Bounds
from variorum.schema.ids import mint
from variorum.schema.linked import Support
from variorum.schema.nodes import EntityLookup
from variorum.schema.reports import Span

ANNOTATOR = "claims.v2"


def _no_set(_word: str) -> None:
    """Of no word it is known what it contrasts with."""


def make_claims(
    event: Event,
    annotations: Mapping[str, Annotations],
    texts: Mapping[str, str],
    lookup: EntityLookup,
    *,
    published: Mapping[str, Bounds] | None = None,
    titles: Mapping[str, Span | None] | None = None,
    captions: Mapping[str, Sequence[Span]] | None = None,
    contrast_set: ContrastSet = _no_set,
    foes: Foes = frozenset(),
) -> tuple[Claim, ...]:
    """All claims of one event, in order of report, attribute and value; one a report, attribute, value and day of a count.

    Args:
        published: days of each report. titles, captions: where its title and its captions stand in its text.
        contrast_set: name of the set of contrasting words that a word is of. foes: states at war with each other.
    """
    found: list[Claim] = []
    for node in event.nodes:
        report_id = node.report_id
        own, text, days = annotations[report_id], texts[report_id], (published or {}).get(report_id, UNKNOWN)
        telling = Telling(node=node, own=own, lookup=lookup, published=days, contrast_set=contrast_set)
        body = _body(event, report_id, (titles or {}).get(report_id))
        groups: dict[tuple[object, ...], list[Draft]] = {}
        for draft in (*draft_claims(telling), *draft_attack_outcomes(telling, text), *draft_terms(telling, text)):
            groups.setdefault((draft.attribute, draft.value, draft.as_of), []).append(draft)
        beside = tuple((captions or {}).get(report_id, ()))
        found += [_mark_caption(_claim(event, drafts, telling, text, body), beside) for drafts in groups.values()]
    kept = leave_out_uncontested(_once(found), event, lookup, foes)
    return tuple(sorted(kept, key=lambda c: (c.report_id, c.attribute, c.value, c.claim_id)))


def _once(claims: list[Claim]) -> list[Claim]:
    """Claims, of two with one id the first: a report can tell one event in two chains."""
    return list({claim.claim_id: claim for claim in reversed(claims)}.values())


def _mark_caption(claim: Claim, captions: Sequence[Span]) -> Claim:
    """A claim that captions alone make speaks beside the body, as a title does."""
    told = all(any(caption.covers(span) for caption in captions) for _, span in claim.supports)
    return replace(claim, in_title=True, in_caption=True) if told and captions else claim


def _body(event: Event, report_id: str, title: Span | None) -> tuple[Span | None, tuple[Support, ...]]:
    """A report's title, and what its body says of an event: a title speaks on the word of its body."""
    if title is None:
        return None, ()
    spans = (m.clause for n in event.nodes if n.report_id == report_id for m in n.mentions)
    return title, tuple((report_id, s) for s in spans if not title.overlaps(s))


def _attributed_to(
    mention: EventMention, own: Annotations, text: str, lookup: EntityLookup
) -> tuple[str | None, str | None]:
    """Whose word the report gives for it, and the chain of those who passed it on.

    The word is that of the innermost statement that it stands in and whose speaker is an entity.
    """
    if mention.statement is None:
        return None, None
    around = statements_around(own, mention.statement)
    speakers = (own.statements[number].speaker for number in reversed(around))
    said_by = next((found[0] for s in speakers if s is not None and (found := lookup.of(own, s))), None)
    return said_by, attribution_chain(own, mention.statement, text, lookup)


SPOKEN = frozenset({"CONCEDE", "ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"})
"""Types of what is mostly done in words, and to one hearer while not to another."""

OF_DEEDS = frozenset({"CONCEDE", "ACCUSE"})
"""Types of what is said of a deed: who apologises or is accused does so for something that was on a day of its own."""

_NOT = re.compile(r"(?:n[’']t|not|never)$", re.IGNORECASE)
_FOR_A_DEED = re.compile(r"^\w[^,;:.]*\b(?:for|over)(?: [\w’'-]+){2,}", re.DOTALL)
"""Words between a deed and a day that name another deed: "apologised for his outburst at the weekend"."""


_ELSEWHERE = re.compile(
    r"[:;.]\s|\b(?:mention|sign|word|talk|hint|indication) of\b|\b(?:following|after|before|over|since|during|amid|despite)\b",
    re.IGNORECASE,
)
"""What stands between a word that denies and a happening where something else is denied: "denies arson after the fire"."""


def _is_of_another(text: str, mention: EventMention) -> bool:
    """True where what lies between a word that denies and a happening shows that another thing is denied."""
    cue, trigger = mention.realis_cue, mention.trigger
    if cue is None:
        return _ELSEWHERE.search(text[mention.sentence.start : trigger.start]) is not None
    between = text[cue.end : trigger.start] if cue.end <= trigger.start else text[trigger.end : cue.start]
    return not cue.overlaps(trigger) and _ELSEWHERE.search(between) is not None


def _is_dated_itself(draft: Draft, text: str) -> bool:
    """True where the words date the happening, and not a deed that it was said of."""
    mention = draft.mention
    between = text[mention.trigger.start : draft.spans[0].start]
    return mention.type not in OF_DEEDS or not _FOR_A_DEED.match(between)


def _is_firm(draft: Draft, telling: Telling, text: str) -> bool:
    """True of all but what contradicts nothing.

    That is a negation said by the way ("without hitting back"), of words to one hearer ("has not apologised to them") or
    within words that are quoted for something else, of who acted what is one deed in a fight and not the fight, and a day
    that may be of another deed named before it.
    """
    mention = draft.mention
    if draft.attribute == "direction":
        return mention.concept in WHOLE
    if draft.attribute in ("date", "start", "end"):
        return _is_dated_itself(draft, text)
    if mention.realis != "denied":
        return True
    cue = mention.realis_cue
    if _is_of_another(text, mention):
        return False
    if mention.type in SPOKEN and cue is not None and _NOT.search(text[cue.start : cue.end].strip()):
        return False
    if mention.statement is None:
        return mention.main
    return telling.own.statements[mention.statement].position == "deny"


def _is_on_anothers_word(mention: EventMention, telling: Telling) -> bool:
    """True where the report gives it on the word of somebody who is known."""
    if mention.statement is None:
        return False
    speaker = telling.own.statements[mention.statement].speaker
    return speaker is not None and bool(telling.lookup.of(telling.own, speaker))


def _claim(
    event: Event, drafts: list[Draft], telling: Telling, text: str, body: tuple[Span | None, tuple[Support, ...]]
) -> Claim:
    """One claim of all places where a report says the same; told in its own voice where it is so anywhere."""
    draft = min(drafts, key=lambda d: (d.mention.voice != "own", _is_on_anothers_word(d.mention, telling)))
    report_id, mention = telling.node.report_id, draft.mention
    said_by, chain = _attributed_to(mention, telling.own, text, telling.lookup)
    ordered = dict.fromkeys(span for d in (draft, *drafts) for span in d.spans)
    supports = tuple((report_id, span) for span in ordered)
    title, rest = body
    as_of, today = draft.as_of or telling.published.high, telling.published.high
    earlier = () if as_of == today else (str(as_of),)
    return Claim(
        claim_id=mint("claim", event.event_id, report_id, draft.attribute, draft.value, *earlier),
        report_id=report_id,
        event_id=event.event_id,
        attribute=draft.attribute,
        value=draft.value,
        original=" ... ".join(text[s.start : s.end] for s in draft.spans),
        comparable=draft.comparable,
        realis=mention.realis,
        polarity="denied" if mention.realis == "denied" else "affirmed",
        attributed_to=said_by,
        chain=chain,
        voice=mention.voice,
        supports=supports,
        rests_on=rest if title is not None and any(title.overlaps(s) for s in ordered) else (),
        as_of=as_of if telling.published.days == 1 else None,
        firm=any(_is_firm(d, telling, text) for d in drafts),
        in_title=title is not None and all(title.covers(s) for s in ordered),
    )
