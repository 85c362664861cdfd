"""Events and statements as coders of event data write them: who, to whom, with which code; one row a pair of sides.

A record has one event however many take part. CAMEO and WEIS have one coding for each pair, and a meeting or visit
is coded from both sides. A side that is not named stands empty.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum.schema.annotations import Annotations, EventMention, StatementMention
from variorum.schema.codings import Codes, load_codings
from variorum.schema.reports import Span

Pair = tuple[int | None, int | None]
"""Chains of source and target within a report."""

UNREAL = frozenset({"hypothetical", "denied"})
"""Events that did not take place are not coded."""

SOURCES = frozenset({"actor", "signatory"})
TARGETS = frozenset({"recipient", "victim"})
DOERS = SOURCES | {"participant"}
SYMMETRIC = frozenset({"participant", "host", "signatory"})
NAMED = frozenset({"name", "metonym", "demonym"})
ARTICLE = 4
"""Code points that may stand before the first name of a content: "the "."""

JOINS = frozenset({"and", ",", ", and", "and the", ", the", ", and the", "&"})
"""What stands between names that act together."""

COMMENT = "02"
"""WEIS' category of what is only said."""

AGREED = "08"
"""WEIS' category of agreement, which those who agree have with each other."""

DOINGS = frozenset({"state", "commit", "offer"})
"""Positions that give way to the deed that the same words name: "agreed", "promised"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """One coding: the codes, the chains of both sides, and the words that name the act (code points)."""

    codes: Codes
    source: int | None
    target: int | None
    start: int
    end: int


def find_dyads(annotations: Annotations, text: str) -> tuple[Dyad, ...]:
    """Code the events and statements of one report, in text order, each pair of sides once an event.

    Args:
        text: the report's, into which the spans of its annotations point.
    """
    found: dict[tuple[object, ...], Dyad] = {}
    for key, codes, span, pairs in (*_of_statements(annotations, text), *_of_events(annotations, text)):
        for source, target in pairs:
            dyad = Dyad(codes=codes, source=source, target=target, start=span.start, end=span.end)
            found.setdefault((key, codes.cameo[:2], codes.weis, source, target), dyad)
    return tuple(sorted(found.values(), key=lambda d: (d.start, d.end, d.source or -1, d.target or -1)))


Coded = tuple[object, Codes, Span, Sequence[Pair]]


def _of_events(annotations: Annotations, text: str) -> Iterator[Coded]:
    """Real events that are not only what a judgement is about."""
    codings = load_codings()
    for event in annotations.events:
        if event.realis in UNREAL or _is_matter(event, annotations, text):
            continue
        off = event.realis == "called_off" and event.type in ("CONSULT", "AGREE", "AID", "COOPERATE")
        codes = codings.called_off if off else codings.of_concept(event.concept, event.lemma)
        if codes.cameo:
            yield event.chain, codes, event.trigger, sorted(_pairs(event, annotations, text), key=_named_last)


def _named_last(pair: Pair) -> tuple[int, int]:
    return (-1 if pair[0] is None else pair[0], -1 if pair[1] is None else pair[1])


def _is_matter(event: EventMention, annotations: Annotations, text: str) -> bool:
    """Is the event what an accusation, a refusal or praise is about, which is coded by itself?"""
    around = [s for s in annotations.statements if _tells(s, event)]
    return any(_judges(s) and not _is_same(event, s, text) for s in around)


def _tells(statement: StatementMention, event: EventMention) -> bool:
    """Do the words said name the event? Its trigger may begin with the cue ("welcomed a resumption")."""
    return any(content.start < event.trigger.end <= content.end for content in statement.contents)


def _judges(statement: StatementMention) -> bool:
    """Does the verb itself accuse, demand, praise, ...? What was "said" tells the deed, in whatever tone."""
    return statement.position not in DOINGS and statement.attitude != "neutral"


def _relays(statement: StatementMention, annotations: Annotations) -> bool:
    """Is what was said another's statement, or a deed, which is coded by itself?"""
    if statement.position == "state" or statement.attitude != "neutral":
        return False
    told = any(_tells(statement, e) and e.realis not in UNREAL for e in annotations.events)
    cues = (other.cue for other in annotations.statements if other is not statement)
    return told or any(_overlap(cue, content) for cue in cues for content in statement.contents)


def _is_same(event: EventMention, statement: StatementMention, text: str) -> bool:
    """Do the same words make a statement and name a deed that is coded alike, or that the statement only tells?"""
    if not _overlap(event.trigger, statement.cue):
        return False
    said = load_codings().of_position(statement.position, text[statement.cue.start : statement.cue.end])
    done = load_codings().of_concept(event.concept, event.lemma)
    same = said.weis == done.weis if done.weis else said.root == done.root
    return statement.position in DOINGS or same


