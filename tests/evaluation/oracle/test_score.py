"""The scorer: a record that says the truth has every mark, one that does not loses them."""

import sys
from collections import defaultdict
from dataclasses import replace

import pytest
from evaluation.oracle.score import Tally, add_world, main
from evaluation.oracle.truth import plant
from evaluation.oracle.ways import from_annotations, from_text


@pytest.fixture(scope="module")
def made():
    """One world, linked and reconciled from planted annotations."""
    return from_annotations(plant(1))


def perfect(made):
    """The same with tables that are written from the truth."""
    planted, ids = made.planted, made.id_of
    tables = defaultdict(list, {"reports": [dict(row) for row in made.tables["reports"]]})
    origins = {}
    for told in planted.told:
        for span in told.words:
            row = {"kind": "event", "report_id": ids[told.report], "start_char": span.start, "end_char": span.end}
            tables["mentions"].append({**row, "subject_id": f"v{told.happening}"})
    for n, true in enumerate(planted.findings):
        row = {"finding_id": f"n{n}", "subject_id": f"v{true.happening}", "attribute": true.attribute}
        tables["findings"].append({**row, "status": true.status, "n_origins": true.n_origins})
    for n, true in enumerate(planted.disagreements):
        row = {"disagreement_id": f"d{n}", "kind": true.kind, "subject_id": f"v{true.happening}", "summary": ""}
        tables["disagreements"].append(row)
        tables["disagreement_values"] += [
            {"disagreement_id": f"d{n}", "report_id": ids[h.report], "value": f"{h.value}{h.voice}", "side": None}
            for h in true.holders
        ]
    for passage in planted.passages:
        origin = origins.setdefault((passage.happening, passage.origin), f"o{len(origins)}")
        place = {"start_char": passage.span.start, "end_char": passage.span.end, "origin_id": origin}
        other = {
            "of_report_id": ids[passage.report],
            "of_start_char": passage.span.start,
            "of_end_char": passage.span.end,
        }
        tables["copies"].append({"report_id": ids[passage.report], **place, **other})
    return replace(made, tables=tables)


def test_the_truth_has_every_mark(made):
    tally = Tally()
    add_world(perfect(made), tally)
    assert tally.figures() == dict.fromkeys(tally.figures(), 1.0)
    assert tally.exact_worlds == 1
    assert tally.misses == []


def test_marks_are_lost_when_an_event_is_split(made):
    whole = perfect(made)
    told = next(t for t in made.planted.told if sum(o.happening == t.happening for o in made.planted.told) > 1)
    for row in whole.tables["mentions"]:
        if (row["report_id"], row["subject_id"]) == (made.id_of[told.report], f"v{told.happening}"):
            row["subject_id"] = "vother"
    tally = Tally()
    add_world(whole, tally)
    assert tally.figures()["event_pairs_f1"] < 1


def test_a_false_disagreement_costs_precision(made):
    whole = perfect(made)
    whole.tables["disagreements"].append({"disagreement_id": "dx", "kind": "place", "subject_id": "v0", "summary": ""})
    tally = Tally()
    add_world(whole, tally)
    assert tally.figures()["disagreement_precision"] < 1
    assert tally.figures()["disagreement_recall"] == 1


def test_a_record_without_disagreements_recalls_none(made):
    whole = perfect(made)
    whole.tables["disagreements"].clear()
    tally = Tally()
    add_world(whole, tally)
    assert tally.figures()["disagreement_recall"] == 0


def test_relations_are_scored_by_kind():
    made = from_annotations(plant(9))
    tally = Tally()
    add_world(made, tally)
    assert tally.relations["part_of"] == [1, 1]
    turned = replace(made, tables={**made.tables, "event_relations": [_turned(made.tables["event_relations"])]})
    tally = Tally()
    add_world(turned, tally)
    assert tally.figures()["relation_precision"] == 0
    assert tally.figures()["relation_recall"] == 0


def _turned(rows):
    """The one relation of a world, read the wrong way round."""
    row = next(row for row in rows if row["relation"] == "part_of")
    return {**row, "event_id": row["other_event_id"], "other_event_id": row["event_id"]}


def test_planted_annotations_are_linked_and_scored(made):
    tally = Tally()
    add_world(made, tally)
    assert tally.figures()["event_pairs_f1"] > 0.5
    assert tally.statuses["all"][1] == len(made.planted.findings)


def test_texts_are_built_and_scored():
    built = from_text(plant(2))
    placed = [span for span in built.spans.values() if span is not None]
    assert len(placed) > 0.9 * len(built.spans)
    assert None not in built.id_of.values()
    tally = Tally()
    add_world(built, tally)
    assert tally.figures()["event_pairs_f1"] > 0.3
    assert tally.passages[1] == len(built.planted.passages)


def test_misses_of_scoring_seeds_are_refused(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["score", "--first", "1000", "--last", "1001", "--misses", "5"])
    with pytest.raises(SystemExit):
        main()


def test_with_planted_links_every_pair_is_right():
    tally = Tally()
    add_world(from_annotations(plant(1), perfect_links=True), tally)
    assert tally.figures()["event_pairs_f1"] == 1.0
