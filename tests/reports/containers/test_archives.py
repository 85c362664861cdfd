"""Archives and packed files: members are read as they would be beside the archive; harm is set aside with a reason."""

import bz2
import gzip
import io
import lzma
import random
import tarfile
import tracemalloc
import zipfile

import pytest
from reports.factory import BODY, PAGE, lines_of, opened, pdf, reports, rss, taped, variant, warc_record, zipped

from variorum.config import Config

MEMBERS = {"folder/a.html": PAGE, "b.txt": BODY}
SMALL = Config(offline=True, max_expanded_bytes=3_000_000)


def put(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


ARCHIVES = {
    "dump.zip": zipped(MEMBERS),
    "dump.tar": taped(MEMBERS),
    "dump.tar.gz": taped(MEMBERS, "w:gz"),
    "dump.tar.bz2": taped(MEMBERS, "w:bz2"),
    "dump.tar.xz": taped(MEMBERS, "w:xz"),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_report_has_the_same_id_when_it_lies_in_an_archive(tmp_path, name):
    (tmp_path / "plain").mkdir()
    beside = reports(put(tmp_path / "plain", "a.html", PAGE), put(tmp_path / "plain", "b.txt", BODY))
    packed = reports(put(tmp_path, name, ARCHIVES[name]))
    assert sorted(packed) == [f"{name}!/b.txt", f"{name}!/folder/a.html"]
    assert packed[f"{name}!/folder/a.html"].report_id == beside["a.html"].report_id
    assert packed[f"{name}!/b.txt"].report_id == beside["b.txt"].report_id
    assert packed[f"{name}!/b.txt"].text == BODY.strip()


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_single_file_is_read_when_it_is_packed(tmp_path, ending, pack):
    path = put(tmp_path, f"a.txt{ending}", pack(BODY.encode()))
    assert reports(path)[f"a.txt{ending}"].text == BODY.strip()
    lines = put(tmp_path, f"n.jsonl{ending}", pack(lines_of([{"text": variant(3)}, {"text": variant(4)}]).encode()))
    assert sorted(reports(lines)) == [f"n.jsonl{ending}!/1", f"n.jsonl{ending}!/2"]


def test_kind_is_found_by_content_when_the_name_says_nothing(tmp_path):
    assert len(opened(put(tmp_path, "one", zipped(MEMBERS)))[0]) == 2
    assert len(opened(put(tmp_path, "two.txt", taped(MEMBERS, "w:gz")))[0]) == 2


def test_members_are_opened_again_when_they_are_containers(tmp_path):
    members = {
        "inner.zip": zipped({"x.txt": BODY}),
        "crawl.warc.gz": gzip.compress(warc_record("https://kelva.example/a")),
        "feed.xml": rss([f"<title>Dam talks end</title><description>{BODY * 6}</description><guid>e1</guid>"]),
        "lines.jsonl": lines_of([{"text": BODY}]),
        "paper.pdf": pdf([BODY.split(". ")]),
    }
    items, issues = opened(put(tmp_path, "dump.zip", zipped(members)))
    assert sorted(items) == [
        "dump.zip!/crawl.warc.gz!/https://kelva.example/a",
        "dump.zip!/feed.xml!/e1",
        "dump.zip!/inner.zip!/x.txt",
        "dump.zip!/lines.jsonl!/1",
        "dump.zip!/paper.pdf",
    ]
    assert issues == []


@pytest.mark.parametrize("make", [zipped, taped], ids=["zip", "tar"])
def test_rows_are_given_when_a_table_lies_in_the_archive(tmp_path, make):
    table = "file\tsource\tmood\na.txt\tKelvan Herald\tgrim\n"
    members = {"in/a.txt": BODY, "in/reports.tsv": table}
    items, issues = opened(put(tmp_path, "dump.bin", make(members)))
    assert list(items) == ["dump.bin!/in/a.txt"]
    assert items["dump.bin!/in/a.txt"].row.source == "Kelvan Herald"
    assert [(issue.kind, issue.file) for issue in issues] == [("unknown_column", "dump.bin!/in/reports.tsv")]


def test_hidden_members_are_passed_over_as_hidden_files_are(tmp_path):
    members = {".DS_Store": b"\0" * 9, "__MACOSX/a.txt": "x", "a.txt": BODY}
    assert list(opened(put(tmp_path, "d.zip", zipped(members)))[0]) == ["d.zip!/a.txt"]


@pytest.mark.parametrize("make", [zipped, taped], ids=["zip", "tar"])
@pytest.mark.parametrize("name", ["/etc/a.txt", "../a.txt", "x/../../a.txt", "C:\\a.txt"])
def test_member_is_set_aside_when_its_name_leads_out(tmp_path, make, name):
    items, _ = opened(put(tmp_path, "d.bin", make({name: BODY, "good.txt": BODY})))
    reasons = {name: item.reason for name, item in items.items()}
    assert reasons.pop("d.bin!/good.txt") is None
    assert ["leads out of the archive" in reason for reason in reasons.values()] == [True]


def test_links_and_devices_are_not_followed(tmp_path):
    link, device = tarfile.TarInfo("link.txt"), tarfile.TarInfo("null")
    link.type, link.linkname, device.type = tarfile.SYMTYPE, "/etc/passwd", tarfile.CHRTYPE
    items, issues = opened(put(tmp_path, "d.tar", taped({link: "", device: "", "a.txt": BODY})))
    assert list(items) == ["d.tar!/a.txt"]
    assert [issue.kind for issue in issues] == ["link_in_archive"] * 2
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = 0o120777 << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    items, issues = opened(put(tmp_path, "d.zip", stream.getvalue()))
    assert (items, [issue.kind for issue in issues]) == ({}, ["link_in_archive"])


def test_encrypted_member_is_set_aside_and_the_rest_read(tmp_path):
    content = bytearray(zipped({"a.txt": BODY, "b.txt": variant(3)}, zipfile.ZIP_STORED))
    content[6] |= 1  # the first member's local header, then its row in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    items, _ = opened(put(tmp_path, "d.zip", bytes(content)))
    assert "encrypted" in items["d.zip!/a.txt"].reason
    assert items["d.zip!/b.txt"].reason is None


def test_broken_member_is_set_aside_and_the_rest_read(tmp_path):
    content = zipped({"a.txt": BODY, "b.txt": variant(3)}, zipfile.ZIP_STORED).replace(
        b"Delegations", b"delegations", 1
    )
    items, _ = opened(put(tmp_path, "d.zip", content))
    assert "broken in its archive" in items["d.zip!/a.txt"].reason
    assert items["d.zip!/b.txt"].reason is None


def test_zip_is_set_aside_when_it_is_torn(tmp_path):
    items, issues = opened(put(tmp_path, "d.zip", zipped(MEMBERS)[:200]))
    assert "zip archive that is broken" in items["d.zip"].reason
    assert issues == []


def test_packed_file_is_set_aside_when_it_breaks_off(tmp_path):
    items, issues = opened(put(tmp_path, "a.txt.gz", gzip.compress(BODY.encode())[:-20]), put(tmp_path, "b.txt", BODY))
    assert "break off" in items["a.txt.gz"].reason
    assert (items["b.txt"].reason, issues) == (None, [])


def test_members_before_the_break_are_read_when_a_tape_breaks_off(tmp_path):
    noise = random.Random(3).randbytes(60_000)
    whole = taped({"a.txt": BODY, "b.txt": noise}, "w:gz")
    items, issues = opened(put(tmp_path, "d.tar.gz", whole[: len(whole) // 2]))
    assert list(items) == ["d.tar.gz!/a.txt"]
    assert [(issue.kind, issue.file) for issue in issues] == [("broken_container", "d.tar.gz")]
    assert "breaks off" in issues[0].what


def test_bomb_is_set_aside_when_its_ratio_is_absurd(tmp_path):
    zeros = b"0" * 40_000_000
    packed = zipped({"bomb.txt": zeros, "good.txt": BODY})
    items, _ = opened(put(tmp_path, "d.zip", packed))
    assert "max_ratio = 200" in items["d.zip!/bomb.txt"].reason
    assert items["d.zip!/good.txt"].reason is None
    assert "max_ratio = 200" in opened(put(tmp_path, "b.gz", gzip.compress(zeros)))[0]["b.gz"].reason
    tape = opened(put(tmp_path, "b.tar.gz", taped({"a.txt": BODY, "b.txt": zeros}, "w:gz")))
    assert "max_ratio" in str(tape)


def test_bomb_is_set_aside_when_a_header_lies_about_its_size(tmp_path):
    content = bytearray(zipped({"bomb.txt": b"0" * 9_000_000}))
    at = content.index(b"PK\x01\x02")
    content[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    items, _ = opened(put(tmp_path, "d.zip", bytes(content)))
    assert items["d.zip!/bomb.txt"].reason


def test_expanded_bytes_are_counted_over_nested_archives(tmp_path):
    inner = zipped({f"{number}.txt": variant(number) * 6_000 for number in range(3)}, zipfile.ZIP_STORED)
    outer = zipped({"1.zip": inner, "2.zip": inner}, zipfile.ZIP_STORED)
    items, _ = opened(put(tmp_path, "d.zip", outer), config=SMALL)
    lost = [item.reason for item in items.values() if item.reason]
    assert lost
    assert all("max_expanded_bytes = 3000000" in reason for reason in lost)


def test_archive_is_set_aside_when_it_lies_too_deep(tmp_path):
    content = zipped({"a.txt": BODY})
    for _ in range(5):
        content = zipped({"inner.zip": content})
    ((name, item),) = opened(put(tmp_path, "d.zip", content))[0].items()
    assert (name.count("inner.zip"), "max_depth = 4" in item.reason) == (4, True)


def test_rest_is_not_read_when_there_are_too_many_items(tmp_path):
    path = put(tmp_path, "d.zip", zipped({f"{number}.txt": variant(number) for number in range(5)}))
    items, issues = opened(path, config=Config(max_items=3))
    assert (len(items), [issue.kind for issue in issues]) == (3, ["too_many_items"])


def test_memory_is_bounded_by_a_member_and_not_by_the_archive(tmp_path):
    noise = random.Random(5)
    members = {f"{number}.txt": noise.randbytes(500_000).hex() for number in range(40)}
    size = sum(map(len, members.values()))
    path = put(tmp_path, "d.tar.gz", taped(members, "w:gz"))
    del members
    from variorum.reports import discover_inputs, open_inputs

    tracemalloc.start()
    count = sum(1 for _ in open_inputs(discover_inputs([path], Config()).inputs, Config()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 40
    assert peak < min(12_000_000, size / 3)
