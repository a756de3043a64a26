"""List rows of two lines: what it is, and in a quieter voice what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 8  # pixels


class TwoLineDelegate(QStyledItemDelegate):
    """Paints the display text in the first line and the text of `second_role` in the second."""

    def __init__(self, second_role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._second_role = second_role

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 2 * option.fontMetrics.height() + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        palette: QPalette = option.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, palette.highlight())
        inner = rect.adjusted(_MARGIN + 2, _MARGIN, -_MARGIN, -_MARGIN)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        metrics = painter.fontMetrics()
        first = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, first)
        quiet = palette.color(role)
        quiet.setAlphaF(0.62)
        painter.setPen(quiet)
        second = metrics.elidedText(str(index.data(self._second_role)), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, second)
        painter.restore()
