"""Builders of inputs: archives, crawls, feeds and documents around reports of invented countries."""

import gzip
import io
import json
import tarfile
import zipfile

from variorum.config import Config
from variorum.reports import Item, discover_inputs, open_inputs, read_item

BODY = (
    "Delegations from Kelva and Ostrany left Geneva on Monday after two days of talks on the Orsk dam.\n"
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.\n"
)
HEADLINE = "Dam talks end without a paper"
PAGE = (
    f"<!doctype html><html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>"
    + "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    + "</article></body></html>"
)
HTML = "".join(f"<p>{line}</p>" for line in BODY.splitlines())


def variant(number):
    """A report unlike the others by its number."""
    return BODY.replace("two days", f"{number} days")


def opened(*paths, config=None):
    """(items by name, issues) of inputs."""
    config = config or Config(offline=True)
    found = list(open_inputs(discover_inputs(list(paths), config).inputs, config))
    items = [one for one in found if isinstance(one, Item)]
    return {item.file: item for item in items}, [one for one in found if not isinstance(one, Item)]


def reports(*paths, config=None):
    """Reports by name."""
    config = config or Config(offline=True)
    items, _ = opened(*paths, config=config)
    return {name: read_item(item, config) for name, item in items.items()}


def clues_of(item):
    return {clue.kind: clue.value for clue in item.stated}


def zipped(members, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def taped(members, mode="w"):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as tape:
        for name, content in members.items():
            info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            plain = content.encode() if isinstance(content, str) else content
            info.size = len(plain)
            tape.addfile(info, io.BytesIO(plain))
    return stream.getvalue()


def warc_record(
    uri, body=PAGE, *, kind="response", content="text/html; charset=utf-8", status="200 OK", length=None, coding=None
):
    body = body.encode() if isinstance(body, str) else body
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n"
    if coding == "gzip":
        body, head = gzip.compress(body, mtime=0), head + "Content-Encoding: gzip\r\n"
    block = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    said = len(block) if length is None else length
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2031-05-20T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{abs(hash(uri)) % 10**8:08d}-0000-0000-0000-000000000000>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {said}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def rss(entries, *, title="Kelvan Herald", extra=""):
    """entries: XML of each item."""
    items = "".join(f"<item>{entry}</item>" for entry in entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>{title}</title><language>en</language>{items}</channel></rss>{extra}"
    )


def lines_of(objects):
    return "".join(json.dumps(one) + "\n" for one in objects)


def pdf(pages, *, title=None, created=None):
    """A PDF whose pages hold lines of text, written by hand: one font, one line below the other."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        shown = " ".join(
            f"1 0 0 1 72 {760 - 14 * at} Tm ({line.replace('(', '[').replace(')', ']')}) Tj"
            for at, line in enumerate(lines)
        )
        stream = f"BT /F1 11 Tf {shown} ET" if lines else ""
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    about = "".join([f" /Title ({title})" if title else "", f" /CreationDate ({created})" if created else ""])
    objects.append(f"<<{about} >>")
    return _assembled(objects)


def _assembled(objects):
    content, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(content)
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
    return content + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}{trailer}".encode()
