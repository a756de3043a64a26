"""The window: navigation at the left, the screen it shows, messages and states below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from counter_app.config import Profile
from counter_app.desk.accounts import as_now
from counter_app.desk.desk import RECEIVING
from counter_app.desk.today import Pile
from counter_app.dossier import acts
from counter_app.dossier.acts.act import NotYourTask
from counter_app.dossier.codes import is_case, is_feedback
from counter_app.dossier.identity import Card, NotACardCode, read_card_qr
from counter_app.dossier.roles import Task
from counter_app.errors import CounterError
from counter_app.log import set_level
from counter_app.procedures.data_files import DataFault
from ui.background.changes import DossiersChanged
from ui.background.sync_watch import SyncWatch
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.errors import CardReaderGone, CodeUnknown
from ui.shell.beside import Beside
from ui.shell.making import Making
from ui.shell.navigation import Navigation
from ui.shell.readers import Readers
from ui.shell.screen import Screen
from ui.shell.screens import Screens
from ui.shell.status_strip import StatusStrip
from ui.shell.teller import Teller
from ui.shell.undo_key import UndoKey
from ui.shell.wheel import Wheel
from ui.shell.window_keys import WindowKeys
from ui.shell.window_place import WindowPlace
from ui.sign_in.lock import Lock
from ui.theme import apply_theme
from ui.widgets.fit import close_others
from ui.widgets.input_watch import input_watch

if TYPE_CHECKING:
    from counter_app.desk.person import Prefilled
    from counter_app.dossier.draft import Draft
    from ui.catalogue.page import CataloguePage
    from ui.detail.page import DetailPage
    from ui.drawing.page import DrawingPage
    from ui.feedback.page import FeedbackPage
    from ui.intake.citizen_screen import CitizenScreen
    from ui.intake.page import IntakePage
    from ui.lookup.page import LookupPage
    from ui.papers.waiting import WaitingPapers
    from ui.person.page import PersonPage
    from ui.reports.page import ReportsPage
    from ui.settings.page import SettingsPage
    from ui.sync.dialog import SyncDialog
    from ui.today.page import TodayPage

_ASKS = {"catalogue": Task.CATALOGUE, "drawing": Task.CATALOGUE, "accounts": Task.ACCOUNTS}
"""The task of a screen that is not everybody's; who reads everything sees it, too."""
_IN = {"detail": "lookup"}
"""Of which button of the navigation a screen is that has none of its own."""
_TOUR = "help/tour_seen"
_OF_ALL = {
    *(QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest),
    *(QEvent.Type.WindowBlocked, QEvent.Type.WindowUnblocked),
    *(QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate),
}
"""What Qt goes through all of the window for, with an event for each part."""


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


