"""CSV, TSV and Parquet: a report a row, rows that cannot be read told by themselves."""

import csv
import io

import pytest
from reports.factory import BODY, HEADLINE, clues_of, opened, reports, variant

from variorum.config import Config


def table(rows, mark=","):
    stream = io.StringIO()
    csv.writer(stream, delimiter=mark).writerows(rows)
    return stream.getvalue()


def put(tmp_path, content, name="t.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


ROWS = [
    ["title", "text", "source", "date", "link"],
    [HEADLINE, BODY, "Kelvan Herald", "2031-05-14", "https://kelva.example/1"],
    ["", variant(5), "", "soon", "nowhere"],
]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["t.csv", "t.txt", "t"])
def test_rows_are_read_whatever_parts_them(tmp_path, mark, name):
    items, issues = opened(put(tmp_path, table(ROWS, mark), name))
    assert list(items) == [f"{name}!/1", f"{name}!/2"]
    assert clues_of(items[f"{name}!/1"]) == {
        "title": HEADLINE,
        "source": "Kelvan Herald",
        "url": "https://kelva.example/1",
        "published": "2031-05-14",
    }
    assert clues_of(items[f"{name}!/2"]) == {}
    assert issues == []


def test_report_of_a_row_has_its_headline_and_day(tmp_path):
    report = reports(put(tmp_path, table(ROWS)))["t.csv!/1"]
    assert report.text == f"{HEADLINE}\n{BODY.strip()}"
    assert (report.published.edtf, report.published_basis, report.source) == ("2031-05-14", "table", "Kelvan Herald")


def test_row_is_told_when_it_has_another_length(tmp_path):
    items, issues = opened(put(tmp_path, table([*ROWS, ["only one"]])))
    assert (len(items), [(issue.kind, issue.file) for issue in issues]) == (2, [("bad_record", "t.csv!/3")])


def test_table_is_set_aside_when_no_column_holds_texts(tmp_path):
    path = put(tmp_path, table([["heading", "words"], [HEADLINE, BODY]]))
    items, _ = opened(path)
    assert "--map text=COLUMN" in items["t.csv"].reason
    assert "heading, words" in items["t.csv"].reason
    items, _ = opened(path, config=Config(map=("text=words", "title=heading")))
    assert clues_of(items["t.csv!/1"]) == {"title": HEADLINE}


def test_rest_is_read_when_a_field_is_too_long(tmp_path):
    rows = [ROWS[0], ["", "x " * 3_000, "", "", ""], ROWS[1]]
    items, issues = opened(put(tmp_path, table(rows)), config=Config(max_line_bytes=2_000))
    assert len(items) == 1
    assert any("max_line_bytes" in issue.what for issue in issues)


def test_rest_is_read_when_a_quotation_mark_is_never_closed(tmp_path):
    texts = [" ".join(variant(number).split()) for number in range(40)]
    lines = "".join(f"{text},x\n" for text in texts)
    content = f'text,title\n"{texts[3]}",x\n"never closed,x\n{lines}'
    items, issues = opened(put(tmp_path, content), config=Config(max_report_chars=500))
    assert len(items) > 20
    assert [issue.kind for issue in issues] == ["bad_record"]
    assert "is no row" in issues[0].what


def test_prose_is_no_table(tmp_path):
    items, _ = opened(put(tmp_path, "Text, title and place are agreed, said the mediator.\n" + BODY, "a.txt"))
    assert list(items) == ["a.txt"]


def test_parquet_is_read_in_batches(tmp_path):
    import datetime as dt

    import pyarrow as pa
    from pyarrow import parquet

    count = 200
    columns = {
        "headline": [HEADLINE] * count,
        "body": [variant(number) for number in range(count)],
        "published": [dt.datetime(2031, 5, 14, 9, 30, tzinfo=dt.UTC)] * count,
        "noise": [b"x" * 100] * count,
    }
    parquet.write_table(pa.table(columns), tmp_path / "t.bin", row_group_size=70)
    items, issues = opened(tmp_path / "t.bin")
    assert (len(items), issues) == (count, [])
    assert clues_of(items["t.bin!/150"]) == {"title": HEADLINE, "published": "2031-05-14T09:30:00+00:00"}
    assert variant(149) in items["t.bin!/150"].data.decode()


@pytest.mark.parametrize("content", [b"PAR1" + b"x" * 500, b"PAR1"])
def test_parquet_is_set_aside_when_it_is_broken(tmp_path, content):
    items, _ = opened(put(tmp_path, content, "t.parquet"))
    assert "Parquet file that is broken" in items["t.parquet"].reason
