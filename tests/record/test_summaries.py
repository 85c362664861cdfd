"""Disputes in one plain line: who has what, on whose word, and where a report is at odds with itself."""

from dataclasses import replace

from links.factory import make_node
from record.factory import SIGLA, exactly, make_claim, make_event

from variorum.record.summaries import how_at_odds, list_sources, summarise

EVENT = make_event(make_node("r1", "clash", "ASSAULT", who=("Arland", "Borduria"), at="Old Ford", main=True))


def line(attribute, *claims, names=None):
    return summarise(EVENT, attribute, claims, SIGLA, names or {})


def test_who_acted_is_told_as_a_person_would():
    told = line(
        "direction",
        *(make_claim(f"r{i}", "direction", "mutual") for i in (2, 3)),
        make_claim("r1", "direction", "by Arland"),
    )
    assert told.endswith("S2 and S3 have clashes; S1 has Arland attacking")


def test_word_of_somebody_is_named():
    denied = replace(make_claim("r1", "realis", "denied"), attributed_to="e1", voice="quoted")
    told = line("realis", denied, make_claim("r2", "realis", "happened"), names={"e1": "Arland"})
    assert "S1 has it denied by Arland" in told
    assert "S2 has it as done" in told


def test_report_that_has_two_numbers_says_where():
    title = replace(make_claim("r1", "killed", exactly(12)), in_title=True)
    told = line("killed", title, make_claim("r1", "killed", exactly(15)))
    assert told.endswith("(S1 has one thing in its headline and another in its body)")
    assert (
        how_at_odds([make_claim("r1", "killed", exactly(1)), make_claim("r1", "killed", exactly(2))])
        == "contradicts itself"
    )


def test_many_sources_are_counted():
    assert list_sources(["A", "B"]) == "A and B"
    assert list_sources(list("ABCDEF")) == "A, B, C and 3 more"


def test_caption_against_text_is_told_as_that():
    caption = replace(make_claim("r1", "killed", exactly(12)), in_title=True, in_caption=True)
    told = line("killed", caption, make_claim("r1", "killed", exactly(15)))
    assert told.endswith("(S1 has one thing in a caption, which may be older, and another in its text)")
