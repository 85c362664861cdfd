"""Bare spaCy beside us: its model's entity labels as times, entities and places. It resolves nothing: no values, no coordinates.

Spans are taken as they come. All its time is its parse, which any program on spaCy pays once.
"""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

import spacy
from peer import Peer, Work, answer_each
from spacy.language import Language
from spacy.tokens import Doc

from variorum.config import Config
from variorum.evaluate.tasks.entities import EntityAnswer
from variorum.evaluate.tasks.places import PlaceAnswer
from variorum.evaluate.tasks.times import TimeAnswer
from variorum.evaluate.values import Document

TIMES = frozenset({"DATE", "TIME"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
TYPES = {"PERSON": "Person", "ORG": "Organisation", "NORP": "Nationality", **dict.fromkeys(PLACES, "Location")}


@cache
def load_model() -> Language:
    """The model that we use too, as it is packed."""
    return spacy.load(Config().model)


def read_times(doc: Doc) -> list[TimeAnswer]:
    """Dates and times of day, without values; it marks durations as dates."""
    return [
        TimeAnswer(start=e.start_char, end=e.end_char, type=e.label_, value="") for e in doc.ents if e.label_ in TIMES
    ]


def read_entities(doc: Doc) -> list[EntityAnswer]:
    """Persons, organisations, locations and nationalities."""
    return [
        EntityAnswer(start=e.start_char, end=e.end_char, type=TYPES[e.label_]) for e in doc.ents if e.label_ in TYPES
    ]


def read_places(doc: Doc) -> list[PlaceAnswer]:
    """Places, and peoples as demonyms, which count where a set marks such words."""
    return [
        PlaceAnswer(start=e.start_char, end=e.end_char, demonym=e.label_ == "NORP")
        for e in doc.ents
        if e.label_ in PLACES or e.label_ == "NORP"
    ]


def answer(documents: Sequence[Document], read: Callable[[Doc], Sequence[Any]]) -> Work:
    """Parse documents and read answers off the parse."""

    def _find(document: Document, work: Work) -> Sequence[Any]:
        with work.parse.running():
            return read(load_model()(document.text))

    return answer_each(documents, _find)


PEER = Peer(
    name="bare spaCy",
    package="spacy",
    module="spacy",
    answer={
        "times": partial(answer, read=read_times),
        "entities": partial(answer, read=read_entities),
        "places": partial(answer, read=read_places),
    },
    about="the labels of the model that we use too; all its work is its parse",
)
