"""The wheel scrolls: turned over a closed list or a number on its way, it changes neither."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget

from ui.widgets.input_watch import input_watch

_CHANGED_BY_IT = (QComboBox, QAbstractSpinBox)


class Wheel:
    """What would be changed does not get its turns; what lies around it does, and scrolls."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def watch(self) -> None:
        """Sees every turn from now on."""
        input_watch().add(self._seen, [QEvent.Type.Wheel])

    def stop_watching(self) -> None:
        """Sees none any more."""
        input_watch().remove(self._seen)

    def _seen(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        if not isinstance(watched, _CHANGED_BY_IT) and not isinstance(watched.parent(), _CHANGED_BY_IT):
            return False
        event.ignore()
        return True
