"""The sync screen: how the exchange with the province stands, what waits, why and since when, found by any word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from counter_app.dossier.codes import is_account, is_dossier, is_feedback, is_survey
from counter_app.sync.overview import MOST, SyncOverview, sync_overview
from ui import sync_words, words
from ui.background.sync_watch import SyncWatch
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.sync.head import SyncHead
from ui.theme import SPACE
from ui.widgets.empty_state import EmptyState
from ui.widgets.fit import fit
from ui.widgets.rows_model import ListColumn, RowsModel, rows_table

if TYPE_CHECKING:
    from counter_app.dossier.journal import Entry
    from counter_app.sync.status import SyncStatus
    from counter_app.sync.waiting import WaitingDossier

_TYPED = 120  # milliseconds without a key before searching
_SENT = 500  # milliseconds at least between two looks while things are being sent


class SyncDialog(QDialog):
    """The window can be used meanwhile. What stands in the store is read beside the window's thread."""

    dossier_wanted = Signal(str)

    def __init__(self, workplace: Workplace, sync: SyncWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._sync = workplace, sync
        self._has_server = bool(workplace.desk.profile.server.url)
        self._running: Task | None = None
        self._again = False  # something changed while the store was being read
        self._known: tuple[object, ...] = ()  # what the lists were read for
        self._knowledge = ""
        self.setWindowTitle(self.tr("Exchange with the province"))
        fit(self, 1120, 600)
        self.head = SyncHead(workplace, sync)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Code, name, citizen number, procedure"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.model = RowsModel(self._waiting_columns(), lambda waiting: waiting.code, self)
        self.table = rows_table(self.model, row_height=32)
        self.table.setAccessibleName(self.tr("Waiting dossiers"))
        self.count = QLabel()
        self.aside = RowsModel(self._aside_columns(), lambda entry_and_reason: entry_and_reason[0].hash, self)
        self.aside_table = rows_table(self.aside, row_height=32)
        self.knowledge = QLabel()
        self.knowledge.setObjectName("quiet")
        self.count.setObjectName("quiet")
        self.tabs = QTabWidget()
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_TYPED)
        self._soon.timeout.connect(self.refresh)
        self._later = QTimer(self, singleShot=True, interval=_SENT)
        self._later.timeout.connect(self._look_again)
        self.field.textChanged.connect(lambda _: self._soon.start())
        self.table.activated.connect(self._open_waiting)
        self.aside_table.activated.connect(self._open_aside)
        sync.changed.connect(self._changed)

    def open_screen(self) -> None:
        """Shows how everything stands now; ready to type."""
        self.head.show_status(self._sync.status)
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Reads anew what waits; only the last question asked is answered."""
        self._soon.stop()
        if self._running is not None:
            self._running.cancel()
        text = self.field.text()

        def work(progress: Progress) -> SyncOverview:
            return sync_overview(progress.desk.store, progress.desk.knowledge, text)

        self._again = False
        self._running = self._workplace.tasks.submit(work, self._show)

    def _show(self, overview: SyncOverview) -> None:
        self._running = None
        self.model.show(overview.waiting)
        shown = len(overview.waiting)
        stack = 0 if shown else 1 if self.field.text().strip() else 2
        self._stack.setCurrentIndex(stack)
        if shown >= MOST:
            self.count.setText(self.tr("The %n that have waited longest; type a word to find others", "", shown))
        else:
            self.count.setText(self._counted(overview.waiting))
        self.aside.show(overview.aside)
        self.tabs.setTabText(1, self.tr("Put aside (%n)", "", overview.aside_count))
        self.aside_table.setAccessibleName(self.tabs.tabText(1))
        self.tabs.setTabVisible(1, overview.aside_count > 0)
        since = words.moment(overview.knowledge_since)
        self._knowledge = self.tr("The province's procedures and calendar: here since {at}").format(at=since)
        if not since:
            self._knowledge = self.tr("The province has sent no procedures or calendar of its own")
        self._tell_knowledge()
        if self._again:
            self._later.start()

    def _counted(self, waiting: Sequence[WaitingDossier]) -> str:
        """How many dossiers, and what is none (feedback, accounts, what was before a receipt) by itself."""
        dossiers = sum(is_dossier(item.code) for item in waiting)
        others = len(waiting) - dossiers
        counts = ((self.tr("%n dossiers", "", dossiers), dossiers), (self.tr("%n others", "", others), others))
        return ", ".join(words for words, count in counts if count)

    def _changed(self, status: SyncStatus) -> None:
        if not self.isVisible():
            return
        self.head.show_status(status)
        self.model.say_anew()
        self._tell_knowledge()
        troubles = tuple(trouble.happened() for trouble in status.troubles)
        now = status.entries_waiting, status.files_waiting, status.acknowledged, troubles
        if now != self._known:
            self._known = now
            self._again = True
            if not self._later.isActive():
                self._later.start()

    def _look_again(self) -> None:
        """What is being read is read to its end first: whoever sends all the time would never be shown."""
        if self._running is None and self._again and self.isVisible():
            self.refresh()

    def _tell_knowledge(self) -> None:
        checked = self._sync.status.knowledge_checked if self._sync.status else None
        looked = self.tr("; last looked at {at}").format(at=words.moment(checked)) if checked else ""
        self.knowledge.setText(self._knowledge + looked if self._has_server else "")

    def _waiting_columns(self) -> list[ListColumn[WaitingDossier]]:
        return [
            ListColumn("code", self.tr("Dossier code"), self._code, 165, least=150),
            ListColumn("owner", self.tr("Owner"), lambda waiting: waiting.owner, 180, least=140),
            ListColumn("procedure", self.tr("Procedure"), lambda waiting: waiting.procedure, 190, least=120),
            ListColumn("waits", self.tr("What waits"), self._amount, 165, least=120),
            ListColumn("since", self.tr("Since"), lambda waiting: words.moment(waiting.since), 130, least=122),
            ListColumn("why", self.tr("Why"), self._why),
        ]

    def _aside_columns(self) -> list[ListColumn[tuple[Entry, str]]]:
        return [
            ListColumn("dossier", self.tr("Dossier"), lambda aside: aside[0].dossier, 180),
            ListColumn("desk", self.tr("Written by desk"), lambda aside: aside[0].desk, 130),
            ListColumn("number", self.tr("Number"), lambda aside: str(aside[0].sequence), 100),
            ListColumn("written", self.tr("Written at"), lambda aside: words.moment(aside[0].at), 135),
            ListColumn("reason", self.tr("Why it was put aside"), lambda aside: sync_words.aside_reason(aside[1])),
        ]

    def _why(self, waiting: WaitingDossier) -> str:
        return sync_words.why(waiting, self._sync.status, self._workplace.language, has_server=self._has_server)

    def _amount(self, waiting: WaitingDossier) -> str:
        """Without a server nothing is on its way to one."""
        if not self._has_server:
            return self.tr("kept here")
        return sync_words.amount(waiting.entries, waiting.files, waiting.size)

    def _code(self, waiting: WaitingDossier) -> str:
        """What is no dossier has no code that a clerk would know: what it is stands there."""
        if is_dossier(waiting.code):
            return waiting.code
        if is_feedback(waiting.code):
            return self.tr("Feedback")
        if is_survey(waiting.code):
            return self.tr("What a citizen answered")
        return self.tr("Account of a clerk") if is_account(waiting.code) else self.tr("Before a receipt")

    def _open_waiting(self, index: QModelIndex) -> None:
        code = self.model.rows[index.row()].code
        if not is_account(code) and not is_survey(code):
            self.dossier_wanted.emit(code)

    def _open_aside(self, index: QModelIndex) -> None:
        self.dossier_wanted.emit(self.aside.rows[index.row()][0].dossier)

    def _build(self) -> None:
        nothing_found = EmptyState(
            self.tr("Nothing of such a dossier waits"),
            self.tr("Fewer words find more; diacritics do not matter."),
            "search",
        )
        nothing = EmptyState(self.tr("Nothing waits"), self.tr("The province has everything this desk wrote."), "check")
        lists = QWidget()
        self._stack = QStackedLayout(lists)
        for part in (self.table, nothing_found, nothing):
            self._stack.addWidget(part)
        waiting = QWidget()
        inside = QVBoxLayout(waiting)
        inside.setContentsMargins(0, SPACE, 0, 0)
        inside.setSpacing(SPACE)
        for widget in (self.field, lists, self.count):
            inside.addWidget(widget, 1 if widget is lists else 0)
        self.tabs.addTab(waiting, self.tr("Waiting dossiers"))
        self.tabs.addTab(self.aside_table, "")
        self.tabs.setTabVisible(1, False)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.knowledge)
