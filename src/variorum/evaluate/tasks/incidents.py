"""How many: numbers of killed and injured of a report, beside the keys of its incidents.

A figure is right where it lies in the key's [low, high]; a figure too many and a key missed both count. An item is a
report plus a number: keys of one range in one report are one, answers of one number are one. A key that may be missed
(`optional`) is never missed. A key neither of whose ends is written in the text, in digits or words, is left out and
counted apart (`killed_unsaid`, `injured_unsaid`): only arithmetic or other knowledge could give it. By the same token an
answer is a figure whose number is written. Source of the keys and of what an incident is: MUC-4 (1992), whose task
description leaves out combat between armed groups and forces, unless it hurts civilians.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldRow
from variorum.evaluate.values import Answers, Counts, Document, Figures, Miss, Task, Unit, add_up, f1, share
from variorum.schema.annotations import Annotations, FigureMention

EFFECTS: Mapping[str, str] = {"killed": "killed", "injured": "wounded"}
"""A key's effect, and what the record calls it."""

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

Range = tuple[Annotated[int, Field(ge=0)], int | None]


class GoldIncident(BaseModel):
    """One incident: how many it killed and injured, [low, high] with null for open, or null where not said."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    optional: bool
    killed: Range | None
    injured: Range | None

    @field_validator("killed", "injured")
    @classmethod
    def check_order(cls, value: Range | None) -> Range | None:
        """A range does not run backwards."""
        if value and value[1] is not None and value[1] < value[0]:
            raise ValueError(f"range runs backwards: {value}")
        return value


class IncidentsRow(GoldRow):
    """A document with its incidents."""

    incidents: tuple[GoldIncident, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureAnswer:
    """A number of victims as a system finds it: effect killed or injured, its best value and where it stands."""

    effect: str
    value: float
    start: int
    end: int


def answer_incidents(documents: Sequence[Document], coder: Coder) -> Answers:
    """The figures of killed and wounded that the annotators find: the number said, or its lower end where none is."""
    annotations = coder.annotate(documents)
    effects = {what: effect for effect, what in EFFECTS.items()}
    fought = {key: _of_combat(own) for key, own in annotations.items()}
    return {
        d.id: [
            FigureAnswer(effect=effects[f.what], value=value, start=f.span.start, end=f.span.end)
            for number, f in enumerate(annotations[d.id].figures)
            if f.what in effects
            and is_of_incident(f)
            and number not in fought[d.id]
            and is_written(f, d.text)
            and (value := f.best if f.best is not None else f.low)
        ]
        for d in documents
    }


def _of_combat(own: Annotations) -> set[int]:
    """Figures (indexes) of events in which sides fight each other, unless they are of civilians."""
    told = {i for event in own.events if event.direction == "mutual" for i in event.figures}
    return {i for i in told if own.figures[i].of_kind != "civilians"}


TOLD = ("happened", "ongoing", "alleged")
"""Realis of what counts victims: nobody is killed by what is planned, hypothetical or denied."""


ARMED = ("soldiers", "fighters", "combatants")
"""Whose dead are no victims to the keys: by the task's definition what guerrillas and forces do to each other is no incident."""


def is_of_incident(figure: FigureMention) -> bool:
    """True of a figure of the victims of one incident: not of a period, no part of another, done, and not of combat."""
    return figure.scope == "event" and figure.part_of is None and figure.realis in TOLD and figure.of_kind not in ARMED


def is_written(figure: FigureMention, text: str) -> bool:
    """True where the figure's number is written, as it must be of a key: totals and single victims are the annotator's sums."""
    low = int(figure.low or 0)
    return figure.basis == "number" or is_said((low, low), text)


