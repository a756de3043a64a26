"""The line at the bottom: what the clerk is told, work in progress, what waits, the province, who sits here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStatusBar, QWidget

from counter_app.store.print_jobs import JobState, PrintJob
from ui import sync_words
from ui.background.safekeeping import Safekeeping
from ui.background.workplace import Workplace
from ui.errors import error_of
from ui.shell.message_strip import HEIGHT, MessageStrip
from ui.theme import AMBER, INK, QUIET, dress, icon
from ui.widgets.elided_button import ElidedButton

if TYPE_CHECKING:
    from counter_app.sync.heal import Swept
    from counter_app.sync.status import SyncStatus

_WIDEST = 260  # pixels of the words about one state; all of them stand in the tooltip and the screen it opens
_FLAT = "color: @{ink}@; font-weight: {weight}; border: 0; background: transparent; padding: 0 8px; min-height: 0;"
_SENTENCE = 340  # where what is said is what there is to do


class StatusStrip(QStatusBar):
    """Messages at the left, states at the right; clicked, what is said of the province and of papers that wait for a
    printer tells more. Its height never changes."""

    papers_wanted = Signal()  # those that wait to be printed
    lock_wanted = Signal()
    accounts_wanted = Signal()  # where the key is locked
    recovery_key_wanted = Signal()  # the sheet that opens the backups once this computer is gone
    sync_wanted = Signal()  # how the exchange with the province stands

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self.setFixedHeight(HEIGHT + 4)
        self.messages = MessageStrip()
        self.bell = QPushButton(flat=True)
        self.bell.setIcon(icon("bell"))
        dress(self.bell, _FLAT.format(ink=INK.name, weight=600))
        self.bell.setToolTip(self.tr("What was told today (Ctrl+B)"))
        self.bell.setAccessibleName(self.tr("What was told today (Ctrl+B)"))
        self.bell.clicked.connect(self.messages.history_wanted)
        self._unseen = 0  # errors since the clerk looked behind the bell
        self.messages.noted.connect(lambda: self._ring(self._unseen + self.messages.newest_is_error))
        self.messages.history_wanted.connect(lambda: self._ring(0))
        self._language = workplace.language
        self._has_server = bool(workplace.desk.profile.server.url)
        self.line = ElidedButton(_WIDEST)
        self.waiting = ElidedButton(_WIDEST)
        for part in (self.line, self.waiting):
            part.clicked.connect(self.sync_wanted)
        dress(self.waiting, _FLAT.format(ink=INK.name, weight=400))
        self.waiting.setToolTip(self.tr("See what waits, why and since when; send now or pause (Ctrl+F8)"))
        self.work = QLabel()
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setStyleSheet("padding: 0 8px; min-height: 0;")  # the line stays as high as without it
        self.stop.setToolTip(self.tr("Stops scanning and reading; pages that are already here stay"))
        self.stop.clicked.connect(workplace.pages.cancel)
        self.papers = ElidedButton(_WIDEST)
        self.papers.setIcon(icon("print"))
        self.papers.clicked.connect(self.papers_wanted)
        self.papers.hide()
        self.safe = ElidedButton(_SENTENCE)
        self.safe.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # all of it before what is beside
        dress(self.safe, _FLAT.format(ink=AMBER.name, weight=600))
        self.safe.clicked.connect(self._see_to_it)
        self._only_plain_key = False
        self.safe.hide()
        self._desk = workplace.desk
        self.clerk = ElidedButton(_WIDEST)
        dress(self.clerk, _FLAT.format(ink=INK.name, weight=400))
        self.clerk.clicked.connect(self.lock_wanted)

        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.work)
        row.addWidget(self.stop)
        self.addWidget(self.messages, 1)
        states: tuple[QWidget, ...] = (
            self._progress,
            self.papers,
            self.safe,
            self.waiting,
            self.line,
            self.bell,
            self.clerk,
        )
        for state in states:
            self.addPermanentWidget(state)
        self._progress.hide()
        self.waiting.hide()
        self._show_line(None)
        workplace.pages.counted.connect(self.show_work)

    def _ring(self, unseen: int) -> None:
        self._unseen = unseen
        self.bell.setText(str(unseen) if unseen else "")

    def show_clerk(self, name: str) -> None:
        """Shows who is signed in."""
        self.clerk.setText(self.tr("{clerk} · desk {number}").format(clerk=name, number=self._desk.profile.desk.number))
        lock = self.tr("Lock the window, or let somebody else sign in (Ctrl+L)")
        self.clerk.setToolTip(f"{self._desk.profile.office.name}\n{lock}")

    def show_sync(self, status: SyncStatus) -> None:
        """Shows where sync stands."""
        self._show_line(status)
        amount = sync_words.amount(status.entries_waiting, status.files_waiting)
        waits = self.tr("Waiting to be sent: {what}").format(what=amount) if amount else self.tr("Everything sent")
        self.waiting.setText(waits if self._has_server else "")  # without a server nothing waits for one
        self.waiting.setVisible(bool(self.waiting.text()))

    def show_work(self, read: int, pages: int) -> None:
        """Shows how many pages were read of those that came."""
        self._progress.setVisible(pages > 0)
        self.work.setText(self.tr("Reading pages: {read}/{all}").format(read=read, all=pages))

    def show_papers(self, jobs: Sequence[PrintJob]) -> None:
        """Shows how many papers are not printed yet, and why the first that stands still does."""
        self.papers.setVisible(bool(jobs))
        stuck = [job for job in jobs if job.failure is not None or job.state is JobState.UNSURE]
        if stuck:
            waits = self.tr("%n papers wait to be printed – {why}", "", len(stuck))
            self.papers.setText(waits.format(why=self._why(stuck[0])))
        else:
            self.papers.setText(self.tr("Printing %n papers", "", len(jobs)))
        ink, weight = (AMBER, 600) if stuck else (QUIET, 400)
        dress(self.papers, _FLAT.format(ink=ink.name, weight=weight))
        more = self.tr("See what waits and why, print it elsewhere (Ctrl+F9)")
        self.papers.setToolTip(f"{self.papers.text()}\n{more}")

    def show_safekeeping(self, found: Safekeeping) -> None:
        """Shows what is wrong with backups and files; nothing where all is well."""
        said, why = self._unsafe(found)
        self._only_plain_key = not said and found.plain_key
        if self._only_plain_key:
            said = self.tr("Lock the data with passwords")
            why = self.tr("The key lies plain beside the data: lock it under Accounts")
        self.safe.setVisible(bool(said))
        self.safe.setText(said)
        self.safe.setToolTip(found.failure.sentence(self._language) if found.failure else why or said)

    def _see_to_it(self) -> None:
        (self.accounts_wanted if self._only_plain_key else self.recovery_key_wanted).emit()

    def _unsafe(self, found: Safekeeping) -> tuple[str, str]:
        """What is wrong, and all of it for the tip where that says more."""
        if found.swept is not None and (damage := self._damage(found.swept)):
            return damage, ""
        if found.wanted and not found.has_recovery_key:
            return self.tr("Print the recovery key of the backups"), ""
        if found.locked and not found.has_recovery_key:
            why = self.tr("Print the recovery key: without it forgotten passwords lock the data for good")
            return self.tr("Print the recovery key of the data"), why
        return self._no_backup(found), ""

    def _damage(self, swept: Swept) -> str:
        if swept.bad_pages:
            return self.tr("The database is damaged: call the technician")
        if swept.changed_entry:
            changed = self.tr("Record {sequence} was changed: call the technician")
            return changed.format(sequence=swept.changed_entry)
        if swept.damaged:
            return self.tr("%n scanned files are damaged: call the technician", "", len(swept.damaged))
        return self.tr("The backups' disk is damaged: use another") if swept.bad_backups else ""

    def _no_backup(self, found: Safekeeping) -> str:
        if found.failure is not None:
            return self.tr("No backup: {why}").format(why=found.failure.happened(self._language).rstrip("."))
        if not found.is_old:
            return ""
        if found.newest is None:
            return self.tr("No backup was made yet")
        return self.tr("The last backup is of {day}").format(day=f"{found.newest:%d/%m/%Y}")

    def _why(self, job: PrintJob) -> str:
        if job.state is JobState.UNSURE:
            return self.tr("look whether they came out")
        return error_of(job.failure).happened(self._language).rstrip(".") if job.failure else ""

    def _show_line(self, status: SyncStatus | None) -> None:
        said = sync_words.shortly(status, self._language, has_server=self._has_server)
        self.line.setText(f"● {said.happened.rstrip('.')}")
        dress(self.line, _FLAT.format(ink=said.ink.name, weight=400))
        self.line.setToolTip(f"{said.happened.rstrip('.')}. {said.advice}".strip())
        self.line.setAccessibleName(said.happened)
