"""WARC: pages are read with their addresses, other records are counted, broken ones passed over."""

import gzip
import json

import pytest
from reports.factory import BODY, HEADLINE, PAGE, clues_of, opened, pdf, reports, warc_record

from variorum.config import Config

A, B, C = (f"https://www.kelva.example/{name}" for name in "abc")


def crawl(tmp_path, *records, name="crawl.warc", config=None):
    path = tmp_path / name
    path.write_bytes(b"".join(records))
    return opened(path, config=config)


def packed(*records):
    return [gzip.compress(record, mtime=0) for record in records]


def names(items):
    return [name.partition("!/")[2] for name in items]


@pytest.mark.parametrize("pack", [list, lambda records: packed(*records)], ids=["plain", "packed"])
def test_pages_are_read_with_address_and_crawl_date(tmp_path, pack):
    items, issues = crawl(tmp_path, *pack([warc_record(A), warc_record(B, coding="gzip")]))
    assert names(items) == [A, B]
    assert {item.data for item in items.values()} == {PAGE.encode()}
    (first, _) = items.values()
    seen = next(clue for clue in first.stated if clue.kind == "seen")
    assert clues_of(first) == {"url": A, "source": "kelva.example", "seen": "2031-05-20T10:00:00+00:00"}
    assert (seen.basis, seen.bounds.low, seen.bounds.high.isoformat()) == ("crawl date", None, "2031-05-20")
    assert (first.form, first.charset, issues) == ("page", "utf-8", [])


def test_report_is_read_from_a_page_of_a_crawl(tmp_path):
    (tmp_path / "c.warc").write_bytes(warc_record(A))
    (report,) = reports(tmp_path / "c.warc").values()
    assert (report.title, report.url, report.source) == (HEADLINE, A, "kelva.example")
    assert report.published.known is False


def test_other_records_are_counted_in_one_issue(tmp_path):
    items, issues = crawl(
        tmp_path,
        warc_record(A, kind="request"),
        warc_record(A, kind="revisit"),
        warc_record(A, status="404 Not Found"),
        warc_record(A, content="image/png"),
        warc_record(A, content="image/png"),
        warc_record(B),
    )
    assert names(items) == [B]
    assert [issue.kind for issue in issues] == ["passed_over"]
    told = issues[0].what
    assert all(
        words in told
        for words in ("1 of type request", "1 of type revisit", "1 with status 404", "2 of content image/png")
    )


def test_json_text_and_pdf_are_read_too(tmp_path):
    items, _ = crawl(
        tmp_path,
        warc_record(A, json.dumps({"headline": HEADLINE, "articleBody": BODY}), content="application/json"),
        warc_record(B, BODY, content="text/plain"),
        warc_record(C, pdf([["Delegations left Geneva."]]), content="application/pdf"),
    )
    assert [item.form for item in items.values()] == ["text", None, "pdf"]
    assert clues_of(items[f"crawl.warc!/{A}"])["title"] == HEADLINE
    assert clues_of(items[f"crawl.warc!/{A}"])["url"] == A


def test_pages_of_one_address_have_names_of_their_own(tmp_path):
    items, _ = crawl(tmp_path, warc_record(A), warc_record(A, BODY, content="text/plain"))
    assert names(items) == [A, f"{A}#2"]


def broken(issues):
    return [issue.what for issue in issues if issue.kind == "broken_records"]


def test_rest_is_read_when_a_record_says_it_is_longer(tmp_path):
    items, issues = crawl(tmp_path, warc_record(A), warc_record(B, length=10**6), warc_record(C))
    assert names(items) == [A, C]
    assert "1 broken record" in broken(issues)[0]


def test_rest_is_read_when_a_record_says_it_is_shorter(tmp_path):
    items, issues = crawl(tmp_path, warc_record(A), warc_record(B, length=90), warc_record(C))
    assert A in names(items)
    assert C in names(items)
    assert broken(issues)


def test_rest_is_read_when_rubbish_lies_between_records(tmp_path):
    items, issues = crawl(tmp_path, warc_record(A), b"rubbish " * 500 + b"\r\n\r\n", warc_record(B))
    assert names(items) == [A, B]
    assert broken(issues)


def test_rest_is_read_when_a_packed_record_is_damaged(tmp_path):
    one, two, three = packed(warc_record(A), warc_record(B), warc_record(C))
    middle = len(two) // 2
    items, issues = crawl(tmp_path, one, two[:middle] + bytes(8) + two[middle + 8 :], three, name="c.warc.gz")
    assert names(items) == [A, C]
    assert broken(issues)


def test_whole_records_are_read_when_a_packed_file_breaks_off(tmp_path):
    one, two = packed(warc_record(A), warc_record(B))
    items, issues = crawl(tmp_path, one, two[:-60], name="c.warc.gz")
    assert names(items) == [A]
    assert broken(issues)


def test_page_is_set_aside_when_it_unpacks_to_more_than_a_report(tmp_path):
    items, _ = crawl(tmp_path, warc_record(A, b"0" * 30_000_000, coding="gzip"), warc_record(B))
    assert "max_report_bytes" in items[f"crawl.warc!/{A}"].reason
    assert items[f"crawl.warc!/{B}"].reason is None


def test_reading_ends_when_records_come_to_more_than_the_limit(tmp_path):
    records = packed(*(warc_record(f"{A}{number}", b"0" * 900_000) for number in range(9)))
    items, issues = crawl(tmp_path, *records, name="c.warc.gz", config=Config(max_expanded_bytes=3_000_000))
    assert 0 < len(items) < 9
    assert "max_expanded_bytes = 3000000" in issues[0].what


def test_header_names_the_encoding_when_the_page_does_not(tmp_path):
    page = PAGE.replace("Delegations", "Délégations, élues,").encode("cp1250")
    (tmp_path / "c.warc").write_bytes(warc_record(A, page, content="text/html; charset=windows-1250"))
    (report,) = reports(tmp_path / "c.warc").values()
    assert "Délégations, élues" in report.text
