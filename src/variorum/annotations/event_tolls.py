"""Tolls told in sentences of their own belong to the accident or disaster that a report is about: "At least 36 died"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_scenes import begins_paragraph
from variorum.annotations.event_triggers import Trigger
from variorum.schema.annotations import EventMention, FigureMention, TimeMention

CALAMITIES = frozenset(
    {"accident", "crash", "explosion", "fire", "earthquake", "storm_and_flood", "sinking", "collapse"}
)
"""Kinds of accident and disaster, which nobody meant; "accident" is told by the words that fit all of them."""

VICTIMS = frozenset({"killed", "wounded", "missing", "casualties"})
SUFFERED = frozenset({"kill", "die", "perish", "drown", "injure", "wound", "hurt", "bear"})
"""Verbs of what befell people, no matter by whose hand."""

REMAINS = frozenset({"body", "bodies", "corpse", "corpses"})
"""Nouns of what is found little by little, which makes no toll."""

REACH = 3
"""Sentences before that of a toll in which what it is of may be told."""

LEAD = 4
"""Sentences, the title's among them, that tell what a report is about."""

CAUSES = frozenset({"when", "after", "as", "because"})
"""Words that open what brought a toll."""

PASSED = frozenset({"previous", "earlier", "similar", "another", "past", "last", "other"})
"""Words by which a sentence tells of something else."""


def find_tolls(
    doc: Doc,
    figures: Sequence[FigureMention],
    times: Sequence[TimeMention],
    triggers: Sequence[Trigger],
    taken: Mapping[int, Trigger],
) -> dict[int, Trigger]:
    """Words that tell the toll of a report's accident in sentences that name no cause, by token index.

    Args:
        taken: words that tell effects of an event of their own sentence.

    Returns:
        The accident or disaster told of by each; nothing in a report that is about none, or about violence too.
    """
    calamities = _calamities(doc, triggers)
    found: dict[int, Trigger] = {}
    for figure in figures if calamities else ():
        token = _word_of(doc, figure)
        if token is None or figure.what not in VICTIMS or are_found(token) or token.i in taken:
            continue
        causes = _causes_beside(token, triggers)
        owner = _only(causes, calamities) if causes else _told_before(token, calamities, times)
        owner = None if not causes and _follows_another(token, triggers, calamities) else owner
        if owner is not None:
            found |= dict.fromkeys(_telling(token) - set(taken), owner)
    return found


def are_found(token: Token) -> bool:
    """Tell whether a count is of dead who are found: "recovered 16 bodies"; "41 bodies lay in the hall" tells a toll."""
    return token.lower_ in REMAINS and token.dep_ != "nsubj"


def _word_of(doc: Doc, figure: FigureMention) -> Token | None:
    part = doc.char_span(figure.governor, figure.governor + 1, alignment_mode="expand")
    return part[0] if part is not None else None


def is_part(figure: FigureMention, figures: Sequence[FigureMention], doc: Doc) -> bool:
    """True of those told of out of a whole: 400 in "Of the 900 injured, 400 went home"."""
    part = doc.char_span(figure.span.start, figure.span.end, alignment_mode="expand")
    if part is None or part[0].sent[0].lower_ != "of" or figure.low is None:
        return False
    beside = (f for f in figures if f is not figure and f.what == figure.what and f.span.start < figure.span.start)
    return any(f.span.start >= part[0].sent.start_char and (f.low or 0) > figure.low for f in beside)


