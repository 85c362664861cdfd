"""Time expressions: where they are, of which type, with which value.

Metrics are TempEval-3's (UzZaman et al. 2013): strict asks for the same span, relaxed for an overlap; of overlapping
pairs type and value count where they are the same, with precision over all answers and recall over all gold, so that
a wrong value costs both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldRow, GoldSpan
from variorum.evaluate.marking import Marking
from variorum.evaluate.spans import exact, match_spans
from variorum.evaluate.values import Answers, Counts, Document, Figures, Task, Unit, f1
from variorum.schema.annotations import TimeMention
from variorum.schema.timex import timex_on


class GoldTime(GoldSpan):
    """A TIMEX3 with its type (DATE, TIME, DURATION, SET) and value."""

    type: str
    value: str


class TimesRow(GoldRow):
    """A document with every time expression of its body."""

    times: tuple[GoldTime, ...]

    def spans(self) -> Sequence[GoldSpan]:
        """The time expressions."""
        return self.times


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAnswer:
    """A time expression as a system finds it, its value normalised with the document's date."""

    start: int
    end: int
    type: str
    value: str


def answer_times(documents: Sequence[Document], coder: Coder) -> Answers:
    """What the annotators find."""
    annotations = coder.annotate(documents)
    return {d.id: answers_in(annotations[d.id].times, d.published) for d in documents}


def answers_in(mentions: Sequence[TimeMention], published: str | None) -> list[TimeAnswer]:
    """Mentions as TIMEX3 has them: the two ends of a range are expressions of their own."""
    day = date.fromisoformat(published[:10]) if published else None
    return [_answer(one, day) for mention in mentions for one in mention.ends or (mention,)]


def _answer(mention: TimeMention, day: date | None) -> TimeAnswer:
    value = timex_on(mention.value, day)
    return TimeAnswer(start=mention.span.start, end=mention.span.end, type=mention.type, value=value)


def score_times(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold times beside a system's, a unit a document."""
    return [_score(document, answers.get(document.id, ())) for document in documents]


def _score(document: Document, answers: Sequence[TimeAnswer]) -> Unit:
    gold: tuple[GoldTime, ...] = document.gold.times
    marking = Marking(document.text, gold, answers)
    for i, j in match_spans(gold, answers):
        one, two = gold[i], answers[j]
        same = {"strict": exact(one, two), "type": one.type == two.type, "value": one.value == two.value}
        marking.match(i, j, whole=all(same.values()))
        marking.add(relaxed=1, **same)
        for what in ("type", "value"):
            if not same[what]:
                marking.wrong(what, i, f"{getattr(one, what)} taken for {getattr(two, what)}")
    return marking.unit(document.id)


def figures_of_times(counts: Counts) -> Figures:
    """F1 of each kind of match."""
    gold, answers = counts.get("gold", 0), counts.get("answers", 0)
    names = ("strict", "relaxed", "type", "value")
    return {f"{name}_f1": f1(counts.get(name, 0), answers, counts.get(name, 0), gold) for name in names}


TIMES = Task(
    name="times",
    patterns=("times/*.jsonl",),
    model=TimesRow,
    answer=answer_times,
    score=score_times,
    figures=figures_of_times,
)
