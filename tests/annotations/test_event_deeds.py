"""Acts that no lexicon has are events where a report's own words say who, and when or where."""

import pytest
from annotations.factory import annotate_text


@pytest.fixture
def read(nlp):
    return annotate_text


def acts(found):
    return [e.concept for e in found.events if e.concept.startswith("act_of_")]


ACTS = [
    ("The ferry left Zadar at noon on Monday.", "act_of_leaving"),
    ("The company hired a law firm last month.", "act_of_hiring"),
    ("The bill was drafted by two senators last year.", "act_of_drafting"),
    ("Officials said the coast guard towed the vessel to Mombasa on Friday.", "act_of_towing"),
    ("Ana Ruiz entrusted Pedro Vila with the accounts.", "act_of_entrusting"),
    ("The auditors have been examining the books for months.", "act_of_examining"),
    ("About 40 passengers had been brought to Accra by bus.", "act_of_bringing"),
]


@pytest.mark.parametrize(("text", "concept"), ACTS)
def test_an_act_is_told_when_somebody_does_it_on_a_day_or_at_a_place(read, text, concept):
    assert concept in acts(read(text))


NONE = [
    "The company hired a law firm.",
    "The minister looked tired on Tuesday.",
    "Ms Okafor smiled on Saturday in Lagos.",
    "The museum was founded in 1903.",
    "Profits rose by a tenth on Monday.",
    "The plan was thrown into doubt on Monday.",
    "“The bus left Accra on Monday,” said Ana Ruiz.",
    "The bus did not leave Accra on Monday.",
    "The pilot feared that the crew had left Accra on Monday.",
    "The toll reached 40 on Thursday.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_act_is_told_when_it_is_a_state_a_mind_or_a_life_or_nobody_says_when(read, text):
    assert acts(read(text)) == []


def test_an_act_has_its_sides_day_and_place(read):
    found = read("The coast guard towed the Alma Rosa to Mombasa on Friday.")
    (event,) = [e for e in found.events if e.concept == "act_of_towing"]
    assert (event.type, event.realis, found.time(event)) == ("NONE", "happened", "Friday")
    assert found.place(event) == "Mombasa"
    assert ("actor", "The coast guard") in found.sides(event)


def test_what_the_lexicon_names_is_no_act_beside(read):
    found = read("Soldiers stormed the palace in Bamako on Monday.")
    assert acts(found) == []
    assert found.events


def test_a_planned_act_is_planned(read):
    found = read("The ministry announced that the works would be finished by the end of September.")
    assert [(e.concept, e.realis) for e in found.events] == [("act_of_finishing", "planned")]


def test_an_act_that_is_due_is_planned(read):
    found = read("The committee is due to publish its report in June.")
    assert [(e.concept, e.realis, found.time(e)) for e in found.events] == [("act_of_publishing", "planned", "June")]


def test_an_act_is_no_news_of_the_day(read):
    assert not any(e.main for e in read("The ferry left Zadar on Monday.").events)
