"""Gold files are found, read and checked; what is wrong is told with file, line and reason."""

import json

import pytest

from evaluate.factory import TEXT, span_of, write_rows
from variorum.errors import InputError
from variorum.evaluate.gold import find_files, read_gold
from variorum.evaluate.tasks.times import TimesRow
from variorum.evaluate.values import Beside

TIME = span_of(TEXT, "Monday", type="DATE", value="2021-03-01", surface="Monday")


def row(id="d1", **fields):
    return {"id": id, "text": TEXT, "published": "2021-03-02", "times": [TIME], **fields}


def refused(path):
    with pytest.raises(InputError) as caught:
        read_gold(path, TimesRow)
    return str(caught.value)


def test_rows_are_read_in_their_order(tmp_path):
    documents = read_gold(write_rows(tmp_path / "a.jsonl", [row("d2"), row("d1")]), TimesRow)
    assert [d.id for d in documents] == ["d2", "d1"]
    assert documents[0].gold.times[0].value == "2021-03-01"
    assert documents[0].published == "2021-03-02"


def test_an_empty_file_holds_nothing(tmp_path):
    assert read_gold(write_rows(tmp_path / "a.jsonl", []), TimesRow) == []


def test_blank_lines_are_passed_over_but_counted(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(row())}\n\n\n{{\n", encoding="utf-8")
    assert f"{path}:4: is not JSON" in refused(path)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"times": [{**TIME, "end": 900}]}, "is not in the text of 47 code points"),
        ({"times": [{**TIME, "start": 46, "end": 46, "surface": None}]}, "span 46-46 is not in the text"),
        ({"times": [{**TIME, "start": -1}]}, "times.0.start"),
        ({"times": [{**TIME, "start": TIME["start"] - 1}]}, "not 'Monday'"),
        ({"times": [{"start": 1, "end": 2, "type": "DATE"}]}, "times.0.value: Field required"),
        ({"published": "1 March 2021"}, "published"),
        ({"text": None}, "text"),
    ],
)
def test_what_breaks_the_layout_is_told(tmp_path, fields, reason):
    path = write_rows(tmp_path / "a.jsonl", [row("d0"), row("d1", **fields)])
    words = refused(path)
    assert words.startswith(f"{path}:2: breaks the layout")
    assert reason in words


def test_a_line_that_is_no_object_is_told(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("[1, 2]\n", encoding="utf-8")
    assert refused(path).startswith(f"{path}:1: breaks the layout")


def test_an_id_twice_is_told(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", [row("d1"), row("d1")])
    assert f"{path}:2: id d1 was there before" in refused(path)


def test_a_file_that_is_no_utf8_is_told(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xff\xfe\n")
    assert f"{path}: can't be read" in refused(path)


def test_files_are_found_by_pattern_once_and_sorted(tmp_path):
    for name in ("times/b.jsonl", "times/a.jsonl", "times/README.md", "places/a.jsonl"):
        write_rows(tmp_path / name, [])
    found = find_files(tmp_path, ("times/*.jsonl", "times/a*"))
    assert [path.name for path in found] == ["a.jsonl", "b.jsonl"]
    assert find_files(tmp_path, ("labels/*.jsonl",)) == []


def test_what_stands_beside_is_read_for_every_document(tmp_path):
    path = write_rows(tmp_path / "a.jsonl", [row("d1"), row("d2")])
    (tmp_path / "notes.txt").write_text("one", encoding="utf-8")
    beside = Beside(pattern="*.txt", read=lambda found: found.read_text(encoding="utf-8"))
    assert [d.beside for d in read_gold(path, TimesRow, beside=beside)] == [{"notes": "one"}] * 2
