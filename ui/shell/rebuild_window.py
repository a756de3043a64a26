"""The desk's data is not as it was left: what happened, what there is to put it together from, and what was missing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from counter_app.config import Profile
from counter_app.errors import CounterError
from counter_app.language import translate
from counter_app.store.backup_folder import BackupFolder
from counter_app.store.keys import StoreKey
from counter_app.store.recognition import NeedsRebuild
from counter_app.store.restore import restore, set_aside
from counter_app.sync.rebuild import Rebuilt, rebuild
from counter_app.sync.rebuild_report import report
from ui.errors import Unexpected
from ui.shell.start_error import StartErrorWindow
from ui.widgets.file_choice import choose_file

_LOOK = 100  # ms between looks whether the work is done


class RebuildWindow(StartErrorWindow):
    """Leads through the rebuild; `rebuilt` once the desk can be opened. `key` opens it where its key is wrapped."""

    def __init__(self, failure: CounterError, folder: Path, profile: Profile, key: StoreKey | None = None) -> None:
        super().__init__(failure, profile.language)
        self._folder, self._profile = folder, profile
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="rebuild")
        self._work: Future[Rebuilt] | None = None
        self._steps: list[str] = []
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self.rebuilt = False
        self.key = key
        self.setWindowTitle(self.tr("Rebuild this desk's data"))
        self.now = QPushButton(self.tr("Rebuild from what is here and at the province"))
        self.now.setObjectName("primary")
        self.now.setVisible(isinstance(failure, NeedsRebuild))
        self.now.clicked.connect(lambda: self._begin(self._rebuild))
        self.words = QLineEdit(placeholderText=self.tr("Passphrase or recovery key of the backup"))
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.backup = QPushButton(self.tr("Restore a backup …"))
        self.backup.clicked.connect(self._choose)
        self.alone = QPushButton(self.tr("Go on without the province"))
        self.alone.clicked.connect(lambda: self._begin(lambda: self._rebuild(alone=True)))
        self.alone.hide()
        self.work = QPushButton(self.tr("Start working"))
        self.work.setObjectName("primary")
        self.work.clicked.connect(self._start)
        self.work.hide()
        self.told = QPlainTextEdit(readOnly=True)
        self.told.setMinimumHeight(200)
        self.told.hide()
        self._build()

    def restore_from(self, file: Path) -> None:
        """Puts the data of before aside and the backup in its place, then rebuilds."""
        words = self.words.text()

        def work() -> Rebuilt:
            kept = set_aside(self._folder)
            try:
                self.key = restore(file, self._folder, words).key
            except BaseException:
                kept.put_back()
                raise
            return self._rebuild()

        self._begin(work)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._worker.shutdown(wait=True)  # it is broken off nowhere: what was begun is finished
        super().closeEvent(event)

    def _rebuild(self, *, alone: bool = False) -> Rebuilt:
        return rebuild(self._folder, self._profile, self._steps.append, alone=alone, key=self.key)

    def _begin(self, work: Callable[[], Rebuilt]) -> None:
        self._steps.clear()
        self._enable(False)
        self.told.setPlainText("")
        self.told.show()
        self._work = self._worker.submit(work)
        self._timer.start()

    def _look(self) -> None:
        assert self._work is not None
        said = [translate("rebuild", step, self._profile.language) for step in self._steps]
        self.told.setPlainText("\n".join(said))
        if not self._work.done():
            return
        self._timer.stop()
        self._enable(True)
        failure = self._work.exception()
        if failure is not None:
            shown = failure if isinstance(failure, CounterError) else Unexpected(type(failure).__name__)
            self.told.setPlainText(shown.sentence(self._profile.language))
            return
        found = self._work.result()
        self.told.setPlainText("\n".join([*said, "", *report(found, self._profile.language)]))
        self.alone.setVisible(not found.finished)
        for button in (self.now, self.backup, self.words):
            button.setVisible(not found.finished)
        self.work.setVisible(found.finished)
        if found.finished:
            self.happened.setText(self.tr("This desk's data was rebuilt."))
            self.advice.setText(self.tr("Read what is missing, note it down, then go on working."))

    def _start(self) -> None:
        self.rebuilt = True
        self.close()

    def _choose(self) -> None:
        if not self.words.text():
            self.words.setFocus()
            return
        folder = self._profile.backup.folder
        newest = BackupFolder(Path(folder), self._profile.desk_id).newest() if folder else None
        begin = str(newest.file.parent) if newest else ""
        if file := choose_file(self, self.tr("Choose the backup"), begin=begin):
            self.restore_from(Path(file))

    def _enable(self, enabled: bool) -> None:
        for part in (self.now, self.backup, self.words, self.alone):
            part.setEnabled(enabled)

    def _build(self) -> None:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.backup)
        hint = QLabel(
            self.tr("Nothing of the old data is deleted. Codes, receipts and prints go on after the last ones known.")
        )
        hint.setWordWrap(True)
        for place, part in enumerate((hint, self.now, row, self.told, self.alone, self.work), 2):
            self.texts.insertWidget(place, part)
        self.texts.setAlignment(self.now, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(760)
