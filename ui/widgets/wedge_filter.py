"""The card reader: it types the card's QR like a keyboard, far faster than anyone can, into whatever has the focus.

A burst is told by its speed and by the `|` between its fields, or by being the look-up code of a paper (16 letters and
digits, large and small ones among them, alone or in the address it leads to); so other codes a reader types, a
dossier's for one, go where the cursor is.
What the first keys of a burst did is undone: what went into a field is taken out again, and the row or choice that they
led to is left for the one before. Where the focus is on no field of text, the other keys are held back, because a space
among them would press a button. A code that is pasted counts as read.

Where a Vietnamese input method is on, what it commits is collected as well; Telex or VNI may have changed letters of
it, and then the card's own rules refuse the text: such a desk sets its reader to send a paste, or turns the method off.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from counter_app.dossier.codes import token_in

_GAP = 0.035  # seconds between two keys of a reader at the most
_SURE = 4  # keys in a row this fast are no fingers
_FEWEST = 20  # characters
_FIELDS = 5  # `|` in a card's QR at the least
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
        self._target: QWidget | None = None
        self._opened: QWidget | None = None  # the editor of a cell that the first key opened
        self._put_back: Callable[[], None] = lambda: None
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
            self._burst, self._target, self._opened, self._put_back = "", watched, None, _as_it_is(watched)
        self._seen, self._stamp = self._clock(), stamp
        if _is_editor(watched, self._target):
            self._target = self._opened = watched  # the key that opened it comes to it once more
            return
        if watched is self._target:  # a key that is not wanted there visits its parents too
            self._burst += text

    def _ended(self, stamp: int) -> bool:
        burst, quick = self._burst, self._is_quick(stamp)
        self._burst, self._target = "", None
        signal = self._signal_of(burst) if quick else None
        if signal is None:
            return False
        if self._opened is not None:
            escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self._opened, escape)
        self._put_back()
        signal.emit(burst)
        return True

    def _pasted(self) -> bool:
        text = QGuiApplication.clipboard().text().strip()
        signal = self._signal_of(text)
        if signal is None:
            return False
        signal.emit(text)
        return True

    def _signal_of(self, text: str) -> SignalInstance | None:
        """The signal for what was read; None for what is no code of ours."""
        if token_in(text):
            return self.code_scanned
        is_card = len(text) >= _FEWEST and text.count("|") >= _FIELDS and "\n" not in text
        return self.card_scanned if is_card else None

    def _is_quick(self, stamp: int) -> bool:
        """Whether this key follows the last one as only a reader's does; the window itself may be late to see it."""
        if stamp and self._stamp:
            return (stamp - self._stamp) / 1000 <= _GAP
        return self._clock() - self._seen <= _GAP


def _is_editor(widget: QWidget, view: QWidget) -> bool:
    """Whether the widget is what one types into in a cell of the view."""
    is_cell = isinstance(view, QAbstractItemView) and widget not in (view, view.viewport())
    return is_cell and view.isAncestorOf(widget)


def _as_it_is(widget: QWidget) -> Callable[[], None]:
    """What puts the widget back to how it stands now, for those that keys without Enter change."""
    match widget:
        case QLineEdit() if not widget.isReadOnly():
            return partial(_put_text, widget, widget.text())
        case QPlainTextEdit() if not widget.isReadOnly():
            return partial(widget.setPlainText, widget.toPlainText())
        case QAbstractSpinBox():
            return partial(_put_spun, widget, widget.text())
        case QComboBox():
            return partial(_put_choice, widget, widget.currentIndex())
        case QAbstractItemView():
            return partial(_put_row, widget, QPersistentModelIndex(widget.currentIndex()))
        case _:
            return lambda: None


def _put_text(field: QLineEdit, text: str) -> None:
    field.setText(text)
    field.textEdited.emit(text)


def _put_spun(box: QAbstractSpinBox, text: str) -> None:
    line = box.findChild(QLineEdit)
    assert line is not None
    line.setText(text)


def _put_choice(box: QComboBox, index: int) -> None:
    if box.currentIndex() != index:
        box.setCurrentIndex(index)
        box.activated.emit(index)


def _put_row(view: QAbstractItemView, index: QPersistentModelIndex) -> None:
    if index.isValid() and view.currentIndex() != index:
        view.setCurrentIndex(index)
