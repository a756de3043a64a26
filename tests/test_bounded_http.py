"""Answers that never end, burst when unpacked, or dribble: each is given up at its bound, by whoever asked."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import httpx
import pytest

from counter_app.bounded_http import AnswerTooLarge, BoundedClient
from counter_app.config import Server
from counter_app.sync.errors import NotTheServer, ServerUnreachable
from counter_app.sync.line import open_line, send
from printing.errors import PaperBrokeOff, PrinterGone, PrinterRefused
from printing.printers.ipp_connection import IppConnection, Operation
from printing.printers.ipp_messages import DEEPEST, MOST_VALUES, NoMessage, read
from scanning.errors import ScannerFailed, ScannerUnclear
from scanning.sources.escl_http import connected, received
from scanning.sources.escl_xml import read_capabilities

Speech = Callable[[], Iterator[bytes]]


class Talker:
    """Answers every request with the same words, at its own pace."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, line: socket.socket) -> None:
        with line, suppress(OSError):
            while line.recv(65536):
                for words in self._speech():
                    line.sendall(words)

    def close(self) -> None:
        self._listening.close()


@pytest.fixture
def talker() -> Iterator[Callable[[Speech], str]]:
    talkers: list[Talker] = []

    def made(speech: Speech) -> str:
        talkers.append(Talker(speech))
        return talkers[-1].url

    yield made
    for item in talkers:
        item.close()


def slowly(words: bytes, then: bytes = b"x") -> Speech:
    def speech() -> Iterator[bytes]:
        yield words
        for _ in range(200):
            time.sleep(0.05)
            yield then

    return speech


def said(body: bytes, more: str = "") -> Speech:
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode()
    return lambda: iter((head, body))


def endless() -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    while True:
        yield b"10000\r\n" + b"x" * 65536 + b"\r\n"


def a_bomb() -> Iterator[bytes]:
    """Packed when it is asked for: each process that collects tests would pay for it."""
    return said(gzip.compress(bytes(300_000_000), 9), PACKED)()


