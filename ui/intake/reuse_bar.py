"""Papers of the owner that an earlier dossier has in digital form are told of; one key lets them serve again."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from counter_app.desk.reusing import Offer, offers
from counter_app.dossier.identity import is_citizen_number
from ui import words
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.intake.intake import Intake
from ui.theme import SPACE, show_sign

_PAUSE = 200  # milliseconds without a key


class ReuseBar(QFrame):
    """Looks beside the window's thread; not there where nothing can serve. Nothing serves unless the clerk says so."""

    def __init__(self, workplace: Workplace, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self._workplace = workplace
        self._intake = intake
        self._looking: Task | None = None
        self._looked_for: tuple[object, ...] = ()
        self.offers: tuple[Offer, ...] = ()
        sign = QLabel()
        show_sign(sign, "paper", 20)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.button = QPushButton(self.tr("Use again (Shift+F5)"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no stop more on the way to the receipt
        self.button.clicked.connect(self.take)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        row.setSpacing(SPACE)
        row.addWidget(sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        key = QShortcut(QKeySequence("Shift+F5"), self)  # as long as the bar is there
        key.activated.connect(self.take)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._look)
        for changed in (intake.changed, intake.started, intake.procedure_changed):
            changed.connect(self._changed)
        intake.page_changed.connect(lambda _: self._changed())
        self.hide()

    def take(self) -> None:
        """They serve again; a click in the list of papers takes that back."""
        taken, self.offers = self.offers, ()
        for offer in taken:
            self._intake.tick(offer.component, reused=offer.ticked)
        self.hide()

    def _changed(self) -> None:
        draft = self._intake.draft
        here = frozenset(tick.key for tick in draft.components if tick.here)
        wanted = (draft.id, draft.procedure, draft.case, draft.owner.identity_number, here, len(self._intake.pages))
        if wanted != self._looked_for:
            self._looked_for = wanted
            self._show(())
            self._soon.start()

    def _look(self) -> None:
        draft = self._intake.draft
        if self._looking is not None:
            self._looking.cancel()
        if not draft.procedure or not is_citizen_number(draft.owner.identity_number):
            return

        def work(progress: Progress) -> tuple[Offer, ...]:
            return offers(progress.desk, draft)

        self._looking = self._workplace.tasks.submit(work, self._show)

    def _show(self, found: tuple[Offer, ...]) -> None:
        self.offers = found
        self.text.setText("\n".join([self.tr("Digitised before, not to be scanned again:"), *map(self._line, found)]))
        self.setVisible(bool(found))

    def _line(self, offer: Offer) -> str:
        line = self.tr("{name} – dossier {code}, {day}").format(
            name=offer.name, code=offer.paper.source.dossier, day=words.day(offer.paper.received_at.date())
        )
        if offer.until is None:
            return line
        return self.tr("{line}, holds until {day}").format(line=line, day=words.day(offer.until))
