"""What a story has reached when an event is told that says no day of its own: the day and place of the clauses before.

"On Monday crowds marched through X. Police fired into the air. Three were hurt": the last two were on Monday too. Only
clauses in the simple past carry a story on; what "had" been done, is so, or is only said does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.annotations import syntax
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_places import scene_of
from variorum.annotations.event_scenes import VERBAL, begins_paragraph, clause_of_outcome
from variorum.annotations.event_triggers import Trigger
from variorum.annotations.realis_cues import auxiliaries_of, lemma_of, load_cues
from variorum.annotations.time_tense import describes
from variorum.schema.annotations import TimeMention
from variorum.schema.reports import Span

REACH = 3
"""Sentences of the same paragraph after the one that names the day, in which the story may still be there."""

AFTER_DATELINE = 8
"""Code points. A sentence that begins no further behind the dateline opens the report."""

BESIDE = frozenset({"when", "while", "as", "until", "before", "where"})
"""Words that open a clause of the same day as the one that it hangs on, where that names one."""

ELSEWHEN = frozenset(
    "earlier previously before formerly once ago recently already since later subsequently afterwards eventually meanwhile".split()
)
"""Words of a clause that is of some other time."""

QUOTES = frozenset("\"“”'‘«»")


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a story stands: indexes into times and entities."""

    time: int
    place: int | None


class Narrative:
    """Tells on what day and where the story of one doc stands when it comes to an event."""

    def __init__(
        self, doc: Doc, times: Sequence[TimeMention], index: EntityIndex, *, dateline: Span | None = None
    ) -> None:
        self._doc, self._times, self._index = doc, times, index
        self._opening = dateline.end if dateline is not None else -AFTER_DATELINE
        self._days: dict[int, list[int]] = {}
        self._others: dict[int, list[int]] = {}
        self._left: set[int] = set()
        for number, time in enumerate(times):
            if dateline is None or not dateline.covers(time.span):
                self._note(number, time)

    def _note(self, number: int, time: TimeMention) -> None:
        """Keep a day or month that a clause of the story names, under the beginning of its sentence; any other leaves it."""
        part = self._doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if part is None or (describes(part) and not _opens_sentence(part)):
            return
        start = syntax.sentence_bounds(part.root)[0]
        if _may_hold(time) and opens_story(syntax.finite_verb(part.root)):
            self._days.setdefault(start, []).append(number)
        else:
            self._others.setdefault(start, []).append(number)
            if time.value.absolute:
                self._left.add(start)

    def stand_at(self, trigger: Trigger) -> Stand | None:
        """Find where the story stands at an event; None where the event's clause does not carry it on."""
        verb = trigger.governor
        if verb.pos_ not in VERBAL and verb.dep_ in ("dobj", "nsubj", "nsubjpass"):
            verb = verb.head
        if verb.pos_ not in VERBAL or not carries_on(verb):
            return None
        start = syntax.sentence_bounds(verb)[0]
        own = self._days.get(start, ())
        before = self._before(own, trigger)
        if self._before(self._others.get(start, ()), trigger):
            return None
        if before:
            return self._stand(start, before[-1])
        return None if own and not self._is_of_later_clause(own[0], verb) else self._told_before(start)

    def _before(self, times: Sequence[int], trigger: Trigger) -> list[int]:
        """Those of some times that are told before an event."""
        return [i for i in times if self._times[i].span.start < trigger.head.idx]

    def _is_of_later_clause(self, time: int, verb: Token) -> bool:
        """True of a day that a clause with a subject of its own names: "many were held, and one died on Friday"."""
        part = self._doc.char_span(self._times[time].span.start, self._times[time].span.end, alignment_mode="expand")
        other = syntax.finite_verb(part.root) if part is not None else verb
        return other.i > verb.i and bool(syntax.children_of(other, "nsubj", "nsubjpass"))

    def _told_before(self, start: int) -> Stand | None:
        """Where the sentences just before one leave the story, as long as none leaves it."""
        for step in range(REACH):
            broken = begins_paragraph(self._doc, start)
            if start == 0 or start in self._left:
                return None
            start = syntax.sentence_bounds(self._doc[start - 1])[0]
            if broken and not self._is_paragraph(start):
                return None
            if start in self._days:
                first = self._days[start][0]
                return self._stand(start, first) if step == 0 or self._times[first].value.grain == "day" else None
            if not self._goes_on(start):
                return None
        return None

    def _is_paragraph(self, start: int) -> bool:
        """True of a sentence that is a paragraph of its own, as agencies write; not of a title."""
        opening = 0 <= self._doc[start].idx - self._opening <= AFTER_DATELINE
        return opening or begins_paragraph(self._doc, start)

    def _goes_on(self, start: int) -> bool:
        """True of a sentence that tells on, or in which somebody only speaks."""
        roots = (t for t in self._doc[start:] if t.dep_ == "ROOT")
        root = next(roots, None)
        return root is not None and (is_told(root) or lemma_of(root) in load_cues().speech)

    def _stand(self, start: int, time: int) -> Stand:
        end = syntax.sentence_bounds(self._doc[start])[1]
        told = (t for t in self._doc[start:end] if t.pos_ in VERBAL and is_told(t))
        places = (scene_of(verb, self._index) for verb in told)
        return Stand(time, next((place for place in places if place is not None), None))


