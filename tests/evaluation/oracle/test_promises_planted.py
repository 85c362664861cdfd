"""Promises 4, 5 and 6 on planted worlds drawn by seed: the complete record in any order, in batches, with added copies."""

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from cases import CONFIG, export_of, exported
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from variorum import pipeline
from variorum.schema.dates import on_day

SEEDS = st.integers(1, 99)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@cache
def planted(seed):
    """Reports and annotations of a world."""
    from evaluation.oracle.annotations import plant_annotations
    from evaluation.oracle.press import write_press
    from evaluation.oracle.printing import as_report, print_draft
    from evaluation.oracle.world import make_world

    world = make_world(seed)
    printed = [print_draft(draft, seed) for draft in write_press(world)]
    reports = tuple(as_report(one) for one in printed)
    return reports, {one.report_id: plant_annotations(one, world.cast) for one in printed}


@cache
def record(seed):
    """The tables of a world."""
    reports, annotations = planted(seed)
    return pipeline.make_tables(reports, annotations, config=CONFIG)


# 4. Order-free


@settings(QUICK, max_examples=30)
@given(seed=SEEDS, order=st.randoms(use_true_random=False))
def test_order_free_in_planted_worlds(seed, order):
    reports, annotations = planted(seed)
    shuffled = order.sample(reports, len(reports))
    told = {r.report_id: annotations[r.report_id] for r in order.sample(reports, len(reports))}
    assert exported(pipeline.make_tables(shuffled, told, config=CONFIG)) == exported(record(seed))


@pytest.fixture
def built_of_plants(monkeypatch, tmp_path_factory):
    """Builds that read planted reports by the names of empty files, and annotate them as planted."""
    known = {}

    def read_all(inputs, _config, _told):
        return [known[item.file][0] for item in inputs], []

    def build(batches, annotations):
        folder = tmp_path_factory.mktemp("planted")
        for reports in batches:
            known.update({r.file: (r, annotations[r.report_id]) for r in reports})
            for report in reports:
                (folder / report.file).write_text(report.text, encoding="utf-8")
            pipeline.build([folder / r.file for r in reports], out=folder / "planted.variorum")
        return export_of(folder / "planted.variorum")

    monkeypatch.setattr(pipeline, "_read_all", read_all)
    monkeypatch.setattr(pipeline, "annotate", lambda report, config: known[report.file][1])
    return build


@settings(QUICK, max_examples=6)
@given(seed=SEEDS, order=st.randoms(use_true_random=False), cuts=st.integers(1, 3))
def test_order_free_in_batches_of_planted_worlds(built_of_plants, seed, order, cuts):
    reports, annotations = planted(seed)
    shuffled = order.sample(reports, len(reports))
    step = len(shuffled) // (cuts + 1) + 1
    batches = [shuffled[start : start + step] for start in range(0, len(shuffled), step)]
    assert built_of_plants(batches, annotations) == built_of_plants([reports], annotations)


# 6. Disagreement is kept


@QUICK
@given(seed=SEEDS)
def test_disagreement_is_kept_in_planted_worlds(seed):
    tables, sides, held = record(seed), {}, {}
    for row in tables["finding_claims"]:
        sides.setdefault(row["finding_id"], set()).add(row["side"])
    for row in tables["disagreement_values"]:
        held.setdefault(row["disagreement_id"], set()).add((row["value"], row["report_id"]))
    for finding in tables["findings"]:
        status, opposed = finding["status"], "opposes" in sides[finding["finding_id"]]
        assert (status == "single_origin") <= (finding["n_origins"] == 1)
        assert (status == "agreed") <= (finding["n_origins"] > 1)
        assert opposed <= (status == "disputed")
    assert [d["summary"] for d in tables["disagreements"] if len(held.get(d["disagreement_id"], ())) < 2] == []


# 5. Copies are not witnesses, and part or silence no disagreement


