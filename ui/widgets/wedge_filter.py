"""The card reader: it types the card's QR like a keyboard, far faster than anyone can, into whatever has the focus.

A burst is told by its speed and by the `|` between its fields, or by being the look-up code of a paper (16 letters and
digits, large and small ones among them); so other codes a reader types, a dossier's for one, go where the cursor is.
What of the burst already went into a field is taken out again; where the focus is on no field, the keys are held back,
because a space among them would press a button. A code that is pasted counts as read.

Where a Vietnamese input method is on, what it commits is collected as well; Telex or VNI may have changed letters of
it, and then the card's own rules refuse the text: such a desk sets its reader to send a paste, or turns the method off.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_GAP = 0.035  # seconds between two keys of a reader at the most
_SURE = 4  # keys in a row this fast are no fingers
_FEWEST = 20  # characters
_FIELDS = 5  # `|` in a card's QR at the least
_CODE = re.compile(r"(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9_-]{16}")  # what `Desk.token(12)` makes
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Field = QLineEdit | QPlainTextEdit


class WedgeFilter(QObject):
    """An event filter for the whole application; `card_scanned` and `code_scanned` carry what was read."""

    card_scanned = Signal(str)
    code_scanned = Signal(str)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._burst = ""
        self._target: QObject | None = None
        self._before = ""
        self._seen, self._stamp = 0.0, 0  # when the last key came: by our clock (s), by the system's (ms, 0 unknown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return self._key(watched, event)
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent) and isinstance(watched, QWidget):
            self._collect(watched, event.commitString(), 0)
        return False

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Whether the key is kept from the window."""
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._pasted()
        if event.key() in _ENDS:
            return self._ended(event.timestamp())
        if event.isAutoRepeat():
            return False
        self._collect(watched, event.text(), event.timestamp())
        return bool(event.text()) and len(self._burst) >= _SURE and not isinstance(self._target, _Field)

    def _collect(self, watched: QWidget, text: str, stamp: int) -> None:
        if not text:
            return
        if self._target is None or not self._is_quick(stamp):
            self._burst, self._target, self._before = "", watched, _text_of(watched)
        self._seen, self._stamp = self._clock(), stamp
        if watched is self._target:  # a key that is not wanted there visits its parents too
            self._burst += text

    def _ended(self, stamp: int) -> bool:
        burst, target, quick = self._burst, self._target, self._is_quick(stamp)
        self._burst, self._target = "", None
        told = self._told(burst) if quick else None
        if told is None:
            return False
        _put_back(target, self._before)
        told.emit(burst)
        return True

    def _pasted(self) -> bool:
        text = QGuiApplication.clipboard().text().strip()
        told = self._told(text)
        if told is None:
            return False
        told.emit(text)
        return True

    def _told(self, text: str) -> SignalInstance | None:
        """The signal for what was read; None for what is no code of ours."""
        if _CODE.fullmatch(text):
            return self.code_scanned
        is_card = len(text) >= _FEWEST and text.count("|") >= _FIELDS and "\n" not in text
        return self.card_scanned if is_card else None

    def _is_quick(self, stamp: int) -> bool:
        """Whether this key follows the last one as only a reader's does; the window itself may be late to see it."""
        if stamp and self._stamp:
            return (stamp - self._stamp) / 1000 <= _GAP
        return self._clock() - self._seen <= _GAP


def _text_of(field: QObject) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""


def _put_back(field: QObject | None, text: str) -> None:
    if not isinstance(field, _Field) or field.isReadOnly():
        return
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.textEdited.emit(text)
    else:
        field.setPlainText(text)
