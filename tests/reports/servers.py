"""Servers on the loopback, well-behaved and not."""

import contextlib
import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STOP = threading.Event()


class Answers(BaseHTTPRequestHandler):
    """Answers by the server's table: text or bytes, a status, (status, headers, body), or a function that writes."""

    def do_GET(self):
        answer = self.server.table.get(self.path.partition("?")[0], 404)
        self.server.asked.append((self.path, dict(self.headers)))
        with contextlib.suppress(OSError):
            if callable(answer):
                answer(self)
            else:
                self.give(*self.whole(answer))

    def whole(self, answer):
        if isinstance(answer, int):
            return answer, {}, b""
        if isinstance(answer, tuple):
            return answer
        return 200, {"Content-Type": "text/html; charset=utf-8"}, answer

    def give(self, status, headers, body):
        body = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Keep quiet."""


@contextlib.contextmanager
def serve(table, asked=None):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    server.table, server.asked = table, asked if asked is not None else []
    STOP.clear()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        STOP.set()
        server.shutdown()
        server.server_close()


def hang(handler):
    STOP.wait(20)


def drip_head(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(200):
        handler.wfile.write(b"X")
        if STOP.wait(0.1):
            return


def drip_body(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        if STOP.wait(0.1):
            return


def flood(handler):
    """Ten gigabytes, or what is taken of them."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(10**10))
    handler.end_headers()
    piece = b"x" * 1_000_000
    for _ in range(10_000):
        if STOP.is_set():
            return
        handler.wfile.write(piece)


def bomb(size):
    body = gzip.compress(b"0" * size, mtime=0)
    return 200, {"Content-Encoding": "gzip"}, body


def elapsed(function):
    start = time.monotonic()
    result = function()
    return time.monotonic() - start, result
