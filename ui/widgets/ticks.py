"""A list of papers to tick."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

_WIDEST, _LEAST = 600, 120  # pixels


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
        box = _Tick(name.replace("&", "&&"))
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


class _Tick(QCheckBox):
    """Its words end in an ellipsis where there is no room for them: a long paper never widens the window."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), _WIDEST), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _LEAST), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        painter.end()
