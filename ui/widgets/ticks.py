"""A list of papers to tick."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget


class Ticks(QWidget):
    """Papers to tick, in columns."""

    toggled = Signal()

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[QCheckBox] = []
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, name: str, *, ticked: bool) -> None:
        """One more paper."""
        box = QCheckBox(_shortened(name))
        box.setChecked(ticked)
        box.setToolTip(name)
        box.setProperty("paper", name)
        box.toggled.connect(self.toggled)
        place = len(self.boxes)
        self._grid.addWidget(box, *divmod(place, self._columns))
        self.boxes.append(box)

    def tick_only(self, names: Collection[str]) -> None:
        """Ticks the papers of these names and no others."""
        for box in self.boxes:
            box.setChecked(str(box.property("paper")) in names)

    def ticked(self) -> list[str]:
        """The full names of the ticked papers."""
        return [str(box.property("paper")) for box in self.boxes if box.isChecked()]


def _shortened(name: str, most: int = 80) -> str:
    text = name if len(name) <= most else name[: most - 1].rstrip() + "…"
    return text.replace("&", "&&")
