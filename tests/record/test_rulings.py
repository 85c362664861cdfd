"""Human rulings: they outrank rules, keep claims visible, and go stale loudly."""

from dataclasses import replace

import pytest
from links.factory import ruling

from variorum.record.rulings import apply_rulings, seen_hash
from variorum.schema.ids import mint


def tables(*, quote: str = "clashes near the bridge", home: str | None = "v1") -> dict:
    return {
        "reports": [{"report_id": "r1", "text": quote}, {"report_id": "r2", "text": "talks"}],
        "mentions": [
            {"mention_id": "m1", "subject_id": home, "report_id": "r1", "start_char": 0, "end_char": len(quote)},
            {"mention_id": "m2", "subject_id": home, "report_id": "r1", "start_char": 0, "end_char": len(quote)},
            {"mention_id": "m3", "subject_id": "v2", "report_id": "r2", "start_char": 0, "end_char": 5},
        ],
        "evidence": [{"item_id": "v1", "quote": quote}, {"item_id": "v2", "quote": "talks"}],
        "entities": [{"entity_id": "e1", "name": "Arland", "kind": "country", "country": "ARL", "sector": None}],
        "events": [
            {
                "event_id": e,
                "label": "Clash",
                "type": "ASSAULT",
                "mode": None,
                "realis": "happened",
                "date": None,
                "place_id": None,
            }
            for e in ("v1", "v2")
        ],
        "findings": [
            {
                "finding_id": mint("finding", "v1", "realis"),
                "value": "happened",
                "status": "agreed",
                "rule": "realis.v1",
            }
        ],
        "finding_claims": [{"finding_id": mint("finding", "v1", "realis"), "claim_id": "c1", "side": "supports"}],
    }


def decided(field: str, value: str, **more):
    decision = ruling("set", ["m1", "m2"], [], seen_hash=seen_hash(tables(), ["m1", "m2"]))
    return replace(decision, right_id=None, field=field, value=value, **more)


def event(rows: dict, event_id: str = "v1") -> dict:
    return next(row for row in rows["events"] if row["event_id"] == event_id)


def test_set_value_outranks_the_rule():
    rows, issues = apply_rulings(tables(), [decided("realis", "alleged")])
    assert event(rows)["realis"] == "alleged"
    assert event(rows, "v2")["realis"] == "happened"
    assert issues == []


def test_finding_says_that_a_person_decided_and_keeps_its_claims():
    rows, _ = apply_rulings(tables(), [decided("realis", "alleged")])
    assert rows["findings"][0] | {"finding_id": ""} == {
        "finding_id": "",
        "value": "alleged",
        "status": "decided",
        "rule": "decision",
    }
    assert rows["finding_claims"] == tables()["finding_claims"]


def test_ruling_follows_the_mentions_when_the_id_has_changed():
    moved = tables(home="v2")
    rows, issues = apply_rulings(moved, [decided("label", "Exchange of fire")])
    assert event(rows, "v2")["label"] == "Exchange of fire"
    assert issues == []


def test_ruling_is_stale_when_the_words_have_changed():
    rows, issues = apply_rulings(tables(quote="an attack on the bridge"), [decided("realis", "alleged")])
    assert event(rows)["realis"] == "alleged"
    (issue,) = issues
    assert issue.kind == "stale_decision"
    assert all(word in issue.what for word in ("j1", "reader", "a reader knows"))


def test_ruling_is_stale_and_changes_nothing_when_its_subject_is_gone():
    gone = tables(home=None)
    rows, issues = apply_rulings(gone, [decided("realis", "alleged")])
    assert [row["realis"] for row in rows["events"]] == ["happened", "happened"]
    assert len(issues) == 1


@pytest.mark.parametrize("kind", ["same", "different"])
def test_ruling_on_a_pair_is_stale_only_when_what_was_seen_changed(kind):
    fresh = ruling(kind, ["m1"], ["m3"], seen_hash=seen_hash(tables(), ["m1", "m3"]))
    assert apply_rulings(tables(), [fresh])[1] == []
    assert len(apply_rulings(tables(quote="other words"), [fresh])[1]) == 1


def test_fields_that_may_not_be_set_stay_as_they_are():
    rows, _ = apply_rulings(tables(), [decided("event_id", "v9")])
    assert [row["event_id"] for row in rows["events"]] == ["v1", "v2"]


def test_no_rulings_no_change():
    assert apply_rulings(tables(), []) == (tables(), [])
