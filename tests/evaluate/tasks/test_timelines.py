"""Scores of days by hand, and the reading of gold timelines."""

from datetime import date

import pytest

from evaluate.factory import kinds_of, make_document, measured
from evaluate.tasks.factory import StubCoder
from links.factory import make_node
from variorum.errors import InputError
from variorum.evaluate.coding import read_document
from variorum.evaluate.tasks.timelines import TIMELINES, DayAnswer, read_timeline
from variorum.schema.dates import between
from variorum.schema.nodes import LinkedEvents


def day(number):
    return date(2021, 3, number)


def documents(**timelines):
    beside = {name: tuple(day(number) for number in days) for name, days in timelines.items()}
    return [make_document(TIMELINES, f"Report {key}.", id=key, beside=beside) for key in ("a", "b")]


def told(*days):
    return [DayAnswer(day=day(number)) for number in days]


def test_as_many_days_are_taken_as_the_gold_has():
    own = documents(one=(1, 2), other=(1, 3, 5))
    units = TIMELINES.score(own, {"a": told(1, 3, 4), "b": told(3, 4)})
    first, second = 0.0, 2 / 3
    assert measured(TIMELINES, units) == pytest.approx({"date_f1": (first + second) / 2})
    assert [unit.marks for unit in units] == ["--+2", "==-+1"]
    assert kinds_of(units[0]) == ["missed", "missed", "spurious", "spurious"]


def test_weights_of_a_day_add_up_and_the_earlier_day_is_first():
    own = documents(one=(2,))
    heavy = [DayAnswer(day=day(2), weight=1.5), DayAnswer(day=day(1), weight=0.5)]
    assert measured(TIMELINES, TIMELINES.score(own, {"a": heavy, "b": told(1)})) == {"date_f1": 0.0}
    assert measured(TIMELINES, TIMELINES.score(own, {"a": heavy})) == {"date_f1": 1.0}


def test_fewer_days_than_the_gold_has_cost_recall_only():
    figures = measured(TIMELINES, TIMELINES.score(documents(one=(1, 2, 3)), {"a": told(1)}))
    assert figures["date_f1"] == pytest.approx(2 * 1 * (1 / 3) / (4 / 3))


@pytest.mark.parametrize("own", [[], documents(), documents(one=(1,))])
def test_nothing_scores_zero(own):
    assert measured(TIMELINES, TIMELINES.score(own, {})) == {"date_f1": 0.0}


def write(tmp_path, text):
    path = tmp_path / "gold.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_days_of_a_timeline_are_read_once_and_sorted(tmp_path):
    text = "2021-03-05\nTalks began .\n-----\n2021-03-01 \nA storm on 2020-01-01 .\n-----\n2021-03-05\nMore .\n"
    assert read_timeline(write(tmp_path, text)) == (day(1), day(5))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2021-02-30\nNo such day .\n", "gold.txt:1: breaks the layout of timelines: 2021-02-30 is no day"),
        ("Talks began .\n2021-03-05\n", "gold.txt:1: breaks the layout of timelines: no day stands before"),
        ("\n", "gold.txt: breaks the layout of timelines: no line is a day"),
    ],
)
def test_what_is_no_timeline_is_told(tmp_path, text, reason):
    with pytest.raises(InputError, match="layout") as caught:
        read_timeline(write(tmp_path, text))
    assert reason in str(caught.value)


def test_answers_are_the_exact_days_of_what_happened():
    own = documents()[:1]
    report = read_document(own[0]).report_id
    nodes = [
        make_node(report, on=day(1), chain=1),
        make_node(report, on=day(1), chain=2),
        make_node(report, on=day(9), chain=3, realis="planned"),
        make_node(report, on=between(day(3), day(4)), chain=4),
        make_node(report, chain=5),
    ]
    events = LinkedEvents(clusters=tuple((node,) for node in nodes), links=())
    assert TIMELINES.answer(own, StubCoder(events=events)) == {"a": told(1)}
