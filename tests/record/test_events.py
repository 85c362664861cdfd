"""Canonical events: what is shown at all, realis over time, date, place, roles and origins."""

from dataclasses import replace

import pytest
from links.factory import LOOKUP, MONDAY, days_after, make_node
from record.factory import bases_of, make_event, make_lineage, make_record_events

from variorum.record.events import is_own, make_events, type_told
from variorum.schema.annotations import PartyMention
from variorum.schema.dates import UNKNOWN, in_month, on_day
from variorum.schema.linked import Copy
from variorum.schema.quantities import Quantity
from variorum.schema.reports import Span

BOTH = ("Arland", "Borduria")
NINE = Quantity(low=9, best=9, high=9)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("planned", "happened"), "happened"),
        (("planned", "called_off"), "called_off"),
        (("alleged", "planned"), "alleged"),
        (("ongoing", "planned"), "ongoing"),
        (("planned", "planned"), "planned"),
    ],
)
def test_realis_is_how_it_came_out(told, expected):
    nodes = [make_node(f"r{i}", who=BOTH, at="Old Ford", on=MONDAY, realis=r) for i, r in enumerate(told, start=1)]
    assert make_event(*nodes).realis == expected


def test_planned_meeting_is_an_agreement_to_meet():
    assert make_event(make_node(who=BOTH, on=MONDAY, realis="planned")).type == "AGREE"
    assert make_event(make_node(who=BOTH, on=MONDAY)).type == "CONSULT"


@pytest.mark.parametrize(
    "node",
    [
        make_node(),
        make_node(definite=True),
        make_node(who=("Arland",)),
        make_node(kind="ACCUSE", concept="accusation", who=("Arland",), role="actor"),
        make_node(who=BOTH, realis="hypothetical"),
        make_node(who=BOTH, realis="habitual"),
    ],
)
def test_nothing_is_shown_when_too_little_is_said(node):
    assert make_record_events([node]) == ()


@pytest.mark.parametrize(
    "node",
    [
        make_node(who=BOTH),
        make_node(concept="clash", kind="ASSAULT", figures=[("killed", NINE)]),
        make_node(concept="attack", kind="ASSAULT", roles=[("actor", "Arland"), ("recipient", "Borduria")]),
        make_node(who=("Arland",), on=MONDAY),
        make_node(at="Old Ford", main=True),
        make_node(who=BOTH, realis="planned"),
    ],
)
def test_event_is_shown_when_it_can_be_known_by_what_is_said(node):
    assert len(make_record_events([node])) == 1


def test_date_is_what_most_origins_leave_possible():
    nodes = [
        make_node("r1", who=BOTH, on=MONDAY),
        make_node("r2", who=BOTH, on=in_month(2021, 3)),
        make_node("r3", who=BOTH, on=days_after(1)),
    ]
    assert make_event(*nodes).date in (on_day(MONDAY), on_day(days_after(1)))
    agreed = [*nodes[:2], make_node("r3", who=BOTH, on=MONDAY), make_node("r4", who=BOTH, on=days_after(1))]
    assert make_event(*agreed).date == on_day(MONDAY)


def test_copies_do_not_outvote_independent_dates():
    lineage = make_lineage({"r1": "agency", "r2": "agency", "r3": "agency"})
    nodes = [make_node(r, who=BOTH, on=MONDAY) for r in ("r1", "r2", "r3")] + [
        make_node(r, who=BOTH, on=days_after(1)) for r in ("r4", "r5")
    ]
    assert make_event(*nodes, lineage=lineage).date == on_day(days_after(1))


def test_stated_date_comes_before_inherited():
    nodes = [make_node("r1", who=BOTH, on=MONDAY, basis="inherited"), make_node("r2", who=BOTH, on=days_after(1))]
    event = make_event(*nodes)
    assert (event.date, event.date_basis) == (on_day(days_after(1)), "stated")


def test_undated_event_stays_undated():
    event = make_event(make_node(who=BOTH, at="Old Ford"))
    assert (event.date, event.date_basis) == (UNKNOWN, None)


def test_origins_are_groups_of_reports():
    lineage = make_lineage({"r1": "agency", "r2": "agency"})
    event = make_event(*(make_node(r, who=BOTH) for r in ("r1", "r2", "r3")), lineage=lineage)
    assert event.origins == (("r1", "r2"), ("r3",))


def test_leader_stands_for_the_state():
    event = make_event(make_node("r1", who=("Ada", "Boris")), make_node("r2", who=BOTH))
    assert {e for _, e in event.roles} == {"Ada", "Boris"}


def test_mediator_stays_apart_from_the_parties():
    event = make_event(
        make_node("r1", who=BOTH, roles=[("mediator", "Cassia")]), make_node("r2", who=(*BOTH, "Cassia"))
    )
    assert ("mediator", "Cassia") in event.roles
    assert ("participant", "Cassia") not in event.roles


def test_events_are_in_order_of_date_and_undated_ones_last():
    found = make_record_events(
        [make_node("r1", who=BOTH, chain=0)],
        [make_node("r1", who=BOTH, on=days_after(9), chain=1)],
        [make_node("r1", who=BOTH, on=MONDAY, chain=2)],
    )
    assert [e.date.low for e in found] == [MONDAY, days_after(9), None]


def test_id_does_not_depend_on_the_order_of_reports():
    nodes = [make_node(r, who=BOTH, at="Old Ford") for r in ("r1", "r2", "r3")]
    assert make_event(*nodes).event_id == make_event(*reversed(nodes)).event_id


