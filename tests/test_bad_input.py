"""Bad input end to end: one clear line or a row in `issues`, a sensible exit code, never a trace or half a record."""

import os
import signal
import subprocess
import sys

import duckdb
import pytest
from cases import FIND, annotate_once, command, export_of, run, tables_of

import variorum
from variorum import pipeline
from variorum.cli import main
from variorum.store import create_record

GOOD = """Harbour Ledger
14 May 2031

Norland and Sudria sign a ceasefire

The foreign ministers of Norland and Sudria signed a ceasefire in Geneva on Tuesday, 13 May 2031.
"The guns will be silent from midnight," the Norland minister, Ada Oake, told reporters.
Twelve people were killed in shelling of the border town of Aster last week, the ministry said.
"""
GERMAN = """Die Außenminister der beiden Länder haben am Dienstag in Genf eine Waffenruhe unterzeichnet.
Nach Angaben des Ministeriums wurden in der vergangenen Woche zwölf Menschen getötet, als eine Stadt an der
Grenze beschossen wurde. Die Gespräche sollen im Juni fortgesetzt werden, sagte eine Sprecherin am Abend.
"""


@pytest.fixture(scope="module", autouse=True)
def _annotated_once():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "annotate", annotate_once)
        yield


@pytest.fixture
def reports(tmp_path):
    """A folder with one good report."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.fixture
def record(tmp_path):
    return tmp_path / "talks.variorum"


@pytest.fixture
def build(capsys, record):
    """Run `variorum build` in this process: (exit code, standard output, standard error)."""

    def call(*paths, out=record, options=("--quiet",)):
        with pytest.raises(SystemExit) as ending:
            main(["build", *(str(path) for path in paths), "-o", str(out), *options])
        written = capsys.readouterr()
        assert "Traceback" not in written.err
        return ending.value.code, written.out, written.err

    return call


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


def issues_of(record, file):
    return [(row["kind"], row["what"]) for row in tables_of(record)["issues"] if row["file"] == file]


def is_one_line(err, *words):
    assert err.startswith("variorum: ")
    assert err.count("\n") == 1
    for word in words:
        assert str(word) in err


# What stops a build: one line, exit code 2, no file made


def test_an_empty_folder(build, tmp_path):
    (tmp_path / "none").mkdir()
    code, out, err = build(tmp_path / "none")
    assert (code, out) == (2, "")
    is_one_line(err, tmp_path / "none", "no report found", "give a folder")
    assert left_in(tmp_path) == ["none"]


def test_a_missing_path(build, tmp_path):
    code, out, err = build(tmp_path / "nowhere")
    assert (code, out) == (2, "")
    is_one_line(err, tmp_path / "nowhere", "no such file or folder", "check the path")
    assert left_in(tmp_path) == []


def test_a_missing_path_as_a_process_of_its_own(tmp_path):
    ended = run("build", "nowhere", "-o", "talks.variorum", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    is_one_line(ended.stderr, "nowhere")
    assert left_in(tmp_path) == []


def test_a_record_whose_folder_is_missing(build, reports, tmp_path):
    code, out, err = build(reports, out=tmp_path / "no" / "talks.variorum")
    assert (code, out) == (2, "")
    is_one_line(err, tmp_path / "no", "make it first")


def make_letter(path):
    path.write_text("Dear Sir, this letter is longer than twelve bytes.")


def make_foreign(path):
    duckdb.connect(str(path)).execute("CREATE TABLE customers (id BIGINT)").close()


def make_torn(path):
    create_record(path)
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("options", [("--quiet",), ("--quiet", "--fresh")], ids=["added", "fresh"])
@pytest.mark.parametrize("make", [make_letter, make_foreign, make_torn, os.mkdir, os.mkfifo])
def test_a_path_that_is_no_record(build, reports, tmp_path, make, options):
    path = tmp_path / "thing"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    code, out, err = build(reports, out=path, options=options)
    assert (code, out) == (2, "")
    is_one_line(err, path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert left_in(tmp_path) == ["reports", "thing"]


def test_an_older_record(build, reports, record):
    create_record(record)
    with duckdb.connect(str(record)) as db:
        db.execute("INSERT INTO runs (run_id, contract) VALUES ('b0', 0)")
    code, out, err = build(reports)
    assert (code, out) == (2, "")
    is_one_line(err, record, "older record", "--fresh")
    code, out, err = build(reports, options=("--quiet", "--fresh"))
    assert code == 0
    assert "decisions in it are not kept" in err
    assert len(tables_of(record)["reports"]) == 1


@pytest.mark.parametrize("arguments", [("show",), ("explain", "v0"), ("export", "--to", "json")])
def test_reading_what_is_no_record(capsys, tmp_path, arguments):
    path = tmp_path / "letter.variorum"
    make_letter(path)
    command_name, *rest = arguments
    with pytest.raises(SystemExit) as ending:
        main([command_name, str(path), *rest])
    written = capsys.readouterr()
    assert (ending.value.code, written.out) == (2, "")
    is_one_line(written.err, path, "not a record")


def test_a_record_that_is_being_built(build, reports, record):
    lock = record.with_name(record.name + ".work") / "lock"
    lock.parent.mkdir()
    lock.touch()
    holder = subprocess.Popen(["flock", lock, "sleep", "60"], start_new_session=True)
    try:
        wait_until_locked(lock)
        code, out, err = build(reports)
    finally:
        os.killpg(holder.pid, signal.SIGKILL)
        holder.wait()
    assert (code, out) == (2, "")
    is_one_line(err, record, "being built by another program", "wait")
    assert build(reports)[0] == 0


def wait_until_locked(lock):
    for _ in range(400):
        if subprocess.run(["flock", "--nonblock", lock, "true"], check=False).returncode:
            return
    raise AssertionError("the lock was never taken")


# What is set aside: the rest goes on, a row in `issues` and a note say why


def bad_bytes(folder):
    (folder / "odd.txt").write_bytes(GOOD.replace("Oake", "Öake").encode("cp1252"))


SET_ASIDE = {
    "a binary": ("scan.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00" * 90, ""),
    "a picture": ("scan.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 4, ""),
    "an empty file": ("empty.txt", b"", "empty"),
    "only white space": ("blank.txt", b" \n\n\t\n", ""),
    "another language": ("german.txt", GERMAN.encode("utf-8"), "de"),
    "twenty megabytes": ("long.txt", GOOD.encode("utf-8") * 40_000, "max_report_"),
}


@pytest.mark.parametrize("what", SET_ASIDE)
def test_a_report_is_set_aside_and_the_rest_goes_on(build, reports, record, what):
    file, content, word = SET_ASIDE[what]
    (reports / file).write_bytes(content)
    code, out, err = build(reports)
    assert code == 0
    assert "1 report read, 1 set aside" in out
    (row,) = [row for row in tables_of(record)["reports"] if row["file"] == file]
    assert (row["status"], row["text"]) == ("set_aside", "")
    assert word in row["reason"]
    assert [kind for kind, _ in issues_of(record, file)] == ["set_aside"]
    assert [line for line in err.splitlines() if line.startswith(f"note: {file}: ")]
    assert [row["file"] for row in tables_of(record)["reports"] if row["status"] == "read"] == ["good.txt"]


def test_nothing_that_could_be_read(build, tmp_path, record):
    """The record says why, and the command fails."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "empty.txt").write_bytes(b"")
    code, out, err = build(tmp_path / "reports")
    assert code == 2
    assert "0 reports read, 1 set aside" in out
    assert "no report could be read" in err
    assert [kind for kind, _ in issues_of(record, "empty.txt")] == ["set_aside"]
    with pytest.raises(SystemExit) as ending:
        main(["show", str(record)])
    assert ending.value.code == 0
    variorum.open(record).write_dossier(tmp_path / "page.html")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file(build, reports, record):
    (reports / "locked.txt").write_text(GOOD)
    (reports / "locked.txt").chmod(0)
    assert build(reports)[0] == 0
    assert [kind for kind, _ in issues_of(record, "locked.txt")] == ["set_aside"]


