"""Who said or thought what: contents of attributions, their cues and sources.

A content is a set of code points, in one piece or several; two contents are alike by the code points they share over
those of the longer one. Contents are matched one to one, the most alike first. content_f1_03 and content_f1_08 ask for
a likeness of at least .3 and .8 (Asr et al. 2021, the Gender Gap Tracker), content_f1_exact for the same code points.
source_accuracy: of the contents matched at .3 whose gold names a source, the share whose source overlaps it.
pair_f1: contents matched at .3 whose sources overlap too, or are named on neither side. cue_f1: cues that overlap, one
to one. Source of the layout: PolNeAR (Newell et al. 2018), in which quotation marks and the "that" of a clause belong to
the content, and attributions within attributions are not marked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldPair, GoldRow, GoldSpan
from variorum.evaluate.marking import Marking
from variorum.evaluate.spans import Stretches, match_best, match_spans, stretch_over
from variorum.evaluate.values import Answers, Counts, Document, Figures, Task, Unit, f1, share
from variorum.schema.annotations import Annotations, StatementMention
from variorum.schema.reports import Span

LIKE, VERY_LIKE = 0.3, 0.8
"""Likeness from which contents match."""

_THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)
_OPENING, _CLOSING = "“‘\"'«„", "”’\"'»“"


class GoldAttribution(BaseModel):
    """One attribution: the pieces of its source, cue and content; no source where the text names none."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    source: tuple[GoldPair, ...]
    cue: tuple[GoldPair, ...]
    content: tuple[GoldPair, ...]

    @model_validator(mode="after")
    def check_spans(self) -> Self:
        """An attribution marks something."""
        if not (self.source or self.cue or self.content):
            raise ValueError("attribution without any span")
        return self


class QuotationsRow(GoldRow):
    """A document with its attributions."""

    outlet: str | None = None
    attributions: tuple[GoldAttribution, ...]

    def spans(self) -> Sequence[GoldSpan]:
        """All pieces."""
        return [span for a in self.attributions for span in (*a.source, *a.cue, *a.content)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """An attribution of either side; what is not told is None."""

    content: Stretches
    cue: Stretches | None = None
    source: Stretches | None = None

    @property
    def start(self) -> int:
        return self.content.start

    @property
    def end(self) -> int:
        return self.content.end


def answer_quotations(documents: Sequence[Document], coder: Coder) -> Answers:
    """The statements that the annotators find, in the layout of the gold: see `lay_out`."""
    annotations = coder.annotate(documents)
    return {d.id: lay_out(annotations[d.id], d.text) for d in documents}


def lay_out(own: Annotations, text: str) -> list[Attribution]:
    """Statements as the gold marks them: the outermost only, marks and a first "that" part of the content.

    The turns of an interview are not marked there; what is told within them is.
    """
    turns = {number for number, s in enumerate(own.statements) if s.turn}
    outermost = {None, *turns}
    return [
        _answer(s, own, text)
        for number, s in enumerate(own.statements)
        if s.within in outermost and number not in turns
    ]


def _answer(statement: StatementMention, own: Annotations, text: str) -> Attribution:
    speaker = _source(statement, own)
    contents = stretch_over(_with_marks(span, text) for span in statement.contents)
    return Attribution(content=contents, cue=stretch_over([statement.cue]), source=speaker)


def _source(statement: StatementMention, own: Annotations) -> Stretches | None:
    """The words that name the speaker, else the mention that speaks elsewhere in the report."""
    if statement.speaker_words is not None:
        return stretch_over([statement.speaker_words])
    return None if statement.speaker is None else stretch_over([own.entities[statement.speaker].span])


def _with_marks(span: Span, text: str) -> Span:
    """A span with a quotation mark directly before it and one after it, and the "that" before them."""
    start, end = span.start, span.end
    start -= _width(text[max(0, start - 2) : start][::-1], _OPENING)
    end += _width(text[end : end + 2], _CLOSING)
    that = _THAT.search(text, max(0, start - 6), start)
    return Span(start=start if that is None else that.start(), end=end)


def _width(beside: str, marks: str) -> int:
    """Code points of the mark beside a span, read outwards: two where an apostrophe stands twice for one."""
    if beside == "''":
        return 2
    return int(beside[:1] in marks and beside != "")


def score_quotations(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold attributions beside a system's, a unit a document."""
    return [_score(document, answers.get(document.id, ())) for document in documents]


def _score(document: Document, answers: Sequence[Attribution]) -> Unit:
    gold = [_read(a) for a in document.gold.attributions if a.content]
    marking = Marking(document.text, gold, answers)
    for i, j, likeness in match_best(gold, answers, lambda g, a: g.content.likeness(a.content), least=LIKE):
        one, two = gold[i], answers[j]
        right = _same_source(one.source, two.source)
        same = one.content.points == two.content.points
        marking.match(i, j, whole=same and right)
        marking.add(like=1, very_like=likeness >= VERY_LIKE, exact=same, pair=right)
        if likeness < VERY_LIKE:
            marking.wrong("content", i, f"alike {likeness:.2f}: {document.text[two.start : two.end]!r}")
        if one.source is not None:
            marking.add(sourced=1, source_right=right)
        if not right:
            marking.wrong("source", i, f"{_words(document, one.source)} taken for {_words(document, two.source)}")
    marking.add(**_count_cues(document, answers))
    return marking.unit(document.id)


def _read(attribution: GoldAttribution) -> Attribution:
    return Attribution(
        content=stretch_over(attribution.content),
        cue=stretch_over(attribution.cue) if attribution.cue else None,
        source=stretch_over(attribution.source) if attribution.source else None,
    )


def _same_source(one: Stretches | None, two: Stretches | None) -> bool:
    """True where both overlap, or neither is told."""
    if one is None or two is None:
        return one is two
    return bool(one.points & two.points)


def _words(document: Document, source: Stretches | None) -> str:
    return "nobody" if source is None else repr(document.text[source.start : source.end])


def _count_cues(document: Document, answers: Sequence[Attribution]) -> dict[str, int]:
    cues = [stretch_over(a.cue) for a in document.gold.attributions if a.cue]
    found = [a.cue for a in answers if a.cue is not None]
    right = match_spans(cues, found, lambda one, two: bool(one.points & two.points))
    return {"cues": len(cues), "cue_answers": len(found), "cues_right": len(right)}


def figures_of_quotations(counts: Counts) -> Figures:
    """F1 of contents at each likeness, of pairs and cues, and how many sources are right."""
    gold, answers = counts.get("gold", 0), counts.get("answers", 0)
    names = {"content_f1_03": "like", "content_f1_08": "very_like", "content_f1_exact": "exact", "pair_f1": "pair"}
    figures = {name: f1(counts.get(of, 0), answers, counts.get(of, 0), gold) for name, of in names.items()}
    figures["source_accuracy"] = share(counts.get("source_right", 0), counts.get("sourced", 0))
    right = counts.get("cues_right", 0)
    figures["cue_f1"] = f1(right, counts.get("cue_answers", 0), right, counts.get("cues", 0))
    return figures


QUOTATIONS = Task(
    name="quotations",
    patterns=("quotations/*.jsonl",),
    model=QuotationsRow,
    answer=answer_quotations,
    score=score_quotations,
    figures=figures_of_quotations,
)
