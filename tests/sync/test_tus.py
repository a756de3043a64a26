"""Uploads against a tus server nobody of ours wrote, and against servers with odd habits."""

from __future__ import annotations

import base64
import hashlib
import http.server
import secrets
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from counter_app.sync.errors import FileDiffers, NotTheServer, ServerUnreachable, TooLarge, UploadRefused
from counter_app.sync.line import Line, send
from counter_app.sync.pace import BrokenOff
from counter_app.sync.tus import PieceSize, Tus
from tests.npm import npm_packages
from tests.serving import serving


class Scan:
    """A file in memory."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.name, self.size = hashlib.sha256(content).hexdigest(), len(content)

    def read(self, offset: int, size: int) -> bytes:
        return self.content[offset : offset + size]


def tus_to(url: str, size: PieceSize | None = None) -> Tus:
    line = Line(timeout=20)
    return Tus(lambda method, to, **parts: send(line, method, to, **parts), url, size)


@pytest.fixture(scope="session")
def modules() -> Path:
    """Where npm put the independent server; it is installed once for all runs on this machine."""
    return npm_packages("tus", "@tus/server@2", "@tus/file-store@2")


@pytest.fixture
def independent(modules: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a running @tus/server."""
    program = modules / "tus_server.mjs"
    program.write_text(Path(__file__).with_name("tus_server.mjs").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "uploads").mkdir()
    process = subprocess.Popen(
        ["node", str(program), str(tmp_path / "uploads")], stdout=subprocess.PIPE, text=True, cwd=modules
    )
    assert process.stdout
    yield process.stdout.readline().strip()
    process.terminate()
    process.wait(10)


@pytest.mark.parametrize("size", [1, 1000, 3_000_001])
def test_a_file_arrives_whole_at_an_independent_server(independent: str, tmp_path: Path, size: int) -> None:
    scan, begun = Scan(secrets.token_bytes(size)), []
    tus_to(independent).upload(scan, begun=begun.append)
    assert len(begun) == 1
    assert (tmp_path / "uploads" / begun[0].rpartition("/")[2]).read_bytes() == scan.content


def test_an_independent_server_goes_on_at_the_byte_it_got_to(independent: str, tmp_path: Path) -> None:
    scan, begun, there = Scan(secrets.token_bytes(9_000_000)), [], []
    gone = 0

    def cut(size: int) -> None:
        nonlocal gone
        gone += size
        if gone > 5_000_000:
            raise BrokenOff

    with pytest.raises(BrokenOff):
        tus_to(independent).upload(scan, begun=begun.append, pace=cut)
    again: list[int] = []
    tus_to(independent).upload(scan, begun[0], begun=begun.append, progress=there.append, pace=again.append)
    assert len(begun) == 1, "the same upload went on"
    assert there[0] > 1_000_000, "what had arrived was kept"
    assert sum(again) == scan.size - there[0], "and was not sent again"
    assert (tmp_path / "uploads" / begun[0].rpartition("/")[2]).read_bytes() == scan.content


def test_an_upload_that_is_not_wanted_any_more_is_ended_and_begun_anew_when_it_is(independent: str) -> None:
    scan, begun = Scan(b"a scan"), []
    tus = tus_to(independent)
    tus.upload(scan, begun=begun.append)
    tus.give_up(begun[0])
    tus.give_up(begun[0])
    tus.upload(scan, begun[0], begun=begun.append)
    assert len(begun) == 2


