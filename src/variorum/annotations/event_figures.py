"""Which counts belong to which event."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_effects import effect_owner
from variorum.annotations.event_nesting import Nesting
from variorum.annotations.event_tolls import VICTIMS, is_part
from variorum.annotations.event_triggers import Trigger
from variorum.schema.annotations import FigureMention


def attach_figures(
    doc: Doc, figures: Sequence[FigureMention], triggers: Sequence[Trigger], nesting: Nesting
) -> dict[int, tuple[int, ...]]:
    """Indexes of the figures of each event, by the head token of its trigger."""
    violent = {t.head.i: t for t in triggers if t.concept.type in ("ASSAULT", "NONE")}
    attached: dict[int, list[int]] = {}
    for number, figure in enumerate(figures):
        part = doc.char_span(figure.governor, figure.governor + 1, alignment_mode="expand")
        if part is None or is_part(figure, figures, doc):
            continue
        token = part[0]
        owner = nesting.of(token) or effect_owner(token, violent) or nesting.above(token) or _beside(token, nesting)
        owner = owner or (_alone(token, violent) if figure.what in VICTIMS else None)
        if owner is not None and figure_fits(figure.what, owner):
            attached.setdefault(owner.head.i, []).append(number)
    return {head: tuple(numbers) for head, numbers in attached.items()}


def _beside(token: Token, nesting: Nesting) -> Trigger | None:
    """The event noun that a count stands with: "the rally drew 240 people", "fifteen dead in a raid"."""
    near = syntax.subjects(token) if token.pos_ == "VERB" else []
    near += [obj for source in (token, token.head) for _, obj in syntax.prepositional(source, "in", "after", "at")]
    found = (nesting.of(t) for t in near)
    return next((owner for owner in found if owner is not None and owner.nominal), None)


def _alone(token: Token, violent: Mapping[int, Trigger]) -> Trigger | None:
    """The only violence of a sentence, whose victims are counted: "in the town, shelled at dawn, medics counted four dead"."""
    start, end = syntax.sentence_bounds(token)
    found = [trigger for at, trigger in violent.items() if start <= at < end]
    return found[0] if len(found) == 1 else None


def figure_fits(what: str, trigger: Trigger) -> bool:
    """Tell whether a kind of count can be said of a kind of event: nobody is killed by an agreement."""
    if what in VICTIMS:
        return trigger.concept.type in ("ASSAULT", "NONE", "COERCE", "PROTEST")
    if what == "troops":
        return trigger.concept.type in ("MOBILIZE", "RETREAT", "ASSAULT", "AID", "COOPERATE", "SUPPORT")
    return True
