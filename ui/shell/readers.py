"""Whatever reads cards and codes at this desk: readers that type like a keyboard, and one at a port that does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.dossier.identity import NotACardCode
from ui.widgets.wedge_filter import WedgeFilter

if TYPE_CHECKING:
    from ui.background.card_reader import CardReader


class Readers(QObject):
    """Heard whatever has the cursor; what a locked window's reader at a port reads is passed over."""

    card_read = Signal(str)
    code_read = Signal(str)
    composed = Signal()  # an input method was on while a card was read
    failed = Signal(object)  # CounterError
    found = Signal()  # the reader at the port is there again

    def __init__(self, window: QWidget, is_locked: Callable[[], bool]) -> None:
        super().__init__(window)
        self._is_locked = is_locked
        self.wedge = WedgeFilter(window)
        self.wedge.card_scanned.connect(self.card_read)
        self.wedge.code_scanned.connect(self.code_read)
        self.wedge.composed.connect(self.composed)
        self._at_port: CardReader | None = None

    def watch(self, port: str) -> None:
        """Begins to listen, at the port too where the profile names one."""
        self.wedge.watch()
        self.listen_at(port)

    def listen_at(self, port: str) -> None:
        """Hears the reader at that port and at no other any more; at none where it is ""."""
        if self._at_port is not None:
            self._at_port.stop()
            self._at_port = None
        if port:
            from ui.background.card_reader import CardReader  # only desks that have one load QtSerialPort

            self._at_port = CardReader(port, self)
            self._at_port.read.connect(self._take)
            self._at_port.failed.connect(self.failed)
            self._at_port.found.connect(self.found)
            self._at_port.listen()

    def stop_watching(self) -> None:
        """What is read from now on is another window's."""
        self.wedge.stop_watching()
        self.listen_at("")

    def _take(self, text: str) -> None:
        if not self._is_locked() and not self.wedge.take(text):
            self.failed.emit(NotACardCode())
