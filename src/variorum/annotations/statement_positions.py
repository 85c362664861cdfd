"""What a statement does: offer, commit, demand, reject, accuse, deny, threaten, praise or state; to whom, on what.

The cue decides first; where it is neutral, the clauses of the words said are read by the rules of `positions.toml`.
Nothing here judges whether a statement is true.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotations.position_clauses import Clause, read_clauses
from variorum.annotations.position_conditions import find_condition
from variorum.annotations.position_issues import find_issue
from variorum.annotations.position_rules import strongest
from variorum.annotations.position_sides import Standpoint
from variorum.annotations.quotation_frames import Page
from variorum.annotations.statement_drafts import Draft
from variorum.annotations.statement_scenes import find_hearer, is_press
from variorum.annotations.statement_speakers import MentionFinder
from variorum.schema.reports import Span

_AIMED = frozenset({"accuse", "demand", "threaten", "praise", "offer", "reject"})
_DONE_TO = frozenset({"threaten", "offer", "reject"})
"""Positions whose target suffers what the clause tells; that of the others does it."""
_ACTORS = frozenset({"person", "country", "government", "organization", "armed_group", "people"})
_OPEN = ("content", "commit")
"""What the cue leaves to the words: nearly all, and whether what is vowed is harm."""

_CHARGES = frozenset({
    "charge", "accusation", "allegation", "claim", "report", "rumour", "rumor", "insinuation", "assertion", "story",
})  # fmt: skip
"""Who rejects one of these denies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a statement does. target: index of the mention it is aimed at. polarity: affirmative or negative."""

    position: str
    target: int | None
    polarity: str
    issue: Span | None
    condition: Span | None


def read_position(page: Page, draft: Draft, finder: MentionFinder, speaker: int | None) -> Reading:
    """Tell what a statement does, to whom where it has a target, on what and under which condition."""
    condition = find_condition(page, draft)
    clauses = read_clauses(page, Standpoint(draft=draft, finder=finder, speaker=speaker))
    position, clause = draft.meaning.position, _first(clauses)
    if position in _OPEN:
        read, shown = strongest(clauses, draft, conditional=condition is not None)
        if position == "content" or read == "threaten":
            position, clause = read, shown or clause
    if position == "reject" and (thing := _object(draft)) is not None and thing.lemma_.lower() in _CHARGES:
        position = "deny"
    told = _told(draft, finder)
    aims = _aims(draft, finder, clause, position, told) if position in _AIMED else iter((told,))
    return Reading(
        position=position,
        target=_target(aims, finder, speaker),
        polarity="negative" if clause is not None and clause.negated else "affirmative",
        issue=find_issue(page, draft, clause),
        condition=condition,
    )


def _first(clauses: Sequence[Clause]) -> Clause | None:
    return next((c for c in clauses if c.main), clauses[0] if clauses else None)


def _told(draft: Draft, finder: MentionFinder) -> int | None:
    """Who was told, but for those who pass it on: nothing is aimed at a reporter."""
    hearer = find_hearer(draft)
    return None if hearer is None or is_press(hearer) else finder.governing(hearer)


def _target(aims: Iterator[int | None], finder: MentionFinder, speaker: int | None) -> int | None:
    """The first of those it may be aimed at who is not the speaker."""
    same = None if speaker is None else finder.entities[speaker].chain
    return next((i for i in aims if i is not None and finder.entities[i].chain != same), None)


def _aims(
    draft: Draft, finder: MentionFinder, clause: Clause | None, position: str, told: int | None
) -> Iterator[int | None]:
    """Whom it may be aimed at, the likeliest first."""
    if draft.meaning.position == position:
        yield told
        yield from _held(_object(draft), finder)
    subject = None if clause is None or clause.side in ("own", "all") else clause.subject
    objects = () if clause is None else _objects(clause)
    for token in (*objects, subject) if position in _DONE_TO else (subject, *objects):
        yield from _held(token, finder)
    yield told
    for content in draft.contents:
        for index in finder.within(content.start, content.end):
            if finder.entities[index].kind in _ACTORS and finder.entities[index].form != "pronoun":
                yield index


def _held(token: Token | None, finder: MentionFinder) -> Iterator[int | None]:
    """The mention at a noun, or those named in its phrase ("the city's budget", "reports of the council")."""
    if token is None:
        return
    yield finder.governing(token)
    yield from (finder.at(part) for part in token.subtree if part.i - token.left_edge.i < 12)


def _objects(clause: Clause) -> tuple[Token, ...]:
    """Objects of a clause's predicate, also behind a preposition."""
    if clause.predicate is None:
        return ()
    found = []
    for child in clause.predicate.rights:
        if child.dep_ in ("dobj", "dative", "attr"):
            found.append(child)
        elif child.dep_ in ("prep", "prt", "agent"):
            found += [p for p in child.children if p.dep_ == "pobj"]
        elif child.dep_ in ("ccomp", "xcomp"):
            found += [s for s in child.children if s.dep_ in ("nsubj", "nsubjpass", "dobj")]
    return tuple(found)


def _object(draft: Draft) -> Token | None:
    """The object of the cue, also behind its preposition ("called on the rebels") or before its infinitive."""
    for child in draft.governor.rights:
        if child.dep_ in ("dobj", "dative"):
            return child
        if child.dep_ in ("ccomp", "xcomp"):
            return next((s for s in child.children if s.dep_ in ("nsubj", "nsubjpass")), None)
        if child.dep_ == "prep" and child.lower_ in ("on", "upon", "to", "with", "at", "against", "for"):
            return next((p for p in child.children if p.dep_ == "pobj"), None)
    return None