class MainWindow(QMainWindow):
    """Joins the screens; knows no dossier itself."""

    def __init__(self, workplace: Workplace, sync: SyncWatch) -> None:
        super().__init__()
        self.workplace = workplace
        self._sync = sync
        self._shown, self._back = "today", "lookup"  # the screen that is shown; where one goes back to from a dossier
        self._told_unsaved: list[str] = []
        self._place = WindowPlace(self, workplace.settings)
        self._name_window(workplace.desk.profile)
        self.screens = Screens(workplace, sync)
        self.making = Making(self.screens, self._is_theirs, self)
        self.navigation = Navigation()
        self.strip = StatusStrip(workplace)
        self.messages = self.strip.messages
        self.lock = Lock(workplace, self)
        self.citizen: CitizenScreen | None = None  # beside the intake, once there is one
        self._beside = Beside(workplace, sync, self)
        self.readers = Readers(self, lambda: self.lock.is_locked)
        self._build()
        self._connect()
        self._show("today")
        self._show_clerk()
        self._add_shortcuts()
        self._place.restore()

    @property
    def today(self) -> TodayPage:
        """What the day begins with."""
        return self.screens.today()

    @property
    def person(self) -> PersonPage:
        """Who stands at the desk."""
        return self.screens.person()

    @property
    def intake(self) -> IntakePage:
        """Receiving a dossier."""
        return self.screens.intake()

    @property
    def lookup(self) -> LookupPage:
        """The list of dossiers."""
        return self.screens.lookup()

    @property
    def detail(self) -> DetailPage:
        """One dossier."""
        return self.screens.detail()

    @property
    def feedback(self) -> FeedbackPage:
        """Feedback and recommendations."""
        return self.screens.feedback()

    @property
    def reports(self) -> ReportsPage:
        """The reports."""
        return self.screens.reports()

    @property
    def catalogue(self) -> CataloguePage:
        """The catalogue, for administrators."""
        return self.screens.catalogue()

    @property
    def drawing(self) -> DrawingPage:
        """Forms that are to be read, for administrators."""
        return self.screens.drawing()

    @property
    def settings(self) -> SettingsPage:
        """The settings."""
        return self.screens.settings()

    @property
    def sync_screen(self) -> SyncDialog:
        """What waits to be sent."""
        return self.screens.sync_screen()

    @property
    def waiting(self) -> WaitingPapers:
        """What waits to be printed."""
        return self.screens.waiting()

    @property
    def is_ready(self) -> bool:
        """Whether the start is over: what is made after the first paint is made."""
        return self.screens.intake.made is not None

    def begin(self) -> None:
        """What follows once the window is on the screen."""
        if faults := self.workplace.desk.knowledge.faults:
            self._fail(DataFault(faults=faults))
        if self._shown == "today":  # whoever went elsewhere already has the cursor there
            self.today.enter()
        self._go_on_with_unfinished()
        self._beside.start_soon()
        self.workplace.attendance.watch()

    def leave(self) -> None:
        """Keeps what is typed and how the window was left."""
        self._beside.stop()
        self.making.stop()
        self._stop_watching()
        self._keep_intake()
        if self.citizen is not None:
            self.citizen.close()
        self._place.keep()
        self.workplace.settings.sync()

    def show_intake(self) -> None:
        """A fresh intake; of the person on the screen, where one is."""
        person = self.screens.person.made
        if self._shown == "person" and person is not None and person.who:
            person.begin_new()
            return
        self._to_intake(lambda intake: intake.begin())

    def _to_intake(self, do: Callable[[IntakePage], None]) -> None:
        """Goes to the intake and does that there; who only looks is told whose task it is."""
        try:
            self.workplace.desk.refuse_who_only_looks(RECEIVING)
        except NotYourTask as refused:
            self._fail(refused)
            return
        self._show("intake")
        do(self.intake)

    def show_person(self, who: Card | str) -> None:
        """What is here of who has the card, or the number; the keyboard is there, whatever list lies beside it."""
        self._show("person")
        self.activateWindow()
        self.person.show_person(who)

    def show_screen(self, name: str) -> None:
        """The screen as it was left; what it lists is read anew. One that is not the clerk's task is the day."""
        name = name if self._is_theirs(name) else "today"
        self._show(name)
        self.screens.by_name[name]().enter()

    def show_dossier(self, code: str, back: str = "lookup") -> None:
        """One dossier; who leaves it comes back to the screen `back`. A guidance case is taken up where it was.

        What was left of a person is gone: from one of their dossiers one comes back to the day. Feedback is shown on
        its own screen.
        """
        if is_case(code):
            self._to_intake(lambda intake: intake.take_up_case(code))
            return
        if is_feedback(code):
            self.show_screen("feedback")
            self.feedback.show_code(code)
            return
        self._back = "today" if back == "person" else back
        self._show("detail")
        self.detail.show_code(code)

    def take_card(self, payload: str) -> None:
        """A card was read: for the screen that is shown, or else to show what is here of the person."""
        if self.lock.is_locked:
            return
        try:
            card = read_card_qr(payload)
        except NotACardCode as failure:
            self._fail(failure)
            return
        self.messages.take_back(NotACardCode.__name__)
        if not self._screen().take_card(card):
            self.show_person(card)

    def take_code(self, token: str) -> None:
        """The code of a paper was read: opens its dossier, wherever it was received."""
        if self.lock.is_locked:
            return

        def done(code: str | None) -> None:
            if code is None:
                self._fail(CodeUnknown())
                return
            self.messages.take_back(CodeUnknown.__name__)
            if not self._screen().take_code(code):
                self.show_dossier(code, self._shown)

        self.workplace.tasks.submit(lambda progress: progress.desk.store.code_of_token(token), done)

    def event(self, event: QEvent) -> bool:
        """While the window is laid out and painted, or a dialog comes over it, nothing of that is shown to those who
        watch for keys: hundreds of times the interpreter would be asked for, and while others have it, waited for."""
        if event.type() in _OF_ALL:
            with input_watch().resting():
                return super().event(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing on the screen has use for closes what is told."""
        if event.key() != Qt.Key.Key_Escape or not self.messages.close_shown():
            super().keyPressEvent(event)

    def show_history(self) -> None:
        """What was told today."""
        from ui.shell.message_history import MessageHistory

        history = MessageHistory(self.messages.history, self)
        history.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        history.open()

    def show_tour(self) -> None:
        """Five steps over the intake, which is what a day is made of."""
        from ui.shell.tour import Tour

        def over(intake: IntakePage) -> None:
            intake.enter()
            Tour(self)

        self.workplace.settings.setValue(_TOUR, True)
        self._to_intake(over)

    def show_tour_once(self) -> None:
        """At the first start of this desk; whoever began to work before it was ready sees it at the next."""
        if self._shown != "today":
            return
        if self._is_theirs("intake") and str(self.workplace.settings.value(_TOUR, False)).lower() != "true":
            self.show_tour()

    def show_help(self, tab: int = 0) -> None:
        """The guide of this screen, the keys that are valid here, or what the program is made of."""
        from ui.help.dialog import HelpDialog

        close_others(self, HelpDialog)
        shown = HelpDialog(self._shown, self, tab)
        shown.tour_wanted.connect(self.show_tour)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Says once what would be lost; an intake is kept anyway."""
        unsaved = [] if self.lock.is_locked else self.screens.edited()
        if unsaved and unsaved != self._told_unsaved:
            event.ignore()
            self._told_unsaved = unsaved
            self._tell_unsaved(unsaved)
            return
        self._keep_intake()
        self._stop_watching()
        super().closeEvent(event)

    def _tell_unsaved(self, screens: list[str]) -> None:
        self.show_screen(screens[0])
        said = self.tr("Typed and not saved yet: {screens}. Closed once more, the window forgets it.")
        named = ", ".join(self.navigation.name_of(_IN.get(screen, screen)) for screen in screens)
        self.workplace.messages.inform(said.format(screens=named))

    def _keep_intake(self) -> None:
        if self.screens.intake.made is not None:
            self.screens.intake.made.intake.keep()

    def _stop_watching(self) -> None:
        """What is typed or read from now on is another window's."""
        self.workplace.attendance.stop_watching()
        self.readers.stop_watching()
        self._undo_key.stop_watching()
        self._beside.stop_serving()
        self._window_keys.stop_watching()
        self._wheel.stop_watching()

    def _is_theirs(self, screen: str) -> bool:
        """Whether the clerk has the task that the screen asks for."""
        clerk, task = self.workplace.desk.clerk, _ASKS.get(screen)
        if screen == "intake" and clerk.only_looks:  # there is nothing to read
            return False
        return screen in self.screens.by_name and (task is None or clerk.may({task, Task.READING}))

    def _show_clerk(self) -> None:
        """Who sits here now, and what is theirs to see."""
        self.strip.show_clerk(self.workplace.desk.clerk.name)
        self.navigation.show_only([name for name in self.screens.by_name if self._is_theirs(name)])

    def _another_clerk(self) -> None:
        """Somebody else signed in: the intake stays as it was begun, what is listed is read anew."""
        self._show_clerk()
        self.making.make_others()  # more may be theirs
        self.messages.clear()
        if not self._is_theirs(self._shown):
            self.show_screen("today")
        elif self._shown != "intake":
            self._screen().enter()

    def show_pile(self, pile: Pile) -> None:
        """What is in one of the piles that wait."""
        match pile:
            case Pile.DRAFTS:
                self._to_intake(lambda intake: intake.open_drafts())
            case Pile.UNPRINTED if not self.workplace.printing.jobs:
                self.workplace.messages.inform(self.tr("No paper waits to be printed."))
            case Pile.UNPRINTED:
                self.waiting.open_list()
            case Pile.UNSENT:
                self.sync_screen.open_screen()
            case _:
                self._show("lookup")
                self.lookup.show_pile(pile)

    def _begin_for(self, person: Prefilled) -> None:
        self._to_intake(lambda intake: intake.begin_for(person))

    def _take_up(self, draft: Draft) -> None:
        self._to_intake(lambda intake: intake.take_up(draft.id))

    def _return_result(self, code: str) -> None:
        """The dossier with the form that hands its result over, to the person whose card was read."""
        who = self.person.who
        self.show_dossier(code, "today")
        self.detail.begin(acts.RETURN_RESULTS, who if isinstance(who, Card) else None)

    def _look_up(self, text: str) -> None:
        self._show("lookup")
        self.lookup.search(text)

    def _show(self, name: str) -> None:
        if name != self._shown:
            self.workplace.messages.show_whose("")  # a screen of somebody's dossier says so when it is shown
        self.screens.show_screen(name)
        self._shown = name
        if self.citizen is not None:
            self.citizen.refresh()
        self.navigation.mark({"detail": self._back, "person": "today"}.get(name, name))

    def _screen(self) -> Screen:
        """The one that is shown."""
        return self.screens.by_name[self._shown]()

    def _take_change(self, change: DossiersChanged) -> None:
        """Dossiers changed; a screen that was never shown reads them when it is."""
        for screen in self.screens.made():
            screen.take_change(change)
        if self.workplace.desk.clerk.account in change.codes:
            self._account_changed()

    def _account_changed(self) -> None:
        """Another desk or the province gave the clerk other roles, or closed the account."""
        clerk = as_now(self.workplace.desk)
        self.workplace.attendance.sign_in(clerk)
        if not clerk.tasks:
            self.lock.lock()

    def _fail(self, failure: CounterError) -> None:
        self.messages.show_error(failure, self.workplace.language)

    def _make_citizen(self, page: IntakePage) -> None:
        from ui.intake.citizen_screen import CitizenScreen

        self.citizen = CitizenScreen(self.workplace, page.intake, self._place.other_screen, self._is_at_intake)
        self.lock.locked.connect(self.citizen.clear)
        self.lock.unlocked.connect(self.citizen.refresh)

    def _is_at_intake(self) -> bool:
        return self._shown == "intake" and not self.lock.is_locked

    def ask_for_recovery_key(self) -> None:
        """Leads whoever keeps the accounts to the sheet that opens the backups; others read who can."""
        if self.workplace.desk.clerk.may({Task.ACCOUNTS}):
            from ui.setup.recovery_key import RecoveryKeyDialog

            dialog = RecoveryKeyDialog(self.workplace, self)
            dialog.accepted.connect(self._beside.safekeeping.look)
            dialog.open()

    def _go_on_with_unfinished(self) -> None:
        """Pages that were on their way when the program ended, and dossiers whose documents are not made."""

        def work(progress: Progress) -> list[str]:
            progress.desk.store.drafts.forget_removed()
            return progress.desk.store.drafts.unfinished()

        def done(holders: list[str]) -> None:
            for holder in holders:
                if self.screens.intake.made is None or holder != self.screens.intake.made.intake.draft.id:
                    self.workplace.pages.resume(holder)

        self.workplace.tasks.submit(work, done, in_order=True)

    def _connect(self) -> None:
        workplace = self.workplace
        self._connect_screens()
        self.navigation.chosen.connect(self.show_screen)
        self.navigation.help_wanted.connect(self.show_help)
        workplace.attendance.changed.connect(self._another_clerk)
        workplace.attendance.idle.connect(self.lock.lock)
        self.strip.lock_wanted.connect(self.lock.lock)
        workplace.changes.dossiers_changed.connect(self._take_change)
        workplace.printing.changed.connect(lambda _: self.strip.show_papers(workplace.printing.jobs))
        self.strip.recovery_key_wanted.connect(self.ask_for_recovery_key)
        self.strip.accounts_wanted.connect(lambda: self.show_screen("accounts"))
        self.strip.papers_wanted.connect(lambda: self.waiting.open_list())
        workplace.messages.failed.connect(self._fail)
        workplace.messages.informed.connect(self.messages.show_info)
        workplace.messages.taken_back.connect(self.messages.take_back)
        workplace.messages.succeeded.connect(self.messages.show_done)
        workplace.messages.offered.connect(self.messages.show_done)
        workplace.messages.whose_changed.connect(self.messages.show_whose)
        self.messages.history_wanted.connect(self.show_history)
        self._sync.changed.connect(self.strip.show_sync)
        self._beside.safekeeping.changed.connect(self.strip.show_safekeeping)
        self.strip.sync_wanted.connect(lambda: self.sync_screen.open_screen())
        self.teller = Teller(workplace, self._sync, self)
        self._beside.intake_loaded.connect(self.making.make_intake)
        self._beside.all_loaded.connect(self.making.make_others)
        self._beside.failed.connect(self._fail)
        self.readers.card_read.connect(self.take_card)
        self.readers.code_read.connect(self.take_code)
        self.readers.composed.connect(self.teller.tell_composed)
        self.readers.failed.connect(self._fail)
        self.readers.found.connect(lambda: self.messages.take_back(CardReaderGone.__name__))
        self.readers.watch(workplace.desk.profile.devices.card_reader)
        workplace.profile_file.changed.connect(self._settings_changed)
        self._undo_key = UndoKey(workplace.undo, self)
        self._undo_key.watch()
        self._window_keys = WindowKeys(self)
        self._window_keys.watch()
        self._wheel = Wheel(self)
        self._wheel.watch()

    def _connect_screens(self) -> None:
        screens = self.screens
        screens.intake_made.connect(self._make_citizen)
        screens.screen_wanted.connect(self.show_screen)
        screens.dossier_wanted.connect(self.show_dossier)
        screens.dossier_left.connect(lambda: self.show_screen(self._back))
        screens.person_wanted.connect(self.show_person)
        screens.text_wanted.connect(self._look_up)
        screens.pile_wanted.connect(self.show_pile)
        screens.begin_wanted.connect(self._begin_for)
        screens.draft_wanted.connect(self._take_up)
        screens.return_wanted.connect(self._return_result)
        screens.recovery_key_wanted.connect(self.ask_for_recovery_key)

    def _settings_changed(self, names: frozenset[str]) -> None:
        """Uses at once what was changed, where a screen does not ask for it each time."""
        profile = self.workplace.desk.profile
        if "display.theme" in names:
            apply_theme(_application(), profile.display.theme)
        if "devices.card_reader" in names:
            self.readers.listen_at(profile.devices.card_reader)
        self.workplace.attendance.lock_after(profile.desk.lock_minutes)
        set_level(profile.log.level)
        self._name_window(profile)
        self.strip.show_clerk(self.workplace.desk.clerk.name)
        self._beside.safekeeping.look()

    def _name_window(self, profile: Profile) -> None:
        title = self.tr("TRAINING – The Counter – {office}") if profile.training else self.tr("The Counter – {office}")
        self.setWindowTitle(title.format(office=profile.office.name))

    def _add_shortcuts(self) -> None:
        for keys, act in (
            (("F1",), self.show_help),
            (("Ctrl+F1",), lambda: self.show_help(1)),
            (("Ctrl+H",), lambda: self.show_screen("today")),
            (("F2",), self.show_intake),
            (("F3", "Ctrl+F"), lambda: self.show_screen("lookup")),
            (("F4",), lambda: self.show_screen("reports")),
            (("Ctrl+F3",), lambda: self.show_screen("feedback")),
            (("Ctrl+F10",), lambda: self.show_screen("drawing")),
            (("Ctrl+F11",), lambda: self.show_screen("catalogue")),
            (("Ctrl+F12",), lambda: self.show_screen("accounts")),
            (("Ctrl+,",), lambda: self.show_screen("settings")),
            (("Ctrl+F8",), lambda: self.sync_screen.open_screen()),
            (("Ctrl+F9",), lambda: self.waiting.open_list()),
            (("Ctrl+L",), self.lock.lock),
            (("Ctrl+B",), self.messages.history_wanted.emit),
            (("Shift+Esc",), self.messages.close_shown),
            (("Ctrl+P",), lambda: self._screen().print_paper()),
        ):
            action = QAction(self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(lambda _=False, run=act: run())
            self.addAction(action)

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.setContentsMargins(0, 6, 0, 0)
        right.addWidget(self.screens, 1)
        content = QWidget()
        layout = QHBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(right, 1)
        self.setCentralWidget(content)
        self.setStatusBar(self.strip)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