def score_incidents(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Keys beside a system's figures, a unit a document."""
    return [_score(document, answers.get(document.id, ())) for document in documents]


def _score(document: Document, answers: Sequence[FigureAnswer]) -> Unit:
    parts = [_score_effect(document, effect, [a for a in answers if a.effect == effect]) for effect in EFFECTS]
    return Unit(
        id=document.id,
        counts=add_up(part.counts for part in parts),
        marks=" ".join(part.marks or "0" for part in parts),
        misses=tuple(miss for part in parts for miss in part.misses),
    )


def _score_effect(document: Document, effect: str, answers: Sequence[FigureAnswer]) -> Unit:
    keys = _keys(document, effect)
    said = {key: optional for key, optional in keys.items() if is_said(key, document.text)}
    values = {a.value: a for a in reversed(answers)}
    pairs = _pair(list(said), sorted(values))
    hit, right = {key for key, _ in pairs}, {value for _, value in pairs}
    due = [key for key, optional in said.items() if not optional or key in hit]
    counts = {
        f"{effect}_gold": len(due),
        f"{effect}_answers": len(values),
        f"{effect}_right": len(pairs),
        f"{effect}_unsaid": len(keys) - len(said),
        "gold": len(due),
    }
    missed = [Miss(kind=f"{effect} missed", start=0, end=0, detail=_range(key)) for key in due if key not in hit]
    spurious = [
        Miss(kind=f"{effect} spurious", start=a.start, end=a.end, detail=f"{value:g}; keys {[_range(k) for k in keys]}")
        for value, a in values.items()
        if value not in right
    ]
    marks = "".join("=" if key in hit else "-" for key in due) + (f"+{len(spurious)}" if spurious else "")
    return Unit(id=document.id, counts=counts, marks=marks, misses=(*missed, *spurious))


def _keys(document: Document, effect: str) -> dict[Range, bool]:
    """Ranges of a report in its order with whether each is optional; what was nobody is no key."""
    keys: dict[Range, bool] = {}
    for incident in document.gold.incidents:
        key: Range | None = getattr(incident, effect)
        if key is not None and key[1] != 0:
            keys[key] = keys.get(key, True) and incident.optional
    return keys


def _range(key: Range) -> str:
    return f"{key[0]}" if key[0] == key[1] else f"{key[0]}..{'' if key[1] is None else key[1]}"


def _pair(keys: Sequence[Range], values: Sequence[float]) -> list[tuple[Range, float]]:
    """Keys and values that lie in them, one to one, as many as can be: the narrowest key first takes its least value."""
    free, found = list(values), []
    for key in sorted(keys, key=lambda k: (float("inf") if k[1] is None else k[1], k[0])):
        fitting = [value for value in free if key[0] <= value and (key[1] is None or value <= key[1])]
        if fitting:
            free.remove(fitting[0])
            found.append((key, fitting[0]))
    return found


def is_said(key: Range, text: str) -> bool:
    """True where an end of a range is written in the text, in digits or in words."""
    ends = {key[0], key[1]} - {None, 0}
    return any(
        re.search(rf"(?<![\w.,-]){form}(?![\w]|[.,]\d)", text, re.IGNORECASE) for end in ends for form in _forms(end)
    )


def _forms(number: int | None) -> Iterator[str]:
    """Patterns of a whole number as it may be written."""
    if number is None:
        return
    yield f"{number}"
    yield f"{number:,}"
    if number < 20:
        yield _UNITS[number - 1]
    elif number < 100:
        tens, unit = divmod(number, 10)
        yield _TENS[tens - 2] + (rf"[-\s]+{_UNITS[unit - 1]}" if unit else "")
    elif number % 100 == 0 and number < 1000:
        yield (
            rf"(?:{_UNITS[number // 100 - 1]}|an?)\s+hundred"
            if number == 100
            else rf"{_UNITS[number // 100 - 1]}\s+hundred"
        )
    elif number % 1000 == 0 and number < 20_000:
        yield rf"{_UNITS[number // 1000 - 1]}\s+thousand"


def figures_of_incidents(counts: Counts) -> Figures:
    """Precision, recall and F1 for each effect."""
    figures: Figures = {}
    for effect in EFFECTS:
        right, answers, gold = (counts.get(f"{effect}_{name}", 0) for name in ("right", "answers", "gold"))
        figures[f"{effect}_f1"] = f1(right, answers, right, gold)
        figures[f"{effect}_precision"], figures[f"{effect}_recall"] = share(right, answers), share(right, gold)
    return figures


INCIDENTS = Task(
    name="incidents",
    patterns=("incidents/*.jsonl",),
    model=IncidentsRow,
    answer=answer_incidents,
    score=score_incidents,
    figures=figures_of_incidents,
    apart=tuple(f"{effect}_unsaid" for effect in EFFECTS),
    parts=tuple(f"{effect}_{name}" for effect in EFFECTS for name in ("precision", "recall")),
)
