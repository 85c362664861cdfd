"""People, bodies and places without a name, and whom the first person means."""

from collections.abc import Callable

import pytest

from variorum.annotations.annotate import annotate_doc
from variorum.annotations.entities import find_mentions
from variorum.schema.annotations import Annotations
from variorum.schema.gazetteer import load_gazetteer
from variorum.schema.nouns import plain_kinds
from variorum.schema.reports import Report

Read = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def read(nlp) -> Read:
    """The words of each unnamed mention's extent, with its kind."""
    gazetteer = load_gazetteer()

    def _read(text: str) -> list[tuple[str, str]]:
        return [(text[m.extent.start : m.extent.end], m.kind) for m in find_mentions(nlp(text), gazetteer)[1]]

    return _read


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Volunteers repaired the old bridge.", "Volunteers", "people"),
        ("Volunteers repaired the old bridge.", "the old bridge", "place"),
        ("A retired carpenter told the story.", "A retired carpenter", "person"),
        ("The enemy shelled a supply route.", "The enemy", "organization"),
        ("The enemy shelled a supply route.", "a supply route", "place"),
        ("They mourned the families of the victims.", "the families of the victims", "people"),
        ("Shells fell on Guard-held buildings.", "Guard-held buildings", "place"),
        ("The Coalition supports them.", "The Coalition", "organization"),
        ("Both mediators praised the two neighbours.", "the two neighbours", "people"),
        ("We will stay.", "We", "people"),
        ("I will stay.", "I", "person"),
        ("One young girl waved.", "One young girl", "person"),
    ],
)
def test_common_nouns_and_pronouns_are_unnamed_mentions(read: Read, text: str, words: str, kind: str) -> None:
    assert (words, kind) in read(text)


@pytest.mark.parametrize("text", ["Amos Kibet left.", "Peru and Chad signed.", "It rained.", "The price rose.", ""])
def test_nothing_is_unnamed_where_all_is_named_or_a_thing(read: Read, text: str) -> None:
    assert read(text) == []


def test_noun_that_only_modifies_is_no_mention(read: Read) -> None:
    assert not [words for words, _ in read("Hospital bills rose.") if "ospital" in words]


def test_unnamed_never_share_tokens_with_a_named_head(nlp) -> None:
    text = "The Temmin Front and its fighters left the town of Pell."
    named, unnamed = find_mentions(nlp(text), load_gazetteer())
    heads = {m.span.end for m in named}
    assert unnamed
    assert not heads & {m.span.end for m in unnamed}


def _annotate(nlp, text: str) -> Annotations:
    return annotate_doc(nlp(text), Report(report_id="r1", file="a.txt", text=text, digest="0"))


def test_first_person_in_a_quotation_means_its_speaker(nlp) -> None:
    text = '"I am ready," Kenyan minister Amos Kibet said. "We will fight on," the Temmin Front said.'
    found = _annotate(nlp, text)
    spoken = {
        text[m.span.start : m.span.end]: found.entities[m.speaker].name
        for m in found.unnamed
        if m.first and m.speaker is not None
    }
    assert spoken == {"I": "Amos Kibet", "We": "Temmin Front"}


def test_a_persons_we_is_not_the_person(nlp) -> None:
    found = _annotate(nlp, '"We will win," Kenyan minister Amos Kibet said.')
    assert [m.speaker for m in found.unnamed if m.first] == [None]


def test_first_person_outside_of_quotations_has_no_speaker(nlp) -> None:
    found = _annotate(nlp, "I met Amos Kibet in Nairobi.")
    assert [m.speaker for m in found.unnamed if m.first] == [None]


def test_lexicon_gives_each_noun_one_of_three_kinds() -> None:
    assert set(plain_kinds().values()) == {"person", "organization", "place"}
    assert plain_kinds()["villager"] == "person"
