"""Hearing of faults of the program that nobody caught."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from ui.shell.crash_dialog import CrashDialog


class CrashWatch(QObject):
    """Hears of faults that nobody caught, in whatever thread, and shows each place once."""

    _happened = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._told: set[str] = set()
        self.dialog: CrashDialog | None = None
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def tell(self, places: str) -> None:
        """A fault at these places; from any thread."""
        self._happened.emit(places)

    def _show(self, places: str) -> None:
        if places in self._told or (self.dialog is not None and self.dialog.isVisible()):
            return  # what breaks again and again is in the log again and again
        from ui.shell.crash_dialog import CrashDialog  # not at every start

        self._told.add(places)
        self.dialog = CrashDialog(places, self._folder)
        self.dialog.show()
