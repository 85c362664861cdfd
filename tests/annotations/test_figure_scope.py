"""Whether a figure is of one happening, was done, of whom it is, and which day it speaks of."""

import pytest

from variorum.annotations.figures import find_figures
from variorum.annotations.times import find_times


def first(nlp, text: str):
    doc = nlp(text)
    return next(f for f in find_figures(doc, find_times(doc)) if f.unit is None)


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed 40,000 people since 2011.",
        "So far this year 60 miners have been killed.",
        "In the last ten years rebels have killed 900 villagers.",
        "Bandits kill 30 drivers a year.",
        "A decade of fighting left 20,000 people dead.",
        "Thousands of villagers have been killed by the militia.",
        "In the last 48 hours 12 people were killed.",
        "Bandits killed five merchants between 3 May and 8 August.",
        "Rebels killed 90 farmers from June 2010 to June 2012.",
    ],
)
def test_count_over_a_period_is_cumulative(nlp, text: str) -> None:
    assert first(nlp, text).scope == "cumulative"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has been tried for the two murders.",
        "Several armed clashes left 12 people dead.",
        "A wave of bombings killed 30 people in Quetta.",
        "Thirty people were hurt in separate attacks.",
    ],
)
def test_count_of_several_happenings_is_cumulative(nlp, text: str) -> None:
    assert first(nlp, text).scope == "cumulative"


@pytest.mark.parametrize("days", ["from 3 May to 8 May", "from 28 May to 3 June"])
def test_range_of_days_may_be_of_one_happening(nlp, days: str) -> None:
    assert first(nlp, f"The siege {days} killed 12 people.").scope == "event"


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 12 people on Monday.",
        "The attack on several villages killed 12 people.",
        "Clashes left 40 soldiers dead last week.",
        "Ten hostages were killed.",
    ],
)
def test_count_of_one_happening_is_of_the_event(nlp, text: str) -> None:
    assert first(nlp, text).scope == "event"


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("The blast killed 12 people.", True),
        ("He rejected the murder of 12 people.", True),
        ("The group is responsible for the massacre of 12 villagers.", True),
        ("The group threatened to kill 12 hostages.", False),
        ("The bomb could have killed 200 people.", False),
        ("If the dam breaks, 300 people will be killed.", False),
    ],
)
def test_what_was_not_done_counts_nobody(nlp, text: str, done: bool) -> None:
    assert first(nlp, text).claims is done


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Six soldiers were killed.", "soldiers"),
        ("Six rebels were killed.", "fighters"),
        ("Six policemen were killed.", "police"),
        ("Six children were killed.", "civilians"),
        ("Six people were killed.", None),
        ("Six rebels and two soldiers were killed.", "combatants"),
        ("Six soldiers and two children were killed.", None),
        ("The ambush cost the army 29 dead.", "soldiers"),
        ("Twelve Hezbollah members were killed.", "fighters"),
        ("The cyclone cost the town 29 dead.", None),
    ],
)
def test_of_whom_a_figure_is(nlp, text: str, kind: str | None) -> None:
    assert first(nlp, text).of_kind == kind


def test_bare_count_goes_on_from_the_one_before(nlp) -> None:
    doc = nlp("Two rebels were killed and five others were wounded.")
    assert [f.of_kind for f in find_figures(doc, find_times(doc))] == ["fighters", "fighters"]


def test_figure_knows_the_day_told_with_it(nlp) -> None:
    doc = nlp("On 3 May 2019 a blast killed 12 people. It rained.")
    times = find_times(doc)
    (figure,) = find_figures(doc, times)
    assert figure.time is not None
    assert times[figure.time].value.timex == "2019-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "The rally was the largest this year, with 1,800 people.",
        "The blast killed 40 miners, the highest toll since 2010.",
        "Fifteen people were killed, not a month after the dykes had given way.",
        "On a day when fog lay over the valley, 12 people were killed.",
        "Twelve people died in the deadliest slide in 30 years.",
    ],
)
def test_count_is_of_one_happening_when_the_period_only_ranks_it(nlp, text: str) -> None:
    assert first(nlp, text).scope == "event"
