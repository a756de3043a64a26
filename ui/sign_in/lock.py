"""The lock: who comes back, or somebody else, signs in, and all stands as it was left."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.dossier.roles import Clerk
from ui.background.workplace import Workplace
from ui.sign_in.sign_in_dialog import SignInDialog


class Lock(QObject):
    """Locks the window, and every dialog that is open over it: they stay, unseen and out of reach."""

    locked = Signal()
    unlocked = Signal()  # by whoever is signed in now

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._workplace, self._window = workplace, window
        self._unseen: list[tuple[QWidget, float]] = []
        self.dialog: SignInDialog | None = None

    @property
    def is_locked(self) -> bool:
        """Whether somebody has to sign in first."""
        return self.dialog is not None

    def lock(self) -> None:
        """Locks it, unless it is."""
        if self.dialog is not None:
            return
        desk = self._workplace.desk
        self.dialog = SignInDialog(desk, self._window, locks=desk.clerk)
        self.dialog.accepted.connect(self._unlock)
        shown = [
            widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not self.dialog
        ]
        self._unseen = [(item, item.windowOpacity()) for item in shown]
        for item in shown:
            item.setWindowOpacity(0)
        self.dialog.showFullScreen()
        self.locked.emit()

    def _unlock(self) -> None:
        dialog, self.dialog = self.dialog, None
        assert dialog is not None
        clerk: Clerk | None = dialog.clerk
        assert clerk is not None
        for item, opacity in self._unseen:
            item.setWindowOpacity(opacity)
        self._unseen = []
        dialog.deleteLater()
        self._workplace.attendance.sign_in(clerk)
        self.unlocked.emit()
