"""List rows of two lines: what it is, and in a quieter voice what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import QUIET
from ui.widgets.rows_model import SECOND_LINE, Index

_MARGIN = 8  # pixels
_LEAST = 60  # pixels: as wide as the list is; what has no room ends in an ellipsis


class TwoLineDelegate(QStyledItemDelegate):
    """Paints the display text in the first line and the second line of a RowsModel below it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_LEAST, 2 * option.fontMetrics.height() + 2 * _MARGIN)

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
        usual = painter.font()
        painter.setFont(index.data(Qt.ItemDataRole.FontRole) or usual)
        metrics = painter.fontMetrics()
        first = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, first)
        painter.setFont(usual)
        metrics = painter.fontMetrics()
        painter.setPen(QUIET.colour())
        second = metrics.elidedText(str(index.data(SECOND_LINE)), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, second)
        painter.restore()
