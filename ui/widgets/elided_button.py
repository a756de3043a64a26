"""A button whose words end in an ellipsis where there is no room for them: beside others in one line."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

_LEAST = 44  # pixels
_FEWEST = 5  # letters, the ellipsis with them: of fewer, the icon alone says more
_KEY = re.compile(r" \([^()]*\)$")
"""The key behind a button's words: it gives way first, for the tip says it too."""


class ElidedButton(QPushButton):
    """Takes the width its words need, up to `widest` pixels, where it can, and never less than `least` of it; flat
    unless it is framed as others are."""

    def __init__(
        self, widest: int, parent: QWidget | None = None, *, framed: bool = False, least: int = _LEAST
    ) -> None:
        super().__init__(parent)
        self.setFlat(not framed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._widest, self._least = widest, least

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._widest), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._least), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics, wanted = self.fontMetrics(), super().sizeHint().width()
        if self.width() < wanted:
            room = metrics.horizontalAdvance(self.text()) - (wanted - self.width())
            shown = metrics.elidedText(_KEY.sub("", self.text()), Qt.TextElideMode.ElideRight, room)
            option.text = "" if len(shown) < _FEWEST and not self.icon().isNull() else shown
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
