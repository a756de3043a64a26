"""The card reader: it types the card's QR like a keyboard into whatever has the focus, mostly faster than anyone can.

A card is told by what it says, at whatever speed: twelve digits and the `|` between its fields, in the keys that came
or in the text that now stands in the field with the cursor: typed, pasted, dropped or composed by an input method. The
code of a paper (16 letters and digits, large and small ones among them, alone or in its look-up address) is told by
its speed, or by being all that stands in the field when Enter comes; so other codes a reader types, a dossier's for
one, go where the cursor is. A reader that sends no Enter has ended when nothing more comes.

What the first keys did is undone: what went into a field is taken out again, and the row or choice that they led to is
left for the one before. Where the focus is on no field of text, the other keys are held back, because a space among
them would press a button.

Where a Vietnamese input method is on, Telex or VNI may have changed letters of a name (Moong becomes Mông): `composed`
says so, for the clerk to compare. Numbers and dates have no letters to change.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, Qt, QTimer, Signal
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
from shiboken6 import isValid

from counter_app.dossier.codes import token_in
from ui.widgets.input_watch import input_watch

_QUICK = 0.035  # seconds between two keys that no fingers reach
_SLOW = 0.11  # between two digits of the slowest readers
_PAUSE = 0.5  # in the middle of a card, where nobody types
_SURE = 4  # keys in a row this fast are no fingers
_STILL = 250  # milliseconds without a key after which a whole card has ended
_STILL_SHORT = 1000  # after which one without its day of issue has
_BEGUN = re.compile(r"[0-9]{1,12}|[0-9]{12}\|.*")  # as a card begins
_CARD = re.compile(r"[0-9]{12}(\|[^|\n]*){5}(?:\|([0-9]{0,8})(\|[^|\n]*)*)?")
_CARD_LIKE = re.compile(r"(?=.{20})[^|\n]*(\|[^|\n]*){5,}")  # what the card's own rules will refuse
_BARS, _DAY = 5, 8  # `|` in a card at the least, digits of a day
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_Field = QLineEdit | QPlainTextEdit


@dataclass(frozen=True)
class _Read:
    """What was read, and what puts the place where it landed back to how it was."""

    text: str
    put_back: Callable[[], None]
    whole: bool = True  # down to the day of issue


class WedgeFilter(QObject):
    """Sees the keys of the whole application; `card_scanned` and `code_scanned` carry what was read."""

    card_scanned = Signal(str)
    code_scanned = Signal(str)
    composed = Signal()  # an input method had its hands in the card that was just told

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._burst = ""
        self._target: QWidget | None = None
        self._opened: QWidget | None = None  # the editor of a cell that the first key opened
        self._put_back: Callable[[], None] = lambda: None
        self._quick = self._composed = False  # whether all keys of the burst were quick; whether some were composed
        self._preedit = ""  # what an input method still holds back
        self._seen, self._stamp = 0.0, 0  # when the last key came: by our clock (s), by the system's (ms, 0 unknown)
        self._watched: _Field | None = None
        self._still = QTimer(self, singleShot=True)
        self._still.timeout.connect(self._fell_still)

    def watch(self) -> None:
        """Begins to read what is typed anywhere in the application."""
        input_watch().add(self._see, (QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.FocusIn))

    def stop_watching(self) -> None:
        """The window is closed: what is typed from now on is another's, and half a card is no card."""
        input_watch().remove(self._see)
        self._forget()

    def _see(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return self._key(watched, event)
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent) and isinstance(watched, QWidget):
            self._compose(watched, event)
        if kind is QEvent.Type.FocusIn and isinstance(watched, _Field):
            self._watch(watched)
        return False

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Whether the key is kept from the window."""
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._pasted()
        if event.key() in _ENDS:
            return self._ended(watched, event.timestamp())
        if event.key() == Qt.Key.Key_Backspace:  # an input method takes back what it composes anew
            self._burst, self._composed = self._burst[:-1], bool(self._burst)
        elif event.text().isprintable():
            self._collect(watched, event.text(), event.timestamp())
        sure = (self._quick and len(self._burst) >= _SURE) or ("|" in self._burst and self._begun)
        return bool(event.text()) and sure and not isinstance(self._target, _Field)

    def _compose(self, watched: QWidget, event: QInputMethodEvent) -> None:
        self._collect(watched, event.commitString(), 0)
        self._composed = self._composed or bool(event.commitString())
        self._preedit = event.preeditString()
        if _is_card(self._burst + self._preedit):
            self._still.start(_STILL)

    def _collect(self, watched: QWidget, text: str, stamp: int) -> None:
        if not text:
            return
        gap = self._gap(stamp)
        if self._target is None or not self._goes_on(gap):
            self._burst, self._target, self._opened, self._put_back = "", watched, None, _as_it_is(watched)
            self._quick, self._composed = True, False
        elif self._burst:
            self._quick = self._quick and gap <= _QUICK
        self._seen, self._stamp = self._clock(), stamp
        if isinstance(watched, _Field):
            self._watch(watched)
        if _is_editor(watched, self._target):
            self._target = self._opened = watched  # the key that opened it comes to it once more
            return
        if watched is self._target:  # a key that is not wanted there visits its parents too
            self._burst += text
        if _is_card(self._burst) or (self._quick and token_in(self._burst)):
            self._still.start(_STILL)

    @property
    def _begun(self) -> bool:
        """Whether the keys so far are what a card begins with."""
        return _BEGUN.fullmatch(self._burst) is not None

    def _goes_on(self, gap: float) -> bool:
        """Whether a key after that many seconds is of the burst before it."""
        if gap <= _QUICK:
            return True
        return self._begun and gap <= (_PAUSE if "|" in self._burst else _SLOW)

    def _ended(self, watched: QWidget, stamp: int) -> bool:
        """Enter, or Tab, which some readers send: whether it was the end of something that was read."""
        quick = self._gap(stamp) <= _QUICK
        read, opened = self._card() or (self._code() if quick else None) or _alone(watched), self._opened
        self._forget()
        if read is None:
            return False
        if opened is not None:
            escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(opened, escape)
        self._tell(read)
        return True

    def _fell_still(self) -> None:
        """No key came any more: what was read has ended."""
        read = self._card() or self._code()
        if read is not None and not read.whole and self._still.interval() != _STILL_SHORT:
            self._still.start(_STILL_SHORT)
        elif read is not None:
            self._forget()
            self._tell(read)

    def _card(self) -> _Read | None:
        """The card in the keys that came, or else in the text of the field with the cursor."""
        if found := _found(self._burst + self._preedit):
            return _Read(found[0], self._put_back, _is_whole(found))
        field = self._watched
        if field is None or not (found := _found(text := _text(field))):
            return None
        return _Read(found[0], partial(_put, field, text[: found.start()] + text[found.end() :]), _is_whole(found))

    def _code(self) -> _Read | None:
        """The code of a paper in keys that came quickly."""
        return _Read(self._burst, self._put_back) if self._quick and token_in(self._burst) else None

    def _pasted(self) -> bool:
        text = QGuiApplication.clipboard().text().strip()
        return "\n" not in text and self.take(text)

    def _tell(self, read: _Read) -> None:
        composed = self._composed
        read.put_back()
        self.take(read.text)
        if composed and not token_in(read.text):
            self.composed.emit()

    def take(self, text: str) -> bool:
        """Tells what was read, by whatever reader; False where it is no code of ours."""
        if code := token_in(text):
            self.code_scanned.emit(code)
        elif found := _found(text):
            self.card_scanned.emit(found[0])
        else:
            return False
        return True

    def _forget(self) -> None:
        self._still.stop()
        self._burst = self._preedit = ""
        self._target = self._opened = None

    def _watch(self, field: _Field) -> None:
        """The text of the field with the cursor is looked at whenever it changes, by whatever hand."""
        if field is self._watched:
            return
        if self._watched is not None:
            self._watched.textChanged.disconnect(self._text_changed)
            self._watched.destroyed.disconnect(self._lost)
        self._watched = field
        field.textChanged.connect(self._text_changed)
        field.destroyed.connect(self._lost)

    def _lost(self) -> None:
        self._watched = None

    def _text_changed(self) -> None:
        if self._watched is not None and _is_card(_text(self._watched)):
            self._still.start(_STILL)

    def _gap(self, stamp: int) -> float:
        """Seconds since the last key; by the system's clock, because the window itself may be late to see it."""
        return (stamp - self._stamp) / 1000 if stamp and self._stamp else self._clock() - self._seen