class Odd(http.server.BaseHTTPRequestHandler):
    """A tus server that throws away what did not arrive in one go, and can be told to misbehave."""

    protocol_version = "HTTP/1.1"
    location = "uploads/1"
    algorithms = "md5,sha1"
    largest = ""
    turn_down: list[int]  # statuses of the next pieces
    content: bytearray
    pieces: list[tuple[int, str]]

    def reply(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Tus-Resumable": "1.0.0", "Content-Length": "0", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def do_OPTIONS(self) -> None:
        more = {"Tus_Max_Size": self.largest} if self.largest else {}
        self.reply(204, Tus_Extension="creation,checksum", Tus_Checksum_Algorithm=self.algorithms, **more)

    def do_POST(self) -> None:
        self.content.clear()
        self.reply(201, Location=self.location)

    def do_HEAD(self) -> None:
        self.reply(200, Upload_Offset=str(len(self.content)))

    def do_PATCH(self) -> None:
        size = int(self.headers["Content-Length"])
        piece = self.rfile.read(size)
        if len(piece) < size:
            self.close_connection = True
            return
        self.pieces.append((size, self.headers.get("Upload-Checksum", "")))
        if self.turn_down:
            self.reply(self.turn_down.pop(0))
        elif int(self.headers["Upload-Offset"]) != len(self.content):
            self.reply(409)
        else:
            self.content += piece
            self.reply(204, Upload_Offset=str(len(self.content)))

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture
def odd() -> Iterator[tuple[type[Odd], str]]:
    fresh = {"turn_down": [], "content": bytearray(), "pieces": []}
    kind: type[Odd] = type("Fresh", (Odd,), fresh)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind)
    with serving(server) as port:
        yield kind, f"http://127.0.0.1:{port}/tus/files"


def test_the_checksum_the_server_knows_is_used_and_a_relative_address_understood(odd: tuple[type[Odd], str]) -> None:
    kind, url = odd
    scan, begun = Scan(b"a scan"), []
    tus_to(url).upload(scan, begun=begun.append)
    assert begun == [url.replace("files", "uploads/1")]
    assert kind.pieces == [(6, "sha1 " + base64.b64encode(hashlib.sha1(b"a scan").digest()).decode())]
    assert bytes(kind.content) == b"a scan"


@pytest.mark.parametrize("statuses", [[460], [409, 460], [423], [409, 409, 423]])
def test_a_piece_that_is_turned_down_is_sent_again(odd: tuple[type[Odd], str], statuses: list[int]) -> None:
    kind, url = odd
    kind.turn_down += statuses
    scan = Scan(secrets.token_bytes(100_000))
    tus_to(url).upload(scan)
    assert bytes(kind.content) == scan.content
    assert len(kind.pieces) == len(statuses) + 1


@pytest.mark.parametrize(("status", "failure"), [(460, FileDiffers), (409, UploadRefused), (413, TooLarge)])
def test_what_is_always_turned_down_is_named_and_not_sent_for_ever(
    odd: tuple[type[Odd], str], status: int, failure: type[Exception]
) -> None:
    kind, url = odd
    kind.turn_down += [status] * 100
    with pytest.raises(failure):
        tus_to(url).upload(Scan(b"a scan"))
    assert len(kind.pieces) <= 4


def test_a_file_too_large_for_the_server_is_not_sent(odd: tuple[type[Odd], str]) -> None:
    kind, url = odd
    kind.largest = "5"
    with pytest.raises(TooLarge):
        tus_to(url).upload(Scan(b"a scan"))
    assert kind.pieces == []


def test_an_unprotected_place_elsewhere_gets_nothing(odd: tuple[type[Odd], str]) -> None:
    kind, url = odd
    kind.location = "http://192.0.2.1/uploads/1"
    with pytest.raises(NotTheServer):
        tus_to(url).upload(Scan(b"a scan"))


def test_on_a_line_that_is_always_cut_the_pieces_become_small_enough(odd: tuple[type[Odd], str]) -> None:
    """The server keeps nothing of a piece that was cut, so that only smaller pieces get through."""
    kind, url = odd
    scan, size, tries = Scan(secrets.token_bytes(4_000_000)), PieceSize(), 0
    begun: list[str] = []

    class Cut(httpx.BaseTransport):
        def __init__(self) -> None:
            self.inner = httpx.HTTPTransport()

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "PATCH" and int(request.headers["Content-Length"]) > 1_000_000:
                raise httpx.WriteError("cut")
            return self.inner.handle_request(request)

    line = Line(transport=Cut())
    while bytes(kind.content) != scan.content:
        tries += 1
        assert tries < 8
        tus = Tus(lambda method, to, **parts: send(line, method, to, **parts), url, size)
        try:
            tus.upload(scan, begun[-1] if begun else "", begun=begun.append)
        except ServerUnreachable:
            continue
    assert max(length for length, _ in kind.pieces) <= 1_000_000
