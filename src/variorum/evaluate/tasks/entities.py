"""Who is named: persons, organisations, locations and nationalities, by span and type.

strict asks for the same span and type, overlap for one code point in common and the same type, one to one. The types
are those of sets in the layout of re3d (Dstl 2017), whose spans are whole noun phrases, named or not, with the names
within them: a state is a Location, where it acts an Organisation too; several people are an Organisation; an adjective
of a people is a Nationality.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldRow, GoldSpan
from variorum.evaluate.marking import Marking
from variorum.evaluate.spans import exact, match_spans
from variorum.evaluate.values import Answers, Counts, Document, Figures, Task, Unit, f1
from variorum.schema.annotations import EntityMention, UnnamedMention
from variorum.schema.gazetteer import load_gazetteer
from variorum.schema.reports import Span

TYPES = ("Person", "Organisation", "Location", "Nationality")
"""Types that are scored; a gold set's others (Weapon, Quantity, ...) are left out."""

_OF_KIND: Mapping[str, str] = {
    "person": "Person",
    "organization": "Organisation",
    "armed_group": "Organisation",
    "government": "Organisation",
    "people": "Organisation",
    "place": "Location",
}
_OF_PRONOUN: Mapping[str, str] = {**_OF_KIND, "country": "Organisation"}
_OWNING = frozenset("my our your his her its their".split())
"""Possessive pronouns, which such sets leave unmarked as a rule."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


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
        found: set[tuple[int, int, str]] = set()
        for mention in own.entities:
            ids = coding.linked.entities.of_chain.get((own.report_id, mention.chain), ())
            kind = kinds.get(ids[0], mention.kind) if len(ids) == 1 else mention.kind
            found.update(_read(document.text, mention, kind))
        found.update(_pair_places(document.text, own.entities))
        for unnamed in own.unnamed:
            found.update(_read_unnamed(document.text, unnamed))
        answers[document.id] = [EntityAnswer(start=s, end=e, type=t) for s, e, t in sorted(found)]
    return answers


def _read(text: str, mention: EntityMention, kind: str) -> Iterator[tuple[int, int, str]]:
    """What such a set marks of one mention: the bare name, the whole noun phrase, and what is named within it."""
    type_of = _type(mention, kind)
    if type_of is None or text[mention.span.start : mention.span.end].casefold() in _OWNING:
        return
    bare, whole = mention.span, mention.extent or mention.span
    if kind == "country" and mention.form == "name":
        yield from _read_state(text, mention, whole)
        return
    if bare == whole or mention.form in ("name", "metonym"):
        yield bare.start, bare.end, type_of
    if bare != whole and type_of != "Nationality":
        yield whole.start, whole.end, type_of
    if mention.form in ("name", "description"):
        yield from _inner(text, whole, creeds=mention.form == "description")


def _read_state(text: str, mention: EntityMention, whole: Span) -> Iterator[tuple[int, int, str]]:
    """A state's name is a Location, and an Organisation too where the state acts; as an adjective it is that alone."""
    bare = mention.span
    if mention.sense != "adjective":
        yield bare.start, bare.end, "Location"
    if mention.sense in ("actor", "adjective") or text[whole.start : bare.start].casefold() == "the ":
        yield whole.start, whole.end, "Organisation"
    elif whole != bare:
        yield whole.start, whole.end, "Location"


def _pair_places(text: str, mentions: Sequence[EntityMention]) -> Iterator[tuple[int, int, str]]:
    """A place with its state after a comma is marked as one Location too ("Cordoba, Spain")."""
    for town, state in pairwise(mentions):
        named = (town.kind, state.kind) == ("place", "country") and {town.form, state.form} == {"name"}
        if named and text[town.span.end : state.span.start] == ", ":
            yield town.span.start, state.span.end, "Location"


def _read_unnamed(text: str, mention: UnnamedMention) -> Iterator[tuple[int, int, str]]:
    """Such sets mark who is not named too: several people as an Organisation."""
    for span in (mention.span, mention.extent):
        yield span.start, span.end, _OF_KIND[mention.kind]
    yield from _inner(text, mention.span, creeds=True)


def _inner(text: str, whole: Span, *, creeds: bool) -> Iterator[tuple[int, int, str]]:
    """Peoples and bodies that the lexicons know by one word, within a longer noun phrase.

    Args:
        creeds: peoples of no one state count too, which in the name of a body say what it is for.
    """
    gazetteer = load_gazetteer()
    words = list(_WORD.finditer(text, whole.start, whole.end))
    for word, after in zip_longest(words, words[1:]):
        named = after is not None and gazetteer.entries(text[word.start() : after.end()])
        if named or len(words) == 1 or not word.group()[0].isupper():
            continue
        entries = gazetteer.entries(word.group())
        if any(entry.type == "demonym" and (entry.country or creeds) for entry in entries):
            yield word.start(), word.end(), "Nationality"
        elif any(entry.type in ("organization", "group") for entry in entries):
            yield word.start(), word.end(), "Organisation"


def _type(mention: EntityMention, kind: str) -> str | None:
    """The type that a mention counts as; None for what such sets don't mark."""
    if mention.form in ("pronoun", "group"):
        return _OF_PRONOUN.get(kind)
    if mention.form == "demonym":
        return "Nationality" if kind == "country" else "Organisation"
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
