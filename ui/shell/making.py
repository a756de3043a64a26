"""Screens are made before they are asked for: the intake after the first paint, the others while nobody waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ui.shell.beside import SETTLED
from ui.shell.screens import Screens


class Making(QObject):
    """A slice a turn of the event loop: whoever types meanwhile is not kept waiting. `is_theirs`: whether the clerk may
    go to the screen of that name."""

    ready = Signal()  # the start is over: the intake is there, for whom there is one
    settled = Signal()  # so is what takes longest to open

    def __init__(self, screens: Screens, is_theirs: Callable[[str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._screens, self._is_theirs = screens, is_theirs
        self._slices = QTimer(self, singleShot=True, interval=0)
        self._slices.timeout.connect(self.make_intake)
        self._others = QTimer(self, singleShot=True, interval=SETTLED)
        self._others.timeout.connect(self._make_other)

    def make_intake(self) -> None:
        """Makes the intake. Who only looks has none."""
        if not self._is_theirs("intake") or self._screens.intake.make_slice():
            self.ready.emit()
        else:
            self._slices.start()

    def make_others(self) -> None:
        """Makes those that could not be made and shown within 50 ms, and that the clerk may see."""
        self._others.start()

    def stop(self) -> None:
        """Makes no more."""
        self._slices.stop()
        self._others.stop()

    def _make_other(self) -> None:
        if self._screens.make_next(self._is_theirs):
            self._others.start()
        else:
            self.settled.emit()
