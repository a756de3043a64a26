"""Strangers, liars and broken programs at the server: each gets an answer that is none of a fault, and it goes on.

Then two hundred strangers at once, each holding on to what they can, beside the server's memory at rest.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx

from counter_app.bench.faults.attack import Attack, raw_errors, suffered
from counter_app.bench.figures import Figure, bench_scale, bench_seed
from counter_app.bench.sync_desks import code_of, received
from counter_app.dossier import clock, journal
from counter_app.dossier.journal import Entry, Tip, write
from counter_app.province.database import open_database
from counter_app.province.desks import Desks
from counter_app.province.serve import sqlite_in
from counter_app.sync.wire import Push

THREATS, STRANGERS = 1200, 200
DESK = "H41.99:1"
_PATHS = (
    "/hello", "/", "/web/", "/web/sign-in", "/web/dossiers", "/web/desks/new", "/web/style.css", "/v2/enrol",
    "/v2/sign-in", "/v2/credential", "/v2/entries", "/v2/files", "/v2/files/awaited", f"/v2/files/{'a' * 64}",
    "/v2/knowledge", "/v2/dossiers/H41.99-261124-0001", "/v2/dossiers/x/status", "/openapi.json", "/metrics",
    "/health/ready", "/health/live", "/n/x", "/../../etc/passwd", "/v2/files/..%2f..%2fserver.db", "/%00", "//",
    "/v2/entries?after=-1", f"/v2/entries?after={'9' * 500}", "/web/dossiers?words=%ff%fe", f"/{'a' * 8000}",
)  # fmt: skip
_METHODS = (*("GET", "POST") * 6, "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "BREW", "get", "")
_HEADERS: tuple[dict[str, str], ...] = (
    {}, {"Host": "evil.example"}, {"Host": ""}, {"Content-Length": "-1"}, {"Content-Length": "99999999999"},
    {"Transfer-Encoding": "chunked", "Content-Length": "5"}, {"Transfer-Encoding": "gzip"}, {"Expect": "100-continue"},
    {"Content-Encoding": "gzip"}, {"Content-Encoding": "br"}, {"Authorization": "Bearer " + "A" * 5000},
    {"Authorization": "Bearer ."}, {"Authorization": "Bearer e30.e30"}, {"Authorization": "Basic YTpi"},
    {"Cookie": "counter_session=" + "x" * 4000}, {"Content-Type": "multipart/form-data; boundary=" + "-" * 300},
    {"Tus-Resumable": "1.0.0", "Upload-Length": "9" * 300}, {"Upload-Offset": "-5"}, {"Range": "bytes=0-0,1-1," * 500},
    {"If-None-Match": "*," * 2000}, {"X-Forwarded-For": "::1," * 900}, {"Upgrade": "h2c", "Connection": "upgrade"},
)  # fmt: skip


@dataclass(frozen=True)
class Server:
    """A running `counter server`."""

    port: int
    process: subprocess.Popen[str]
    token: str

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def signed(self) -> dict[str, str]:
        """What the desk shows with each request."""
        return {"Authorization": f"Bearer {self.token}"}

    def memory(self) -> int:
        """Bytes of memory that it holds now; 0 where the system does not tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return 0
        return 1024 * next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS"))


def server_threats() -> Iterator[Figure]:
    """At least 1,000 of them; then an honest desk is served."""
    chance = random.Random(bench_seed())
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        for _ in range(20):
            httpx.get(f"{server.url}/web/sign-in")
        rest = server.memory()
        number = int(THREATS * bench_scale()) or 40
        poison = list(_poisons(server))
        requests = [_request(chance, server) for _ in range(number - len(poison))] if number > len(poison) else []
        yield raw_errors("server threats", suffered(requests, at_once=16).and_of(suffered(poison)))
        most = 0 if not rest else _crowd(server, int(STRANGERS * bench_scale()) or 20)
        lost = 0 if server.process.poll() is None and _is_served(server) else 1
        yield Figure("server threats, lost", lost, 1, "an honest desk is served", "")
        yield Figure("memory with 200 strangers", most, rest, "at rest", "bytes")


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """The server in a process of its own, with a desk that has signed in."""
    engine = open_database(sqlite_in(folder))
    code = Desks(engine).register(DESK)
    engine.dispose()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "counter_app", "server", "--files", str(folder), "--port", str(port)]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log, text=True)
        try:
            _wait(port, process)
            url = f"http://127.0.0.1:{port}"
            credential = httpx.post(f"{url}/v2/enrol", json={"desk": DESK, "code": code}).json()["credential"]
            signed = httpx.post(f"{url}/v2/sign-in", json={"desk": DESK, "credential": credential}).json()
            yield Server(port, process, signed["token"])
        finally:
            process.terminate()
            process.wait(30)


