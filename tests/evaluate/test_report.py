"""An evaluation in print: JSON, table and misses."""

import json

import pytest

from evaluate.factory import TEXT, span_of
from evaluate.test_measure import find_monday, gold, join_all  # noqa: F401 - a fixture
from variorum.evaluate.measure import evaluate
from variorum.evaluate.report import as_object, as_table, write_misses
from variorum.errors import InputError

TASKS = ["times", "stories", "labels"]


@pytest.fixture
def evaluation(gold):  # noqa: F811
    return evaluate(gold, tasks=TASKS, answerers={"times": find_monday, "stories": join_all})


def test_object_holds_n_metrics_and_files(evaluation):
    found = as_object(evaluation)
    assert list(found) == ["times", "stories"]
    assert found["times"]["n"] == 2
    assert found["times"]["strict_f1"] == pytest.approx(2 / 3, abs=1e-6)
    assert set(found["times"]["files"]) == {"a", "b"}
    assert found["times"]["files"]["a"] == {"n": 2, "strict_f1": 1, "relaxed_f1": 1, "type_f1": 1, "value_f1": 1}
    assert json.loads(json.dumps(found)) == found


def test_all_metrics_lie_between_nothing_and_one(evaluation):
    for task in as_object(evaluation).values():
        for figures in (task, *task["files"].values()):
            assert all(0 <= value <= 1 for name, value in figures.items() if name not in {"n", "files"})


def test_table_holds_metrics_files_anchors_and_what_is_skipped(evaluation):
    lines = as_table(evaluation).splitlines()
    assert lines[0].split() == ["metric", "n", "score", "95", "%", "anchor"]
    strict = next(line for line in lines if line.startswith("times.strict_f1"))
    assert "0.667" in strict
    assert "HeidelTime" in strict
    assert any(line.startswith("  a ") and "strict_f1 1.000" in line for line in lines)
    assert lines[-1].endswith("labels")


def test_misses_are_written_with_their_context(evaluation, tmp_path):
    path = tmp_path / "misses.jsonl"
    count = write_misses(evaluation, path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert count == len(rows) > 0
    first = next(row for row in rows if row["task"] == "times")
    at = span_of(TEXT, "Monday")
    assert first == {
        "task": "times",
        "file": "b",
        "id": "1",
        "kind": "spurious",
        "start": at["start"],
        "end": at["end"],
        "words": "Monday",
        "detail": "DATE 2021-03-01",
        "before": TEXT[: at["start"]],
        "after": TEXT[at["end"] :],
    }


def test_misses_that_cannot_be_written_are_told(evaluation, tmp_path):
    with pytest.raises(InputError, match="can't be written"):
        write_misses(evaluation, tmp_path / "none" / "misses.jsonl")


def test_an_empty_evaluation_prints_its_head(tmp_path):
    nothing = evaluate(tmp_path, tasks=["times"])
    assert as_object(nothing) == {}
    assert as_table(nothing).splitlines()[0].startswith("metric")
