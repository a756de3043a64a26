"""A card reader that sends by a serial port (COM3, /dev/ttyACM0) instead of typing.

No input method changes a letter of what it sends. One card or code is what comes up to a line's end, or up to a moment
in which nothing more comes.
"""

from __future__ import annotations

import codecs
import re

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtSerialPort import QSerialPort

from ui.errors import CardReaderGone

STILL = 250
"""Milliseconds without a letter after which a reader that sends no line's end has sent all."""
AGAIN = 5_000
"""Milliseconds after which a reader that is gone is looked for again."""
MOST = 4_096
"""Bytes of a code at the most; a QR holds 2,953."""
SPEED = 115_200
"""Bits a second; readers on USB heed none."""
_ENDS = re.compile(rb"[\r\n\0]+")


class CardReader(QObject):
    """Listens at a port, and again when it comes back. `failed` is told once for each time it is gone."""

    read = Signal(str)
    failed = Signal(object)
    found = Signal()

    def __init__(self, port: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port = QSerialPort(self)
        self._port.setPortName(port)
        self._port.setBaudRate(SPEED)
        self._port.readyRead.connect(self._take)
        self._port.errorOccurred.connect(self._went)
        self._sent = b""
        self._gone = False
        self._still = QTimer(self, singleShot=True, interval=STILL)
        self._still.timeout.connect(self._end)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self.listen)

    def listen(self) -> None:
        """Opens the port, or tries again later."""
        if self._port.isOpen():
            return
        if self._port.open(QSerialPort.OpenModeFlag.ReadOnly):
            if self._gone:
                self.found.emit()
            self._gone = False
            return
        self._tell_gone()

    def stop(self) -> None:
        """Half a card is no card."""
        self._again.stop()
        self._still.stop()
        self._port.close()

    def _went(self, error: QSerialPort.SerialPortError) -> None:
        if error is QSerialPort.SerialPortError.ResourceError:  # it was unplugged
            self._port.close()
            self._tell_gone()

    def _tell_gone(self) -> None:
        self._sent = b""
        if not self._gone:
            self.failed.emit(CardReaderGone(port=self._port.portName()))
        self._gone = True
        self._again.start()

    def _take(self) -> None:
        self._sent += bytes(self._port.readAll().data())
        *whole, self._sent = _ENDS.split(self._sent)
        self._sent = self._sent[:MOST]
        for line in whole:
            self._tell(line)
        self._still.start()

    def _end(self) -> None:
        sent, self._sent = self._sent, b""
        self._tell(sent)

    def _tell(self, sent: bytes) -> None:
        text = sent.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace").strip()
        if text:
            self.read.emit(text)
