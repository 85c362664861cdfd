"""Pairs of event nodes: what makes two tellings one event, and what forbids it."""

import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from links.factory import MONDAY, days_after, make_comparer, make_node

from variorum.config import Config
from variorum.links.features import load_weights
from variorum.schema.dates import in_month, in_year, on_day
from variorum.schema.quantities import Quantity
from variorum.schema.times import TimeValue

BOTH = ("Arland", "Borduria")
LIMIT = Config().link_threshold


def count(number: float) -> Quantity:
    return Quantity(low=number, best=number, high=number)


def compare(one, two, *, one_story: bool = True, **more):
    return make_comparer(**more).compare(one, two, one_story=one_story)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=BOTH, on=MONDAY)),
        (make_node("r1", who=BOTH, on=MONDAY, at="Old Ford"), make_node("r2", "talks", who=BOTH, at="Old Ford")),
        (make_node("r1", who=("Ada", "Boris"), on=MONDAY, main=True), make_node("r2", who=BOTH, on=MONDAY, main=True)),
        (
            make_node("r1", "clash", "ASSAULT", who=BOTH, on=in_month(2021, 3)),
            make_node("r2", "clash", "ASSAULT", who=BOTH, on=days_after(4)),
        ),
        (
            make_node("r1", "clash", "ASSAULT", who=BOTH, figures=[("killed", count(286))]),
            make_node("r2", "clash", "ASSAULT", who=BOTH, figures=[("killed", count(286))]),
        ),
    ],
)
def test_tellings_of_one_happening_are_linked(one, two):
    found = compare(one, two)
    assert found.bar is None
    assert found.score >= LIMIT, found.features


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (make_node("r1", who=BOTH), make_node("r2", "attack", "ASSAULT", who=BOTH)),
        (make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=("Cassia", "Dorne"), on=MONDAY)),
        (make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=BOTH, on=days_after(20))),
        (make_node("r1", who=BOTH, on=in_year(2020)), make_node("r2", who=BOTH, on=in_year(2021))),
        (make_node("r1", who=BOTH, at="Old Ford"), make_node("r2", who=BOTH, at="Port Vell")),
        (make_node("r1", who=BOTH), make_node("r2", who=("Arland", "Borduria", "Cassia"))),
        (
            make_node("r1", "agreement", "AGREE", who=BOTH, time=TimeValue(timex="XXXX-05", month=5)),
            make_node("r2", "agreement", "AGREE", who=BOTH, time=TimeValue(timex="XXXX-09", month=9)),
        ),
        (make_node("r1", "bombing", "ASSAULT", who=BOTH), make_node("r2", "assassination", "ASSAULT", who=BOTH)),
    ],
)
def test_different_happenings_are_not_linked(one, two):
    assert compare(one, two).score < LIMIT, compare(one, two).features


def test_other_stories_need_dates_that_agree():
    one, two = make_node("r1", who=BOTH), make_node("r2", who=BOTH)
    assert compare(one, two, one_story=False).bar is not None
    dated = (make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=BOTH, on=MONDAY))
    assert compare(*dated, one_story=False).bar is None


def test_kind_of_happening_alone_does_not_link():
    assert compare(make_node("r1"), make_node("r2")).score < LIMIT


def test_shared_passage_links_what_words_alone_would_not():
    one, two = make_node("r1", "clash", "ASSAULT"), make_node("r2", "clash", "ASSAULT")
    assert compare(one, two).score < LIMIT <= compare(one, two, shared=[(one, two)]).score


def test_days_that_differ_little_can_be_one_event_told_twice():
    one, two = (
        make_node("r1", who=BOTH, on=MONDAY, at="Old Ford"),
        make_node("r2", who=BOTH, on=days_after(1), at="Old Ford"),
    )
    found = compare(one, two)
    assert "gap_1" in found.features
    assert found.score >= LIMIT


def test_small_counts_do_not_speak_for_one_event():
    nodes = [make_node(r, "clash", "ASSAULT", who=BOTH, figures=[("killed", count(2))]) for r in ("r1", "r2")]
    assert "figure" not in compare(*nodes).features


def test_planned_and_held_meeting_can_be_one():
    one, two = make_node("r1", who=BOTH, on=MONDAY, realis="planned"), make_node("r2", who=BOTH, on=MONDAY)
    found = compare(one, two, one_story=False)
    assert found.bar is None
    assert found.score >= LIMIT


def test_every_feature_has_one_weight_on_its_own_side():
    table = tomllib.loads((files("variorum.links") / "weights.toml").read_text(encoding="utf-8"))
    assert set(table) == {"base", "same", "different"}
    assert all(value > 0 for group in table.values() for value in group.values())
    assert not set(table["same"]) & set(table["different"])


NODES = st.builds(
    make_node,
    concept=st.sampled_from(["meeting", "talks"]),
    who=st.sampled_from([(), BOTH, ("Arland",), ("Cassia", "Dorne"), ("Arland", "Borduria", "Cassia")]),
    on=st.sampled_from([None, MONDAY, days_after(2), days_after(30), in_month(2021, 3)]),
    at=st.sampled_from([None, "Old Ford", "Port Vell"]),
    realis=st.sampled_from(["happened", "planned", "called_off"]),
    main=st.booleans(),
)


