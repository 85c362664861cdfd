"""We and peers over the same gold, with peers made here: rows, what is missing, the page."""

import json

import pytest
from compare import compare
from peer import Peer, PeerError, Seconds, Work, answer_each
from tables import as_markdown, as_object

from variorum.errors import InputError
from variorum.evaluate.tasks.times import TimeAnswer
from variorum.evaluate.values import Document

TEXTS = {"a": "The convoy left Porravik on 3 May 2031.", "b": "The bridge was shut in June 2029."}
WHEN = {"a": ("3 May 2031", "2031-05-03"), "b": ("June 2029", "2029-06")}


@pytest.fixture
def gold(tmp_path):
    """A folder with two documents of the task times."""
    folder = tmp_path / "gold" / "times"
    folder.mkdir(parents=True)
    rows = []
    for key, text in TEXTS.items():
        words, value = WHEN[key]
        start = text.index(words)
        time = {"start": start, "end": start + len(words), "type": "DATE", "value": value, "surface": words}
        rows.append({"id": key, "published": "2031-05-06", "text": text, "times": [time]})
    (folder / "invented.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder.parent


def first_only(documents):
    """A peer's answers: the time of the text a, and something wrong in b."""
    found = {"a": [TimeAnswer(start=28, end=38, type="DATE", value="2031-05-03")]}
    wrong = [TimeAnswer(start=0, end=3, type="SET", value="P1D")]
    return Work(
        answers={d.id: found.get(d.id, wrong) for d in documents},
        own=Seconds(wall=3.0, processor=2.0),
        notes={"hits lost": 2},
    )


def peer(name="Almanac", module="json", **others):
    return Peer(name=name, package=name.lower(), module=module, answer={"times": first_only}, about="made up", **others)


def test_we_and_the_peer_are_scored_on_the_same_files(gold):
    comparison = compare(gold, [peer()])
    ours, theirs = comparison.rows["times"]
    assert (ours.system, theirs.system) == ("Variorum", "Almanac")
    assert ours.result.figures["strict_f1"] == 1.0
    assert theirs.result.figures["strict_f1"] == pytest.approx(0.5)
    assert ours.work.own.wall > 0
    assert ours.work.parse.wall > 0


def test_a_peer_that_is_not_there_is_named_with_the_remedy(gold):
    absent = peer("Absent", module="no_such_module_anywhere")
    lame = peer("Lame", lacking=lambda: "it needs a lamp")
    page = as_markdown(compare(gold, [peer(), absent, lame]))
    assert "- Absent: absent is not installed: make peers" in page
    assert "- Lame: it needs a lamp" in page
    assert "| Absent |" not in page


def test_a_peer_that_fails_as_a_whole_costs_only_its_own_row(gold):
    def _fail(documents):
        raise PeerError(f"no Java for {len(documents)} texts")

    broken = Peer(name="Broken", package="broken", module="json", answer={"times": _fail}, about="made up")
    comparison = compare(gold, [broken, peer()])
    assert [row.system for row in comparison.rows["times"]] == ["Variorum", "Almanac"]
    assert comparison.missing == {"Broken": "no Java for 2 texts"}
    assert list(comparison.about) == ["Variorum", "Almanac (almanac unknown)"]


def test_the_page_has_figures_speed_and_notes_but_no_words_of_the_gold(gold):
    page = as_markdown(compare(gold, [peer()]))
    assert "| Almanac | 0.500" in page
    assert "Almanac's own work takes" in page
    assert "- Almanac: 2 hits lost." in page
    assert "convoy" not in page
    assert str(gold) not in page


def test_as_values_every_figure_has_its_interval_and_the_time_taken(gold):
    values = as_object(compare(gold, [peer()], tasks=["times"]))
    theirs = values["tasks"]["times"]["Almanac"]
    assert theirs["own"] == {"processor": 2.0, "wall": 3.0}
    assert theirs["texts"] == 2
    low, high = theirs["intervals"]["strict_f1"]
    assert low <= theirs["strict_f1"] <= high


@pytest.mark.parametrize(("task", "why"), [("weather", "is no task"), ("coreference", "no peer answers")])
def test_a_task_that_cannot_be_compared_is_refused(gold, task, why):
    with pytest.raises(InputError, match=why):
        compare(gold, [peer()], tasks=[task])


def test_a_task_that_the_folder_lacks_has_no_rows(tmp_path):
    assert dict(compare(tmp_path, [peer()]).rows) == {}


def test_a_text_on_which_a_peer_breaks_has_no_answers_and_is_counted():
    seen = []

    def _find(document, work):
        seen.append(document.id)
        with work.own.running():
            if document.id == "b":
                raise KeyError(document.id)
        return [document.id]

    documents = [Document(id=key, text=text, published=None, gold=None) for key, text in TEXTS.items()]
    work = answer_each(documents, _find)
    assert work.answers == {"a": ["a"], "b": ()}
    assert list(work.notes.values()) == [1]
    assert seen == ["a", "a", "b"]


def test_every_listed_peer_loads_whether_installed_or_not():
    from compare import load_peers

    assert {p.name for p in load_peers()} == {
        "HeidelTime",
        "dateparser search",
        "quantulum3",
        "textacy",
        "bare spaCy",
        "lemma lexicon",
    }
