"""The window: rooms at the left, the room on the screen, messages above it, states below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from counter_app.dossier.acts.act import Role
from counter_app.dossier.identity import NotACardCode, read_card_qr
from counter_app.errors import CounterError
from counter_app.procedures.data_files import DataFault
from counter_app.store.print_jobs import JobState, PrintJob
from ui import words
from ui.background.late import Late
from ui.background.sync_watch import SyncWatch
from ui.background.workplace import Workplace
from ui.errors import CodeUnknown
from ui.intake.page import IntakePage
from ui.shell.navigation import Navigation
from ui.shell.status_strip import StatusStrip
from ui.widgets.message_bar import MessageBar
from ui.widgets.wedge_filter import WedgeFilter

if TYPE_CHECKING:
    from ui.catalogue.page import CataloguePage
    from ui.detail.page import DetailPage
    from ui.lookup.page import LookupPage
    from ui.papers.waiting import WaitingPapers
    from ui.reports.page import ReportsPage
    from ui.sync.dialog import SyncDialog

_SETTLED = 200  # milliseconds after the window's first paint, when the clerk can type; then sync and printing start


class MainWindow(QMainWindow):
    """Joins the rooms; knows no dossier itself."""

    def __init__(self, place: Workplace, sync: SyncWatch) -> None:
        super().__init__()
        self.place = place
        self._sync = sync
        self._back = "lookup"
        self.setWindowTitle(self.tr("The Counter – {office}").format(office=place.desk.profile.office.name))
        self.messages = MessageBar()
        self.intake = IntakePage(place)
        self._lookup = Late(self._make_lookup)
        self._detail = Late(self._make_detail)
        self._reports = Late(self._make_reports)
        self._catalogue = Late(self._make_catalogue)
        self._sync_screen = Late(self._make_sync_screen)
        self._waiting = Late(self._make_waiting)
        self._administrator = Role.ADMINISTRATOR in place.desk.profile.desk.roles
        self.navigation = Navigation(administrator=self._administrator)
        self.strip = StatusStrip(place)
        self._rooms = QStackedWidget()
        self._rooms.addWidget(self.intake)
        self._beside = QTimer(self, singleShot=True, interval=_SETTLED)
        self._beside.timeout.connect(self._start_beside)
        self._build()
        self._connect()
        self._add_shortcuts()
        self._restore_size()

    @property
    def lookup(self) -> LookupPage:
        """The list of dossiers."""
        return self._lookup()

    @property
    def detail(self) -> DetailPage:
        """One dossier."""
        return self._detail()

    @property
    def reports(self) -> ReportsPage:
        """The reports."""
        return self._reports()

    @property
    def catalogue(self) -> CataloguePage:
        """The catalogue, for administrators."""
        return self._catalogue()

    @property
    def sync_screen(self) -> SyncDialog:
        """What waits to be sent."""
        return self._sync_screen()

    @property
    def waiting(self) -> WaitingPapers:
        """What waits to be printed."""
        return self._waiting()

    def begin(self) -> None:
        """What follows once the window is on the screen."""
        if faults := self.place.desk.knowledge.faults:
            self._fail(DataFault(faults=faults))
        self.intake.intake.open()
        self.intake.applicant.owner.focus("identity_number")
        self._go_on_with_unfinished()
        self._beside.start()

    def leave(self) -> None:
        """Keeps what is typed and how the window was left."""
        self._beside.stop()
        self.intake.intake.keep()
        self.place.settings.setValue("window/geometry", self.saveGeometry())
        self.place.settings.sync()

    def show_intake(self) -> None:
        """A fresh intake."""
        self._show(self.intake, "intake")
        self.intake.begin()

    def show_room(self, room: str) -> None:
        """The room as it was left; the list is read anew."""
        if room == "intake":
            self._show(self.intake, "intake")
        elif room == "reports":
            self._show(self.reports, "reports")
            self.reports.enter()
        elif room == "catalogue" and self._administrator:
            self._show(self.catalogue, "catalogue")
            self.catalogue.enter()
        else:
            self._show(self.lookup, "lookup")
            self.lookup.enter()

    def show_dossier(self, code: str, back: str = "lookup") -> None:
        """One dossier; who leaves it comes back to the room `back`."""
        self._back = back
        self._show(self.detail, back)
        self.detail.show_code(code)

    def take_card(self, payload: str) -> None:
        """A card was read: fills the intake, or finds the person's dossiers where the list is on the screen."""
        try:
            card = read_card_qr(payload)
        except NotACardCode as failure:
            self._fail(failure)
            return
        if self._rooms.currentWidget() is self.intake:
            self.intake.read_card(card)
        elif self._rooms.currentWidget() is self._detail.made and self.detail.take_card(card):
            return
        else:
            self._look_up(card.number)

    def take_code(self, token: str) -> None:
        """The code of a paper was read: opens its dossier, wherever it was received."""

        def done(code: str | None) -> None:
            if code is None:
                self._fail(CodeUnknown())
            else:
                self.show_dossier(code, self._room())

        self.place.tasks.submit(lambda progress: progress.desk.store.code_of_token(token), done)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.intake.intake.keep()
        super().closeEvent(event)

    def _look_up(self, text: str) -> None:
        self._show(self.lookup, "lookup")
        self.lookup.search(text)

    def _room(self) -> str:
        """The room on the screen; for a dossier, the one it was opened from."""
        page = self._rooms.currentWidget()
        if page is self._detail.made:
            return self._back
        if page is self._lookup.made:
            return "lookup"
        return "reports" if page is self._reports.made else "catalogue" if page is self._catalogue.made else "intake"

    def _show(self, page: QWidget, room: str) -> None:
        self._rooms.setCurrentWidget(page)
        self.navigation.mark(room)

    def _fail(self, failure: CounterError) -> None:
        self.messages.show_error(failure, self.place.language)

    def _print(self) -> None:
        page = self._rooms.currentWidget()
        if page is self.intake:
            self.intake.print_paper()
        elif page is self._detail.made:
            self.detail.print_paper()
        elif page is self._lookup.made:
            self.lookup.print_papers()
        elif page is self._reports.made:
            self.reports.print_paper()

    def _dossiers_changed(self, codes: list[str]) -> None:
        self._refresh_list()
        self._refresh_dossiers(codes)

    def _printed(self, job: PrintJob) -> None:
        if job.form:
            self._refresh_dossiers(job.codes)
            self._journal_grew()

    def _tell_stuck(self, job: PrintJob) -> None:
        """A paper does not come out: said once, and work goes on."""
        from printing.print_queue import failure_of

        paper, failure = words.job_name(job.form, job.title), failure_of(job)
        if job.state is JobState.UNSURE:
            ask = self.tr("Did “{paper}” come out of {printer}? Look, and say it at the printer sign below.")
            self.place.messages.inform(ask.format(paper=paper, printer=job.printer))
        elif failure is not None:
            waits = self.tr("“{paper}” waits to be printed.").format(paper=paper)
            self.place.messages.inform(f"{waits} {failure.sentence(self.place.language)}")

    def _journal_grew(self, *_: object) -> None:
        self._refresh_list()
        self._sync.nudge()

    def _refresh_list(self) -> None:
        """A list that was never on the screen is read when it is first shown."""
        if self._lookup.made is not None:
            self._lookup.made.refresh()

    def _refresh_dossiers(self, codes: Iterable[str]) -> None:
        if self._detail.made is not None:
            for code in codes:
                self._detail.made.refresh_if(code)

    def _waiting_changed(self) -> None:
        if self._lookup.made is not None and self._lookup.made.isVisible():
            self._lookup.made.refresh()

    def _start_beside(self) -> None:
        """What works beside the window: loading it costs 0.3 s of CPU (2 cores), which the first paint does not owe."""
        self._sync.start()
        self.place.printing.start()

    def _make_lookup(self) -> LookupPage:
        from ui.lookup.page import LookupPage

        page = LookupPage(self.place)
        page.opened.connect(self.show_dossier)
        self._rooms.addWidget(page)
        return page

    def _make_detail(self) -> DetailPage:
        from ui.detail.page import DetailPage

        page = DetailPage(self.place)
        page.left.connect(lambda: self.show_room(self._back))
        page.dossier_changed.connect(self._journal_grew)
        self._rooms.addWidget(page)
        return page

    def _make_reports(self) -> ReportsPage:
        from ui.reports.page import ReportsPage

        page = ReportsPage(self.place)
        page.opened.connect(lambda code: self.show_dossier(code, "reports"))
        self._rooms.addWidget(page)
        return page

    def _make_catalogue(self) -> CataloguePage:
        from ui.catalogue.page import CataloguePage

        page = CataloguePage(self.place)
        self._rooms.addWidget(page)
        return page

    def _make_sync_screen(self) -> SyncDialog:
        from ui.sync.dialog import SyncDialog

        screen = SyncDialog(self.place, self._sync, self)
        screen.dossier_wanted.connect(self.show_dossier)
        return screen

    def _make_waiting(self) -> WaitingPapers:
        from ui.papers.waiting import WaitingPapers

        screen = WaitingPapers(self.place, self)
        screen.dossier_wanted.connect(self.show_dossier)
        return screen

    def _go_on_with_unfinished(self) -> None:
        """Pages that were on their way when the program ended, and dossiers whose documents are not made."""

        def done(holders: list[str]) -> None:
            for holder in holders:
                if holder != self.intake.intake.draft.id:
                    self.place.pages.resume(holder)

        self.place.tasks.submit(lambda progress: progress.desk.store.drafts.unfinished(), done, in_order=True)

    def _connect(self) -> None:
        place = self.place
        self.navigation.chosen.connect(self.show_room)
        self.intake.open_wanted.connect(self.show_dossier)
        self.intake.received.connect(self._journal_grew)
        self.intake.money_taken.connect(self._journal_grew)
        self.intake.list_wanted.connect(self._look_up)
        place.printing.printed.connect(self._printed)
        place.printing.stuck.connect(self._tell_stuck)
        place.printing.failed.connect(self._fail)
        place.printing.changed.connect(lambda _: self.strip.show_papers(place.printing.jobs))
        self.strip.papers_wanted.connect(lambda: self.waiting.open_list())
        place.pages.documents_made.connect(self._journal_grew)
        place.pages.failed.connect(self._fail)
        place.tasks.failed.connect(self._fail)
        place.messages.failed.connect(self._fail)
        place.messages.informed.connect(self.messages.show_info)
        place.messages.succeeded.connect(self.messages.show_success)
        self._sync.changed.connect(self.strip.show_sync)
        self._sync.waiting_changed.connect(self._waiting_changed)
        self.strip.sync_wanted.connect(lambda: self.sync_screen.open_screen())
        self._sync.dossiers_changed.connect(self._dossiers_changed)
        self._sync.failed.connect(place.messages.fail)
        self._wedge = WedgeFilter(self)
        self._wedge.card_scanned.connect(self.take_card)
        self._wedge.code_scanned.connect(self.take_code)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self._wedge)

    def _add_shortcuts(self) -> None:
        for keys, act in (
            (("F2",), self.show_intake),
            (("F3", "Ctrl+F"), lambda: self.show_room("lookup")),
            (("F4",), lambda: self.show_room("reports")),
            (("F5",), lambda: self._on_intake(self.intake.scan)),
            (("F6",), lambda: self._on_intake(self.intake.choose_files)),
            (("F7",), lambda: self._on_intake(self.intake.scan_note)),
            (("F9",), lambda: self._on_intake(self.intake.receive)),
            (("Ctrl+P",), self._print),
        ):
            action = QAction(self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(lambda _=False, run=act: run())
            self.addAction(action)

    def _on_intake(self, act: object) -> None:
        if self._rooms.currentWidget() is self.intake and callable(act):
            act()

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        messages = QVBoxLayout()
        messages.setContentsMargins(0, 6, 0, 0)
        messages.addWidget(self.messages)
        right.addLayout(messages)
        right.addWidget(self._rooms, 1)
        content = QWidget()
        layout = QHBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(right, 1)
        self.setCentralWidget(content)
        self.setStatusBar(self.strip)
        self.navigation.mark("intake")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _restore_size(self) -> None:
        geometry = self.place.settings.value("window/geometry")
        if isinstance(geometry, QByteArray) and self.restoreGeometry(geometry):
            return
        self.resize(1366, 740)
        self.setWindowState(Qt.WindowState.WindowMaximized)
