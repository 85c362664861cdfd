"""Whole noun phrases of mentions, and what a state's name stands for."""

from collections.abc import Callable

import pytest

from variorum.annotations.entities import find_entities
from variorum.schema.gazetteer import load_gazetteer

Read = Callable[[str], dict[str, tuple[str, str | None]]]


@pytest.fixture(scope="module")
def read(nlp) -> Read:
    """By the words of each mention: the words of its extent, and its sense."""
    gazetteer = load_gazetteer()

    def _read(text: str) -> dict[str, tuple[str, str | None]]:
        return {
            text[m.span.start : m.span.end]: (text[m.extent.start : m.extent.end], m.sense)
            for m in find_entities(nlp(text), gazetteer)
            if m.extent is not None
        }

    return _read


@pytest.mark.parametrize(
    ("text", "span", "extent"),
    [
        ("Kenyan President Amos Kibet left.", "Amos Kibet", "Kenyan President Amos Kibet"),
        ("Rebels of the Temmin Front entered Pell.", "Temmin Front", "the Temmin Front"),
        ("They spoke to the government of Peru.", "government", "the government of Peru"),
        ("Fighting went on in northern Chad.", "Chad", "northern Chad"),
        ("Near Nairobi two cars burned.", "Nairobi", "Nairobi"),
        ("Some 650,000 Syrians fled.", "Syrians", "Syrians"),
        ("The poet met playwright Ruth Vane.", "Ruth Vane", "Ruth Vane"),
    ],
)
def test_extent_is_the_noun_phrase(read: Read, text: str, span: str, extent: str) -> None:
    assert read(text)[span][0] == extent


@pytest.mark.parametrize(
    ("text", "name", "sense"),
    [
        ("Peru condemned the attack.", "Peru", "actor"),
        ("He was born in Peru.", "Peru", "place"),
        ("U.S. airstrikes hit the camp.", "U.S.", "adjective"),
        ("The agreement between Chad and Sudan holds.", "Sudan", "actor"),
    ],
)
def test_states_name_has_a_sense(read: Read, text: str, name: str, sense: str) -> None:
    assert read(text)[name][1] == sense


def test_other_mentions_have_no_sense(read: Read) -> None:
    assert read("Amos Kibet left.")["Amos Kibet"][1] is None
