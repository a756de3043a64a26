"""Python's cyclic garbage is collected on the window's thread alone.

Left to itself it is collected in whatever thread happens to allocate. Where that is a worker's, parts of a closed
dialog die there: Qt takes its lock for connections and asks Python, which wants the interpreter; the window's thread
holds the interpreter and waits for that lock, and both wait for ever (PySide6 6.11, seen once in a thousand windows).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EACH = 1000  # milliseconds


class Garbage(QObject):
    """Looks once a second whether so much has gathered as Python itself would have collected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EACH)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """The oldest generation that has its fill, and the younger ones with it."""
        counts, fills = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > fills[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """The window is gone: Python collects by itself again."""
        self._timer.stop()
        gc.enable()
