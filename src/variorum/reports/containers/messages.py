"""Saved pages (MHTML) and mail (.eml): one message, one report, and what its head says of it."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import parseaddr

from variorum.errors import Quarantine
from variorum.reports.containers.records import compose_item, plain_words, with_host
from variorum.reports.containers.vessel import Found, Opener, Vessel
from variorum.reports.items import Item
from variorum.reports.lines import Clue
from variorum.reports.dates.instants import date_clue

_HEAD_LINE = re.compile(rb"([!-9;-~]+):[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_SURE = {b"mime-version", b"message-id", b"received"}
_ENDINGS = {".eml", ".mht", ".mhtml"}
_BROKEN = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
_DEEPEST = 200


def is_message(vessel: Vessel) -> bool:
    """True of bytes that open with the head of a message: names and values that only mail programs write."""
    names = set(_head_names(vessel.head))
    return bool(names) and (len(names & _SURE) > 0 or vessel.ending in _ENDINGS)


def _head_names(head: bytes) -> Iterator[bytes]:
    at = 0
    while match := _HEAD_LINE.match(head, at):
        yield match[1].lower()
        at = match.end()


def read_message(vessel: Vessel, _open_member: Opener) -> Iterator[Found]:
    """Read a message: its page, else its text.

    Raises:
        Quarantine: it is too large, broken, or holds neither.
    """
    data = vessel.whole()
    if data.count(b"boundary=") > _DEEPEST:
        raise Quarantine(f"a message of more than {_DEEPEST} parts within each other; no report is")
    try:
        message = message_from_bytes(data, policy=default)
        saved = _is_saved(message, vessel)
        part = _body(message)
        if part is None:
            raise Quarantine("a message without text; its attachments are not read")
        yield _saved_page(vessel, message, part) if saved else _mail(vessel, message, part)
    except _BROKEN as error:
        raise Quarantine(f"a message that cannot be read ({type(error).__name__}: {error})") from error


def _is_saved(message: Message, vessel: Vessel) -> bool:
    by = str(message.get("From", ""))
    return vessel.ending in {".mht", ".mhtml"} or "saved by" in by.lower() or "Snapshot-Content-Location" in message


def _body(message: Message) -> EmailMessage | None:
    """The first part of HTML, else of plain text, that is no attachment."""
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_attachment()]
    for kind in ("text/html", "text/plain"):
        for part in parts:
            if part.get_content_type() == kind:
                return part
    return None


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _saved_page(vessel: Vessel, message: Message, part: EmailMessage) -> Item:
    """A page as a browser saved it; the message's date is when it was saved."""
    url = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    stated = [Clue(kind="url", value=url, basis="address")] if url.startswith(("http://", "https://")) else []
    seen = date_clue("seen", message.get("Date"), "saved page")
    stated += [seen] if seen else []
    form = "page" if part.get_content_type() == "text/html" else "text"
    known = (*stated, *vessel.stated)
    charset = part.get_content_charset()
    return Item(
        file=vessel.name, data=_bytes(part), row=vessel.row, stated=with_host(known), form=form, charset=charset
    )


def _mail(vessel: Vessel, message: Message, part: EmailMessage) -> Item:
    """A newsletter or a report sent by mail: its subject is the headline, who sent it the source."""
    words = _bytes(part).decode(part.get_content_charset() or "utf-8", "replace")
    subject = plain_words(str(message.get("Subject", "")))
    stated = tuple(_mail_clues(message, subject))
    html = part.get_content_type() == "text/html"
    return compose_item(vessel, vessel.name, subject, words, (*stated, *vessel.stated), markup=html)


def _mail_clues(message: Message, subject: str) -> Iterator[Clue]:
    if subject:
        yield Clue(kind="title", value=subject, basis="mail")
    name, address = parseaddr(str(message.get("From", "")))
    source = name or address.rpartition("@")[2]
    if source:
        yield Clue(kind="source", value=source, basis="mail")
    published = date_clue("published", message.get("Date"), "mail")
    if published:
        yield published
