"""Tasks measured over the files of a folder."""

import pytest

from evaluate.factory import TEXT, span_of, write_rows
from evaluate.tasks.factory import StubCoder
from variorum.errors import InputError
from variorum.evaluate.coding import Coder
from variorum.evaluate.measure import evaluate
from variorum.evaluate.tasks import TASKS
from variorum.evaluate.tasks.stories import StoryAnswer
from variorum.evaluate.tasks.times import TimeAnswer

TIME = span_of(TEXT, "Monday", type="DATE", value="2021-03-01")


def times_row(id, *times):
    return {"id": id, "text": TEXT, "published": "2021-03-02", "times": list(times)}


def story_row(id, story):
    return {"id": id, "text": f"Report {id}.", "source": None, "published": None, "title": "T", "story": story}


def find_monday(documents, _coder):
    return {d.id: [TimeAnswer(**TIME)] for d in documents}


def join_all(documents, _coder):
    return {d.id: [StoryAnswer(story=1)] for d in documents}


@pytest.fixture
def gold(tmp_path):
    write_rows(tmp_path / "times" / "a.jsonl", [times_row("1", TIME), times_row("2", TIME)])
    write_rows(tmp_path / "times" / "b.jsonl", [times_row("1"), times_row("2")])
    write_rows(tmp_path / "stories" / "one.jsonl", [story_row(str(n), "s") for n in range(4)])
    write_rows(tmp_path / "stories" / "two.jsonl", [story_row(str(n), f"s{n}") for n in range(2)])
    return tmp_path


def measured(gold, name, answer, **options):
    return evaluate(gold, tasks=[name], answerers={name: answer}, **options).results[0]


def test_a_task_counts_all_its_files_together(gold):
    result = measured(gold, "times", find_monday)
    assert [file.figures["strict_f1"] for file in result.files] == [1.0, 0.0]
    assert result.figures["strict_f1"] == pytest.approx(2 * 0.5 * 1 / 1.5)
    assert result.n == 2
    assert set(result.intervals) == set(result.figures)


def test_stories_are_the_mean_of_their_files(gold):
    result = measured(gold, "stories", join_all)
    each = [file.figures["bcubed_f1"] for file in result.files]
    assert each == [1.0, pytest.approx(2 / 3)]
    assert result.figures["bcubed_f1"] == pytest.approx(sum(each) / 2)


def test_a_sample_is_one_in_so_many_of_each_file(gold):
    result = measured(gold, "times", find_monday, every=2)
    assert [[d.id for d in file.documents] for file in result.files] == [["1"], ["1"]]


def test_tasks_without_files_are_skipped_by_name(gold, tmp_path):
    evaluation = evaluate(gold, tasks=["labels", "timelines"])
    assert (evaluation.results, evaluation.skipped) == ((), ("labels", "timelines"))


def test_an_empty_folder_skips_all(tmp_path):
    assert evaluate(tmp_path).skipped == tuple(task.name for task in TASKS)


def test_names_of_tasks_are_told_apart():
    assert len({task.name for task in TASKS}) == len(TASKS) == 13


def test_a_file_beside_changes_the_digest(tmp_path):
    topic = tmp_path / "timelines" / "flood"
    write_rows(topic / "reports.jsonl", [{"id": "1", "text": "It rained.", "published": None, "source": None}])
    (topic / "gold").mkdir()
    digests = []
    for day in ("2021-03-01", "2021-03-02"):
        (topic / "gold" / "x.txt").write_text(f"{day}\nRain .\n", encoding="utf-8")
        result = evaluate(tmp_path, tasks=["timelines"], coder=NothingFound()).results[0]
        digests.append(result.files[0].digest)
    assert digests[0] != digests[1]
    assert (result.files[0].name, result.n) == ("flood", 1)


class NothingFound(Coder):
    """A coder that finds nothing."""

    def link(self, documents):
        return StubCoder().link(documents)


@pytest.mark.parametrize(("tasks", "reason"), [(["tides"], "tides is no task; there are: times")])
def test_unknown_tasks_are_refused(tmp_path, tasks, reason):
    with pytest.raises(InputError, match=reason):
        evaluate(tmp_path, tasks=tasks)


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(InputError, match="is no folder of gold sets"):
        evaluate(tmp_path / "none")


def test_broken_gold_ends_the_run(gold):
    (gold / "times" / "a.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.jsonl:1: is not JSON"):
        evaluate(gold, tasks=["times"])


def test_the_software_itself_answers_from_text(gold):
    result = evaluate(gold, tasks=["times"], coder=Coder()).results[0]
    assert result.figures["strict_f1"] > 0
