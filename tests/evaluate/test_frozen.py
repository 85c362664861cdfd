"""Frozen runs show which answers moved and hold no word of the gold."""

import json
from dataclasses import replace

import pytest
from evaluate.factory import write_times

from variorum.errors import InputError
from variorum.evaluate import compare_frozen, evaluate, freeze
from variorum.evaluate.frozen import _difference
from variorum.evaluate.tasks.times import TimeAnswer


def answer_nothing(documents, _coder):
    return {document.id: [] for document in documents}


def test_nothing_moves_when_nothing_changed(tmp_path):
    run = evaluate(write_times(tmp_path / "gold"), tasks=["times"])
    freeze(run, tmp_path / "runs")
    assert compare_frozen(run, tmp_path / "runs") == ("times: 0 documents answered otherwise than in the frozen run",)


def test_moved_answers_are_named_by_document(tmp_path):
    gold = write_times(tmp_path / "gold")
    freeze(evaluate(gold, tasks=["times"]), tmp_path / "runs")
    now = evaluate(gold, tasks=["times"], answerers={"times": answer_nothing})
    assert compare_frozen(now, tmp_path / "runs") == (
        "times: 3 documents answered otherwise than in the frozen run",
        "  own d1: worse 1",
        "  own d2: worse 1",
        "  own d3: worse 1",
    )


def test_answers_too_many_are_told(tmp_path):
    gold = write_times(tmp_path / "gold")
    freeze(evaluate(gold, tasks=["times"], answerers={"times": answer_nothing}), tmp_path / "runs")

    def answer_wildly(documents, _coder):
        extra = TimeAnswer(start=0, end=3, type="DATE", value="2031")
        return {document.id: [extra] for document in documents}

    now = evaluate(gold, tasks=["times"], answerers={"times": answer_wildly})
    assert "  own d1: too many 0 -> 1" in compare_frozen(now, tmp_path / "runs")


def test_a_frozen_run_holds_no_word_of_the_gold(tmp_path):
    freeze(evaluate(write_times(tmp_path / "gold"), tasks=["times"]), tmp_path / "runs")
    text = (tmp_path / "runs" / "times.json").read_text(encoding="utf-8")
    assert set("".join(json.loads(text)["own"].values())) <= set("=~-+0123456789")
    assert not any(word in text for word in ("Velmar", "Monday", "d1", "2029"))


def test_a_run_that_was_never_frozen_is_said_so(tmp_path):
    run = evaluate(write_times(tmp_path / "gold"), tasks=["times"])
    assert compare_frozen(run, tmp_path) == (f"times: no frozen run in {tmp_path}",)


def test_a_broken_frozen_run_is_refused(tmp_path):
    run = evaluate(write_times(tmp_path / "gold"), tasks=["times"])
    (tmp_path / "times.json").write_text("[", encoding="utf-8")
    with pytest.raises(InputError, match="no frozen run"):
        compare_frozen(run, tmp_path)


def test_samples_are_frozen_apart(tmp_path):
    run = evaluate(write_times(tmp_path / "gold"), tasks=["times"])
    freeze(replace(run, every=5), tmp_path / "runs")
    assert [path.name for path in (tmp_path / "runs").iterdir()] == ["times.every-5.json"]


def test_a_difference_names_items_by_their_place():
    assert _difference("=-~+2", "==-") == "better 2; worse 3; too many 2 -> 0"