def _wait(port: int, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with suppress(httpx.HTTPError):
            httpx.get(f"http://127.0.0.1:{port}/health/live")
            return
        time.sleep(0.05)
    raise TimeoutError("the server did not start")


def _request(chance: random.Random, server: Server) -> Attack:
    """Words of HTTP as no browser says them."""
    method, path = chance.choice(_METHODS), chance.choice(_PATHS)
    headers = {"Host": "127.0.0.1", "Connection": "close"} | chance.choice(_HEADERS)
    if chance.random() < 0.4:
        headers["Authorization"] = f"Bearer {server.token}"
    body = _body(chance)
    if body and not {"Content-Length", "Transfer-Encoding"} & set(headers):
        headers["Content-Length"] = str(len(body))
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    words = "\r\n".join(lines).encode("latin-1", "replace") + body
    if chance.random() < 0.1:
        words = bytes(chance.randrange(256) if chance.random() < 0.02 else letter for letter in words)
    return Attack(f"{method} {path[:40]} {sorted(headers)}", lambda: _answered(server, words))


def _body(chance: random.Random) -> bytes:
    made = (
        b"", b"{", b"[" * 60_000, b'{"desk":"H41.99:1","credential":"' + b"a" * 300 + b'"}', bytes(5000),
        gzip.compress(bytes(30_000_000)), b'{"desk":"H41.99:1","entries":[' + b"{}," * 2000 + b"{}]}",
        json.dumps({"desk": "H41.99:1", "code": "\ud800" * 20}).encode(), b"\xff\xfe" * 100, b"0\r\n\r\n",
        b"ffffffffffffffff\r\n", b"a=1&" * 3000, b'------\r\nContent-Disposition: form-data; name="a"\r\n\r\n' * 90,
    )  # fmt: skip
    return chance.choice(made)


def _answered(server: Server, words: bytes) -> str:
    """The status of the answer, or that it hung up. Raises AssertionError where the server had a fault of its own."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        with suppress(OSError):
            line.sendall(words)
            line.shutdown(socket.SHUT_WR)
        heard = b""
        with suppress(ConnectionError):
            while piece := line.recv(65536):
                heard += piece
    status = heard.split(b" ", 2)[1].decode() if heard.startswith(b"HTTP/") else "hung up"
    if status.startswith("5") and status not in ("503", "507"):
        raise AssertionError(f"status {status}")
    return status


def _poisons(server: Server) -> Iterator[Attack]:
    """Entries of a desk that went mad: each is put aside, and the journal goes on behind it."""
    last: list[Entry] = []

    def pushed(number: int, changes: dict[str, Any]) -> Callable[[], str]:
        def told() -> str:
            tip = Tip(last[-1].sequence, last[-1].hash) if last else None
            entry = _entry(number, tip, **changes)
            body = Push(desk=DESK, entries=(entry,)).model_dump_json()
            answer = httpx.post(f"{server.url}/v2/entries", content=body, headers=server.signed, timeout=30)
            if answer.status_code != 200:
                raise AssertionError(f"{answer.status_code} {answer.text[:100]}")
            last.append(entry)
            return "put aside" if answer.json().get("aside") else "taken"

        return told

    at = clock.now()
    frames: list[dict[str, Any]] = [
        {"dossier": "H41.98-261124-0001"}, {"dossier": "x"}, {"dossier": "H41.99-999999-0001"}, {"step": 500},
        {"clerk": "A\a"}, {"clerk": "A" * 5000}, {"at": at.replace(year=1)}, {"at": at + timedelta(days=365 * 500)},
    ]  # fmt: skip
    for number, changes in enumerate(itertools.islice(itertools.cycle([*frames, {}]), 45)):
        yield Attack(f"poison {changes}", pushed(number, changes))


def _entry(number: int, after: Tip | None, **changes: Any) -> Entry:
    frame = {"dossier": code_of("H41.99", number), "step": 1, "desk": DESK, "clerk": "Mẫu", "at": clock.now()}
    honest = write(received("H41.99", number), after=after, salt="salt", **frame)  # type: ignore[arg-type]
    unsealed = honest.model_dump(exclude={"hash", "payload"}) | changes
    return Entry(**unsealed, payload=honest.payload, hash=journal._seal(unsealed))


def _crowd(server: Server, strangers: int) -> int:
    """The most memory the server takes while so many strangers hold on to it in every way they know, in bytes."""
    held: list[socket.socket] = []
    most = server.memory()
    head = b"POST /v2/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    bomb = gzip.compress(bytes(200_000_000))
    ways = (
        head + b"X-A: " + b"a" * 15_000,
        head + b"Content-Length: 63000\r\n\r\n" + b" " * 62_000,
        head + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % (len(bomb) + 9) + bomb,
        b"GET /openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 50,
        b"POST /web/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 90000\r\n\r\n" + b"a=" + b"b" * 80_000,
        b"POST /v2/entries HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 15000000\r\n\r\n" + bytes(4_000_000),
    )
    for number in range(strangers):
        line = socket.create_connection(("127.0.0.1", server.port), timeout=5)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        held.append(line)
        with suppress(OSError):
            line.settimeout(0.2)
            line.sendall(ways[number % len(ways)])
        most = max(most, server.memory())
    until = time.monotonic() + 3
    while time.monotonic() < until:
        most = max(most, server.memory())
        time.sleep(0.05)
    for line in held:
        line.close()
    return most


def _is_served(server: Server) -> bool:
    answer = httpx.get(f"{server.url}/v2/entries", headers=server.signed, timeout=30)
    ready = httpx.get(f"{server.url}/health/ready", timeout=30)
    return answer.status_code == 200 and ready.status_code == 200
