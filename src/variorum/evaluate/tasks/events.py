"""Who did what to whom: PLOVER roots of single events, with actor and recipient given and from the raw text.

Roots are those of the PLOVER pairs: RETREAT and CONCEDE are its YIELD; of the older 18 types DEMAND is REQUEST,
DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is ASSAULT. root_accuracy, root_macro_f1 (the mean F1 of the roots that
the gold holds), quad_accuracy (verbal and material cooperation and conflict) and binary_accuracy (cooperation or
conflict) score the one event that is chosen with actor and recipient given. Source: Hu et al. 2024, zero-shot PLOVER.

The event chosen is of those that PLOVER knows, told or untold, the one with, in this order: a trigger that does not
begin within the given words; more of the given sides in fitting roles, by any mention of the same thing in the text
(actor as actor, participant or speaker, recipient as recipient, participant, victim or host), and within its clause;
words that name a happening surely; the day's news before background; then the first. (Chosen on one half of the
development pairs among some orders of these.) Its root is that of what is done with the deed, where it is promised,
refused, threatened or asked for.

triple_f1: from raw text, every event with an actor and a recipient is a triple; it is right where the root is and
actor and recipient overlap the gold's. One triple a document is gold, so that a true event that the gold leaves out
counts as too much. Documents of which a side is marked nowhere have no triple and count for none.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldPair, GoldRow, GoldSpan
from variorum.evaluate.spans import Spanned, touches
from variorum.evaluate.values import Answers, Counts, Document, Figures, Miss, Task, Unit, f1, share
from variorum.schema.annotations import ANYONE, VOICE, Annotations, EventMention
from variorum.schema.ontology import load_ontology
from variorum.schema.reports import Span

SAME_ROOT: Mapping[str, str] = {
    "RETREAT": "YIELD",
    "CONCEDE": "YIELD",
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
"""Types that count as another root."""

OUTSIDE = "NONE"
"""The record's type of happenings that PLOVER leaves out; such events are no answers."""

SURE = 0.5
"""Weight from which words alone name a happening."""

ACTING = frozenset({"actor", "participant", "signatory", "mediator"})
AFFECTED = frozenset({"recipient", "participant", "signatory", "victim", "host"})


