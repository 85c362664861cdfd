"""Which words of a report tell a happening, with who does it, to whom, and when."""

from functools import cache

import pytest

from variorum.annotations.annotate import annotate_doc
from variorum.annotations.occurrences import find_occurrences
from variorum.annotations.parse import load_parser
from variorum.config import Config
from variorum.schema.annotations import Annotations, OccurrenceMention
from variorum.schema.reports import Report


@cache
def read(text: str) -> Annotations:
    report = Report(report_id="r1", file="a.txt", text=text, digest="0", language="en")
    return annotate_doc(load_parser(Config())(text), report)


def told(text: str) -> list[str]:
    return [text[o.span.start : o.span.end] for o in read(text).occurrences]


def occurrence(text: str, word: str) -> OccurrenceMention:
    hits = [o for o in read(text).occurrences if text[o.span.start : o.span.end] == word]
    assert len(hits) == 1, f"{word!r} is told {len(hits)} times in {told(text)}"
    return hits[0]


def chains(text: str, words: str) -> set[int]:
    found = read(text)
    held = [(m.span, m.chain) for m in found.entities] + [(m.span, m.chain) for m in found.referents]
    return {chain for span, chain in held if words in text[span.start : span.end]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Greta Olsen has resigned from the school.", ["resigned"]),
        ("The driver was found dead in Bergen.", ["found", "dead"]),
        ("Her resignation shocked the town of Bergen.", ["resignation", "shocked"]),
        ("An earthquake struck northern Velmar at night.", ["earthquake", "struck"]),
        ("Greta Olsen is a doctor in Bergen.", []),
        ("The wounded man slept.", ["wounded", "slept"]),
    ],
)
def test_verbs_event_nouns_and_adjectives_of_what_happened_are_told(text: str, words: list[str]) -> None:
    assert told(text) == words


def test_people_places_things_and_times_are_no_happenings() -> None:
    found = told("On Monday the nurse left the hospital with a rifle in a lorry.")
    assert found == ["left"]


def test_word_that_a_heading_makes_a_name_is_told_where_the_text_has_it_too() -> None:
    text = "Olsen Resignation Stuns Bergen\n\nGreta Olsen announced her resignation on Monday. It stunned Bergen."
    assert told(text)[:2] == ["Resignation", "Stuns"]


def test_doer_and_sufferer_are_those_of_the_meaning() -> None:
    active, passive = "Karl Berg attacked Greta Olsen.", "Greta Olsen was attacked by Karl Berg."
    for text in (active, passive):
        found = occurrence(text, "attacked")
        assert set(found.subjects) == chains(text, "Berg")
        assert set(found.objects) == chains(text, "Olsen")


def test_nouns_have_sides_too() -> None:
    text = "The rebels denied Karl Berg's murder of Greta Olsen."
    found = occurrence(text, "murder")
    assert set(found.subjects) == chains(text, "Berg")
    assert set(found.objects) == chains(text, "Olsen")


def test_time_belongs_to_the_predicate_that_it_hangs_on() -> None:
    text = "Greta Olsen resigned on 3 May 2019 after voters protested."
    assert occurrence(text, "resigned").time == 0
    assert occurrence(text, "protested").time is None


def test_particle_belongs_to_the_verb_and_not_to_its_root() -> None:
    found = occurrence("Greta Olsen stepped down on Monday.", "stepped")
    assert (found.lemma, found.root) == ("step down", "step")


def test_governor_is_the_predicate_above() -> None:
    text = "Greta Olsen said that Karl Berg resigned."
    found = read(text).occurrences
    assert [o.governor for o in found] == [None, 0]


def test_empty_text_tells_nothing() -> None:
    assert find_occurrences(load_parser(Config())(""), (), (), ()) == ()
    assert told(" \n ") == []