def _calamities(doc: Doc, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The mentions of the accident that a report is about: told first, or the only one and told as known."""
    calm = [t for t in triggers if t.concept.name in CALAMITIES and not t.idle and not _befalls(t)]
    violent = [t for t in triggers if t.concept.type == "ASSAULT" and not _befalls(t) and not t.idle]
    ends = [sentence.end for sentence in doc.sents][:LEAD]
    lead = [t for t in calm if ends and t.head.i < ends[-1]]
    if any(ends and t.head.i < ends[-1] for t in violent):
        return []
    return lead or ([] if violent else [t for t in calm if is_pointed_at(t)])


def is_pointed_at(trigger: Trigger) -> bool:
    """True of "the crash" and "Friday's collision"."""
    marks = syntax.children_of(trigger.head, "det", "poss")
    return trigger.nominal and any(t.dep_ == "poss" or t.lower_ in ("the", "this", "that") for t in marks)


def _befalls(trigger: Trigger) -> bool:
    return trigger.head.lemma_.lower() in SUFFERED and not syntax.agents(trigger.head)


def _causes_beside(token: Token, triggers: Sequence[Trigger]) -> list[Trigger]:
    """What the sentence itself names that people may have died of."""
    start, end = syntax.sentence_bounds(token)
    beside = (t for t in triggers if start <= t.head.i < end and t.concept.type in ("ASSAULT", "NONE"))
    return [t for t in beside if not _befalls(t)]


def _only(causes: Sequence[Trigger], calamities: Sequence[Trigger]) -> Trigger | None:
    """The accident of a sentence that names nothing else that kills."""
    return causes[0] if all(t in calamities for t in causes) else None


def _told_before(token: Token, calamities: Sequence[Trigger], times: Sequence[TimeMention]) -> Trigger | None:
    """The accident told last before a word; the first one where none was."""
    if tells_of_another(token, times):
        return None
    return max((t for t in calamities if t.head.i < token.i), key=lambda t: t.head.i, default=calamities[0])


def _follows_another(token: Token, triggers: Sequence[Trigger], calamities: Sequence[Trigger]) -> bool:
    """True where the sentences of the paragraph before a toll tell of another accident than the report's."""
    start, end = reach_back(token), syntax.sentence_bounds(token)[0]
    told = [t for t in triggers if start <= t.head.i < end and t.concept.name in CALAMITIES and not is_pointed_at(t)]
    return bool(told) and told[-1] not in calamities


def reach_back(token: Token) -> int:
    """Find where the sentences of its paragraph begin (token index) that a toll may speak of."""
    start = syntax.sentence_bounds(token)[0]
    for _ in range(REACH):
        if start == 0 or begins_paragraph(token.doc, start):
            break
        start = syntax.sentence_bounds(token.doc[start - 1])[0]
    return start


def tells_of_another(token: Token, times: Sequence[TimeMention]) -> bool:
    """Tell whether a toll is of some other event: True where the sentence is of another year, or says that it tells of something else."""
    start, end = syntax.sentence_bounds(token)
    sentence = token.doc[start:end]
    own = (t.value for t in times if sentence.start_char <= t.span.start < sentence.end_char)
    years = any(value.year is not None and value.month is None for value in own)
    return years or _has_own_cause(token) or any(t.lower_ in PASSED for t in sentence)


def _has_own_cause(token: Token) -> bool:
    """True of a toll whose own clause goes on with what brought it: "three died when their car left the road"."""
    verb = token if token.pos_ in ("VERB", "AUX") else syntax.finite_verb(token)
    clauses = syntax.children_of(verb, "advcl")
    return any(t.lower_ in CAUSES for clause in clauses for t in syntax.children_of(clause, "mark", "advmod"))


def _telling(token: Token) -> set[int]:
    """The word counted and the verb of what befell those counted."""
    verb = token if token.pos_ in ("VERB", "AUX") else syntax.finite_verb(token)
    told = verb.lemma_.lower() in SUFFERED and (syntax.is_passive(verb) or not syntax.objects(verb))
    return {token.i, verb.i} if told and not syntax.agents(verb) else {token.i}


def without_tolls(triggers: Sequence[Trigger], tolls: Mapping[int, Trigger]) -> tuple[Trigger, ...]:
    """The triggers that tell more than a toll."""
    return tuple(t for t in triggers if not (t.head.i in tolls and _befalls(t)))


def told_deaths(doc: Doc, tolls: Mapping[int, Trigger]) -> dict[int, Trigger]:
    """Of the words of tolls those whose clause tells when people died; a toll that "rose at noon" tells when it was counted."""
    return {i: owner for i, owner in tolls.items() if doc[i].lemma_.lower() in SUFFERED}


def settle_scopes(
    figures: Sequence[FigureMention], events: Sequence[EventMention], times: Sequence[TimeMention]
) -> tuple[FigureMention, ...]:
    """Count as an accident's own toll what is told of it as a sum: "the death toll of the crash rose to 40".

    A sum over months or years stays one.
    """
    own = {i for event in events if event.concept in CALAMITIES for i in event.figures}
    return tuple(
        replace(f, scope="event") if i in own and f.scope == "cumulative" and not _is_long(f, times) else f
        for i, f in enumerate(figures)
    )


def _is_long(figure: FigureMention, times: Sequence[TimeMention]) -> bool:
    value = times[figure.time].value if figure.time is not None else None
    return value is not None and (
        value.unit in ("month", "quarter", "year", "decade") or (value.year is not None and value.month is None)
    )
