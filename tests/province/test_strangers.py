"""What strangers can do to the server's time and memory: each attack first, then what it costs them."""

from __future__ import annotations

import asyncio
import base64
import errno
import gzip
import hashlib
import os
import shutil
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from counter_app import passwords
from counter_app.cli import main
from counter_app.province import connections, request_limits, uploads
from counter_app.province.connections import GuardedProtocol
from counter_app.province.file_register import Key
from counter_app.province.host_names import CertificateUnusable, HostNames, names_in
from counter_app.province.rates import Rates, neighbourhood
from counter_app.province.request_limits import LARGEST_OF_STRANGERS, BodyRefused, Place, Room
from counter_app.province.serve import RunningServer
from tests.dossier.entries import received
from tests.province.conftest import Caller, Journal, scanned
from tests.sync.faults.certificates import Authority

HEAD = b"POST /v2/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"


class Stranger:
    """Somebody who speaks HTTP byte by byte."""

    def __init__(self, province: RunningServer) -> None:
        self.line = socket.create_connection(("127.0.0.1", int(province.url.rpartition(":")[2])), timeout=10)

    def is_gone(self) -> bool:
        """Whether the server has hung up."""
        self.line.settimeout(0.2)
        try:
            return self.line.recv(1) == b""
        except TimeoutError:
            return False
        except OSError:
            return True

    def is_hung_up_on(self, says: bytes = b"") -> bool:
        """Speaks on until the server hangs up; however slow it is, a limit of a second is over in a minute."""
        end = time.monotonic() + 60
        self.line.settimeout(0.1)
        while time.monotonic() < end:
            try:
                if says:
                    self.line.sendall(says)
                if not self.line.recv(65536):
                    return True
            except TimeoutError:
                continue
            except OSError:
                return True
        return False


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits in tenths of what they are."""
    monkeypatch.setattr(connections, "HEAD_SECONDS", 1.0)
    monkeypatch.setattr(connections, "READ_SECONDS", 1.0)
    monkeypatch.setattr(request_limits, "_PATIENCE", 1.0)
    monkeypatch.setattr(request_limits, "_SECONDS", 1.0)


@pytest.mark.parametrize(
    ("first", "next_ones"),
    [
        (b"", b""),
        (b"", b"\r\n"),
        (b"GET /hello HT", b""),
        (b"GET /hello HTTP/1.1\r\n", b"x-a: b\r\n"),
        (HEAD, b"X"),
        (HEAD + b"Content-Length: 5000\r\n\r\n", b" "),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        (b"GET /hello HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b""),
        (b"GET /hello HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"G"),
        (b"POST /nowhere HTTP/1.1\r\nHost: evil.example\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    ],
)
@pytest.mark.usefixtures("quick")
def test_whoever_lets_the_server_wait_is_hung_up_on(province: RunningServer, first: bytes, next_ones: bytes) -> None:
    stranger = Stranger(province)
    if first:
        stranger.line.sendall(first)
    assert stranger.is_hung_up_on(next_ones)
    assert httpx.get(f"{province.url}/hello").status_code == 200


@pytest.mark.usefixtures("quick")
def test_who_does_not_read_an_answer_is_hung_up_on(
    province: RunningServer, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal()
    content = b"x" * 8_000_000
    name = hashlib.sha256(content).hexdigest()
    caller.push([journal.write(received()), journal.write(scanned(name, len(content)), step=2)])
    key = Key("H41.99", name)
    province.services.uploads.begin(key, len(content))

    async def all_at_once() -> Any:
        yield content

    asyncio.run(province.services.uploads.append(key, 0, len(content), all_at_once()))
    given_up, give_up = threading.Event(), GuardedProtocol._give_up

    def told(line: GuardedProtocol, why: str) -> None:
        give_up(line, why)
        given_up.set()

    monkeypatch.setattr(GuardedProtocol, "_give_up", told)
    deaf = Stranger(province)
    token = caller.headers["Authorization"]
    deaf.line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
    deaf.line.sendall(f"GET /v2/files/{name} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {token}\r\n\r\n".encode())
    assert given_up.wait(60)
    monkeypatch.setattr(connections, "READ_SECONDS", 60.0)
    heard = 0
    deaf.line.settimeout(5)
    try:
        while piece := deaf.line.recv(1 << 20):
            heard += len(piece)
    except OSError:
        pass
    assert heard < len(content)
    assert caller.get(f"/v2/files/{name}").content == content


def test_what_a_stranger_sends_is_small_unpacked_too(province: RunningServer, caller: Caller) -> None:
    large = b" " * (LARGEST_OF_STRANGERS + 1)
    for way in ("/v2/sign-in", "/v2/enrol", "/v2/entries", "/v2/credential", "/v2/dossiers/x/status"):
        for content, headers in ((large, {}), (gzip.compress(large), {"Content-Encoding": "gzip"})):
            for token in ("", "Bearer nobody", f"Bearer {'é' * 50}"):
                sent = {**headers, **({"Authorization": token.encode()} if token else {})}
                assert httpx.post(province.url + way, content=content, headers=sent).status_code == 413
    assert caller.post("/v2/entries", content=large).status_code == 422, "a desk may say more"


def test_all_bodies_together_take_no_more_than_their_room() -> None:
    room = Room(100)
    first, second = Place(room), Place(room)
    first.take(60)
    with pytest.raises(BodyRefused) as refused:
        second.take(41)
    assert (refused.value.status, refused.value.headers) == (503, {"Retry-After": "2"})
    second.take(40)
    first.leave()
    first.leave()
    assert room.left == 60


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "localhost@evil", "[::1", "\xff"]
)
def test_who_asks_by_another_name_is_not_answered(province: RunningServer, caller: Caller, host: str) -> None:
    for way in ("/hello", "/web/sign-in", "/v2/entries", "/health/ready"):
        answer = caller.get(way, headers={"Host": host.encode("latin-1")})
        assert answer.status_code == 421


def test_names_are_those_that_were_told_and_those_of_the_certificate(tmp_path: Path) -> None:
    Authority(tmp_path, "province").context("192.0.2.7")
    (certificate,) = tmp_path.glob("server-*.pem")
    assert HostNames(names_in(certificate)).has("192.0.2.7:8443")
    with pytest.raises(CertificateUnusable):
        names_in(tmp_path)
    names = HostNames(["Mot-Cua.example.vn.", "*.nghean.example", "2001:db8::1"])
    for host in ("mot-cua.example.vn", "mot-cua.example.vn:8443", "a.nghean.example", "[2001:db8::1]:443", "LOCALHOST"):
        assert names.has(host)
    for host in ("example.vn", "nghean.example", "a.b.nghean.example", "2001:db8::2", "*.nghean.example.evil"):
        assert not names.has(host)


@pytest.mark.parametrize("words", [["--behind-proxy", "--host", "0.0.0.0", "--names", "a.vn"], ["--behind-proxy"]])
def test_there_is_no_way_but_tls_and_loopback(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["server", "--files", str(tmp_path), *words]) in (1, 2)
    assert "--" in capsys.readouterr().err


def test_a_full_disk_is_told_before_it_is_run_into(province: RunningServer, monkeypatch: pytest.MonkeyPatch) -> None:
    free = shutil.disk_usage(".")._replace(free=1 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: free)
    answer = httpx.get(f"{province.url}/health/ready")
    assert (answer.status_code, answer.json()["reason"]) == (507, "the server's disk is full")
    assert httpx.get(f"{province.url}/health/live").status_code == 200


def test_a_disk_that_is_full_in_the_middle_of_a_file_is_507_and_no_fault(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal()
    name = hashlib.sha256(b"abc").hexdigest()
    caller.push([journal.write(received()), journal.write(scanned(name, 3), step=2)])
    tus = {"Tus-Resumable": "1.0.0"}
    meta = base64.b64encode(name.encode()).decode()
    made = caller.post("/v2/files", headers=tus | {"Upload-Length": "3", "Upload-Metadata": f"sha256 {meta}"})
    assert made.status_code == 201

    def full(_: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(uploads, "_flush", full)
    piece = tus | {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    answer = caller.patch(f"/v2/files/{name}", content=b"abc", headers=piece)
    assert (answer.status_code, answer.headers["Retry-After"]) == (507, "60")


def test_signing_in_costs_the_server_only_so_much_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a crowd from a thousand addresses some are told to wait at once; none of them holds a thread meanwhile."""
    all_told, told, own = threading.Event(), [], passwords.Argon2id

    def slow(**costs: int) -> Any:
        assert all_told.wait(60), "the others were not told meanwhile"
        return own(**costs)

    def tried(_: int) -> str:
        try:
            passwords.is_password("mật khẩu nào đó", None)
        except passwords.TooManyTries:
            told.append("later")
            if len(told) == 22:
                all_told.set()
            return "later"
        return "no"

    monkeypatch.setattr(passwords, "Argon2id", slow)
    with ThreadPoolExecutor(30) as crowd:
        answers = list(crowd.map(tried, range(30)))
    assert (answers.count("no"), answers.count("later")) == (8, 22)


def test_neighbours_are_one_stranger() -> None:
    assert neighbourhood("2001:db8::1") == neighbourhood("2001:db8::ffff:1") != neighbourhood("2001:db8:0:1::1")
    assert neighbourhood("::ffff:192.0.2.7") == neighbourhood("192.0.2.7")
    rates = Rates(1, 1)
    assert rates.wait("a" * 5000) == 0 and rates.wait("a" * 6000) > 0, "nobody is remembered by a book"


def test_one_address_does_not_take_all_places(province: RunningServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "FROM_ONE_ADDRESS", 5)
    monkeypatch.setattr(connections, "is_loopback", lambda _: False)
    strangers = [Stranger(province) for _ in range(8)]
    end = time.monotonic() + 60
    while not strangers[-1].is_gone():
        assert time.monotonic() < end, "the server takes them one after the other, as they came"
    assert [stranger.is_gone() for stranger in strangers] == [False] * 5 + [True] * 3
