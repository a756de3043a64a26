"""Desks with real stores and a real server on loopback."""

from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from counter_app.config import Server
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.payload import Payload
from counter_app.province.serve import RunningServer, running_server
from counter_app.store.store import Store, open_store
from counter_app.store.sync_secrets import CREDENTIAL
from counter_app.sync.client import ProvincialServer
from tests.dossier.entries import AT, CODE
from tests.serving import serving


@pytest.fixture
def address(tmp_path: Path) -> Iterator[RunningServer]:
    with running_server(tmp_path / "server") as told:
        yield told


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Callable[[int], Store]]:
    """Opens the store of a desk by its number."""
    with ExitStack() as open_stores:

        def opened(number: int) -> Store:
            store = open_store(tmp_path / f"desk-{number}", f"H41.99:{number}")
            open_stores.callback(store.close)
            return store

        yield opened


def gateway(address: RunningServer, store: Store, url: str = "") -> ProvincialServer:
    """The desk's connection; it enrols the first time."""
    known = store.sync_secrets.get(CREDENTIAL)
    code = "" if known else address.services.desks.register(store.desk)
    return ProvincialServer(Server(url=url or address.url, code=code), store)


def append(store: Store, payload: Payload, code: str = CODE) -> Dossier:
    return store.journal.append(payload, dossier=code, clerk="Mẫu", at=AT, salt="salt")


class CuttingLine:
    """A line between desk and server that is cut after so many bytes, in either direction, or swallows replies."""

    def __init__(self, url: str) -> None:
        self._server = ("127.0.0.1", int(url.rpartition(":")[2]))
        self.up_limit: int | None = None
        self.drop_reply_to = b""
        self.sent_up = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.create_connection(self._server)
            doomed = threading.Event()
            threading.Thread(target=self._up, args=(near, far, doomed), daemon=True).start()
            threading.Thread(target=self._down, args=(far, near, doomed), daemon=True).start()

    def _up(self, near: socket.socket, far: socket.socket, doomed: threading.Event) -> None:
        try:
            while data := near.recv(65536):
                if self.drop_reply_to and self.drop_reply_to in data:
                    doomed.set()
                if self.up_limit is not None and self.sent_up + len(data) > self.up_limit:
                    data = data[: max(self.up_limit - self.sent_up, 0)]
                    self.sent_up += len(data)
                    far.sendall(data)
                    break
                self.sent_up += len(data)
                far.sendall(data)
        except OSError:
            pass  # the other side hung up, as lines do
        finally:
            _hang_up(near if self.up_limit is not None else far, far)

    def _down(self, far: socket.socket, near: socket.socket, doomed: threading.Event) -> None:
        try:
            while data := far.recv(65536):
                if doomed.is_set():
                    break
                near.sendall(data)
        except OSError:
            pass  # the other side hung up, as lines do
        finally:
            _hang_up(near, far)

    def close(self) -> None:
        self._listening.close()


def _hang_up(*ends: socket.socket) -> None:
    for end in ends:
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            end.close()


@pytest.fixture
def line(address: RunningServer) -> Iterator[CuttingLine]:
    cutting = CuttingLine(address.url)
    yield cutting
    cutting.close()


@contextmanager
def answering(status: int, body: bytes, content_type: str) -> Iterator[str]:
    """Something at the server's address that is not the server, or is ill."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_HEAD = answer  # noqa: N815 - names of the standard library

        def log_message(self, *_: Any) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    with serving(server) as port:
        yield f"http://127.0.0.1:{port}"
