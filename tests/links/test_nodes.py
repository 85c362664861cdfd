"""Nodes: what one report tells of one event, with dates resolved and nothing invented."""

from dataclasses import replace
from datetime import date

import pytest
from links.factory import LOOKUP, MONDAY, days_after, make_annotations, make_mention, make_node

from variorum.links.nodes import main_node, make_nodes, near
from variorum.schema.annotations import FigureMention
from variorum.schema.dates import UNKNOWN, Bounds, between, in_month, in_year, on_day
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue

PAST_MONDAY = TimeValue(timex="XXXX-WXX-1", weekday=1, direction="past")


def nodes(*events, published: Bounds = UNKNOWN, times=(), figures=()):
    return make_nodes(make_annotations("r1", *events, times=times, figures=figures), LOOKUP, published)


def test_mentions_of_one_chain_make_one_node():
    found = nodes(make_mention(chain=0), make_mention(at=60, chain=1), make_mention(at=120, chain=0))
    assert [len(n.mentions) for n in found] == [2, 1]


def test_weekday_is_a_day_when_the_report_is_dated():
    (node,) = nodes(make_mention(time=0), published=on_day(days_after(2)), times=[PAST_MONDAY])
    assert node.date == on_day(MONDAY)


@pytest.mark.parametrize("published", [UNKNOWN, in_year(2021)])
def test_weekday_says_nothing_when_the_report_is_hardly_dated(published):
    (node,) = nodes(make_mention(time=0), published=published, times=[PAST_MONDAY])
    assert node.date.low is None
    assert node.date.high is None


def test_year_stays_unknown_when_nothing_says_it():
    (node,) = nodes(make_mention(time=0), times=[TimeValue(timex="XXXX-05", month=5)])
    assert (node.date.low, node.date.high) == (None, None)


def test_date_is_what_all_mentions_leave_possible():
    said = [TimeValue(timex="2021-03", year=2021, month=3), TimeValue(timex="2021", year=2021)]
    (node,) = nodes(make_mention(time=1), make_mention(at=60, time=0), times=said)
    assert node.date == in_month(2021, 3)


def test_beginning_and_end_bound_the_date():
    said = [
        TimeValue(timex="2021-03-01", year=2021, month=3, day=1),
        TimeValue(timex="2021-03-09", year=2021, month=3, day=9),
    ]
    (node,) = nodes(
        make_mention("war", "ASSAULT", time=0, phase="begin"),
        make_mention("war", "ASSAULT", at=60, time=1, phase="end"),
        times=said,
    )
    assert (node.date.low, node.date.high) == (date(2021, 3, 1), date(2021, 3, 9))


def test_undated_news_of_the_day_takes_the_day_of_the_main_event():
    found = nodes(
        make_mention(time=0, main=True, chain=0),
        make_mention("agreement", "AGREE", at=60, main=True, chain=1),
        published=on_day(days_after(2)),
        times=[PAST_MONDAY],
    )
    assert [(n.date, n.date_basis) for n in found] == [(on_day(MONDAY), "stated"), (on_day(MONDAY), "inherited")]


@pytest.mark.parametrize("realis", ["planned", "called_off", "denied"])
def test_nothing_unsettled_takes_the_day_of_the_main_event(realis):
    found = nodes(
        make_mention(time=0, main=True, chain=0),
        make_mention("agreement", "AGREE", at=60, main=True, chain=1, realis=realis),
        published=on_day(days_after(2)),
        times=[PAST_MONDAY],
    )
    assert found[1].date == UNKNOWN


def test_background_takes_no_day_from_the_main_event():
    found = nodes(
        make_mention(time=0, main=True, chain=0),
        make_mention("war", "ASSAULT", at=60, chain=1),
        published=on_day(days_after(2)),
        times=[PAST_MONDAY],
    )
    assert found[1].date == UNKNOWN


def test_state_adds_nothing_where_its_leader_meets():
    (node,) = nodes(make_mention(roles=[("participant", "Ada"), ("participant", "Arland"), ("participant", "Boris")]))
    assert node.entities == {"Ada", "Boris"}
    assert node.countries == {"ARL", "BOR"}


def test_mediator_stays_mediator_when_another_mention_has_it_among_the_participants():
    (node,) = nodes(
        make_mention(roles=[("mediator", "Cassia"), ("participant", "Arland")]),
        make_mention(at=60, roles=[("participant", "Cassia"), ("participant", "Borduria")]),
    )
    assert node.in_role("mediator") == {"Cassia"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("planned", "happened"), "happened"),
        (("planned", "called_off"), "called_off"),
        (("alleged", "happened"), "happened"),
        (("planned",), "planned"),
    ],
)
def test_realis_of_a_report_is_what_its_own_voice_bears_out(told, expected):
    (node,) = nodes(*(make_mention(at=60 * i, realis=r) for i, r in enumerate(told)))
    assert node.realis == expected


def test_own_voice_comes_before_quoted():
    (node,) = nodes(make_mention(realis="denied"), make_mention(at=60, realis="happened", voice="quoted"))
    assert node.realis == "denied"


