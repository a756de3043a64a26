"""A card reader at a serial port: what it sends is read as what one types, and it may be pulled out and put in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.background.card_reader import CardReader
from ui.errors import CardReaderGone

CARD = "040190001234|187123456|Moong Thị Mỷ|15041990|Nữ|Xóm 3, Nghi Lộc, Nghệ An|10052021"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal stands in for the port")


@pytest.fixture
def port() -> Iterator[tuple[int, str]]:
    """The other end of a port, and the port's name."""
    ours, theirs = os.openpty()
    yield ours, os.ttyname(theirs)
    for end in (ours, theirs):
        os.close(end)


def heard(reader: CardReader) -> list[str]:
    lines: list[str] = []
    reader.read.connect(lines.append)
    reader.listen()
    return lines


def test_a_card_is_heard_with_every_mark_whatever_ends_it(port: tuple[int, str], qtbot: QtBot) -> None:
    reader = CardReader(port[1])
    lines = heard(reader)
    with qtbot.waitSignal(reader.read):
        os.write(port[0], f"{CARD}\r\n".encode())
    with qtbot.waitSignal(reader.read):
        os.write(port[0], CARD.encode())  # no end: nothing more comes
    reader.stop()
    assert lines == [CARD, CARD]


def test_a_card_that_comes_in_pieces_is_one(port: tuple[int, str], qtbot: QtBot) -> None:
    reader = CardReader(port[1])
    lines = heard(reader)
    whole = f"{CARD}\n".encode()
    for piece in (whole[:30], whole[30:61], whole[61:]):  # a letter of several bytes is cut through
        os.write(port[0], piece)
        qtbot.wait(20)
    qtbot.waitUntil(lambda: lines == [CARD])
    reader.stop()


def test_a_reader_that_is_not_there_is_told_once_and_looked_for_again(qtbot: QtBot) -> None:
    reader = CardReader("/dev/no-such-port")
    told: list[CardReaderGone] = []
    reader.failed.connect(told.append)
    reader.listen()
    reader.listen()
    reader.stop()
    assert [failure.sentence() for failure in told] == [CardReaderGone(port="no-such-port").sentence()]
