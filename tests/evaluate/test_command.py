"""`variorum evaluate`: what it prints, writes and how it ends."""

import json

import pytest
from evaluate.factory import write_rows, write_times
from typer.testing import CliRunner

from variorum.cli import app
from variorum.errors import InputError, VariorumError

RUNNER = CliRunner()


def run(*arguments):
    return RUNNER.invoke(app, ["evaluate", *map(str, arguments)])


def test_json_is_one_object_of_tasks(tmp_path):
    ended = run("--gold", write_times(tmp_path), "--json")
    assert ended.exit_code == 0
    read = json.loads(ended.stdout)
    assert set(read) == {"times"}
    assert read["times"]["n"] == read["times"]["files"]["own"]["n"] == 3
    assert read["times"]["strict_f1"] == 1.0
    assert read["times"]["value_f1"] == pytest.approx(2 / 3, abs=1e-6)


def test_the_table_names_what_was_not_measured(tmp_path):
    ended = run("--gold", write_times(tmp_path), "-q")
    assert "times.relaxed_f1" in ended.stdout
    assert "not measured" in ended.stdout
    assert "places" in ended.stdout.splitlines()[-1]


def test_misses_are_written_with_their_context(tmp_path):
    misses = tmp_path / "misses.jsonl"
    run("--gold", write_times(tmp_path), "-q", "--errors", misses)
    rows = [json.loads(line) for line in misses.read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["kind"], row["words"]) for row in rows] == [("d3", "value", "2029")]
    assert rows[0]["detail"] == "2028 taken for 2029"
    assert rows[0]["before"] == "The camp was emptied in "


def test_a_figure_below_its_floor_ends_with_one(tmp_path):
    gold, floors = write_times(tmp_path / "gold"), tmp_path / "floors.toml"
    assert run("--gold", gold, "-q", "--floors", floors, "--raise-floors").exit_code == 0
    floors.write_text(floors.read_text(encoding="utf-8").replace("0.666", "0.9"), encoding="utf-8")
    ended = run("--gold", gold, "-q", "--floors", floors)
    assert isinstance(ended.exception, VariorumError)
    assert "1 figure below the floors" in str(ended.exception)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--gold", "nowhere"), "is no folder of gold sets"),
        (("--gold", ".", "--task", "tides"), "tides is no task; there are: times"),
        (("--gold", ".", "--raise-floors"), "give --floors FILE too"),
    ],
)
def test_what_cannot_be_measured_is_said(arguments, words):
    ended = run(*arguments)
    assert isinstance(ended.exception, InputError)
    assert words in str(ended.exception)


def test_broken_gold_is_refused_with_its_line(tmp_path):
    write_rows(tmp_path / "times" / "own.jsonl", [{"id": "a", "text": "On Monday.", "published": None}])
    ended = run("--gold", tmp_path, "-q")
    assert isinstance(ended.exception, InputError)
    assert "own.jsonl:1" in str(ended.exception)
    assert "times" in str(ended.exception)
