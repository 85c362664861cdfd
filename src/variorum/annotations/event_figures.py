"""Which counts belong to which event."""

from collections.abc import Sequence

from spacy.tokens import Doc

from variorum.annotations.event_effects import effect_owner
from variorum.annotations.event_nesting import Nesting
from variorum.annotations.event_triggers import Trigger
from variorum.schema.annotations import FigureMention

VICTIMS = frozenset({"killed", "wounded", "missing", "casualties"})


def attach_figures(
    doc: Doc, figures: Sequence[FigureMention], triggers: Sequence[Trigger], nesting: Nesting
) -> dict[int, tuple[int, ...]]:
    """Indexes of the figures of each event, by the head token of its trigger."""
    violent = {t.head.i: t for t in triggers if t.concept.type in ("ASSAULT", "NONE")}
    attached: dict[int, list[int]] = {}
    for number, figure in enumerate(figures):
        part = doc.char_span(figure.governor, figure.governor + 1, alignment_mode="expand")
        if part is None:
            continue
        token = part[0]
        owner = nesting.of(token) or effect_owner(token, violent) or nesting.above(token)
        if owner is not None and figure_fits(figure.what, owner):
            attached.setdefault(owner.head.i, []).append(number)
    return {head: tuple(numbers) for head, numbers in attached.items()}


def figure_fits(what: str, trigger: Trigger) -> bool:
    """Tell whether a kind of count can be said of a kind of event: nobody is killed by an agreement."""
    if what in VICTIMS:
        return trigger.concept.type in ("ASSAULT", "NONE", "COERCE", "PROTEST")
    if what == "troops":
        return trigger.concept.type in ("MOBILIZE", "RETREAT", "ASSAULT", "AID", "COOPERATE", "SUPPORT")
    return True
