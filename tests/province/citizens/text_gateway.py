"""A real gateway of text messages of the tests' own: it listens on HTTP and keeps each message that it had not yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.serving import serving


class _Request(BaseHTTPRequestHandler):
    server: TextGateway

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        key, server = self.headers["Idempotency-Key"], self.server
        server.asked.append(key)
        server.tokens.add(self.headers.get("Authorization", ""))
        if server.fails or body["to"] in server.gone:
            self._answer(server.fails or 404)
            return
        server.delivered.setdefault(key, body)
        if server.loses_answer:
            server.loses_answer = False
            self.close_connection = True  # it has the message, and nobody hears of it
            return
        self._answer(202)

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class TextGateway(ThreadingHTTPServer):
    """`fails`: the status it answers with while it takes nothing. `gone` are numbers that it does not know.
    `loses_answer`: once, it takes a message and breaks off."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Request)
        self.asked: list[str] = []
        self.delivered: dict[str, dict[str, str]] = {}
        self.tokens: set[str] = set()
        self.gone: set[str] = set()
        self.fails, self.loses_answer = 0, False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1/messages"


@contextmanager
def text_gateway() -> Iterator[TextGateway]:
    """It listens meanwhile."""
    server = TextGateway()
    with serving(server):
        yield server
