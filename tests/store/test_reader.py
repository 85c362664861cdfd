"""Opening and reading a record."""

import datetime
import multiprocessing
import os
import subprocess
import sys

import duckdb
import pytest

from variorum.errors import InputError
from variorum.schema.tables import TABLES
from variorum.store import create_record, open_reader, read_shelf


def test_every_table_of_the_contract_is_there(record):
    with open_reader(record) as reader:
        for table in TABLES:
            found = reader.query(f"SELECT * FROM {table.name} LIMIT 0")
            assert found == []
            names = [r["column_name"] for r in reader.query(f"DESCRIBE {table.name}")]
            assert names == [column.name for column in table.columns]


def test_rows_are_plain_values_when_read(record):
    with open_reader(record) as reader:
        (report,) = reader.rows("reports")
    assert report["published_low"] == datetime.date(2031, 5, 2)
    assert report["source"] is None


def test_rows_are_filtered_when_where_is_given(record):
    with open_reader(record) as reader:
        assert [r["evidence_id"] for r in reader.rows("evidence")] == ["x1", "x2"]
        assert [r["evidence_id"] for r in reader.rows("evidence", where={"item_id": "c1"})] == ["x2"]
        assert [r["evidence_id"] for r in reader.rows("evidence", where={"item_id": ["c1", "v1"]}, order="quote")] == [
            "x1",
            "x2",
        ]
        assert reader.rows("reports", where={"source": None, "report_id": "r1"})
        assert not reader.rows("reports", where={"report_id": None})


def test_unknown_names_are_refused_when_asked_for(record):
    with open_reader(record) as reader:
        with pytest.raises(InputError, match="no table 'nonsense'"):
            reader.rows("nonsense")
        with pytest.raises(InputError, match="no column 'nonsense'"):
            reader.rows("reports", where={"nonsense": 1})
        with pytest.raises(InputError, match="the query fails"):
            reader.query("SELECT FROM nothing AT all")


def test_reader_cannot_write(record):
    with open_reader(record) as reader, pytest.raises(InputError, match="read-only"):
        reader.query("DELETE FROM reports")


def test_shelf_is_read_by_kind_and_key(record, tmp_path):
    assert read_shelf(record) == {("report", "k"): "{}"}
    assert read_shelf(tmp_path / "none.variorum") == {}


def _a_folder(path):
    path.mkdir()


def _a_text(path):
    path.write_text("This is a press report and no record at all.")


def _an_empty_file(path):
    path.write_bytes(b"")


def _a_torn_record(path):
    create_record(path)
    path.write_bytes(path.read_bytes()[:5000])


def _a_foreign_database(path):
    duckdb.connect(str(path)).execute("CREATE TABLE customers (id BIGINT)").close()


def _an_older_record(path):
    create_record(path)
    with duckdb.connect(str(path)) as db:
        db.execute("INSERT INTO runs (run_id, contract) VALUES ('b0', 0)")


def _a_newer_record(path):
    create_record(path)
    with duckdb.connect(str(path)) as db:
        db.execute("INSERT INTO runs (run_id, contract) VALUES ('b0', 999)")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "does not exist"),
        (_a_folder, "is a folder, not a record"),
        (_a_text, "is not a record"),
        (_an_empty_file, "is not a record"),
        (_a_torn_record, "cannot be opened as a record"),
        (_a_foreign_database, "is a database but not a record"),
        (_an_older_record, "is an older record"),
        (_a_newer_record, "is a newer record"),
    ],
)
def test_one_clear_line_when_the_path_is_no_record(tmp_path, make, words):
    path = tmp_path / "thing.variorum"
    make(path)
    with pytest.raises(InputError, match=words) as caught:
        open_reader(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_one_clear_line_when_the_file_is_not_readable(record):
    record.chmod(0)
    with pytest.raises(InputError, match="cannot be read"):
        open_reader(record)


HOLD = """
import duckdb, sys
db = duckdb.connect(sys.argv[1])
print("held", flush=True)
sys.stdin.readline()
"""


def test_one_clear_line_when_another_program_writes(record):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(record)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(InputError, match="in use by another program"):
            open_reader(record)
    finally:
        holder.communicate("\n")


def _read_once(path):
    with open_reader(path) as reader:
        return len(reader.rows("reports"))


def test_two_readers_may_read_at_once(record):
    with open_reader(record) as first, multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_read_once, (record,)) == len(first.rows("reports"))
