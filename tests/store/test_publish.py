"""Publication: all or nothing, nothing lost, nothing false."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest
from store.factory import TEXT, evidence, row, run_row, whole_record
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import InputError, IntegrityError
from variorum.schema.tables import TABLES
from variorum.store import append_decision, create_record, open_reader, publish


def contents(path):
    with open_reader(path) as reader:
        return {table.name: reader.rows(table.name) for table in TABLES}


def ruling(decision_id="j1", **values):
    return (
        row("decisions", decision_id=decision_id, kind="same", left_id="e1", right_id="e2", reason="one man") | values
    )


def test_record_holds_what_was_published(record):
    held = contents(record)
    assert [r["event_id"] for r in held["events"]] == ["v1"]
    assert held["runs"][0]["run_id"] == "b1"
    assert held["runs"][0]["finished_at"].endswith("+00:00")
    assert held["retired"] == []


def test_nothing_lies_beside_the_record_when_published(record):
    assert [p.name for p in record.parent.iterdir()] == [record.name]


def test_rows_are_retired_when_a_later_build_lacks_them(record):
    tables = whole_record()
    tables["events"].append(row("events", event_id="v2", realis="planned"))
    tables["evidence"].append(evidence("x3", "v2", "envoy"))
    publish(record, tables, run=run_row("b2"))
    publish(record, whole_record(), run=run_row("b3"))
    retired = contents(record)["retired"]
    assert [(r["table_name"], r["item_key"], r["run_id"]) for r in retired] == [
        ("events", "v2", "b3"),
        ("evidence", "x3", "b3"),
    ]
    assert json.loads(retired[0]["row"])["realis"] == "planned"


def test_retired_accumulates_and_repeats_no_key(record):
    empty = {"reports": whole_record()["reports"]}
    for run_id in ("b2", "b1", "b2"):
        publish(record, empty if run_id == "b2" else whole_record(), run=run_row(run_id))
    retired = contents(record)["retired"]
    keys = [(r["table_name"], r["item_key"], r["run_id"]) for r in retired]
    assert len(set(keys)) == len(keys)
    assert ("events", "v1", "b2") in keys
    assert [r["run_id"] for r in contents(record)["runs"]] == ["b1", "b2"]


def test_composite_keys_with_nulls_are_kept_apart(record):
    tables = whole_record()
    tables["instrument_statuses"] = [
        row("instrument_statuses", instrument_id="i1", status="agreed", event_id=None),
        row("instrument_statuses", instrument_id="i1", status="agreed", event_id="v1"),
    ]
    publish(record, tables, run=run_row("b2"))
    tables["instrument_statuses"].pop()
    publish(record, tables, run=run_row("b3"))
    assert [r["item_key"] for r in contents(record)["retired"]] == ["i1|agreed|v1"]


def test_decisions_stay_when_a_build_does_not_know_them(record):
    append_decision(record, ruling())
    append_decision(record, ruling())
    publish(record, whole_record(), run=run_row("b2"))
    held = contents(record)
    assert [r["decision_id"] for r in held["decisions"]] == ["j1"]
    assert held["retired"] == []


def test_decisions_are_updated_when_a_build_gives_them_back(record):
    append_decision(record, ruling(status="live"))
    publish(record, whole_record() | {"decisions": [ruling(status="stale")]}, run=run_row("b2"))
    assert [r["status"] for r in contents(record)["decisions"]] == ["stale"]


def test_decision_without_reason_is_refused(record):
    with pytest.raises(InputError, match="reason"):
        append_decision(record, ruling(reason=""))
    with pytest.raises(IntegrityError, match="columns missing"):
        append_decision(record, {"decision_id": "j1", "reason": "x"})


def _break(change):
    tables = whole_record()
    change(tables)
    return tables


def relation(relation_id, event_id, other_event_id):
    return row(
        "event_relations",
        relation_id=relation_id,
        relation="follows",
        event_id=event_id,
        other_event_id=other_event_id,
        rule="relation_words.v1",
        basis="words",
        n_reports=1,
    )


def _relate(tables, *relations):
    """Add relations with their words, and the events v2 and v3."""
    for number, event in enumerate(("v2", "v3")):
        tables["events"].append(row("events", event_id=event, label="talks", type="CONSULT", realis="happened"))
        tables["evidence"].append(evidence(f"y{number}", event, "met the southern delegation"))
    for number, made in enumerate(relations):
        tables["evidence"].append(evidence(f"z{number}", made["relation_id"], "met"))
    tables["event_relations"] = list(relations)


FAULTS = {
    "columns missing": lambda t: t["events"][0].pop("label"),
    "unknown \\['mood'\\]": lambda t: t["events"][0].update(mood="calm"),
    "two rows have the key v1": lambda t: t["events"].append(t["events"][0]),
    "a row has no event_id": lambda t: t["events"].append(row("events", realis="planned")),
    "events.realis holds 'maybe'": lambda t: t["events"][0].update(realis="maybe"),
    "are not its quote": lambda t: t["evidence"][0].update(quote="met the northern delegation"),
    "is outside report": lambda t: t["evidence"][0].update(end_char=len(TEXT) + 1),
    "which is not there": lambda t: t["evidence"][0].update(report_id="r9"),
    "which is no row": lambda t: t["evidence"][0].update(item_id="v9"),
    "leads to no claim": lambda t: t["finding_claims"].clear(),
    "rests on claim c9": lambda t: t["finding_claims"][0].update(claim_id="c9"),
    "claim c1 .* has no evidence": lambda t: t["evidence"].pop(),
    "events: v2 has no evidence": lambda t: t["events"].append(row("events", event_id="v2", realis="planned")),
    "labels: l1 has no evidence": lambda t: t.update(labels=[row("labels", label_id="l1", voice="own")]),
    "figures: f1 has no evidence": lambda t: t.update(
        figures=[row("figures", figure_id="f1", qualifier="exact", scope="event", realis="happened", basis="number")]
    ),
    "value '5' has no evidence": lambda t: t.update(
        disagreement_values=[
            row("disagreement_values", disagreement_id="d1", value="5", report_id="r1", evidence_id="x9")
        ]
    ),
    "relations: k1 has no evidence": lambda t: t.update(event_relations=[relation("k1", "v1", "v1")]),
    "is of event v9, which is not there": lambda t: _relate(t, relation("k1", "v1", "v9")),
    "between events that are one": lambda t: _relate(t, relation("k1", "v1", "v1")),
    "that another relation has": lambda t: _relate(t, relation("k1", "v1", "v2"), relation("k2", "v2", "v1")),
    "is part of a circle": lambda t: _relate(
        t, relation("k1", "v1", "v2"), relation("k2", "v2", "v3"), relation("k3", "v3", "v1")
    ),
    "event_relations.relation holds 'causes'": lambda t: _relate(
        t, relation("k1", "v1", "v2") | {"relation": "causes"}
    ),
    "column n_reports": lambda t: t["events"][0].update(n_reports="several"),
    "column published_low": lambda t: t["reports"][0].update(published_low="in May"),
    "table runs is not one": lambda t: t.update(runs=[]),
    "table moods is not one": lambda t: t.update(moods=[]),
}


@pytest.mark.parametrize("words", FAULTS)
def test_nothing_is_written_when_a_promise_would_break(record, tmp_path, words):
    before = contents(record)
    with pytest.raises(IntegrityError, match=words) as caught:
        publish(record, _break(FAULTS[words]), run=run_row("b2"))
    assert "\n" not in str(caught.value)
    assert contents(record) == before
    with pytest.raises(IntegrityError):
        publish(tmp_path / "new.variorum", _break(FAULTS[words]), run=run_row())
    assert [p.name for p in tmp_path.iterdir()] == [record.name]


def test_finding_may_rest_on_a_decision_when_decided(record):
    tables = _break(lambda t: t["finding_claims"].clear())
    tables["findings"][0]["status"] = "decided"
    with pytest.raises(IntegrityError, match="leads to no claim"):
        publish(record, tables, run=run_row("b2"))
    publish(record, tables | {"decisions": [ruling()]}, run=run_row("b2"))
    assert contents(record)["findings"][0]["status"] == "decided"


@pytest.mark.parametrize("fresh", [False, True])
def test_other_files_are_not_overwritten(tmp_path, fresh):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir, this is longer than twelve bytes.")
    foreign = tmp_path / "foreign.db"
    duckdb.connect(str(foreign)).execute("CREATE TABLE customers (id BIGINT)").close()
    for path in (letter, foreign, tmp_path):
        with pytest.raises(InputError):
            publish(path, whole_record(), run=run_row(), fresh=fresh)
    assert letter.read_text().startswith("Dear Sir")
    with pytest.raises(InputError, match="is not a folder"):
        publish(tmp_path / "none" / "r.variorum", whole_record(), run=run_row(), fresh=fresh)


def test_older_record_is_replaced_only_when_fresh(tmp_path):
    path = tmp_path / "old.variorum"
    create_record(path)
    with duckdb.connect(str(path)) as db:
        db.execute("INSERT INTO runs (run_id, contract) VALUES ('b0', 0)")
    with pytest.raises(InputError, match="older record"):
        publish(path, whole_record(), run=run_row())
    publish(path, whole_record(), run=run_row(), fresh=True)
    assert [r["run_id"] for r in contents(path)["runs"]] == ["b1"]


@settings(max_examples=8, deadline=None)
@given(order=st.permutations(range(12)))
def test_record_is_the_same_when_rows_come_in_another_order(tmp_path_factory, order):
    folder = tmp_path_factory.mktemp("order")
    names = [row("entity_names", entity_id=f"e{i % 3}", name=f"name {i}", n_mentions=i) for i in range(12)]
    publish(folder / "a.variorum", {"entity_names": names}, run=run_row())
    publish(folder / "b.variorum", {"entity_names": [names[i] for i in order]}, run=run_row())
    read = []
    for path in sorted(folder.iterdir()):
        with open_reader(path) as reader:
            read.append(reader.query("SELECT * FROM entity_names"))
    assert read[0] == read[1]


LOOP = """
import sys
sys.path.insert(0, sys.argv[2])
from store.factory import run_row, whole_record
from variorum.store import publish
n = 0
while True:
    n += 1
    tables = whole_record()
    tables["entity_names"] = [dict(entity_id=f"e{i}", name=f"{n}", n_mentions=n) for i in range(3000)]
    publish(sys.argv[1], tables, run=run_row(f"b{n}"))
    print(n, flush=True)
"""


@pytest.mark.parametrize("after", [0.0, 0.01, 0.04])
def test_last_good_record_stands_when_a_build_is_killed(tmp_path, after):
    path = tmp_path / "killed.variorum"
    writer = subprocess.Popen(
        [sys.executable, "-c", LOOP, str(path), str(Path(__file__).parents[1])],
        stdout=subprocess.PIPE,
        text=True,
    )
    seen = [int(writer.stdout.readline()) for _ in range(2)]
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    with open_reader(path) as reader:
        numbers = reader.query("SELECT n_mentions, count(*) AS n FROM entity_names GROUP BY 1")
        runs = {r["run_id"] for r in reader.rows("runs")}
    assert len(numbers) == 1
    assert numbers[0]["n"] == 3000
    assert numbers[0]["n_mentions"] >= seen[-1]
    assert f"b{numbers[0]['n_mentions']}" in runs
    publish(path, whole_record(), run=run_row("after"))
