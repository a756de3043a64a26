"""A thermal printer of the tests': it reads ESC/POS byte by byte as its manual says, and puts dots on paper."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PIL import Image, ImageOps

STATE, WHY_OFFLINE, PAPER = 1, 2, 4


class NotUnderstood(Exception):
    """Bytes that are no command of the few that are expected."""


def slips(data: bytes) -> list[Image.Image]:
    """The papers that come out: what was printed between two cuts, black on white. What is not cut off has not."""
    papers, lines = [], list[Image.Image]()
    place = 0
    while place < len(data):
        command = data[place : place + 2]
        if command == b"\x1b@":
            place += 2
        elif command == b"\x1bd":
            place += 3
        elif data[place : place + 3] == b"\x1dv0":
            mode, across, down = struct.unpack_from("<BHH", data, place + 3)
            assert mode == 0
            dots = data[place + 8 : place + 8 + across * down]
            lines.append(ImageOps.invert(Image.frombytes("1", (8 * across, down), dots).convert("L")))
            place += 8 + across * down
        elif command == b"\x1dV":
            papers.append(_joined(lines))
            lines = []
            place += 3
        elif command in {b"\x10\x04", b"\x1dr"}:
            place += 3
        else:
            raise NotUnderstood(data[place : place + 8].hex(" "))
    assert not lines, "something hangs in the printer, not cut off"
    return papers


def _joined(strips: list[Image.Image]) -> Image.Image:
    paper = Image.new("L", (strips[0].width, sum(strip.height for strip in strips)))
    top = 0
    for strip in strips:
        paper.paste(strip, (0, top))
        top += strip.height
    return paper


@dataclass
class SlipPrinter:
    """A thermal printer in the network: what it answers, what it got, when it hangs up."""

    mute: bool = False
    state: dict[int, int] = field(default_factory=lambda: {STATE: 0x12, WHY_OFFLINE: 0x12, PAPER: 0x12})
    knows_when_all_is_printed: bool = True
    hangs_up_after: int | None = None
    paper_ends_after: int | None = None
    got: bytearray = field(default_factory=bytearray)
    port: int = 0

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"escpos+tcp://127.0.0.1:{self.port}"

    def serve(self, connection: socket.socket) -> None:
        """One computer's talk."""
        here = bytearray()
        while piece := connection.recv(1024):
            here += piece
            self.got += piece
            if self.hangs_up_after is not None and len(here) > self.hangs_up_after:
                return
            if self.paper_ends_after is not None and len(here) > self.paper_ends_after:
                self.state = {STATE: 0x1A, WHY_OFFLINE: 0x32, PAPER: 0x7E}
            if self.mute:
                continue
            if here[-3:-1] == b"\x10\x04":
                connection.sendall(bytes([self.state[here[-1]]]))
            if here.endswith(b"\x1dr\x01") and self.knows_when_all_is_printed and self.paper_ends_after is None:
                connection.sendall(b"\0")


@contextmanager
def slip_printer() -> Iterator[SlipPrinter]:
    """The printer, listening."""
    printer = SlipPrinter()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        printer.port = listening.getsockname()[1]

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    try:
                        printer.serve(connection)
                    except ConnectionError:
                        continue

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield printer
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()
