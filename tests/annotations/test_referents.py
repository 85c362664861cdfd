"""Who or what a report refers to without a name: nouns, loose names and pronouns, in chains with the named."""

import pytest

from variorum.annotations.annotate import annotate_doc
from variorum.annotations.parse import load_parser
from variorum.annotations.referents import find_referents
from variorum.config import Config
from variorum.schema.annotations import Annotations
from variorum.schema.reports import Report


def read(text: str) -> Annotations:
    report = Report(report_id="r1", file="a.txt", text=text, digest="0", language="en")
    return annotate_doc(load_parser(Config())(text), report)


def chain_of(found: Annotations, text: str, words: str, nth: int = 0) -> int:
    """The chain of the mention or referent that ends in some words."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    held = [(m.span, m.chain) for m in found.entities] + [(m.span, m.chain) for m in found.referents]
    hits = [chain for span, chain in held if span.start <= at and at + len(words) == span.end]
    assert hits, f"{words!r} is in none of {[text[s.start : s.end] for s, _ in held]}"
    return hits[0]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The singer Greta Olsen fell ill in Bergen on Monday.", "singer", "Olsen"),
        ("Greta Olsen, a singer from Bergen, fell ill on Monday.", "Olsen", "singer"),
        ("Greta Olsen is a singer. She lives in Bergen.", "Olsen", "singer"),
        ("A driver hit a wall in Bergen. The driver was arrested.", "driver", "driver"),
        ("A driver who hit a wall in Bergen was arrested.", "driver", "who"),
        ("A woman hit a wall in Bergen. She was arrested.", "woman", "She"),
        ("Greta Olsen fell ill in Bergen. The singer was taken home.", "Olsen", "singer"),
        ("The guards fled the camp. Villagers saw them.", "guards", "them"),
    ],
)
def test_two_mentions_are_one(text: str, one: str, other: str) -> None:
    found = read(text)
    nth = 1 if one == other else 0
    assert chain_of(found, text, one) == chain_of(found, text, other, nth)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("A 25-year-old man was hurt. A 40-year-old man died.", "man", "man"),
        ("One driver fled. Another driver was arrested in Bergen.", "driver", "driver"),
        ("A woman met her husband in Bergen. He was ill.", "woman", "He"),
        ("A nurse saw a driver in Bergen.", "nurse", "driver"),
    ],
)
def test_two_mentions_stay_two(text: str, one: str, other: str) -> None:
    found = read(text)
    nth = 1 if one == other else 0
    assert chain_of(found, text, one) != chain_of(found, text, other, nth)


def test_given_name_tells_whom_a_pronoun_means() -> None:
    text = "Greta Olsen met her lawyer Peter Holm in Bergen. She thanked him."
    found = read(text)
    assert chain_of(found, text, "She") == chain_of(found, text, "Olsen")
    assert chain_of(found, text, "him") == chain_of(found, text, "Holm")


def test_pronoun_prefers_her_whose_gender_is_told() -> None:
    text = "Greta Olsen fell ill in Bergen. A neighbour was at home. She was taken away."
    found = read(text)
    assert chain_of(found, text, "She") == chain_of(found, text, "Olsen")


def test_place_takes_in_where_it_is() -> None:
    text = "Two climbers were found on a ridge near the Karsk glacier on Monday."
    names = [m.name for m in read(text).referents if m.kind == "place"]
    assert "ridge near the Karsk glacier" in names


def test_noun_that_only_modifies_is_none() -> None:
    text = "Police officers searched the team bus in Bergen."
    heads = [m.head for m in read(text).referents]
    assert "team" not in heads


def test_noun_before_a_happening_refers() -> None:
    heads = [m.head for m in read("Two men were hurt in a gang shooting in Bergen.").referents]
    assert "gang" in heads


def test_noun_that_no_lexicon_lists_is_one_through_a_report_and_vague() -> None:
    text = "A dredger sank off Bergen on Monday. The dredger was built in 1990."
    found = read(text)
    assert chain_of(found, text, "dredger") == chain_of(found, text, "dredger", 1)
    assert [m.is_vague for m in found.referents if m.head == "dredger"] == [True, True]


@pytest.mark.parametrize("word", ["happiness", "weekend", "explosion", "thousand"])
def test_noun_of_nothing_is_no_referent(word: str) -> None:
    assert word not in [m.head for m in read(f"They spoke of the {word} in Bergen.").referents]


def test_people_that_are_only_counted_are_those_who_suffered_it() -> None:
    text = "The blast in Bergen killed 14 and wounded 30. Four people were wounded on Monday."
    counted = [(m.name, m.head) for m in read(text).referents if m.head in ("killed", "wounded")]
    assert ("14", "killed") in counted
    assert ("30", "wounded") in counted


def test_number_that_makes_a_name_is_a_name() -> None:
    names = [m.name for m in read("The coach of the 49ers resigned in Bergen.").referents if m.form == "name"]
    assert "49ers" in names


def test_what_is_done_and_suffered_is_told_with_ages() -> None:
    text = "A driver killed Greta Olsen, 34, in Bergen. The driver was arrested."
    found = read(text)
    driver, olsen = chain_of(found, text, "driver"), chain_of(found, text, "Olsen")
    told = {(d.chain, d.verb, d.side) for d in found.deeds}
    assert {(driver, "kill", "does"), (driver, "arrest", "suffers"), (olsen, "34", "aged")} <= told


def test_referents_never_take_the_words_of_a_pronoun_twice() -> None:
    text = "Greta Olsen fell ill. She went home. The singer, who is 34, left."
    found = read(text)
    entities = {(m.span.start, m.span.end) for m in found.entities}
    assert not entities & {(m.span.start, m.span.end) for m in found.referents}


@pytest.mark.parametrize(
    "text", ["", " \n ", "?!", "THE DRIVER FLED", "the the the the", "🙂 the man 🙂", "1 2 3 - year - old"]
)
def test_odd_text_is_read_without_fault(text: str) -> None:
    doc = load_parser(Config())(text)
    referents, _ = find_referents(doc, ())
    assert all(text[m.span.start : m.span.end] == m.name for m in referents)
