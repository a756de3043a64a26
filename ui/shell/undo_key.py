"""Ctrl+Z: the field's own while one types, else the newest act on what is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.background.undo import Undo
from ui.widgets.input_watch import input_watch


class UndoKey(QObject):
    """Watches the keys of the window, for fields take Ctrl+Z for themselves even where they have nothing to undo."""

    def __init__(self, undo: Undo, window: QWidget) -> None:
        super().__init__(window)
        self._undo, self._window = undo, window

    def watch(self) -> None:
        """Sees every key from now on."""
        input_watch().add(self._see, (QEvent.Type.KeyPress, QEvent.Type.InputMethod))

    def stop_watching(self) -> None:
        """Sees no key any more."""
        input_watch().remove(self._see)

    def _see(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent) and event.commitString():
            self._undo.typed_since = True  # by a Vietnamese input method
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._take_back(watched, held=event.isAutoRepeat())
        if event.text().isprintable() and event.text() and isinstance(watched, QLineEdit | QPlainTextEdit):
            self._undo.typed_since = True
        return False

    def _take_back(self, watched: QWidget, held: bool) -> bool:
        if self._undo.is_anything_seen:
            return not self._is_the_fields(watched) and (held or self._undo.undo())  # held, it takes back one act
        if not held and not _has_its_own(watched):
            self._undo.say_nothing_here()
        return False

    def _is_the_fields(self, watched: QWidget) -> bool:
        """Whether the field with the cursor was typed into after the newest act."""
        return self._undo.typed_since and _has_its_own(watched)


def _has_its_own(watched: QWidget) -> bool:
    """Whether the field has something to undo itself."""
    if isinstance(watched, QLineEdit):
        return watched.isUndoAvailable()
    return isinstance(watched, QPlainTextEdit) and watched.document().isUndoAvailable()
