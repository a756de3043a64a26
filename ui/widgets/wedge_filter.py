"""The card reader: it types the card's QR like a keyboard, far faster than anyone can, into whatever has the focus.

A burst is told by its speed and by the `|` between its fields. What of it already went into a field is taken out again.
A Vietnamese input method (Telex, VNI) can change letters of a burst; the text is then refused by the card's own rules, and
the reader should be set to its serial or POS mode.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_GAP = 0.035  # seconds between two keys of a reader at the most
_FEWEST = 20  # characters
_FIELDS = 5  # `|` in a card's QR at the least
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WedgeFilter(QObject):
    """An event filter for the whole application; `card_scanned` carries what the reader sent."""

    card_scanned = Signal(str)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._burst = ""
        self._last = 0.0
        self._field: QObject | None = None
        self._before = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QLineEdit | QPlainTextEdit) and watched.isWidgetType():
            return self._taken(watched, event, "") if self._burst or event.text() else False
        return self._taken(watched, event, _text_of(watched)) if watched.isWidgetType() else False

    def _taken(self, watched: QObject, event: QKeyEvent, text: str) -> bool:
        now = self._clock()
        if now - self._last > _GAP:
            self._burst, self._field, self._before = "", watched, text
        self._last = now
        if Qt.Key(event.key()) in _ENDS:
            burst, self._burst = self._burst, ""
            if len(burst) >= _FEWEST and burst.count("|") >= _FIELDS:
                _put_back(self._field, self._before)
                self.card_scanned.emit(burst)
                return True
            return False
        if watched is self._field:
            self._burst += event.text()
        return False


def _text_of(field: QObject) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""


def _put_back(field: QObject | None, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.textEdited.emit(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