def _text(field: _Field) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _found(text: str) -> re.Match[str] | None:
    """The card in a text."""
    if text.count("|") < _BARS:
        return None
    return _CARD.search(text) or _CARD_LIKE.search(text)


def _alone(widget: QWidget) -> _Read | None:
    """The code of a paper that is all that stands in a field, however slowly it came."""
    if not isinstance(widget, _Field) or not (code := token_in(_text(widget))) or not re.search(r"[0-9]", code):
        return None
    return _Read(_text(widget), partial(_put, widget, ""))


def _is_card(text: str) -> bool:
    return _found(text) is not None


def _is_whole(found: re.Match[str]) -> bool:
    """Whether it goes on to the day of issue."""
    return found.re is _CARD and len(found[2] or "") == _DAY


def _is_editor(widget: QWidget, view: QWidget) -> bool:
    """Whether the widget is what one types into in a cell of the view."""
    is_cell = isinstance(view, QAbstractItemView) and widget not in (view, view.viewport())
    return is_cell and view.isAncestorOf(widget)


def _as_it_is(widget: QWidget) -> Callable[[], None]:
    """What puts the widget back to how it stands now, for those that keys without Enter change."""
    match widget:
        case QLineEdit() if not widget.isReadOnly():
            return partial(_put, widget, widget.text())
        case QPlainTextEdit() if not widget.isReadOnly():
            return partial(_put, widget, widget.toPlainText())
        case QAbstractSpinBox():
            return partial(_put_spun, widget, widget.text())
        case QComboBox():
            return partial(_put_choice, widget, widget.currentIndex())
        case QAbstractItemView():
            return partial(_put_row, widget, QPersistentModelIndex(widget.currentIndex()))
        case _:
            return lambda: None


def _put(field: _Field, text: str) -> None:
    if not isValid(field):  # went with its dialog while the reader was at it
        return
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        field.setText(text)
        field.textEdited.emit(text)


def _put_spun(box: QAbstractSpinBox, text: str) -> None:
    if not isValid(box):
        return
    line = box.findChild(QLineEdit)
    assert line is not None
    line.setText(text)


def _put_choice(box: QComboBox, index: int) -> None:
    if isValid(box) and box.currentIndex() != index:
        box.setCurrentIndex(index)
        box.activated.emit(index)


def _put_row(view: QAbstractItemView, index: QPersistentModelIndex) -> None:
    if index.isValid() and view.currentIndex() != index:
        view.setCurrentIndex(index)
