"""Whether what words tell of happened: realis of event mentions, at places that people labelled.

An item is a word of a text with the realis that readers gave it, perhaps a second as good (`or`), or "none" where it
tells of no event. An item counts as found where an event mention has the word in its trigger, those included that make
no event of the record; the shortest such trigger answers. found: of items with an event the share found;
found_accuracy: of these the share with a right realis; accuracy: of all items with an event the share found and right;
reader_accuracy: of all items with an event the share that the rules read right from the word alone, whether or not the
lexicon holds it; quiet: of items without an event the share where no event is found.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from variorum.annotations.realis_at import read_realis_at
from variorum.evaluate.coding import Coder, read_document
from variorum.evaluate.gold import GoldRow, GoldSpan
from variorum.evaluate.values import Answers, Counts, Document, Figures, Miss, Task, Unit, add_up, share
from variorum.schema.annotations import Annotations

NONE = "none"

Label = Literal["happened", "ongoing", "planned", "called_off", "alleged", "denied", "hypothetical", "habitual", "none"]


class GoldRealis(GoldSpan):
    """A word with its realis, and a second one that is as good."""

    label: Label
    second: Annotated[Label | None, Field(alias="or")] = None

    def takes(self, realis: str | None) -> bool:
        """True for an answer that readers would accept."""
        return realis is not None and realis in (self.label, self.second)


class RealisRow(GoldRow):
    """A text with its labelled words."""

    items: tuple[GoldRealis, ...]

    def spans(self) -> Sequence[GoldSpan]:
        """The labelled words."""
        return self.items


@dataclass(frozen=True, slots=True, kw_only=True)
class RealisAnswer:
    """What a system says of one labelled word, in the gold's order.

    mention: realis of the event mention there, None where there is none. reader: realis as read from the word alone.
    """

    mention: str | None
    reader: str


def answer_realis(documents: Sequence[Document], coder: Coder) -> Answers:
    """The realis of the event mentions at the labelled words, and what the rules read there by themselves."""
    annotations = coder.annotate(documents)
    answers = {}
    for document in documents:
        items: Sequence[GoldRealis] = document.gold.items
        alone = read_realis_at(read_document(document), [item.start for item in items], coder.config)
        held = [_mention_at(annotations[document.id], item) for item in items]
        answers[document.id] = [RealisAnswer(mention=m, reader=r) for m, r in zip(held, alone, strict=True)]
    return answers


def _mention_at(own: Annotations, item: GoldRealis) -> str | None:
    """Realis of the event mention with the shortest trigger that has a word, None where there is none."""
    there = [
        (len(m.trigger), m.trigger.start, m.realis)
        for m in (*own.events, *own.unrecorded)
        if m.left_out != "weak" and m.trigger.start < item.end and item.start < m.trigger.end
    ]
    return min(there)[2] if there else None


def score_realis(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Labels beside a system's readings, a unit a document."""
    return [_score(document, answers.get(document.id, ())) for document in documents]


def _score(document: Document, answers: Sequence[RealisAnswer]) -> Unit:
    items: Sequence[GoldRealis] = document.gold.items
    given = answers or [RealisAnswer(mention=None, reader="")] * len(items)
    pairs = list(zip(items, given, strict=True))
    return Unit(
        id=document.id,
        counts=add_up(_count(item, answer) for item, answer in pairs),
        marks="".join(_mark(item, answer) for item, answer in pairs),
        misses=tuple(miss for item, answer in pairs for miss in _misses(item, answer)),
    )


def _count(item: GoldRealis, answer: RealisAnswer) -> Counts:
    found = answer.mention is not None
    if item.label == NONE:
        return {"none": 1, "quiet": not found}
    said = item.label if item.takes(answer.mention) else answer.mention or "not found"
    read = item.label if item.takes(answer.reader) else answer.reader
    return {
        "gold": 1,
        "found": found,
        "right": item.takes(answer.mention),
        "read": item.takes(answer.reader),
        f"mention:{item.label}:{said}": 1,
        f"reader:{item.label}:{read}": 1,
    }


def _mark(item: GoldRealis, answer: RealisAnswer) -> str:
    if item.label == NONE:
        return "=" if answer.mention is None else "+"
    return "=" if item.takes(answer.mention) else "~" if item.takes(answer.reader) else "-"


def _misses(item: GoldRealis, answer: RealisAnswer) -> list[Miss]:
    if item.label == NONE:
        told = [("spurious", answer.mention)] if answer.mention is not None else []
    else:
        told = [("missed", "no event")] if answer.mention is None else []
        told += [("realis", answer.mention)] if answer.mention and not item.takes(answer.mention) else []
        told += [("reader", answer.reader)] if not item.takes(answer.reader) else []
    return [Miss(kind=kind, start=item.start, end=item.end, detail=f"{item.label}; said {said}") for kind, said in told]


def figures_of_realis(counts: Counts) -> Figures:
    """Shares as the module says them."""
    gold, found = counts.get("gold", 0), counts.get("found", 0)
    return {
        "found": share(found, gold),
        "found_accuracy": share(counts.get("right", 0), found),
        "accuracy": share(counts.get("right", 0), gold),
        "reader_accuracy": share(counts.get("read", 0), gold),
        "quiet": share(counts.get("quiet", 0), counts.get("none", 0)),
    }


REALIS = Task(
    name="realis",
    patterns=("realis/*.jsonl",),
    model=RealisRow,
    answer=answer_realis,
    score=score_realis,
    figures=figures_of_realis,
    apart=("none",),
)
