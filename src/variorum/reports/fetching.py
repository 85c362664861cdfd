"""Pages and feeds by address: whole or not at all, within limits of time, size and redirects.

A name is looked up once; the connection goes to the address that was checked, TLS to the name. No cookies, no proxy,
no credentials; nothing of the server's date is used.
"""

import socket
import ssl
import threading
import time
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import urljoin, urldefrag

from variorum.config import Config
from variorum.errors import Quarantine
from variorum.reports.networks import Target, resolve_host, split_address
from variorum.reports.patience import Patience

_REDIRECTS = {301, 302, 303, 307, 308}
_PIECE = 1 << 16
_TYPES = {
    "text/html": ".html",
    "application/pdf": ".pdf",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/markdown": ".md",
    "application/x-ndjson": ".jsonl",
    "multipart/related": ".mhtml",
    "message/rfc822": ".eml",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave. address: the last one, after redirects. ending: what its content type says, ".html"."""

    address: str
    content: bytes
    ending: str = ""
    charset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    """A server's answer: its status, header and bytes as sent."""

    status: int
    headers: Any
    body: bytes


class _Clock:
    """What is left of the time for one fetch; when it is over, it shuts the connection from outside."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self.seconds = seconds

    @property
    def left(self) -> float:
        return max(self._end - time.monotonic(), 0.001)

    @property
    def over(self) -> bool:
        return time.monotonic() >= self._end

    def watch(self, connection: socket.socket) -> threading.Timer:
        """Start to watch a connection; whoever is done with it cancels."""
        timer = threading.Timer(self.left, _shut, [connection])
        timer.daemon = True
        timer.start()
        return timer


def _shut(connection: socket.socket) -> None:
    """End a connection under whoever waits on it: a server that drips is as dead as one that hangs."""
    try:
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
    except OSError:
        return


def fetch_all(
    addresses: Sequence[str | None], config: Config, *, patiently: bool = True
) -> Iterator[Fetched | Quarantine]:
    """Fetch addresses a few at once; what they gave, or why nothing, in the order given.

    Args:
        patiently: True where every address is tried, as those that a person gave; False where a server that is slow
            again and again, and all that comes after `feed_seconds`, is passed over.
    """
    wanted = deque(address for address in addresses if address)
    threads = max(config.fetch_threads, 1)
    patience = None if patiently else Patience(config)
    with ThreadPoolExecutor(max_workers=threads, thread_name_prefix="fetch") as pool:
        waiting: deque[Future[Fetched | Quarantine]] = deque()
        while wanted or waiting:
            while wanted and len(waiting) < threads:
                waiting.append(pool.submit(_attempt, wanted.popleft(), config, patience))
            yield waiting.popleft().result()


def _attempt(address: str, config: Config, patience: Patience | None) -> Fetched | Quarantine:
    try:
        if patience is None:
            return fetch(address, config)
        patience.check(address)
        return _timed(address, config, patience)
    except Quarantine as reason:
        return reason


def _timed(address: str, config: Config, patience: Patience) -> Fetched:
    began = time.monotonic()
    try:
        return fetch(address, config)
    finally:
        patience.count(address, time.monotonic() - began)


def fetch(address: str, config: Config) -> Fetched:
    """Fetch an address and what it redirects to.

    Raises:
        Quarantine: it may not be fetched, or gave nothing within the limits.
    """
    if config.offline:
        raise Quarantine("was not fetched: offline")
    clock = _Clock(config.fetch_seconds)
    seen: set[str] = set()
    address = address.partition("#")[0]
    for _ in range(config.fetch_redirects + 1):
        if address in seen:
            raise Quarantine(f"redirects in a circle, to {address} again")
        seen.add(address)
        reply = _ask(split_address(address), config, clock)
        target = reply.headers.get("Location") if reply.status in _REDIRECTS else None
        if target is None:
            return _fetched(address, reply, config)
        address = _redirected(address, target)
    raise Quarantine(f"redirects more than fetch_redirects = {config.fetch_redirects} times")


def _redirected(address: str, target: str) -> str:
    try:
        return urldefrag(urljoin(address, target)).url
    except ValueError as error:
        raise Quarantine(f"redirects to what is no address ({error}); try again later") from error


def _fetched(address: str, reply: _Reply, config: Config) -> Fetched:
    if reply.status != 200:
        raise Quarantine(f"was answered with status {reply.status}; check that it is open to all")
    kind = Message()
    kind["Content-Type"] = reply.headers.get("Content-Type") or "application/octet-stream"
    coding = (reply.headers.get("Content-Encoding") or "").strip().lower()
    content = _unpacked(reply.body, coding, config)
    ending = _TYPES.get(kind.get_content_type(), "")
    return Fetched(address=address, content=content, ending=ending, charset=kind.get_content_charset())


def _unpacked(body: bytes, coding: str, config: Config) -> bytes:
    """Undo a content coding, within the limit of size."""
    if coding in {"", "identity"}:
        return body
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise Quarantine(f"was sent packed as {coding}, which was not asked for")
    unpacker = zlib.decompressobj(wbits=47)
    try:
        content = unpacker.decompress(body, config.fetch_bytes + 1)
    except zlib.error as error:
        raise Quarantine(f"was sent in packed bytes that are broken ({error})") from error
    if len(content) > config.fetch_bytes:
        raise Quarantine(_too_large(config, " when unpacked"))
    if not unpacker.eof:
        raise Quarantine("was sent in packed bytes that break off; try again")
    return content


def _ask(target: Target, config: Config, clock: _Clock) -> _Reply:
    """Ask one server once."""
    from urllib3.exceptions import HTTPError, ProtocolError

    host = resolve_host(target, seconds=clock.left, private=config.fetch_private)
    try:
        return _converse(target, host, config, clock)
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if clock.over:
            raise Quarantine(_too_slow(clock)) from error
        if isinstance(error, ProtocolError):
            raise Quarantine("broke off before it was whole; try again") from error
        words = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise Quarantine(f"could not be fetched ({words}); check it and try again") from error


def _converse(target: Target, host: str, config: Config, clock: _Clock) -> _Reply:
    from urllib3.connection import HTTPConnection

    plain = socket.create_connection((host, target.port), timeout=clock.left)
    with closing(_secured(plain, target)) as connected:
        timer = clock.watch(connected)
        try:
            if isinstance(connected, ssl.SSLSocket):
                connected.do_handshake()
            talk = HTTPConnection(target.host, target.port, timeout=clock.left)
            talk.sock = connected
            talk.request("GET", target.path, headers=_headers(target), preload_content=False, decode_content=False)
            reply = talk.getresponse()
            body = _receive(reply, config, clock) if reply.status == 200 else b""
            return _Reply(status=reply.status, headers=reply.headers, body=body)
        finally:
            timer.cancel()


def _secured(plain: socket.socket, target: Target) -> socket.socket:
    if target.scheme != "https":
        return plain
    try:
        context = ssl.create_default_context()
        return context.wrap_socket(plain, server_hostname=target.host, do_handshake_on_connect=False)
    except (OSError, ValueError):
        plain.close()
        raise


def _headers(target: Target) -> dict[str, str]:
    return {
        "Host": target.netloc,
        "User-Agent": f"variorum/{_version()}",
        "Accept": "*/*",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _version() -> str:
    """The version that is installed; "0" in a checkout that is not."""
    try:
        return version("variorum")
    except PackageNotFoundError:
        return "0"


def _receive(reply: Any, config: Config, clock: _Clock) -> bytes:
    """A body as sent, piece by piece, so that neither time nor size runs over."""
    pieces: list[bytes] = []
    size = 0
    while piece := reply.read1(_PIECE, decode_content=False):
        pieces.append(piece)
        size += len(piece)
        if size > config.fetch_bytes:
            raise Quarantine(_too_large(config, ""))
        if clock.over:
            raise Quarantine(_too_slow(clock))
    if clock.over:
        raise Quarantine(_too_slow(clock))
    return b"".join(pieces)


def _too_slow(clock: _Clock) -> str:
    return f"took more than fetch_seconds = {clock.seconds:g}; try again or raise the limit"


def _too_large(config: Config, when: str) -> str:
    return f"sent more than fetch_bytes = {config.fetch_bytes}{when}; raise the limit if that is meant"
