"""When undated reports were written: from their words and linked, dated events; nothing is invented."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from links.factory import MONDAY, days_after, make_annotations, make_mention, make_node, make_report

from variorum.links.dating import date_reports
from variorum.schema.annotations import StatementMention, TimeMention
from variorum.schema.dates import UNKNOWN, Bounds, between, in_year, on_day
from variorum.schema.linked import Link, Storyline
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue

BOTH = ("Arland", "Borduria")


def weekday(number: int, direction: str) -> TimeValue:
    return TimeValue(timex=f"XXXX-WXX-{number}", weekday=number, direction=direction)


def dated(report, *events, times=(), clusters=()) -> Bounds:
    notes = make_annotations(report.report_id, *events, times=times)
    others = {n.report_id: n.date for c in clusters for n in c if n.report_id != report.report_id}
    reports = [report, *(make_report(r, published=others[r]) for r in sorted(others))]
    annotations = {report.report_id: notes, **{r: make_annotations(r) for r in others}}
    return date_reports(reports, annotations, clusters)[report.report_id].published


def beside_known(value: TimeValue, on: date) -> list[list]:
    """A cluster: the undated report r1 tells an event in words that another report puts on a day."""
    return [[make_node("r1", who=BOTH, time=value), make_node("r2", who=BOTH, on=on)]]


def test_own_date_is_kept_whatever_others_say():
    report = make_report("r1", published=days_after(30))
    assert dated(report, clusters=beside_known(weekday(1, "past"), MONDAY)) == on_day(days_after(30))


def test_past_weekday_puts_the_report_in_the_week_after():
    found = dated(make_report("r1"), clusters=beside_known(weekday(1, "past"), MONDAY))
    assert (found.low, found.high) == (MONDAY, days_after(6))


def test_future_weekday_puts_the_report_in_the_week_before():
    found = dated(make_report("r1"), clusters=beside_known(weekday(1, "future"), days_after(7)))
    assert (found.low, found.high) == (days_after(1), days_after(7))


def test_yesterday_gives_the_day():
    value = TimeValue(timex="X", unit="day", shift=-1, direction="past")
    assert dated(make_report("r1"), clusters=beside_known(value, MONDAY)) == on_day(days_after(1))


def test_last_month_gives_the_month_after():
    value = TimeValue(timex="X", unit="month", shift=-1, direction="past")
    found = dated(make_report("r1"), clusters=beside_known(value, date(2021, 2, 15)))
    assert (found.low, found.high) == (date(2021, 3, 1), date(2021, 3, 31))


def test_weekday_of_another_day_says_nothing():
    assert dated(make_report("r1"), clusters=beside_known(weekday(3, "past"), MONDAY)) == UNKNOWN


def test_report_stays_unknown_when_nothing_bounds_it():
    report = make_report("r1")
    found = date_reports([report], {"r1": make_annotations("r1", times=[weekday(1, "past")])}, [])["r1"]
    assert found.published == UNKNOWN
    assert "nothing" in found.basis


def test_event_of_the_same_undated_report_does_not_date_it():
    nodes = [make_node("r1", who=BOTH, time=weekday(1, "past")), make_node("r1", who=BOTH, on=MONDAY, chain=1)]
    assert dated(make_report("r1"), clusters=[nodes]) == UNKNOWN


def test_dates_wider_than_a_month_do_not_date_a_report():
    nodes = [
        make_node("r1", who=BOTH, time=weekday(1, "past")),
        make_node("r2", who=BOTH, on=in_year(2021), time=TimeValue(timex="2021", year=2021)),
    ]
    found = dated(make_report("r1"), clusters=[nodes])
    assert found.low is None or found.high is None


def test_report_lies_between_the_weekdays_it_looks_back_and_forward_to():
    times = [weekday(1, "past"), weekday(4, "future")]
    found = dated(make_report("r1"), times=times, clusters=beside_known(weekday(1, "past"), MONDAY))
    assert found.low is not None
    assert found.high is not None
    assert found.low >= MONDAY
    assert found.high <= days_after(3)


def test_weekdays_do_not_narrow_when_nothing_else_is_known():
    assert dated(make_report("r1"), times=[weekday(1, "past"), weekday(4, "future")]) == UNKNOWN


def test_planned_year_is_no_past_year():
    times = [TimeValue(timex="2030", year=2030)]
    assert dated(make_report("r1"), make_mention(time=0, realis="planned"), times=times) == UNKNOWN


def test_basis_says_what_the_date_rests_on():
    report = make_report("r1")
    cluster = beside_known(weekday(1, "past"), MONDAY)
    reports = [report, make_report("r2", published=MONDAY)]
    found = date_reports(reports, {r: make_annotations(r) for r in ("r1", "r2")}, cluster)
    assert "2021-03-01" in found["r1"].basis


def test_background_told_years_later_does_not_date_another_report():
    cluster = beside_known(weekday(1, "past"), MONDAY)
    reports = [make_report("r1"), make_report("r2", published=days_after(900))]
    found = date_reports(reports, {r: make_annotations(r) for r in ("r1", "r2")}, cluster)
    assert found["r1"].published == UNKNOWN


def test_of_linked_events_that_fall_apart_the_majority_dates_the_report():
    value = TimeValue(timex="X", unit="day", shift=-1, direction="past")
    days = (MONDAY, MONDAY, days_after(9))
    clusters = [
        [make_node("r1", who=BOTH, time=value, chain=i), make_node("r2", who=BOTH, on=day, chain=i)]
        for i, day in enumerate(days)
    ]
    found = dated(make_report("r1"), clusters=clusters)
    assert found == on_day(days_after(1))


def test_linked_events_that_fall_apart_evenly_date_nothing():
    value = TimeValue(timex="X", unit="day", shift=-1, direction="past")
    clusters = [
        [make_node("r1", who=BOTH, time=value, chain=i), make_node("r2", who=BOTH, on=day, chain=i)]
        for i, day in enumerate((MONDAY, days_after(9)))
    ]
    assert dated(make_report("r1"), clusters=clusters) == UNKNOWN


def write(words: str, value: TimeValue) -> tuple:
    """A report that holds the words of one time, and the annotations that know it."""
    text = f"It was signed {words} and has held."
    start = text.index(value.timex)
    mention = TimeMention(span=Span(start=start, end=start + len(value.timex)), type="DATE", value=value, rule="test")
    return make_report("r1", text), replace(make_annotations("r1"), times=(mention,))


@pytest.mark.parametrize(
    ("words", "value", "low"),
    [
        ("in 2014", TimeValue(timex="2014", year=2014, direction="past"), date(2014, 1, 1)),
        ("under the 2022 pact", TimeValue(timex="2022", year=2022, direction="past"), None),
        ("on 3 May 2021", TimeValue(timex="3 May 2021", year=2021, month=5, day=3, direction="past"), date(2021, 5, 3)),
        ("for 3 May 2021", TimeValue(timex="3 May 2021", year=2021, month=5, day=3, direction="future"), None),
    ],
)
def test_a_report_was_not_written_before_what_it_tells_as_past(words, value, low):
    report, notes = write(words, value)
    assert date_reports([report], {"r1": notes}, [])["r1"].published.low == low


def test_weekday_of_a_day_and_month_shows_the_year():
    text = "Begun in 2020, the talks failed on Monday, October 31."
    spans = [(text.index(w), text.index(w) + len(w)) for w in ("2020", "Monday, October 31")]
    values = [
        TimeValue(timex="2020", year=2020, direction="past"),
        TimeValue(timex="XXXX-10-31", month=10, day=31, weekday=1, direction="past"),
    ]
    times = tuple(
        TimeMention(span=Span(start=a, end=b), type="DATE", value=v, rule="test")
        for (a, b), v in zip(spans, values, strict=True)
    )
    notes = replace(make_annotations("r1"), times=times)
    found = date_reports([make_report("r1", text)], {"r1": notes}, [])["r1"]
    assert found.published.low == date(2022, 10, 31)
    assert "first in 2022" in found.basis


def story_of(*scores: tuple[str, float]) -> Storyline:
    """Reports of one story with r1, each with its likeness to r1."""
    links = tuple(
        Link(
            kind="story",
            left_id="r1",
            right_id=other,
            judgement="same",
            score=score,
            evidence="words alike",
            decided_by="test",
        )
        for other, score in scores
    )
    return Storyline(stories=(("r1", *(other for other, _ in scores)),), processes=((0,),), links=links)


def near(days: dict[str, date], *scores: tuple[str, float], own: Bounds | None = None):
    reports = [make_report("r1", published=own), *(make_report(r, published=d) for r, d in days.items())]
    notes = {r.report_id: make_annotations(r.report_id) for r in reports}
    return date_reports(reports, notes, [], story_of(*scores))["r1"]


def test_reports_of_one_story_put_an_undated_one_within_days_of_them():
    found = near({"r2": MONDAY, "r3": days_after(1), "r4": days_after(2)}, ("r2", 0.4), ("r3", 0.4), ("r4", 0.4))
    assert (found.published.low, found.published.high) == (days_after(-2), days_after(4))
    assert "story of 3 dated reports" in found.basis
    assert [e.verdict for e in found.evidence] == ["used"]


def test_reports_of_one_story_that_are_weeks_apart_date_nothing():
    found = near({"r2": MONDAY, "r3": days_after(12)}, ("r2", 0.4), ("r3", 0.4))
    assert found.published == UNKNOWN


def test_reports_little_alike_date_nothing():
    assert near({"r2": MONDAY}, ("r2", 0.1)).published == UNKNOWN


def test_story_that_contradicts_a_reports_own_bounds_is_kept_as_evidence_and_not_followed():
    own = between(days_after(30), None)
    found = near({"r2": MONDAY}, ("r2", 0.5), own=own)
    assert found.published == own
    assert [e.verdict for e in found.evidence] == ["contradicts"]


@pytest.mark.parametrize("bounds", [between(MONDAY, None), between(None, MONDAY), on_day(MONDAY)])
def test_own_partial_date_is_never_widened(bounds):
    found = dated(make_report("r1", published=bounds), clusters=beside_known(weekday(1, "past"), MONDAY))
    assert found.low is None or bounds.low is None or found.low >= bounds.low
    assert found.high is None or bounds.high is None or found.high <= bounds.high


@given(st.integers(1, 7), st.integers(0, 6), st.integers(0, 6))
def test_true_day_of_writing_is_always_left_possible(day, event_back, event_ahead):
    written = days_after(30 + day)
    past, ahead = days_after(30 + day - event_back), days_after(30 + day + event_ahead)
    clusters = [
        [make_node("r1", who=BOTH, time=weekday(past.isoweekday(), "past")), make_node("r2", who=BOTH, on=past)],
        [
            make_node("r1", who=BOTH, chain=1, realis="planned", time=weekday(ahead.isoweekday(), "future")),
            make_node("r2", who=BOTH, chain=1, on=ahead, realis="planned"),
        ],
    ]
    found = dated(make_report("r1"), clusters=clusters)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= written <= found.high


def test_open_publication_is_given_on_as_it_is():
    found = date_reports([make_report("r1")], {"r1": make_annotations("r1")}, [])
    assert found["r1"].published == UNKNOWN


@pytest.mark.parametrize(
    ("times", "first", "last"),
    [
        ([weekday(1, "past")], 0, 1),
        ([weekday(1, "future")], -1, 0),
        ([weekday(7, "past"), weekday(2, "future")], -1, 1),
        ([weekday(3, "past"), weekday(5, "future")], -1, 1),
        ([], -1, 1),
    ],
    ids=["said of the past", "of the future", "near from all days", "far from all days", "none said"],
)
def test_of_three_days_words_are_of_those_on_which_bare_weekdays_are_near(times, first, last):
    stated = between(days_after(-1), days_after(1))
    report = make_report("r1", published=stated)
    found = date_reports([report], {"r1": make_annotations("r1", times=times)}, [])["r1"]
    assert found.published == stated
    assert (found.anchor.low, found.anchor.high) == (days_after(first), days_after(last))


@pytest.mark.parametrize(("said", "low"), [("May 3, 2023", date(2023, 5, 3)), ("May 4, 2023", None)])
def test_day_of_a_dateline_is_of_the_year_in_which_the_text_tells_it(said, low):
    text = f"KELVA, May 3 (Orb) - The bridge is to close on {said}."
    values = {
        "May 3": TimeValue(timex="XXXX-05-03", month=5, day=3),
        said: TimeValue(timex="2023", year=2023, month=5, day=int(said[4]), direction="future"),
    }
    times = tuple(
        TimeMention(span=Span(start=text.rindex(w), end=text.rindex(w) + len(w)), type="DATE", value=v, rule="test")
        if w == said
        else TimeMention(span=Span(start=text.index(w), end=text.index(w) + len(w)), type="DATE", value=v, rule="test")
        for w, v in values.items()
    )
    report = replace(make_report("r1", text), dateline="KELVA, May 3 (Orb) -")
    found = date_reports([report], {"r1": replace(make_annotations("r1"), times=times)}, [])["r1"]
    assert found.published.low == low


def opens_with(said: int, *, cue: int = 40) -> Bounds:
    """An undated report of the week from MONDAY on, in which somebody spoke on a past weekday."""
    notes = make_annotations("r1", times=[weekday(said, "past")])
    spoken = StatementMention(
        sentence=Span(start=0, end=cue + 4),
        cue=Span(start=cue, end=cue + 4),
        contents=(Span(start=0, end=cue - 1),),
        kind="indirect",
        position="state",
        time=0,
    )
    clusters = beside_known(weekday(1, "past"), MONDAY)
    reports = [make_report("r1"), make_report("r2", published=MONDAY)]
    annotations = {"r1": replace(notes, statements=(spoken,)), "r2": make_annotations("r2")}
    return date_reports(reports, annotations, clusters)["r1"].published


def test_report_that_opens_with_what_was_said_on_a_weekday_is_of_the_days_after():
    assert opens_with(3) == between(days_after(2), days_after(4))


def test_what_is_said_far_down_in_a_report_dates_nothing():
    assert opens_with(3, cue=5000) == between(MONDAY, days_after(6))
