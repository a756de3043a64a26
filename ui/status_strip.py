"""The line at the bottom: the province, what waits to be sent, work in progress, who sits here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStatusBar, QWidget

from counter_app.sync.errors import ServerUnreachable
from ui.workplace import Workplace

if TYPE_CHECKING:
    from counter_app.sync.worker import SyncStatus

_ONLINE, _OFFLINE, _REFUSED, _NONE = "#2e7d32", "#b26a00", "#b3261e", "#757575"


class StatusStrip(QStatusBar):
    """Shows states only; nothing here has to be clicked except to stop work."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self.setMinimumHeight(34)
        self._language = place.language
        self._has_server = bool(place.desk.profile.server.url)
        self.line = QLabel()
        self.waiting = QLabel()
        self.work = QLabel()
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setStyleSheet("padding: 0 8px; min-height: 0;")  # the line stays as high as without it
        self.stop.setToolTip(self.tr("Stops scanning and reading; pages that are already here stay"))
        self.stop.clicked.connect(place.pages.cancel)
        desk, office = place.desk.profile.desk, place.desk.profile.office
        clerk = self.tr("{clerk} · desk {number} · {office}")
        self.clerk = QLabel(clerk.format(clerk=desk.clerk, number=desk.number, office=office.name))

        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.work, self.stop):
            row.addWidget(part)
        self.waiting.setContentsMargins(16, 0, 16, 0)
        self.addWidget(self.line)
        self.addWidget(self.waiting)
        self.addWidget(self._progress)
        self.addPermanentWidget(self.clerk)
        self._progress.hide()
        self._show_line(None)
        place.pages.counted.connect(self.show_work)

    def show_sync(self, status: SyncStatus) -> None:
        """Shows where sync stands."""
        self._show_line(status)
        parts = []
        if status.entries_waiting:
            parts.append(self.tr("%n entries", "", status.entries_waiting))
        if status.files_waiting:
            parts.append(self.tr("%n files", "", status.files_waiting))
        waits = self.tr("Waiting to be sent: {what}").format(what=", ".join(parts))
        self.waiting.setText(waits if parts else self.tr("Everything sent") if self._has_server else "")

    def show_work(self, read: int, pages: int) -> None:
        """Shows how many pages were read of those that came."""
        self._progress.setVisible(pages > 0)
        self.work.setText(self.tr("Reading pages: {read}/{all}").format(read=read, all=pages))

    def _show_line(self, status: SyncStatus | None) -> None:
        if not self._has_server:
            colour, text = _NONE, self.tr("No provincial server")
            tip = self.tr("No server is set in this desk's profile; everything is kept here.")
        elif status is None:
            colour, text, tip = _NONE, self.tr("Connecting…"), ""
        elif status.online:
            colour, text = _ONLINE, self.tr("Online")
            tip = self.tr("The provincial server answers.")
        elif status.failure is None or isinstance(status.failure, ServerUnreachable):
            colour, text = _OFFLINE, self.tr("Offline")
            tip = self.tr("Work goes on; everything is sent when the line is back.")
        else:
            colour, text = _REFUSED, status.failure.happened(self._language)
            tip = status.failure.sentence(self._language)
        self.line.setText(f'<span style="color:{colour}">●</span> {text}')
        self.line.setToolTip(tip)
