"""The screens of the window: each is made when it is first asked for, and asks for others by signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.background.sync_watch import SyncWatch
from ui.background.workplace import Workplace
from ui.shell.screen import Screen
from ui.today.page import TodayPage
from ui.widgets.lazy_screen import LazyScreen, SlicedScreen, Slices

if TYPE_CHECKING:
    from ui.accounts.page import AccountsPage
    from ui.catalogue.page import CataloguePage
    from ui.detail.page import DetailPage
    from ui.drawing.page import DrawingPage
    from ui.feedback.page import FeedbackPage
    from ui.intake.page import IntakePage
    from ui.lookup.page import LookupPage
    from ui.papers.waiting import WaitingPapers
    from ui.person.page import PersonPage
    from ui.reports.page import ReportsPage
    from ui.settings.page import SettingsPage
    from ui.sync.dialog import SyncDialog

W = TypeVar("W", bound=QWidget)


class Screens(QStackedWidget):
    """All of them, and the two lists that lie over whatever is shown; where one goes is the window's to say."""

    intake_made = Signal(object)  # IntakePage
    screen_wanted = Signal(str)
    dossier_wanted = Signal(str, str)  # its code; the screen one comes back to
    dossier_left = Signal()
    person_wanted = Signal(object)  # Card or number
    text_wanted = Signal(str)  # to be looked for in the list of dossiers
    pile_wanted = Signal(object)  # Pile
    begin_wanted = Signal(object)  # an intake for this Prefilled
    draft_wanted = Signal(object)  # Draft
    return_wanted = Signal(str)  # of the result of this dossier to the person on the screen
    recovery_key_wanted = Signal()

    def __init__(self, workplace: Workplace, sync: SyncWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._sync = workplace, sync
        self.today = LazyScreen(self._make_today)
        self.person = LazyScreen(self._make_person)
        self.intake = SlicedScreen(self._make_intake)
        self.lookup = LazyScreen(self._make_lookup)
        self.detail = SlicedScreen(self._make_detail)
        self.feedback = SlicedScreen(self._make_feedback)
        self.reports = SlicedScreen(self._make_reports)
        self.catalogue = SlicedScreen(self._make_catalogue)
        self.drawing = SlicedScreen(self._make_drawing)
        self.accounts = LazyScreen(self._make_accounts)
        self.settings = SlicedScreen(self._make_settings)
        self.sync_screen = LazyScreen(self._make_sync_screen)
        self.waiting = LazyScreen(self._make_waiting)
        self.by_name: dict[str, LazyScreen[Screen]] = {
            "today": self.today,
            "person": self.person,
            "intake": self.intake,
            "lookup": self.lookup,
            "detail": self.detail,
            "feedback": self.feedback,
            "reports": self.reports,
            "catalogue": self.catalogue,
            "drawing": self.drawing,
            "accounts": self.accounts,
            "settings": self.settings,
        }

    def made(self) -> list[Screen]:
        """Those that were shown yet."""
        return [screen.made for screen in self.by_name.values() if screen.made is not None]

    def edited(self) -> list[str]:
        """The names of those where something is typed that is neither saved nor kept by itself."""
        screens = (
            self.detail,
            self.feedback,
            self.reports,
            self.catalogue,
            self.drawing,
            self.accounts,
            self.settings,
        )
        edited = [screen for screen in screens if screen.made is not None and screen.made.is_edited]
        return [name for name, screen in self.by_name.items() if screen in edited]

    def make_next(self, is_theirs: Callable[[str], bool]) -> bool:
        """Makes some more of those that could not be made and shown within 50 ms; False once they are there.

        `is_theirs`: whether the clerk may go to the screen of that name.
        """
        if self.intake.made is not None and self.intake.made.make_ahead():
            return True
        for name in ("lookup", "detail", "reports", "feedback", "settings", "catalogue", "drawing"):
            screen = self.by_name[name]
            if screen.made is None and is_theirs(name):
                screen.make_slice()
                return True
        return False

    def show_screen(self, name: str) -> None:
        """Makes it the one that is seen."""
        screen = self.by_name[name]()
        assert isinstance(screen, QWidget)
        self.setCurrentWidget(screen)

    def _add(self, screen: W) -> W:
        """Its place among them. A screen is a child of theirs from the beginning: whoever gets another parent is
        dressed anew by the style sheet, with all that it holds."""
        self.addWidget(screen)
        return screen

    def _make_today(self) -> TodayPage:
        page = TodayPage(self._workplace, self)
        page.pile_wanted.connect(self.pile_wanted)
        page.person_wanted.connect(self.person_wanted)
        page.text_wanted.connect(self.text_wanted)
        page.dossier_wanted.connect(lambda code: self.dossier_wanted.emit(code, "today"))
        return self._add(page)

    def _make_person(self) -> PersonPage:
        from ui.person.page import PersonPage

        page = PersonPage(self._workplace, self)
        page.begin_wanted.connect(self.begin_wanted)
        page.return_wanted.connect(self.return_wanted)
        page.dossier_wanted.connect(lambda code: self.dossier_wanted.emit(code, "today"))
        page.draft_wanted.connect(self.draft_wanted)
        page.text_wanted.connect(self.text_wanted)
        page.left.connect(lambda: self.screen_wanted.emit("today"))
        return self._add(page)

    def _make_intake(self) -> Slices[IntakePage]:
        from ui.intake.page import IntakePage
        from ui.intake.parts import make_parts

        page = IntakePage(self._workplace, (yield from make_parts(self._workplace, self)), self)
        yield
        page.open_wanted.connect(lambda code: self.dossier_wanted.emit(code, "lookup"))
        page.list_wanted.connect(self.text_wanted)
        self.intake_made.emit(page)
        return self._add(page)

    def _make_lookup(self) -> LookupPage:
        from ui.lookup.page import LookupPage

        page = LookupPage(self._workplace, self)
        page.opened.connect(lambda code: self.dossier_wanted.emit(code, "lookup"))
        return self._add(page)

    def _make_detail(self) -> Slices[DetailPage]:
        from ui.detail.page import DetailPage

        page = DetailPage(self._workplace, self)
        yield
        yield from page.make_rest()
        page.left.connect(self.dossier_left)
        return self._add(page)

    def _make_feedback(self) -> Slices[FeedbackPage]:
        from ui.feedback.page import FeedbackPage

        page = FeedbackPage(self._workplace, self)
        yield
        yield from page.make_rest()
        return self._add(page)

    def _make_reports(self) -> Slices[ReportsPage]:
        from ui.reports.page import ReportsPage

        page = ReportsPage(self._workplace, self)
        yield
        yield from page.make_rest()
        page.opened.connect(lambda code: self.dossier_wanted.emit(code, "reports"))
        return self._add(page)

    def _make_catalogue(self) -> Slices[CataloguePage]:
        from ui.catalogue.page import CataloguePage

        page = CataloguePage(self._workplace, self)
        yield
        yield from page.make_rest()
        return self._add(page)

    def _make_drawing(self) -> Slices[DrawingPage]:
        from ui.drawing.page import DrawingPage

        page = DrawingPage(self._workplace, self)
        yield
        yield from page.make_rest()
        return self._add(page)

    def _make_accounts(self) -> AccountsPage:
        from ui.accounts.page import AccountsPage

        return self._add(AccountsPage(self._workplace, self))

    def _make_settings(self) -> Slices[SettingsPage]:
        from ui.settings.page import SettingsPage

        page = self._add(SettingsPage(self._workplace, self))
        yield
        yield from page.make_rooms()
        page.screen_wanted.connect(self.screen_wanted)
        page.sync_wanted.connect(lambda: self.sync_screen().open_screen())
        page.recovery_key_wanted.connect(self.recovery_key_wanted)
        return page

    def _make_sync_screen(self) -> SyncDialog:
        from ui.sync.dialog import SyncDialog

        screen = SyncDialog(self._workplace, self._sync, self.window())
        screen.dossier_wanted.connect(lambda code: self.dossier_wanted.emit(code, "lookup"))
        return screen

    def _make_waiting(self) -> WaitingPapers:
        from ui.papers.waiting import WaitingPapers

        screen = WaitingPapers(self._workplace, self.window())
        screen.dossier_wanted.connect(lambda code: self.dossier_wanted.emit(code, "lookup"))
        return screen