def test_a_file_that_could_not_be_opened_once_is_a_report_once(build, reports, record, monkeypatch):
    """Read another time, the file that was set aside for what nobody saw of it is the report that it is."""
    opened = type(reports).open

    def refuse(path, *arguments, **options):
        if path.name == "good.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    (reports / "other.txt").write_text(GOOD.replace("Oake", "Ash"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(type(reports), "open", refuse)
        code, out, err = build(reports)
    assert (code, "note: good.txt: cannot be read (Permission denied)" in err) == (0, True)
    assert "1 report read, 1 set aside" in out
    assert [kind for kind, _ in issues_of(record, "good.txt")] == ["set_aside"]
    assert "2 reports read, 0 set aside" in build(reports)[1]
    assert issues_of(record, "good.txt") == []


def test_bytes_that_are_not_utf8(build, reports, record):
    """Read as what they most likely are, and told."""
    bad_bytes(reports)
    code, _, err = build(reports)
    assert code == 0
    (row,) = [row for row in tables_of(record)["reports"] if row["file"] == "odd.txt"]
    assert row["status"] == "read"
    assert "Öake" in row["text"]
    assert [kind for kind, _ in issues_of(record, "odd.txt")] == ["encoding"]
    assert "note: odd.txt: " in err


def test_a_report_that_breaks_an_annotator_is_told(build, reports, record, monkeypatch):
    def fail(*_):
        raise IndexError("planted")

    (reports / "odd.txt").write_text(GOOD.replace("Monday", "Tuesday") + " More is to come.", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "annotate", FIND)
        patch.setattr(sys.modules["variorum.annotations.annotate"], "find_events", fail)
        code, _, err = build(reports)
    assert code == 0
    assert "note: odd.txt: could not be annotated (IndexError: planted)" in err
    assert [kind for kind, _ in issues_of(record, "odd.txt")] == ["not_annotated"]


