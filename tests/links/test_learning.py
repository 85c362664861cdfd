"""What a node does not say, it learns from its event."""

from dataclasses import replace

from links.factory import MONDAY, days_after, make_node

from variorum.links.learning import learn
from variorum.schema.dates import on_day

BOTH = ("Arland", "Borduria")


def test_silent_node_learns_sides_place_and_day():
    full, silent = make_node("r1", who=BOTH, on=MONDAY, at="Old Ford"), make_node("r2")
    taught = learn([[full, silent]])[1]
    assert (taught.countries, taught.places, taught.date) == (full.countries, full.places, full.date)
    assert taught.key == silent.key


def test_nothing_is_learned_where_the_event_has_two_answers():
    group = [make_node("r1", on=MONDAY, at="Old Ford"), make_node("r2", on=days_after(1), at="Port Vell")]
    assert learn([[*group, make_node("r3")]])[2] == make_node("r3")


def test_what_a_node_says_itself_is_kept():
    group = [make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=("Cassia",), on=days_after(1))]
    assert learn([group]) == group


def test_lone_node_learns_nothing():
    assert learn([[make_node("r1")]]) == [make_node("r1")]


def test_day_is_not_learned_against_the_surroundings():
    dated, beside = make_node("r1", on=MONDAY), replace(make_node("r2"), context=on_day(days_after(40)))
    assert learn([[dated, beside]])[1] == beside