@settings(max_examples=80, deadline=None)
@given(NODES, NODES, st.booleans())
def test_comparison_is_symmetric_and_its_score_lies_in_bounds(one, two, one_story):
    mine, theirs = compare(one, two, one_story=one_story), compare(two, one, one_story=one_story)
    assert (mine.score, mine.bar, set(mine.features)) == (theirs.score, theirs.bar, set(theirs.features))
    assert 0 <= mine.score <= 1
    assert set(mine.features) <= load_weights().of.keys()
    assert mine.bar is None or mine.score == 0


@settings(max_examples=40, deadline=None)
@given(NODES)
def test_node_with_sides_and_day_is_like_itself_told_elsewhere(node):
    if node.countries and len(node.countries) > 1 and node.date.days == 1:
        assert compare(node, node).score >= LIMIT


def test_clash_of_place_is_outweighed_where_much_else_is_one():
    one = make_node("r1", who=("Ada", "Boris"), on=MONDAY, at="Old Ford", main=True)
    two = make_node("r2", who=("Ada", "Boris"), on=MONDAY, at="Port Vell", main=True)
    found = compare(one, two)
    assert "other_place" in found.features
    assert found.score >= LIMIT
    assert compare(make_node("r1", who=BOTH, at="Old Ford"), make_node("r2", who=BOTH, at="Port Vell")).score < LIMIT


def test_two_events_that_one_report_tells_apart_are_barred():
    one = make_node("r1", who=BOTH, on=MONDAY, at="Old Ford")
    two = make_node("r1", who=BOTH, on=MONDAY, at="Port Vell", chain=1)
    assert compare(one, two).bar == "told apart by one report"


def test_deed_without_a_day_is_compared_across_stories_only_within_weeks():
    def told(report: str, day: int):
        node = make_node(report, "offensive", "ASSAULT", who=("Arland",), role="actor", at="Old Ford")
        return replace(node, published=on_day(days_after(day)))

    assert compare(told("r1", 0), told("r2", 9), one_story=False).bar is None
    assert compare(told("r1", 0), told("r2", 90), one_story=False).bar is not None


def test_days_long_past_that_lie_close_are_one_event():
    later = on_day(days_after(800))
    one, two = (
        replace(make_node(r, "agreement", "AGREE", on=days_after(n)), published=later)
        for r, n in (("r1", 0), ("r2", 1))
    )
    assert compare(one, two).score >= Config().link_threshold
    recent = on_day(days_after(3))
    assert compare(replace(one, published=recent), replace(two, published=recent)).score < Config().link_threshold


def test_deed_of_one_side_is_not_implied_by_a_fight_without_sides():
    deed = make_node("r1", "bombing", "ASSAULT", who=("Arland",), role="actor", on=MONDAY, direction="directed")
    fight = make_node("r2", "clash", "ASSAULT", on=MONDAY, direction="mutual")
    assert "implied" not in compare(deed, fight, central=frozenset(deed.countries)).features
    attack = replace(deed, countries=deed.countries | {"BOR"})
    assert "implied" in compare(attack, fight, central=attack.countries).features


def names_of(one, two, **more) -> tuple[str, ...]:
    return compare(one, two, **more).features


def sinking(report: str, **more):
    return replace(make_node(report, "sinking", "NONE"), **more)


def test_what_both_reports_are_about_is_one_though_it_is_dated_a_day_apart():
    one, two = (
        replace(make_node(r, "sinking", "NONE", on=day), lead=True)
        for r, day in (("r1", MONDAY), ("r2", days_after(1)))
    )
    assert "lead" in names_of(one, two)
    assert "lead" not in names_of(one, replace(two, date=on_day(days_after(9))))
    assert "lead" not in names_of(one, two, one_story=False)


def test_words_grouped_in_a_story_speak_for_one_event_and_against_it():
    assert "group" in names_of(sinking("r1", groups=frozenset({1})), sinking("r2", groups=frozenset({1, 2})))
    assert "other_group" in names_of(sinking("r1", groups=frozenset({1})), sinking("r2", groups=frozenset()))
    assert not {"group", "other_group"} & set(names_of(sinking("r1", groups=frozenset()), sinking("r2")))


def test_other_words_left_apart_say_little_and_nothing_of_one_day():
    one = replace(make_node("r1", "sinking", "NONE"), groups=frozenset({1}))
    mention = replace(one.mentions[0], lemma="go down")
    two = replace(make_node("r2", "sinking", "NONE"), groups=frozenset({2}), mentions=(mention,))
    assert "no_group" in names_of(one, two)
    monday = on_day(MONDAY)
    assert "no_group" not in names_of(replace(one, date=monday, date_basis="stated"), replace(two, date=monday))


def test_grouped_words_of_talks_say_nothing_since_rounds_are_told_alike():
    one, two = (replace(make_node(r, "talks"), groups=frozenset({1})) for r in ("r1", "r2"))
    assert "group" not in names_of(one, two)


def test_one_event_of_a_kind_in_each_report_of_a_story():
    one, two = sinking("r1", lone=True), sinking("r2", lone=True)
    assert "lone" in names_of(one, two)
    assert "lone" not in names_of(one, sinking("r2"))
    assert "lone" not in names_of(one, two, one_story=False)
    assert "lone" not in names_of(one, replace(two, realis="denied"))