def _opens_sentence(part: DocSpan) -> bool:
    """True of "On Monday shops stayed shut", where the parser takes the day for a word of the noun after it."""
    before = part.doc[part.start - 1] if part.start else None
    return before is not None and before.lower_ in ("on", "in") and before.is_title and part.root.dep_ != "poss"


def _may_hold(time: TimeMention) -> bool:
    """True of a day or month in which a story may stand; "since", "by" and ranges hold nothing."""
    value = time.value
    told = value.direction != "future" and value.bound is None and value.until is None
    return time.type in ("DATE", "TIME") and value.grain in ("day", "month") and told


def is_told(verb: Token) -> bool:
    """Tell whether a verb carries the story: a main clause in the simple past, or one that is reported."""
    if verb.pos_ not in VERBAL or not _is_simple_past(verb):
        return False
    if verb.dep_ in ("conj", "parataxis") and verb.head.pos_ in VERBAL:
        return is_told(verb.head) or is_told_by(verb.head)
    if verb.dep_ == "ccomp":
        return is_told_by(verb.head) and not _is_quoted(verb)
    return verb.dep_ == "ROOT" and lemma_of(verb) not in load_cues().speech


def opens_story(verb: Token) -> bool:
    """Tell whether a clause sets a day for what is told next: one in the simple past, or a look back ("had met")."""
    had = verb.dep_ == "ROOT" and "had" in auxiliaries_of(verb) and verb.tag_ == "VBN"
    return had or is_told(verb)


def is_told_by(verb: Token) -> bool:
    """True of the verb of speech that a sentence hangs on."""
    return verb.dep_ == "ROOT" and lemma_of(verb) in load_cues().speech


def carries_on(verb: Token) -> bool:
    """Tell whether an event's clause goes on from the story: told itself, beside what is told, or what came of it."""
    first = verb.doc[syntax.sentence_bounds(verb)[0]]
    if any(t.lower_ in ELSEWHEN for t in (first, *verb.children)):
        return False
    if is_told(verb):
        return True
    outcome = clause_of_outcome(verb)
    if outcome is not None:
        return is_told(outcome)
    marks = {t.lower_ for t in verb.children if t.dep_ in ("mark", "advmod")}
    return verb.dep_ == "advcl" and bool(marks & BESIDE) and _is_simple_past(verb) and is_told(verb.head)


def _is_simple_past(verb: Token) -> bool:
    helping = auxiliaries_of(verb)
    if helping:
        return helping <= {"was", "were", "did", "being", "got"}
    return verb.tag_ == "VBD"


def _is_quoted(verb: Token) -> bool:
    """True of words in quotation marks."""
    start, end = syntax.sentence_bounds(verb)
    return any(t.text in QUOTES for t in verb.doc[start:end])
