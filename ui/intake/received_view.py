"""After receiving: the code, the receipt ready to print, the money, and one key to the next citizen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.model import Dossier
from counter_app.dossier.names import GUIDANCE
from ui import words
from ui.background.workplace import Workplace
from ui.intake.take_money import TakeMoney
from ui.papers.papers_view import Papers
from ui.papers.whole_sets import PRINT_SET, print_whole_sets
from ui.theme import dress, show_sign


class ReceivedBanner(QFrame):
    """Title, summary, what is to be paid; one button opens what was received, one begins the next."""

    next_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, workplace: Workplace, open_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("title")
        self.summary = QLabel()
        self.summary.setObjectName("quiet")
        self.summary.setWordWrap(True)  # procedures have names of 400 letters
        self.money = TakeMoney(workplace, self)
        self.next = QPushButton(self.tr("Next dossier (F2)"))
        self.next.setObjectName("primary")
        self.next.clicked.connect(self.next_wanted)
        self.money.taken.connect(lambda _: self.next.setFocus())
        self.open = QPushButton(open_text)
        self.open.clicked.connect(self.open_wanted)
        self.setObjectName("received")
        dress(self, "QFrame#received { background: @green_pale@; border-radius: 6px; }")

        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.summary)
        sign = QLabel()
        show_sign(sign, "check", 32)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(sign)
        head.addLayout(texts, 1)
        head.addWidget(self.open)
        head.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self.money)

    def show_received(self, title: str, parts: Sequence[str], dossiers: Sequence[Dossier]) -> None:
        """Shows what was received; the money comes first where there is any, else the next dossier."""
        self.title.setText(title)
        self.summary.setText(" · ".join(part for part in parts if part))
        self.money.show_dossiers(dossiers)
        if self.money.due:
            self.money.take_focus()
        else:
            self.next.setFocus()


_FIRST = ("certification_receipt", "residence_receipt", "receipt")


class ReceivedView(QWidget):
    """Shows what was just received."""

    next_wanted = Signal()
    open_wanted = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dossier: Dossier | None = None
        self._workplace = workplace
        QShortcut(QKeySequence(PRINT_SET), self).activated.connect(self.print_set)
        self.banner = ReceivedBanner(workplace, self.tr("Open the dossier"), self)
        self.banner.next_wanted.connect(self.next_wanted)
        self.banner.open_wanted.connect(lambda: self.open_wanted.emit(self.dossier.code if self.dossier else ""))
        self.banner.money.taken.connect(lambda _: self.show_papers(("fee_receipt",)))
        self.papers = Papers(workplace, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.addWidget(self.banner)
        layout.addWidget(self.papers, 1)

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows a dossier and its receipt."""
        self.dossier = dossier
        due = words.moment(dossier.due_at)
        parts = [dossier.owner.name, dossier.procedure_name, self.tr("due {moment}").format(moment=due) if due else ""]
        self.banner.open.show()
        self.banner.show_received(self.tr("Received: {code}").format(code=dossier.code), parts, [dossier])
        self.show_papers(_FIRST)

    def show_case(self, case: GuidanceCase) -> None:
        """Shows what was given instead of a receipt."""
        self.dossier = None
        parts = [case.owner.name, case.procedure_name, self.tr("no dossier code was used up")]
        self.banner.show_received(words.say("status", GUIDANCE[case.last.kind]), parts, [])
        self.banner.open.hide()
        self.papers.show_dossier(case.code)

    def print_set(self) -> None:
        """Prints all papers of the dossier that were not printed yet."""
        if self.dossier is not None:
            print_whole_sets(self._workplace, [self.dossier.code])

    def show_papers(self, first: Sequence[str]) -> None:
        """Offers what can be printed of it and shows one of the first form there is."""
        if self.dossier is not None:
            self.papers.show_dossier(self.dossier.code, first)
