"""A line between desk and province that does what bad lines do, to the requests a test says, on loopback."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

_PATIENCE = 20.0  # seconds after which a test that hangs fails instead


@dataclass(frozen=True)
class Delay:
    """The request arrives later."""

    seconds: float


@dataclass(frozen=True)
class CutRequest:
    """The line is cut after so many bytes of the request (counted round and round where it has fewer)."""

    after: int


@dataclass(frozen=True)
class CutReply:
    """The request arrives; of the reply only so many bytes."""

    after: int


@dataclass(frozen=True)
class Twice:
    """The request arrives twice, and the reply to the one or the other comes back."""

    first: bool = True


@dataclass(frozen=True)
class Late:
    """The line is cut, and the request arrives all the same, after so many others have."""

    others: int


@dataclass(frozen=True)
class Overtaken:
    """The request waits until another one overtook it, or for a moment."""

    seconds: float


@dataclass(frozen=True)
class Answer:
    """Something else answers in place of the server."""

    status: int
    body: bytes = b""
    kind: str = "text/html"
    more: str = ""  # headers, each with its line's end


@dataclass(frozen=True)
class Garbled:
    """The last byte of the request is another one when it arrives."""


Fault = Garbled | Delay | CutRequest | CutReply | Twice | Late | Overtaken | Answer


@dataclass(frozen=True)
class Request:
    """A request as it came: its first line in two words, and all its bytes."""

    method: str
    path: str
    raw: bytes


Choose = Callable[[Request], Fault | None]


def undisturbed(_: Request) -> None:
    """No fault for any request."""


class FaultyLine:
    """Listens in threads of its own; `choose` says what befalls each request, None for nothing.

    Every request goes over a connection of its own. `seen` are all requests in the order in which they came.
    """

    def __init__(self, server: str, choose: Choose = undisturbed, tls: ssl.SSLContext | None = None) -> None:
        """`server` is the address that is stood in front of, "" for none at all; with `tls` it does the TLS."""
        self._tls = tls
        self._server = ("127.0.0.1", int(server.rpartition(":")[2])) if server else None
        self.choose = choose
        self.seen: list[Request] = []
        self._news = threading.Condition()
        self._passed = 0
        self._late: list[tuple[int, bytes]] = []
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, name="faulty-line", daemon=True).start()

    def __enter__(self) -> FaultyLine:
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()

    def deliver_late(self) -> int:
        """Whatever is still on its way arrives now; how many requests that were."""
        with self._news:
            late, self._late = self._late, []
        for _, raw in late:
            self._ask(raw)
        return len(late)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(near,), daemon=True).start()

    def _serve(self, near: socket.socket) -> None:
        near.settimeout(_PATIENCE)
        with suppress(OSError), self._greeted(near) as near:  # either side may hang up, as lines do
            request = _read_request(near)
            if request is None:
                return
            with self._news:
                self.seen.append(request)
                fault = self.choose(request)
                due = [raw for count, raw in self._late if count <= self._passed]
                self._late = [item for item in self._late if item[0] > self._passed]
            for raw in due:
                self._ask(raw)
            near.sendall(self._answer(request.raw, fault))
            near.shutdown(socket.SHUT_WR)
            while near.recv(65536):  # lets the other side read it all before the line is down
                pass

    def _greeted(self, near: socket.socket) -> socket.socket:
        return self._tls.wrap_socket(near, server_side=True) if self._tls else near

    def _answer(self, raw: bytes, fault: Fault | None) -> bytes:
        match fault:
            case Answer():
                head = f"HTTP/1.1 {fault.status} Said\r\nContent-Type: {fault.kind}\r\n{fault.more}"
                return f"{head}Content-Length: {len(fault.body)}\r\nConnection: close\r\n\r\n".encode() + fault.body
            case CutRequest():
                self._send(raw[: fault.after % len(raw)])
                return b""
            case CutReply():
                reply = self._ask(raw)
                return reply[: fault.after % max(len(reply), 1)]
            case Twice():
                one, two = self._ask(raw), self._ask(raw)
                return one if fault.first else two
            case Late():
                with self._news:
                    self._late.append((self._passed + fault.others, raw))
                return b""
            case Overtaken():
                with self._news:
                    before = self._passed
                    self._news.wait_for(lambda: self._passed > before, fault.seconds)
            case Garbled():
                return self._ask(raw[:-1] + bytes([raw[-1] ^ 1]))
            case Delay():
                time.sleep(fault.seconds)
        return self._ask(raw)

    def _ask(self, raw: bytes) -> bytes:
        """The server's whole reply; nothing where there is no server or it hung up."""
        if self._server is None:
            return b""
        reply = bytearray()
        with suppress(OSError), socket.create_connection(self._server, timeout=_PATIENCE) as far:
            far.sendall(raw)
            while data := far.recv(65536):
                reply += data
        with self._news:
            self._passed += 1
            self._news.notify_all()
        return bytes(reply)

    def _send(self, part: bytes) -> None:
        if self._server is not None and part:
            with suppress(OSError), socket.create_connection(self._server, timeout=_PATIENCE) as far:
                far.sendall(part)


def _read_request(near: socket.socket) -> Request | None:
    """One request, told to be the last of its connection; None where the line is cut before its end."""
    came = bytearray()
    while b"\r\n\r\n" not in came:
        if not (data := near.recv(65536)):
            return None
        came += data
    head, _, body = bytes(came).partition(b"\r\n\r\n")
    first, *headers = head.split(b"\r\n")
    kept = [line for line in headers if not line.lower().startswith(b"connection:")]
    lengths = [line for line in headers if line.lower().startswith(b"content-length:")]
    size = int(lengths[0].partition(b":")[2]) if lengths else 0
    while len(body) < size:
        if not (data := near.recv(1 << 20)):
            return None
        body += data
    method, path, _ = first.decode("ascii").split(" ")
    return Request(method, path, b"\r\n".join([first, *kept, b"Connection: close", b"", b""]) + body)
