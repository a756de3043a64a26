"""Keys of the window that fields of Linux desktops take for themselves (Ctrl+D deletes a letter there, Ctrl+E goes to
the end of the line), and keys that are held."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.input_watch import input_watch

_OURS = (Qt.Key.Key_D, Qt.Key.Key_E)


class WindowKeys:
    """A field is not asked whether it wants them; where the window has no use for one, the field gets it after all.

    A key that is held is one act, in whatever window of the program: held for three seconds, Ctrl+P printed ten
    receipts, F5 scanned eleven times. Letters and arrows repeat as ever.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def watch(self) -> None:
        """Sees every key from now on."""
        input_watch().add(self._seen, [QEvent.Type.ShortcutOverride])

    def stop_watching(self) -> None:
        """Sees no key any more."""
        input_watch().remove(self._seen)

    def _seen(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.isAutoRepeat():
            event.accept()  # it is no shortcut, but what any other key is to whoever has the cursor
            return True
        if watched.window() is not self._window:
            return False
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier or event.key() not in _OURS:
            return False
        event.ignore()
        return True