def test_two_identical_files(build, reports, record):
    (reports / "again.txt").write_text(GOOD, encoding="utf-8")
    code, out, err = build(reports)
    assert code == 0
    assert "1 report read" in out
    assert [row["file"] for row in tables_of(record)["reports"]] == ["again.txt"]
    assert [kind for kind, _ in issues_of(record, "good.txt")] == ["identical_files"]
    assert "good.txt: has the same bytes as again.txt; it is read once" in err


def test_two_empty_files_are_set_aside_and_not_told_as_read(build, reports, record):
    for name in ("one.txt", "two.txt"):
        (reports / name).write_bytes(b"")
    code, *_ = build(reports)
    assert code == 0
    told = [issues_of(record, name) for name in ("one.txt", "two.txt")]
    assert [[kind for kind, _ in issues] for issues in told] == [["set_aside"], ["set_aside"]]


def test_two_identical_files_in_two_batches(build, reports, record, tmp_path):
    """The record is the one of a single build."""
    assert build(reports)[0] == 0
    (reports / "again.txt").write_text(GOOD, encoding="utf-8")
    assert build(reports / "again.txt")[0] == 0
    assert build(reports, out=tmp_path / "once.variorum")[0] == 0
    assert export_of(record) == export_of(tmp_path / "once.variorum")


