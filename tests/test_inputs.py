"""Inputs of all kinds, end to end: the record is the same however the reports were packed and in whatever order given."""

import gzip

import pytest
from cases import annotate_once, export_of, tables_of
from reports.factory import BODY, HEADLINE, PAGE, lines_of, pdf, rss, taped, variant, warc_record, zipped

import variorum
from variorum import pipeline
from variorum.config import Config


@pytest.fixture(scope="module", autouse=True)
def _annotated_once():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "annotate", annotate_once)
        yield


@pytest.fixture
def pile(tmp_path):
    """One file of each kind, a broken one of most."""
    folder = tmp_path / "pile"
    folder.mkdir()
    files = {
        "a.html": PAGE,
        "archive.tar.gz": taped(
            {"in/b.txt": variant(4), "in/reports.tsv": "file\tsource\nb.txt\tOstrany Times\n"}, "w:gz"
        ),
        "broken.txt.gz": gzip.compress(BODY.encode())[:-9],
        "broken.zip": b"PK\x03\x04" + b"x" * 99,
        "crawl.warc": warc_record("https://kelva.example/c", PAGE.replace("Orsk", "Varn"))
        + warc_record("x", length=10**6),
        "feed.xml": rss([f"<guid>1</guid><title>Talks</title><description>{variant(5) * 5}</description>"]),
        "lines.jsonl": lines_of([{"text": variant(6), "title": HEADLINE, "source": "Varn Post"}]) + "{torn\n",
        "paper.pdf": pdf([[]]),
        "table.csv": f'heading,words\nTalks,"{variant(7)}"\n',
    }
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


OFFLINE = Config(offline=True)


def test_all_kinds_are_read_and_what_is_broken_is_told(pile, tmp_path):
    summary = variorum.build([str(pile)], out=tmp_path / "r.variorum", config=OFFLINE)
    tables = tables_of(tmp_path / "r.variorum")
    status = {row["file"]: row["status"] for row in tables["reports"]}
    assert {name for name, one in status.items() if one == "read"} == {
        "a.html",
        "archive.tar.gz!/in/b.txt",
        "crawl.warc!/https://kelva.example/c",
        "feed.xml!/1",
        "lines.jsonl!/1",
    }
    aside = {row["file"]: row["reason"] for row in tables["reports"] if row["status"] == "set_aside"}
    assert set(aside) == {"broken.txt.gz", "broken.zip", "paper.pdf", "table.csv"}
    assert (summary.n_read, summary.n_set_aside) == (5, 4)
    kinds = {(row["kind"], row["file"]) for row in tables["issues"] if row["stage"] == "reports"}
    assert {("broken_records", "crawl.warc"), ("bad_record", "lines.jsonl!/2")} <= kinds
    sources = {row["file"]: row["source"] for row in tables["reports"]}
    assert sources["archive.tar.gz!/in/b.txt"] == "Ostrany Times"
    assert sources["lines.jsonl!/1"] == "Varn Post"
    assert sources["crawl.warc!/https://kelva.example/c"] == "kelva.example"


def test_record_is_the_same_in_any_order_and_in_two_batches(pile, tmp_path):
    files = sorted(str(path) for path in pile.iterdir())
    variorum.build(files, out=tmp_path / "one.variorum", config=OFFLINE)
    variorum.build(files[::-1], out=tmp_path / "two.variorum", config=OFFLINE)
    variorum.build(files[4:], out=tmp_path / "three.variorum", config=OFFLINE)
    variorum.build(files[:4], out=tmp_path / "three.variorum", config=OFFLINE)
    variorum.build([f"{pile}/*"], out=tmp_path / "four.variorum", config=OFFLINE)
    assert len({export_of(tmp_path / f"{name}.variorum") for name in ("one", "two", "three", "four")}) == 1


def test_same_file_in_an_archive_and_beside_it_is_one_report(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "dump.zip").write_bytes(zipped({"b.txt": BODY}))
    variorum.build([tmp_path], out=tmp_path.parent / f"{tmp_path.name}.variorum", config=OFFLINE)
    tables = tables_of(tmp_path.parent / f"{tmp_path.name}.variorum")
    assert len(tables["reports"]) == 1
    assert "identical_files" in {row["kind"] for row in tables["issues"]}


def test_options_of_the_command_are_settings(pile, tmp_path, capsys, monkeypatch):
    from variorum.cli import main

    monkeypatch.chdir(pile)
    with pytest.raises(SystemExit) as ending:
        main(["build", "table.csv", "--map", "text=words, title=heading", "--offline", "-o", "../m.variorum", "-q"])
    assert ending.value.code == 0
    (row,) = tables_of(tmp_path / "m.variorum")["reports"]
    assert (row["title"], row["status"]) == ("Talks", "read")
    with pytest.raises(SystemExit) as ending:
        main(["build", "table.csv", "--map", "words", "-o", "../m.variorum"])
    assert ending.value.code == 2
    assert "no pair such as title=headline" in capsys.readouterr().err
