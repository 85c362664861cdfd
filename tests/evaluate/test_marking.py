"""The marking of a document."""

from variorum.evaluate.marking import Marking
from variorum.evaluate.tasks.times import TimeAnswer

GOLD = [TimeAnswer(start=0, end=4, type="DATE", value="2021"), TimeAnswer(start=8, end=9, type="TIME", value="T1")]
ANSWERS = [TimeAnswer(start=0, end=4, type="DATE", value="2020"), TimeAnswer(start=20, end=24, type="SET", value="P1D")]


def test_marks_counts_and_misses_of_one_document():
    marking = Marking("some text of our own here", GOLD, ANSWERS)
    marking.match(0, 0, whole=False)
    marking.add(right=True, weight=0.5)
    marking.wrong("value", 0, "2021 taken for 2020")
    unit = marking.unit("d1")
    assert unit.marks == "~-+1"
    assert unit.counts == {"gold": 2, "answers": 2, "right": 1, "weight": 0.5}
    assert [(m.kind, m.start, m.detail) for m in unit.misses] == [
        ("value", 0, "2021 taken for 2020"),
        ("missed", 8, "TIME T1"),
        ("spurious", 20, "SET P1D"),
    ]


def test_an_empty_document_has_no_marks():
    unit = Marking("", [], []).unit("d1")
    assert (unit.marks, unit.misses, unit.counts) == ("", (), {"gold": 0, "answers": 0})


def test_all_right_is_all_equal_signs():
    marking = Marking("text", GOLD, GOLD)
    marking.match(0, 0, whole=True)
    marking.match(1, 1, whole=True)
    assert marking.unit("d1").marks == "=="
