"""Counts are found with what they count; numbers of other things are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotations.figure_numbers import read_number
from variorum.annotations.figures import find_figure_issues, find_figures
from variorum.annotations.times import find_times
from variorum.schema.vocabulary import QUALIFIERS


def found(nlp, text: str):
    doc = nlp(text)
    return find_figures(doc, find_times(doc))


def counts(nlp, text: str) -> list[tuple[str, float | None]]:
    return [(figure.what, figure.low) for figure in found(nlp, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Border clashes left 120 dead.", [("killed", 120)]),
        ("With at least 120 people from both camps killed, talks stalled.", [("killed", 120)]),
        ("Last month 120 people from both camps were killed.", [("killed", 120)]),
        ("The blast killed three civilians and two soldiers.", [("killed", 5), ("killed", 3), ("killed", 2)]),
        ("A bomb exploded, killing 12 and wounding 30.", [("killed", 12), ("wounded", 30)]),
        ("The raid left 12 soldiers dead and 30 wounded.", [("killed", 12), ("wounded", 30)]),
        ("12 were killed and 3 wounded.", [("killed", 12), ("wounded", 3)]),
        ("Doctors gave a death toll of 40.", [("killed", 40)]),
        ("The death toll rose to 41.", [("killed", 41)]),
        ("The storm claimed the lives of nine people.", [("killed", 9)]),
        ("Almost 300 people lost their lives.", [("killed", 300)]),
        ("More than 6,500 people died.", [("killed", 6500)]),
        ("Thirty people, including four children, were killed.", [("killed", 30), ("killed", 4)]),
        ("It deployed a force of 2,000 peacekeepers.", [("troops", 2000)]),
        ("The kingdom sent around 2,000 troops to the island.", [("troops", 2000)]),
        ("The militia captured 15 soldiers.", [("captured", 15)]),
        ("Police arrested 14 protesters.", [("detained", 14)]),
        ("At least 1.5 million people were displaced.", [("displaced", 1_500_000)]),
        ("Up to 50 miners are missing.", [("missing", 0)]),
        ("The clashes caused 14 casualties.", [("casualties", 14)]),
        ("The army took around 300 villages.", [("village", 300)]),
        ("Both camps exchanged 17 prisoners.", [("prisoner", 17)]),
        ("Both camps handed over 22 captives.", [("captive", 22)]),
        ("Around 40 lorries with flour reached the town.", [("lorry", 40)]),
        ("The four lorries that the agency sent were late.", [("lorry", 4)]),
        ("The rebels destroyed nine of its guns.", [("gun", 9)]),
        ("The navy seized three boats.", [("boat", 3)]),
        ("The army lost at least 49 soldiers.", [("killed", 49)]),
        ("The kingdom released seven detainees.", [("detainee", 7)]),
        ("THREE REBELS WERE KILLED AND FIVE OTHERS WERE WOUNDED.", [("killed", 3), ("wounded", 5)]),
    ],
)
def test_count_has_its_effect_when_one_governs_it(nlp, text: str, expected: list[tuple[str, float]]) -> None:
    assert counts(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two countries sent 15 ministers.",
        "Two streets were closed.",
        "He has four children.",
        "Two cars were parked outside.",
        "Three of the leaders left.",
        "The club lost three players.",
        "She sent two letters and three songs.",
        "One of the leaders spoke for three hours on 5 May.",
        "The fund grew by 12 percent.",
        "The 27-member bloc adopted Resolution 1701.",
        "The home side won 3-1.",
        "No one was killed.",
        "Call 555 1234 or see page 12.",
        "The talks took 20 minutes.",
        "The first round took place in the second city.",
        "Sanaa, aged 20, was promoted.",
    ],
)
def test_nothing_is_found_when_the_number_counts_no_people(nlp, text: str) -> None:
    assert counts(nlp, text) == []


@pytest.mark.parametrize(
    ("words", "qualifier", "bounds"),
    [
        ("12", "exact", (12, 12, 12)),
        ("about 12", "about", (12, 12, 12)),
        ("nearly 12", "nearly", (12, 12, 12)),
        ("at least 12", "at_least", (12, 12, None)),
        ("no fewer than 12", "at_least", (12, 12, None)),
        ("more than 12", "more_than", (12, 12, None)),
        ("as many as 12", "at_most", (0, 12, 12)),
        ("up to 12", "at_most", (0, 12, 12)),
        ("fewer than 12", "less_than", (0, 12, 12)),
        ("two dozen", "exact", (24, 24, 24)),
        ("dozens of", "dozens", (24, None, None)),
        ("hundreds of", "hundreds", (200, None, None)),
        ("tens of thousands of", "thousands", (20000, None, None)),
        ("several hundred", "hundreds", (300, None, None)),
        ("a few dozen", "dozens", (24, None, None)),
        ("a dozen", "exact", (12, 12, 12)),
        ("half a million", "exact", (500_000, 500_000, 500_000)),
        ("some 30,000", "about", (30_000, 30_000, 30_000)),
        ("between 20 and 30", "range", (20, None, 30)),
        ("20 to 30", "range", (20, None, 30)),
    ],
)
def test_bounds_follow_the_table_when_qualified(nlp, words: str, qualifier: str, bounds: tuple) -> None:
    (figure,) = found(nlp, f"The flood killed {words} people.")
    assert figure.what == "killed"
    assert figure.qualifier == qualifier
    assert qualifier in QUALIFIERS
    assert (figure.low, figure.best, figure.high) == bounds


def test_span_covers_qualifier_number_and_noun(nlp) -> None:
    text = "The flood killed at least 12 young miners."
    (figure,) = found(nlp, text)
    assert text[figure.span.start : figure.span.end] == "at least 12 young miners"
    assert text[figure.governor :].startswith("killed")


def test_who_is_counted_is_kept_when_narrower_than_people(nlp) -> None:
    total, first, second = found(nlp, "The blast killed five Chadian soldiers and 12 people.")
    assert (total.of_whom, first.of_whom, second.of_whom) == (None, "Chadian soldier", None)
    assert (total.of_kind, first.of_kind, second.of_kind) == (None, "soldiers", None)


def test_numbers_of_times_are_left_out(nlp) -> None:
    assert counts(nlp, "In January 15 people were killed in 20 days.") == [("killed", 15)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("seven", 7),
        ("twenty-four", 24),
        ("two hundred and forty-five", 245),
        ("one thousand two hundred", 1200),
        ("half a million", 500_000),
        ("2.5 million", 2_500_000),
        ("6,500", 6500),
        ("1,00,000", 100_000),
        ("1.000.000", 1_000_000),
        ("1.000", None),
        ("people", None),
        ("", None),
    ],
)
def test_number_is_read_when_its_convention_is_clear(text: str, number: float | None) -> None:
    assert read_number(text) == number


@given(st.integers(0, 10**9))
def test_number_reads_back_when_grouped_by_commas(number: int) -> None:
    assert read_number(f"{number:,}") == number


@pytest.mark.parametrize("number", ["1.000", "12,34", "3.500"])
def test_number_of_two_readings_is_told_and_not_read(nlp, number: str) -> None:
    doc = nlp(f"The storm killed {number} people on the coast.")
    assert find_figures(doc, find_times(doc)) == ()
    (issue,) = find_figure_issues(doc)
    assert issue.kind == "ambiguous_number"
    assert doc.text[issue.start : issue.end] == number


@pytest.mark.parametrize(
    "text", ["Shares rose 1.250 points.", "1,00,000 people fled.", "Version 2.4.1 is out.", "1,200 people fled."]
)
def test_no_issue_when_the_number_is_clear_or_counts_nothing(nlp, text: str) -> None:
    assert find_figure_issues(nlp(text)) == ()


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "killed", "12 34 56\n7 8 9\n" * 20, "and and killed 3 and", "🔥 12 killed 🔥", "قتل 12 people killed"],
)
def test_nothing_breaks_when_the_text_is_odd(nlp, text: str) -> None:
    doc = nlp(text)
    for figure in find_figures(doc, find_times(doc)):
        assert 0 <= figure.span.start < figure.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("Several million people fled.", 3e6, None, None),
        ("A few hundred thousand people fled.", 2e5, None, None),
        ("Two hundred thousand people fled.", 2e5, 2e5, 2e5),
        ("About 3 hundred thousand people fled.", 3e5, 3e5, 3e5),
        ("Two or three million people fled.", 2e6, None, 3e6),
        ("Some 5 to 10 thousand people fled.", 5e3, None, 1e4),
    ],
)
def test_a_scale_multiplies_all_that_it_belongs_to(
    nlp, text: str, low: float, best: float | None, high: float | None
) -> None:
    bounds = [(f.low, f.best, f.high) for f in found(nlp, text) if f.what == "displaced"]
    assert bounds == [(low, best, high)]


@pytest.mark.parametrize(
    "text", ["Many hundred people died.", "It is a multi-million dollar deal.", "Million-dollar homes."]
)
def test_a_scale_has_no_value_when_its_factor_is_untold(nlp, text: str) -> None:
    assert [f for f in found(nlp, text) if f.basis == "number"] == []


def test_an_age_before_a_name_is_no_part_of_it(nlp) -> None:
    whom = [f.of_whom for f in found(nlp, "Police killed 16-year-old Kim Gray on Monday.") if f.what == "killed"]
    assert whom == ["Kim Gray"]
