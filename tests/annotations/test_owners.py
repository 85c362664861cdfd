"""Titles tie people to the forces of their report."""

from annotations.factory import annotate_text


def owners(text):
    found = annotate_text(text).found
    names = {m.chain: m.name for m in reversed(found.entities) if m.form != "pronoun"}
    return {m.name: names.get(m.owner) for m in found.entities if m.kind == "person" and m.form == "name"}


def test_army_chief_is_tied_to_the_army_of_the_report():
    text = "The army left the talks on Monday. Army chief Omar Haddad told troops in the capital to hold their ground."
    assert owners(text) == {"Omar Haddad": "army"}


def test_titles_without_a_force_tie_nobody():
    text = "The army left the talks on Monday. Health Minister Omar Haddad visited a clinic in Lima."
    assert owners(text)["Omar Haddad"] != "army"
