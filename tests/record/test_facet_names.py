"""What reports call the one armed group of a story, and its accident, in words that need no name beside them."""

import pytest
from record.stories import make_event_mention, make_pages, with_events

from variorum.record.facet_names import find_main_group, read_accident_names, read_group_names

GROUP = {"Red Dawn": "armed_group"}


def group_names(*texts: str, names=GROUP, **more):
    return [
        (f.report_id, f.value, min(f.comparable)) for f in read_group_names(make_pages(*texts, names=names, **more))
    ]


def test_words_for_the_storys_one_group_are_its_names():
    told = group_names("Red Dawn signed. The rebels went home.", "The terrorists of Red Dawn signed.")
    assert told == [("r1", "rebels", "neutral"), ("r2", "terrorists", "blaming")]


def test_group_is_named_by_a_report_that_has_no_name_for_it():
    assert group_names("Red Dawn signed.", "He hands the terrorists a rest.") == [("r2", "terrorists", "blaming")]


def test_word_before_group_is_one_for_it():
    assert group_names("Talks with the terrorist group Red Dawn ended.") == [("r1", "terrorist", "blaming")]


@pytest.mark.parametrize(
    "text",
    [
        "Red Dawn denied that “the terrorists” had come.",
        "Red Dawn is on the list of terrorist groups.",
        "Red Dawn met the so-called rebels.",
        "Red Dawn fighters signed.",
    ],
)
def test_words_that_are_anothers_or_bear_no_view_are_none(text):
    assert group_names(text) == []


def test_words_that_two_reports_share_are_nobodys_own():
    passage = "The rebels shelled the post."
    assert group_names(f"Red Dawn signed. {passage}", passage, shared=[passage]) == []


def test_story_of_two_groups_has_no_main_one():
    two = {"Red Dawn": "armed_group", "Free Coast": "armed_group"}
    pages = make_pages("Red Dawn and Free Coast signed.", names=two)
    assert find_main_group(pages) is None
    assert group_names("Red Dawn and Free Coast signed. The rebels left.", names=two) == []


def accident_names(*texts: str, concept: str = "sinking", kind: str = "NONE", **more):
    pages = make_pages(*texts)
    told = [with_events(p, make_event_mention(p, "sank", concept, kind, **more)) for p in pages]
    return [(f.report_id, f.value, min(f.comparable)) for f in read_accident_names(told)]


def test_accident_that_one_report_calls_a_crime_is_told():
    told = accident_names("The ferry sank. The accident was the third.", "The ferry sank. It was a killing for gain.")
    assert told == [("r1", "accident", "accident"), ("r2", "killing", "crime")]


def test_word_that_is_negated_or_of_another_year_is_none():
    assert accident_names("The ferry sank. It was not an accident.") == []
    assert accident_names("The ferry sank. The disaster of 1987 was worse.") == []


def test_crime_in_a_story_of_attacks_is_no_other_name_for_an_accident():
    assert accident_names("They sank it. It was a crime.", concept="attack", kind="ASSAULT", direction="directed") == []
