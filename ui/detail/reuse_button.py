"""Letting a paper of an earlier dossier of the same person serve for one that was not digitised."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from counter_app.desk import casework
from counter_app.desk.casework import Reusable
from counter_app.dossier.model import Component, Dossier
from ui import words
from ui.background.tasks import Progress
from ui.background.workplace import Workplace


class ReuseButton(QPushButton):
    """Looks for documents of the owner's earlier dossiers when it is pressed, and offers them in a menu."""

    reused = Signal(object)  # Dossier

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Use a paper of an earlier dossier…"), parent)
        self._place = place
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
        dossier = self._dossier
        if dossier is None:
            return

        def work(progress: Progress) -> list[Reusable]:
            return casework.reusable(progress.desk, dossier)

        self._place.tasks.submit(work, self._offer)

    def _offer(self, found: list[Reusable]) -> None:
        if not found:
            self._place.messages.inform(self.tr("No earlier dossier of this person has a digitised paper."))
            return
        self.offers.clear()
        for one in found:
            line = self.tr("{paper} – dossier {code}, {day}")
            text = line.format(paper=one.name, code=one.source.dossier, day=words.day(one.received_at.date()))
            self.offers.addAction(text.replace("&", "&&")).triggered.connect(partial(self._use, one))
        self.offers.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _use(self, one: Reusable, _checked: bool = False) -> None:
        if self._dossier is None:
            return
        code, component = self._dossier.code, self._component

        def work(progress: Progress) -> Dossier:
            return casework.reuse_document(progress.desk, code, component, one.source, one.key)

        self._place.tasks.submit(work, self.reused.emit, in_order=True)
