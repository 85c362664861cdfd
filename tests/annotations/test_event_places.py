"""Where events were, read from words beside them and from what they led to."""

import pytest
from annotations.factory import annotate_text


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("The envoys met behind closed doors in Geneva on Monday.", "met", "Geneva"),
        ("A truce collapsed when fighting flared near the town of Homs.", "fighting", "Homs"),
        ("Army troops rolled into Homs on Tuesday.", "rolled", "Homs"),
        ("Federal forces will enter Homs within days.", "enter", "Homs"),
        ("In Oslo on Monday, after two days of talks, Mira Tolan and Ivo Penn signed a truce.", "talks", "Oslo"),
        ("A drone struck the general hospital of Varnet, a doctor said.", "struck", "Varnet"),
        ("Two weeks later came the turn of Varnet, which was captured on 17 May.", "captured", "Varnet"),
        ("On 4 May a shelter for families in Adi Varno was bombed.", "bombed", "Adi Varno"),
    ],
)
def test_place_is_read_when_it_stands_beside_or_around_the_words(text, word, place):
    reading = annotate_text(text)
    assert reading.place(reading.event(word)) == place


def test_who_signs_after_talks_took_part_in_them():
    reading = annotate_text("In Oslo, after two days of talks, Mira Tolan and Ivo Penn signed a truce.")
    assert reading.held(reading.event("talks"), "participant") == {"Mira Tolan", "Ivo Penn"}


def test_lorries_that_roll_into_a_town_invade_nobody():
    reading = annotate_text("Two lorries rolled into Homs on Tuesday.")
    assert reading.of_type("ASSAULT") == []


def test_second_signer_behind_a_second_by_takes_part():
    reading = annotate_text("The pact was signed by Mira Tolan and by Ivo Penn.")
    assert reading.held(reading.event("pact"), "participant") == {"Mira Tolan", "Ivo Penn"}


@pytest.mark.parametrize(
    ("text", "word", "time", "phase"),
    [
        ("The conflict, which began in May 2014, has killed 4,000 people.", "conflict", "May 2014", "begin"),
        ("The talks, which opened on 5 May, had been due to end five days later.", "talks", "5 May", "begin"),
        ("A truce declared in March collapsed.", "truce", "March", None),
        ("It was once more the army that went on the offensive, on 24 May.", "offensive", "24 May", None),
    ],
)
def test_time_of_a_beginning_or_of_the_making_is_the_events(text, word, time, phase):
    reading = annotate_text(text)
    event = reading.event(word)
    assert (reading.time(event), event.phase) == (time, phase)


def test_talks_that_opened_are_no_plan_for_being_due_to_end():
    reading = annotate_text("The talks, which opened on 5 May, had been due to end five days later.")
    assert reading.event("talks").realis == "happened"


def test_army_of_another_state_is_not_the_federal_army():
    reading = annotate_text(
        "The federal army denied it. He asked that Asmara, which signed nothing, pull its army out."
    )
    own, other = (m for m in reading.found.entities if m.name.endswith("army"))
    assert own.chain != other.chain
    assert (own.country, other.country) == (None, "ERI")


def test_minister_is_of_the_one_government_that_the_report_speaks_of():
    text = "The Kenyan government and rebels met. The delegation was headed by the justice minister, Mira Tolan."
    told = [m.country for m in annotate_text(text).found.entities if m.name == "justice minister"]
    assert told == ["KEN"]


def test_minister_is_of_no_state_when_two_governments_are_named():
    text = "The Kenyan government and the Ugandan government met. It was opened by the justice minister, Mira Tolan."
    told = [m.country for m in annotate_text(text).found.entities if m.name == "justice minister"]
    assert told == [None]


def test_second_signer_takes_part_when_a_description_stands_between():
    text = "The deal was signed by Mira Tolan, an adviser to the mayor, and by Ivo Penn, who led the delegation."
    assert {"Mira Tolan", "Ivo Penn"} <= annotate_text(text).held(annotate_text(text).event("deal"), "participant")


def test_aid_may_be_flown():
    event = annotate_text("The World Food Programme plans to fly supplies to Homs next week.").event("fly")
    assert (event.type, event.realis) == ("AID", "planned")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The army denied having shelled Homs.", "having shelled Homs"),
        (
            "The lorries brought flour, the mayor said; nobody had come to the town since May.",
            "The lorries brought flour",
        ),
    ],
)
def test_what_is_denied_or_said_is_read_as_a_participle_and_before_a_semicolon(text, content):
    reading = annotate_text(text)
    assert content in [reading.words(part) for told in reading.found.statements for part in told.contents]


def test_who_shoots_back_that_something_is_wrong_speaks_and_shoots_nobody():
    reading = annotate_text("The mayor shot back that the figure was wrong.")
    assert [reading.words(part) for told in reading.found.statements for part in told.contents] == [
        "the figure was wrong"
    ]
    assert reading.events == ()
