"""Who is named: persons, organisations, locations and nationalities, by span and type.

strict asks for the same span and type, overlap for one code point in common and the same type, one to one. The types
are those of sets in the layout of re3d (Dstl 2017): a state that is named as a place is a Location, one that acts is
an Organisation, a people or a demonym a Nationality.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldRow, GoldSpan
from variorum.evaluate.marking import Marking
from variorum.evaluate.spans import exact, match_spans
from variorum.evaluate.values import Answers, Counts, Document, Figures, Task, Unit, f1
from variorum.schema.annotations import EntityMention

TYPES = ("Person", "Organisation", "Location", "Nationality")
"""Types that are scored; a gold set's others (Weapon, Quantity, ...) are left out."""

_OF_KIND: Mapping[str, str] = {
    "person": "Person",
    "organization": "Organisation",
    "armed_group": "Organisation",
    "government": "Organisation",
    "place": "Location",
}


class GoldEntity(GoldSpan):
    """A mention with its type."""

    type: str


class EntitiesRow(GoldRow):
    """A document with its mentions of entities."""

    source: str | None = None
    entities: tuple[GoldEntity, ...]

    def spans(self) -> Sequence[GoldSpan]:
        """The mentions."""
        return self.entities


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityAnswer:
    """A mention as a system finds it; `type` is one of `TYPES`."""

    start: int
    end: int
    type: str


def answer_entities(documents: Sequence[Document], coder: Coder) -> Answers:
    """What the record's mentions are, with the kinds that linking all documents settles."""
    coding = coder.link(documents)
    kinds = {e.entity_id: e.kind for e in coding.linked.entities.entities}
    answers: dict[str, list[EntityAnswer]] = {}
    for document in documents:
        own = coding.annotations[document.id]
        found: dict[tuple[int, int, str], None] = {}
        for mention in own.entities:
            ids = coding.linked.entities.of_chain.get((own.report_id, mention.chain), ())
            type_of = _type(mention, kinds.get(ids[0], mention.kind) if len(ids) == 1 else mention.kind)
            start = mention.titles.start if mention.titles else mention.span.start
            if type_of:
                found[start, mention.span.end, type_of] = None
        answers[document.id] = [EntityAnswer(start=s, end=e, type=t) for s, e, t in sorted(found)]
    return answers


def _type(mention: EntityMention, kind: str) -> str | None:
    """The type that a mention counts as; None for what such sets don't mark."""
    if mention.form in ("pronoun", "group"):
        return "Person" if kind == "person" else "Organisation"
    if kind in ("people", "country") and mention.form == "demonym":
        return "Nationality"
    if kind == "country":
        return "Location" if mention.form == "name" else "Organisation"
    return _OF_KIND.get(kind)


def score_entities(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold mentions beside a system's, a unit a document. A mention marked twice in the gold counts once."""
    return [_score(document, answers.get(document.id, ())) for document in documents]


def _score(document: Document, answers: Sequence[EntityAnswer]) -> Unit:
    every = {(e.start, e.end, e.type): e for e in document.gold.entities if e.type in TYPES}
    gold = [every[key] for key in sorted(every)]
    marking = Marking(document.text, gold, answers)
    for i, j in match_spans(gold, answers, lambda g, a: g.type == a.type):
        same = exact(gold[i], answers[j])
        marking.match(i, j, whole=same)
        marking.add(overlap=1, strict=same)
        if not same:
            marking.wrong("span", i, f"taken as {document.text[answers[j].start : answers[j].end]!r}")
    return marking.unit(document.id)


def figures_of_entities(counts: Counts) -> Figures:
    """F1 of each kind of match."""
    gold, answers = counts.get("gold", 0), counts.get("answers", 0)
    return {f"{name}_f1": f1(counts.get(name, 0), answers, counts.get(name, 0), gold) for name in ("strict", "overlap")}


ENTITIES = Task(
    name="entities",
    patterns=("entities/*.jsonl",),
    model=EntitiesRow,
    answer=answer_entities,
    score=score_entities,
    figures=figures_of_entities,
)
