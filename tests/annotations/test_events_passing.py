"""Events that reports tell in passing: by hours spent, by their end, by the day beside them, in a clause with "where"."""

from annotations.factory import annotate_text


def test_hours_spent_with_a_leader_are_a_meeting():
    told = annotate_text(
        "Kenyan President William Ruto spent three hours with President Paul Kagame in Kigali on Monday."
    )
    assert told.event("spent").type == "CONSULT"
    nothing = annotate_text("The farmer spent three hours with the tractor on Monday.")
    assert nothing.of_type("CONSULT") == []


def test_host_of_guests_is_told():
    text = "William Ruto and Felix Tshisekedi will meet in Kigali on Monday as guests of President Paul Kagame."
    told = annotate_text(text)
    assert told.held(told.event("meet"), "host") == {"Paul Kagame"}


def test_truce_that_somebody_arranged_has_come_about():
    told = annotate_text("A truce arranged by Qatar took hold on 3 May 2021.")
    assert told.event("truce").realis == "happened"


def test_violence_of_a_day_is_an_event():
    told = annotate_text("The violence of 3 May was the worst in years.")
    assert [e.type for e in told.events] == ["ASSAULT"]
    assert annotate_text("The violence was the worst in years.").events == ()


def test_what_was_agreed_where_people_met_is_of_that_day():
    text = "The ministers spoke of the meeting of 3 May 2021 in Geneva, where all parties renounced the use of force."
    told = annotate_text(text)
    agreed = told.event("renounced")
    assert agreed.time is not None
    assert told.words(told.found.times[agreed.time].span) == "3 May 2021"


def test_war_that_was_over_ended_when_its_clause_says():
    told = annotate_text("Chad signed the act of surrender on 3 May 2021, and a war of 20 days was over.")
    war = told.event("war")
    assert war.phase == "end"
    assert war.time is not None
    assert told.event("signed").type == "AGREE"


def test_named_fighting_points_back_to_the_attack_of_its_month():
    text = "Chad attacked Niger in September. The September fighting cost 40 lives."
    told = annotate_text(text)
    assert told.event("attacked").chain == told.event("fighting").chain
    other = annotate_text("Chad attacked Niger in September. The June fighting cost 40 lives.")
    assert other.event("attacked").chain != other.event("fighting").chain


def test_joint_undertaking_is_an_accord():
    told = annotate_text("The three presidents undertook to refrain from the use of force.")
    assert [e.type for e in told.events] == ["AGREE"]


def test_town_under_fire_is_the_place():
    told = annotate_text("The market town of Kidal came under artillery fire.")
    (event,) = told.events
    assert event.place is not None
    assert told.found.entities[event.place].name == "Kidal"


def test_denying_whose_war_it_is_denies_no_war():
    for text in ("The war in Mali was not a war of choice.", "The war in Mali goes on. It is not the president's war."):
        assert all(e.realis != "denied" for e in annotate_text(text).events)
    assert annotate_text("It was not an attack on Mali.").event("attack").realis == "denied"
