"""The lock: who comes back, or somebody else, signs in, and all stands as it was left."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from counter_app.dossier.roles import Clerk
from ui.background.workplace import Workplace
from ui.sign_in.sign_in_dialog import SignInDialog


class Lock:
    """Locks the window, and every dialog that is open over it: they stay, unseen and out of reach."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
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
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.dialog]
        self._unseen = [(one, one.windowOpacity()) for one in shown]
        for one in shown:
            one.setWindowOpacity(0)
        self.dialog.showFullScreen()

    def _unlock(self) -> None:
        dialog, self.dialog = self.dialog, None
        assert dialog is not None
        clerk: Clerk | None = dialog.clerk
        assert clerk is not None
        for one, opacity in self._unseen:
            one.setWindowOpacity(opacity)
        self._unseen = []
        dialog.deleteLater()
        self._workplace.attendance.sign_in(clerk)
