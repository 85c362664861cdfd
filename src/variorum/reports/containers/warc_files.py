"""WARC files: the pages that a crawler stored, one record at a time; broken records are passed over and told."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import IO, Any

from variorum.reports.containers.unpacking import GZIP, peek
from variorum.reports.containers.records import with_host
from variorum.reports.containers.vessel import CHUNK, Found, Opener, Vessel, member_name
from variorum.reports.items import Item
from variorum.reports.lines import Clue
from variorum.reports.dates.instants import date_clue

_MARK = b"WARC/"
_MOST_BROKEN = 1_000
_FORMS = {"text/html": "page", "application/xhtml+xml": "page", "text/plain": None, "application/pdf": "pdf"}
_JSON = {"application/json", "application/ld+json"}
_UNREAD = (OSError, ValueError, UnicodeError)


def is_crawl(vessel: Vessel) -> bool:
    """True of a WARC file, packed or not."""
    return peek(vessel, len(_MARK)) == _MARK


def read_crawl(vessel: Vessel, open_member: Opener) -> Iterator[Found]:
    """Read the responses and resources of a crawl; all other records are counted in one issue."""
    passed: Counter[str] = Counter()
    names: Counter[str] = Counter()
    start: int | None = 0
    while start is not None and passed["broken"] <= _MOST_BROKEN:
        records = _Records(vessel, start)
        for record in records:
            kind = _passed_over(record)
            if kind:
                passed[kind] += 1
                continue
            payload = records.payload(record)
            if payload is None:
                break
            yield from _read_record(vessel, record, payload, names, open_member)
        start = None if records.whole else _next_record(vessel, records.position + 1)
        passed["broken"] += not records.whole
    yield from _tell(vessel, passed)


class _Records:
    """The records from an offset on, until the end or the first that is broken.

    position: where the last record begins. whole: True once the end was reached without a fault.
    """

    def __init__(self, vessel: Vessel, start: int) -> None:
        self._vessel = vessel
        self._start = start
        self.position = start
        self.whole = False

    def __iter__(self) -> Iterator[Any]:
        from fastwarc.warc import ArchiveIterator, WarcRecordType

        stream = _From(self._vessel.stream, self._start)
        try:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, auto_decode="all"):
                self.position = self._start + record.stream_pos
                self._vessel.budget.spend(record.content_length)
                yield record
        except _UNREAD:
            return
        self.whole = True

    def payload(self, record: Any) -> bytes | None:
        """A record's bytes, one more than a report may have at most; None where it breaks off."""
        try:
            data: bytes = record.reader.read(self._vessel.config.max_report_bytes + 1)
        except _UNREAD:
            return None
        return None if _breaks_off(record, len(data)) else data


def _breaks_off(record: Any, size: int) -> bool:
    """True of a record that holds less than it says; packed and chunked payloads have other lengths."""
    headers = record.http_headers
    if headers is None:
        return bool(size < record.content_length)
    coded = headers.get("Content-Encoding") or headers.get("Transfer-Encoding")
    return not coded and bool(size < record.content_length)


class _From:
    """A stream from an offset on, as fastwarc reads it."""

    def __init__(self, stream: IO[bytes], start: int) -> None:
        self._stream = stream
        self._at = start

    def read(self, size: int = -1) -> bytes:
        self._stream.seek(self._at)
        piece = self._stream.read(size)
        self._at += len(piece)
        return piece

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = self._stream.seek(offset, whence)
        return self._at

    def close(self) -> None:
        """Others close the stream."""


def _next_record(vessel: Vessel, start: int) -> int | None:
    """Where the next record may begin, at or after an offset: its first words, or those of packed bytes."""
    mark = GZIP + b"\x08" if vessel.head.startswith(GZIP) else _MARK + b"1."
    stream = vessel.stream
    stream.seek(start)
    before, at = b"", start
    while chunk := stream.read(CHUNK):
        found = (before + chunk).find(mark)
        if found >= 0:
            return at - len(before) + found
        at += len(chunk)
        before = chunk[-len(mark) :]
    return None


def _passed_over(record: Any) -> str | None:
    """Why a record is no report, in words to count by; None where it may be one."""
    kind = (record.headers.get("WARC-Type") or "unknown").lower()
    if kind not in {"response", "resource"}:
        return f"of type {kind}"
    status = record.http_headers.status_code if record.http_headers is not None else None
    if kind == "response" and status != 200:
        return f"with status {status}"
    content = _content_type(record)
    if content not in _FORMS and content not in _JSON:
        return f"of content {content or 'unknown'}"
    return None


def _content_type(record: Any) -> str:
    headers = record.http_headers
    words = record.http_content_type if headers is not None else record.headers.get("Content-Type")
    return (words or "").partition(";")[0].strip().lower()


def _read_record(
    vessel: Vessel, record: Any, payload: bytes, names: Counter[str], open_member: Opener
) -> Iterator[Found]:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    names[url] += 1
    repeat = f"#{names[url]}" if names[url] > 1 else ""
    name = member_name(vessel.name, f"{url or 'record'}{repeat}")
    if len(payload) > vessel.config.max_report_bytes:
        yield vessel.lost(name, f"more than max_report_bytes = {vessel.config.max_report_bytes}; raise the limit")
        return
    stated = (*_clues(record, url), *vessel.stated_of(name))
    if _content_type(record) in _JSON:
        member = vessel.member(name, BytesIO(payload), ending=".json")
        yield from open_member(replace(member, stated=stated))
        return
    charset = record.http_charset if record.http_headers is not None else None
    form = _FORMS[_content_type(record)]
    yield Item(file=name, data=payload, row=vessel.row_of(name), stated=with_host(stated), form=form, charset=charset)


def _clues(record: Any, url: str) -> Iterator[Clue]:
    if url.startswith(("http://", "https://")):
        yield Clue(kind="url", value=url, basis="address")
    seen = date_clue("seen", record.headers.get("WARC-Date"), "crawl date")
    if seen:
        yield seen


def _tell(vessel: Vessel, passed: Counter[str]) -> Iterator[Found]:
    broken = passed.pop("broken", 0)
    if broken:
        left = "" if broken <= _MOST_BROKEN else "; the rest of the file is not read"
        yield vessel.issue("broken_records", f"{broken} broken records were passed over{left}")
    told = ", ".join(f"{count} {what}" for what, count in sorted(passed.items()) if count)
    if told:
        yield vessel.issue("passed_over", f"records that are no reports: {told}")
