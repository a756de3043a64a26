"""The cash a payer hands over, and the change, while the clerk types."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from counter_app.dossier.cash import in_notes, read_amount
from ui import words
from ui.theme import GREEN, RED, dress

_LINE = 118  # pixels


class CashGiven(QWidget):
    """A line for what was handed over, empty where nobody counts it; beside it what goes back, and in which notes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due = 0
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("cash handed over"))
        self.line.setAccessibleName(self.tr("Cash handed over"))
        self.line.setToolTip(self.tr("500000, 500.000 or 500k"))
        self.line.setFixedWidth(_LINE)
        self.line.textEdited.connect(self._typed)
        self.change = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.change)
        self.setFocusProxy(self.line)

    @property
    def given(self) -> int:
        """What was handed over, in đồng; 0 where nobody said."""
        return read_amount(self.line.text()) or 0

    @property
    def is_unreadable(self) -> bool:
        """Whether something stands there that is no amount."""
        return bool(self.line.text().strip()) and read_amount(self.line.text()) is None

    def show_due(self, due: int) -> None:
        """Begins anew with what is to be paid."""
        self._due = due
        self.line.clear()
        self._say()

    def _typed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        given, less = self.given, self._due - self.given
        ink = RED if self.is_unreadable or (given and less > 0) else GREEN
        if self.is_unreadable:
            said = self.tr("that is no amount")
        elif not given:
            said = ""
        elif less > 0:
            said = self.tr("{amount} short").format(amount=words.money(less))
        else:
            said = self.tr("change: {amount}").format(amount=words.money(-less))
        dress(self.change, f"color: @{ink.name}@; font-weight: 600;")
        self.change.setText(said)
        notes = ", ".join(f"{count} × {words.money(note)}" for note, count in in_notes(max(-less, 0)).items())
        self.change.setToolTip(notes if given else "")
