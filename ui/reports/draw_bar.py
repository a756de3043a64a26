"""How a sample for an inspection is drawn: how many dossiers, and by which seed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from counter_app.reports.sampling import MOST, USUAL, Draw
from ui.theme import SPACE
from ui.widgets.number_box import NumberBox

_SEED = 130  # pixels


class DrawBar(QWidget):
    """Two fields; what was typed is drawn once the field is left, or with Enter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.size_field = NumberBox(minimum=1, maximum=MOST, value=USUAL)
        self.size_field.setAccessibleName(self.tr("How many dossiers are drawn"))
        self.size_field.setKeyboardTracking(False)
        self.seed = QLineEdit(maxLength=40)
        self.seed.setFixedWidth(_SEED)
        self.seed.setPlaceholderText(self.tr("that of the day"))
        self.seed.setAccessibleName(self.tr("Seed of the draw"))
        self.seed.setToolTip(self.tr("The same seed draws the same dossiers again; it stands above the list."))
        self._drawn = self.draw
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.size_field)
        layout.addWidget(QLabel(self.tr("dossiers, seed")))
        layout.addWidget(self.seed)
        layout.addStretch()
        self.size_field.valueChanged.connect(self._tell)
        self.seed.editingFinished.connect(self._tell)

    @property
    def draw(self) -> Draw:
        """As it is typed."""
        return Draw(self.size_field.value(), self.seed.text())

    def _tell(self) -> None:
        if self.draw != self._drawn:
            self._drawn = self.draw
            self.changed.emit()
