"""Versions of one report: which reports they are, in which order, and which one counts."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from links.factory import MONDAY, days_after, make_report

from variorum.links.versions import find_versions, superseded
from variorum.schema.dates import on_day
from variorum.schema.reports import Part, Span

LEAD = "Gunmen crossed the river at dawn and took two posts near Ostvik."
TOLL = "The ministry in Kelva put the dead at twelve."
LATER_TOLL = "The ministry in Kelva now puts the dead at fifteen."
TALKS = "Talks that were to open in Marn on Friday were put off."
ADDRESS = "https://kelva-herald.example/world/posts-taken"


def told(
    report_id, *sentences, url=None, source="Kelva Herald", title="Posts taken at the river", updated=None, **more
):
    report = make_report(report_id, " ".join(sentences), source=source, title=title, **more)
    return replace(report, source=source, url=url, **({"updated": on_day(updated)} if updated else {}))


def test_later_change_at_one_address_supersedes_the_earlier():
    first = told("r1", LEAD, TOLL, TALKS, url=ADDRESS, published=MONDAY)
    second = told("r2", LEAD, LATER_TOLL, TALKS, url=ADDRESS, published=MONDAY, updated=days_after(1))
    found = {v.report_id: v for v in find_versions([second, first])}
    assert (found["r1"].superseded_by, found["r2"].superseded_by) == ("r2", None)
    assert {v.version_of for v in found.values()} == {"r1"}
    assert found["r1"].basis == "the same address"


def test_three_versions_stand_in_order_of_time_and_the_last_one_counts():
    made = [
        told("r3", LEAD, TOLL, url=ADDRESS, published=MONDAY),
        told("r1", LEAD, TOLL, TALKS, url=ADDRESS, published=MONDAY, updated=days_after(2)),
        told("r2", LEAD, LATER_TOLL, url=ADDRESS, published=MONDAY, updated=days_after(1)),
    ]
    assert superseded(find_versions(made)) == {"r3": "r1", "r2": "r1"}


def test_time_of_day_orders_versions_of_one_day():
    morning = replace(told("r9", LEAD, TOLL, published=MONDAY), published_time="2021-03-01T07:10:00+02:00")
    evening = replace(told("r1", LEAD, LATER_TOLL, published=MONDAY), published_time="2021-03-01T19:40:00+02:00")
    assert superseded(find_versions([morning, evening])) == {"r9": "r1"}


def test_same_headline_and_half_the_words_are_one_report():
    found = find_versions([told("r1", LEAD, TOLL, published=MONDAY), told("r2", LEAD, LATER_TOLL, published=MONDAY)])
    assert {v.basis.split(";")[0] for v in found} == {"the same source and headline"}
    assert "which came later is not known" in found[0].basis


def test_where_nothing_tells_the_order_the_longer_one_counts():
    short, long = told("r1", LEAD, TOLL), told("r0", LEAD, TOLL, TALKS)
    assert superseded(find_versions([short, long])) == {"r1": "r0"}


@pytest.mark.parametrize(
    "other",
    [
        told("r2", LEAD, TOLL, TALKS, source="Marn Courier"),
        told("r2", LEAD, TOLL, TALKS, source="Marn Courier", url=ADDRESS),
        told("r2", LEAD, TOLL, TALKS, published=days_after(9)),
        told("r2", "Nothing is known of the two posts and the river.", "The town waits.", title="Ostvik waits"),
        told("r2", LEAD, "Fuel was short in three of the towns on the coast.", title="Fuel is short", published=MONDAY),
    ],
    ids=[
        "another source",
        "another source's page that names the address",
        "nine days later",
        "other words",
        "one sentence alike under another headline",
    ],
)
def test_what_is_no_version(other):
    assert find_versions([told("r1", LEAD, TOLL, TALKS, url=ADDRESS, published=MONDAY), other]) == ()


def test_reports_of_no_known_source_are_versions_only_at_one_address():
    apart = [told("r1", LEAD, TOLL, source=None), told("r2", LEAD, TOLL, source=None)]
    assert find_versions(apart) == ()
    at_one = [replace(report, url=ADDRESS) for report in apart]
    assert len(find_versions(at_one)) == 2


def test_one_address_with_new_words_is_no_version():
    front = told("r1", LEAD, TOLL, url=ADDRESS, title="Today")
    later = told(
        "r2", "The harvest is in, and prices fell.", "Rain is forecast for the week.", url=ADDRESS, title="Today"
    )
    assert find_versions([front, later]) == ()


@pytest.mark.parametrize(
    "address",
    [
        "http://www.kelva-herald.example/world/posts-taken/",
        "https://m.kelva-herald.example/world/posts-taken",
        "https://amp.kelva-herald.example/world/posts-taken",
        "https://kelva-herald.example/amp/world/posts-taken",
        "https://kelva-herald.example/world/posts-taken/amp/",
        "https://kelva-herald.example/world/posts-taken?amp=1",
    ],
)
def test_page_for_telephones_has_the_address_of_the_page(address):
    page = told("r1", LEAD, TOLL, TALKS, url=ADDRESS, published=MONDAY)
    other = told("r2", LEAD, LATER_TOLL, url=address, title="Twelve dead", published=MONDAY, updated=days_after(1))
    assert superseded(find_versions([page, other])) == {"r1": "r2"}


def test_other_pages_of_a_host_are_other_addresses():
    page = told("r1", LEAD, TOLL, TALKS, url="https://kelva-herald.example/amp")
    other = told("r2", LEAD, LATER_TOLL, url="https://kelva-herald.example/champ", title="Twelve dead")
    assert find_versions([page, other]) == ()


def test_retraction_in_other_words_supersedes_what_stood_at_its_address():
    first = told("r1", LEAD, TOLL, url=ADDRESS, published=MONDAY)
    taken_back = told("r2", "Our report of Monday was wrong and is withdrawn.", url=ADDRESS, updated=days_after(1))
    part = Part(kind="retraction", span=Span(start=0, end=48))
    retraction = replace(taken_back, title="Withdrawn", parts=(part,))
    assert superseded(find_versions([first, retraction])) == {"r1": "r2"}
    assert find_versions([first, replace(retraction, url=f"{ADDRESS}-2")]) == ()


def test_set_phrase_of_one_source_brings_no_reports_together():
    notice = "Write to the desk if you know more about what happened here."
    reports = [
        told(f"r{i:02}", f"Town number {i} had its market day, as in every year.", notice, title=f"Market {i}")
        for i in range(60)
    ]
    assert find_versions(reports) == ()


@given(st.permutations(range(4)))
def test_order_given_does_not_matter(order):
    made = [
        told(f"r{i}", LEAD, TOLL if i % 2 else LATER_TOLL, TALKS, published=date(2021, 3, 1 + i // 2)) for i in range(4)
    ]
    assert find_versions([made[i] for i in order]) == find_versions(made)
