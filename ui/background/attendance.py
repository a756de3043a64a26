"""Who is signed in at the window, and when it locks itself because nobody touches it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from counter_app.dossier.roles import Clerk
from ui.widgets.input_watch import input_watch

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class Attendance(QObject):
    """The one place that knows who is signed in; the desk asks it at each entry (`Desk.who`).

    While the window is locked the clerk stays who they were: pages are read on and papers printed on, in their name.
    """

    changed = Signal()  # somebody else signed in, or the same clerk with other tasks
    idle = Signal()  # nobody touched keys or mouse for `minutes`

    def __init__(self, clerk: Clerk, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clerk = clerk
        self._untouched = QTimer(self, singleShot=True, interval=minutes * 60_000)
        self._untouched.timeout.connect(self.idle)

    def who(self) -> Clerk:
        """Who is signed in; from any thread."""
        return self._clerk

    def sign_in(self, clerk: Clerk) -> None:
        """This clerk works here from now on."""
        other, self._clerk = clerk != self._clerk, clerk
        self._untouched.start()
        if other:
            self.changed.emit()

    def lock_after(self, minutes: int) -> None:
        """Locks after so many minutes from now on."""
        self._untouched.setInterval(minutes * 60_000)

    def watch(self) -> None:
        """Begins to look whether somebody is there."""
        input_watch().add(self._touched, _TOUCHES)
        self._untouched.start()

    def stop_watching(self) -> None:
        """The window is closed: nobody is waited for any more."""
        input_watch().remove(self._touched)
        self._untouched.stop()

    def _touched(self, watched: QObject, event: QEvent) -> bool:
        if self._untouched.isActive():
            self._untouched.start()
        return False
