"""Where: names of places, and where on earth they are.

strict and overlap are F1 over spans, one to one. accuracy_161km is the share of matched gold places with coordinates
whose answer lies within 161 km (100 miles) of them; an answer without coordinates is wrong. Source: Gritta, Pilehvar
and Collier 2020, "A Pragmatic Guide to Geoparsing Evaluation".

Kinds of gold items: common nouns (`*_Expression`) and names of other things (`Non_Toponym`) are left out, as the sets'
README asks. Demonyms and adjectives ("Turkish") count where the gold marks such words, else neither for nor against.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldRow, GoldSpan
from variorum.evaluate.marking import Marking
from variorum.evaluate.spans import exact, match_spans
from variorum.evaluate.values import Answers, Counts, Document, Figures, Task, Unit, f1, share
from variorum.schema.annotations import ToponymMention

REACH_KM = 161.0
EARTH_KM = 6371.0088
"""Mean radius of the earth, IUGG."""

MARKED_DEMONYMS = 0.02
"""Share of gold places that are demonyms from which a set counts as marking them."""


class GoldPlace(GoldSpan):
    """A place name with its kind and, where linked, degrees north and east (WGS 84)."""

    kind: str
    latitude: float | None = None
    longitude: float | None = None

    @property
    def counted(self) -> bool:
        """True for names of places, in whatever sense they are used."""
        return not (self.kind.endswith("_Expression") or self.kind == "Non_Toponym")


class PlacesRow(GoldRow):
    """A document with its place names."""

    source: str | None = None
    places: tuple[GoldPlace, ...]

    def spans(self) -> Sequence[GoldSpan]:
        """The place names."""
        return self.places


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAnswer:
    """A place name as a system finds it. demonym: it names the people or the adjective of a place."""

    start: int
    end: int
    latitude: float | None = None
    longitude: float | None = None
    demonym: bool = False


def answer_places(documents: Sequence[Document], coder: Coder) -> Answers:
    """The toponyms that a record holds, metonyms and demonyms too."""
    annotations = coder.annotate(documents)
    return {document.id: [_answer(t) for t in annotations[document.id].toponyms] for document in documents}


def _answer(toponym: ToponymMention) -> PlaceAnswer:
    return PlaceAnswer(
        start=toponym.span.start,
        end=toponym.span.end,
        latitude=toponym.latitude,
        longitude=toponym.longitude,
        demonym=toponym.form == "demonym",
    )


def score_places(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold places beside a system's, a unit a document."""
    said = {d.text[a.start : a.end] for d in documents for a in answers.get(d.id, ()) if a.demonym}
    marked = [d.text[p.start : p.end] in said for d in documents for p in d.gold.places if p.counted]
    with_demonyms = share(sum(marked), len(marked)) >= MARKED_DEMONYMS
    return [
        _score(document, [a for a in answers.get(document.id, ()) if with_demonyms or not a.demonym])
        for document in documents
    ]


def _score(document: Document, answers: Sequence[PlaceAnswer]) -> Unit:
    gold = [p for p in document.gold.places if p.counted]
    marking = Marking(document.text, gold, answers)
    for i, j in match_spans(gold, answers):
        one, two = gold[i], answers[j]
        off = distance_km(one, two)
        placed = one.latitude is not None
        near = placed and off is not None and off <= REACH_KM
        marking.match(i, j, whole=exact(one, two) and (near or not placed))
        marking.add(overlap=1, strict=exact(one, two), placed=placed, near=near)
        if placed and not near:
            marking.wrong("far", i, "not placed" if off is None else f"{off:.0f} km off")
    return marking.unit(document.id)


def distance_km(one: GoldPlace | PlaceAnswer, two: GoldPlace | PlaceAnswer) -> float | None:
    """Great-circle distance in kilometres (haversine), None where either has no coordinates."""
    if None in (one.latitude, one.longitude, two.latitude, two.longitude):
        return None
    north, south = radians(one.latitude or 0), radians(two.latitude or 0)
    east = radians((two.longitude or 0) - (one.longitude or 0))
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def figures_of_places(counts: Counts) -> Figures:
    """F1 of the spans, and how many of the matched ones are near."""
    gold, answers = counts.get("gold", 0), counts.get("answers", 0)
    spans = {
        f"{name}_f1": f1(counts.get(name, 0), answers, counts.get(name, 0), gold) for name in ("strict", "overlap")
    }
    return {**spans, "accuracy_161km": share(counts.get("near", 0), counts.get("placed", 0))}


PLACES = Task(
    name="places",
    patterns=("places/*.jsonl",),
    model=PlacesRow,
    answer=answer_places,
    score=score_places,
    figures=figures_of_places,
)
