"""What police did: killed, arrested, used force, failed to act, by document and by sentence.

kill_f1, arrest_f1, force_f1 and fail_f1 are by document, kill_sentence_f1 and so on by sentence: F1 of the label over
all documents or sentences. A sentence has a label where an answer begins in it; what begins in no sentence of the gold
counts for its document only. Source: Halterman et al. 2021, India Police Events.

How events become labels (those that happened or go on):
- ARREST: an arrest whose actor is police or not told.
- FORCE: violence whose actor is police; violence of forces of order against a crowd whose actor is not told; and the
  words "police firing", "police bullets" and the like.
- KILL: where FORCE is told, a number of killed or a killing whose actor is police or not told, in the same sentence.
- FAIL: an event that police did not do (denied or called off, the actor police); and, in a sentence that names police,
  words for doing nothing ("inaction", "stood by", "failed to", "did not act", "no action was taken", "unable to",
  "lack of protection"), since the record has no such event. (Words that the misses of one half of the development
  reports lack were added as general English has them.)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldRow, GoldSpan
from variorum.evaluate.values import Answers, Counts, Document, Figures, Miss, Task, Unit, add_up, f1
from variorum.schema.annotations import Annotations, EventMention
from variorum.schema.nodes import SETTLED
from variorum.schema.reports import Span

LABELS = ("KILL", "ARREST", "FORCE", "FAIL")
"""Labels that are scored; ANY_ACTION is left out, since the record has no such event."""

UNDONE = frozenset({"denied", "called_off"})
KILLINGS = frozenset({"killing", "casualties", "massacre", "assassination", "execution"})

_POLICE = re.compile(
    r"\b(?:police\w*|cops?|constables?|gendarmes?|security (?:forces|personnel)|law enforcement|paramilitar\w+)\b",
    re.IGNORECASE,
)
_FIRING = re.compile(r"\bpolice (?:firing|bullets?|shooting|fire)\b", re.IGNORECASE)
_INACTION = re.compile(
    r"\b(?:inaction|inactive|idle|apathy|dereliction|negligen\w+|(?:mute|silent) (?:spectators?|witness\w*)|"
    r"bystanders?|onlookers?|failures?|fail(?:ed|s|ing)?|st(?:oo|an)d by|look(?:ed|ing)? (?:on|away|the other way)|"
    r"turn(?:ed|ing)? a blind eye|(?:did|do|does|doing|done) nothing|nowhere (?:in sight|to be seen)|absence|"
    r"(?:did not|did ?n[o']t|would not|refused? to|refusing to|declin\w+ to) "
    r"(?:act|intervene|interfere|help|respond|react|come|arrive|register|record|file|lodge|stop|protect|take)|"
    r"(?:lack|want) of (?:\w+ )?(?:action|protection|response|intervention)|inefficien\w+|incompeten\w+|lax(?:ity)?|lapses?|"
    r"helpless\w*|(?:stood|stand(?:ing)?|sat|sitting) (?:and|there) watch\w*|watch(?:ed|ing)? (?:helplessly|silently)|"
    r"passive(?:ly| role)|deaf ear|(?:to|of) no avail|never came|unable to|"
    r"(?:could|does|has|have|had|was|were|is|are)(?: not|n[o']t|n't) (?:been )?(?:able to )?"
    r"(?:act|intervene|help|respond|react|come|arrive|reach|register|record|take|control|prevent|contain|check|arrest|stop|"
    r"protect)(?:e?d|n)?|"
    r"no (?:\w+ )?(?:action|protection|effort|intervention|response) (?:was|were|had|has|is|from|by|to|in)|"
    r"not (?:been )?tak(?:e|en|ing) (?:any )?(?:\w+ )?action|(?:break-?down|collapse) of (?:the )?law)\b",
    re.IGNORECASE,
)


class GoldSentence(GoldSpan):
    """A sentence with its labels."""

    labels: frozenset[str]


class PoliceRow(GoldRow):
    """A report with its labels, as a whole and by sentence."""

    sentences: tuple[GoldSentence, ...]
    labels: frozenset[str]

    def spans(self) -> Sequence[GoldSpan]:
        """The sentences."""
        return self.sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceAnswer:
    """A label and the words that show it."""

    label: str
    start: int
    end: int


def answer_police(documents: Sequence[Document], coder: Coder) -> Answers:
    """The labels that follow from the events and figures that the annotators find, by the rules of this module."""
    annotations = coder.annotate(documents)
    return {d.id: list(dict.fromkeys(_answers(annotations[d.id], d.text))) for d in documents}


def _answers(own: Annotations, text: str) -> Iterator[PoliceAnswer]:
    for event in own.events:
        by = _by_police(own, event, text)
        if event.realis in SETTLED and event.concept == "arrest" and by is not False:
            yield _answer("ARREST", event.trigger)
        if event.realis in UNDONE and by:
            yield _answer("FAIL", event.trigger)
    force = list(_force(own, text))
    yield from (_answer("FORCE", span) for span in force)
    for sentence in own.sentences:
        yield from (_answer("FAIL", span) for span in _inaction(sentence, text))
        if any(sentence.covers(span) for span in force):
            yield from (_answer("KILL", span) for span in _killed(own, sentence, text))


def _answer(label: str, span: Span) -> PoliceAnswer:
    return PoliceAnswer(label=label, start=span.start, end=span.end)


def _by_police(own: Annotations, event: EventMention, text: str) -> bool | None:
    """Whether police is an actor of an event; None where no actor is told."""
    actors = [own.entities[role.entity].span for role in event.roles if role.role in ("actor", "participant")]
    if not actors:
        return None
    return any(_POLICE.search(text[span.start : span.end]) for span in actors)


def _force(own: Annotations, text: str) -> Iterator[Span]:
    """Words that tell of force used by police."""
    for event in own.events:
        by = _by_police(own, event, text)
        untold = by is None and event.concept == "crackdown_violence"
        if event.realis in SETTLED and event.type == "ASSAULT" and (by or untold):
            yield event.trigger
    yield from (Span(start=match.start(), end=match.end()) for match in _FIRING.finditer(text))


def _inaction(sentence: Span, text: str) -> Iterator[Span]:
    """Words for doing nothing in a sentence that names police."""
    if _POLICE.search(text, sentence.start, sentence.end):
        found = _INACTION.finditer(text, sentence.start, sentence.end)
        yield from (Span(start=match.start(), end=match.end()) for match in found)


def _killed(own: Annotations, sentence: Span, text: str) -> Iterator[Span]:
    """Words of a sentence that tell of people killed, by police or by a deed whose doer is not told."""
    for figure in own.figures:
        if figure.what == "killed" and sentence.covers(figure.span):
            yield figure.span
    for event in own.events:
        settled = event.realis in SETTLED and event.concept in KILLINGS
        if settled and sentence.covers(event.trigger) and _by_police(own, event, text) is not False:
            yield event.trigger


def score_police(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold labels beside a system's, a unit a document."""
    return [_score(document, answers.get(document.id, ())) for document in documents]


