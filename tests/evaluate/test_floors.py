"""Floors belong to a corpus, are raised on request, and never sink in silence."""

import pytest
from evaluate.factory import times_row, write_rows, write_times

from variorum.errors import InputError
from variorum.evaluate import evaluate, hold_floors, raise_floors
from variorum.evaluate.floors import read_floors


@pytest.fixture
def run(tmp_path):
    """An evaluation of the small folder."""
    return evaluate(write_times(tmp_path / "gold"), tasks=["times"])


def edit(path, old, new):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_floors_are_the_figures_when_there_were_none(run, tmp_path):
    path = tmp_path / "floors.toml"
    changed = raise_floors(run, path)
    assert "times.strict_f1: new -> 1.0" in changed
    assert read_floors(path)["times"]["value_f1"] == 0.666
    assert hold_floors(run, path).below == 0


def test_a_figure_below_its_floor_fails(run, tmp_path):
    path = tmp_path / "floors.toml"
    raise_floors(run, path)
    edit(path, "value_f1 = 0.666", "value_f1 = 0.7")
    verdict = hold_floors(run, path)
    assert verdict.below == 1
    assert any("times.value_f1 0.6667, the floor is 0.7" in line for line in verdict.lines)


def test_a_figure_within_the_noise_bound_is_told_and_passes(run, tmp_path):
    path = tmp_path / "floors.toml"
    raise_floors(run, path)
    edit(path, "value_f1 = 0.666", "value_f1 = 0.668")
    verdict = hold_floors(run, path)
    assert verdict.below == 0
    assert any("within the noise bound" in line for line in verdict.lines)


def test_raising_never_lowers(run, tmp_path):
    path = tmp_path / "floors.toml"
    raise_floors(run, path)
    edit(path, "value_f1 = 0.666", "value_f1 = 0.9")
    assert raise_floors(run, path) == []
    assert read_floors(path)["times"]["value_f1"] == 0.9


def test_lowering_needs_a_note_and_keeps_its_name(run, tmp_path):
    path, note = tmp_path / "floors.toml", tmp_path / "0099-why.md"
    raise_floors(run, path)
    edit(path, "value_f1 = 0.666", "value_f1 = 0.9")
    with pytest.raises(InputError, match="no such note"):
        raise_floors(run, path, lowered=str(note))
    note.write_text("The gold was wrong.", encoding="utf-8")
    assert raise_floors(run, path, lowered=str(note)) == ["times.value_f1: 0.9 -> 0.666"]
    assert read_floors(path)["times"]["lowered"] == str(note)


def test_floors_of_other_gold_are_not_compared(run, tmp_path):
    path = tmp_path / "floors.toml"
    raise_floors(run, path)
    other = tmp_path / "other"
    write_rows(other / "times" / "own.jsonl", [times_row(1, "It ended in 1999.", ("1999", "DATE", "1990"))])
    verdict = hold_floors(evaluate(other, tasks=["times"]), path)
    assert verdict.below == 0
    assert verdict.lines == ("times: its floors are of other gold, not compared",)


def test_a_sample_has_floors_of_its_own(run, tmp_path):
    path = tmp_path / "floors.toml"
    raise_floors(run, path)
    sample = evaluate(run.folder, tasks=["times"], every=2)
    assert hold_floors(sample, path).lines == ("times, one in 2: no floors",)
    raise_floors(sample, path)
    assert set(read_floors(path)) == {"times", "times, one in 2"}


def test_a_missing_metric_is_below_its_floor(run, tmp_path):
    path = tmp_path / "floors.toml"
    raise_floors(run, path)
    edit(path, "value_f1", "colour_f1")
    assert hold_floors(run, path).below == 1


@pytest.mark.parametrize("text", ["[times", "[times]\nstrict_f1 = 1.0\n", "times = 3\n"])
def test_broken_floors_are_refused_with_a_reason(run, tmp_path, text):
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"floors\.toml"):
        hold_floors(run, path)
