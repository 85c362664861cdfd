"""Which counts belong to which event."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_effects import effect_owner
from variorum.annotations.event_nesting import Nesting
from variorum.annotations.event_tolls import CALAMITIES, VICTIMS, are_found, is_part, reach_back, tells_of_another
from variorum.annotations.event_triggers import EFFECTS, Trigger
from variorum.schema.annotations import FigureMention, TimeMention

HELD = frozenset({"prisoner", "captive", "hostage", "detainee"})
"""Counts of those whom an exchange or a release sets free."""

EXCHANGES = frozenset({"prisoner_exchange", "prisoner_release"})

RECOVERED = frozenset({"evacuation", "humanitarian_aid"})
"""Kinds of which the dead that were found are counted: "recovered four bodies"."""


def attach_figures(
    doc: Doc,
    figures: Sequence[FigureMention],
    triggers: Sequence[Trigger],
    nesting: Nesting,
    times: Sequence[TimeMention],
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
        loose = owner is None or not _takes(figure, owner, token)
        if loose and figure.what in VICTIMS and not are_found(token):
            owner = _nearest(token, violent) or _told_before(token, violent, times)
        if owner is None and figure.what in HELD:
            owner = _exchange_beside(token, triggers)
        if owner is not None and _takes(figure, owner, token):
            attached.setdefault(owner.head.i, []).append(number)
    return {head: tuple(numbers) for head, numbers in attached.items()}


def _beside(token: Token, nesting: Nesting) -> Trigger | None:
    """The event noun that a count stands with: "the rally drew 240 people", "fifteen dead in a raid"."""
    near = syntax.subjects(token) if token.pos_ == "VERB" else []
    near += [obj for source in (token, token.head) for _, obj in syntax.prepositional(source, "in", "after", "at")]
    found = (nesting.of(t) for t in near)
    return next((owner for owner in found if owner is not None and owner.nominal), None)


def _nearest(token: Token, violent: Mapping[int, Trigger]) -> Trigger | None:
    """The violence of a sentence whose victims are counted: what is told last before them, else the only one.

    "In the town, shelled at dawn, medics counted four dead"; "the ferry hit a tanker in 1987; some 4,300 perished".
    """
    start, end = syntax.sentence_bounds(token)
    found = [trigger for at, trigger in sorted(violent.items()) if start <= at < end]
    before = [trigger for trigger in found if trigger.head.i < token.i]
    return before[-1] if before else found[0] if len(found) == 1 else None


def _told_before(token: Token, violent: Mapping[int, Trigger], times: Sequence[TimeMention]) -> Trigger | None:
    """The violence told last in the sentences just before a toll that names none: "Nine men were dead by morning".

    None where both an accident and an attack are told there.
    """
    end = syntax.sentence_bounds(token)[0]
    start = reach_back(token)
    found = [trigger for at, trigger in sorted(violent.items()) if start <= at < end]
    causes = [trigger for trigger in found if trigger.concept.name not in EFFECTS] or found
    mixed = len({trigger.concept.name in CALAMITIES for trigger in causes}) > 1
    if not causes or mixed or causes[-1].idle or tells_of_another(token, times):
        return None
    return causes[-1]


def _exchange_beside(token: Token, triggers: Sequence[Trigger]) -> Trigger | None:
    """The only exchange or release of a sentence that counts prisoners: "after the swap, in which 24 prisoners went home"."""
    start, end = syntax.sentence_bounds(token)
    found = [t for t in triggers if start <= t.head.i < end and t.concept.name in EXCHANGES]
    return found[0] if len(found) == 1 else None


def _takes(figure: FigureMention, trigger: Trigger, token: Token) -> bool:
    """True where a count can be said of an event; of a rescue that of the dead who were found."""
    found = trigger.concept.name in RECOVERED and token in trigger.words
    return figure_fits(figure.what, trigger) or (figure.what == "killed" and found)


def figure_fits(what: str, trigger: Trigger) -> bool:
    """Tell whether a kind of count can be said of a kind of event: nobody is killed by an agreement."""
    if what in VICTIMS:
        return trigger.concept.type in ("ASSAULT", "NONE", "COERCE", "PROTEST")
    if what == "troops":
        return trigger.concept.type in ("MOBILIZE", "RETREAT", "ASSAULT", "AID", "COOPERATE", "SUPPORT")
    return True