def _score(document: Document, answers: Sequence[PoliceAnswer]) -> Unit:
    parts = [_score_label(document, label, [a for a in answers if a.label == label]) for label in LABELS]
    too_many = len({a.label for a in answers} - document.gold.labels)
    return Unit(
        id=document.id,
        counts=add_up(part.counts for part in parts),
        marks="".join(part.marks for part in parts) + (f"+{too_many}" if too_many else ""),
        misses=tuple(miss for part in parts for miss in part.misses),
    )


def _score_label(document: Document, label: str, answers: Sequence[PoliceAnswer]) -> Unit:
    sentences: Sequence[GoldSentence] = document.gold.sentences
    due = {i for i, sentence in enumerate(sentences) if label in sentence.labels}
    got = {i for i, s in enumerate(sentences) if any(s.start <= a.start < s.end for a in answers)}
    in_gold, found = label in document.gold.labels, bool(answers)
    name = label.lower()
    counts = {
        "gold": in_gold,
        f"{name}_gold": in_gold,
        f"{name}_answers": found,
        f"{name}_right": in_gold and found,
        f"{name}_sentence_gold": len(due),
        f"{name}_sentence_answers": len(got),
        f"{name}_sentence_right": len(due & got),
    }
    misses = [_miss(f"{label} missed", sentences[i]) for i in sorted(due - got)]
    misses += [_miss(f"{label} spurious", sentences[i]) for i in sorted(got - due)]
    marks = "" if not in_gold else "=" if found else "-"
    return Unit(id=document.id, counts=counts, marks=marks, misses=tuple(misses))


def _miss(kind: str, sentence: GoldSentence) -> Miss:
    return Miss(kind=kind, start=sentence.start, end=sentence.end, detail="")


def figures_of_police(counts: Counts) -> Figures:
    """F1 of each label by document, then by sentence."""
    names = [f"{label.lower()}{level}" for level in ("", "_sentence") for label in LABELS]
    parts = {name: [counts.get(f"{name}_{what}", 0) for what in ("right", "answers", "gold")] for name in names}
    return {f"{name}_f1": f1(right, answers, right, gold) for name, (right, answers, gold) in parts.items()}


POLICE = Task(
    name="police",
    patterns=("events/police.jsonl",),
    model=PoliceRow,
    answer=answer_police,
    score=score_police,
    figures=figures_of_police,
)
