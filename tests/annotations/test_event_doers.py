"""Crowds that march protest, forces that leave withdraw; tolls that are given; people after the state of the one before."""

import pytest

from annotations.factory import annotate_text


def test_a_crowd_that_marches_protests_and_a_band_does_not() -> None:
    crowd = annotate_text("On Saturday, 400 people marched in Torvik.").found.events
    band = annotate_text("On Saturday, the band marched in Torvik.").found.events
    assert [e.type for e in crowd] == ["PROTEST"]
    assert not band


def test_a_toll_is_read_when_it_is_given_or_put() -> None:
    for text in (
        "The ministry put the death toll in Torvik at eight.",
        "On Friday, the death toll was given as eight.",
    ):
        assert [(f.what, f.best) for f in annotate_text(text).found.figures] == [("killed", 8.0)]


def test_talks_are_planned_when_they_are_put_off_to_a_day_ahead() -> None:
    text = "Ann Low and Petra Hill postponed their talks and now plan to meet on Saturday."
    assert {e.realis for e in annotate_text(text).found.events if e.type == "CONSULT"} == {"planned"}


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Torvik fell to Kenya on Friday.", 1),
        ("Torvik fell to Velmaran soldiers on Friday.", 1),
        ("The task fell to Kenya on Friday.", 0),
        ("Portugal fell to Spain on Friday.", 0),
        ("Prices in Torvik fell to 5 dollars on Friday.", 0),
    ],
)
def test_a_place_that_falls_to_somebody_is_captured(text: str, n: int) -> None:
    found = annotate_text(text).found.events
    assert [e.concept for e in found] == ["territorial_capture"] * n


def test_who_a_place_falls_to_is_a_party_and_no_place() -> None:
    found = annotate_text("Drennick fell to Velmaria on Friday.").found
    (event,) = found.events
    assert [(r.role, found.entities[r.entity].name) for r in event.roles if r.role == "actor"] == [
        ("actor", "Velmaria")
    ]


STRUCK = [
    ("The shells hit a market in Torvik on Friday.", "shelling"),
    ("Two rockets landed in a school yard in Sidon on Friday.", "missile_strike"),
    ("A hospital in Aleppo was struck by a missile on Monday.", "missile_strike"),
    ("The mortars fell on a camp near Goma.", "shelling"),
]


@pytest.mark.parametrize(("text", "concept"), STRUCK)
def test_what_was_fired_and_hits_tells_an_attack_by_nobody_named(text, concept):
    found = annotate_text(text).found.events
    assert [e.concept for e in found] == [concept]
    assert not found[0].roles


@pytest.mark.parametrize("text", ["Oil prices fell on Friday.", "The new phone hit the market in Lima on Monday."])
def test_what_was_not_fired_and_hits_tells_no_attack(text):
    assert not [e for e in annotate_text(text).found.events if e.type == "ASSAULT"]


def test_forces_that_surround_people_attack_them_and_fans_do_not():
    attacked = annotate_text("The patrol was surrounded by rebels in Goma.").found.events
    met = annotate_text("The singer was surrounded by fans in Goma.").found.events
    assert [e.type for e in attacked] == ["ASSAULT"]
    assert not [e for e in met if e.type == "ASSAULT"]


def test_the_hosts_of_talks_are_not_those_who_talk():
    text = "Talks between Peru and Chile were suspended on Friday by their hosts."
    read = annotate_text(text)
    roles = [(r.role, read.found.entities[r.entity].name) for e in read.found.events for r in e.roles]
    assert not [name for role, name in roles if role == "actor"]


@pytest.mark.parametrize("text", ["The front said that 12 villagers were martyred.", "The town lost 12 people in May."])
def test_the_martyred_and_the_lost_are_killed(text):
    read = annotate_text(text).found
    assert ("killed", 12.0) in [(f.what, f.best) for f in read.figures]
    assert [e.type for e in read.events] == ["ASSAULT"]


PRONOUNS = [
    "Kenya and Chad, who sponsored the talks, called them off on Thursday.",
    "The talks in Lima had lasted a week. Kenya and Chad suspended them on Thursday.",
]


@pytest.mark.parametrize("text", PRONOUNS)
def test_talks_are_broken_off_when_a_pronoun_stands_for_them(text):
    broken_off = [e for e in annotate_text(text).found.events if e.type == "SANCTION"]
    assert [{r.role for r in e.roles} for e in broken_off] == [{"actor"}]


@pytest.mark.parametrize(
    "text",
    [
        "Two drivers were late on Monday. The company suspended them on Thursday.",
        "The talks in Oslo went on. Norway freed two prisoners and halted them at the border.",
    ],
)
def test_what_is_no_talks_is_not_broken_off_by_a_pronoun(text):
    assert "walkout" not in [e.concept for e in annotate_text(text).found.events]


def test_who_undertakes_to_do_something_agrees():
    text = "In the accord of May the parties undertook to reinforce the monitors on the ground."
    assert "undertook" in [text[e.trigger.start : e.trigger.end] for e in annotate_text(text).found.events]


def shelling_roles(text: str) -> list[str]:
    return [r.role for e in annotate_text(text).found.events if e.concept == "shelling" for r in e.roles]


def test_who_counts_its_dead_after_a_shelling_did_not_shell() -> None:
    assert "actor" not in shelling_roles("Peru counts its dead after shelling of Lima.")
    assert "actor" in shelling_roles("After shelling Lima, Peru withdrew.")
