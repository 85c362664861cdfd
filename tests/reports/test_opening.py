"""Inputs of all kinds in one call: patterns, addresses, standard input; a fixed order; batches."""

import io
import os

import pytest
from reports.factory import BODY, PAGE, lines_of, opened, reports, variant, zipped

from variorum.config import Config
from variorum.errors import InputError
from variorum.reports import Item, batches, discover_inputs, open_inputs


@pytest.fixture
def pile(tmp_path):
    (tmp_path / "dump" / "deep").mkdir(parents=True)
    (tmp_path / "dump" / "a.html").write_text(PAGE)
    (tmp_path / "dump" / "b.txt").write_text(BODY)
    (tmp_path / "dump" / "deep" / "c.html").write_text(PAGE.replace("Orsk", "Varn"))
    (tmp_path / "dump" / "lines.jsonl").write_text(lines_of([{"text": variant(3)}, {"text": variant(4)}]))
    (tmp_path / "dump" / "more.zip").write_bytes(zipped({"d.txt": variant(5)}))
    (tmp_path / "dump" / ".hidden.html").write_text(PAGE)
    return tmp_path / "dump"


def names(*paths):
    return [given.file for given in discover_inputs(list(paths), Config()).inputs]


def test_pattern_gives_what_fits_named_from_its_fixed_folder(pile):
    assert names(f"{pile}/*.html") == ["a.html"]
    assert names(f"{pile}/**/*.html") == ["a.html", "deep/c.html"]
    assert names(f"{pile.parent}/d*/*.txt") == ["dump/b.txt"]
    assert names(f"{pile}/d*") == ["deep/c.html"]
    assert names(f"{pile}/[ab].*", f"{pile}/b.txt") == ["a.html", "b.txt"]


def test_pattern_is_relative_to_the_current_folder(pile, monkeypatch):
    monkeypatch.chdir(pile.parent)
    assert names("dump/*.html") == ["a.html"]
    assert names("*/b.txt") == ["dump/b.txt"]


def test_pattern_that_fits_nothing_is_refused(pile):
    with pytest.raises(InputError, match="no file fits"):
        names(f"{pile}/*.pdf")


def test_file_is_meant_when_a_name_only_looks_like_a_pattern(pile):
    (pile / "[a].txt").write_text(BODY)
    assert names(f"{pile}/[a].txt") == ["[a].txt"]


def test_all_kinds_are_read_in_one_call_in_a_fixed_order(pile):
    wanted = ["a.html", "b.txt", "deep/c.html", "lines.jsonl!/1", "lines.jsonl!/2", "more.zip!/d.txt"]
    assert list(opened(pile)[0]) == wanted
    one_by_one = [pile / "more.zip", str(pile / "lines.jsonl"), f"{pile}/**/*.html", pile / "b.txt"]
    assert list(opened(*one_by_one)[0]) == wanted
    assert {report.status for report in reports(pile).values()} == {"read"}


def test_standard_input_is_read_as_a_file_is(monkeypatch):
    class Given:
        buffer = io.BytesIO(lines_of([{"text": variant(3)}, {"text": variant(4)}]).encode())

    monkeypatch.setattr("sys.stdin", Given)
    assert list(opened("-")[0]) == ["-!/1", "-!/2"]
    Given.buffer = io.BytesIO(BODY.encode())
    assert reports("-")["-"].text == BODY.strip()


def test_standard_input_is_cut_off_at_the_limit(monkeypatch):
    class Given:
        buffer = io.BytesIO(b"x" * 5_000_000)

    monkeypatch.setattr("sys.stdin", Given)
    assert "max_expanded_bytes" in opened("-", config=Config(max_expanded_bytes=2_000_000))[0]["-"].reason


def test_row_of_a_table_beside_holds_for_all_in_a_container(pile):
    (pile / "reports.tsv").write_text("file\tsource\ttitle\nlines.jsonl\tKelvan Herald\tOne\n", encoding="utf-8")
    found = reports(pile)
    assert {found[name].source for name in ("lines.jsonl!/1", "lines.jsonl!/2")} == {"Kelvan Herald"}
    assert found["lines.jsonl!/1"].title != "One"
    assert found["b.txt"].source is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_container_is_set_aside_when_it_may_not_be_read(pile):
    (pile / "more.zip").chmod(0)
    assert "check its permissions" in opened(pile)[0]["more.zip"].reason


def test_batches_are_closed_by_count_and_by_bytes():
    items = [Item(file=str(number), data=b"x" * size) for number, size in enumerate([1, 1, 1, 50, 1, 1])]
    assert [len(batch) for batch in batches(iter(items), count=3, size=1_000)] == [3, 3]
    assert [len(batch) for batch in batches(iter(items), count=10, size=50)] == [4, 2]
    assert list(batches(iter([]), count=3, size=3)) == []


def test_nothing_is_read_ahead_of_what_is_asked(pile):
    (pile / "many.jsonl").write_text(lines_of([{"text": variant(number)} for number in range(500)]))
    stream = open_inputs(discover_inputs([pile / "many.jsonl"], Config()).inputs, Config())
    assert next(stream).file == "many.jsonl!/1"
    stream.close()
