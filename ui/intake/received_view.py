"""After receiving: the code, the receipt ready to print, and one key to the next citizen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget

from counter_app.dossier.model import Dossier
from ui import words
from ui.paper_panel import PaperPanel
from ui.theme import GREEN_PALE, icon
from ui.workplace import Workplace

_FORMS = ("receipt", "slip")


class ReceivedView(QWidget):
    """Shows what was just received."""

    next_wanted = Signal()
    open_wanted = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dossier: Dossier | None = None
        self.code = QLabel()
        self.code.setObjectName("title")
        self.summary = QLabel()
        self.summary.setObjectName("quiet")
        self.paper = PaperPanel(place)
        self._forms = QTabBar(expanding=False)
        for form in _FORMS:
            self._forms.addTab(words.form_name(form))
        self._forms.currentChanged.connect(lambda _: self.show_form())
        following = QPushButton(self.tr("Next dossier (F2)"))
        following.setObjectName("primary")
        following.clicked.connect(self.next_wanted)
        self.next = following
        details = QPushButton(self.tr("Open the dossier"))
        details.clicked.connect(lambda: self.open_wanted.emit(self.dossier.code if self.dossier else ""))

        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.code)
        texts.addWidget(self.summary)
        sign = QLabel()
        sign.setPixmap(icon("check").pixmap(32, 32))
        banner = QFrame()
        banner.setObjectName("received")
        banner.setStyleSheet(f"QFrame#received {{ background: {GREEN_PALE}; border-radius: 6px; }}")
        head = QHBoxLayout(banner)
        head.setContentsMargins(14, 8, 12, 8)
        head.setSpacing(12)
        head.addWidget(sign)
        head.addLayout(texts)
        head.addStretch()
        head.addWidget(details)
        head.addWidget(following)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.addWidget(banner)
        layout.addWidget(self._forms)
        layout.addWidget(self.paper, 1)

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows a dossier and its receipt."""
        self.dossier = dossier
        self.code.setText(self.tr("Received: {code}").format(code=dossier.code))
        due = words.moment(dossier.due_at)
        parts = [dossier.owner.name, dossier.procedure_name, self.tr("due {moment}").format(moment=due) if due else ""]
        self.summary.setText(" · ".join(part for part in parts if part))
        self._forms.setCurrentIndex(0)
        self.show_form()
        self.next.setFocus()

    def show_form(self) -> None:
        """Shows the form whose tab is chosen."""
        if self.dossier is not None:
            self.paper.show_form(self.dossier.code, _FORMS[self._forms.currentIndex()])
