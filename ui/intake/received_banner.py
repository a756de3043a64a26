"""The green banner after receiving: what was received, its money, and the way on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from counter_app.dossier.model import Dossier
from ui.background.workplace import Workplace
from ui.intake.take_money import TakeMoney
from ui.theme import GREEN_PALE, icon


class ReceivedBanner(QFrame):
    """Title, summary, what is to be paid; one button opens what was received, one begins the next."""

    next_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, place: Workplace, open_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("title")
        self.summary = QLabel()
        self.summary.setObjectName("quiet")
        self.money = TakeMoney(place)
        self.next = QPushButton(self.tr("Next dossier (F2)"))
        self.next.setObjectName("primary")
        self.next.clicked.connect(self.next_wanted)
        self.money.taken.connect(lambda _: self.next.setFocus())
        self.open = QPushButton(open_text)
        self.open.clicked.connect(self.open_wanted)
        self.setObjectName("received")
        self.setStyleSheet(f"QFrame#received {{ background: {GREEN_PALE}; border-radius: 6px; }}")

        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.summary)
        sign = QLabel()
        sign.setPixmap(icon("check").pixmap(32, 32))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(sign)
        head.addLayout(texts)
        head.addStretch()
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
        (self.money.button if self.money.due else self.next).setFocus()
