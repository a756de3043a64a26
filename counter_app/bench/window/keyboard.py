"""A clerk's hands: every key goes to where the cursor is, as the system would send it, and is counted."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.errors import CounterError

PATIENCE = 60.0
"""Seconds until what does not come has failed; what comes is not measured by it."""
_LOOK = 5  # milliseconds between two looks
_BETWEEN = 4  # milliseconds between two keys of a card reader


class NothingCame(CounterError):
    """A step of a scripted day had no effect."""

    what = "The scripted day stands still: {step}."
    todo = "Look at what the window shows there."


class Keyboard:
    """Presses keys and reads cards; `count` are the keys pressed so far, those of a reader not among them."""

    def __init__(self, turn: Callable[[], object] = lambda: None) -> None:
        """`turn` lets the window work between two keys, of a hand or of a card reader: no hand presses two at once."""
        self.count = 0
        self._turn = turn
        self._reader = 60_000  # the reader's clock, in milliseconds

    def press(self, *keys: str) -> None:
        """Keys in Qt's own words, such as "Ctrl+2"."""
        for key in keys:
            stroke: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(_place(), stroke.key(), stroke.keyboardModifiers())
            self.count += 1
            self._turn()

    def type(self, text: str) -> None:
        """Letters and digits, one key each."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(_place(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
            self.count += 1
            self._turn()

    def read_card(self, payload: str) -> None:
        """A reader types what stands on a card into wherever the cursor is, and Enter."""
        self._reader += 10_000
        for code, letter in [*((0, letter) for letter in payload), (Qt.Key.Key_Return.value, "\r")]:
            self._reader += _BETWEEN
            target = _place()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter)
                event.setTimestamp(self._reader)
                QApplication.sendEvent(target, event)
            self._turn()


def _place() -> QWidget:
    """Where keys go: an open menu or list before the window's own cursor, a dialog before the window below it."""
    top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
    if top is None:
        raise NothingCame(step="no window is active")
    focused = QApplication.focusWidget()
    if focused is not None and (focused is top or top.isAncestorOf(focused)):
        return focused
    return top.focusWidget() or top


class Patience(QObject):
    """Lets the window work meanwhile. One for the whole day: what goes away in between may be collected by a thread
    that must not touch Qt's timers."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = QEventLoop(self)
        self._looks = QTimer(self, interval=_LOOK)
        self._looks.timeout.connect(self._look)
        self._came: Callable[[], object] = lambda: True
        self._end = 0.0

    def until(self, came: Callable[[], object], step: str, patience: float = PATIENCE) -> None:
        """Until something is there. Raises NothingCame."""
        self._came, self._end = came, time.monotonic() + patience
        self._looks.start()
        if not came():
            self._loop.exec()
        self._looks.stop()
        if not came():
            raise NothingCame(step=step)

    def pause(self, seconds: float) -> None:
        """A clerk looks at what is there."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end, "a pause")

    def turn(self) -> None:
        """For as long as a reader takes from one key to the next."""
        self.pause(_BETWEEN / 1000)

    def _look(self) -> None:
        if self._came() or time.monotonic() > self._end:
            self._loop.quit()
