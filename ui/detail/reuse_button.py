"""The button under a component without a document: digitised papers of earlier dossiers that may serve as it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from counter_app.desk import reusing
from counter_app.desk.finding import note
from counter_app.dossier.identity import is_citizen_number
from counter_app.dossier.model import Component, Dossier
from counter_app.dossier.reuse import Lent, Reusable
from counter_app.store.accesses import AccessKind
from counter_app.sync.wire import PapersWanted, PaperWanted
from ui import words
from ui.background.tasks import Progress
from ui.background.workplace import Workplace


class ReuseButton(QPushButton):
    """Looks for documents of the owner's earlier dossiers when it is pressed, and offers them in a menu.

    The dossier is open: then the province may be asked for those of other offices, too.
    """

    reused = Signal(object)  # Dossier

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Use a paper of an earlier dossier…"), parent)
        self._workplace = workplace
        self._dossier: Dossier | None = None
        self._component = ""
        self.offers = QMenu(self)
        self.clicked.connect(self.look)
        self.hide()

    def show_for(self, dossier: Dossier, component: Component | None) -> None:
        """Offers itself for a component without a document, where the owner is known by a number."""
        wanted = component is not None and component.awaits_scan and bool(dossier.owner.identity_number)
        self._dossier, self._component = dossier, component.key if component else ""
        self.setVisible(wanted)

    def look(self) -> None:
        """Looks for what there is, and opens the menu."""
        dossier, component = self._dossier, self._component
        if dossier is None:
            return

        def work(progress: Progress) -> list[Reusable]:
            return reusing.reusable(progress.desk, dossier)

        def done(found: list[Reusable]) -> None:
            has_line = bool(self._workplace.desk.profile.server.url)
            may_ask = has_line and is_citizen_number(dossier.owner.identity_number) and not dossier.finished_at
            if not found and may_ask:
                self._look_elsewhere(dossier, component)
                return
            self._list(found, partial(self._use, dossier.code, component))
            if may_ask:
                self.offers.addAction(self.tr("Look at other offices…")).triggered.connect(
                    lambda: self._look_elsewhere(dossier, component)
                )
            self._open_menu()

        self._workplace.tasks.submit(work, done)

    def _look_elsewhere(self, dossier: Dossier, component: str) -> None:
        def work(progress: Progress) -> tuple[int, list[Reusable]]:
            from counter_app.sync.borrowing import papers_elsewhere

            desk, number = progress.desk, dossier.owner.identity_number
            note(desk, AccessKind.SEARCHED, number)
            wanted = PapersWanted(
                number=number, procedure=dossier.procedure, reason=dossier.code, clerk=desk.clerk.name
            )
            found = papers_elsewhere(desk.store, desk.profile.server, wanted)
            return found.request, reusing.lent_for(desk, dossier, component, found.papers)

        def done(answer: tuple[int, list[Reusable]]) -> None:
            request, found = answer
            self._list(found, partial(self._borrow, dossier, component, request))
            self._open_menu()

        self._workplace.tasks.submit(work, done)

    def _list(self, found: list[Reusable], use: partial[None]) -> None:
        self.offers.clear()
        rules = self._workplace.desk.knowledge.reuse
        for reusable in found:
            line = self.tr("{paper} – dossier {code}, {day}")
            day = words.day(reusable.received_at.date())
            text = line.format(paper=reusable.name, code=reusable.source.dossier, day=day)
            text = ", ".join(filter(None, (text, words.validity(reusable, rules.last_day(reusable)))))
            self.offers.addAction(text.replace("&", "&&")).triggered.connect(partial(use, reusable))

    def _open_menu(self) -> None:
        if self.offers.isEmpty():
            self._workplace.messages.inform(self.tr("No earlier dossier of this person has a digitised paper."))
        else:
            self.offers.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _use(self, code: str, component: str, reusable: Reusable, _checked: bool = False) -> None:
        def work(progress: Progress) -> Dossier:
            return reusing.reuse_document(progress.desk, code, component, reusable.source, reusable.key)

        self._workplace.tasks.submit(work, self.reused.emit, in_order=True)

    def _borrow(self, dossier: Dossier, component: str, request: int, paper: Reusable, _checked: bool = False) -> None:
        number = dossier.owner.identity_number

        def work(progress: Progress) -> Dossier:
            from counter_app.sync.borrowing import borrow

            entry = reusing.note_borrowing(progress.desk, paper, dossier.procedure, dossier.code, request)
            wanted = PaperWanted(request=request, number=number, sha256=paper.document.sha256, entry=entry)
            borrow(progress.desk.store, progress.desk.profile.server, wanted, paper)
            return reusing.reuse_lent(progress.desk, dossier.code, component, Lent(identity_number=number, paper=paper))

        self._workplace.tasks.submit(work, self.reused.emit)