def with_copy(seed, number, *, first, later):
    """The world with a copy of one report by another outlet; its id comes first or last of all."""
    reports, annotations = planted(seed)
    report = reports[number % len(reports)]
    report_id = "r000" if first else "rzzz"
    day = report.published.low.fromordinal(report.published.low.toordinal() + later)
    copy = replace(
        report,
        report_id=report_id,
        file="900_echo.txt",
        digest=report_id,
        source="The Umber Echo",
        published=on_day(day),
    )
    told = {**annotations, report_id: replace(annotations[report.report_id], report_id=report_id)}
    return pipeline.make_tables((*reports, copy), told, config=CONFIG), report_id


def followed(before, after):
    """Where each event went: the event that has most of its mentions now."""
    now = {m["mention_id"]: m["subject_id"] for m in after["mentions"] if m["kind"] == "event"}
    votes = {}
    for row in before["mentions"]:
        if row["kind"] == "event" and row["subject_id"] is not None:
            votes.setdefault(row["subject_id"], Counter())[now.get(row["mention_id"])] += 1
    return {event: count.most_common(1)[0][0] for event, count in votes.items()}


def judged(tables, home=None):
    """Of each event and attribute: status, number of origins; events under their names of later."""
    named = home or {}
    return {
        (named.get(f["subject_id"], f["subject_id"]), f["attribute"]): (f["status"], f["n_origins"])
        for f in tables["findings"]
    }


def disputes(tables, home=None, without=None):
    """Of each disagreement its kind, event and the reports on each value; events under their names of later."""
    sides, events = {}, {e["event_id"] for e in tables["events"]}
    for row in tables["disagreement_values"]:
        if row["report_id"] != without:
            sides.setdefault(row["disagreement_id"], set()).add((row["value"], row["report_id"]))
    return Counter(
        (
            d["kind"],
            (home or {}).get(d["subject_id"], d["subject_id"]) if d["subject_id"] in events else None,
            frozenset(sides[d["disagreement_id"]]),
        )
        for d in tables["disagreements"]
    )


def covered(tables, home=None, without=None):
    """What each report does with each event; events under their names of later. Who copied whom may turn round."""
    events, told = (
        {e["event_id"] for e in tables["events"]},
        dict.fromkeys(("states", "copies", "contradicts"), "tells"),
    )
    return {
        (row["report_id"], (home or {}).get(row["subject_id"], row["subject_id"]), told.get(row["how"], row["how"]))
        for row in tables["coverage"]
        if row["subject_id"] in events and row["report_id"] != without
    }


DRAWN = st.tuples(SEEDS, st.integers(0, 99), st.booleans(), st.integers(0, 1))
"""A world, which of its reports is copied, whether the copy's id comes first of all, and how many days later it is."""

FAILED_ONCE = (
    (4, 51, True, 0),
    (13, 26, False, 0),
    (16, 19, True, 0),
    (28, 12, True, 0),
    (83, 91, True, 1),
    (85, 45, True, 0),
    (94, 22, False, 1),
    (94, 99, True, 0),
    (96, 95, False, 0),
)
"""Draws of a sweep of some thousands of which each showed another cause by which a copy counted."""


def with_examples(test):
    """The test, with all draws that failed once."""
    for draw in FAILED_ONCE:
        test = example(draw)(test)
    return test


@settings(QUICK, max_examples=80)
@with_examples
@given(DRAWN)
def test_copies_are_not_witnesses_in_planted_worlds(draw):
    seed, number, first, later = draw
    before = record(seed)
    after, copy = with_copy(seed, number, first=first, later=later)
    home = followed(before, after)
    assert sorted(home.values()) == sorted(e["event_id"] for e in after["events"])
    assert judged(after) == judged(before, home)
    origins = {home[e["event_id"]]: e["n_origins"] for e in before["events"]}
    assert {e["event_id"]: e["n_origins"] for e in after["events"]} == origins
    assert disputes(after, without=copy) == disputes(before, home)
    assert covered(after, without=copy) == covered(before, home)
    assert len(after["reports"]) == len(before["reports"]) + 1
