"""Whether the office receives a procedure, and whether it stands among the first: two buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget


class OfferButtons(QWidget):
    """Ticked as it is; `received` and `favoured` carry what the administrator wants."""

    received = Signal(bool)
    favoured = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.receive = QCheckBox(self.tr("Received here"))
        self.receive.setToolTip(self.tr("The intake offers it; a whole code finds what is not received too"))
        self.favour = QCheckBox(self.tr("★ Favourite"))
        self.favour.setToolTip(self.tr("It stands among the first at the intake"))
        self.receive.clicked.connect(self.received)
        self.favour.clicked.connect(self.favoured)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.receive)
        layout.addWidget(self.favour)
        layout.addStretch()

    def show_offer(self, received: bool, favourite: bool) -> None:
        """Ticks what is so; what is not received is no favourite."""
        self.receive.setChecked(received)
        self.favour.setChecked(favourite)
        self.favour.setEnabled(received)
