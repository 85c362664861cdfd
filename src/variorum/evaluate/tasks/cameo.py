"""Codings of short texts: CAMEO's roots, and WEIS' categories, which the same digits may mean.

A coding is a code for a pair of sides; an event of several sides has several (`evaluate/dyads.py`).

cameo_accuracy: of the codings the share whose first two digits are CAMEO roots found in the text; a root that the gold
has twice must be found twice. cameo_precision: of the roots found the share that the gold has. cameo_exact: the share
of texts whose roots are found with none too many, texts without any event included. Codings outside CAMEO's roots 01
to 20 are left out and counted apart (`foreign`).

weis_accuracy, weis_precision: the same with the first two digits read as WEIS' categories 01 to 22.

either_accuracy: codings that one coding of ours answers in CAMEO or in WEIS, one to one (a maximum matching). Of codes
01 to 20 nothing but the sentence tells the numbering, so this is the most that the two readings allow together, and no
accuracy in either.

Source of the layout: unit tests of PETRARCH2. They test a program against dictionaries of their own, which mostly keep
the numbering of WEIS, CAMEO's forerunner ("welcomed" 041, "restore diplomatic ties" 064, "said" 023, "visit" 032,
"arrested" 212). Of the 180 codings of every second text, the first included, read by hand beside both codebooks, 12 are
right as CAMEO roots only, 123 as WEIS categories only, 4 as both, and 41 as neither: they are of the tests' own
dictionaries (345, 802, 9xx, 1717, 080 for "allowed"). Whoever codes by the book thus reaches a cameo_accuracy of 16 of
153 (.105), a weis_accuracy of 127 of 161 (.789) and an either_accuracy of 139 of 161 (.863) there, but for luck.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from variorum.evaluate.coding import Coder
from variorum.evaluate.dyads import find_dyads
from variorum.evaluate.gold import GoldRow
from variorum.evaluate.values import Answers, Counts, Document, Figures, Miss, Task, Unit, share
from variorum.schema.codings import load_codings


class GoldCoding(BaseModel):
    """One coded event; of its code only the first two digits are scored."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    code: Annotated[str, Field(pattern=r"^\d\d")]

    @property
    def digits(self) -> str:
        return self.code[:2]


class CameoRow(GoldRow):
    """A text with its codings; none where no event may be coded."""

    codings: tuple[GoldCoding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeAnswer:
    """A coding as a system finds it: CAMEO root, WEIS category (empty where it has none), the words that name the act."""

    root: str
    weis: str = ""
    start: int
    end: int


def answer_cameo(documents: Sequence[Document], coder: Coder) -> Answers:
    """The codings of the events and statements that the annotators find, one for each pair of sides."""
    annotations = coder.annotate(documents)
    return {
        document.id: [
            CodeAnswer(root=dyad.codes.root, weis=dyad.codes.weis, start=dyad.start, end=dyad.end)
            for dyad in find_dyads(annotations[document.id], document.text)
        ]
        for document in documents
    }


def score_cameo(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold codings beside a system's, a unit a text."""
    return [_score(document, answers.get(document.id, ())) for document in documents]


def _score(document: Document, answers: Sequence[CodeAnswer]) -> Unit:
    codings, known = document.gold.codings, load_codings()
    gold = Counter(coding.digits for coding in codings if coding.digits in known.cameo_roots)
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
        **_weis_counts(document, answers),
    }
    misses = [Miss(kind="missed", start=0, end=0, detail=root) for root in sorted(missed.elements())]
    misses += [
        Miss(kind="spurious", start=a.start, end=a.end, detail=f"{a.root}; gold {sorted(gold.elements())}")
        for a in answers
        if scored and a.root in spurious
    ]
    marks = "=" * (gold & found).total() + "-" * missed.total() + (f"+{spurious.total()}" if spurious else "")
    return Unit(id=document.id, counts=counts, marks=marks, misses=tuple(misses))


def _weis_counts(document: Document, answers: Sequence[CodeAnswer]) -> dict[str, float]:
    """What WEIS' reading of the codes gives, and both readings together."""
    categories = load_codings().weis_categories
    gold = [coding.digits for coding in document.gold.codings if coding.digits in categories]
    found = [answer.weis for answer in answers if answer.weis]
    scored = bool(gold) or not document.gold.codings
    return {
        "weis_gold": len(gold),
        "weis_right": (Counter(gold) & Counter(found)).total(),
        "weis_answers": len(found) if scored else 0,
        "either_right": match_either(gold, answers),
    }


def match_either(gold: Sequence[str], answers: Sequence[CodeAnswer]) -> int:
    """The most pairs of a gold code and an answer, one to one, whose digits agree in CAMEO or in WEIS.

    Source: augmenting paths (Berge 1957).
    """
    taken_by: dict[int, int] = {}

    def place(code: int, seen: set[int]) -> bool:
        for at, answer in enumerate(answers):
            if at in seen or gold[code] not in (answer.root, answer.weis):
                continue
            seen.add(at)
            if at not in taken_by or place(taken_by[at], seen):
                taken_by[at] = code
                return True
        return False

    return sum(place(code, set()) for code in range(len(gold)))


def figures_of_cameo(counts: Counts) -> Figures:
    """The share of codings found, of answers right, and of texts wholly right; in CAMEO, in WEIS, in either."""
    right, weis = counts.get("right", 0), counts.get("weis_right", 0)
    return {
        "cameo_accuracy": share(right, counts.get("gold", 0)),
        "cameo_precision": share(right, counts.get("answers", 0)),
        "cameo_exact": share(counts.get("exact", 0), counts.get("texts", 0)),
        "weis_accuracy": share(weis, counts.get("weis_gold", 0)),
        "weis_precision": share(weis, counts.get("weis_answers", 0)),
        "either_accuracy": share(counts.get("either_right", 0), counts.get("weis_gold", 0)),
    }


CAMEO = Task(
    name="cameo",
    patterns=("events/petrarch2-tests.jsonl",),
    model=CameoRow,
    answer=answer_cameo,
    score=score_cameo,
    figures=figures_of_cameo,
    apart=("foreign",),
    parts=("cameo_precision", "weis_precision"),
)