PACKED = "Content-Encoding: gzip\r\n"
TOO_SLOW = {
    "no word at all": slowly(b"", b""),
    "a status line in letters": slowly(b"HTTP/1.1 ", b"2"),
    "a head without end": slowly(b"HTTP/1.1 200 OK\r\n", b"x-a: b\r\n"),
    "a body by the byte": slowly(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"),
}
TOO_LARGE: dict[str, Speech] = {
    "a body without end": endless,
    "a bomb": a_bomb,
    "a length that lies": said(bytes(2_000_000)),
    "another packing": said(b"\x28\xb5\x2f\xfd", "Content-Encoding: zstd\r\n"),
}


@pytest.mark.parametrize("name", TOO_SLOW)
def test_an_answer_that_does_not_end_is_given_up_after_its_seconds(talker: Callable[[Speech], str], name: str) -> None:
    with BoundedClient(timeout=30) as client:
        began = time.monotonic()
        with pytest.raises(httpx.ReadTimeout):
            client.ask("GET", talker(TOO_SLOW[name]), largest=1_000_000, seconds=0.7)
        assert 0.6 < time.monotonic() - began < 20


@pytest.mark.parametrize("name", TOO_LARGE)
def test_an_answer_is_given_up_at_its_bytes_unpacked(talker: Callable[[Speech], str], name: str) -> None:
    with BoundedClient(timeout=30) as client, pytest.raises(AnswerTooLarge):
        client.ask("GET", talker(TOO_LARGE[name]), largest=1_000_000, seconds=20)


def test_an_honest_answer_is_whole_packed_or_not(talker: Callable[[Speech], str]) -> None:
    body = b"Xin ch\xc3\xa0o " * 1000
    with BoundedClient(timeout=30) as client:
        for speech in (said(body), said(gzip.compress(body), PACKED), said(b"", PACKED)):
            answer = client.ask("GET", talker(speech), largest=len(body), seconds=20)
            assert answer.content in (body, b"") and answer.status_code == 200
        for broken in (gzip.compress(body)[:-5], b"no gzip"):
            with pytest.raises(httpx.DecodingError):
                client.ask("GET", talker(said(broken, PACKED)), largest=len(body), seconds=20)


def test_after_a_bad_answer_the_next_one_is_heard(talker: Callable[[Speech], str]) -> None:
    with BoundedClient(timeout=30) as client:
        with pytest.raises(httpx.ReadTimeout):
            client.ask("GET", talker(TOO_SLOW["a body by the byte"]), largest=10_000, seconds=0.3)
        assert client.ask("GET", talker(said(b"ok")), largest=10, seconds=10).content == b"ok"


@pytest.mark.parametrize(
    ("speech", "failure"), [(endless, NotTheServer), (TOO_SLOW["a head without end"], ServerUnreachable)]
)
def test_the_desk_says_what_became_of_its_question(
    talker: Callable[[Speech], str], speech: Speech, failure: type[Exception]
) -> None:
    with open_line(Server(url=talker(speech))) as line, pytest.raises(failure):
        send(line, "GET", "/hello", largest=1_000_000, seconds=0.7)


@pytest.mark.parametrize(
    ("speech", "document", "failure"),
    [
        (endless, b"", PrinterRefused),
        (endless, b"%PDF-", PaperBrokeOff),
        (TOO_SLOW["a body by the byte"], b"", PrinterGone),
        (TOO_SLOW["a body by the byte"], b"%PDF-", PaperBrokeOff),
    ],
)
def test_a_printer_that_does_not_stop_talking(
    talker: Callable[[Speech], str],
    speech: Speech,
    document: bytes,
    failure: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("printing.printers.ipp_connection.WHOLE_ANSWER_SECONDS", 0.7)
    with pytest.raises(failure):
        IppConnection(talker(speech)).asked("Máy in", "/", Operation.GET_PRINTER_ATTRIBUTES, (), document=document)


def test_a_scanner_that_does_not_stop_talking(talker: Callable[[Speech], str]) -> None:
    with connected(talker(endless), 5) as client, pytest.raises(ScannerFailed):
        received(client, "GET", "/eSCL/ScannerStatus")
    with connected(talker(TOO_SLOW["a head without end"]), 5) as client, pytest.raises(httpx.TransportError):
        received(client, "GET", "/eSCL/ScannerStatus", timeout=0.7)


def ipp(body: bytes) -> bytes:
    return b"\x01\x01\x00\x00\x00\x00\x00\x01\x04" + body + b"\x03"


@pytest.mark.parametrize(
    "body",
    [
        b"\x34\x00\x01a\x00\x00" + b"\x4a\x00\x00\x00\x01b\x34\x00\x00\x00\x00" * (DEEPEST + 1),
        b"\x34\x00\x01a\x00\x00" + b"\x4a\x00\x00\x00\x01b\x34\x00\x00\x00\x00" * 100_000,
        b"\x22\x00\x01a\x00\x01\x01" + b"\x22\x00\x00\x00\x01\x01" * (MOST_VALUES + 1),
        b"\x22\x00\x01a\xff\xff\x01",
        b"\x4a" * 1000,
    ],
)
def test_a_printer_s_words_are_bounded_in_number_and_depth(body: bytes) -> None:
    began = time.thread_time()
    with pytest.raises(NoMessage):
        read(ipp(body))
    assert time.thread_time() - began < 5


@pytest.mark.parametrize(
    "document",
    [
        "<a>" * 300_000,
        "<ScannerCapabilities>" + "<SettingProfile>" * 6000 + "</SettingProfile>" * 6000 + "</ScannerCapabilities>",
        '<!DOCTYPE a [<!ENTITY b "c">]><ScannerCapabilities/>',
        "<ScannerCapabilities>" + "<Adf/>" * 6000 + "</ScannerCapabilities>",
    ],
)
def test_a_scanner_s_words_are_bounded_in_number_and_depth(document: str) -> None:
    began = time.thread_time()
    with pytest.raises(ScannerUnclear):
        read_capabilities(document.encode())
    assert time.thread_time() - began < 5
