"""What became of a story's talks: whether they brought an agreement, and whether a delegation has left."""

from datetime import date

import pytest
from record.stories import make_pages

from variorum.record.facet_talks import read_departures, read_results

NONE = "The talks of Tuesday, held in Old Ford, ended without any agreement."
LEFT = "The rebel delegation flew out of Ostra on Monday night."


def results(*texts: str, **more):
    return [f.value for f in read_results(make_pages(*texts, **more))]


@pytest.mark.parametrize(
    "other",
    [
        "Both sides agreed on Tuesday to exchange prisoners.",
        "Arland and Borland agreed on Tuesday in Ostra to open the road.",
        "They met on Tuesday. They reached an agreement after nine hours.",
    ],
)
def test_agreement_of_the_day_is_set_against_talks_that_ended_without(other):
    assert results(NONE, other) == ["no agreement", "agreement"]


@pytest.mark.parametrize(
    "other",
    [
        "Both sides agreed on Friday to exchange prisoners.",
        "Both sides agreed on Tuesday to meet again.",
        "Ms Lindt agreed on Tuesday to sell her house.",
        "“Both sides agreed on Tuesday to exchange prisoners,” she said.",
        "The meeting of Tuesday produced no deal.",
    ],
)
def test_agreement_of_another_day_of_one_person_or_to_talk_on_is_not(other):
    assert results(NONE, other) == []


def departures(*texts: str):
    return [f.value for f in read_departures(make_pages(*texts, names={"Ostra": "place", "Lund": "place"}))]


@pytest.mark.parametrize(
    "other",
    [
        "The delegates of both parties were still in their hotel in Ostra, a guard said.",
        "The negotiators remain in Ostra.",
    ],
)
def test_delegation_that_left_is_set_against_one_that_stays(other):
    assert departures(LEFT, other) == ["left", "stayed"]


@pytest.mark.parametrize(
    "other",
    [
        "The delegates were still in their hotel in Lund.",
        "Nobody knows whether the delegates were still in their hotel in Ostra.",
        "The tourists were still in their hotel in Ostra.",
    ],
)
def test_other_towns_other_people_and_doubts_are_not(other):
    assert departures(LEFT, other) == []


def test_older_report_of_a_stay_may_not_know_yet():
    (left,) = make_pages(LEFT, names={"Ostra": "place"}, published=date(2021, 3, 10))
    _, stays = make_pages("x", "The delegates remain in Ostra.", names={"Ostra": "place"}, published=date(2021, 3, 8))
    assert list(read_departures([left, stays])) == []
