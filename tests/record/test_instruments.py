"""Agreements and ceasefires with their status, read off events."""

import json

import pytest
from links.factory import MONDAY, days_after, make_node
from record.factory import make_event

from variorum.record.instruments import find_instruments

BOTH = ("Arland", "Borduria")
TEXTS = {f"r{i}": "ceasefire of Monday between the two neighbours, signed in Old Ford" for i in range(1, 4)}


def found(concept: str, kind: str = "AGREE", *, realis: str = "happened", day: int = 0):
    node = make_node(
        "r1",
        concept,
        kind,
        who=BOTH if kind == "AGREE" else (),
        roles=[] if kind == "AGREE" else [("actor", "Arland"), ("recipient", "Borduria")],
        on=days_after(day),
        realis=realis,
    )
    return find_instruments([make_event(node)], TEXTS)


@pytest.mark.parametrize(
    ("concept", "kind", "name"),
    [
        ("ceasefire", "AGREE", "ceasefire"),
        ("peace_agreement", "AGREE", "agreement"),
        ("truce", "AGREE", "ceasefire"),
        ("treaty", "AGREE", "treaty"),
    ],
)
def test_agreement_makes_an_instrument_of_its_kind(concept, kind, name):
    (instrument,), (status,), _ = found(concept, kind)
    assert instrument["kind"] == name
    assert status["status"] == "agreed"
    assert (status["date_low"], status["date_high"]) == (MONDAY, MONDAY)
    assert json.loads(instrument["parties"]) == ["Arland", "Borduria"]


def test_planned_agreement_is_only_proposed():
    _, (status,), _ = found("peace_agreement", realis="planned")
    assert status["status"] == "proposed"


def test_broken_ceasefire_is_violated():
    _, (status,), _ = found("ceasefire_violation", "ASSAULT")
    assert status["status"] == "violated"


@pytest.mark.parametrize(
    ("concept", "kind"), [("meeting", "CONSULT"), ("attack", "ASSAULT"), ("agreement_to_meet", "CONSULT")]
)
def test_other_events_make_no_instrument(concept, kind):
    node = make_node("r1", concept, kind, who=BOTH, roles=[("actor", "Arland"), ("recipient", "Borduria")], on=MONDAY)
    assert find_instruments([make_event(node)], TEXTS)[0] == []


def test_agreement_that_was_called_off_is_not_agreed():
    node = make_node("r1", "peace_agreement", "AGREE", who=BOTH, on=MONDAY, realis="called_off")
    _, statuses, _ = find_instruments([make_event(node)], TEXTS)
    assert all(row["status"] not in ("agreed", "implemented") for row in statuses)


def test_signing_and_violation_of_one_ceasefire_are_one_instrument():
    signed = make_event(make_node("r1", "ceasefire", "AGREE", who=BOTH, on=MONDAY))
    broken = make_event(
        make_node(
            "r1",
            "ceasefire_violation",
            "ASSAULT",
            roles=[("actor", "Arland"), ("recipient", "Borduria")],
            on=days_after(3),
            chain=1,
        )
    )
    instruments, statuses, _ = find_instruments([signed, broken], TEXTS)
    assert len(instruments) == 1
    assert [row["status"] for row in sorted(statuses, key=lambda r: r["date_low"])] == ["agreed", "violated"]
