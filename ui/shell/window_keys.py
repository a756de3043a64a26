"""Keys of the window that fields of Linux desktops take for themselves: Ctrl+D deletes a letter there, Ctrl+E goes to
the end of the line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_OURS = (Qt.Key.Key_D, Qt.Key.Key_E)


class WindowKeys(QObject):
    """A field is not asked whether it wants them; where the window has no use for one, the field gets it after all."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def watch(self) -> None:
        """Sees every key from now on."""
        if app := QApplication.instance():
            app.installEventFilter(self)

    def stop_watching(self) -> None:
        """Sees no key any more."""
        if app := QApplication.instance():
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier or event.key() not in _OURS:
            return False
        event.ignore()
        return True