def _pairs(event: EventMention, annotations: Annotations, text: str) -> set[Pair]:
    """Sources by targets; of those that meet, or act together, every two both ways."""
    sides = {
        role: [c for r in event.roles if r.role == role for c in _chains(r.entity, annotations)]
        for role in ("actor", "recipient", "victim", "participant", "host", "signatory", "mediator")
    }
    if event.direction != "mutual" and event.type != "CONSULT":
        return _cross(_all(sides, SOURCES | {"participant", "host"}), _all(sides, TARGETS))
    together = _in_order(event, annotations)
    both = event.type == "CONSULT" or _act_as_one(event, annotations, text)
    pairs: set[Pair] = {(a, b) for i, a in enumerate(together) for b in together[i + 1 :]}
    pairs |= {(b, a) for a, b in pairs} if both else set()
    pairs |= {(m, p) for m in sides["mediator"] for p in together if m != p}
    return pairs or {(one, None) for one in together} or {(None, None)}


def _in_order(event: EventMention, annotations: Annotations) -> list[int]:
    """The chains that take part in a mutual event, in text order, each once."""
    roles = sorted(event.roles, key=lambda r: annotations.entities[r.entity].span.start)
    found = [c for r in roles if r.role in SYMMETRIC | SOURCES | TARGETS for c in _chains(r.entity, annotations)]
    return list(dict.fromkeys(found))


def _act_as_one(event: EventMention, annotations: Annotations, text: str) -> bool:
    """Are the first two that take part named together: "A and B agreed", where "A agreed with B" has a doer?"""
    spans = sorted(
        (annotations.entities[r.entity].span for r in event.roles if r.role in SYMMETRIC), key=lambda s: s.start
    )
    return len(spans) > 1 and text[spans[0].end : spans[1].start].strip().lower() in JOINS


def _all(sides: dict[str, list[int]], roles: Iterable[str]) -> list[int]:
    return sorted({chain for role in roles for chain in sides[role]})


def _cross(sources: Sequence[int], targets: Sequence[int]) -> set[Pair]:
    left: Sequence[int | None] = sources or (None,)
    right: Sequence[int | None] = targets or (None,)
    return {(a, b) for a in left for b in right if a is None or a != b}


def _chains(entity: int, annotations: Annotations) -> tuple[int, ...]:
    """The chains that a mention stands for: a group's members, else its own."""
    mention = annotations.entities[entity]
    return mention.members or (mention.chain,)


def _of_statements(annotations: Annotations, text: str) -> Iterator[Coded]:
    """Statements that are no event by themselves; plain ones only where a named side speaks of another."""
    codings = load_codings()
    for number, statement in enumerate(annotations.statements):
        if any(e.realis not in UNREAL and _is_same(e, statement, text) for e in annotations.events):
            continue
        if _relays(statement, annotations):
            continue
        targets = _aimed_at(statement, annotations, text)
        codes = codings.of_position(statement.position, text[statement.cue.start : statement.cue.end])
        if codes.weis == COMMENT and not (targets and _is_named(statement.speaker, annotations)):
            continue
        speakers = _joined(statement.speaker, annotations, text)
        agreed = {(a, b) for a in speakers for b in speakers if a != b} if codes.weis == AGREED else set()
        pairs = agreed or _cross(speakers, targets)
        yield ("said", number), codes, statement.cue, sorted(pairs, key=_named_last)


def _joined(entity: int | None, annotations: Annotations, text: str) -> list[int]:
    """The chains of a mention and of those named with it: "A, B and C said"."""
    if entity is None:
        return []
    order = sorted(range(len(annotations.entities)), key=lambda i: annotations.entities[i].span.start)
    runs: list[list[int]] = []
    for index in order:
        before = annotations.entities[runs[-1][-1]].span.end if runs else 0
        gap = text[before : annotations.entities[index].span.start].strip().lower()
        if runs and gap in JOINS:
            runs[-1].append(index)
        else:
            runs.append([index])
    together = next(run for run in runs if entity in run)
    return list(dict.fromkeys(c for index in together for c in _chains(index, annotations)))


def _aimed_at(statement: StatementMention, annotations: Annotations, text: str) -> list[int]:
    """The chains that a statement is about: its target and who is named with it, else who did what it judges, else the first named in it."""
    if statement.target is not None:
        return _joined(statement.target, annotations, text)
    own = set(_joined(statement.speaker, annotations, text))
    judged = [e for e in annotations.events if _tells(statement, e)]
    doers = {c for e in judged for r in e.roles if r.role in DOERS for c in _chains(r.entity, annotations)}
    if doers - own:
        return sorted(doers - own)
    first = _first_named(statement, annotations)
    return sorted(set(first) - own)


def _first_named(statement: StatementMention, annotations: Annotations) -> tuple[int, ...]:
    """The chains of the name with which the words said begin: "that the Dornish would cope"."""
    for content in statement.contents[:1]:
        for index, mention in enumerate(annotations.entities):
            if content.start <= mention.span.start <= content.start + ARTICLE and mention.kind != "place":
                return _chains(index, annotations)
    return ()


def _is_named(entity: int | None, annotations: Annotations) -> bool:
    if entity is None:
        return False
    mention = annotations.entities[entity]
    return mention.form in NAMED or mention.country is not None


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end
