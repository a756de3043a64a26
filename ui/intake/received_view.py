"""After receiving: the code, the receipt ready to print, the money, and one key to the next citizen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.dossier.model import Dossier
from ui import words
from ui.background.workplace import Workplace
from ui.intake.received_banner import ReceivedBanner
from ui.papers.papers_view import Papers

_FIRST = ("certification_receipt", "receipt")


class ReceivedView(QWidget):
    """Shows what was just received."""

    next_wanted = Signal()
    open_wanted = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dossier: Dossier | None = None
        self.banner = ReceivedBanner(place, self.tr("Open the dossier"))
        self.banner.next_wanted.connect(self.next_wanted)
        self.banner.open_wanted.connect(lambda: self.open_wanted.emit(self.dossier.code if self.dossier else ""))
        self.banner.money.taken.connect(lambda _: self.show_papers(("fee_receipt",)))
        self.papers = Papers(place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.addWidget(self.banner)
        layout.addWidget(self.papers, 1)

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows a dossier and its receipt."""
        self.dossier = dossier
        due = words.moment(dossier.due_at)
        parts = [dossier.owner.name, dossier.procedure_name, self.tr("due {moment}").format(moment=due) if due else ""]
        self.banner.show_received(self.tr("Received: {code}").format(code=dossier.code), parts, [dossier])
        self.show_papers(_FIRST)

    def show_papers(self, first: Sequence[str]) -> None:
        """Offers what can be printed of it and shows one of the first form there is."""
        if self.dossier is not None:
            self.papers.show_dossier(self.dossier.code, first)