class GoldActor(BaseModel):
    """A side that is given in words, to be found in the text."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    surface: str


class EventsRow(GoldRow):
    """A text with one event: its type, and its sides as spans (pairs) or as words (records)."""

    type: str
    quad: int | None = Field(default=None, ge=1, le=4)
    actor_spans: tuple[GoldPair, ...] | None = None
    recipient_spans: tuple[GoldPair, ...] | None = None
    source_actors: tuple[GoldActor, ...] | None = Field(default=None, validation_alias="source")
    target_actors: tuple[GoldActor, ...] | None = Field(default=None, validation_alias="target")

    @model_validator(mode="after")
    def check_sides(self) -> Self:
        """Both sides are given in one of the two ways, if by nothing."""
        for spans, words in ((self.actor_spans, self.source_actors), (self.recipient_spans, self.target_actors)):
            if spans is None and words is None:
                raise ValueError("neither actor_spans and recipient_spans nor source and target are given")
        return self

    def spans(self) -> Sequence[GoldSpan]:
        """The spans of both sides."""
        return (*(self.actor_spans or ()), *(self.recipient_spans or ()))

    @property
    def root(self) -> str:
        return root_of(self.type)

    @property
    def actor(self) -> tuple[Spanned, ...]:
        """Where the actor stands."""
        return self.actor_spans if self.actor_spans is not None else _find(self.text, self.source_actors or ())

    @property
    def recipient(self) -> tuple[Spanned, ...]:
        """Where the recipient stands."""
        return self.recipient_spans if self.recipient_spans is not None else _find(self.text, self.target_actors or ())


def _find(text: str, actors: Sequence[GoldActor]) -> tuple[Span, ...]:
    """The first place of each actor's words, in whatever case; none where they are not in the text."""
    starts = {a.surface: text.casefold().find(a.surface.casefold()) for a in actors if a.surface.strip()}
    return tuple(Span(start=start, end=start + len(words)) for words, start in starts.items() if start >= 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAnswer:
    """An event as a system finds it: its root, where its actors and recipients stand, and whether it is the chosen one.

    With several participants each is both, and a triple needs two of them.
    """

    root: str
    start: int
    end: int
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    chosen: bool = False


def root_of(type: str) -> str:
    """The root that a PLOVER type, of whatever edition, counts as."""
    return SAME_ROOT.get(type, type)


def answer_events(documents: Sequence[Document], coder: Coder) -> Answers:
    """The events that the annotators find; one of each document is chosen for the given sides."""
    annotations = coder.annotate(documents)
    return {d.id: _answers(annotations[d.id], d.gold.actor, d.gold.recipient) for d in documents}


def _answers(own: Annotations, actor: Sequence[Spanned], recipient: Sequence[Spanned]) -> list[EventAnswer]:
    told = [event for event in own.events if event.type != OUTSIDE]
    untold = [event for event in own.unrecorded if event.type != OUTSIDE]
    best = choose_event(own, [*told, *untold], actor, recipient)
    answers = [_answer(own, event, chosen=event is best) for event in told]
    return answers + [
        replace(_answer(own, event, chosen=True), actors=(), recipients=()) for event in untold if event is best
    ]


def choose_event(
    own: Annotations, events: Sequence[EventMention], actor: Sequence[Spanned], recipient: Sequence[Spanned]
) -> EventMention | None:
    """The event that goes best with the given sides, by the order that the module states; None where there is none."""
    acting, affected = _chains_at(own, actor), _chains_at(own, recipient)
    given = [*actor, *recipient]

    def _fit(event: EventMention) -> tuple[bool, int, bool, bool, int]:
        acts = _has(own, event, ACTING, acting, actor) or _speaker(own, event) in acting
        fitting = acts + _has(own, event, AFFECTED, affected, recipient)
        within = touches([event.clause], actor) + touches([event.clause], recipient)
        inside = any(side.start <= event.trigger.start < side.end for side in given)
        return not inside, fitting + within, event.weight >= SURE, event.main, -event.trigger.start

    return max(events, key=_fit, default=None)


def _speaker(own: Annotations, event: EventMention) -> int | None:
    """Chain of who says that the event is, was or shall be; of those without a name in roles or in words only."""
    speaker = own.statements[event.statement].speaker if event.statement is not None else None
    if speaker is None or not {VOICE, ANYONE}.isdisjoint(own.entities[speaker].external_ids):
        return None
    return own.entities[speaker].chain


def _chains_at(own: Annotations, spans: Sequence[Spanned]) -> frozenset[int]:
    """Chains of the entities that are mentioned within some spans."""
    return frozenset(m.chain for m in own.entities if touches([m.span], spans))


def _has(
    own: Annotations, event: EventMention, roles: Collection[str], chains: Collection[int], spans: Sequence[Spanned]
) -> bool:
    """True where a side is in one of some roles: as an entity, by any of its mentions, or in words."""
    named = any(role.role in roles and own.entities[role.entity].chain in chains for role in event.roles)
    return named or any(party.role in roles and touches([party.span], spans) for party in event.parties)


def _answer(own: Annotations, event: EventMention, *, chosen: bool) -> EventAnswer:
    return EventAnswer(
        root=root_of(event.act or event.type),
        start=event.trigger.start,
        end=event.trigger.end,
        actors=_in_role(own, event, ACTING),
        recipients=_in_role(own, event, AFFECTED),
        chosen=chosen,
    )


def _in_role(own: Annotations, event: EventMention, roles: Collection[str]) -> tuple[Span, ...]:
    """Where those in some roles stand; a pronoun is answered by the name that it stands for."""
    named = (_named(own, role.entity) for role in event.roles if role.role in roles)
    return (*named, *(party.span for party in event.parties if party.role in roles))


def _named(own: Annotations, entity: int) -> Span:
    mention = own.entities[entity]
    if mention.form != "pronoun":
        return mention.span
    meant = [m for m in own.entities if m.chain == mention.chain and m.form != "pronoun"]
    return min(meant, key=lambda m: m.form != "name", default=mention).span


def score_events(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold events beside a system's, a unit a document."""
    return [_score(document, answers.get(document.id, ())) for document in documents]


def _score(document: Document, answers: Sequence[EventAnswer]) -> Unit:
    chosen = next((a for a in answers if a.chosen), None)
    gold, found = document.gold.root, chosen.root if chosen else None
    quads = quads_of_roots()
    due, got = document.gold.quad or quads.get(gold), quads.get(found or "")
    counts: dict[str, float] = {"gold": 1, f"{gold}:gold": 1, "quads": due is not None}
    if found:
        counts[f"{found}:answers"] = 1
    if gold == found:
        counts |= {"root_right": 1, f"{gold}:right": 1}
    if due and got:
        counts |= {"quad_right": due == got, "binary_right": (due > 2) == (got > 2)}
    counts |= _count_triples(document.gold, answers)
    misses = [] if gold == found else [_miss(document, chosen)]
    mark = "=" if gold == found else "~" if due and due == got else "-"
    return Unit(id=document.id, counts=counts, marks=mark, misses=tuple(misses))


def _miss(document: Document, chosen: EventAnswer | None) -> Miss:
    if chosen is None:
        return Miss(kind="missed", start=0, end=0, detail=document.gold.root)
    detail = f"{document.gold.root} taken for {chosen.root}"
    return Miss(kind="root", start=chosen.start, end=chosen.end, detail=detail)


def _count_triples(gold: EventsRow, answers: Sequence[EventAnswer]) -> dict[str, float]:
    if not (gold.actor and gold.recipient):
        return {}
    triples = [a for a in answers if a.recipients and any(a.recipients != (actor,) for actor in a.actors)]
    right = any(t.root == gold.root and _has_sides(t, gold.actor, gold.recipient) for t in triples)
    return {"triples": 1, "triple_answers": len(triples), "triple_right": right}


def _has_sides(triple: EventAnswer, actor: Sequence[Spanned], recipient: Sequence[Spanned]) -> bool:
    actors = [span for span in triple.actors if touches([span], actor)]
    recipients = [span for span in triple.recipients if touches([span], recipient)]
    return any(one != two for one in actors for two in recipients)


def quads_of_roots() -> Mapping[str, int]:
    """The quad of each root: 1 and 2 verbal and material cooperation, 3 and 4 verbal and material conflict."""
    quads = {root_of(known.name): known.quad for known in load_ontology().types if known.name != OUTSIDE}
    return {**quads, "YIELD": 2}


def figures_of_events(counts: Counts) -> Figures:
    """Accuracy and macro-F1 of the chosen event, F1 of triples with its two parts."""
    gold, quads = counts.get("gold", 0), counts.get("quads", 0)
    right, answers, due = (counts.get(name, 0) for name in ("triple_right", "triple_answers", "triples"))
    return {
        "root_accuracy": share(counts.get("root_right", 0), gold),
        "root_macro_f1": _macro_f1(counts),
        "quad_accuracy": share(counts.get("quad_right", 0), quads),
        "binary_accuracy": share(counts.get("binary_right", 0), quads),
        "triple_f1": f1(right, answers, right, due),
        "triple_precision": share(right, answers),
        "triple_recall": share(right, due),
    }


def _macro_f1(counts: Counts) -> float:
    roots = [name.removesuffix(":gold") for name, n in counts.items() if name.endswith(":gold") and n]
    each = [
        f1(right, counts.get(f"{root}:answers", 0), right, counts.get(f"{root}:gold", 0))
        for root in roots
        for right in (counts.get(f"{root}:right", 0),)
    ]
    return share(sum(each), len(each))


EVENTS = Task(
    name="events",
    patterns=("events/plover-pairs.jsonl", "events/plover-gsr.jsonl"),
    model=EventsRow,
    answer=answer_events,
    score=score_events,
    figures=figures_of_events,
    parts=("triple_precision", "triple_recall"),
)
