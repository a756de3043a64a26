"""Where the window stands: as it was left, and on a screen that is there."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_KEPT = "window/geometry"
_WIDTH, _HEIGHT = 1366, 740  # pixels, where it is not maximised any more


class WindowPlace(QObject):
    """Of the program's one window; follows it when a screen is unplugged."""

    def __init__(self, window: QWidget, settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._come_back)

    def restore(self) -> None:
        """As the window was left; at the first start it has all of the screen."""
        geometry = self._settings.value(_KEPT)
        if isinstance(geometry, QByteArray) and self._window.restoreGeometry(geometry):
            return
        self._window.resize(_WIDTH, _HEIGHT)
        self._window.setWindowState(Qt.WindowState.WindowMaximized)

    def keep(self) -> None:
        """For the next start."""
        self._settings.setValue(_KEPT, self._window.saveGeometry())

    def other_screen(self) -> QScreen | None:
        """One on which the window does not stand."""
        return next((screen for screen in QGuiApplication.screens() if screen is not self._window.screen()), None)

    def _come_back(self) -> None:
        """The screen it stood on was unplugged: on to one that is there, no larger than that."""
        frame = self._window.frameGeometry()
        if any(screen.availableGeometry().intersects(frame) for screen in QGuiApplication.screens()):
            return
        room = QGuiApplication.primaryScreen().availableGeometry()
        self._window.resize(self._window.size().boundedTo(room.size()))
        self._window.move(room.topLeft())
