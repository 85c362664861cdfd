"""Whatever the bytes, reading ends, nothing is raised, and what is not read is told."""

import gzip
import io
import os

import pyarrow as pa
import pytest
from hypothesis import given, settings, strategies as st
from pyarrow import parquet
from reports.factory import BODY, HTML, PAGE, lines_of, pdf, reports, rss, taped, variant, warc_record, zipped

from variorum.config import Config
from variorum.reports import Item, read_item
from variorum.reports.containers import Budget, Vessel, open_vessel
from variorum.store import dump_value

CONFIG = Config(offline=True, max_expanded_bytes=5_000_000)


def columns():
    stream = io.BytesIO()
    parquet.write_table(pa.table({"text": [variant(number) for number in range(5)]}), stream)
    return stream.getvalue()


def message():
    head = "Subject: Talks\nFrom: a@kelva.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    return (
        f"{head}--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{HTML}\n--b--\n".encode()
    )


SAMPLES = {
    "text": BODY.encode(),
    "page": PAGE.encode(),
    "zip": zipped({"a.txt": BODY, "in/b.html": PAGE}),
    "tar": taped({"a.txt": BODY, "reports.tsv": "file\tsource\na.txt\tx\n"}),
    "tar.gz": taped({"a.txt": BODY, "b.html": PAGE}, "w:gz"),
    "gz": gzip.compress(BODY.encode(), mtime=0),
    "warc": warc_record("https://kelva.example/a") + warc_record("https://kelva.example/b", coding="gzip"),
    "warc.gz": gzip.compress(warc_record("https://kelva.example/a"), mtime=0) * 2,
    "feed": rss([f"<guid>1</guid><content:encoded>{HTML}</content:encoded>"]).encode(),
    "jsonl": lines_of([{"text": variant(3)}, {"bodies": [{"value": HTML}]}]).encode(),
    "table": f'title,text\nTalks,"{BODY}"\n'.encode(),
    "parquet": columns(),
    "message": message(),
    "pdf": pdf([BODY.split(". ")], title="Talks"),
}


def read_all(content):
    vessel = Vessel(
        name="x", stream=io.BytesIO(content), ending="", config=CONFIG, budget=Budget(CONFIG.max_expanded_bytes)
    )
    return list(open_vessel(vessel))


@pytest.mark.parametrize("kind", SAMPLES)
def test_sample_is_read_when_it_is_whole(kind):
    found = read_all(SAMPLES[kind])
    assert [read_item(one, CONFIG).status for one in found if isinstance(one, Item)].count("read") >= 1


@pytest.mark.parametrize("kind", SAMPLES)
@given(where=st.floats(0, 1), noise=st.binary(max_size=12), gap=st.integers(0, 60), cut=st.booleans())
@settings(deadline=None, max_examples=40)
def test_nothing_is_raised_when_bytes_are_damaged(kind, where, noise, gap, cut):
    content = SAMPLES[kind]
    at = int(where * len(content))
    damaged = content[:at] + noise + (b"" if cut else content[at + gap :])
    found = read_all(damaged)
    assert found or not damaged
    for one in found:
        if isinstance(one, Item):
            report = read_item(one, CONFIG)
            assert report.status == "read" or report.reason
        else:
            assert one.what.startswith("x")


def test_names_that_are_not_utf8_are_written_with_marks(tmp_path):
    odd = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / odd).write_text(BODY)
    (tmp_path / "all.tar").write_bytes(taped({odd: variant(4)}))
    read = reports(tmp_path)
    assert sorted(read) == ["all.tar!/caf\ufffd.txt", "caf\ufffd.txt"]
    assert {report.status for report in read.values()} == {"read"}
    assert all(dump_value(report) for report in read.values())