def test_salience_grows_with_reports_and_stays_in_bounds():
    few, many = (
        make_event(make_node("r1", who=BOTH)),
        make_event(*(make_node(f"r{i}", who=BOTH, main=True) for i in range(1, 9))),
    )
    assert 0 < few.salience < many.salience <= 1


def test_type_is_what_most_reports_tell():
    words = [("MOBILIZE", "troop_deployment"), ("ASSAULT", "invasion"), ("ASSAULT", "invasion")]
    nodes = [make_node(f"r{i}", kind=k, concept=c, who=BOTH, on=MONDAY) for i, (k, c) in enumerate(words, start=1)]
    made = make_event(*nodes)
    assert made.type == "ASSAULT"
    assert {m.concept for m in made.telling} == {"invasion"}
    assert make_event(*nodes[:2]).type == make_event(*reversed(nodes[:2])).type


def test_place_is_that_of_the_story_where_no_report_tells_one():
    told, undated = make_node(who=BOTH, on=MONDAY), replace(make_node("r2", who=BOTH, on=MONDAY), scenes=("Port Vell",))
    assert make_event(told, undated).place_id == "Port Vell"


def test_a_place_told_outvotes_a_scene():
    nodes = [make_node(f"r{i}", who=BOTH, at="Old Ford", on=MONDAY) for i in (1, 2)]
    scene = replace(make_node("r3", who=BOTH, on=MONDAY), scenes=("Port Vell",))
    assert make_event(*nodes, scene).place_id == "Old Ford"


# Copies have no vote


def copied_from(original: str, *copies: str):
    """A lineage in which reports are copies of one, in all their words."""
    whole = Span(start=0, end=1000)
    rows = [
        Copy(
            report_id=r, span=whole, origin_id="o1", of_report_id=original, of_span=whole, similarity=1.0, basis="date"
        )
        for r in copies
    ]
    return replace(make_lineage(), copies=tuple(rows))


def at(report: str, place: str, *, told: int = 0):
    node = make_node(report, who=BOTH, at=place, on=MONDAY)
    return replace(node, published=on_day(days_after(told)))


def test_copies_do_not_outvote_what_others_tell_of_a_place():
    nodes = [
        at("r1", "Old Ford"),
        at("r2", "Old Ford"),
        at("r3", "Port Vell"),
        at("r4", "Port Vell"),
        at("r5", "Port Vell"),
    ]
    assert make_event(*nodes).place_id == "Port Vell"
    assert make_event(*nodes, lineage=copied_from("r3", "r4", "r5")).place_id == "Old Ford"


def test_event_that_copies_alone_tell_is_what_they_tell():
    assert (
        make_event(at("r2", "Port Vell"), at("r3", "Port Vell"), lineage=copied_from("r1", "r2", "r3")).place_id
        == "Port Vell"
    )


def test_words_beside_the_copied_ones_are_a_reports_own():
    node = make_node("r2", who=BOTH)
    assert is_own(node, {"r2": [Span(start=500, end=600)]})
    assert not is_own(node, {"r2": [Span(start=0, end=400)]})


def test_story_of_an_event_that_two_tell_as_often_is_that_of_who_told_it_first():
    lineage, stories = make_lineage(), {"r1": "a", "r2": "b"}
    for first, second in (("r1", "r2"), ("r2", "r1")):
        nodes = [at(first, "Port Vell"), at(second, "Port Vell", told=1)]
        (event,) = make_events([nodes], LOOKUP, lineage, stories, bases_of(lineage))
        assert event.story_id == stories[first]


def test_of_two_days_told_as_often_the_one_told_first_is_shown():
    later = days_after(1)
    nodes = {r: make_node(r, who=BOTH, on=on) for r, on in (("r1", MONDAY), ("r2", later))}
    for first, shown in (("r1", MONDAY), ("r2", later)):
        told = [replace(n, published=on_day(days_after(2 if r == first else 3))) for r, n in nodes.items()]
        assert make_event(*told).date == on_day(shown)


def with_party(node, *parties, voice="own"):
    """A node whose mention has participants in words."""
    words = tuple(PartyMention(role=r, span=Span(start=0, end=1), kind=k, head=h) for r, k, h in parties)
    return replace(node, mentions=tuple(replace(m, parties=words, voice=voice) for m in node.mentions))


INQUIRY = make_node(kind="ACCUSE", concept="investigation", who=("Arland",), role="actor")
ASKED = make_node(kind="REQUEST", concept="demand", who=("Arland",), role="recipient")
TALK = make_node(kind="ACCUSE", concept="condemnation", who=("Arland",), role="recipient")


@pytest.mark.parametrize(
    "node",
    [
        with_party(INQUIRY, ("recipient", "person", "pilot")),
        with_party(ASKED, ("actor", "organization", "ministry")),
        make_node(kind="NONE", concept="act_of_towing"),
    ],
)
def test_event_is_shown_when_one_side_is_told_in_words(node):
    assert len(make_record_events([node])) == 1


def test_event_is_not_shown_when_anybody_says_it_of_somebody():
    assert make_record_events([with_party(TALK, ("actor", "people", "critic"))]) == ()


def test_signing_of_an_accord_is_told_as_the_accord():
    signings = [make_node(r, "signing", "SUPPORT") for r in ("r1", "r2")]
    assert type_told([*signings, make_node("r3", "ceasefire", "AGREE")]) == "AGREE"
    assert type_told(signings) == "SUPPORT"
