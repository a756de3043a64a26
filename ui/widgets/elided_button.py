"""A button whose words end in an ellipsis where there is no room for them: beside others in one line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

_LEAST, _PADDING, _FRAMED = 44, 16, 28  # pixels


class ElidedButton(QPushButton):
    """Takes the width its words need, up to `widest` pixels, where it can; flat unless it is framed as others are."""

    def __init__(self, widest: int, parent: QWidget | None = None, *, framed: bool = False) -> None:
        super().__init__(parent)
        self.setFlat(not framed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._widest = widest

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._widest), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _LEAST), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        taken = (_PADDING if self.isFlat() else _FRAMED) + (0 if self.icon().isNull() else self.iconSize().width() + 6)
        room = self.width() - taken
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