def test_figure_told_twice_is_one_figure():
    figure = FigureMention(
        span=Span(start=0, end=5), governor=0, what="killed", qualifier="exact", low=40, best=40, high=40
    )
    (node,) = nodes(make_mention(figures=[0]), make_mention(at=60, figures=[0]), figures=[figure])
    assert len(node.figures) == 1


def test_town_outranks_the_country_it_lies_in():
    (node,) = nodes(make_mention(place="Arland"), make_mention(at=60, place="Old Ford"))
    assert node.places == ("Old Ford",)


def test_main_event_is_the_settled_dated_one_told_in_the_lead():
    lead, plan = make_node(main=True, on=MONDAY, at="Old Ford"), make_node(chain=1, main=True, realis="alleged")
    background = make_node(chain=2, on=MONDAY, at="Port Vell")
    assert main_node([plan, background, lead]) == lead
    assert main_node([background]) is None


@pytest.mark.parametrize(("gap", "expected"), [(0, True), (3, True), (4, False)])
def test_days_are_near_within_the_gap(gap, expected):
    assert near(on_day(MONDAY), on_day(days_after(gap)), days=3) is expected


def test_open_bounds_are_near_nothing():
    assert not near(between(MONDAY, None), on_day(MONDAY), days=3)


def test_future_weekday_lies_ahead_when_the_verb_says_so():
    friday = TimeValue(timex="XXXX-WXX-5", weekday=5, direction="future")
    (node,) = nodes(make_mention(time=0, realis="planned"), published=on_day(days_after(5)), times=[friday])
    assert node.date == on_day(days_after(11))


def test_day_of_a_cancelled_meeting_lies_ahead_when_the_cancellation_is_told_in_the_past():
    friday = TimeValue(timex="XXXX-WXX-5", weekday=5, direction="past")
    (node,) = nodes(make_mention(time=0, realis="called_off"), published=on_day(days_after(3)), times=[friday])
    assert node.date == on_day(days_after(4))


def test_accord_is_of_the_day_on_which_it_takes_effect():
    said = [TimeValue(timex="2021-03-01", year=2021, month=3, day=1)]
    (node,) = nodes(make_mention("ceasefire", "AGREE", time=0, phase="begin"), times=said)
    assert node.date == on_day(MONDAY)


def test_length_gives_the_beginning_of_what_has_ended():
    said = [TimeValue(timex="2021-03-01", year=2021, month=3, day=1), TimeValue(timex="P2W")]
    ended = replace(make_mention("war", "ASSAULT", time=0, phase="end"), duration=1)
    (node,) = nodes(ended, times=said)
    assert (node.date.low, node.date.high) == (date(2021, 2, 16), MONDAY)


def test_what_happened_on_a_weekday_was_before_its_report():
    ahead = TimeValue(timex="XXXX-WXX-1", weekday=1, direction="future")
    (node,) = nodes(make_mention(time=0), published=on_day(days_after(3)), times=[ahead])
    assert node.date == on_day(MONDAY)
    (plan,) = nodes(make_mention(time=0, realis="planned"), published=on_day(days_after(3)), times=[ahead])
    assert plan.date == on_day(days_after(7))


def test_report_is_about_its_lead_and_tells_kinds_once_or_more():
    told = nodes(
        make_mention(main=True),
        make_mention("attack", "ASSAULT", at=60, chain=1),
        make_mention("attack", "ASSAULT", at=120, chain=2),
    )
    assert [n.lead for n in told] == [True, False, False]
    assert [n.lone for n in told] == [True, False, False]


def test_names_stand_beside_events_without_side_and_place():
    bare, held = make_mention(), make_mention(at=60, chain=1, roles=[("participant", "Arland")])
    beside = {bare.sentence: frozenset({"rose"}), held.sentence: frozenset({"kestrel"})}
    told = make_nodes(make_annotations("r1", bare, held), LOOKUP, UNKNOWN, beside)
    assert [n.names for n in told] == [frozenset({"rose"}), frozenset()]


def test_undated_accord_of_the_lead_takes_the_day_of_the_dated_main_event():
    wednesday = on_day(days_after(2))
    told = nodes(
        make_mention("agreement", "AGREE", main=True, place="Port Vell"),
        make_mention("agreement", "AGREE", at=60, main=True),
        make_mention("withdrawal_pledge", "CONCEDE", at=120, main=True, time=0, chain=1),
        published=wednesday,
        times=[PAST_MONDAY],
    )
    assert (told[0].date, told[0].date_basis) == (on_day(MONDAY), "inherited")


def test_event_told_in_one_sentence_with_a_dated_one_has_its_surroundings():
    told = nodes(
        make_mention("sinking", "NONE", time=0),
        replace(make_mention("investigation", "ACCUSE", at=20, chain=1), sentence=Span(start=0, end=40)),
        make_mention("investigation", "ACCUSE", at=300, chain=2),
        times=[TimeValue(timex="2019-05", year=2019, month=5)],
    )
    assert (told[1].context.low, told[2].context) == (date(2019, 5, 1), UNKNOWN)