def test_symbolic_links(build, reports, record, tmp_path):
    (tmp_path / "secret.txt").write_text(GOOD.replace("Oake", "Elm"), encoding="utf-8")
    (reports / "out.txt").symlink_to(tmp_path / "secret.txt")
    (reports / "lost.txt").symlink_to(reports / "nowhere.txt")
    (reports / "in.txt").symlink_to(reports / "good.txt")
    (reports / "round").symlink_to(reports)
    code, _, err = build(reports)
    assert code == 0
    tables = tables_of(record)
    assert "Elm" not in str(tables)
    assert len(tables["reports"]) == 1
    assert [kind for kind, _ in issues_of(record, "out.txt")] == ["link_outside"]
    assert [kind for kind, _ in issues_of(record, "lost.txt")] == ["broken_link"]
    assert "note: out.txt: a symbolic link out of the folder is not followed" in err
    before = export_of(record)
    assert build(reports)[0] == 0
    assert export_of(record) == before
    (reports / "out.txt").unlink()
    (reports / "out.txt").write_text(GOOD.replace("Oake", "Yew"), encoding="utf-8")
    assert build(reports)[0] == 0
    assert issues_of(record, "out.txt") == []


def test_a_pipe_is_not_waited_for(build, reports, record):
    os.mkfifo(reports / "pipe.txt")
    assert build(reports)[0] == 0
    assert [kind for kind, _ in issues_of(record, "pipe.txt")] == ["not_a_file"]


def test_a_file_that_changed(build, reports, record):
    """Both texts are kept, and the record says so until it is built anew."""
    assert build(reports)[0] == 0
    (reports / "good.txt").write_text(GOOD.replace("Twelve", "Fourteen"), encoding="utf-8")
    code, out, err = build(reports)
    assert (code, out.count("2 reports read")) == (0, 1)
    assert [kind for kind, _ in issues_of(record, "good.txt")] == ["same_name"]
    assert "note: good.txt: 2 different reports have this file name" in err
    assert "1 report read" in build(reports, options=("--quiet", "--fresh"))[1]
    assert issues_of(record, "good.txt") == []


def test_a_report_that_is_gone_from_the_folder_stays(build, reports, record):
    (reports / "other.txt").write_text(GOOD.replace("Oake", "Ash"), encoding="utf-8")
    assert build(reports)[0] == 0
    before = export_of(record)
    (reports / "other.txt").unlink()
    assert "2 reports read" in build(reports)[1]
    assert export_of(record) == before
    assert "1 report read" in build(reports, options=("--quiet", "--fresh"))[1]


def test_a_table_of_reports_with_faults(build, reports, record):
    rows = [
        "file\tsource\tcolour",
        "good.txt\tThe Lamp\tred",
        "gone.txt\tNobody\t",
        "good.txt\tTwice",
        "good.txt\tAgain\t",
    ]
    (reports / "reports.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    code, _, err = build(reports)
    assert code == 0
    assert {row["source"] for row in tables_of(record)["reports"]} == {"The Lamp"}
    kinds = {kind for kind, _ in issues_of(record, "reports.tsv")}
    assert kinds == {"unknown_column", "wrong_fields", "repeated_file"}
    assert [kind for kind, _ in issues_of(record, "gone.txt")] == ["missing_file"]
    assert err.count("note: ") == 4
    (reports / "gone.txt").write_text(GOOD.replace("Oake", "Ash"), encoding="utf-8")
    assert build(reports)[0] == 0
    assert issues_of(record, "gone.txt") == []


def test_many_notes_are_cut_short(build, reports, record):
    for number in range(30):
        (reports / f"{number:02}.bin").write_bytes(bytes([0, number]) * 400)
    code, out, err = build(reports)
    assert (code, "30 set aside" in out) == (0, True)
    assert err.count("note: ") == 21
    assert "note: 10 more are in the record's table issues" in err


def test_a_build_that_is_stopped_says_so(reports, record):
    """Control-C: one line, exit code 130, no record."""
    process = subprocess.Popen(
        command("build", reports, "-o", record), stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    for line in process.stderr:
        if line.startswith("annotate"):
            break
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, "")
    assert "Traceback" not in err
    assert "stopped" in err
    assert not record.exists()
