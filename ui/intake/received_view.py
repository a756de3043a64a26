"""After receiving: the code, the receipt ready to print, the money, and one key to the next citizen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from counter_app.dossier.model import Dossier
from ui import words
from ui.intake.received_banner import ReceivedBanner
from ui.paper_panel import PaperPanel
from ui.workplace import Workplace

_FORMS = ("receipt", "slip")


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
        self.paper = PaperPanel(place)
        self._forms = QTabBar(expanding=False)
        for form in _FORMS:
            self._forms.addTab(words.form_name(form))
        self._forms.currentChanged.connect(lambda _: self.show_form())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.addWidget(self.banner)
        layout.addWidget(self._forms)
        layout.addWidget(self.paper, 1)

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows a dossier and its receipt."""
        self.dossier = dossier
        due = words.moment(dossier.due_at)
        parts = [dossier.owner.name, dossier.procedure_name, self.tr("due {moment}").format(moment=due) if due else ""]
        self.banner.show_received(self.tr("Received: {code}").format(code=dossier.code), parts, [dossier])
        self._forms.setCurrentIndex(0)
        self.show_form()

    def show_form(self) -> None:
        """Shows the form whose tab is chosen."""
        if self.dossier is not None:
            self.paper.show_form(self.dossier.code, _FORMS[self._forms.currentIndex()])
