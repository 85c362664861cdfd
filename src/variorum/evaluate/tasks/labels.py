"""What reports call things: mentions of concepts, and which of them are one concept, within one event's reports.

Scored are mentions of entity-like concepts (actors, countries, groups, objects), not of actions, events, properties or
anything else. mention_f1: mentions that overlap, one to one, over all mentions that a system finds. The gold marks the
concepts that its coders chose, so that names of other things count as too many. bcubed_f1 (Bagga and Baldwin 1998): the
gold's concepts beside a system's entities as clusters of the matched mentions. Source of the layout: NewsWCL50 (Hamborg
et al. 2019).
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from variorum.evaluate.clusters import bcubed_f1, count_items
from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldRow, GoldSpan
from variorum.evaluate.spans import match_spans
from variorum.evaluate.values import Answers, Counts, Document, Figures, Miss, Task, Unit, add_up, f1
from variorum.links.concept_words import ConceptMention
from variorum.links.concepts import find_concepts

NOT_ENTITIES = frozenset({"ACTION", "EVENT", "PROPERTY", "MISC"})
"""Kinds of concepts that are no entities; a kind may have an ending as in ACTOR-I."""


class GoldMention(GoldSpan):
    """A mention of a concept; `target` is the concept that a property is said of."""

    concept: str
    kind: str
    target: str | None = None

    @property
    def counted(self) -> bool:
        """True for mentions of entity-like concepts."""
        return self.kind.partition("-")[0].upper() not in NOT_ENTITIES


class LabelsRow(GoldRow):
    """A report of an event with its mentions."""

    event: str | int
    source: str | None = None
    mentions: tuple[GoldMention, ...]

    def spans(self) -> Sequence[GoldSpan]:
        """The mentions."""
        return self.mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelAnswer:
    """A mention as a system finds it, and the thing that it names; lone mentions have names of their own."""

    start: int
    end: int
    cluster: Hashable


def answer_labels(documents: Sequence[Document], coder: Coder) -> Answers:
    """The mentions of what the reports of each story speak of again and again, other than by pronoun."""
    coding = coder.link(documents)
    linked = coding.linked
    found = find_concepts(
        list(coding.annotations.values()), linked.entities, linked.referents, linked.storyline.story_of()
    )
    return {d.id: list(_answers(found[coding.annotations[d.id].report_id])) for d in documents}


def _answers(mentions: Sequence[ConceptMention]) -> Iterator[LabelAnswer]:
    for mention in mentions:
        yield LabelAnswer(start=mention.span.start, end=mention.span.end, cluster=mention.target)


def score_labels(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold mentions and concepts beside a system's, a unit an event."""
    events = sorted({str(d.gold.event) for d in documents})
    return [_score(event, [d for d in documents if str(d.gold.event) == event], answers) for event in events]


def _score(event: str, documents: Sequence[Document], answers: Answers) -> Unit:
    gold: dict[Hashable, Hashable] = {}
    found: dict[Hashable, Hashable] = {}
    counts: Counter[str] = Counter()
    misses: list[Miss] = []
    for document in documents:
        mentions = [m for m in document.gold.mentions if m.counted]
        own = answers.get(document.id, ())
        pairs = match_spans(mentions, own)
        gold |= {(document.id, i): mentions[i].concept for i, _ in pairs}
        found |= {(document.id, i): own[j].cluster for i, j in pairs}
        counts.update(gold=len(mentions), answers=len(own), matched=len(pairs))
        misses += _misses(document, mentions, {i for i, _ in pairs})
    clusters = count_items(gold, found, dict.fromkeys(gold, event))
    return Unit(id=f"event {event}", counts=add_up((counts, *clusters.values())), misses=tuple(misses))


def _misses(document: Document, mentions: Sequence[GoldMention], hit: set[int]) -> Iterator[Miss]:
    for number, mention in enumerate(mentions):
        if number not in hit:
            words = document.text[mention.start : mention.end]
            detail = f"{document.id}: {words!r}, {mention.kind} {mention.concept}"
            yield Miss(kind="missed", start=mention.start, end=mention.end, detail=detail)


def figures_of_labels(counts: Counts) -> Figures:
    """F1 of mentions, B-cubed F1 of concepts over those matched."""
    matched = counts.get("matched", 0)
    return {
        "mention_f1": f1(matched, counts.get("answers", 0), matched, counts.get("gold", 0)),
        "bcubed_f1": bcubed_f1(counts),
    }


LABELS = Task(
    name="labels",
    patterns=("labels/*.jsonl",),
    model=LabelsRow,
    answer=answer_labels,
    score=score_labels,
    figures=figures_of_labels,
)
