"""CAMEO codes of short texts: the roots, which are a code's first two digits.

cameo_accuracy: of the codings the share whose root is among the roots of the events found in the text; a root that the
gold has twice must be found twice. cameo_precision: of the roots found the share that the gold has. cameo_exact: the
share of texts whose roots are found with none too many, texts without any event included. Codings by codes of a set's
own dictionaries, outside CAMEO's roots 01 to 20, are left out and counted apart (`foreign`). Source of the layout:
unit tests of PETRARCH2.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldRow
from variorum.evaluate.values import Answers, Counts, Document, Figures, Miss, Task, Unit, share

ROOTS = frozenset(f"{number:02d}" for number in range(1, 21))
"""CAMEO's root codes."""

UNREAL = frozenset({"hypothetical", "denied"})
"""Events that did not take place are not coded."""


class GoldCoding(BaseModel):
    """One coded event; of it only the code's root is scored."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    code: Annotated[str, Field(pattern=r"^\d\d")]

    @property
    def root(self) -> str:
        return self.code[:2]


class CameoRow(GoldRow):
    """A text with its codings; none where no event may be coded."""

    codings: tuple[GoldCoding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeAnswer:
    """An event as a system finds it: its CAMEO root and the words that name it."""

    root: str
    start: int
    end: int


def answer_cameo(documents: Sequence[Document], coder: Coder) -> Answers:
    """The CAMEO roots of the events that the annotators find, one for each event of a text and root."""
    annotations = coder.annotate(documents)
    answers: dict[str, list[CodeAnswer]] = {}
    for document in documents:
        real = [e for e in annotations[document.id].events if e.cameo in ROOTS and e.realis not in UNREAL]
        first = {(e.chain, e.cameo): e for e in reversed(real)}
        answers[document.id] = [
            CodeAnswer(root=e.cameo, start=e.trigger.start, end=e.trigger.end) for e in reversed(first.values())
        ]
    return answers


def score_cameo(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold codings beside a system's, a unit a text."""
    return [_score(document, answers.get(document.id, ())) for document in documents]


def _score(document: Document, answers: Sequence[CodeAnswer]) -> Unit:
    codings = document.gold.codings
    gold = Counter(coding.root for coding in codings if coding.root in ROOTS)
    found = Counter(answer.root for answer in answers)
    missed, spurious = gold - found, found - gold
    scored = bool(gold) or not codings
    counts = {
        "gold": gold.total(),
        "right": (gold & found).total(),
        "answers": found.total() if scored else 0,
        "texts": scored,
        "exact": scored and gold == found,
        "foreign": len(codings) - gold.total(),
    }
    misses = [Miss(kind="missed", start=0, end=0, detail=root) for root in sorted(missed.elements())]
    misses += [
        Miss(kind="spurious", start=a.start, end=a.end, detail=f"{a.root}; gold {sorted(gold.elements())}")
        for a in answers
        if scored and a.root in spurious
    ]
    marks = "=" * (gold & found).total() + "-" * missed.total() + (f"+{spurious.total()}" if spurious else "")
    return Unit(id=document.id, counts=counts, marks=marks, misses=tuple(misses))


def figures_of_cameo(counts: Counts) -> Figures:
    """The share of codings found, of answers right, and of texts wholly right."""
    right = counts.get("right", 0)
    return {
        "cameo_accuracy": share(right, counts.get("gold", 0)),
        "cameo_precision": share(right, counts.get("answers", 0)),
        "cameo_exact": share(counts.get("exact", 0), counts.get("texts", 0)),
    }


CAMEO = Task(
    name="cameo",
    patterns=("events/petrarch2-tests.jsonl",),
    model=CameoRow,
    answer=answer_cameo,
    score=score_cameo,
    figures=figures_of_cameo,
    apart=("foreign",),
    parts=("cameo_precision",),
)
